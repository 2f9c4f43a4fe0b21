"""What the address of a presentation means: whom it is about, and for which story a choice of slides counts."""

from indicators.release import Release
from reports.story_choice import NOTE, SLIDES, TITLE
from reports.story_subject import Subject
from ui.address import Resolved, language_parameter, province_parameter, resolve
from ui.present_choice import chosen_slides
from ui.present_parameters import present_parameters, story_name, subject_of

UNITS = ["34-68", "63-35", "63-67"]


def opened(release: Release, **given: str | list[str]) -> Resolved:
    texts = {name: [text] if isinstance(text, str) else text for name, text in given.items()}
    return resolve(texts, (language_parameter(), province_parameter(UNITS), *present_parameters(release)))


def test_the_chosen_province_its_period_a_region_or_the_country(release: Release) -> None:
    assert subject_of(opened(release).values) == Subject("country")
    assert subject_of(opened(release, don_vi="34-68").values) == Subject("province", "34-68")
    assert subject_of(opened(release, don_vi="63-35", cau_chuyen="giai-doan").values) == Subject("period", "63-35")
    assert subject_of(opened(release, cau_chuyen="vung", vung="RRD").values) == Subject("region", "RRD")


def test_a_region_is_usually_that_of_the_province(release: Release) -> None:
    assert opened(release, don_vi="63-67", cau_chuyen="vung").values.one("vung") == "CHL"


def test_the_country_has_no_period_review(release: Release) -> None:
    found = opened(release, cau_chuyen="giai-doan")
    assert found.values.one("cau_chuyen") == "don-vi"
    assert [(problem.name, problem.given) for problem in found.problems] == [("cau_chuyen", "giai-doan")]


def test_years_are_in_order_and_may_be_one(release: Release) -> None:
    assert opened(release).values.one("tu_nam") == "2022"
    assert opened(release).values.one("den_nam") == "2025"
    one = opened(release, tu_nam="2024", den_nam="2024").values
    assert (one.number("tu_nam"), one.number("den_nam")) == (2024, 2024)
    assert opened(release, tu_nam="2024", den_nam="2022").values.one("den_nam") == "2025"


def test_a_choice_counts_for_its_own_story_alone(release: Release) -> None:
    made: dict[str, str | list[str]] = {
        "lua_chon_cua": "province:63-67.2022.2025.vi",
        SLIDES: "cover,map-PAPI",
        TITLE: ["map-PAPI:Đắk Nông: xếp sau"],
        NOTE: ["cover:Chào mừng"],
    }
    own = opened(release, don_vi="63-67", **made).values
    assert story_name(own) == "province:63-67.2022.2025.vi"
    choice = chosen_slides(own)
    assert choice.kept == ("cover", "map-PAPI")
    assert (choice.titles, choice.notes) == ({"map-PAPI": "Đắk Nông: xếp sau"}, {"cover": "Chào mừng"})
    for other in ({"don_vi": "63-35"}, {"don_vi": "63-67", "ngon_ngu": "en"}, {"don_vi": "63-67", "tu_nam": "2021"}):
        choice = chosen_slides(opened(release, **other, **made).values)
        assert (choice.kept, choice.titles, choice.notes) == (None, {}, {})


def test_a_text_that_belongs_to_no_slide_is_refused(release: Release) -> None:
    found = opened(release, don_vi="63-67", lua_chon_cua="province:63-67.2022.2025.vi", tieu_de=["<b>:x", "cover:Mới"])
    assert found.values[TITLE] == ("cover:Mới",)
    assert [problem.given for problem in found.problems] == ["<b>:x"]
