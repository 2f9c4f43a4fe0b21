import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import compare, crossings_between, method_segments
from indicators.release import Release


def _degree(release: Release, index: str, first: int, last: int, component: str = OVERALL) -> str:
    return compare(release, EditionKey(index, first, "63"), EditionKey(index, last, "63"), component).degree


@pytest.mark.parametrize(
    ("index", "first", "last", "degree"),
    [
        ("PAPI", 2017, 2018, "break"),
        ("SIPAS", 2021, 2022, "break"),
        ("DTI", 2023, 2024, "break"),
        ("PCI", 2021, 2022, "break"),
        ("PAR", 2023, 2024, "revision"),
        ("SIPAS", 2022, 2023, "revision"),
        ("PAPI", 2020, 2021, "revision"),
        ("PCI", 2022, 2023, "publication"),
        ("PAPI", 2022, 2023, "same"),
        ("DTI", 2022, 2023, "same"),
        ("PAR", 2022, 2023, "same"),
    ],
)
def test_rule_1_the_degree_of_what_lies_between_two_editions(
    release: Release, index: str, first: int, last: int, degree: str
) -> None:
    assert _degree(release, index, first, last) == degree


def test_rule_1_the_strongest_of_all_that_lies_between_decides(release: Release) -> None:
    verdict = compare(release, EditionKey("PAPI", 2015, "63"), EditionKey("PAPI", 2024, "63"), OVERALL)
    assert verdict.degree == "break"
    assert not verdict.comparable
    assert {crossing.degree for crossing in verdict.crossings} == {"break", "revision"}
    assert [(crossing.between_year, crossing.and_year) for crossing in verdict.deciding] == [(2017, 2018)]


def test_rule_1_a_revision_is_comparable_with_a_mark_and_a_reason_in_both_languages(release: Release) -> None:
    verdict = compare(release, EditionKey("PAR", 2023, "63"), EditionKey("PAR", 2024, "63"), OVERALL)
    assert verdict.comparable
    assert verdict.needs_mark
    assert verdict.deciding[0].reason.en.startswith("A new criteria set was approved")
    assert verdict.deciding[0].reason.vi.startswith("Năm 2024")


def test_rule_1_two_unit_systems_are_never_compared(release: Release) -> None:
    verdict = compare(release, EditionKey("DTI", 2024, "63"), EditionKey("DTI", 2024, "34"), OVERALL)
    assert verdict.degree == "unit_system"
    assert not verdict.comparable
    assert "34 đơn vị hành chính" in verdict.deciding[0].reason.vi


def test_rule_1_the_order_of_the_two_editions_does_not_matter(release: Release) -> None:
    assert _degree(release, "PAPI", 2018, 2017) == "break"


def test_rule_6_two_indices_are_never_compared(release: Release) -> None:
    with pytest.raises(ValueError, match="PAR and PAPI measure different things"):
        compare(release, EditionKey("PAR", 2023, "63"), EditionKey("PAPI", 2023, "63"), OVERALL)


def test_a_component_has_breaks_of_its_own(release: Release) -> None:
    assert _degree(release, "PAPI", 2020, 2021, "D5") == "break"
    assert _degree(release, "PAPI", 2020, 2021, "D3") == "revision"
    assert _degree(release, "PAPI", 2020, 2021, "D7") == "same"


def test_a_sub_index_that_was_not_measured_for_years_keeps_its_break(release: Release) -> None:
    assert _degree(release, "PCI", 2008, 2013, "bias") == "break"


def test_a_row_of_one_province_counts_for_that_province_only(release: Release) -> None:
    of_hue = crossings_between(release, "PAPI", "D6", 2024, 2025, ["63-46"])
    of_dak_nong = crossings_between(release, "PAPI", "D6", 2024, 2025, ["63-67"])
    assert sorted(crossing.degree for crossing in of_hue) == ["break", "publication"]
    assert [crossing.degree for crossing in of_dak_nong] == ["break"]


def test_rule_1_segments_are_cut_at_breaks_and_not_at_revisions(release: Release) -> None:
    papi = method_segments(release, "PAPI", OVERALL, "63", list(range(2011, 2025)))
    assert [year for year, segment in papi.items() if segment == 0] == list(range(2011, 2018))
    assert [year for year, segment in papi.items() if segment == 1] == list(range(2018, 2025))
    assert method_segments(release, "SIPAS", OVERALL, "63", [2021, 2022, 2023]) == {2021: 0, 2022: 1, 2023: 1}


def test_a_break_between_two_years_cuts_where_the_years_between_are_not_held(release: Release) -> None:
    assert method_segments(release, "PAPI", OVERALL, "63", [2015, 2024]) == {2015: 0, 2024: 1}
    assert method_segments(release, "PAPI", OVERALL, "63", []) == {}
