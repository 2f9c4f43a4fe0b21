"""Reads a text file of cells parted by commas, semicolons or tabs."""

import csv
import io

from own.grid import MOST_COLUMNS, Bounds, CellValue, Grid
from own.problems import Problem, UnreadableFileError

_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def grid_of_text(content: bytes, bounds: Bounds) -> Grid:
    """Read a CSV in UTF-8, or in UTF-16 as spreadsheets save "Unicode text", all cells as text.

    Raises UnreadableFileError for what is no text, and for more than the bounds allow.
    """
    try:
        text = content.decode("utf-16" if content.startswith(_MARKS_OF_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(Problem("not_text")) from error
    if "\0" in text:
        raise UnreadableFileError(Problem("not_text"))
    rows: list[list[CellValue]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            bounds.count_row("")
            if len(cells) > MOST_COLUMNS and any(cell.strip() for cell in cells[MOST_COLUMNS:]):
                raise UnreadableFileError(Problem("too_many_columns", "", len(rows) + 1, detail=str(MOST_COLUMNS)))
            rows.append([cell or None for cell in cells])
    except csv.Error as error:
        raise UnreadableFileError(Problem("not_a_table", row=len(rows) + 1)) from error
    return Grid("", rows)


def _delimiter(text: str) -> str:
    """Choose the mark that the first lines hold most of: a title may stand over the heading."""
    first = "\n".join(text.split("\n", 20)[:20])
    return max(";\t,", key=first.count)
