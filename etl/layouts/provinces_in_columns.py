"""Components in rows, provinces in columns."""

from etl.layouts.figures import RawFigure, TableReading
from etl.layouts.frame import Frame
from etl.normalise.headings import Meaning
from etl.problems import Code, error
from etl.readers.grid import Grid
from etl.readers.result import SetAside

FEWEST_NAMES = 2
NOT_OURS = "'{}' is no component here"
SECOND = "a second row of {}; the first is taken"


def read(grid: Grid, frame: Frame) -> TableReading:
    """The figures of the rows whose label is a component, for the columns headed with a province.

    The row of provinces is the one of the first rows with most names; rows above it (such as today's provinces over
    the former ones) and columns without a name are passed over. Labels stand left of the first province, in any
    column; a component's first row counts, as interval limits and errors come after it.
    """
    row, provinces = _row_of_provinces(grid, frame)
    if len(provinces) < FEWEST_NAMES:
        within = frame.declaration.header_within
        message = f"'{grid.name}': no row with names of provinces among the first {within}."
        return TableReading(problems=(error(Code.HEADER_WRONG, frame.file, message),))
    rows: dict[Meaning, int] = {}
    set_aside: list[SetAside] = []
    for position in range(row + 1, len(grid.rows)):
        labels = [cell.text for cell in grid.rows[position][: min(provinces)] if cell.text and cell.number is None]
        meaning = next((found for label in labels if (found := frame.headings.meaning(label))), None)
        if meaning is not None and frame.is_read(meaning) and meaning not in rows:
            rows[meaning] = position
        elif labels:
            is_second = meaning is not None and meaning in rows
            reason = SECOND.format(meaning.component) if meaning and is_second else NOT_OURS.format(labels[0][:60])
            set_aside.append(SetAside(position + grid.first_row, reason, grid.place(position, 0)))
    problems = frame.missing(set(rows), f"'{grid.name}'")
    if problems:
        return TableReading(problems=tuple(problems))
    figures = [
        _figure(grid, position, column, name, meaning.component)
        for meaning, position in rows.items()
        for column, name in provinces.items()
    ]
    return TableReading(tuple(figures), frozenset((meaning.component, "score") for meaning in rows), tuple(set_aside))


def _figure(grid: Grid, row: int, column: int, name: str, component: str) -> RawFigure:
    place = grid.place(row, column)
    return RawFigure(name, component, row + grid.first_row, place, score=grid.cell(row, column))


def _row_of_provinces(grid: Grid, frame: Frame) -> tuple[int, dict[int, str]]:
    """The row with the most names, and the text over each column from the first name on that is no declared total."""
    rows = range(min(frame.declaration.header_within, len(grid.rows)))
    counts = {row: sum(frame.is_name(cell.text) for cell in grid.rows[row]) for row in rows}
    best = max(counts, key=lambda row: counts[row], default=0)
    if not counts.get(best):
        return 0, {}
    cells = grid.rows[best]
    first = next(column for column, cell in enumerate(cells) if frame.is_name(cell.text))
    return best, {
        column: cell.text
        for column, cell in enumerate(cells)
        if column >= first and cell.text and not frame.is_skipped(cell.text)
    }
