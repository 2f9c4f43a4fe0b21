"""What of a PDF's tables of provinces was not read: it is told, so that no table or page is passed over in silence."""

from collections.abc import Collection, Iterable

from etl.layouts import TableReading
from etl.normalise.names import Names
from etl.problems import Code, Problem, error
from etl.readers.grid import Grid
from etl.readers.result import SetAside

FEWEST_PROVINCES = 2
WORDS_OF_TITLE = 80


def unread_tables(grids: Iterable[Grid], read: Collection[str], names: Names) -> list[SetAside]:
    """One entry for each grid with a column of provinces whose name is not among those `read`."""
    return [
        SetAside(grid.first_row, _reason(grid, provinces), grid.name)
        for grid in grids
        if grid.name not in read and (provinces := _provinces(grid, names)) >= FEWEST_PROVINCES
    ]


def shorter_tables(
    readings: Iterable[TableReading], provinces: frozenset[str], names: Names, file: str
) -> list[Problem]:
    """An error for each table that lacks provinces of another: a page of it was not joined to it."""
    found: dict[str, set[str | None]] = {}
    for reading in readings:
        for figure in reading.figures:
            found.setdefault(figure.place.partition("!")[0], set()).add(names.code(figure.name))
    counts = {table: len(codes.intersection(provinces)) for table, codes in found.items()}
    return [
        error(
            Code.PROVINCE_MISSING,
            file,
            f"'{table}' has {count} provinces, the file {len(provinces)}; look for a page of the table that has other "
            "columns or a title of its own.",
        )
        for table, count in counts.items()
        if count < len(provinces)
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
