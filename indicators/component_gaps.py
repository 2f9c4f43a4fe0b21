"""Where a province's points to a better score lie: the gap of each part of a total, times its weight.

Arithmetic on one edition: what is gained in one part is gained in the total by its weight, others unchanged.
"""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.component_percentiles import component_percentiles
from indicators.release import Release

Reference = Literal["best", "median", "maximum"]

COMPONENT_GAP_COLUMNS = ["unit", "component", "score", "reference", "gap", "weight", "weighted_gap", "share"]


@dataclass(frozen=True)
class ComponentGaps:
    """The gaps of all units of an edition to a reference, part by part.

    `table`, one row a unit and part of the total, units in Vietnamese order and parts in the catalogue's: unit,
    component, score, reference (the highest or the median score of the part, or the end of its scale), gap (never
    below 0: who stands above the reference has none), weight, weighted_gap (points of the total), share (of the sum of
    the unit's weighted gaps, 0–1; missing where a part of the unit is not held, or where it has no gap at all).
    `reference_kind`: which reference; `not_whole`: parts left out since their edition is not whole, so that neither
    their best nor their median can be said.
    """

    reference_kind: Reference
    table: pd.DataFrame
    not_whole: tuple[str, ...]


def component_gaps(
    release: Release, key: EditionKey, reference: Reference = "best", total: str = OVERALL
) -> ComponentGaps | CannotBeSaid:
    """Measure for every unit how far each part of a total is from a reference, in points of the total.

    Cannot be said where the weight of a part is not known, its scale for `maximum`, or where no part is held whole.
    """
    index = release.catalogue.index(key.index)
    parts = index.parts(total, key.year)
    periods = {part: period for part in parts if (period := index.period(part, key.year)) is not None}
    unknown = tuple(
        part
        for part, period in periods.items()
        if period.weight is None or (reference == "maximum" and period.maximum is None)
    )
    if unknown or not parts:
        return CannotBeSaid("weights_unknown", missing=unknown)
    held = component_percentiles(release, key, parts)
    said = list(parts) if reference == "maximum" else list(held.whole)
    not_whole = tuple(part for part in parts if part not in said)
    if not said:
        return CannotBeSaid("parts_not_held", held=0, due=len(parts), missing=not_whole)
    maxima = pd.Series({part: periods[part].maximum for part in said}, dtype="float64")
    field = held.field[said]
    level = {"best": field.max(), "median": field.median(), "maximum": maxima}[reference]
    weights = pd.Series({part: periods[part].weight for part in said}, dtype="float64")
    return ComponentGaps(reference, _table(held.scores[said], level, weights, whole=not not_whole), not_whole)


def _table(scores: pd.DataFrame, level: pd.Series, weights: pd.Series, *, whole: bool) -> pd.DataFrame:
    """Lay the gaps of units (rows of `scores`) and parts (columns) out one below the other, with their shares."""
    gaps = (level - scores).clip(lower=0).round(6)
    weighted = (gaps * weights).round(6)
    sums = weighted.sum(axis="columns").where(scores.notna().all(axis="columns") & whole)
    shares = weighted.div(sums.where(sums > 0), axis="index")
    count, parts = len(scores), list(scores.columns)
    columns = {
        "unit": [unit for unit in scores.index for _ in parts],
        "component": parts * count,
        "score": scores.to_numpy().ravel(),
        "reference": level[parts].tolist() * count,
        "gap": gaps.to_numpy().ravel(),
        "weight": weights[parts].tolist() * count,
        "weighted_gap": weighted.to_numpy().ravel(),
        "share": shares.to_numpy().ravel(),
    }
    return pd.DataFrame(columns)[COMPONENT_GAP_COLUMNS]
