"""The indices of some provinces side by side: score, place and change, each index by one edition for all."""

from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, Index
from indicators.common_edition import common_edition
from indicators.release import Release
from indicators.units import UnitSystem
from ui import address, cached_answers
from ui.compare_grounds import IndexCompared, indices_grounds
from ui.downloads import show_downloads
from ui.figure_columns import figure_columns, province_columns
from ui.grounds import Grounds, show_grounds
from ui.page_parameters import system_of
from ui.remembered_drawing import drawn_once
from ui.standing import show_form_of_lacking
from ui.view import View
from wording.findings import place_change_cell, place_text, score_change_text, score_text
from wording.gaps import short_reason
from wording.marks import origin_of
from wording.names import edition_name
from wording.numbers import NO_FIGURE

Record = dict[Any, Any]

_NEW_LINE = "  \n"


def show_indices(release: Release, view: View, units: tuple[str, ...]) -> None:
    """Draw the table of the indices of some units of one system, its grounds and its downloads."""
    title, held, grounds = _draw_table(
        release, view.only(address.PROVINCE, address.UNIT_SYSTEM, address.LAST_YEAR), units
    )
    if held:
        name = f"so-sanh-{'-'.join(units)}"
        show_downloads(release, view, name, title, lambda: indices_download(release, view, held), grounds)
    show_grounds(view, grounds)
    show_form_of_lacking(view, {one.common.shown.key: one.rows for one in held}, units)


@drawn_once
def _draw_table(release: Release, view: View, units: tuple[str, ...]) -> tuple[str, list[IndexCompared], Grounds]:
    """Draw the table; answers with its title, the indices that have figures, and what the table stands on."""
    text = view.language.text
    last_year = view.values.number(address.LAST_YEAR)
    compared = {
        index.id: index_compared(release, index, system_of(view.values), units, last_year)
        for index in release.catalogue.indices
    }
    table = indices_table(release, view, compared, units)
    title = text("The indices side by side, editions up to {year}", year=last_year)
    st.table(table, alt=title)
    held = [one for one in compared.values() if one is not None]
    written = "".join(table.to_numpy().ravel()).replace("\\", "")
    return title, held, indices_grounds(release, view, held, written)


def index_compared(
    release: Release, index: Index, system: UnitSystem, units: tuple[str, ...], last_year: int
) -> IndexCompared | None:
    """Return an index by the edition that `common_edition` chooses; None where no unit has a figure of it."""
    common = common_edition(release, index.id, system, units, last_year)
    if common is None:
        return None
    key = common.shown.key
    table = cached_answers.edition_table(release, key, OVERALL)
    positions = {str(unit): position for position, unit in enumerate(table["unit"])}
    rows = table.iloc[[positions[unit] for unit in units]]
    before = cached_answers.previous_edition(release, key, OVERALL)
    change = cached_answers.change_between(release, before.key, key, OVERALL) if before else None
    return IndexCompared(index, common, rows.reset_index(drop=True), before.key if before else None, change)


def indices_table(
    release: Release, view: View, compared: dict[str, IndexCompared | None], units: tuple[str, ...]
) -> pd.DataFrame:
    """Write the table: one row an index, one column a province, each cell score, place and change below each other.

    Its index names the edition, as a link to the ranking of it, and the year that changes are since.
    """
    none = f"{NO_FIGURE}{_NEW_LINE}{view.language.text('no figures yet')}"
    rows: dict[str, list[str]] = {}
    for index in release.catalogue.indices:
        one = compared[index.id]
        if one is None:
            rows[f"**{index.short_name}**"] = [none] * len(units)
        else:
            rows[_heading(release, view, one)] = _cells(view, one)
    names = [release.provinces.name(unit, view.language.code) for unit in units]
    headings = pd.Index(list(rows), name=view.language.text("Index"))
    return pd.DataFrame(list(rows.values()), index=headings, columns=names)


def indices_download(release: Release, view: View, compared: list[IndexCompared]) -> pd.DataFrame:
    """Return one row an index and province, numbers as numbers, with the headings of the reader's language."""
    text = view.language.text
    parts: list[pd.DataFrame] = []
    for one in compared:
        columns: dict[str, Any] = {
            text("Index"): one.index.short_name,
            text("Year"): one.key.year,
            **province_columns(release, one.rows["unit"], view.language),
            **figure_columns(release, one.index, one.rows, view.language),
        }
        if one.change is not None and one.before is not None:
            changes = one.change.table.set_index("unit").loc[one.rows["unit"]]
            columns[text("Compared with year")] = one.before.year
            columns[text("Score change")] = changes["score_change"].to_list()
            columns[text("Place change")] = changes["place_change"].to_list()
        parts.append(pd.DataFrame(columns))
    return pd.concat(parts, ignore_index=True)


def _heading(release: Release, view: View, one: IndexCompared) -> str:
    target = {
        address.LANGUAGE: view.language.code,
        address.PROVINCE: view.province,
        address.INDEX: one.key.index,
        address.COMPONENT: OVERALL,
        address.UNIT_SYSTEM: one.key.system,
        address.YEAR: one.key.year,
    }
    lines = [f"**[{edition_name(release, one.key, view.language)}](bang-xep-hang?{urlencode(target)})**"]
    if one.before is not None:
        lines.append(view.language.text("change since {year}", year=one.before.year))
    return _NEW_LINE.join(lines)


def _cells(view: View, one: IndexCompared) -> list[str]:
    """Write the cells of a row; records and not rows of a frame, which take a hundred times as long to pick apart."""
    change = one.change
    return [
        _cell(view, one, row, change.of(str(row["unit"])) if change else None) for row in one.rows.to_dict("records")
    ]


def _cell(view: View, one: IndexCompared, row: Record, change: Record | None) -> str:
    if pd.isna(row["score"]) and not row["place_kind"]:
        return f"{NO_FIGURE}{_NEW_LINE}{short_reason(str(row['reason']), view.language)}"
    score = score_text(row["score"], origin_of(row), one.index, OVERALL, one.key.year, view.language)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    return _NEW_LINE.join([f"**{score}**", _plain(place), _plain(_change(view, one, change))])


def _change(view: View, one: IndexCompared, change: Record | None) -> str:
    """Write the change of one province, places and points, or in a few words why there is none."""
    if change is None or one.before is None:
        return NO_FIGURE
    if change["degree"] in ("break", "unit_system"):
        return view.language.text("not comparable")
    if pd.isna(change["score_from"]) and pd.isna(change["rank_from"]):
        return view.language.text("{year} missing", year=one.before.year)
    place = place_change_cell(change["place_change"], str(change["place_kind"]))
    score = score_change_text(change["score_change"], one.index, view.language)
    said = [words for words in (place, score) if words != NO_FIGURE]
    return " · ".join(said) or NO_FIGURE


def _plain(text: str) -> str:
    """Return a text so that nothing in it is read as Markdown: a line of "=" would make a heading of those above."""
    return text.replace("*", "\\*").replace("=", "\\=")
