"""Reads the sheets of an XLS or XLSX workbook into grids: values as stored, formulas by their last result."""

import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import python_calamine as calamine

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
LOCKED = "it has a password; save a copy without one and read that."
DAMAGE = (
    calamine.CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    SyntaxError,
    TypeError,
    ValueError,
)


def read_grids(path: Path, wanted: Callable[[str], bool] = lambda _: True, *, fills: bool = False) -> Iterator[Grid]:
    """The sheets whose name is wanted, in their order, each read when it is asked for; hidden ones come without cells.

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
    return _sheets(path, wanted, coloured=fills and is_package, is_package=is_package)


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


def _sheets(path: Path, wanted: Callable[[str], bool], *, coloured: bool, is_package: bool) -> Iterator[Grid]:
    with _told_damage(path), path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as workbook:
        sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
        for sheet in sheets:
            if not wanted(sheet.name):
                continue
            if sheet.visible != calamine.SheetVisibleEnum.Visible:
                yield Grid(sheet.name, (), is_hidden=True)
                continue
            rows = None if coloured else _value_rows(workbook, sheet.name, is_package=is_package)
            yield Grid(sheet.name, _without_empty_ends(_coloured_rows(path, sheet.name) if rows is None else rows))


@contextmanager
def _told_damage(path: Path) -> Generator[None]:
    """Tell what the libraries raise on damaged files in a sentence."""
    try:
        yield
    except calamine.PasswordError:
        raise unreadable(path.name, LOCKED) from None
    except DAMAGE as failure:
        if "password" in str(failure).lower():
            raise unreadable(path.name, LOCKED) from None
        raise unreadable(path.name, f"it is cut off or damaged ({failure}). Download it again.") from None
    except BaseException as failure:
        # The faster library stops in this way on some damaged files.
        if type(failure).__name__ != "PanicException":
            raise
        raise unreadable(path.name, "it is cut off or damaged. Download it again.") from None


def _value_rows(workbook: calamine.CalamineWorkbook, name: str, *, is_package: bool) -> list[list[Cell]] | None:
    """The cells of a sheet; None where the faster library cannot read it and the slower one may."""
    try:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MOST_ROWS)
    except calamine.CalamineError:
        # It refuses an extent given as whole rows ("1:69"), as LibreOffice writes it.
        if not is_package:
            raise
        return None
    return [[_cell(value) for value in row[:MOST_COLUMNS]] for row in rows]


def _coloured_rows(path: Path, name: str) -> Iterator[list[Cell]]:
    # Its import takes longer than reading a workbook, and most workbooks do without.
    from openpyxl import load_workbook

    workbook = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = workbook[name]
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
            yield [_cell(cell.value, _fill(cell)) for cell in row]
    finally:
        workbook.close()


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
