import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import Completeness, completeness, left_out, measured_units
from indicators.release import Release


@pytest.mark.parametrize(
    ("index", "year", "component", "held", "due", "former"),
    [
        ("PAR", 2022, OVERALL, 19, 63, 0),
        ("PCI", 2023, OVERALL, 14, 63, 0),
        ("PCI", 2023, "entry", 63, 63, 0),
        ("PCI", 2006, OVERALL, 64, 64, 1),
        ("PCI", 2006, "land", 64, 64, 1),
        ("PCI", 2005, OVERALL, 42, 42, 1),
        ("PCI", 2009, OVERALL, 63, 63, 0),
        ("PAPI", 2021, OVERALL, 60, 60, 0),
        ("PAPI", 2022, OVERALL, 61, 61, 0),
        ("DTI", 2024, OVERALL, 63, 63, 0),
    ],
)
def test_rule_2_how_many_of_the_measured_units_are_held(
    release: Release, index: str, year: int, component: str, held: int, due: int, former: int
) -> None:
    found = completeness(release, EditionKey(index, year, "63"), component)
    assert found == Completeness(held, due, former)
    assert found.whole is (held == due)


def test_rule_2_whole_is_said_of_a_component_and_not_of_an_edition(release: Release) -> None:
    pci_2023 = EditionKey("PCI", 2023, "63")
    assert completeness(release, pci_2023, "entry").whole
    assert not completeness(release, pci_2023, OVERALL).whole


def test_nothing_due_is_not_whole() -> None:
    assert not Completeness(held=0, due=0, former=0).whole


def test_quang_ninh_was_left_out_in_2021_with_the_reason_in_both_languages(release: Release) -> None:
    absent = left_out(release, EditionKey("PAPI", 2021, "63"), OVERALL)
    assert set(absent) == {"63-22", "63-24", "63-27"}
    assert absent["63-22"].reason == "left_out"
    assert absent["63-22"].words.vi == "không đủ dữ liệu để đánh giá"
    assert absent["63-22"].words.en == "not enough data for an assessment"


def test_a_province_left_out_of_some_dimensions_is_measured_in_the_others(release: Release) -> None:
    papi_2018 = EditionKey("PAPI", 2018, "63")
    assert set(left_out(release, papi_2018, "D2")) == {"63-22", "63-87"}
    assert left_out(release, papi_2018, "D1") == {}
    assert len(measured_units(release, papi_2018, "D1")) == 63


def test_the_pilot_of_2005_measured_41_of_the_63(release: Release) -> None:
    assert len(measured_units(release, EditionKey("PCI", 2005, "63"), OVERALL)) == 41


def test_a_component_that_did_not_exist_measured_nobody(release: Release) -> None:
    assert measured_units(release, EditionKey("PAPI", 2017, "63"), "D7") == frozenset()
