"""Downloads of what is seen: a workbook for Excel first, and a CSV that Excel opens with its accents."""

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st
import xlsxwriter

from ui.view import View

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A cell that begins like this would be taken for a formula by a program that opens the CSV.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def show_downloads(view: View, name: str, make_table: Callable[[], pd.DataFrame], about: Mapping[str, str]) -> None:
    """Draw the two buttons; the files are made when one is clicked.

    `make_table`: the table as the reader sees it, numbers as numbers, headings in the reader's language. `about`
    goes on a second sheet: edition, publisher, release.
    """
    text = view.language.text
    with st.container(horizontal=True):
        st.download_button(
            text("Download Excel"),
            data=lambda: workbook(make_table(), about, text("Data"), text("About")),
            file_name=f"{name}.xlsx",
            mime=_WORKBOOK,
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


def workbook(table: pd.DataFrame, about: Mapping[str, str], sheet: str, about_sheet: str) -> bytes:
    """Make an XLSX: one sheet of figures as real numbers, frozen heading, filter; one sheet that says what they are."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        heading = book.add_format(
            {"bold": True, "bg_color": "#eef3f8", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        figures = book.add_worksheet(sheet)
        for position, name in enumerate(table.columns):
            figures.write_string(0, position, str(name), heading)
            cells = [_plain(value) for value in table[name]]
            for row, value in enumerate(cells, start=1):
                _write(figures, row, position, value)
            widest = max([len(str(name)), *(len(str(value)) for value in cells if value is not None)])
            figures.set_column(position, position, min(max(widest + 2, 8), 48))
        figures.freeze_panes(1, 1)
        if len(table):
            figures.autofilter(0, 0, len(table), len(table.columns) - 1)
        notes = book.add_worksheet(about_sheet)
        notes.set_column(0, 0, 24)
        notes.set_column(1, 1, 110)
        for row, (name, value) in enumerate(about.items()):
            notes.write_string(row, 0, name, heading)
            notes.write_string(row, 1, value)
    return target.getvalue()


def csv_with_mark(table: pd.DataFrame) -> bytes:
    """Make a CSV in UTF-8 with the mark by which Excel knows it; points as decimals, as in the published data."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow([_harmless(str(name)) for name in table.columns])
    for row in table.itertuples(index=False):
        writer.writerow([_harmless(_plain(value)) for value in row])
    return target.getvalue().encode("utf-8-sig")


def _write(sheet: Any, row: int, column: int, value: object) -> None:
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
