"""A page of one province: components as rows, years as columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.readers.grid import Cell, Grid

YEAR = re.compile(r"(?:PCI\s*)?((?:19|20)\d\d)(?:\s*\[\S+\])?")
FOOTNOTE = re.compile(r"\s*(?:\[\S+\]|\*+)$")


class YearNotFoundError(Exception):
    """A page without a column of the year; the message names the years that it has."""


@dataclass(frozen=True)
class YearCell:
    """One figure of the year: what its row says, the cell, and where it stands ("table 1!E3")."""

    label: str
    cell: Cell
    place: str


def cells_of_year(grids: Sequence[Grid], year: int) -> tuple[YearCell, ...]:
    """The cells below a year in the table with the most years: a smaller table repeats the last ones.

    Rows without a label are no figures. Raises YearNotFoundError where no table has the year, and where a year or a
    label stands twice in the table, which would give one figure two values.
    """
    tables = [(row, columns, grid) for grid in grids for row, columns in [_head(grid)] if columns]
    if not tables:
        raise YearNotFoundError("no table has years as columns; check that this is the page of one province.")
    head, columns, grid = max(tables, key=lambda table: len(table[1]))
    here = [column for column, found in columns.items() if found == year]
    if len(here) != 1:
        years = ", ".join(str(found) for found in sorted(set(columns.values())))
        told = f"has no column of {year}" if not here else f"has {len(here)} columns of {year}"
        raise YearNotFoundError(f"{grid.name} {told}; its years are {years}.")
    label_column = min(columns) - 1
    cells = tuple(
        YearCell(label, grid.cell(row, here[0]), grid.place(row, here[0]))
        for row in range(head + 1, len(grid.rows))
        if (label := FOOTNOTE.sub("", grid.cell(row, label_column).text)) and _is_row_of_figures(grid, row, columns)
    )
    labels = [cell.label for cell in cells]
    if twice := sorted({label for label in labels if labels.count(label) > 1}):
        raise YearNotFoundError(f"{grid.name} has the row '{twice[0]}' twice; take one out.")
    return cells


def _head(grid: Grid) -> tuple[int, dict[int, int]]:
    """The row with the most years and its year by column; no columns where fewer than two years stand in a row."""
    found = [
        (position, {column: int(match[1]) for column, cell in enumerate(row) if (match := YEAR.fullmatch(cell.text))})
        for position, row in enumerate(grid.rows)
    ]
    position, columns = max(found, key=lambda row: len(row[1]), default=(0, dict[int, int]()))
    return (position, columns) if len(columns) > 1 and min(columns) > 0 else (position, {})


def _is_row_of_figures(grid: Grid, row: int, columns: dict[int, int]) -> bool:
    return any(not grid.cell(row, column).is_empty for column in columns)
