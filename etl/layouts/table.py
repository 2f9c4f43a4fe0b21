"""Provinces in rows, components in columns."""

import re
from collections.abc import Collection, Iterable

from etl.layouts.figures import RawFigure, TableReading
from etl.layouts.frame import Frame
from etl.layouts.header import find_columns, name_column
from etl.normalise.footnotes import MARK
from etl.normalise.headings import Meaning, normalised
from etl.problems import Code, Problem, error
from etl.readers.grid import EMPTY, Cell, Grid
from etl.readers.result import SetAside

NO_NAME = "no name of a province beside the figures"
NO_PROVINCE = "'{}' is no province, as declared"
HEADING = "the heading again"
UNKNOWN_COLUMN = "the column '{}' was not read: etl/headings/{} does not know it in {}"
RANK_WITH_SCORE = re.compile(rf"(\d+)\s*\(\s*(\d[\d.,]*)\s*\)(?:\s*{MARK})*")
ORDER = ("TT", "STT", "No", "No.")
BELOW = "'{}' stands again below the table, after an empty row: a look-up"


def read(grid: Grid, frame: Frame) -> TableReading:
    """The figures below the headings. Rows that are no province are set aside, with a reason.

    A name that stands a second time below an empty row is a look-up cell of the publisher's, not a second province.
    """
    columns = find_columns(grid, frame)
    column = name_column(grid, frame)
    problems = list(columns.problems)
    if column is None:
        wanted = ", ".join(f"'{name}'" for name in frame.declaration.name) or "names of provinces"
        message = (
            f"'{grid.name}': no column of provinces ({wanted}); add its heading to 'name' in "
            f"{frame.declaration.place}, or the names to data/provinces/aliases.csv."
        )
        problems.append(error(Code.GRID_NOT_FOUND, frame.file, message))
    elif frame.declaration.only_known_columns:
        known = {*columns.by_meaning.values(), *columns.ignored, column}
        problems += _refused_columns(
            grid, frame, columns.heading_row, _unknown_columns(grid, frame, columns.heading_row, known)
        )
    if not problems:
        problems += frame.of_another_year(grid)
    if problems or column is None:
        return TableReading(problems=tuple(problems))
    reading = _Rows(grid, frame, column, columns.by_meaning)
    if frame.declaration.tell_unknown_columns:
        unknown = _unknown_columns(grid, frame, columns.heading_row, {*columns.headed, column})
        reading.set_aside += [_column_set_aside(grid, frame, columns.heading_row, number) for number in unknown]
    # A row with a province is no heading, whatever its other cells say.
    first_name = next(row for row in range(len(grid.rows)) if frame.is_name(grid.cell(row, column).text))
    for row in range(min(columns.last_heading_row + 1, first_name), len(grid.rows)):
        reading.take(row)
    gives = {(meaning.component, field) for meaning in columns.by_meaning for field in reading.fields(meaning)}
    return TableReading(tuple(reading.figures), frozenset(gives), tuple(reading.set_aside), tuple(reading.problems))


def _unknown_columns(grid: Grid, frame: Frame, heading_row: int, known: Collection[int]) -> list[int]:
    """The columns with a heading, but for the running number and those that are known."""
    order = {normalised(name) for name in (*ORDER, *frame.declaration.order)}
    return [
        column
        for column, cell in enumerate(grid.rows[heading_row])
        if column not in known and cell.text and normalised(cell.text) not in order
    ]


def _refused_columns(grid: Grid, frame: Frame, row: int, columns: Iterable[int]) -> list[Problem]:
    """An error for each column with a heading that is neither read nor declared as ignored."""
    return [
        error(
            Code.HEADER_WRONG,
            frame.file,
            f"{grid.place(row, column)}: '{grid.cell(row, column).text[:60]}' is no column of this table as "
            f"{frame.declaration.place} declares it; where it is not ours, add it to "
            f"etl/headings/{frame.declaration.headings.name} as ignored.",
        )
        for column in columns
    ]


def _column_set_aside(grid: Grid, frame: Frame, row: int, column: int) -> SetAside:
    reason = UNKNOWN_COLUMN.format(grid.cell(row, column).text[:60], frame.declaration.headings.name, frame.year)
    return SetAside(row + grid.first_row, reason, grid.place(row, column))


