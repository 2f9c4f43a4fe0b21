"""The table of a period: the five indices at its beginning, its middle and its end, and what changed."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.period_review import Period
from indicators.release import Release
from indicators.units import Unit
from ui.figure_columns import figure_columns, province_columns
from ui.grounds import Grounds, span_grounds
from ui.period_grounds import joined_grounds
from ui.period_rows import IndexPeriod, figure
from ui.source_groups import crossing_sources
from ui.tables import Column, show_table
from ui.view import View
from wording.findings import place_change_cell, score_change_text
from wording.language import Language
from wording.marks import mark_sentences
from wording.names import province_name
from wording.numbers import NO_FIGURE
from wording.period_review import figure_cell
from wording.terms import term_help

CHANGES = ("score_change", "place_change", "own", "field")


def show_period_table(release: Release, view: View, periods: Sequence[IndexPeriod], title: str) -> None:
    """Draw one row an index and unit; a cell names its year, since the indices are not published in the same ones."""
    text = view.language.text
    rows = pd.DataFrame([_row(release, view.language, period) for period in periods])
    columns = [
        Column("index", text("Index"), config={"pinned": True}),
        Column("baseline", text("Beginning")),
        Column("middle", text("Mid-term")),
        Column("last", text("End")),
        Column("score_change", text("Score change")),
        Column("place_change", text("Place change"), config={"help": term_help("change of place", view.language)}),
        Column("own", text("Own movement (*)"), config={"help": term_help("own movement", view.language)}),
        Column("field", text("Field movement (*)"), config={"help": term_help("field movement", view.language)}),
    ]
    columns = [column for column in columns if (rows[column.name] != NO_FIGURE).any()]
    if rows["unit"].nunique() > 1:
        columns.insert(1, Column("name", text("Province"), config={"width": "medium"}))
    said = [f"{row['name']}, {row['index']}: {row['baseline']} → {row['last']}" for _, row in rows.iterrows()]
    show_table(rows, columns, alternative=f"{title}. {'; '.join(said)}", rows_shown=30)


def period_grounds(
    release: Release, view: View, periods: Sequence[IndexPeriod], sentences: Sequence[str] = ()
) -> Grounds:
    """Return what the table rests on, index by index."""
    found: list[tuple[str, Grounds]] = []
    for index in release.catalogue.indices:
        own = [period for period in periods if period.index.id == index.id]
        figures = [figure(release, key, period.unit) | {"year": key.year} for period in own for key in _shown(period)]
        if not figures:
            continue
        crossings = [crossing for period in own for crossing in _crossings(period)]
        sources = [crossing_sources(release, view, index.id, dict.fromkeys(crossings))]
        table = pd.DataFrame(figures).assign(group_kind="")
        found.append((index.short_name, span_grounds(release, view, index.id, table, (), sources)))
    grounds = joined_grounds(found, sentences)
    # Own and field movement are of the order by score also where the places shown are published ranks.
    moved = any(pd.notna(period.moved.get("own", pd.NA)) for period in periods)
    marks = mark_sentences("(*)", view.language) if moved else []
    return Grounds(tuple(dict.fromkeys([*grounds.lines, *marks])), grounds.sources)


def period_download(release: Release, view: View, periods: Sequence[IndexPeriod]) -> pd.DataFrame:
    """Return one row an index, unit and edition of the period, with the changes in the row of its end, for a file."""
    text, language = view.language.text, view.language
    headings = dict(
        zip(
            CHANGES,
            (text("Score change"), text("Place change"), text("Own movement (*)"), text("Field movement (*)")),
            strict=True,
        )
    )
    tables: list[pd.DataFrame] = []
    for period in periods:
        moved = period.moved
        for key in period.held:
            row = pd.DataFrame([figure(release, key, period.unit)])
            last = key == period.last
            columns: dict[str, Any] = {
                text("Index"): [period.index.short_name],
                text("Year"): [key.year],
                text("Part of the period"): [_part(period, key, language)],
                **province_columns(release, [period.unit], language),
                **figure_columns(release, period.index, row, language),
                **{headings[name]: [moved.get(name) if last else None] for name in CHANGES},
            }
            tables.append(pd.DataFrame(columns, dtype="object"))
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def _row(release: Release, language: Language, period: IndexPeriod) -> dict[str, Any]:
    def cell(key: EditionKey | None) -> str:
        return NO_FIGURE if key is None else figure_cell(release, key, figure(release, key, period.unit), language)

    moved = period.moved
    kind = str(moved.get("place_kind", ""))
    return {
        "unit": period.unit,
        "name": province_name(release.provinces, period.unit, language),
        "index": _index_name(period),
        "baseline": cell(period.baseline),
        "middle": cell(period.middle),
        "last": cell(period.last),
        "score_change": score_change_text(moved.get("score_change"), period.index, language),
        "place_change": place_change_cell(moved.get("place_change"), kind),
        "own": place_change_cell(moved.get("own"), ""),
        "field": place_change_cell(moved.get("field"), ""),
    }


def _index_name(period: IndexPeriod) -> str:
    name, system = period.index.short_name, Unit.parse(period.unit).system
    return name if system == "63" else f"{name} ({system})"


def _shown(period: IndexPeriod) -> list[EditionKey]:
    keys = (period.baseline, period.middle, period.last, *period.outside)
    return [key for key in keys if key is not None]


def _crossings(period: IndexPeriod) -> list[Any]:
    cut = period.answer.breaks if isinstance(period.answer, Period) else period.answer.crossings
    deciding = period.review.change.comparison.deciding if period.review else ()
    return [*cut, *deciding]


def _part(period: IndexPeriod, key: EditionKey, language: Language) -> str:
    text = language.text
    parts = {period.middle: text("Mid-term"), period.last: text("End"), period.baseline: text("Beginning")}
    return parts.get(key, "")
