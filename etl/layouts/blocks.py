"""Pairs of columns (province, score), each sorted by its own score; the running number of the row is the rank."""

from dataclasses import dataclass

from etl.layouts.figures import RawFigure, TableReading
from etl.layouts.frame import Frame
from etl.layouts.header import find_columns
from etl.normalise.headings import Meaning, normalised
from etl.problems import Code, Problem, error
from etl.readers.grid import EMPTY, Grid
from etl.readers.result import SetAside

ROWS_LOOKED_AT = 8
NO_NUMBER = "no running number: a look-up or a summary, not a province"


@dataclass(frozen=True)
class _Block:
    """One component's columns; the rank is the running number where it has no column of its own."""

    component: str
    names: int
    scores: int
    ranks: int | None


def read(grid: Grid, frame: Frame) -> TableReading:
    """The figures of all blocks; rows without a running number are set aside.

    The column of names is the nearest one to the left of the scores that holds names: a block further right may have
    none of its own and goes with the one before.
    """
    columns = find_columns(grid, frame)
    if columns.problems:
        return TableReading(problems=columns.problems)
    first = columns.last_heading_row + 1
    first = next((row for row in range(first, len(grid.rows)) if _has_name(grid, frame, row)), first)
    order = _order_column(grid, frame, first)
    if order is None:
        message = f"'{grid.name}': no column of running numbers (1, 2, 3 ...) to the left of the blocks."
        return TableReading(problems=(error(Code.HEADER_WRONG, frame.file, message),))
    blocks, problems = _blocks(grid, frame, columns.by_meaning, first)
    if problems:
        return TableReading(problems=tuple(problems))
    figures: list[RawFigure] = []
    set_aside: list[SetAside] = []
    for row in range(first, len(grid.rows)):
        if grid.cell(row, order).number is not None:
            figures += [_figure(grid, row, block, order, frame) for block in blocks]
        elif any(not cell.is_empty for cell in grid.rows[row]):
            set_aside.append(SetAside(row + grid.first_row, NO_NUMBER, grid.place(row, order)))
    fields = ["score", "rank"] if frame.declaration.reads("rank") else ["score"]
    gives = frozenset((block.component, field) for block in blocks for field in fields)
    return TableReading(tuple(figures), gives, tuple(set_aside))


def _has_name(grid: Grid, frame: Frame, row: int) -> bool:
    return any(frame.is_name(cell.text) for cell in grid.rows[row])


def _order_column(grid: Grid, frame: Frame, first: int) -> int | None:
    """The column headed as running number, else the first one that counts 1, 2, 3 from the first row on."""
    headings = {normalised(name) for name in frame.declaration.order}
    width = max((len(row) for row in grid.rows[: first + 1]), default=0)
    headed = [
        column
        for column in range(width)
        if any(normalised(grid.cell(row, column).text) in headings for row in range(first))
    ]
    counting = [column for column in range(width) if _counts(grid, column, first)]
    return next((column for column in headed if column in counting), next(iter(counting), None))


def _counts(grid: Grid, column: int, first: int) -> bool:
    return all(grid.cell(first + step, column).number == step + 1 for step in range(3))


def _blocks(grid: Grid, frame: Frame, columns: dict[Meaning, int], first: int) -> tuple[list[_Block], list[Problem]]:
    blocks: list[_Block] = []
    problems: list[Problem] = []
    for meaning, column in columns.items():
        if meaning.holds != "score":
            continue
        # A heading merged over a pair stands in its first cell, above the names.
        scores = column + 1 if _holds_names(grid, frame, column, first) else column
        names = next((left for left in range(scores - 1, -1, -1) if _holds_names(grid, frame, left, first)), None)
        if names is None:
            message = f"{grid.place(first, scores)}: no column of provinces beside the scores of {meaning.component}."
            problems.append(error(Code.HEADER_WRONG, frame.file, message, column=meaning.component))
            continue
        blocks.append(
            _Block(meaning.component, names, scores, _rank_column(grid, frame, columns, meaning, names, first))
        )
    return blocks, problems


def _rank_column(
    grid: Grid, frame: Frame, columns: dict[Meaning, int], meaning: Meaning, names: int, first: int
) -> int | None:
    """A column of ranks that goes with the same names; one in a block of its own repeats the running number."""
    ranks = columns.get(Meaning("rank", meaning.component))
    if ranks is None:
        return None
    beside = next((left for left in range(ranks - 1, -1, -1) if _holds_names(grid, frame, left, first)), None)
    return ranks if beside == names else None


def _holds_names(grid: Grid, frame: Frame, column: int, first: int) -> bool:
    rows = range(first, min(first + ROWS_LOOKED_AT, len(grid.rows)))
    return sum(frame.is_name(grid.cell(row, column).text) for row in rows) * 2 > len(rows)


def _figure(grid: Grid, row: int, block: _Block, order: int, frame: Frame) -> RawFigure:
    rank = grid.cell(row, order if block.ranks is None else block.ranks)
    return RawFigure(
        grid.cell(row, block.names).text,
        block.component,
        row + grid.first_row,
        grid.place(row, block.scores),
        grid.cell(row, block.scores),
        rank if frame.declaration.reads("rank") else EMPTY,
    )