class _Rows:
    """The rows of one table, taken one by one."""

    def __init__(self, grid: Grid, frame: Frame, name_column: int, columns: dict[Meaning, int]) -> None:
        self.grid, self.frame, self.name_column, self.columns = grid, frame, name_column, columns
        self.components = list(dict.fromkeys(meaning.component for meaning in columns))
        self.figures: list[RawFigure] = []
        self.set_aside: list[SetAside] = []
        self.problems: list[Problem] = []
        self._seen: set[str] = set()
        self._after_gap: bool = False

    def fields(self, meaning: Meaning) -> list[str]:
        """The fields that a column gives: a coloured score gives the group, and itself where it is read."""
        fields = [meaning.holds] if self.frame.declaration.reads(meaning.holds) else []
        if self._holds_both(meaning.component):
            fields = ["score", "rank"]
        coloured = meaning.holds == "score" and self.frame.declaration.groups_by_fill
        return [*fields, "group"] if coloured and self.frame.declaration.reads("group") else fields

    def take(self, row: int) -> None:
        """Take one row, as figures or as set aside."""
        name = self.grid.cell(row, self.name_column).text
        has_figures = any(not self.grid.cell(row, column).is_empty for column in self.columns.values())
        if not name and not has_figures:
            self._after_gap = self._after_gap or bool(self._seen)
            return
        reason = self._reason_against(name)
        if reason is not None:
            place = self.grid.place(row, self.name_column)
            self.set_aside.append(SetAside(row + self.grid.first_row, reason, place))
            return
        self._seen.add(normalised(name))
        self.figures.extend(self._figure(row, name, component) for component in self.components)

    def _reason_against(self, name: str) -> str | None:
        if not name:
            return NO_NAME
        if self.frame.is_skipped(name):
            return NO_PROVINCE.format(name)
        if self.frame.is_heading_of_names(name):
            return HEADING
        if self._after_gap and normalised(name) in self._seen:
            return BELOW.format(name)
        return None

    def _figure(self, row: int, name: str, component: str) -> RawFigure:
        score, rank, group = (self._cell(row, field, component) for field in ("score", "rank", "group"))
        if self._holds_both(component):
            score, rank = self._rank_with_score(row, component)
        first = next(column for meaning, column in self.columns.items() if meaning.component == component)
        declaration = self.frame.declaration
        return RawFigure(
            name,
            component,
            row + self.grid.first_row,
            self.grid.place(row, self.columns.get(Meaning("score", component), first)),
            score if declaration.reads("score") else EMPTY,
            rank,
            _fill(score) if declaration.groups_by_fill else group.text,
        )

    def _holds_both(self, component: str) -> bool:
        """Whether score and rank of a component stand in one cell: they do where one of them has a column."""
        columns = [Meaning(field, component) in self.columns for field in ("score", "rank")]
        return self.frame.declaration.rank_with_score and any(columns) and not all(columns)

    def _rank_with_score(self, row: int, component: str) -> tuple[Cell, Cell]:
        """Score and rank of a cell "01 (0.727)"; a cell with a figure in another form is an error."""
        field = "score" if Meaning("score", component) in self.columns else "rank"
        cell = self._cell(row, field, component)
        both = RANK_WITH_SCORE.fullmatch(cell.text)
        if both is not None:
            return Cell(both[2]), Cell(both[1])
        if cell.number is not None or any(letter.isdecimal() for letter in cell.text):
            place = self.grid.place(row, self.columns[Meaning(field, component)])
            message = f"{place}: '{cell.text}' is no rank with its score in brackets, such as '01 (0.727)'."
            self.problems.append(error(Code.VALUE_NOT_ALLOWED, self.frame.file, message, column=component))
            return EMPTY, EMPTY
        return cell, EMPTY

    def _cell(self, row: int, field: str, component: str) -> Cell:
        column = self.columns.get(Meaning(field, component))
        return EMPTY if column is None else self.grid.cell(row, column)


def _fill(score: Cell) -> str:
    """The colour of a figure; that of a cell without one says nothing."""
    has_figure = score.number is not None or any(letter.isdecimal() for letter in score.text)
    return (score.fill or "") if has_figure else ""
