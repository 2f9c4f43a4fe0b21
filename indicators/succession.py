"""Figures of the 63 seen by today's 34: the predecessors beside each other, their range, and a mean marked as computed.

Never the other way: a figure of the 34 is no figure of a part of it.
"""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.results import edition_table
from indicators.source_ids import joined_source_ids

MeanRule = Literal["publisher", "population"]


@dataclass(frozen=True)
class PredecessorView:
    """What the predecessors of one of the 34 scored in an edition of the 63.

    `table`: the rows of `results.edition_table` of the predecessors. `lowest`, `highest`, `mean` are given only where
    every predecessor has a score and there are several; `mean` is computed, by `rule`: the publisher's own (plain
    mean, as the catalogue says on the word of `rule_source_id`), or weighted by average population of `weight_year`,
    which `weight_source_id` gives. It is never ranked among published figures.
    """

    unit: str
    table: pd.DataFrame
    lowest: float | None
    highest: float | None
    mean: float | None
    rule: MeanRule | None
    weight_year: int | None
    weight_source_id: str = ""
    rule_source_id: str = ""


@dataclass(frozen=True)
class Population:
    """The average population of some units in one year: float64 by unit key, and where it is from."""

    counts: pd.Series
    year: int
    source_id: str


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
    ends = float(scores.min()), float(scores.max())
    publishers = release.catalogue.index(key.index).merged_units_mean(key.year)
    if publishers is not None:
        mean = float(scores.mean())
        return PredecessorView(unit, table, *ends, mean, "publisher", None, rule_source_id=publishers.source_id)
    weights = population_near(release, key.year, list(scores.index))
    if weights is None:
        return PredecessorView(unit, table, *ends, None, None, None)
    mean = float((scores * weights.counts).sum() / weights.counts.sum())
    return PredecessorView(unit, table, *ends, mean, "population", weights.year, weights.source_id)


def population_near(release: Release, year: int, units: list[str]) -> Population | None:
    """Return the average population of units in the year nearest to one that has all of them, the later of two as near.

    None where no year has them all. `source_id` is written so that `Release.source` finds it from any index
    (`context:nso_2024`).
    """
    context = release.context
    rows = context[(context["measure"] == "population_avg") & context["unit"].isin(units)]
    counts = rows.groupby("year")["unit"].nunique()
    years = sorted(int(found) for found in counts[counts == len(units)].index)
    if not years:
        return None
    nearest = min(years, key=lambda found: (abs(found - year), -found))
    chosen = rows[rows["year"] == nearest].set_index("unit").reindex(units)
    return Population(chosen["value"].astype("float64"), nearest, joined_source_ids("context:" + chosen["source_id"]))
