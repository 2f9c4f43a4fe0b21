"""Figures of the 63 seen by today's 34: the predecessors beside each other, their range, and a mean marked as computed.

Never the other way: a figure of the 34 is no figure of a part of it.
"""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.results import edition_table

MeanRule = Literal["publisher", "population"]

# DTI 2024: the ministry states that the result of a merged province is the plain mean of its predecessors (S18, S19).
_PUBLISHER_TAKES_PLAIN_MEAN = {("DTI", 2024)}


@dataclass(frozen=True)
class PredecessorView:
    """What the predecessors of one of the 34 scored in an edition of the 63.

    `table`: the rows of `results.edition_table` of the predecessors. `lowest`, `highest`, `mean` are given only where
    every predecessor has a score and there are several; `mean` is computed, by `rule`: the publisher's own (plain
    mean), or weighted by average population of `weight_year`. It is never ranked among published figures.
    """

    unit: str
    table: pd.DataFrame
    lowest: float | None
    highest: float | None
    mean: float | None
    rule: MeanRule | None
    weight_year: int | None


def predecessor_view(release: Release, unit: str, key: EditionKey, component: str = OVERALL) -> PredecessorView:
    """Show one of the 34 in an edition of the 63.

    Raises ValueError for an edition of the 34 or a unit of the 63.
    """
    predecessors = list(release.provinces[unit].predecessors)
    if key.system != "63" or not predecessors:
        message = f"{unit} in {key}: only a unit of the 34 in an edition of the 63 has predecessors to show."
        raise ValueError(message)
    table = edition_table(release, key, component)
    table = table[table["unit"].isin(predecessors)]
    scores = table.set_index("unit")["score"].astype("float64")
    if len(predecessors) == 1 or scores.isna().any():
        return PredecessorView(unit, table, None, None, None, None, None)
    mean, rule, year = _mean(release, key, scores)
    return PredecessorView(unit, table, float(scores.min()), float(scores.max()), mean, rule, year)


def _mean(release: Release, key: EditionKey, scores: pd.Series) -> tuple[float | None, MeanRule | None, int | None]:
    if (key.index, key.year) in _PUBLISHER_TAKES_PLAIN_MEAN:
        return float(scores.mean()), "publisher", None
    weights, year = population_near(release, key.year, list(scores.index))
    if weights is None:
        return None, None, None
    return float((scores * weights).sum() / weights.sum()), "population", year


def population_near(release: Release, year: int, units: list[str]) -> tuple[pd.Series | None, int | None]:
    """Return the average population of units in the year nearest to one that has all of them, the later of two as near.

    Returns (None, None) where no year has them all. Source: National Statistics Office, as `context.source_id` names
    it.
    """
    context = release.context
    rows = context[(context["measure"] == "population_avg") & context["unit"].isin(units)]
    counts = rows.groupby("year")["unit"].nunique()
    years = sorted(int(found) for found in counts[counts == len(units)].index)
    if not years:
        return None, None
    nearest = min(years, key=lambda found: (abs(found - year), -found))
    return rows[rows["year"] == nearest].set_index("unit")["value"].astype("float64").reindex(units), nearest
