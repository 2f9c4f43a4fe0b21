"""How far it is to the next place, to a place wanted, to the median and to the best.

Arithmetic on one published edition and not a forecast: in the next edition the others move too.
"""

from dataclasses import dataclass

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Words
from indicators.ranking import PlaceKind
from indicators.release import Release
from indicators.whole_field import whole_field


@dataclass(frozen=True, slots=True)
class NextPlace:
    """The points, in the unit of the score, that a unit lacks to draw level with those just ahead of it.

    `place` is theirs, `place_of` of how many measured units. `former_ahead`: the names of those among them
    that ended before the 63 (Hà Tây), which have no unit key.
    """

    points: float
    place: int
    place_of: int
    place_kind: PlaceKind
    units_ahead: tuple[str, ...]
    former_ahead: tuple[Words, ...] = ()


def points_to_next_place(
    release: Release, key: EditionKey, unit: str, component: str = OVERALL
) -> NextPlace | CannotBeSaid:
    """Answer how many points a unit lacks to the next place, in editions of which every score is held.

    Places are the published ranks where the edition holds them all, else the order by score; every measured unit
    counts, also one that has ended. In an edition held in part the next score held may be many places away, so that
    nothing is said. Reasons for no answer: `edition_not_whole`, `no_figure`, `first_place`.
    """
    return _points_ahead(release, key, unit, component, None)


def points_to_place(
    release: Release, key: EditionKey, unit: str, place: int, component: str = OVERALL
) -> NextPlace | CannotBeSaid:
    """Answer how many points a unit lacks to draw level with the one at a wanted place, or just ahead of it.

    Where a tie leaves that place out ("1224": nobody is third), the place ahead of it counts. As for the next place,
    the edition must be whole. `first_place`: the unit stands there already or better.
    """
    return _points_ahead(release, key, unit, component, place)


@dataclass(frozen=True)
class Headroom:
    """What every unit of an edition lacks, in the unit of the score.

    `table`, one row a unit in Vietnamese order: unit, score, place, points_to_next and next_place (missing for the
    first), points_to_median (negative above it), points_to_best; missing where the unit has no figure. `place_kind`:
    published ranks where all are held, else our order by score, of `place_of` measured units. The median is that of
    all measured units.
    """

    table: pd.DataFrame
    place_kind: PlaceKind
    place_of: int
    median: float
    best: float


def headroom(release: Release, key: EditionKey, component: str = OVERALL) -> Headroom | CannotBeSaid:
    """Answer for all units at once what they lack to the next place, the median and the best score.

    Cannot be said (`edition_not_whole`) unless every measured unit's score is held.
    """
    field = whole_field(release, key, component)
    if isinstance(field, CannotBeSaid):
        return field
    # The lowest score among those at each place: to draw level with the place is to reach it.
    at_place = field.scores.groupby(field.places).min().sort_index()
    ahead = pd.Series(at_place.index, at_place.index).shift()
    table = pd.DataFrame({"score": field.scores, "place": field.places})
    table["next_place"] = table["place"].map(ahead).astype("Int64")
    table["points_to_next"] = (table["place"].map(at_place.shift()) - table["score"]).round(6)
    median, best = float(field.scores.median()), float(field.scores.max())
    table["points_to_median"] = (median - table["score"]).round(6)
    table["points_to_best"] = (best - table["score"]).round(6)
    units = release.provinces.units(key.system)
    return Headroom(
        table.reindex(units).astype({"place": "Int64"}).rename_axis("unit").reset_index(),
        field.kind,
        len(field.scores),
        median,
        best,
    )


def _points_ahead(
    release: Release, key: EditionKey, unit: str, component: str, wanted: int | None
) -> NextPlace | CannotBeSaid:
    field = whole_field(release, key, component)
    if isinstance(field, CannotBeSaid):
        return field
    if unit not in field.scores.index:
        return CannotBeSaid("no_figure")
    own = int(field.places[unit])
    ahead = field.places[field.places < own]
    if ahead.empty or (wanted is not None and own <= wanted):
        return CannotBeSaid("first_place")
    if wanted is not None:
        ahead = ahead[ahead <= wanted]
    nearest = [str(name) for name in ahead.index[ahead == ahead.max()]]
    points = round(float(field.scores[nearest].min() - field.scores[unit]), 6)
    gone = [name for name in nearest if name in field.former.index]
    return NextPlace(
        points,
        int(ahead.max()),
        len(field.scores),
        field.kind,
        tuple(name for name in nearest if name not in gone),
        tuple(Words(*(str(field.former.loc[name, column]) for column in ("name", "name_en"))) for name in gone),
    )
