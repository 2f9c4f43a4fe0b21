"""How every province did over a period, with its middle: where it began, where it stands, and who improved most.

A period is a plan's (2022–2025); it is reviewed by what is held inside it, and only as far as it can be compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.change import Change, change_between
from indicators.comparability import Crossing, compare, crossings_between
from indicators.movement import Movement, movement_between
from indicators.ranking import competition_ranks
from indicators.release import Release
from indicators.results import edition_table
from indicators.units import UnitSystem

EDITIONS_OF_A_CHANGE = 2

MIDDLE_COLUMNS = {
    "score": "score_middle",
    "place": "place_middle",
    "place_of": "place_of_middle",
    "place_kind": "place_kind_middle",
}


@dataclass(frozen=True, slots=True)
class Period:
    """The editions by which a period is reviewed: the first and the last held inside it, and the one in its middle.

    `middle` is None where no edition lies between. `first` and `last` are the ends of the latest stretch that can be
    compared: where it is shorter than what is held of the period, `breaks` are what cut it.
    """

    first: EditionKey
    middle: EditionKey | None
    last: EditionKey
    breaks: tuple[Crossing, ...]


@dataclass(frozen=True)
class PeriodReview:
    """The results of all units over a period.

    `table`: the columns of `change.Change.table` from the first to the last edition, then score_middle, place_middle,
    place_of_middle, place_kind_middle, and own, field (places, positive = better; missing where no movement can be
    said). `movement`: the movement behind the last two, or why there is none.
    """

    period: Period
    change: Change
    table: pd.DataFrame
    movement: Movement | CannotBeSaid


def period_of(
    release: Release, index: str, system: UnitSystem, first_year: int, last_year: int, component: str = OVERALL
) -> Period | CannotBeSaid:
    """Find the editions by which a period is reviewed.

    Cannot be said where fewer than two editions inside it hold figures (`no_edition`), or where no two of them can be
    compared (`break`, with what lies between).
    """
    held = [
        edition.key
        for edition in release.catalogue.editions_of(index, system)
        if first_year <= edition.key.year <= last_year and release.holds(edition.key, component)
    ]
    if len(held) < EDITIONS_OF_A_CHANGE:
        return CannotBeSaid("no_edition", held=len(held), due=EDITIONS_OF_A_CHANGE)
    crossings = crossings_between(release, index, component, held[0].year, held[-1].year)
    breaks = tuple(crossing for crossing in crossings if crossing.degree == "break")
    for last in reversed(held):
        series = [key for key in held if key.year < last.year and compare(release, key, last, component).comparable]
        if series:
            centre = (series[0].year + last.year) / 2
            middle = min(series[1:], key=lambda key: (abs(key.year - centre), key.year), default=None)
            return Period(series[0], middle, last, breaks)
    return CannotBeSaid("break", crossings=breaks)


def review_period(release: Release, period: Period, component: str = OVERALL) -> PeriodReview:
    """Review all units over a period as found by `period_of`."""
    change = change_between(release, period.first, period.last, component)
    movement = movement_between(release, period.first, period.last, component)
    table = change.table.merge(_middle(release, period.middle, component, change.table), on="unit", how="left")
    if isinstance(movement, Movement):
        moved = movement.table[["unit", "own", "field"]]
    else:
        empty = pd.Series(pd.NA, table.index, dtype="Int64")
        moved = pd.DataFrame({"unit": table["unit"], "own": empty, "field": empty})
    return PeriodReview(period, change, table.merge(moved, on="unit", how="left"), movement)


def best_improvers(review: PeriodReview, count: int, units: Sequence[str] | None = None) -> pd.DataFrame:
    """Name the units that improved most by their own movement, best first; among some of them where a list is given.

    Columns as `PeriodReview.table`. Who is tied with the last of them is named too, and who moved no place up by its
    own score is not. Empty where no movement can be said. Equal own movements stand by their score change.
    """
    table = review.table if units is None else review.table[review.table["unit"].isin(list(units))]
    risen = table[table["own"].fillna(0) > 0].sort_values(["own", "score_change"], ascending=False, kind="stable")
    # "1224": who is tied with the last one has the same place.
    return risen[competition_ranks(risen["own"]) <= count].reset_index(drop=True)


def _middle(release: Release, key: EditionKey | None, component: str, table: pd.DataFrame) -> pd.DataFrame:
    if key is not None:
        return edition_table(release, key, component)[["unit", *MIDDLE_COLUMNS]].rename(columns=MIDDLE_COLUMNS)
    empty = pd.Series(pd.NA, table.index, dtype="Int64")
    columns = {"score_middle": float("nan"), "place_middle": empty, "place_of_middle": empty, "place_kind_middle": ""}
    return pd.DataFrame({"unit": table["unit"], **columns})
