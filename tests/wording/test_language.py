from wording.language import Language, language


def test_a_sentence_is_said_with_its_fields_filled_in() -> None:
    assert language("en").text("rank {place} of {of}", place=37, of=63) == "rank 37 of 63"
    assert language("vi").text("rank {place} of {of}", place=37, of=63) == "hạng 37/63"


def test_a_field_that_holds_braces_is_left_as_it_is() -> None:
    assert language("vi").text("rank {place}", place="{of}") == "hạng {of}"


def test_a_sentence_without_a_translation_is_said_in_english() -> None:
    assert language("vi").text("no such sentence {count}", count=1) == "no such sentence 1"


def test_english_has_a_form_for_one_and_vietnamese_has_not() -> None:
    forms = ("up {count} place", "up {count} places")
    assert [language("en").counted(*forms, count) for count in (1, 2, 0)] == [
        "up 1 place",
        "up 2 places",
        "up 0 places",
    ]
    assert [language("vi").counted(*forms, count) for count in (1, 2)] == ["tăng 1 bậc", "tăng 2 bậc"]


def test_a_language_can_be_part_of_a_cached_question() -> None:
    assert language("vi") == Language("vi")
    assert hash(language("vi")) == hash(Language("vi"))
    assert language("vi") != language("en")
