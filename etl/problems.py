"""What can be wrong with the data: one closed vocabulary, each problem with its place and its cure."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

PUBLISHED_FILE = re.compile(r"^published/(?P<index>[a-z0-9_]+)/(?P<year>\d{4})\.csv$")


class Severity(StrEnum):
    """How much a problem weighs: an error holds an edition (or the whole release) back, a warning is kept and told."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The closed list of problems."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    HEADER_WRONG = "header_wrong"
    ROW_WRONG_LENGTH = "row_wrong_length"
    VALUE_NOT_ALLOWED = "value_not_allowed"
    DUPLICATE_KEY = "duplicate_key"
    CATALOGUE_INVALID = "catalogue_invalid"
    COMPONENT_TREE_INVALID = "component_tree_invalid"
    PERIODS_OVERLAP = "periods_overlap"
    UNKNOWN_INDEX = "unknown_index"
    UNKNOWN_COMPONENT = "unknown_component"
    UNKNOWN_PROVINCE = "unknown_province"
    UNKNOWN_NOTE_CODE = "unknown_note_code"
    UNKNOWN_SOURCE = "unknown_source"
    UNKNOWN_GROUP = "unknown_group"
    ROW_IN_WRONG_FILE = "row_in_wrong_file"
    EDITION_NOT_LISTED = "edition_not_listed"
    NO_FIGURE = "no_figure"
    KIND_MISSING = "kind_missing"
    SCORE_OUT_OF_SCALE = "score_out_of_scale"
    RANK_OUT_OF_RANGE = "rank_out_of_range"
    RANK_AGAINST_SCORE = "rank_against_score"
    GROUP_AGAINST_SCORE = "group_against_score"
    PARTS_AGAINST_TOTAL = "parts_against_total"
    MEAN_AGAINST_PUBLISHED = "mean_against_published"
    SCALE_MISTAKEN = "scale_mistaken"
    JUMP_AGAINST_YEAR_BEFORE = "jump_against_year_before"
    PROVINCE_MISSING = "province_missing"
    CORRECTION_STALE = "correction_stale"
    DECLARATION_INVALID = "declaration_invalid"
    GRID_NOT_FOUND = "grid_not_found"
    EDITION_HELD_BACK = "edition_held_back"
    ENTRY_INCOMPLETE = "entry_incomplete"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: how bad, which kind, where (file below data/, line, column), and what to do.

    `component` is named by the warnings that concern one component of an edition, so that pages tell them there alone.
    """

    severity: Severity
    code: Code
    file: str
    message: str
    line: int | None = None
    column: str | None = None
    component: str | None = None

    @property
    def edition(self) -> tuple[str, int] | None:
        """The (index, year) that this problem holds back; None where it concerns the catalogue, so everything."""
        match = PUBLISHED_FILE.match(self.file)
        return (match["index"].upper(), int(match["year"])) if match else None

    @property
    def place(self) -> str:
        """Where it is, in words: file, line and column as far as they are known."""
        parts = [self.file]
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        return ", ".join(parts)

    def __str__(self) -> str:
        return f"{self.place}: {self.message} [{self.code}]"

    def as_record(self) -> dict[str, object]:
        """The problem as plain JSON values."""
        return asdict(self)


class DataError(Exception):
    """The data cannot be used; carries every problem found, for a person to read."""

    def __init__(self, summary: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(summary)
        self.problems = tuple(problems)


def error(code: Code, file: str, message: str, line: int | None = None, column: str | None = None) -> Problem:
    """A problem that holds back its edition, or the release where it lies in the catalogue."""
    return Problem(Severity.ERROR, code, file, message, line, column)


def warning(
    code: Code,
    file: str,
    message: str,
    line: int | None = None,
    column: str | None = None,
    *,
    component: str | None = None,
) -> Problem:
    """A problem that is told and kept beside the release, and stops nothing."""
    return Problem(Severity.WARNING, code, file, message, line, column, component)


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    """The errors among the problems, in their order."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]
