"""Files of targets: read for a session and kept nowhere else, and written in the same columns."""

import csv
import io
import zipfile
from collections.abc import Iterable

import pandas as pd
import xlsxwriter

from indicators.own_targets import COLUMNS, MOST_ROWS
from indicators.targets import Target
from indicators.units import Unit

_WIDEST_ROW = 40
_LARGEST_WORKBOOK = 40_000_000  # bytes unpacked: far more than so many rows of targets need


class UnreadableFileError(ValueError):
    """A file that is no table: neither a workbook nor text in UTF-8."""


def rows_of_file(name: str, content: bytes) -> list[list[str]]:
    """Read the rows of a CSV (comma or semicolon, UTF-8) or of the first sheet of an XLSX, all cells as text.

    Raises UnreadableFileError for anything else.
    """
    return _of_workbook(content) if name.casefold().endswith(".xlsx") else _of_text(content)


def targets_table(targets: Iterable[Target]) -> pd.DataFrame:
    """Return targets in the columns of `data/targets.csv`, so that what was downloaded can be uploaded again."""
    rows = [
        {
            "unit_system": Unit.parse(target.unit).system,
            "province_code": Unit.parse(target.unit).code,
            "index": target.index,
            "component": target.component,
            "year": target.year,
            "kind": target.kind,
            "value": None if target.value is None else f"{target.value:.6f}".rstrip("0").rstrip("."),
            "since_year": target.since_year,
            "source": "",
        }
        for target in targets
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="object")


def targets_csv(targets: Iterable[Target]) -> bytes:
    """Make a CSV of targets that Excel opens with its accents."""
    return targets_table(targets).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def targets_workbook(targets: Iterable[Target]) -> bytes:
    """Make an XLSX of targets, all cells as text: a code keeps its zero."""
    target = io.BytesIO()
    table = targets_table(targets)
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        as_text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet("targets")
        sheet.set_column(0, len(COLUMNS) - 1, 16, as_text)
        for column, heading in enumerate(COLUMNS):
            sheet.write_string(0, column, heading, as_text)
            for row, value in enumerate(table[heading].tolist(), start=1):
                sheet.write_string(row, column, "" if pd.isna(value) else str(value), as_text)
        sheet.freeze_panes(1, 0)
    return target.getvalue()


def _of_text(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError from error
    if "\0" in text:
        raise UnreadableFileError
    heading = text.split("\n", 1)[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    try:
        return [list(cells) for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise UnreadableFileError from error


def _of_workbook(content: bytes) -> list[list[str]]:
    # Only who brings a workbook waits for the library that reads it.
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST_WORKBOOK:
                raise UnreadableFileError
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=_WIDEST_ROW, values_only=True)
            return [_without_end(["" if value is None else str(value) for value in row]) for row in rows]
        finally:
            book.close()
    except UnreadableFileError:
        raise
    except Exception as error:  # a damaged workbook fails in many ways, all of which mean the same to the reader
        raise UnreadableFileError from error


def _without_end(cells: list[str]) -> list[str]:
    """Leave out the empty cells behind the last one that holds something."""
    held = [position for position, cell in enumerate(cells) if cell.strip()]
    return cells[: held[-1] + 1] if held else []
