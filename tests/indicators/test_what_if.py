"""What-if on published editions: totals and places worked out by hand from the publishers' tables."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.what_if import Adjustable, WhatIf, adjustable_parts, last_whole_edition, what_if

PCI_2022 = EditionKey("PCI", 2022, "63")
QUANG_NAM = "63-49"


def test_nothing_changed_gives_the_published_total_and_its_place(release: Release) -> None:
    assert what_if(release, PCI_2022, QUANG_NAM, {}) == WhatIf(66.62, 66.62, 22, 22, 63)


def test_points_of_a_part_count_by_its_weight(release: Release) -> None:
    # Labour 5.35 → 8.00 and land 7.23 → 8.23, both with weight 1 in 2022: 66.62 + 2.65 + 1.00. The third total
    # published is 70.76, the fourth 70.26: fourth place.
    answer = what_if(release, PCI_2022, QUANG_NAM, {"labor": 8.0, "land": 8.23})
    assert answer == WhatIf(66.62, 70.27, 22, 4, 63)


def test_a_weight_of_one_and_a_half_counts_so(release: Release) -> None:
    answer = what_if(release, PCI_2022, QUANG_NAM, {"support": 6.9})
    assert isinstance(answer, WhatIf)
    assert answer.total_after == 68.12


def test_parts_come_with_their_scale(release: Release) -> None:
    parts = adjustable_parts(release, EditionKey("PAPI", 2024, "63"), "63-67")
    assert isinstance(parts, tuple)
    assert parts[-1] == Adjustable("D8", 3.268194, 1.0, 1.0, 10.0)
    assert len(parts) == 8


def test_an_edition_held_in_part_gives_no_place(release: Release) -> None:
    # VCCI publishes the totals of the best 30 only.
    answer = what_if(release, EditionKey("PCI", 2023, "63"), QUANG_NAM, {})
    assert isinstance(answer, CannotBeSaid)
    assert (answer.reason, answer.due) == ("edition_not_whole", 63)


def test_parts_not_held_are_named(release: Release) -> None:
    answer = adjustable_parts(release, EditionKey("DTI", 2023, "63"), "63-67")
    assert answer == CannotBeSaid(
        "parts_not_held", 4, 8, ("nhan_thuc_so", "the_che_so", "nhan_luc_so", "attt_mang")
    )  # fmt: skip


def test_unknown_weights_are_named(release: Release) -> None:
    answer = adjustable_parts(release, EditionKey("SIPAS", 2024, "63"), "63-75")
    assert answer == CannotBeSaid("weights_unknown", missing=("policy", "service"))


def test_a_province_that_was_not_measured_has_no_answer(release: Release) -> None:
    # Quảng Ninh is not in the PAPI of 2021.
    answer = what_if(release, EditionKey("PAPI", 2021, "63"), "63-22", {})
    assert isinstance(answer, CannotBeSaid)


@pytest.mark.parametrize(("component", "score"), [("labor", 10.5), ("labor", 0.9), ("D8", 5.0)])
def test_what_lies_outside_the_scale_or_the_index_is_refused(release: Release, component: str, score: float) -> None:
    with pytest.raises(ValueError, match=component):
        what_if(release, PCI_2022, QUANG_NAM, {component: score})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(low=st.floats(1, 10), more=st.floats(0, 9))
def test_more_points_never_lower_the_place(release: Release, low: float, more: float) -> None:
    answers = [what_if(release, PCI_2022, QUANG_NAM, {"land": score}) for score in (low, min(10.0, low + more))]
    assert all(isinstance(answer, WhatIf) for answer in answers)
    before, after = (answer for answer in answers if isinstance(answer, WhatIf))
    assert after.place_after <= before.place_after


@pytest.mark.parametrize(
    ("index", "unit", "year"),
    # Of PCI the totals of all 63 are held up to 2022; Tiền Giang (82) was not measured by PAPI 2024.
    [("PCI", "63-67", 2022), ("PAPI", "63-67", 2024), ("PAPI", "63-82", 2023), ("DTI", "63-67", 2024)],
)
def test_the_last_whole_edition_is_one_that_measured_the_province(
    release: Release, index: str, unit: str, year: int
) -> None:
    assert last_whole_edition(release, index, unit) == EditionKey(index, year, "63")


def test_an_index_without_a_whole_edition_says_how_much_of_the_newest_is_held(release: Release) -> None:
    # 13 scores of PAR INDEX 2024 are held.
    assert last_whole_edition(release, "PAR", "63-67") == CannotBeSaid("edition_not_whole", 13, 63)
    assert last_whole_edition(release, "PAPI", "34-68") == CannotBeSaid("no_edition")
