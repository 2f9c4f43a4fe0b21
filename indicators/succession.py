"""Figures of the 63 seen by today's 34: the predecessors beside each other, their range, and a mean marked as computed.

Never the other way: a figure of the 34 is no figure of a part of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isnan
from typing import Any, Literal, NamedTuple, cast

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.remembering import once_a_release
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
class TodaysView:
    """An edition of the 63 seen by all of today's 34; it is no edition, and nothing of it is ever ranked.

    `table`, one row a unit of the 34 in Vietnamese order: unit; predecessors, how many; score: the predecessor's own
    where there is one, else the computed mean of all, missing where a predecessor has none; kind (`computed` of a mean,
    else that of the predecessor's figure, "" without a score); lowest, highest, where there are several, and
    range_kind, `computed` where one of them is; note_codes, source_id of the figures behind it, joined; absent: the
    predecessors without a score, joined by ";".
    `rule` as in `PredecessorView`, None where no mean is given; `weight_years` and `weight_source_id` name all years
    and sources of the populations that the means are weighted by.
    """

    table: pd.DataFrame
    rule: MeanRule | None
    weight_years: tuple[int, ...] = ()
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
        mean = mean_of_predecessors(scores.tolist(), None)
        return PredecessorView(unit, table, *ends, mean, "publisher", None, rule_source_id=publishers.source_id)
    weights = population_near(release, key.year, list(scores.index))
    if weights is None:
        return PredecessorView(unit, table, *ends, None, None, None)
    mean = mean_of_predecessors(scores.tolist(), weights.counts.tolist())
    return PredecessorView(unit, table, *ends, mean, "population", weights.year, weights.source_id)


def todays_view(release: Release, key: EditionKey, component: str = OVERALL) -> TodaysView:
    """Show all of the 34 in an edition of the 63, by the same rules as `predecessor_view`.

    Raises ValueError for an edition of the 34.
    """
    if key.system != "63":
        message = f"{key}: only an edition of the 63 can be seen by today's provinces."
        raise ValueError(message)
    publishers = release.catalogue.index(key.index).merged_units_mean(key.year)
    held = cast("list[dict[str, Any]]", edition_table(release, key, component).to_dict("records"))
    by_unit = {str(row["unit"]): row for row in held}
    records: list[dict[str, Any]] = []
    weights: list[_Weights] = []
    for unit in release.provinces.units("34"):
        rows = [by_unit[predecessor] for predecessor in release.provinces[unit].predecessors]
        scores = [float(row["score"]) for row in rows]
        absent = [str(row["unit"]) for row, score in zip(rows, scores, strict=True) if isnan(score)]
        record: dict[str, Any] = {"unit": unit, "predecessors": len(rows), "kind": "", "range_kind": ""}
        record["absent"] = ";".join(absent)
        record |= {name: joined_source_ids(row[name] for row in rows) for name in ("note_codes", "source_id")}
        if len(rows) == 1 and not absent:
            record |= {"score": scores[0], "kind": str(rows[0]["kind"])}
        elif not absent:
            found = None if publishers else _weights_near(release, key.year, [str(row["unit"]) for row in rows])
            kinds = {str(row["kind"]) for row in rows}
            range_kind = "computed" if "computed" in kinds else "published"
            record |= {"lowest": min(scores), "highest": max(scores), "range_kind": range_kind}
            if publishers or found:
                record |= {"score": mean_of_predecessors(scores, found.counts if found else None), "kind": "computed"}
            weights += [found] if found else []
        records.append(record)
    columns = ["unit", "predecessors", "score", "lowest", "highest", "range_kind", "kind"]
    table = pd.DataFrame(records, columns=[*columns, "note_codes", "source_id", "absent"])
    table = table.astype(dict.fromkeys(("score", "lowest", "highest"), "float64"))
    rule: MeanRule | None = "publisher" if publishers else "population"
    if not ((table["predecessors"] > 1) & table["score"].notna()).any():
        rule = None
    return TodaysView(
        table,
        rule,
        tuple(sorted({found.year for found in weights})),
        joined_source_ids(found.source_id for found in weights),
        publishers.source_id if publishers and rule else "",
    )


def mean_of_predecessors(scores: Sequence[float], populations: Sequence[float] | None) -> float:
    """Average the scores of predecessors, none missing: weighted by population, or plainly where the publisher does so.

    `populations`: in the order of `scores`, None for the plain mean. Raises ValueError where they are not as many.
    """
    if populations is None:
        return fsum(scores) / len(scores)
    weighted = (score * people for score, people in zip(scores, populations, strict=True))
    return fsum(weighted) / fsum(populations)


def population_near(release: Release, year: int, units: list[str]) -> Population | None:
    """Return the average population of units in the year nearest to one that has all of them, the later of two as near.

    None where no year has them all. `source_id` is written so that `Release.source` finds it from any index
    (`context:nso_2024`).
    """
    found = _weights_near(release, year, units)
    if found is None:
        return None
    return Population(pd.Series(found.counts, units, dtype="float64"), found.year, found.source_id)


class _Weights(NamedTuple):
    """The populations of some units in their order, of what year, and where they are from."""

    counts: list[float]
    year: int
    source_id: str


def _weights_near(release: Release, year: int, units: list[str]) -> _Weights | None:
    populations = _populations(release)
    years = [found for found, counts in populations.items() if all(unit in counts for unit in units)]
    if not units or not years:
        return None
    nearest = min(years, key=lambda found: (abs(found - year), -found))
    chosen = [populations[nearest][unit] for unit in units]
    source_id = joined_source_ids(f"context:{source}" for _, source in chosen)
    return _Weights([count for count, _ in chosen], nearest, source_id)


@once_a_release
def _populations(release: Release) -> dict[int, dict[str, tuple[float, str]]]:
    """Return the average populations that are held, with the source of each, by year and unit key."""
    rows = release.context[release.context["measure"] == "population_avg"]
    columns = (rows[name] for name in ("year", "unit", "value", "source_id"))
    populations: dict[int, dict[str, tuple[float, str]]] = {}
    for year, unit, value, source_id in zip(*columns, strict=True):
        populations.setdefault(int(year), {})[str(unit)] = (float(value), str(source_id))
    return populations
