"""How firm a place is: the points that separate every unit of an edition from those some places up and down."""

from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.ranking import PlaceKind
from indicators.release import Release
from indicators.whole_field import whole_field

FARTHEST = 5
# Scores hold six decimals at most: a difference of one step may come out of the floats longer by far less than one.
_FLOAT_NOISE = 1e-9


@dataclass(frozen=True)
class Robustness:
    """How firm the places of one edition are.

    `table`, one row a unit of the system in Vietnamese order, in the unit of the component:
    unit, score, place; up_1 … up_5: points that the unit lacks to draw level with those k places up; down_1 … down_5:
    points that it has ahead of those k places down; missing beyond the ends of the list;
    close_up, close_down: the next place up or down is not more than one `step` away; tied: how many others share the
    place; within: how many others score within one step of it, ties and former units included;
    reason: `no_figure` for a unit that was not measured, else "".

    `step`: one unit of the last decimal that the edition is printed with. Scores one step apart can lie as near as you
    like before rounding (74.9949 and 74.9950 are printed 74.99 and 75.00), so that no more than the rounding holds
    them apart. It says nothing of the error of a survey, which publishers do not print for every province.
    `place_kind`: `rank` where every published rank is held, else `order` (by score, "1224"); `place_of` of how many.
    """

    table: pd.DataFrame
    step: float
    place_kind: PlaceKind
    place_of: int


def robustness(release: Release, key: EditionKey, component: str = OVERALL) -> Robustness | CannotBeSaid:
    """Answer how many points separate every unit of an edition from one to five places up and down.

    Those k places up are the units at the last place that is at least k better; of several there, the lowest score
    counts (down: the highest). So up_1 is the answer of `headroom.points_to_next_place`, and a place that ties leave
    out stands for nobody. Published ranks go before scores: what two different ranks of equal printed scores differ by
    is 0 points.
    Cannot be said unless the edition is whole (`edition_not_whole`). Raises UnknownEditionError.
    """
    edition = release.catalogue.edition(key)
    field = whole_field(release, key, component)
    if isinstance(field, CannotBeSaid):
        return field
    step = 10.0**-edition.decimals
    units = pd.Index(release.provinces.units(key.system), name="unit")
    table = separations(field.scores, field.places, step).reindex(units)
    counts = ["place", "tied", "within"]
    table[counts] = table[counts].astype("Int64")
    flags = ["close_up", "close_down"]
    table[flags] = table[flags].eq(other=True)
    table["reason"] = np.where(table["score"].isna(), "no_figure", "")
    return Robustness(table.reset_index(), step, field.kind, len(field.scores))


def separations(scores: pd.Series, places: pd.Series, step: float) -> pd.DataFrame:
    """Give score, place, up_1 … down_5, close_up, close_down, tied and within as in `Robustness`, for places of scores.

    Both series have one index and hold no missing value.
    """
    own, place = scores.to_numpy(dtype="float64"), places.to_numpy(dtype="int64")
    order = np.lexsort((own, place))
    grouped = np.unique(place[order], return_index=True, return_counts=True)
    held, starts, sharing = cast("tuple[npt.NDArray[np.int64], ...]", grouped)
    lowest, highest = own[order][starts], own[order][starts + sharing - 1]
    table = pd.DataFrame({"score": own, "place": place}, index=scores.index)
    for k in range(1, FARTHEST + 1):
        table[f"up_{k}"] = _at(lowest, (held[None, :] <= (place - k)[:, None]).sum(axis=1) - 1) - own
    for k in range(1, FARTHEST + 1):
        table[f"down_{k}"] = own - _at(highest, (held[None, :] < (place + k)[:, None]).sum(axis=1))
    gaps = [column for column in table.columns if column.startswith(("up_", "down_"))]
    # No edition holds more than six decimals: beyond them a difference shows only how floats are stored.
    table[gaps] = table[gaps].round(6)
    table["close_up"] = table["up_1"] <= step + _FLOAT_NOISE
    table["close_down"] = table["down_1"] <= step + _FLOAT_NOISE
    table["tied"] = sharing[np.searchsorted(held, place)] - 1
    ascending = np.sort(own)
    reach = step + _FLOAT_NOISE
    table["within"] = (
        np.searchsorted(ascending, own + reach, side="right") - np.searchsorted(ascending, own - reach, side="left") - 1
    )
    return table


def _at(values: npt.NDArray[np.float64], positions: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Take values by position; one that lies outside gives a missing value."""
    inside = (positions >= 0) & (positions < len(values))
    return np.where(inside, values[np.clip(positions, 0, len(values) - 1)], np.nan)
