"""Reads the sheets of a workbook in memory: values only. Formulas, macros and links to other files are not run."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, cast

from own.grid import MOST_COLUMNS, MOST_SHEETS, MOST_UNPACKED, Bounds, CellValue, Grid, NoResult, Percent
from own.problems import Problem, UnreadableFileError

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def grids_of_workbook(content: bytes, bounds: Bounds) -> list[Grid]:
    """Read the visible sheets of an XLSX.

    Raises UnreadableFileError for what is no workbook, and for more than the bounds allow.
    """
    # Only who brings a workbook waits for the library that reads it.
    import openpyxl

    try:
        formulas = _has_formulas(content)
        # Neither pass works a formula out: the first reads the results that the file holds, the second the formulas.
        books = [
            openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
            for data_only in ((True, False) if formulas else (True,))
        ]
        try:
            return [Grid(sheets[0].title, _rows(sheets, bounds)) for sheets in _visible_sheets(books)]
        finally:
            for book in books:
                book.close()
    except UnreadableFileError:
        raise
    except Exception as error:  # a damaged workbook fails in many ways, all of which mean the same to the reader
        raise UnreadableFileError(Problem("not_a_table")) from error


def _has_formulas(content: bytes) -> bool:
    """Tell whether any sheet holds a formula, after looking whether the file unpacks to a reasonable size."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise UnreadableFileError(Problem("too_large", detail=str(MOST_UNPACKED // 1_000_000)))
        return any(_FORMULA.search(packed.read(part)) for part in parts if _SHEETS.fullmatch(part.filename))


def _visible_sheets(books: list[Any]) -> Iterator[tuple[Any, ...]]:
    sheets = list(zip(*(book.worksheets for book in books), strict=True))
    if len(sheets) > MOST_SHEETS:
        raise UnreadableFileError(Problem("too_many_sheets", detail=str(MOST_SHEETS)))
    yield from (of_both for of_both in sheets if of_both[0].sheet_state == "visible")


def _rows(sheets: tuple[Any, ...], bounds: Bounds) -> list[list[CellValue]]:
    name = str(sheets[0].title)
    for sheet in sheets:
        # What a sheet says of its own size may be wrong: it is read as far as it goes.
        sheet.reset_dimensions()
    readers = [sheet.iter_rows(max_col=MOST_COLUMNS + 1) for sheet in sheets]
    rows: list[list[CellValue]] = []
    for of_both in cast("Iterator[tuple[Any, ...]]", zip(*readers, strict=True)):
        bounds.count_row(name)
        results, formulas = of_both[0], of_both[-1]
        pairs = zip(results, formulas, strict=False)
        cells = [_value(cell, formula) for cell, formula in pairs]
        while cells and cells[-1] is None:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise UnreadableFileError(Problem("too_many_columns", name, len(rows) + 1, detail=str(MOST_COLUMNS)))
        rows.append(cells)
    return rows


def _value(cell: Any, formula: Any) -> CellValue:
    value = cell.value
    if value is None:
        return NoResult() if formula.value is not None else None
    if cell.data_type == "e":
        return NoResult()
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in str(cell.number_format):
        # What a percent cell shows as 72.29 % is stored as 0.7229, with the noise of a float.
        return Percent(round(value * 100, 9))
    return value
