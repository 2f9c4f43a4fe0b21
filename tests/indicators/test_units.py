import pytest

from indicators.provinces import UnknownUnitError
from indicators.release import Release
from indicators.units import Unit, UnitKeyError, unit_system


def test_a_unit_is_a_system_and_a_code() -> None:
    assert Unit.parse("63-67") == Unit("63", "67")
    assert Unit.parse("34-68").key == "34-68"


@pytest.mark.parametrize("text", ["67", "63-7", "63-670", "35-67", "Đắk Nông", "63_67", "", " 63-67", "63-67\n"])
def test_a_bare_code_or_a_name_is_refused(text: str) -> None:
    with pytest.raises(UnitKeyError, match="is not a unit key"):
        Unit.parse(text)


def test_only_two_unit_systems_exist() -> None:
    assert unit_system("34") == "34"
    with pytest.raises(UnitKeyError, match="is not a unit system"):
        unit_system("64")


def test_the_same_code_is_two_provinces(release: Release) -> None:
    assert release.provinces.name("63-91", "vi") == "Kiên Giang"
    assert release.provinces.name("34-91", "vi") == "An Giang"
    assert release.provinces.name("63-24", "vi") == "Bắc Giang"
    assert release.provinces.name("34-24", "vi") == "Bắc Ninh"


def test_a_code_that_a_system_does_not_have_names_no_province(release: Release) -> None:
    assert "34-67" not in release.provinces
    with pytest.raises(UnknownUnitError, match="34-67"):
        release.provinces["34-67"]


def test_own_units_are_units_of_systems_of_their_own() -> None:
    assert Unit.parse("commune_before-12") == Unit("commune_before", "12")
    assert Unit("district", "3").key == "district-3"
    for text in ("commune-", "village-12", "commune-xa", "department"):
        with pytest.raises(UnitKeyError, match="is not a unit key"):
            Unit.parse(text)
