"""How much of what was published is held: one row an edition."""

import pandas as pd

from indicators.catalogue import OVERALL, Edition
from indicators.measurement import completeness
from indicators.release import Release

COVERAGE_COLUMNS = [
    "index", "year", "unit_system", "status", "scores_held", "scores_due", "ranks_held", "ranks_due",
    "components_held", "components", "figures",
]  # fmt: skip


def coverage(release: Release, index: str | None = None) -> pd.DataFrame:
    """Count, for every edition, the figures held of those due.

    Columns: index, year, unit_system, status of publication; scores_held of scores_due (the totals of all measured
    units, former ones included), ranks_held of ranks_due (missing where not known); components_held: components with
    at least one figure, of `components` in the tree of that year; figures: all observations.
    """
    editions = [e for e in release.catalogue.editions if index in (None, e.key.index)]
    return pd.DataFrame([_row(release, edition) for edition in editions], columns=COVERAGE_COLUMNS)


def _row(release: Release, edition: Edition) -> tuple[object, ...]:
    key = edition.key
    scores = completeness(release, key, OVERALL)
    ids = release.catalogue.index(key.index).components_in(key.year)
    figures = {component: release.figures(key, component) for component in ids}
    overall = figures.get(OVERALL)
    ranks_held = 0 if overall is None else int(overall["rank"].notna().sum())
    return (
        key.index,
        key.year,
        key.system,
        edition.status,
        scores.held,
        scores.due,
        ranks_held,
        edition.units_ranked,
        sum(1 for frame in figures.values() if len(frame)),
        len(ids),
        sum(len(frame) for frame in figures.values()),
    )
