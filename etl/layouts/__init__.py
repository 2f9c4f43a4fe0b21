"""How a grid is laid out: each layout gives the figures of a grid with what stands beside them."""

from collections.abc import Iterable

from etl.declarations import TableDeclaration
from etl.layouts import blocks, one_province, provinces_in_columns, table
from etl.layouts.choosing import chosen_grids
from etl.layouts.figures import RawFigure, TableReading
from etl.layouts.frame import Frame, Layout
from etl.normalise.headings import headings_of
from etl.normalise.names import Names
from etl.problems import Code, error
from etl.readers.grid import Grid

__all__ = ["RawFigure", "TableReading", "read_layout"]

LAYOUTS: dict[str, Layout] = {
    "table": table.read,
    "blocks": blocks.read,
    "provinces_in_columns": provinces_in_columns.read,
    "one_province": one_province.read,
}


def read_layout(
    grids: Iterable[Grid], declaration: TableDeclaration, year: int, names: Names, file: str
) -> TableReading:
    """The figures of one declared table of a year: of the first visible grid that has all that is declared of it.

    Without such a grid the reading has the errors of the one that comes nearest, naming the headings it lacks; of a
    table declared as optional it is empty. `names` says which texts are provinces, `file` what errors name the file.
    """
    frame = Frame(declaration, headings_of(declaration.headings, year), year, names, file)
    nearest: TableReading | None = None
    candidates = chosen_grids(grids, declaration, year)
    for grid in one_province.most_years(candidates) if declaration.layout == "one_province" else candidates:
        reading = LAYOUTS[declaration.layout](grid, frame)
        if not reading.problems or reading.figures:
            return reading
        if nearest is None or _distance(reading) < _distance(nearest):
            nearest = reading
    if declaration.optional:
        return TableReading()
    if nearest is not None:
        return nearest
    looked_for = " or ".join(f"'{name}'" for name in declaration.sheets).replace("{year}", str(year)) or "visible"
    there = ", ".join(f"'{grid.name}'{' (hidden)' if grid.is_hidden else ''}" for grid in grids) or "none"
    message = f"has no table or sheet {looked_for}; there are {there}. Check the edition asked for, or {file} is new."
    return TableReading(problems=(error(Code.GRID_NOT_FOUND, file, message),))


def _distance(reading: TableReading) -> tuple[bool, int]:
    """How far a table is from what is declared: one without provinces is farther than any with them."""
    without_provinces = any(problem.code == Code.GRID_NOT_FOUND for problem in reading.problems)
    return without_provinces, len(reading.problems)
