"""Reads the rows under a heading: those of maxima, then those of units with their figures."""

from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass

from own.cells import Number, has_invisible_marks, name_fault, number_of, rank_of, text_of, year_of
from own.grid import CellValue, Grid, column_letters
from own.heading import Field, Heading
from own.problems import Fault, Problem
from own.results import TOTAL, Figure, Maximum, OwnUnit
from own.unit_kinds import UnitKind, kind_called, system_of_kind

_MAXIMA = frozenset({"điểm tối đa", "tối đa", "maximum", "max"})

_Scope = tuple[UnitKind | None, int | None]
_Maxima = MutableMapping[tuple[UnitKind, int, str], Maximum]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row of a unit: its number in the sheet, the column of its name, and its cells."""

    reader: "RowReader"
    number: int
    column: str
    year: int
    unit: OwnUnit
    cells: Sequence[CellValue]


class RowReader:
    """Reads one sheet; what is wrong goes to `problems`, new components to `components` (name by id) of the file."""

    def __init__(
        self, grid: Grid, heading: Heading, components: MutableMapping[str, str], problems: list[Problem]
    ) -> None:
        """Read the names of the components and the maxima."""
        self.sheet = grid.sheet
        self._grid, self._fields = grid, heading.fields
        self._first = heading.first_row
        self._problems = problems
        self._columns: dict[int, str] = {heading.fields["total"]: TOTAL}
        ids = {name.casefold(): component for component, name in components.items()}
        for at, name in heading.components.items():
            fault = name_fault(name)
            if fault is not None:
                self._tell(fault, heading.first_row, at, name)
                continue
            component = ids.setdefault(name.casefold(), f"c{len(ids) + 1}")
            components.setdefault(component, name)
            self._columns[at] = component
        self._names = {**heading.components, heading.fields["total"]: "Tổng điểm"}
        self._maxima: dict[int, dict[_Scope, Maximum]] = {at: {} for at in self._columns}
        self._not_listed: set[tuple[int, UnitKind, int]] = set()
        for number, cells in self._rows():
            if self._is_maxima(cells):
                self._read_maxima(number, cells)

    def unit_rows(self) -> Iterator[UnitRow]:
        """Give the rows that name a unit, its kind and a year; the others are told."""
        for number, cells in self._rows():
            if self._is_maxima(cells):
                continue
            year, kind = self._year(number, cells), self._kind(number, cells)
            names = [self._name(number, cells, field) for field in ("unit", "belongs_to")]
            if year is None or kind is None or not names[0] or names[1] is None:
                continue
            system = system_of_kind(kind, year)
            if system is None:
                self._tell("kind_ended", number, self._fields["kind"], text_of(self._cell(cells, "kind")), str(year))
                continue
            column = column_letters(self._fields["unit"])
            yield UnitRow(self, number, column, year, OwnUnit(kind, system, names[0], names[1]), cells)

    def figures(self, row: UnitRow, maxima: _Maxima) -> list[Figure]:
        """Read the figures of a row that can be used, and note the maxima that they are judged by."""
        figures: list[Figure] = []
        for at, component in self._columns.items():
            cell = row.cells[at] if at < len(row.cells) else None
            read = number_of(cell)
            if read is None:
                continue
            maximum = self._maximum(at, row.unit.kind, row.year)
            if maximum is None:
                self._tell_not_listed(row, at)
                continue
            held = maxima.setdefault((row.unit.kind, row.year, component), maximum)
            fault = _fault(read, held)
            if fault is not None:
                self._tell(fault, row.number, at, text_of(cell), _written(held))
            if isinstance(read, Number) and fault in (None, "more_decimals"):
                figures.append(Figure(row.year, row.unit, component, read.value))
        return figures

    def rank(self, row: UnitRow) -> int | None:
        """Read the rank that the row prints; None where it prints none that can be used."""
        cell = self._cell(row.cells, "rank")
        read = rank_of(cell)
        if isinstance(read, str):
            self._tell(read, row.number, self._fields["rank"], text_of(cell))
            return None
        return read

    def _rows(self) -> Iterator[tuple[int, Sequence[CellValue]]]:
        """Give the rows that hold anything under the columns that are read, by their number in the sheet."""
        read = [*self._fields.values(), *self._columns]
        for number, cells in enumerate(self._grid.rows[self._first :], start=self._first + 1):
            if any(at < len(cells) and cells[at] is not None for at in read):
                yield number, cells

    def _cell(self, cells: Sequence[CellValue], field: Field) -> CellValue:
        at = self._fields.get(field, -1)
        return cells[at] if 0 <= at < len(cells) else None

    def _is_maxima(self, cells: Sequence[CellValue]) -> bool:
        return text_of(self._cell(cells, "unit")).casefold() in _MAXIMA

    def _read_maxima(self, number: int, cells: Sequence[CellValue]) -> None:
        has_year, has_kind = (bool(text_of(self._cell(cells, field))) for field in ("year", "kind"))
        year = self._year(number, cells) if has_year else None
        kind = self._kind(number, cells) if has_kind else None
        if (has_year and year is None) or (has_kind and kind is None):
            return
        for at in self._columns:
            cell = cells[at] if at < len(cells) else None
            read = number_of(cell)
            if isinstance(read, Number) and read.value > 0:
                maximum = Maximum(read.value, read.percent)
                if self._maxima[at].setdefault((kind, year), maximum) != maximum:
                    self._tell("maximum_twice", number, at, text_of(cell), _written(self._maxima[at][kind, year]))
            elif read is not None:
                self._tell(read if isinstance(read, str) else "not_a_number", number, at, text_of(cell))

    def _maximum(self, at: int, kind: UnitKind, year: int) -> Maximum | None:
        found = self._maxima[at]
        scopes: tuple[_Scope, ...] = ((kind, year), (kind, None), (None, year), (None, None))
        return next((found[scope] for scope in scopes if scope in found), None)

    def _year(self, number: int, cells: Sequence[CellValue]) -> int | None:
        cell = self._cell(cells, "year")
        read = year_of(cell)
        if isinstance(read, int):
            return read
        self._tell(read, number, self._fields["year"], text_of(cell))
        return None

    def _kind(self, number: int, cells: Sequence[CellValue]) -> UnitKind | None:
        cell = self._cell(cells, "kind")
        kind = kind_called(text_of(cell).casefold())
        if kind is None:
            self._tell("kind_not_known", number, self._fields["kind"], text_of(cell))
        return kind

    def _name(self, number: int, cells: Sequence[CellValue], field: Field) -> str | None:
        """Return a name; "" where an optional one is empty, None where it is none."""
        cell = self._cell(cells, field)
        if field not in self._fields or (field != "unit" and cell is None):
            return ""
        fault = name_fault(cell)
        if fault is not None:
            self._tell(fault, number, self._fields[field], text_of(cell))
            return None
        if has_invisible_marks(cell):
            self._tell("invisible_marks", number, self._fields[field], text_of(cell))
        return text_of(cell)

    def _tell_not_listed(self, row: UnitRow, at: int) -> None:
        """Tell once of a component without a maximum, not again in every row."""
        about = (at, row.unit.kind, row.year)
        if about not in self._not_listed:
            self._not_listed.add(about)
            self._tell("component_not_listed", row.number, at, self._names[at], str(row.year))

    def _tell(self, fault: Fault, number: int, at: int, value: str, detail: str = "") -> None:
        self._problems.append(Problem(fault, self.sheet, number, column_letters(at), value, detail))


def _fault(read: Number | Fault, maximum: Maximum) -> Fault | None:
    if not isinstance(read, Number):
        return read
    if read.percent != maximum.percent:
        return "percent_and_points"
    if read.value > maximum.value:
        return "over_maximum"
    return "more_decimals" if read.cut else None


def _written(maximum: Maximum) -> str:
    return f"{text_of(maximum.value)}%" if maximum.percent else text_of(maximum.value)
