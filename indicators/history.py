"""The figures of units over the years, cut into method series, with the national line beside them."""

from math import isnan

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.comparability import method_segments
from indicators.national import median_of_measured, median_of_region, published_mean
from indicators.release import Release
from indicators.results import edition_table
from indicators.units import UnitSystem

HISTORY_COLUMNS = [
    "unit", "year", "segment", "score", "rank", "rank_of", "order", "order_of", "place", "place_of", "place_kind",
    "kind", "note_codes", "source_id", "reason",
]  # fmt: skip


def edition_years(release: Release, index: str, component: str, system: UnitSystem) -> list[int]:
    """List the years from the first to the last held figure of a component in which an edition exists."""
    held = release.years_held(index, component, system)
    if not held:
        return []
    years = [edition.key.year for edition in release.catalogue.editions_of(index, system)]
    return [year for year in years if held[0] <= year <= held[-1]]


def history(
    release: Release, index: str, component: str, system: UnitSystem, units: list[str] | None = None
) -> pd.DataFrame:
    """Return the figures of units (all of the system without a list) in every edition, held or not.

    Columns: HISTORY_COLUMNS; one row a unit and year. `segment` numbers the method series: no line joins two of them.
    A year without a figure is a row with a missing score and its reason, so that gaps stay open.
    """
    years = edition_years(release, index, component, system)
    segments = method_segments(release, index, component, system, years)
    frames: list[pd.DataFrame] = []
    for year in years:
        table = edition_table(release, EditionKey(index, year, system), component)
        table = table if units is None else table[table["unit"].isin(units)]
        frames.append(table.assign(year=year, segment=segments[year])[HISTORY_COLUMNS])
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=HISTORY_COLUMNS)


def reference_lines(
    release: Release, index: str, component: str, system: UnitSystem, region: str | None = None
) -> pd.DataFrame:
    """Return the lines to compare with: the median of whole editions, the published mean, the median of a region.

    Columns: line (`median`, `mean`, `region`), year, segment, score, kind (`published`, `computed`). Years without the
    figure have no row.
    """
    years = edition_years(release, index, component, system)
    segments = method_segments(release, index, component, system, years)
    rows: list[tuple[str, int, int, float, str]] = []
    for year in years:
        key = EditionKey(index, year, system)
        mean = published_mean(release, key, component)
        lines = {
            "median": (median_of_measured(release, key, component), "computed"),
            "mean": (mean.value if mean else None, "published"),
            "region": (median_of_region(release, key, component, region) if region else None, "computed"),
        }
        rows += [
            (line, year, segments[year], value, kind) for line, (value, kind) in lines.items() if value is not None
        ]
    return pd.DataFrame(rows, columns=["line", "year", "segment", "score", "kind"])


def current_series(table: pd.DataFrame, unit: str, year: int) -> list[float]:
    """Return the scores of a unit in the years that lead up to a year without a break or a gap, oldest first.

    What a small line can show that knows no years: no jump where the method changed, no line over a missing year.
    `table` as from `history`; empty where the year itself has no score.
    """
    own = table[(table["unit"] == unit) & (table["year"] <= year)].sort_values("year", ascending=False)
    segments = own["segment"].astype("int").tolist()
    scores: list[float] = []
    for segment, score in zip(segments, own["score"].astype("float64").tolist(), strict=True):
        if segment != segments[0] or isnan(score):
            break
        scores.insert(0, score)
    return scores
