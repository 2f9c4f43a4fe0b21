"""Raw figures of all tables of a file to tidy rows: names to codes, cells to numbers, scores rounded once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from etl.declarations import Declaration, TableDeclaration
from etl.layouts.figures import RawFigure, TableReading
from etl.normalise.headings import normalised
from etl.normalise.names import Names
from etl.normalise.numbers import NotANumberError, NumberFormat, rounded
from etl.normalise.rows import Edition, Key, Row, new_sources, tidy_rows
from etl.problems import Code, Problem, error
from etl.readers.result import CoveredField, ReadResult, SetAside

NO_RESULT = "no result: the cell is empty or says so"
FORMER = "'{}' is a former unit, with no code among the {} provinces"


@dataclass
class _Normalising:
    """The state of one file: rows by province and component, what was set aside, and what is wrong."""

    edition: Edition
    declaration: Declaration
    names: Names
    numbers: NumberFormat
    rows: dict[Key, Row] = field(default_factory=dict[Key, Row])
    covers: set[CoveredField] = field(default_factory=set[CoveredField])
    set_aside: list[SetAside] = field(default_factory=list[SetAside])
    problems: list[Problem] = field(default_factory=list[Problem])
    unknown: dict[str, str] = field(default_factory=dict[str, str])
    provinces: set[str] = field(default_factory=set[str])
    merged: int = 0

    def take(self, table: TableDeclaration, reading: TableReading) -> None:
        """Take the figures of one table; what an earlier table gave of a figure stays."""
        # Two tables of one grid set the same rows aside.
        told = set(self.set_aside)
        further = [row for row in reading.set_aside if row not in told]
        self.merged += len(reading.set_aside) - len(further)
        self.set_aside += further
        self.problems += reading.problems
        places: dict[Key, str] = {}
        with_result = {(figure.name, figure.row) for figure in reading.figures if self._has_result(figure)}
        for figure in reading.figures:
            code = self._code(figure)
            if code is None:
                continue
            key = (code, figure.component)
            if (figure.name, figure.row) not in with_result:
                # A row of "N/A" is no second row of a province that stands elsewhere with its figures.
                self.provinces.add(code)
                self._put_aside(figure, NO_RESULT)
                continue
            if key in places:
                self._tell(
                    Code.DUPLICATE_KEY,
                    figure,
                    f"'{figure.name}' stands in {places[key]} already; each province once. Take one out.",
                )
                self._put_aside(figure, "the province a second time")
                continue
            places[key] = figure.place
            self.provinces.add(code)
            system = self.declaration.unit_system
            gives = [name for component, name in reading.gives if component == figure.component]
            self.covers |= {(system, code, figure.component, name) for name in gives}
            self._add(key, figure, self._row(table, figure))

    def _add(self, key: Key, figure: RawFigure, row: Row | None) -> None:
        if row is None:
            self._put_aside(figure, NO_RESULT)
        elif key in self.rows:
            self._join(figure, self.rows[key], row)
            self.merged += 1
        else:
            self.rows[key] = row

    def _join(self, figure: RawFigure, held: Row, row: Row) -> None:
        """Fill what an earlier table left open; where both have a figure they must be the same."""
        for name in ("score", "rank", "group"):
            before, after = str(getattr(held, name)), str(getattr(row, name))
            if not before:
                setattr(held, name, after)
            elif after and not _is_same(before, after):
                message = f"the {name} {after} is {before} in {held.place}; take out the wrong one."
                self._tell(Code.VALUE_NOT_ALLOWED, figure, message)

    def covered(self) -> frozenset[CoveredField]:
        """The fields on which the file has the say: not those of a province or a column without any figure.

        A column that is empty throughout (ranks that a page draws) and a row of "N/A" say nothing of what is held.
        """
        provinces = {code for code, _ in self.rows}
        columns = {
            (component, name)
            for (_, component), row in self.rows.items()
            for name in ("score", "rank", "group")
            if getattr(row, name)
        }
        return frozenset(field for field in self.covers if field[1] in provinces and (field[2], field[3]) in columns)

    def _code(self, figure: RawFigure) -> str | None:
        code = self.names.code(figure.name)
        if code is not None:
            return code
        if self.names.is_former(figure.name):
            self._put_aside(figure, FORMER.format(figure.name, self.declaration.unit_system))
        elif not self._has_result(figure):
            self._put_aside(figure, f"'{figure.name[:60]}' is no province and has no figure")
        else:
            self._put_aside(figure, f"'{figure.name[:60]}' is not known as a province")
            self.unknown.setdefault(figure.name, figure.place)
        return None

    def _has_result(self, figure: RawFigure) -> bool:
        return bool(figure.group) or not all(self.numbers.is_missing(cell) for cell in (figure.score, figure.rank))

    def _row(self, table: TableDeclaration, figure: RawFigure) -> Row | None:
        """The figure's fields as text; None where it has none."""
        row = Row(figure.row, figure.place)
        try:
            score = self.numbers.number(figure.score)
            rank = self.numbers.rank(figure.rank)
        except NotANumberError as failure:
            self._tell(Code.VALUE_NOT_ALLOWED, figure, str(failure))
            return None
        zeros = self.declaration.zero_is_missing
        if score is not None and not (score == 0 and ("*" in zeros or figure.component in zeros)):
            row.score = rounded(score, self.edition.decimals)
        row.rank = "" if rank is None else str(rank)
        is_zero_without_result = score is not None and not row.score
        row.group = "" if is_zero_without_result else self._group(table, figure)
        return row if row.score or row.rank or row.group else None

    def _group(self, table: TableDeclaration, figure: RawFigure) -> str:
        if not figure.group:
            return ""
        by_word = {normalised(word): group for word, group in table.groups_by_word.items()}
        group = table.groups_by_fill.get(figure.group) or by_word.get(normalised(figure.group))
        if group is None:
            what = "colour" if table.groups_by_fill else "group"
            declared = "groups_by_fill" if table.groups_by_fill else "groups_by_word"
            self._tell(
                Code.UNKNOWN_GROUP,
                figure,
                f"the {what} '{figure.group}' is not declared; add it to {declared} in {self.declaration.place}.",
            )
        return group or ""

    def _put_aside(self, figure: RawFigure, reason: str) -> None:
        self.set_aside.append(SetAside(figure.row, reason, figure.place))

    def _tell(self, code: Code, figure: RawFigure, message: str) -> None:
        told = f"{figure.place}: {message}"
        self.problems.append(error(code, self.edition.file, told, column=figure.component))

    def tell_unknown(self) -> None:
        """One error for each name that is not known, with the names that are most like it."""
        for name, place in self.unknown.items():
            nearest = ", ".join(f"'{near}'" for near in self.names.nearest(name)) or "none"
            message = (
                f"{place}: '{name}' is not known as one of the {self.declaration.unit_system} provinces and was set "
                f"aside. Most like it: {nearest}. Where it is one of them, add the name to "
                "data/provinces/aliases.csv; where the row is no province, add it to 'skip' in etl/sources.yaml."
            )
            self.problems.append(error(Code.UNKNOWN_PROVINCE, self.edition.file, message))


def normalise_figures(
    readings: Sequence[tuple[TableDeclaration, TableReading]], declaration: Declaration, edition: Edition, names: Names
) -> ReadResult:
    """The tidy rows of a file, sorted by province and component, and every figure that did not become one.

    `rows_in` counts the figures of all tables, those that two tables share once, and the rows set aside whole.
    """
    state = _Normalising(edition, declaration, names, NumberFormat.of(declaration))
    for table, reading in readings:
        state.take(table, reading)
    state.tell_unknown()
    read = sum(len(reading.figures) + len(reading.set_aside) for _, reading in readings)
    return ReadResult(
        rows_in=read - state.merged,
        rows=tidy_rows(state.rows, declaration, edition, names),
        set_aside=tuple(state.set_aside),
        problems=tuple(state.problems),
        new_sources=new_sources(state.rows, declaration, edition, names),
        covers=state.covered(),
        provinces=frozenset(state.provinces),
    )


def _is_same(before: str, after: str) -> bool:
    try:
        return Decimal(before) == Decimal(after)
    except InvalidOperation:
        return before == after
