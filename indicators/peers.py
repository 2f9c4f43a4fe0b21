"""Whom a province is like: the provinces of its region, those nearest to it by what is known of them, or a set chosen.

A province is never its own peer.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.release import Release
from indicators.source_ids import joined_source_ids
from indicators.units import Unit, UnitSystem

MEASURES = ("population_avg", "area_km2", "grdp_per_capita")
PEER_COUNT = 5
PEER_COLUMNS = ["unit", "peer", "position", "distance"]

Values = np.ndarray[Any, np.dtype[np.float64]]
PeerKind = Literal["region", "nearest", "chosen"]
LeftOutReason = Literal["not_held", "not_complete", "no_spread"]


@dataclass(frozen=True, slots=True)
class MeasureUsed:
    """A measure that distances rest on, of one year: the nearest in which all units of the system have it.

    `source_id` is written so that `Release.source` finds it from any index; `kind` is `published`, or `computed` where
    a figure of it is.
    """

    measure: str
    year: int
    kind: str
    source_id: str


@dataclass(frozen=True, slots=True)
class MeasureLeftOut:
    """A measure that distances do not rest on, and why.

    `not_held` at all, `not_complete` in any year (`missing`: who lacks it in the fullest one), or `no_spread`: it does
    not tell the provinces apart.
    """

    measure: str
    reason: LeftOutReason
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Peers:
    """The peers of all units of a system.

    `table`, one row a unit and peer (units in Vietnamese order, peers by `position`): PEER_COLUMNS; distance is
    missing where peers are not chosen by distance.
    """

    kind: PeerKind
    table: pd.DataFrame
    used: tuple[MeasureUsed, ...] = ()
    left_out: tuple[MeasureLeftOut, ...] = ()

    def of(self, unit: str) -> tuple[str, ...]:
        """Return the peers of a unit, nearest first."""
        return tuple(self.table.loc[self.table["unit"] == unit, "peer"].astype("str"))


def region_peers(release: Release, system: UnitSystem) -> Peers | CannotBeSaid:
    """Give every unit of the 63 the others of its region, in Vietnamese order.

    Cannot be said of the 34 (`unit_system`): seven of them would span two regions.
    """
    if system != "63":
        return CannotBeSaid("unit_system")
    provinces = release.provinces
    regions = {unit: provinces[unit].region for unit in provinces.units(system)}
    sets = {unit: [other for other in regions if regions[other] == regions[unit]] for unit in regions}
    return Peers("region", _table(sets))


def chosen_peers(release: Release, chosen: Mapping[str, Sequence[str]]) -> Peers:
    """Give units the peers that a reader picked for them, in the order picked, once each and never themselves.

    Raises UnknownUnitError for what is no province, ValueError for a peer of the other unit system.
    """
    for unit, picked in chosen.items():
        for other in (unit, *picked):
            if Unit.parse(release.provinces[other].unit).system != Unit.parse(unit).system:
                message = f"{other} cannot be a peer of {unit}: provinces of the 63 and of the 34 are never compared."
                raise ValueError(message)
    return Peers("chosen", _table({unit: list(dict.fromkeys(picked)) for unit, picked in chosen.items()}))


def nearest_peers(
    release: Release, system: UnitSystem, year: int, count: int = PEER_COUNT, measures: Sequence[str] = MEASURES
) -> Peers | CannotBeSaid:
    """Give every unit of a system the `count` nearest by population, area and GRDP per head around a year.

    Each measure is taken of the year nearest to `year` in which all units of the system have it (the later of two as
    near); one that is complete in no year is left out for all, so that all distances are of one kind. Distances are
    those of `robust_distances`; of equal ones the first in Vietnamese order is nearer.
    Cannot be said where no measure can be used (`no_figure`).
    """
    units = release.provinces.units(system)
    used: list[MeasureUsed] = []
    left_out: list[MeasureLeftOut] = []
    columns: list[Values] = []
    for measure in measures:
        found = _complete_near(release, measure, units, year)
        if isinstance(found, MeasureLeftOut):
            left_out.append(found)
        elif _quartile_range(found[0]) == 0:
            left_out.append(MeasureLeftOut(measure, "no_spread"))
        else:
            columns.append(found[0])
            used.append(found[1])
    if not used:
        return CannotBeSaid("no_figure")
    distances = robust_distances(np.column_stack(columns))
    np.fill_diagonal(distances, np.inf)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, : min(count, len(units) - 1)]
    table = _table({unit: [units[other] for other in row] for unit, row in zip(units, nearest.tolist(), strict=True)})
    table["distance"] = np.take_along_axis(distances, nearest, axis=1).ravel()
    return Peers("nearest", table, tuple(used), tuple(left_out))


def robust_distances(values: Values) -> Values:
    """Give the distance between any two rows: Euclid's, over columns scaled by their median and interquartile range.

    A column is scaled by (value - median) / (third quartile - first quartile), which the few very large provinces do
    not stretch as they would a standard deviation (the scaling of scikit-learn's `RobustScaler`; on medians and
    quartiles P. J. Huber, "Robust Statistics", 1981). A distance has no unit: 1 is one interquartile range of one
    column. `values`: rows down, columns across, none missing, each column with an interquartile range.
    """
    scaled = (values - np.median(values, axis=0)) / _quartile_range(values)
    return np.sqrt(((scaled[:, None, :] - scaled[None, :, :]) ** 2).sum(axis=2))


def _quartile_range(values: Values) -> Values:
    first, third = np.quantile(values, [0.25, 0.75], axis=0)
    return third - first


def _complete_near(
    release: Release, measure: str, units: list[str], year: int
) -> tuple[Values, MeasureUsed] | MeasureLeftOut:
    context = release.context
    rows = context[(context["measure"] == measure) & context["unit"].isin(units) & context["value"].notna()]
    counts = Counter(int(found) for found in rows["year"].tolist())
    if not counts:
        return MeasureLeftOut(measure, "not_held", tuple(units))
    complete = [found for found, count in counts.items() if count == len(units)]
    if not complete:
        fullest = max(counts, key=lambda found: (counts[found], found))
        held = set(rows.loc[rows["year"] == fullest, "unit"])
        return MeasureLeftOut(measure, "not_complete", tuple(unit for unit in units if unit not in held))
    chosen_year = min(complete, key=lambda found: (abs(found - year), -found))
    chosen = rows[rows["year"] == chosen_year].set_index("unit").loc[units]
    kind = "computed" if (chosen["kind"] == "computed").any() else "published"
    sources = joined_source_ids("context:" + chosen["source_id"])
    return chosen["value"].to_numpy(dtype="float64"), MeasureUsed(measure, chosen_year, kind, sources)


def _table(sets: dict[str, list[str]]) -> pd.DataFrame:
    rows = [
        (unit, peer, position, np.nan)
        for unit, members in sets.items()
        for position, peer in enumerate((member for member in members if member != unit), start=1)
    ]
    return pd.DataFrame(rows, columns=PEER_COLUMNS)
