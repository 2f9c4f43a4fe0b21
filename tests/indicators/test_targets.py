"""Targets against published results; each case names what the publisher printed."""

from dataclasses import replace

import pytest
from invented_breaks import with_break_of_ha_noi

from indicators.release import Release
from indicators.targets import Target, check_target, laid_over, review_target, units_judged

# PCI 2022 (VCCI, 11 April 2023): Bắc Giang second of 63 with 72.80, after rank 31 with 64.74 the year before.
# PAPI 2024: Đắk Nông 40.537382, a score without rank: 58th by score of the 61 measured.
JUDGED = [
    (Target("63-24", "PCI", "overall", 2022, "rank_at_most", 5), "reached", 3, "rank"),
    (Target("63-24", "PCI", "overall", 2022, "rank_at_most", 1), "missed", -1, "rank"),
    (Target("63-24", "PCI", "overall", 2022, "score_at_least", 73), "missed", -0.2, "rank"),
    (Target("63-67", "PAPI", "overall", 2024, "rank_at_most", 30), "missed", -28, "order"),
    (Target("63-67", "PAPI", "overall", 2024, "score_at_least", 40.5), "reached", 0.037382, "order"),
    # Reached to the hundredth is reached.
    (Target("63-24", "PCI", "overall", 2022, "score_at_least", 72.8), "reached", 0, "rank"),
    # Land access of Bắc Giang: 6.10 in 2013, 6.03 in 2014.
    (Target("63-24", "PCI", "land", 2014, "score_kept", since_year=2013), "missed", -0.07, "rank"),
]


@pytest.mark.parametrize(("target", "verdict", "margin", "kind"), JUDGED)
def test_a_target_is_judged_by_the_published_figure(
    release: Release, target: Target, verdict: str, margin: float, kind: str
) -> None:
    result = review_target(release, target)
    assert (result.verdict, result.margin, result.place_kind, result.reason) == (verdict, margin, kind, "")


UNSAID = [
    # VCCI prints the best 30 of 2023 only; Cao Bằng is not held, which is not the same as "worse than 30th".
    (Target("63-04", "PCI", "overall", 2023, "rank_at_most", 30), "no_figure"),
    # SIPAS is measured anew from 2022.
    (Target("63-31", "SIPAS", "overall", 2022, "score_kept", since_year=2021), "break"),
    # Quảng Ninh is not in the PAPI of 2021.
    (Target("63-22", "PAPI", "overall", 2021, "score_at_least", 1), "no_figure"),
    (Target("63-22", "PAPI", "overall", 2031, "score_at_least", 1), "no_edition"),
    (Target("63-22", "PAPI", "overall", 2024, "score_kept", since_year=1999), "no_edition"),
]


@pytest.mark.parametrize(("target", "reason"), UNSAID)
def test_without_figures_or_across_a_break_nothing_is_said(release: Release, target: Target, reason: str) -> None:
    result = review_target(release, target)
    assert (result.verdict, result.reason, result.margin) == ("cannot_be_said", reason, None)


def test_a_break_of_the_province_alone_is_a_break(release: Release) -> None:
    target = Target("63-01", "PCI", "land", 2016, "score_kept", since_year=2015)
    assert review_target(release, target).reason == ""
    assert review_target(with_break_of_ha_noi(release), target).reason == "break"


SOUND = Target("63-24", "PCI", "overall", 2025, "rank_at_most", 5)
UNSOUND = [
    (Target("63-99", "PCI", "overall", 2025, "rank_at_most", 5), "unit"),
    (Target("63-24", "XYZ", "overall", 2025, "rank_at_most", 5), "index"),
    (Target("63-24", "PCI", "D1", 2025, "rank_at_most", 5), "component"),
    (Target("63-24", "PCI", "overall", 2025, "rank_at_most", 5.5), "value"),
    (Target("63-24", "PCI", "overall", 2025, "rank_at_most", 0), "value"),
    (Target("63-24", "PCI", "overall", 2025, "score_at_least"), "value"),
    (Target("63-24", "PCI", "overall", 2025, "rank_kept"), "since_year"),
    (Target("63-24", "PCI", "overall", 2025, "rank_kept", since_year=2025), "since_year"),
]


@pytest.mark.parametrize(("target", "field"), [(SOUND, None), *UNSOUND])
def test_a_target_that_cannot_be_names_its_field(release: Release, target: Target, field: str | None) -> None:
    assert check_target(release, target) == field


def test_a_merged_province_is_judged_by_its_predecessors_unless_it_has_a_figure_of_its_own(release: Release) -> None:
    # Today's Lâm Đồng was made of Bình Thuận (60), Đắk Nông (67) and Lâm Đồng (68).
    assert set(units_judged(release, "34-68", "PAPI", 2024)) == {"63-60", "63-67", "63-68"}
    assert units_judged(release, "34-01", "PCI", 2022) == ("63-01",)
    # DTI 2024 is published for the 34 too; of eight of them the figure is held, Hà Nội among them.
    assert units_judged(release, "34-01", "DTI", 2024) == ("34-01",)
    assert units_judged(release, "34-68", "PCI", 2030) == ("34-68",)
    assert units_judged(release, "63-67", "PAPI", 2024) == ("63-67",)


def test_the_last_of_two_targets_for_the_same_thing_stands() -> None:
    first = Target("63-24", "PCI", "overall", 2025, "rank_at_most", 5)
    other = Target("63-24", "PCI", "overall", 2025, "score_at_least", 70)
    assert laid_over([first, other], [replace(first, value=3)]) == [replace(first, value=3), other]
