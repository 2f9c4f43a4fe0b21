"""Decompositions of published changes; contributions worked out by hand from the publishers' tables."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.decomposition import Decomposition, decompose_change
from indicators.release import Release

DAK_NONG, HAI_PHONG = "63-67", "63-31"


def _ask(release: Release, index: str, first: int, last: int, total: str = OVERALL) -> Decomposition | CannotBeSaid:
    return decompose_change(release, EditionKey(index, first, "63"), EditionKey(index, last, "63"), total)


def _answer(release: Release, index: str, first: int, last: int, total: str = OVERALL) -> Decomposition:
    answer = _ask(release, index, first, last, total)
    assert isinstance(answer, Decomposition)
    return answer


def _unit(answer: Decomposition, unit: str) -> dict[Any, Any]:
    return answer.units.set_index("unit").loc[unit].to_dict()


def _contributions(answer: Decomposition, unit: str) -> dict[str, float]:
    rows = answer.parts[answer.parts["unit"] == unit]
    return dict(zip(rows["component"], rows["contribution"], strict=True))


def test_papi_is_the_sum_of_its_dimensions(release: Release) -> None:
    # Đắk Nông, PAPI 2023 → 2024: 38.971103 → 40.537382; D2 4.309298 → 4.712792, D8 2.909856 → 3.268194.
    answer = _answer(release, "PAPI", 2023, 2024)
    row = _unit(answer, DAK_NONG)
    assert (row["whole"], row["parts"], row["remainder"], row["exact"]) == (1.566279, 1.56628, -0.000001, True)
    assert (row["largest_component"], row["largest_contribution"]) == ("D2", 0.403494)
    assert _contributions(answer, DAK_NONG)["D8"] == 0.358338
    assert answer.units["exact"].sum() == 59


def test_a_dimension_is_the_sum_of_its_sub_dimensions(release: Release) -> None:
    # D1 of Đắk Nông: 4.651164 → 4.595878. Opportunities 1.330106 → 1.187209, civic knowledge 0.819384 → 0.955710.
    answer = _answer(release, "PAPI", 2023, 2024, "D1")
    assert _contributions(answer, DAK_NONG) == {
        "D1.knowledge": 0.136326,
        "D1.opportunities": -0.142897,
        "D1.elections": -0.112231,
        "D1.contributions": 0.063514,
    }
    row = _unit(answer, DAK_NONG)
    assert (row["whole"], row["largest_component"], row["exact"]) == (-0.055286, "D1.opportunities", True)


def test_pci_counts_points_of_a_sub_index_by_its_weight(release: Release) -> None:
    # Đắk Nông, PCI 2022 → 2023: 64.87 → 67.79. Business support 5.82 → 7.04 with weight 1.5, transparency 6.34 → 5.41
    # with weight 0.5. The rounding of two totals and of ten sub-indices, weights 10 in all, twice: 0.11.
    answer = _answer(release, "PCI", 2022, 2023)
    row = _unit(answer, DAK_NONG)
    assert (row["whole"], row["parts"], row["remainder"], row["exact"]) == (2.92, 2.91, 0.01, True)
    assert row["rounding"] == pytest.approx(0.11)
    assert (row["largest_component"], row["largest_contribution"]) == ("support", 1.83)
    assert _contributions(answer, DAK_NONG)["transparency"] == -0.465


def test_a_total_that_is_not_published_has_no_decomposition(release: Release) -> None:
    # VCCI publishes totals of the best 30 of 2023; 14 are held with those of 2022.
    units = _answer(release, "PCI", 2022, 2023).units
    assert units["reason"].value_counts().to_dict() == {"no_figure": 49, "": 14}
    assert units.loc[units["reason"] != "", ["parts", "remainder", "largest_contribution"]].isna().all().all()


def test_a_part_across_a_break_is_in_the_remainder(release: Release) -> None:
    # D5 was measured anew in 2021. Đắk Nông: total 41.630467 → 40.044434, D5 7.441800 → 6.921461.
    answer = _answer(release, "PAPI", 2020, 2021)
    assert answer.not_compared == ("D5",)
    row = _unit(answer, DAK_NONG)
    assert (row["whole"], row["remainder"], row["missing"]) == (-1.586033, -0.520341, "D5")
    assert not row["exact"]
    assert row["largest_component"] == ""
    part = answer.parts[(answer.parts["unit"] == DAK_NONG) & (answer.parts["component"] == "D5")].iloc[0]
    assert part["reason"] == "break"
    assert pd.isna(part["score_change"])


def test_a_remainder_beyond_rounding_is_not_exact(release: Release) -> None:
    # PCI 2011: the publisher's workbook misses its own sums. Hải Dương, 58.41 → 56.29 remains -0.535.
    row = _unit(_answer(release, "PCI", 2011, 2012), "63-30")
    assert (row["whole"], row["remainder"], row["exact"], row["largest_component"]) == (-2.12, -0.535, False, "")


def test_dti_2023_lacks_parts_of_every_province(release: Release) -> None:
    # DTI 2022 → 2023 (0.5266 → 0.6150 for Đắk Nông): of the eight main indicators four are held of all.
    row = _unit(_answer(release, "DTI", 2022, 2023), DAK_NONG)
    assert (row["whole"], row["reason"]) == (0.0884, "parts_not_held")
    assert row["missing"] == "nhan_thuc_so;the_che_so;nhan_luc_so;attt_mang"
    assert pd.isna(row["parts"])


def test_par_needs_all_eight_areas_in_both_years(release: Release) -> None:
    # Đà Nẵng's totals of 2020 and 2021 are held, no area of 2020 is.
    row = _unit(_answer(release, "PAR", 2020, 2021), "63-48")
    assert row["reason"] == "parts_not_held"
    assert len(row["missing"].split(";")) == 8


UNSAID = [
    ("PCI", 2021, 2022, OVERALL, "break"),  # other weights
    ("DTI", 2023, 2024, OVERALL, "break"),
    ("PAR", 2018, 2019, OVERALL, "break"),  # of every area
    ("PAR", 2022, 2023, OVERALL, "weights_unknown"),
    ("SIPAS", 2023, 2024, OVERALL, "weights_unknown"),
    ("PAPI", 2023, 2024, "D1.knowledge", "weights_unknown"),  # no parts below
]


@pytest.mark.parametrize(("index", "first", "last", "total", "reason"), UNSAID)
def test_where_it_cannot_be_said(release: Release, index: str, first: int, last: int, total: str, reason: str) -> None:
    answer = _ask(release, index, first, last, total)
    assert isinstance(answer, CannotBeSaid)
    assert answer.reason == reason


def test_lenses_are_never_summed(release: Release) -> None:
    # PAR's split by scoring method and DTI's pillars are other views of the same totals.
    for index, first, last in (("PAPI", 2023, 2024), ("DTI", 2022, 2023), ("PAR", 2020, 2021)):
        parts = set(_answer(release, index, first, last).parts["component"])
        catalogue = release.catalogue.index(index)
        assert not parts & set(catalogue.components_in(last, ("lens", "same_as")))


def test_where_weights_change_contributions_hold_that_change(release: Release) -> None:
    # As if no break were known: Hải Phòng, PCI 2021 → 2022, 70.61 → 70.76. Transparency 6.82 x 2 → 6.22 x 0.5,
    # proactivity 7.73 x 0.5 → 7.49 x 1.5.
    answer = _answer(replace(release, breaks=release.breaks.iloc[:0]), "PCI", 2021, 2022)
    assert "transparency" in answer.reweighted
    assert "entry" not in answer.reweighted
    contributions = _contributions(answer, HAI_PHONG)
    assert (contributions["transparency"], contributions["proactivity"]) == (-10.53, 7.37)
    row = _unit(answer, HAI_PHONG)
    assert (row["whole"], row["exact"]) == (0.15, True)


@pytest.mark.parametrize(
    ("index", "first", "last"), [("PAPI", 2023, 2024), ("PCI", 2018, 2019), ("PCI", 2011, 2012), ("PAPI", 2020, 2021)]
)
def test_parts_and_remainder_add_up_to_the_whole(release: Release, index: str, first: int, last: int) -> None:
    answer = _answer(release, index, first, last)
    units = answer.units[answer.units["reason"] == ""].set_index("unit")
    summed = answer.parts.groupby("unit")["contribution"].sum()
    pd.testing.assert_series_equal(
        (summed.reindex(units.index) + units["remainder"]), units["whole"], check_names=False, atol=1e-6, rtol=0
    )


def test_the_earlier_edition_comes_first(release: Release) -> None:
    with pytest.raises(ValueError, match="earlier edition first"):
        _ask(release, "DTI", 2023, 2022)
