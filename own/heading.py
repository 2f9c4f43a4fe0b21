"""Finds the heading of a table: in whatever row and order it stands, over one row or two with merged cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from own.cells import text_of
from own.grid import CellValue, Grid, column_letters
from own.problems import Problem

Field = Literal["year", "kind", "unit", "total", "rank", "belongs_to"]

NEEDED: tuple[Field, ...] = ("year", "kind", "unit", "total")
HEADINGS: dict[Field, tuple[str, str]] = {
    "year": ("Năm", "Year"),
    "kind": ("Loại đơn vị", "Kind of unit"),
    "unit": ("Đơn vị", "Unit"),
    "belongs_to": ("Thuộc", "Belongs to"),
    "rank": ("Hạng", "Rank"),
    "total": ("Tổng điểm", "Total"),
}
_LOOKED_THROUGH = 30
_ROWS_OF_HEADING = 3
_CALLED: dict[Field, tuple[str, ...]] = {
    "year": ("năm", "năm đánh giá", "year"),
    "kind": ("loại đơn vị", "loại", "cấp", "nhóm đơn vị", "kind of unit", "kind"),
    "unit": ("đơn vị", "tên đơn vị", "cơ quan, đơn vị", "tên cơ quan, đơn vị", "địa phương", "unit", "name"),
    "belongs_to": ("thuộc", "thuộc huyện", "huyện", "belongs to"),
    "rank": ("hạng", "xếp hạng", "thứ hạng", "rank"),
    "total": ("tổng điểm", "tổng", "tổng cộng", "điểm tổng hợp", "chỉ số", "kết quả", "total"),
}
_FIELD_OF: dict[str, Field] = {word: name for name, words in _CALLED.items() for word in words}
_NOT_READ = frozenset({"stt", "tt", "số tt", "no", "no.", "ghi chú", "note", "notes"})
_UNIT_OF_MEASURE = re.compile(r" ?\((?:%|điểm|points|percent)\)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the columns of a table are: positions from 0; `first_row` is that of the first row under the heading.

    `components`: the name of every further column as it is written.
    """

    fields: dict[Field, int]
    components: dict[int, str]
    first_row: int


def find_heading(grid: Grid) -> Heading | Problem | None:
    """Find the heading of a sheet: the first row that names a year and a unit.

    None for a sheet without any; a problem where a column that is needed is missing or a column is there twice.
    """
    for position, row in enumerate(grid.rows[:_LOOKED_THROUGH]):
        if {"year", "unit"} <= {_field(text_of(cell)) for cell in row}:
            return _read(grid, position)
    return None


def _read(grid: Grid, position: int) -> Heading | Problem:
    names = [text_of(cell) for cell in grid.rows[position]]
    ends = position + 1
    places: dict[Field, int] = {found: at for at, name in enumerate(names) if (found := _field(name))}
    while ends < position + _ROWS_OF_HEADING and _goes_on(grid.rows[ends : ends + 1], places):
        below = [text_of(cell) for cell in grid.rows[ends]]
        names += [""] * (len(below) - len(names))
        # Under a heading that is merged over several columns stand the names of each.
        names = [lower or upper for upper, lower in zip(names, below + [""] * len(names), strict=False)]
        ends += 1
    fields: dict[Field, int] = {}
    components: dict[int, str] = {}
    seen: dict[str, int] = {}
    for at, name in enumerate(names):
        key = _plain(name)
        if not key or key in _NOT_READ:
            continue
        field = _field(name)
        if (field in fields) if field else (key in seen):
            return Problem("column_twice", grid.sheet, ends, column_letters(at), name)
        seen[key] = at
        if field:
            fields[field] = at
        else:
            components[at] = name
    missing = [HEADINGS[name][0] for name in NEEDED if name not in fields]
    if missing:
        return Problem("column_missing", grid.sheet, position + 1, detail=", ".join(missing))
    return Heading(fields, components, ends)


def _goes_on(rows: Sequence[Sequence[CellValue]], places: dict[Field, int]) -> bool:
    """Tell whether the next row still belongs to the heading: it has texts only, and none under year and unit."""
    if not rows:
        return False
    cells = {at: cell for at, cell in enumerate(rows[0]) if text_of(cell)}
    under = {places[name] for name in ("year", "unit") if name in places}
    texts = all(isinstance(cell, str) and not re.fullmatch(r"[0-9.,% ]+", cell) for cell in cells.values())
    return bool(cells) and texts and not under & cells.keys()


def _field(name: str) -> Field | None:
    return _FIELD_OF.get(_UNIT_OF_MEASURE.sub("", _plain(name)))


def _plain(name: str) -> str:
    return name.casefold().strip(" :")
