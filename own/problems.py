"""What can be wrong in a file of own results, and where."""

from dataclasses import dataclass
from typing import Literal

Fault = Literal[
    # The file cannot be read, or not to its end.
    "empty_file",
    "too_large",
    "not_a_table",
    "not_text",
    "password",
    "old_workbook",
    "too_many_sheets",
    "too_many_rows",
    "too_many_columns",
    "takes_too_long",
    # A sheet cannot be used.
    "no_heading",
    "column_missing",
    "column_twice",
    "no_rows",
    # A row cannot be used.
    "year_not_valid",
    "year_is_date",
    "kind_not_known",
    "kind_ended",
    "name_missing",
    "name_too_long",
    "name_is_formula",
    "name_has_markup",
    "unit_twice",
    # A figure cannot be used.
    "formula_without_result",
    "not_a_number",
    "percent_and_points",
    "over_maximum",
    "component_not_listed",
    "maximum_twice",
    "rank_not_valid",
    # What is told of what is used all the same.
    "alike_names",
    "invisible_marks",
    "more_decimals",
]

TOLD_ONLY: frozenset[Fault] = frozenset({"alike_names", "invisible_marks", "more_decimals"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file, at a row as the spreadsheet numbers it and a column by its letter.

    `sheet`, `row` and `column` are "" or 0 where the problem is one of the whole file or sheet; `value` is what stands
    there, `detail` what it was compared with (a maximum, the other name, the heading), "" for none.
    """

    fault: Fault
    sheet: str = ""
    row: int = 0
    column: str = ""
    value: str = ""
    detail: str = ""

    @property
    def told_only(self) -> bool:
        """Tell whether what the problem is about is used all the same."""
        return self.fault in TOLD_ONLY


class UnreadableFileError(Exception):
    """A file of which nothing can be used; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.fault)
        self.problem = problem
