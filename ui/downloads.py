"""Downloads of what is seen: a workbook for Excel first, and a CSV that Excel opens with its accents.

Every download goes this way: `ui.figure_columns` says what is written of a figure, `ui.grounds` what is said of all.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from indicators.release import Release
from reports.sheets import HEADING_LOOK, OPTIONS, WORKBOOK, column_width
from ui.grounds import Grounds
from ui.source_groups import source_table
from ui.view import View

# A cell that begins like this would be taken for a formula by a program that opens the CSV.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_ABOUT_WIDTHS = (24, 110)
_OPEN_WIDTH = 30
_OPEN_LOOK = {"bg_color": "#fffbe6", "border": 1, "border_color": "#d5dde6", "text_wrap": True, "valign": "top"}
_A4 = 9  # as Excel counts papers


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: its name and a table, numbers as numbers.

    `to_fill_in`: the columns that readers write in; `kept_in_sight`: how many columns at the left do not scroll.
    """

    name: str
    table: pd.DataFrame
    to_fill_in: tuple[str, ...] = ()
    kept_in_sight: int = 1


def show_downloads(
    release: Release, view: View, name: str, title: str, make_table: Callable[[], pd.DataFrame], grounds: Grounds
) -> None:
    """Draw the two buttons; the files are made when one is clicked.

    `name` is that of the files without its ending, `title` says what they hold. `make_table` answers with the figures
    as the reader sees them, headings in the reader's language. The workbook also says what stands under the table on
    the page: sources, notes and what the marks mean.
    """
    text = view.language.text
    with st.container(horizontal=True):
        st.download_button(
            text("Download Excel"),
            data=lambda: workbook(
                Sheet(text("Data"), make_table()),
                about(release, view, title, grounds),
                Sheet(text("Sources"), source_table(view, grounds.sources)),
            ),
            file_name=f"{name}.xlsx",
            mime=WORKBOOK,
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            text("Download CSV"),
            data=lambda: csv_with_mark(make_table()),
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
        )


def about(release: Release, view: View, title: str, grounds: Grounds) -> Sheet:
    """Return the sheet that says what a file holds: two columns, the sentences under the table one a row."""
    text = view.language.text
    notes = [(text("Notes") if position == 0 else "", line) for position, line in enumerate(grounds.lines)]
    rows = [(text("Content"), title), (text("Release"), release.version), *notes]
    return Sheet(text("About"), pd.DataFrame(rows))


def workbook(figures: Sheet, about_them: Sheet, sources: Sheet, further: Sequence[Sheet] = ()) -> bytes:
    """Make an XLSX: figures as real numbers under a frozen heading with a filter, what they are, and their sources.

    `further` are more sheets of figures behind the first one.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        heading = book.add_format(HEADING_LOOK)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        open_cell = book.add_format(_OPEN_LOOK)
        for sheet in (figures, *further):
            _write_table(book.add_worksheet(sheet.name), sheet, heading, open_cell)
        notes = book.add_worksheet(about_them.name)
        for column, width in enumerate(_ABOUT_WIDTHS):
            notes.set_column(column, column, width)
        for row, (name, value) in enumerate(about_them.table.itertuples(index=False)):
            notes.write_string(row, 0, name, heading if name else None)
            notes.write_string(row, 1, value, wrapped)
        _write_table(book.add_worksheet(sources.name), sources, heading, open_cell)
    return target.getvalue()


def csv_with_mark(table: pd.DataFrame) -> bytes:
    """Make a CSV in UTF-8 with the mark by which Excel knows it; points as decimals, as in the published data."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow([_harmless(str(name)) for name in table.columns])
    for row in table.itertuples(index=False):
        writer.writerow([_harmless(_plain(value)) for value in row])
    return target.getvalue().encode("utf-8-sig")


def _write_table(sheet: Worksheet, figures: Sheet, heading: Format, open_cell: Format) -> None:
    table = figures.table
    for position, name in enumerate(table.columns):
        sheet.write_string(0, position, str(name), heading)
        cells = [_plain(value) for value in table[name]]
        if name in figures.to_fill_in:
            sheet.set_column(position, position, _OPEN_WIDTH)
            for row in range(1, len(table) + 1):
                sheet.write_blank(row, position, None, open_cell)
            continue
        for row, value in enumerate(cells, start=1):
            _write(sheet, row, position, value)
        sheet.set_column(position, position, column_width(str(name), cells))
    sheet.freeze_panes(1, figures.kept_in_sight)
    if len(table):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    if figures.to_fill_in:
        # What is filled in by hand is printed too: across one page, the heading on each.
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)


def _write(sheet: Worksheet, row: int, column: int, value: object) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value is not None:
        sheet.write_string(row, column, str(value))


def _plain(value: Any) -> int | float | str | None:
    """Return a value as Python's own number or text; None for a missing one."""
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return None
    return value.item() if isinstance(value, np.generic) else value


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
