import pytest

from wording.language import language
from wording.marks import figure_marks, mark_sentences, rank_marks


@pytest.mark.parametrize(
    ("kind", "note_codes", "marks"),
    [
        ("published", "", ""),
        ("computed", "sum_of_parts;copy_confirmed", "†"),
        ("published", "secondary_source", "‡"),
        ("published", "secondary_source;score_withheld_two_sources_differ", "‡"),
        ("computed", "secondary_source", "†‡"),
        ("published", "copy_confirmed", ""),
    ],
)
def test_a_computed_and_an_unconfirmed_score_carry_their_marks(kind: str, note_codes: str, marks: str) -> None:
    assert figure_marks(kind, note_codes) == marks


def test_an_unconfirmed_rank_carries_its_mark_and_our_order_does_not() -> None:
    assert rank_marks("rank", "secondary_source") == "‡"
    assert rank_marks("order", "secondary_source") == ""


def test_only_the_marks_that_occur_are_explained() -> None:
    assert mark_sentences("42/61 (*) 38,97†", language("vi")) == [
        "(*) Thứ tự theo điểm do trang này tính, không phải thứ hạng do cơ quan công bố đưa ra.",
        "† Do trang này tính hoặc suy ra từ số liệu đã công bố.",
    ]
    assert mark_sentences("81,21%", language("vi")) == []
