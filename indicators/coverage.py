"""How much of what was published is held: one row an edition."""

from collections import Counter
from typing import Any, Literal, cast

import pandas as pd

from indicators.catalogue import OVERALL, Edition
from indicators.measurement import measured_units
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.units import Unit

COVERAGE_COLUMNS = [
    "index", "year", "unit_system", "status", "scores_held", "scores_due", "ranks_held", "ranks_due",
    "components_held", "components", "figures", "all_held", "all_due", "level", "reason",
]  # fmt: skip

Level = Literal["whole", "most", "part", "none", "not_known"]
Reason = Literal["", "held_back", "not_yet_published", "unknown", "best_30_only", "not_gathered"]

_HELD_BACK = "edition_held_back"


def coverage(release: Release, index: str | None = None) -> pd.DataFrame:
    """Count, for every edition, the figures held of those due.

    Columns: index, year, unit_system, status of publication; scores_held of scores_due (the totals of all measured
    units, former ones included), ranks_held of ranks_due (missing where not known); components_held: components with
    at least one figure, of `components` in the tree of that year; figures: all observations; all_held of all_due: the
    scores of all components, as `python -m etl status` counts them (due is missing where the edition is not known to
    be published).

    `level` of the totals: whole, most (at least half), part, none, or not_known where it is not known that there is
    anything to hold. `reason`: why the totals are not whole, "" where they are.
    """
    editions = [e for e in release.catalogue.editions if index in (None, e.key.index)]
    return pd.DataFrame([_row(release, edition) for edition in editions], columns=COVERAGE_COLUMNS)


def index_coverage(table: pd.DataFrame) -> pd.DataFrame:
    """Sum the rows of `coverage` up: one row an index, in their order.

    Columns: index, published (editions known to be published), whole (of these, with all totals held), scores_held of
    scores_due (totals of the published editions).
    """
    published = table[table["status"] == "published"]
    grouped = published.assign(whole=published["level"] == "whole").groupby("index", sort=False)
    summed = grouped.agg(
        published=("year", "size"),
        whole=("whole", "sum"),
        scores_held=("scores_held", "sum"),
        scores_due=("scores_due", "sum"),
    )
    return summed.reset_index()


def province_coverage(release: Release, unit: str, index: str) -> tuple[int, int]:
    """Count the published editions of an index in the unit's system that hold its total, and all published ones."""
    system = Unit.parse(unit).system
    editions = [e for e in release.catalogue.editions_of(index, system) if e.status == "published"]
    held = release.observations
    own = held[(held["unit"] == unit) & (held["index"] == index) & (held["component"] == OVERALL)]
    own = own[own["score"].notna() | own["rank"].notna()]
    return int(own["year"].nunique()), len(editions)


def _row(release: Release, edition: Edition) -> tuple[object, ...]:
    key = edition.key
    counts, former = _counts(release), _former_scores(release)
    ids = release.catalogue.index(key.index).components_in(key.year)
    held: dict[str, int] = {}
    due: dict[str, int] = {}
    figures: dict[str, int] = {}
    for component in ids:
        scores, _, figures[component] = counts.get((key.index, key.year, key.system, component), (0, 0, 0))
        # Units that ended before the 63 belong to editions of the 63 alone.
        ended = former[key.index, key.year, component] if key.system == "63" else 0
        held[component] = scores + ended
        due[component] = len(measured_units(release, key, component)) + ended
    ranks_held = counts.get((key.index, key.year, key.system, OVERALL), (0, 0, 0))[1]
    total_held, total_due = held.get(OVERALL, 0), due.get(OVERALL, 0)
    reason = _reason(release, edition, whole=0 < total_due == total_held)
    return (
        key.index,
        key.year,
        key.system,
        edition.status,
        total_held,
        total_due,
        ranks_held,
        edition.units_ranked,
        sum(1 for number in figures.values() if number),
        len(ids),
        sum(figures.values()),
        sum(held.values()),
        sum(due.values()) if edition.status == "published" else None,
        _level(total_held, total_due, reason),
        reason,
    )


@once_a_release
def _counts(release: Release) -> dict[tuple[str, int, str, str], tuple[int, int, int]]:
    """Count scores, ranks and rows by index, year, unit system and component."""
    grouped = release.observations.groupby(["index", "year", "unit_system", "component"], observed=True)
    table = grouped.agg(scores=("score", "count"), ranks=("rank", "count"), rows=("unit", "size"))
    keys = cast("list[tuple[str, int, str, str]]", list(table.index))
    values = cast("list[tuple[Any, Any, Any]]", list(table.itertuples(index=False, name=None)))
    return {key: (int(scores), int(ranks), int(rows)) for key, (scores, ranks, rows) in zip(keys, values, strict=True)}


@once_a_release
def _former_scores(release: Release) -> Counter[tuple[str, int, str]]:
    """Count the scores of units that have ended by index, year and component."""
    scored = release.former_units[release.former_units["score"].notna()]
    return Counter(
        (str(index), int(year), str(component))
        for index, year, component in zip(scored["index"], scored["year"], scored["component"], strict=True)
    )


def _reason(release: Release, edition: Edition, *, whole: bool) -> Reason:
    key = edition.key
    if any((told.index, told.year, told.code) == (key.index, key.year, _HELD_BACK) for told in release.warnings):
        return "held_back"
    if edition.status != "published":
        return edition.status
    if whole:
        return ""
    return "best_30_only" if edition.what_is_published == "best_30" else "not_gathered"


def _level(held: int, due: int, reason: Reason) -> Level:
    if reason in ("not_yet_published", "unknown"):
        return "not_known"
    if held == 0:
        return "none"
    if held == due:
        return "whole"
    return "most" if 2 * held >= due else "part"
