import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from wording.language import language
from wording.names import (
    component_name,
    edition_name,
    group_name,
    joined,
    province_in_picker,
    province_name,
    region_name,
    unit_system_name,
)

VI, EN = language("vi"), language("en")


@pytest.mark.parametrize(
    ("unit", "vi", "en"),
    [
        ("34-68", "Lâm Đồng (mới)", "Lam Dong (new)"),
        ("63-68", "Lâm Đồng (trước 01/07/2025)", "Lam Dong (before 1 July 2025)"),
        ("63-67", "Đắk Nông", "Dak Nong"),
        ("34-91", "An Giang (mới)", "An Giang (new)"),
        ("63-89", "An Giang (trước 01/07/2025)", "An Giang (before 1 July 2025)"),
        ("63-91", "Kiên Giang", "Kien Giang"),
        ("34-24", "Bắc Ninh (mới)", "Bac Ninh (new)"),
        ("63-24", "Bắc Giang", "Bac Giang"),
        ("63-27", "Bắc Ninh (trước 01/07/2025)", "Bac Ninh (before 1 July 2025)"),
        ("34-46", "Huế", "Hue"),
        ("63-46", "Thừa Thiên Huế", "Thua Thien Hue"),
        ("34-79", "TP. Hồ Chí Minh (mới)", "Ho Chi Minh City (new)"),
        ("63-01", "Hà Nội", "Ha Noi"),
    ],
)
def test_rule_5_a_name_says_which_province_is_meant(release: Release, unit: str, vi: str, en: str) -> None:
    assert province_name(release.provinces, unit, VI) == vi
    assert province_name(release.provinces, unit, EN) == en


def test_rule_5_no_two_provinces_that_are_not_the_same_have_one_name(release: Release) -> None:
    units = [*release.provinces.units("34"), *release.provinces.units("63")]
    for lang in (VI, EN):
        seen: dict[str, str] = {}
        for unit in units:
            other = seen.setdefault(province_name(release.provinces, unit, lang), unit)
            assert other == unit or release.provinces[other].predecessors == (unit,)


def test_rule_5_the_picker_names_todays_plainly_and_the_63_with_their_last_day(release: Release) -> None:
    assert province_in_picker(release.provinces, "34-68", VI) == "Lâm Đồng"
    assert province_in_picker(release.provinces, "63-67", VI) == "Đắk Nông (đến 30/06/2025)"
    assert province_in_picker(release.provinces, "63-67", EN) == "Dak Nong (to 30 June 2025)"


def test_unit_systems_say_until_when() -> None:
    assert unit_system_name("63", VI) == "63 tỉnh, thành phố (đến 30/06/2025)"
    assert unit_system_name("34", EN) == "34 provinces (from 1 July 2025)"


def test_an_edition_names_its_units_where_the_year_has_two(release: Release) -> None:
    assert edition_name(release, EditionKey("PAPI", 2023, "63"), VI) == "PAPI 2023"
    assert edition_name(release, EditionKey("PAR", 2022, "63"), EN) == "PAR INDEX 2022"
    assert edition_name(release, EditionKey("DTI", 2024, "34"), VI) == "DTI 2024, 34 tỉnh, thành phố"
    assert edition_name(release, EditionKey("DTI", 2024, "63"), EN) == "DTI 2024, 63 provinces"


def test_a_component_has_the_name_of_its_year(release: Release) -> None:
    papi, pci = release.catalogue.index("PAPI"), release.catalogue.index("PCI")
    assert component_name(papi, "D2", 2017, VI) == "Công khai, minh bạch"
    assert component_name(papi, "D2", 2018, VI) == "Công khai, minh bạch trong hoạch định chính sách"
    assert component_name(papi, "D7", 2017, VI) == component_name(papi, "D7", None, VI)
    assert component_name(pci, OVERALL, 2023, VI, short=True) == "Chỉ số tổng hợp"
    assert component_name(pci, "no such component", 2023, VI) == "no such component"


def test_groups_and_regions(release: Release) -> None:
    papi = release.catalogue.index("PAPI")
    assert group_name(papi, "low", VI) == "Nhóm điểm thấp nhất"
    assert group_name(papi, "", VI) == ""
    assert region_name(release.provinces, "RRD", VI) == "Đồng bằng sông Hồng"
    assert region_name(release.provinces, "NMM", EN) == "Northern midlands and mountains"


def test_names_are_joined_as_in_a_sentence() -> None:
    assert [joined(names, VI) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A và B", "A, B và C"]
    assert joined(["A", "B", "C"], EN) == "A, B and C"
