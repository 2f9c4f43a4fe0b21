"""Where every unit of an edition stands in every component: scores, published ranks and percentiles at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.units import Unit


@dataclass(frozen=True)
class ComponentPercentiles:
    """The components of one edition side by side; frames of one row a unit (Vietnamese order), one column a component.

    `scores`: in the unit of each component; `field`: the same, with the units that have ended below; `ranks`: as
    published; `order`: by score ("1224"), of whole components only; `percentiles`: 0 to 100, of whole components only.
    `held` of `due`: scores by component, those of former units too.
    `whole`: the components of which every measured unit's score is held.
    """

    scores: pd.DataFrame
    field: pd.DataFrame
    ranks: pd.DataFrame
    order: pd.DataFrame
    percentiles: pd.DataFrame
    held: pd.Series
    due: pd.Series
    whole: tuple[str, ...]


def component_percentiles(release: Release, key: EditionKey, components: Sequence[str]) -> ComponentPercentiles:
    """Put every unit of an edition in its place in each of some components.

    Percentiles as in `percentiles_among`, and the order, are among all measured units, those that no longer exist too.
    A component that the year does not have is not whole.
    """
    units, names = release.provinces.units(key.system), list(components)
    figures = _rows(release, key, ["score", "rank"])
    scores, ranks = (_spread(figures, name, units, names) for name in ("score", "rank"))
    former = _former_scores(release, key, names)
    index = release.catalogue.index(key.index)
    known = [index.period(name, key.year) is not None for name in names]
    gone = former.notna().to_numpy().sum(axis=0)
    due = np.where(known, _measured(release, key, units, names).sum(axis=0), 0) + gone
    held = scores.notna().to_numpy().sum(axis=0) + gone
    whole = tuple(np.array(names, dtype="object")[(due > 0) & (held == due)].tolist())
    field = pd.concat([scores, former])
    judged = field[list(whole)]
    order = judged.rank(method="min", ascending=False)
    return ComponentPercentiles(
        scores,
        field,
        ranks,
        order.reindex(index=units, columns=names),
        percentiles_among(judged).reindex(index=units, columns=names),
        pd.Series(held, index=names),
        pd.Series(due, index=names),
        whole,
    )


def component_origins(release: Release, key: EditionKey, components: Sequence[str]) -> dict[str, np.ndarray[Any, Any]]:
    """Say where each figure of some components of an edition is from: kind, note_codes, source_id, "" without figure.

    Each an array of texts: units of the system down (Vietnamese order), components across.
    """
    units, names = release.provinces.units(key.system), list(components)
    columns = ["kind", "note_codes", "source_id"]
    rows = _rows(release, key, columns)
    down, across = _positions(rows, units, names)
    origins: dict[str, np.ndarray[Any, Any]] = {}
    for column in columns:
        origins[column] = np.full((len(units), len(names)), "", dtype="object")
        origins[column][down[across >= 0], across[across >= 0]] = rows[column].astype("object")[across >= 0]
    return origins


def percentiles_among(scores: pd.DataFrame) -> pd.DataFrame:
    """Give the percentile of every score in its column: the share of the others that are lower, equal ones as half.

    100 is the best alone, 0 the lowest alone, and 50 where all are the same; equal scores share a percentile, and
    scores turned round turn the percentiles round. A missing score has none and is not counted; nor has a score without
    others. (The percentile rank of mid-ranks, as `scipy.stats.percentileofscore` calls it "mean", among the others.)
    """
    others = scores.notna().sum() - 1
    return (scores.rank(method="average") - 1) / others.where(others > 0) * 100


def _former_scores(release: Release, key: EditionKey, components: list[str]) -> pd.DataFrame:
    """Return the scores of units that ended before the 63: as `measurement.former_figures`, for all components."""
    former = release.former_units
    rows = former[(former["index"] == key.index) & (former["year"] == key.year) & (key.system == "63")]
    scores = _spread(rows, "score", sorted(set(rows["unit"].astype("str"))), components)
    return scores.set_axis([f"former-{unit}" for unit in scores.index])


def _spread(rows: pd.DataFrame, column: str, units: list[str], components: list[str]) -> pd.DataFrame:
    """Lay the values of a column out by unit and component: pandas' own pivot takes ten times as long."""
    values = np.full((len(units), len(components)), np.nan)
    down, across = _positions(rows, units, components)
    found = across >= 0
    values[down[found], across[found]] = rows[column].to_numpy(dtype="float64", na_value=np.nan)[found]
    return pd.DataFrame(values, index=units, columns=components)


def _rows(release: Release, key: EditionKey, columns: list[str]) -> pd.DataFrame:
    table = release.observations
    of_edition = (table["index"] == key.index) & (table["year"] == key.year) & (table["unit_system"] == key.system)
    return table.loc[of_edition, ["unit", "component", *columns]]


def _positions(
    rows: pd.DataFrame, units: list[str], components: list[str]
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Find the unit and the component of each row; -1 for a component that is not asked for."""
    down = pd.Index(units, dtype="object").get_indexer(pd.Index(rows["unit"].astype("object")))
    across = pd.Index(components, dtype="object").get_indexer(pd.Index(rows["component"].astype("object")))
    return down, across


def _measured(release: Release, key: EditionKey, units: list[str], components: list[str]) -> np.ndarray[Any, Any]:
    """Tell whom the edition measured in what (units down, components across), as `measurement.measured_units` does."""
    measured = np.full((len(units), len(components)), fill_value=True)
    missing = release.missing
    rows = missing[(missing["index"] == key.index) & (missing["year"] == key.year)]
    for unit, listed in zip(rows["unit"], rows["components"], strict=True):
        if Unit.parse(unit).system == key.system:
            named = str(listed).split(";")
            measured[units.index(unit), [component in named or "*" in named for component in components]] = False
    return measured
