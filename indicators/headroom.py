"""How far it is to the next place: arithmetic on one published edition, not a forecast."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness
from indicators.ranking import PlaceKind
from indicators.release import Release
from indicators.results import edition_table


@dataclass(frozen=True, slots=True)
class NextPlace:
    """The points, in the unit of the score, that a unit lacks to draw level with those just ahead of it."""

    points: float
    place: int
    place_kind: PlaceKind
    units_ahead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CannotBeSaid:
    """Why a question has no answer: no figure of the unit, the first place, or scores of the edition that are not
    held.
    """

    reason: Literal["no_figure", "first_place", "edition_not_whole"]
    scores_missing: int


def points_to_next_place(
    release: Release, key: EditionKey, unit: str, component: str = OVERALL
) -> NextPlace | CannotBeSaid:
    """Answer how many points a unit lacks to the next place, in editions of which every score is held.

    Places are the published ranks where the edition holds them all, else the order by score. In an edition held in
    part the next score held may be many places away, so that nothing is said.
    """
    held = completeness(release, key, component)
    if not held.whole:
        return CannotBeSaid("edition_not_whole", held.due - held.held)
    table = edition_table(release, key, component)
    scored = table[table["score"].notna()]
    kind: PlaceKind = "rank" if scored["rank"].notna().all() else "order"
    places = scored.set_index("unit")[kind].astype("int")
    scores = scored.set_index("unit")["score"].astype("float64")
    if unit not in scores.index:
        return CannotBeSaid("no_figure", 0)
    ahead = places[places < places[unit]]
    if ahead.empty:
        return CannotBeSaid("first_place", 0)
    nearest = ahead[ahead == ahead.max()]
    units = tuple(str(name) for name in nearest.index)
    points = round(float(pd.Series(scores[list(units)]).min() - scores[unit]), 6)
    return NextPlace(points, int(nearest.iloc[0]), kind, units)
