"""What a reader does to the slides of a story: order, titles, notes, and a choice that comes from a file."""

from indicators.release import Release
from reports.story_choice import NOTE, SLIDES, TITLE, Choice
from ui.address import Values, language_parameter, province_parameter, resolve
from ui.present_choice import choice_in_address, kept_slides, listed, moved, usable, with_text
from ui.present_parameters import present_parameters

IDS = ("cover", "standing", "map-PAR", "sources")


def values_of(release: Release) -> Values:
    parameters = (language_parameter(), province_parameter(["63-67"]), *present_parameters(release))
    return resolve({"don_vi": ["63-67"]}, parameters).values


def test_slides_that_are_left_out_stand_behind_the_one_told_before_them() -> None:
    assert listed(IDS, None) == list(IDS)
    assert listed(IDS, ("sources", "cover")) == ["sources", "cover", "standing", "map-PAR"]
    assert listed(IDS, ("standing", "gone")) == ["cover", "standing", "map-PAR", "sources"]


def test_kept_slides_are_those_of_the_story_once_each() -> None:
    assert kept_slides(IDS, Choice()) == list(IDS)
    assert kept_slides(IDS, Choice(("sources", "gone", "cover", "sources"))) == ["sources", "cover"]


def test_a_slide_moves_past_the_next_one_that_is_shown() -> None:
    kept = ("cover", "map-PAR", "sources")
    assert moved(IDS, kept, "map-PAR", -1) == ["map-PAR", "cover", "sources"]
    assert moved(IDS, kept, "sources", 1) == ["cover", "map-PAR", "sources"]


def test_an_empty_text_takes_the_text_away() -> None:
    assert with_text({}, "cover", " Hai \n dòng ", 200) == {"cover": "Hai dòng"}
    assert with_text({"cover": "Hai dòng", "sources": "x"}, "cover", " ", 200) == {"sources": "x"}
    assert with_text({}, "cover", "a" * 300, 200) == {"cover": "a" * 200}


def test_what_of_a_file_fits_is_used_and_the_rest_is_counted() -> None:
    choice = Choice(("sources", "gone"), {"cover": "Một\ndòng", "gone": "x"}, {"cover": "a" * 500})
    found, lost = usable(choice, IDS)
    assert (found.kept, found.titles, found.notes) == (("sources",), {"cover": "Một dòng"}, {})
    assert lost == 3


def test_all_slides_in_their_order_need_no_list_in_the_address(release: Release) -> None:
    values = values_of(release)
    whole = choice_in_address(values, IDS, Choice(IDS))
    assert (whole[SLIDES], whole[TITLE], whole[NOTE], whole["lua_chon_cua"]) == ([], [], [], [""])
    some = choice_in_address(values, IDS, Choice(("sources", "cover"), {"cover": "Mở đầu: nhanh"}))
    assert some[SLIDES] == ["sources,cover"]
    assert some[TITLE] == ["cover:Mở đầu: nhanh"]
    assert some["lua_chon_cua"] == ["province:63-67.2022.2025.vi"]


def test_no_slide_at_all_is_a_choice_too(release: Release) -> None:
    found = choice_in_address(values_of(release), IDS, Choice(()))
    assert found[SLIDES] == ["khong"]
    assert kept_slides(IDS, Choice(tuple(found[SLIDES]))) == []
