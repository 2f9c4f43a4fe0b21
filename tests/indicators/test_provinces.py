from dataclasses import fields

import pytest

from indicators.provinces import plain_letters
from indicators.release import Release

PREDECESSORS = {
    "34-68": ("63-60", "63-67", "63-68"),  # Lâm Đồng: Bình Thuận, Đắk Nông, Lâm Đồng
    "34-24": ("63-24", "63-27"),  # Bắc Ninh: Bắc Giang, Bắc Ninh
    "34-91": ("63-89", "63-91"),  # An Giang: An Giang, Kiên Giang
    "34-79": ("63-74", "63-77", "63-79"),  # TP. Hồ Chí Minh: Bình Dương, Bà Rịa - Vũng Tàu, TP. Hồ Chí Minh
    "34-46": ("63-46",),  # Huế
}


def test_there_are_63_and_34(release: Release) -> None:
    assert len(release.provinces.units("63")) == 63
    assert len(release.provinces.units("34")) == 34


def test_23_of_the_34_are_merged_and_every_one_of_the_63_went_into_one(release: Release) -> None:
    merged = [unit for unit in release.provinces.units("34") if release.provinces[unit].is_merged]
    assert len(merged) == 23
    went = [old for new in release.provinces.units("34") for old in release.provinces[new].predecessors]
    assert sorted(went) == sorted(release.provinces.units("63"))
    for new in release.provinces.units("34"):
        assert {release.provinces[old].successor for old in release.provinces[new].predecessors} == {new}


@pytest.mark.parametrize(("unit", "predecessors"), PREDECESSORS.items())
def test_rule_5_predecessors_are_found_by_succession_not_by_name_or_code(
    release: Release, unit: str, predecessors: tuple[str, ...]
) -> None:
    assert release.provinces[unit].predecessors == predecessors
    assert release.provinces.units_for(unit, "63") == list(predecessors)
    assert release.provinces.units_for(unit, "34") == [unit]


def test_rule_5_one_of_the_63_is_never_answered_with_a_unit_of_the_34(release: Release) -> None:
    for unit in release.provinces.units("63"):
        assert release.provinces.units_for(unit, "34") == []
        assert release.provinces.units_for(unit, "63") == [unit]


def test_rule_5_regions_exist_for_the_63_only(release: Release) -> None:
    assert [region.id for region in release.provinces.regions] == ["RRD", "NMM", "NCC", "CHL", "SE", "MRD"]
    assert release.provinces.units("63", "CHL") == ["63-66", "63-67", "63-64", "63-62", "63-68"]
    assert {release.provinces[unit].region for unit in release.provinces.units("34")} == {None}
    assert release.provinces.units("34", "CHL") == []


def test_names_stand_in_vietnamese_order(release: Release) -> None:
    names = [release.provinces.name(unit, "vi") for unit in release.provinces.units("63")]
    assert names[:21] == [
        "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương",
        "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
        "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai",
    ]  # fmt: skip
    assert names[27:31] == ["Hậu Giang", "Hòa Bình", "TP. Hồ Chí Minh", "Hưng Yên"]
    assert names[-1] == "Yên Bái"
    of_34 = [release.provinces.name(unit, "vi") for unit in release.provinces.units("34")]
    assert of_34[:7] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk"]


@pytest.mark.parametrize(
    ("text", "of_63", "of_34"),
    [
        ("dak nong", ["63-67"], []),
        ("ĐẮK NÔNG", ["63-67"], []),
        ("thua thien hue", ["63-46"], ["34-46"]),
        ("tp hcm", ["63-79"], ["34-79"]),
        ("sai gon", ["63-79"], ["34-79"]),
        ("ba ria", ["63-77"], []),
        ("đắk", ["63-66", "63-67"], ["34-66"]),
        ("ha tay", [], []),
        ("no such place", [], []),
    ],
)
def test_search_finds_without_tone_marks(release: Release, text: str, of_63: list[str], of_34: list[str]) -> None:
    assert release.provinces.search(text, "63") == of_63
    assert release.provinces.search(text, "34") == of_34


def test_an_empty_search_finds_all(release: Release) -> None:
    assert len(release.provinces.search("  ", "63")) == 63


def test_plain_letters_drop_tone_marks_and_the_stroke_of_the_d() -> None:
    assert plain_letters("Đắk Nông") == "daknong"
    assert plain_letters("TP. Hồ Chí Minh") == "tphochiminh"


def test_rule_11_hoang_sa_and_truong_sa_are_there_in_both_languages_and_systems(release: Release) -> None:
    islands = release.islands.set_index("name_vi")
    hoang_sa, truong_sa = islands.loc["Quần đảo Hoàng Sa"], islands.loc["Quần đảo Trường Sa"]
    assert (hoang_sa["name_en"], truong_sa["name_en"]) == ("Hoang Sa Archipelago", "Truong Sa Archipelago")
    for system in ("63", "34"):
        units = [f"{system}-{island[f'code_{system}']}" for island in (hoang_sa, truong_sa)]
        owners = [release.provinces.name(unit, "vi") for unit in units]
        assert owners == ["Đà Nẵng", "Khánh Hòa"]


def test_a_province_has_no_bare_code_to_join_by(release: Release) -> None:
    assert "code" not in {field.name for field in fields(release.provinces["63-67"])}
    for frame in (release.observations, release.missing, release.context):
        assert not {"province_code", "code", "name", "name_vi"} & set(frame.columns)
