"""Where things stand in a grid: the columns by their headings, and the column of the provinces."""

from collections.abc import Iterator
from dataclasses import dataclass

from etl.layouts.frame import Frame
from etl.normalise.headings import Meaning, normalised
from etl.problems import Code, Problem, error
from etl.readers.grid import Grid

LINES_OF_A_HEADING = 5


@dataclass(frozen=True)
class Columns:
    """Where things stand in a grid: each meaning's column, the rows of the headings, and what is wrong.

    `heading_row`: the row with most headings; `ignored`: columns whose heading is known and declared as not ours;
    `headed`: all columns whose heading is known, be it read here or not.
    """

    by_meaning: dict[Meaning, int]
    last_heading_row: int
    problems: tuple[Problem, ...]
    heading_row: int = 0
    ignored: frozenset[int] = frozenset()
    headed: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Heading:
    """A heading found: its meaning and the rows that it runs over, counted from 0."""

    meaning: Meaning
    column: int
    first: int
    last: int


def find_columns(grid: Grid, frame: Frame) -> Columns:
    """The column of each heading in the first rows; a heading may run over several cells below each other.

    A heading is found wherever it stands, so columns may come in any order and the header in any of the first rows.
    The row with most headings is the header's: a title above it ("PCI 2013") is none, though it reads like one.
    """
    within = min(frame.declaration.header_within, len(grid.rows))
    width = max((len(row) for row in grid.rows[:within]), default=0)
    found = [heading for column in range(width) for heading in _headings(grid, frame, column, within)]
    counts = {row: sum(heading.first <= row <= heading.last for heading in found) for row in range(within)}
    main = max(counts, key=lambda row: (counts[row], row), default=0)
    headings = [heading for heading in found if _is_of_header(grid, heading, main, counts)]
    by_meaning: dict[Meaning, int] = {}
    problems: list[Problem] = []
    taken: set[int] = set()
    for heading in headings:
        meaning, column = heading.meaning, heading.column
        if column in taken:
            continue
        taken.add(column)
        if meaning.holds == "ignored" or not _is_wanted(frame, meaning):
            continue
        if meaning in by_meaning:
            message = (
                f"{grid.place(heading.first, column)}: a second heading of {meaning.component} ({meaning.holds}), "
                f"after column {grid.place(heading.first, by_meaning[meaning])}; take one out."
            )
            problems.append(error(Code.HEADER_WRONG, frame.file, message, column=meaning.component))
            continue
        by_meaning[meaning] = column
    problems += frame.missing(set(by_meaning), f"'{grid.name}'")
    last = max((heading.last for heading in headings), default=-1)
    ignored = frozenset(heading.column for heading in headings if heading.meaning.holds == "ignored")
    return Columns(by_meaning, last, tuple(problems), main, ignored, frozenset(taken))


def _is_of_header(grid: Grid, heading: _Heading, main: int, counts: dict[int, int]) -> bool:
    """Whether a heading reaches the main row, stands in another row of headings, or is merged down to the main row."""
    if heading.last >= main or max(counts[row] for row in range(heading.first, heading.last + 1)) > 1:
        return True
    return all(grid.cell(row, heading.column).is_empty for row in range(heading.last + 1, main + 1))


def _is_wanted(frame: Frame, meaning: Meaning) -> bool:
    as_colours = meaning.holds == "score" and bool(frame.declaration.groups_by_fill)
    return frame.is_read(meaning) or (as_colours and frame.is_read(Meaning("group", meaning.component)))


def _headings(grid: Grid, frame: Frame, column: int, within: int) -> Iterator[_Heading]:
    """Every heading in the first rows of a column: those below a merged cell with its words first, then from the top.

    "Xếp hạng" below "Kinh tế số", which is merged over several columns, is looked up as "Xếp hạng Kinh tế số".
    """
    for row in range(1, within):
        above = _merged_above(grid, row, column)
        # As a whole: the words behind a number ("Tỉnh Chỉ số 1: ...") are those of the merged cell alone.
        meaning = frame.headings.meanings.get(normalised(f"{grid.cell(row, column).text} {above}")) if above else None
        if meaning is not None:
            yield _Heading(meaning, column, row - 1, row)
    for row in range(within):
        text = ""
        for further in range(row, min(row + LINES_OF_A_HEADING, within)):
            cell = grid.cell(further, column)
            if not cell.text or cell.number is not None:
                break
            text = f"{text} {cell.text}".strip()
            meaning = frame.headings.meaning(text)
            if meaning is not None:
                yield _Heading(meaning, column, row, further)


def _merged_above(grid: Grid, row: int, column: int) -> str:
    """The text of a cell that is merged over this column and others, one row higher; "" where there is none."""
    first = column
    while first > 0 and _is_below_merged(grid, row, first):
        first -= 1
    is_merged = first < column or _is_below_merged(grid, row, column + 1)
    return grid.cell(row - 1, first).text if is_merged and grid.cell(row, column).text else ""


def _is_below_merged(grid: Grid, row: int, column: int) -> bool:
    return bool(grid.cell(row, column).text) and grid.cell(row - 1, column).is_empty


def name_column(grid: Grid, frame: Frame) -> int | None:
    """The column of the provinces: by its heading, else the one with most names of provinces; None where none has."""
    for row in range(min(frame.declaration.header_within, len(grid.rows))):
        headed = [column for column, cell in enumerate(grid.rows[row]) if frame.is_heading_of_names(cell.text)]
        for column in headed:
            if _names_below(grid, frame, column):
                return column
    columns = range(max((len(row) for row in grid.rows), default=0))
    counts = {column: _names_below(grid, frame, column) for column in columns}
    best = max(counts, key=lambda column: counts[column], default=None)
    return best if best is not None and counts[best] else None


def _names_below(grid: Grid, frame: Frame, column: int) -> int:
    return sum(frame.is_name(grid.cell(row, column).text) for row in range(len(grid.rows)))
