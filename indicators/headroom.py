"""How far it is to the next place: arithmetic on one published edition, not a forecast."""

from dataclasses import dataclass

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness, former_figures, measured_scores
from indicators.ranking import PlaceKind, competition_ranks
from indicators.release import Release


@dataclass(frozen=True, slots=True)
class NextPlace:
    """The points, in the unit of the score, that a unit lacks to draw level with those just ahead of it.

    `place` is theirs, `place_of` of how many measured units. `former_ahead`: the Vietnamese names of those among them
    that ended before the 63 (Hà Tây), which have no unit key.
    """

    points: float
    place: int
    place_of: int
    place_kind: PlaceKind
    units_ahead: tuple[str, ...]
    former_ahead: tuple[str, ...] = ()


def points_to_next_place(
    release: Release, key: EditionKey, unit: str, component: str = OVERALL
) -> NextPlace | CannotBeSaid:
    """Answer how many points a unit lacks to the next place, in editions of which every score is held.

    Places are the published ranks where the edition holds them all, else the order by score; every measured unit
    counts, also one that has ended. In an edition held in part the next score held may be many places away, so that
    nothing is said. Reasons for no answer: `edition_not_whole`, `no_figure`, `first_place`.
    """
    held = completeness(release, key, component)
    if not held.whole:
        return CannotBeSaid("edition_not_whole", held.held, held.due)
    scores = measured_scores(release, key, component)
    if unit not in scores.index:
        return CannotBeSaid("no_figure")
    former = former_figures(release, key, component)
    published = release.figures(key, component).set_index("unit")["rank"]
    ranks = pd.concat([published, former["rank"]]).astype("Int64").reindex(scores.index)
    kind: PlaceKind = "rank" if ranks.notna().all() else "order"
    places = (ranks if kind == "rank" else competition_ranks(scores)).astype("int")
    ahead = places[places < places[unit]]
    if ahead.empty:
        return CannotBeSaid("first_place")
    nearest = [str(name) for name in ahead.index[ahead == ahead.max()]]
    points = round(float(scores[nearest].min() - scores[unit]), 6)
    gone = [name for name in nearest if name in former.index]
    return NextPlace(
        points,
        int(ahead.max()),
        held.due,
        kind,
        tuple(name for name in nearest if name not in gone),
        tuple(str(former.loc[name, "name"]) for name in gone),
    )
