"""The workbook that agencies fill in: a sheet an agency, what is known of its components, and four open columns."""

from typing import Any

import pandas as pd
import streamlit as st

from indicators.release import Release
from reports.sheets import WORKBOOK, sheet_name
from ui import address
from ui.downloads import Sheet, about, workbook
from ui.figure_columns import province_columns, sources_text
from ui.grounds import Grounds
from ui.source_groups import SourceGroup, source_table
from ui.strengths_grounds import index_grounds
from ui.strengths_parameters import ALL_AGENCIES, DivisionOfWork, agency_id, agency_names
from ui.strengths_standings import Shown
from ui.strengths_table import table_rows
from ui.view import View
from wording.language import Language
from wording.sources import sentences_of_notes

_KEPT_IN_SIGHT = 3  # columns: index, year, component


def show_download(release: Release, view: View, shown: list[Shown], divided: DivisionOfWork, title: str) -> None:
    """Draw the button; the workbook is made when it is pressed."""
    if not any(len(item.rows) for item in shown):
        return
    text = view.language.text
    st.download_button(
        text("Download Excel for the agencies to fill in"),
        data=lambda: agency_workbook(release, view, shown, divided, title),
        file_name=f"{text('strengths-weaknesses')}-{shown[0].standing.unit}.xlsx",
        mime=WORKBOOK,
        on_click="ignore",
        icon=":material/download:",
        type="primary",
    )
    st.caption(
        text(
            "One sheet an agency; the columns cause, measure, person responsible and deadline are left for the agency "
            "to fill in."
        )
    )


def agency_workbook(release: Release, view: View, shown: list[Shown], divided: DivisionOfWork, title: str) -> bytes:
    """Make the XLSX: a sheet for the chosen agency, or for each that leads a component shown; sources and marks."""
    sheets = agency_sheets(release, view, shown, divided)
    grounds = joined_grounds([(item, index_grounds(release, view, item)) for item in shown if len(item.rows)])
    sources = Sheet(view.language.text("Sources"), source_table(view, grounds.sources))
    return workbook(sheets[0], about(release, view, title, grounds), sources, sheets[1:])


def agency_sheets(release: Release, view: View, shown: list[Shown], divided: DivisionOfWork) -> list[Sheet]:
    """Return the sheets in the order of the agencies; components that nobody is known to lead come last."""
    language = view.language
    rows = pd.concat(
        [_file_rows(release, item, divided, language) for item in shown if len(item.rows)], ignore_index=True
    )
    agencies: list[tuple[str, ...]] = rows.pop(_AGENCIES).to_list()
    names = agency_names(divided)
    chosen = view.values.one(address.AGENCY)
    to_fill_in = tuple(open_columns(language))
    wanted = [
        (name, [identity in map(agency_id, led) for led in agencies])
        for identity, name in names.items()
        if chosen in (ALL_AGENCIES, identity)
    ]
    if chosen == ALL_AGENCIES:
        wanted.append((language.text("No agency named"), [not led for led in agencies]))
    sheets: list[Sheet] = []
    taken = [language.text("About"), language.text("Sources")]
    for name, of_agency in wanted:
        if any(of_agency):
            found = sheet_name(name, taken)
            taken.append(found)
            sheets.append(Sheet(found, rows[of_agency].reset_index(drop=True), to_fill_in, _KEPT_IN_SIGHT))
    return sheets


def open_columns(language: Language) -> list[str]:
    """Name the columns that agencies fill in."""
    text = language.text
    return [text("Cause"), text("Measure"), text("Person responsible"), text("Deadline")]


def joined_grounds(of_indices: list[tuple[Shown, Grounds]]) -> Grounds:
    """Put the grounds of several indices together, each source group under the name of its index."""
    lines = dict.fromkeys(line for _, grounds in of_indices for line in grounds.lines)
    groups = [
        SourceGroup(
            ": ".join(part for part in (item.index.short_name, group.heading) if part), group.entries, group.counted
        )
        for item, grounds in of_indices
        for group in grounds.sources
    ]
    return Grounds(tuple(lines), tuple(groups))


_AGENCIES = "agencies"


def _file_rows(release: Release, shown: Shown, divided: DivisionOfWork, language: Language) -> pd.DataFrame:
    """Return one row a component with headings of the language, figures as numbers, and the open columns."""
    text, index, key = language.text, shown.index, shown.standing.key
    rows = table_rows(release, shown, divided, language)
    kinds = {"published": text("published"), "computed": text("computed"), "": ""}
    places = {"rank": text("published rank"), "order": text("order by score"), "": ""}
    standing = {"strength": text("strength"), "weakness": text("weakness"), "": ""}
    columns: dict[str, list[Any]] = {
        text("Index"): [index.short_name] * len(rows),
        text("Year"): [key.year] * len(rows),
        text("Component"): rows["name"].to_list(),
        **province_columns(release, rows["unit"], language),
        text("Score"): rows["score"].to_list(),
        text("Maximum"): rows["maximum"].to_list(),
        text("Kind of figure"): [kinds[kind] for kind in rows["kind"]],
        text("Percentile (computed)"): rows["percentile"].to_list(),
        text("Rank or order"): rows["place"].to_list(),
        text("Of how many"): rows["place_of"].to_list(),
        text("Kind of place"): [places[kind] for kind in rows["place_kind"]],
        text("Strength, weakness"): [standing[kind] for kind in rows["standing"]],
        text("How long"): rows["lasts"].to_list(),
        text("Lead agency"): ["; ".join(led) for led in rows["agencies"]],
        text("Together with"): rows["support"].to_list(),
        text("Evidence for the agency"): rows["basis"].to_list(),
        **{name: [None] * len(rows) for name in open_columns(language)},
        text("Note"): [_note(release, row, language) for _, row in rows.iterrows()],
        text("Source"): [sources_text(release, index, ids, "title") for ids in rows["source_id"]],
        text("Address of the source"): [sources_text(release, index, ids, "address") for ids in rows["source_id"]],
        _AGENCIES: rows["agencies"].to_list(),
    }
    return pd.DataFrame(columns)


def _note(release: Release, row: pd.Series, language: Language) -> str:
    notes = sentences_of_notes(release, str(row["note_codes"]), language).values()
    return " ".join([*([f"{row['why'][:1].upper()}{row['why'][1:]}."] if row["why"] else []), *notes])
