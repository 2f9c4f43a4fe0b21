"""Where the points to a better score lie, worked out by hand from the publishers' tables."""

from typing import Any

import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.component_gaps import ComponentGaps, component_gaps
from indicators.release import Release

DAK_NONG = "63-67"


def _of(gaps: ComponentGaps | CannotBeSaid, unit: str, component: str) -> dict[Any, Any]:
    assert isinstance(gaps, ComponentGaps)
    row = gaps.table[(gaps.table["unit"] == unit) & (gaps.table["component"] == component)]
    return row[["score", "reference", "gap", "weight", "weighted_gap"]].iloc[0].to_dict()


def test_the_gap_to_the_best_counts_by_its_weight(release: Release) -> None:
    # PCI 2022: the best labour score is 7.67, weight 1; the best support score 7.04, weight 1.5.
    gaps = component_gaps(release, EditionKey("PCI", 2022, "63"))
    assert _of(gaps, DAK_NONG, "labor") == {
        "score": 4.71, "reference": 7.67, "gap": 2.96, "weight": 1.0, "weighted_gap": 2.96,
    }  # fmt: skip
    assert _of(gaps, DAK_NONG, "support") == {
        "score": 5.82, "reference": 7.04, "gap": 1.22, "weight": 1.5, "weighted_gap": 1.83,
    }  # fmt: skip


def test_shares_of_a_province_add_to_one_and_labour_holds_most_of_it(release: Release) -> None:
    gaps = component_gaps(release, EditionKey("PCI", 2022, "63"))
    assert isinstance(gaps, ComponentGaps)
    own = gaps.table[gaps.table["unit"] == DAK_NONG]
    assert own["share"].sum() == pytest.approx(1)
    assert own.sort_values("share").iloc[-1]["component"] == "labor"
    # 2.96 of 12.565 points in all.
    assert own["share"].max() == pytest.approx(0.23558, abs=0.00001)


def test_who_stands_above_the_median_has_no_gap_to_it(release: Release) -> None:
    # PCI 2007: An Giang's land access 6.63, the median of 64 is 6.275.
    gaps = component_gaps(release, EditionKey("PCI", 2007, "63"), "median")
    assert _of(gaps, "63-89", "land")["gap"] == 0


def test_the_end_of_the_scale_needs_no_other_province(release: Release) -> None:
    gaps = component_gaps(release, EditionKey("DTI", 2023, "63"), "maximum")
    assert isinstance(gaps, ComponentGaps)
    assert gaps.not_whole == ()
    # Đắk Nông's four further indicators are not held, so that no share of the whole can be said.
    own = gaps.table[gaps.table["unit"] == DAK_NONG]
    assert int(own["gap"].notna().sum()) == 4
    assert own["share"].isna().all()


def test_parts_that_are_not_whole_are_left_out_and_named(release: Release) -> None:
    gaps = component_gaps(release, EditionKey("DTI", 2023, "63"))
    assert isinstance(gaps, ComponentGaps)
    assert gaps.not_whole == ("nhan_thuc_so", "the_che_so", "nhan_luc_so", "attt_mang")
    assert gaps.table["share"].isna().all()


def test_without_weights_nothing_is_said(release: Release) -> None:
    answer = component_gaps(release, EditionKey("SIPAS", 2024, "63"))
    assert answer == CannotBeSaid("weights_unknown", missing=("policy", "service"))
