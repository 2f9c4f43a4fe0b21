"""Reviews of a period on published editions, counted by hand from the publishers' tables."""

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.period_review import Period, PeriodReview, best_improvers, period_of, review_period
from indicators.release import Release


def _review(release: Release, index: str, first: int, last: int) -> PeriodReview:
    period = period_of(release, index, "63", first, last)
    assert isinstance(period, Period)
    return review_period(release, period)


def test_a_period_has_its_ends_and_its_middle(release: Release) -> None:
    period = period_of(release, "PAPI", "63", 2020, 2025)
    assert period == Period(
        EditionKey("PAPI", 2020, "63"), EditionKey("PAPI", 2022, "63"), EditionKey("PAPI", 2024, "63"), ()
    )


def test_own_and_field_movement_over_the_period(release: Release) -> None:
    # Of 61 provinces with a PAPI score in 2020 and 2024, Bình Thuận stood 51st, then third; with its old 40.978449 it
    # would have stood 55th among the scores of 2024.
    row = _review(release, "PAPI", 2020, 2024).table.set_index("unit").loc["63-60"]
    assert (row["place_from"], row["place_middle"], row["place_to"], row["place_of_to"]) == (51, 7, 3, 61)
    assert (row["field"], row["own"], row["place_change"]) == (-4, 52, 48)


def test_best_improvers_by_own_movement_in_the_country_and_in_a_region(release: Release) -> None:
    review = _review(release, "PAPI", 2020, 2024)
    assert best_improvers(review, 3)["unit"].tolist() == ["63-60", "63-94", "63-58"]
    highlands = best_improvers(review, 5, release.provinces.units("63", "CHL"))
    assert highlands["unit"].tolist() == ["63-66", "63-68"]


def test_a_period_cut_by_a_break_is_reviewed_as_far_as_it_can_be_compared(release: Release) -> None:
    # SIPAS is measured anew from 2022, DTI from 2024.
    sipas = period_of(release, "SIPAS", "63", 2020, 2024)
    assert isinstance(sipas, Period)
    assert (sipas.first.year, sipas.last.year) == (2022, 2024)
    assert [(crossing.between_year, crossing.and_year) for crossing in sipas.breaks] == [(2021, 2022)]
    dti = period_of(release, "DTI", "63", 2022, 2024)
    assert isinstance(dti, Period)
    assert (dti.first.year, dti.middle, dti.last.year) == (2022, None, 2023)


def test_a_period_across_a_break_alone_cannot_be_reviewed(release: Release) -> None:
    answer = period_of(release, "SIPAS", "63", 2021, 2022)
    assert isinstance(answer, CannotBeSaid)
    assert (answer.reason, len(answer.crossings)) == ("break", 1)


def test_one_edition_is_no_period(release: Release) -> None:
    assert period_of(release, "PCI", "63", 2024, 2025) == CannotBeSaid("no_edition", held=1, due=2)


def test_where_scores_are_not_held_nobody_improved_most(release: Release) -> None:
    review = _review(release, "PAR", 2022, 2024)
    assert isinstance(review.movement, CannotBeSaid)
    assert review.movement.reason == "edition_not_whole"
    assert best_improvers(review, 3).empty
    # The published ranks stand all the same: Đà Nẵng fifth of 63 in 2022.
    assert review.table.set_index("unit").loc["63-48", "rank_from"] == 5
