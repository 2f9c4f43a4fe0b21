"""Reads the sheets of an XLS or XLSX workbook into grids: values as stored, formulas by their last result."""

import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import xlrd
from openpyxl import load_workbook
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError

from etl.readers.grid import EMPTY, Cell, Grid
from etl.readers.text_encoding import unreadable

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_UNPACKED = 256 * 1024 * 1024
# Sheets of figures pack to a tenth or a twentieth; small files of blanks may do better.
LARGEST_RATIO = 200
RATIO_MATTERS_FROM = 16 * 1024 * 1024
MOST_COLUMNS = 512
MOST_ROWS = 20_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
DAMAGED = "it is cut off or damaged. Download it again."
LOCKED = "it has a password; save a copy without one and read that."
# What the libraries stumble over in a damaged file.
DAMAGE = (
    XLRDError,
    CompDocError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


def read_grids(path: Path, wanted: Callable[[str], bool] = lambda _: True, *, fills: bool = False) -> Iterator[Grid]:
    """The sheets in their order, each read when it is asked for; hidden and unwanted ones come without cells.

    `fills`: with the fill colour of each cell, "theme 4 -0.25" or "FFFF99" (XLSX only). Macros and formulas are never
    run. Raises DataError for a file that is no workbook, cut off, has a password, or unpacks to something monstrous.
    """
    start = _start(path)
    is_package = start.startswith(ZIP)
    if is_package:
        _check_package(path)
    elif not start.startswith(OLE):
        raise unreadable(path.name, "it is no XLS or XLSX workbook, whatever its name says; download it again.")
    elif ENCRYPTED_STREAM in path.read_bytes():
        raise unreadable(path.name, LOCKED)
    return _sheets(path, wanted, coloured=fills) if is_package else _old_sheets(path, wanted)


def _start(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise unreadable(path.name, f"it is larger than {LARGEST_FILE // 2**20} MB; no table of provinces is.")
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as failure:
        raise unreadable(path.name, f"cannot be read ({failure.strerror}); put the file there.") from None
    if not start:
        raise unreadable(path.name, "it is empty; download it again.")
    return start


def _check_package(path: Path) -> None:
    """Refuse an XLSX that is cut off, locked, or would unpack to more than any workbook of figures."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        message = "it is cut off or damaged: its list of contents is missing. Download it again."
        raise unreadable(path.name, message) from None
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > LARGEST_UNPACKED or (unpacked > RATIO_MATTERS_FROM and unpacked > LARGEST_RATIO * packed):
        message = f"it would unpack to {unpacked // 2**20} MB, which no workbook of figures does. It was not opened."
        raise unreadable(path.name, message)
    if any(entry.flag_bits & 1 for entry in entries):
        raise unreadable(path.name, LOCKED)
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise unreadable(path.name, "it is a ZIP file and no XLSX workbook; unpack it and read what is in it.")


def _old_sheets(path: Path, wanted: Callable[[str], bool]) -> Iterator[Grid]:
    with _told_damage(path), xlrd.open_workbook(str(path), logfile=StringIO(), on_demand=True) as workbook:
        for number, name in enumerate(workbook.sheet_names()):
            if not wanted(name):
                yield Grid(name, ())
                continue
            sheet = workbook.sheet_by_index(number)
            if sheet.visibility:
                yield Grid(name, (), is_hidden=True)
                continue
            rows = (sheet.row(row)[:MOST_COLUMNS] for row in range(min(sheet.nrows, MOST_ROWS)))
            yield Grid(name, _without_empty_ends([_old_cell(cell) for cell in row] for row in rows))


def _old_cell(cell: xlrd.sheet.Cell) -> Cell:
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return Cell(xlrd.error_text_from_code[int(cell.value)])
    return _cell(bool(cell.value) if cell.ctype == xlrd.XL_CELL_BOOLEAN else cell.value)


def _sheets(path: Path, wanted: Callable[[str], bool], *, coloured: bool) -> Iterator[Grid]:
    with _told_damage(path), closing(load_workbook(path, read_only=True, data_only=True, keep_links=False)) as workbook:
        for sheet in workbook.worksheets:
            is_hidden = sheet.sheet_state != "visible"
            if is_hidden or not wanted(sheet.title):
                yield Grid(sheet.title, (), is_hidden=is_hidden)
                continue
            # The extent that a file states for a sheet may be wrong, or whole rows.
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
            cells = ([_cell(cell.value, _fill(cell) if coloured else None) for cell in row] for row in rows)
            yield Grid(sheet.title, _without_empty_ends(cells))


@contextmanager
def _told_damage(path: Path) -> Generator[None]:
    """Tell what the libraries raise on damaged files in a sentence."""
    try:
        yield
    except DAMAGE as failure:
        if "password" in str(failure).lower() or "encrypted" in str(failure).lower():
            raise unreadable(path.name, LOCKED) from None
        raise unreadable(path.name, DAMAGED) from None


def _without_empty_ends(rows: Iterable[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows up to the last that says something, each up to its last such cell."""
    kept: list[tuple[Cell, ...]] = []
    blank = 0
    for row in rows:
        width = max((position for position, cell in enumerate(row, start=1) if not cell.is_empty), default=0)
        if width:
            kept += [()] * blank
            kept.append(tuple(row[:width]))
        blank = 0 if width else blank + 1
    return tuple(kept)


def _cell(value: Any, fill: str | None = None) -> Cell:
    if value is None or value == "":
        return Cell(fill=fill) if fill else EMPTY
    if isinstance(value, bool | date | datetime | time | timedelta):
        return Cell(str(value), fill=fill)
    if isinstance(value, int | float):
        # The shortest decimal of a binary number is the one that the publisher sees.
        number = Decimal(int(value)) if value == value // 1 else Decimal(repr(value))
        if number.is_finite():
            return Cell(f"{number.normalize():f}", number, fill)
        return Cell(fill=fill)
    text = unicodedata.normalize("NFC", str(value)).strip()
    return Cell(text, fill=fill) if text or fill else EMPTY


def _fill(cell: Any) -> str | None:
    """The colour of a solid fill: "theme 4", "theme 4 -0.25" (with its tint) or the six digits of a colour."""
    fill = getattr(cell, "fill", None)
    if fill is None or fill.fill_type != "solid":
        return None
    colour = fill.fgColor
    if colour.type == "theme":
        tint = Decimal(str(colour.tint)).quantize(Decimal("0.01")).normalize()
        return f"theme {colour.theme} {tint:f}" if tint else f"theme {colour.theme}"
    return str(colour.rgb)[-6:].upper() if colour.type == "rgb" else f"indexed {colour.indexed}"
