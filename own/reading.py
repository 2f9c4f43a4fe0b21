"""Reads a file of own results: tolerant of its layout, strict on what it means; what is good of it is kept."""

from collections.abc import Iterable

from indicators.provinces import plain_letters
from own.delimited import grid_of_text
from own.grid import MOST_BYTES, Bounds, Grid
from own.heading import Heading, find_heading
from own.problems import Problem, UnreadableFileError
from own.results import Figure, Maximum, OwnResults, OwnUnit
from own.rows import RowReader, UnitRow
from own.unit_kinds import UnitKind
from own.workbook import grids_of_workbook

_WORKBOOK = b"PK"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_own_results(name: str, content: bytes) -> OwnResults:
    """Read an XLSX or a CSV of own units by year; nothing is written anywhere.

    Columns, in any order and under a heading in any of the first rows: year, kind of unit, unit, total, and one a
    component; optional: the unit that it belongs to, and its rank as printed. A row whose unit is "Điểm tối đa" holds
    the maxima of the columns, of one year or kind where it names these, and is the list of components.
    Raises UnreadableFileError where nothing of the file can be used.
    """
    grids = _grids(name, content, Bounds())
    problems: list[Problem] = []
    readers: list[RowReader] = []
    components: dict[str, str] = {}
    for grid in grids:
        heading = find_heading(grid)
        if isinstance(heading, Heading):
            readers.append(RowReader(grid, heading, components, problems))
        elif heading is not None:
            problems.append(heading)
    if not readers:
        raise UnreadableFileError(problems[0] if problems else Problem("no_heading"))
    rows = [row for reader in readers for row in reader.unit_rows()]
    if not rows and not problems:
        problems.append(Problem("no_rows", readers[0].sheet))
    problems += _alike_names(rows)
    once = _without_repeats(rows, problems)
    maxima: dict[tuple[UnitKind, int, str], Maximum] = {}
    figures: list[Figure] = []
    ranks: dict[tuple[int, OwnUnit], int] = {}
    for row in once:
        figures += row.reader.figures(row, maxima)
        rank = row.reader.rank(row)
        if rank is not None:
            ranks[row.year, row.unit] = rank
    measured: dict[tuple[UnitKind, int], set[OwnUnit]] = {}
    for row in rows:
        measured.setdefault((row.unit.kind, row.year), set()).add(row.unit)
    used = {component for _, _, component in maxima}
    return OwnResults(
        {key: frozenset(units) for key, units in measured.items()},
        {component: title for component, title in components.items() if component in used},
        maxima,
        tuple(figures),
        ranks,
        tuple(dict.fromkeys(problems)),
    )


def _grids(name: str, content: bytes, bounds: Bounds) -> list[Grid]:
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(Problem("too_large", detail=str(MOST_BYTES // 1_000_000)))
    if not content.strip():
        raise UnreadableFileError(Problem("empty_file"))
    if content.startswith(_COMPOUND_FILE):
        raise UnreadableFileError(Problem("password" if _ENCRYPTED in content else "old_workbook"))
    if content.startswith(_WORKBOOK):
        return grids_of_workbook(content, bounds)
    if name.casefold().endswith(".xlsx"):
        raise UnreadableFileError(Problem("not_a_table"))
    return [grid_of_text(content, bounds)]


def _without_repeats(rows: Iterable[UnitRow], problems: list[Problem]) -> list[UnitRow]:
    """Leave out every row of a unit that has several in one year: which one is right cannot be known."""
    by_unit: dict[tuple[int, OwnUnit], list[UnitRow]] = {}
    for row in rows:
        by_unit.setdefault((row.year, row.unit), []).append(row)
    for (year, unit), found in by_unit.items():
        if len(found) > 1:
            places = ", ".join(f"{row.reader.sheet}!{row.number}".removeprefix("!") for row in found)
            problems += [
                Problem("unit_twice", row.reader.sheet, row.number, row.column, f"{unit.name} ({year})", places)
                for row in found
            ]
    return [found[0] for found in by_unit.values() if len(found) == 1]


def _alike_names(rows: Iterable[UnitRow]) -> list[Problem]:
    """Tell of units of one system whose names differ only by tone marks, blanks or signs: they are kept apart."""
    first: dict[OwnUnit, UnitRow] = {}
    for row in rows:
        first.setdefault(row.unit, row)
    alike: dict[tuple[str, str, str], UnitRow] = {}
    problems: list[Problem] = []
    for unit, row in first.items():
        key = (unit.system, plain_letters(unit.name), plain_letters(unit.belongs_to))
        other = alike.setdefault(key, row)
        if other is not row:
            problems.append(
                Problem("alike_names", row.reader.sheet, row.number, row.column, unit.name, other.unit.name)
            )
    return problems
