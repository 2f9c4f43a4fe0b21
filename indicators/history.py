"""The figures of units over the years, cut into stretches that a line may join, with the national line beside them."""

from itertools import pairwise
from math import isnan

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.comparability import method_segments, units_with_own_breaks
from indicators.measurement import field_of
from indicators.national import median_of_measured, published_mean, region_figure
from indicators.release import Release
from indicators.results import edition_table
from indicators.units import UnitSystem

HISTORY_COLUMNS = [
    "unit", "year", "segment", "score", "rank", "rank_of", "order", "order_of", "place", "place_of", "place_kind",
    "place_segment", "other_field", "kind", "note_codes", "source_id", "reason",
]  # fmt: skip
REFERENCE_COLUMNS = ["line", "year", "run", "score", "kind", "source_id"]


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

    Columns: HISTORY_COLUMNS; one row a unit and year, sorted by year. A year without a figure is a row with a missing
    score and its reason, so that gaps stay open.
    `segment` numbers the method series of a unit: no line joins two of them.
    `place_segment` numbers the stretches of its places that a line may join: neighbouring editions of one method series
    with places of one kind (published rank or order by score) among the same measured units; missing without a place.
    `other_field`: only the measured units are others than in the edition before, so that a line from there must say so.
    """
    years = edition_years(release, index, component, system)
    segments = method_segments(release, index, component, system, years)
    own_segments = {
        unit: method_segments(release, index, component, system, years, unit)
        for unit in units_with_own_breaks(release, index, component)
    }
    frames: list[pd.DataFrame] = []
    for year in years:
        table = edition_table(release, EditionKey(index, year, system), component)
        table = table if units is None else table[table["unit"].isin(units)]
        own = [own_segments.get(str(unit), segments)[year] for unit in table["unit"]]
        frames.append(table.assign(year=year, segment=own))
    if not frames:
        return pd.DataFrame(columns=HISTORY_COLUMNS)
    fields = [field_of(release, EditionKey(index, year, system), component) for year in years]
    return _with_place_segments(pd.concat(frames, ignore_index=True), years, fields)[HISTORY_COLUMNS]


def _with_place_segments(table: pd.DataFrame, years: list[int], fields: list[frozenset[str]]) -> pd.DataFrame:
    position = table["year"].map({year: number for number, year in enumerate(years)})
    same_as_before = [False, *(now == before for before, now in pairwise(fields))]
    same_field = table["year"].map(dict(zip(years, same_as_before, strict=True)))
    before = table.assign(position=position).groupby("unit")[["position", "segment", "place_kind"]].shift()
    placed = table["place_kind"] != ""
    alike = (
        placed
        & (before["position"] == position - 1)
        & (before["segment"] == table["segment"])
        & (before["place_kind"] == table["place_kind"])
    )
    number = (placed & ~(alike & same_field)).groupby(table["unit"]).cumsum() - 1
    return table.assign(place_segment=number.astype("Int64").where(placed), other_field=alike & ~same_field)


def reference_lines(
    release: Release, index: str, component: str, system: UnitSystem, region: str | None = None
) -> pd.DataFrame:
    """Return the lines to compare with: the median of whole editions, the published mean, and the figure of a region.

    Columns: REFERENCE_COLUMNS. line: `median`, `mean`, and for the region `region_mean` where the publisher printed its
    mean, else `region` (its median); kind (`published`, `computed`); source_id: the sources of the figure, of a
    computed one those of all scores in it. `run` numbers the stretches of a line that may be joined: neighbouring
    editions of one method series. Years without the figure have no row.
    """
    years = edition_years(release, index, component, system)
    segments = method_segments(release, index, component, system, years)
    rows: list[tuple[str, int, int, float, str, str]] = []
    last: dict[str, tuple[int, int]] = {}  # by line: the position of its newest year and its run
    for position, year in enumerate(years):
        key = EditionKey(index, year, system)
        of_region = region_figure(release, key, component, region) if region else None
        lines = {
            "median": median_of_measured(release, key, component),
            "mean": published_mean(release, key, component),
            "region_mean" if of_region and of_region.kind == "published" else "region": of_region,
        }
        for line, figure in lines.items():
            if figure is None:
                continue
            before, run = last.get(line, (-1, -1))
            joined = before >= 0 and before == position - 1 and segments[years[before]] == segments[year]
            last[line] = (position, run if joined else run + 1)
            rows.append((line, year, last[line][1], figure.value, figure.kind, figure.source_id))
    return pd.DataFrame(rows, columns=REFERENCE_COLUMNS)


def current_series(table: pd.DataFrame, year: int) -> dict[str, list[float]]:
    """Return, by unit, its scores in the years that lead up to a year without a break or a gap, oldest first.

    What a small line can show that knows no years: no jump where the method changed, no line over a missing year.
    `table` as from `history`; a series is empty where the year itself has no score.
    """
    rows = table[table["year"] <= year].sort_values("year", ascending=False, kind="stable")
    series: dict[str, list[float]] = {str(unit): [] for unit in rows["unit"]}
    last: dict[str, int] = {}
    ended: set[str] = set()
    columns = (rows["unit"].astype("str"), rows["segment"].astype("int"), rows["score"].astype("float64"))
    for unit, segment, score in zip(*(column.tolist() for column in columns), strict=True):
        if segment != last.setdefault(unit, segment) or isnan(score):
            ended.add(unit)
        elif unit not in ended:
            series[unit].insert(0, score)
    return series
