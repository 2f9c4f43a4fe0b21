"""Tables of provinces in a PDF that no declared table reads: they are told, so that none is passed over in silence."""

from collections.abc import Collection, Iterable

from etl.normalise.names import Names
from etl.readers.grid import Grid
from etl.readers.result import SetAside

FEWEST_PROVINCES = 5
WORDS_OF_TITLE = 80


def unread_tables(grids: Iterable[Grid], read: Collection[str], names: Names) -> list[SetAside]:
    """One entry for each grid with a column of provinces whose name is not among those `read`."""
    return [
        SetAside(grid.first_row, _reason(grid, provinces), grid.name)
        for grid in grids
        if grid.name not in read and (provinces := _provinces(grid, names)) >= FEWEST_PROVINCES
    ]


def _provinces(grid: Grid, names: Names) -> int:
    columns = range(max((len(row) for row in grid.rows), default=0))
    return max(
        (
            sum(names.code(grid.cell(row, column).text) is not None for row in range(len(grid.rows)))
            for column in columns
        ),
        default=0,
    )


def _reason(grid: Grid, provinces: int) -> str:
    title = f" ('{grid.title[:WORDS_OF_TITLE]}')" if grid.title else ""
    return f"a table of {provinces} provinces was not read: no table is declared with its headings{title}"
