"""A page of one province: components as rows, years as columns."""

import re
from collections.abc import Iterable, Iterator

from etl.layouts.figures import RawFigure, TableReading
from etl.layouts.frame import Frame
from etl.normalise.footnotes import without_marks
from etl.normalise.headings import Meaning, normalised
from etl.normalise.names import tidy_name
from etl.problems import Code, Problem, error
from etl.readers.grid import EMPTY, Cell, Grid
from etl.readers.result import SetAside

YEAR = re.compile(r"(?:(?:PCI|Năm|Year)\s*)?((?:19|20)\d\d)", re.IGNORECASE)
SEPARATOR = re.compile(r"\s+[-–»:]\s+|\s*\|\s*|:\s+")
NOT_OURS = "'{}' is no component here"
NO_LABEL = "no label beside the figures"
HEADINGS_TOLD = 4

Rows = dict[Meaning, int]


def most_years(grids: Iterable[Grid]) -> Iterator[Grid]:
    """The table with the most years of a page: a smaller one repeats the last ones. All tables where none has years."""
    candidates = list(grids)
    years = [len(_head(grid)[1]) for grid in candidates]
    most = max(years, default=0)
    return iter(candidates if not most else [candidates[years.index(most)]])


def read(grid: Grid, frame: Frame) -> TableReading:
    """The figures below the year asked for, of the province that is declared or that the page's headings name.

    A label is looked up like a heading; rows with another label are set aside. A year or a component that stands twice
    would give one figure two values, and is an error.
    """
    head, columns = _head(grid)
    if not columns:
        message = f"'{grid.name}': no row with years as columns; check that this is the page of one province."
        return _failed(error(Code.GRID_NOT_FOUND, frame.file, message))
    here = [column for column, found in columns.items() if found == frame.year]
    if len(here) != 1:
        years = ", ".join(str(found) for found in sorted(set(columns.values())))
        told = f"{len(here)} columns" if here else "no column"
        message = f"'{grid.name}', row {head + grid.first_row}: {told} of {frame.year}; the years are {years}."
        return _failed(error(Code.HEADER_WRONG, frame.file, message))
    name = _province(grid, frame)
    if isinstance(name, Problem):
        return _failed(name)
    rows, set_aside, problems = _rows(grid, frame, range(head + 1, len(grid.rows)), min(columns))
    problems += frame.missing(set(rows), f"'{grid.name}'")
    if problems:
        return TableReading(problems=tuple(problems))
    components = dict.fromkeys(meaning.component for meaning in rows)
    figures = tuple(_figure(grid, rows, here[0], name, component) for component in components)
    gives = frozenset((meaning.component, meaning.holds) for meaning in rows)
    return TableReading(figures, gives, tuple(set_aside))


def _head(grid: Grid) -> tuple[int, dict[int, int]]:
    """The row with the most years and its year by column; no columns where fewer than two years stand in a row."""
    found = [
        (position, {column: year for column, cell in enumerate(row) if (year := _year(cell.text))})
        for position, row in enumerate(grid.rows)
    ]
    position, columns = max(found, key=lambda row: len(row[1]), default=(0, dict[int, int]()))
    return (position, columns) if len(columns) > 1 and min(columns) > 0 else (position, {})


def _year(text: str) -> int | None:
    found = YEAR.fullmatch(without_marks(text))
    return int(found[1]) if found else None


def _rows(
    grid: Grid, frame: Frame, positions: Iterable[int], first_year: int
) -> tuple[Rows, list[SetAside], list[Problem]]:
    rows: Rows = {}
    set_aside: list[SetAside] = []
    problems: list[Problem] = []
    for position in positions:
        labels = [cell.text for cell in grid.rows[position][:first_year] if any(map(str.isalpha, cell.text))]
        meaning = next((found for label in labels if (found := frame.headings.meaning(label))), None)
        if meaning is None or not frame.is_read(meaning):
            if any(not cell.is_empty for cell in grid.rows[position]):
                reason = NOT_OURS.format(labels[0][:60]) if labels else NO_LABEL
                set_aside.append(SetAside(position + grid.first_row, reason, grid.place(position, 0)))
        elif meaning in rows:
            message = (
                f"{grid.place(position, 0)}: a second row of {meaning.component} ({meaning.holds}), after row "
                f"{rows[meaning] + grid.first_row}; take one out."
            )
            problems.append(error(Code.DUPLICATE_KEY, frame.file, message, column=meaning.component))
        else:
            rows[meaning] = position
    return rows, set_aside, problems


def _figure(grid: Grid, rows: Rows, column: int, name: str, component: str) -> RawFigure:
    score, rank = (rows.get(Meaning(field, component)) for field in ("score", "rank"))
    first = min(row for row in (score, rank) if row is not None)
    return RawFigure(
        name,
        component,
        first + grid.first_row,
        grid.place(first, column),
        _cell(grid, score, column),
        _cell(grid, rank, column),
    )


def _cell(grid: Grid, row: int | None, column: int) -> Cell:
    return EMPTY if row is None else grid.cell(row, column)


def _province(grid: Grid, frame: Frame) -> str | Problem:
    """The name of the province, or what is wrong: no heading names one, several do, or another one than is declared."""
    named = {code: name for name in _named(grid, frame) if (code := frame.names.code(name))}
    declared = frame.declaration.province
    if declared and (not named or frame.names.code(declared) in named):
        return declared
    place = frame.declaration.place
    if declared:
        told = ", ".join(f"'{name}'" for name in named.values())
        message = f"the page is headed with {told}, and {place} declares '{declared}'; check the file."
        return error(Code.UNKNOWN_PROVINCE, frame.file, message)
    if len(named) == 1:
        return next(iter(named.values()))
    if named:
        told = ", ".join(f"'{name}'" for name in named.values())
        message = f"the headings of the page name several provinces ({told}); add 'province: <name>' to {place}."
        return error(Code.UNKNOWN_PROVINCE, frame.file, message)
    headings = _headings(grid)
    told = ", ".join(f"'{text[:60]}'" for text in headings[-HEADINGS_TOLD:]) or "none"
    nearest = ", ".join(f"'{name}'" for name in frame.names.nearest(*headings)) or "none"
    message = (
        f"'{grid.name}': no heading of the page is the name of a province ({told}). Most like them: {nearest}. Add the "
        f"name to data/provinces/aliases.csv, the way a heading names it to 'province_in' in {place}, or "
        "'province: <name>' there."
    )
    return error(Code.UNKNOWN_PROVINCE, frame.file, message)


def _named(grid: Grid, frame: Frame) -> Iterator[str]:
    """Every text that a heading, or a piece of it, gives as the name of a province."""
    patterns = [_pattern(text) for text in frame.declaration.province_in]
    for heading in _headings(grid):
        for text in (heading, *SEPARATOR.split(heading)):
            for pattern in patterns:
                if found := pattern.fullmatch(normalised(text)):
                    yield tidy_name(text)[found.start(1) : found.end(1)]


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(normalised(text)).replace(r"\{province\}", "(.+)"))


def _headings(grid: Grid) -> list[str]:
    return list(dict.fromkeys(text for text in (*grid.page_headings, grid.title) if text))


def _failed(problem: Problem) -> TableReading:
    return TableReading(problems=(problem,))
