"""The cells of a sheet as they are stored, whatever kind of file they come from, and the bounds of what is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from time import monotonic

from own.problems import Problem, UnreadableFileError

MOST_BYTES = 5_000_000
MOST_UNPACKED = 80_000_000  # bytes of a workbook: 50,000 rows of 20 columns need a third of it
MOST_SHEETS = 20
MOST_ROWS = 60_000  # of all sheets: 3,321 communes over 15 years are 49,815
MOST_COLUMNS = 60
MOST_SECONDS = 60.0

_ROWS_BETWEEN_LOOKS = 500


@dataclass(frozen=True, slots=True)
class Percent:
    """A number that the file writes in percent: 72.29 for 72.29 %."""

    value: float


@dataclass(frozen=True, slots=True)
class NoResult:
    """A formula whose result the file does not hold, or whose result is an error."""


CellValue = str | int | float | bool | datetime | date | time | timedelta | Percent | NoResult | None


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name ("" of a text file) and its rows from the first one on, cells behind the last are empty."""

    sheet: str
    rows: Sequence[Sequence[CellValue]]


class Bounds:
    """Counts the rows of a file and the time they take; raises UnreadableFileError where there is too much of either.

    Time is looked at between rows, so that what is bounded is a file of many rows and not one wait for the machine.
    """

    def __init__(self, seconds: float = MOST_SECONDS, rows: int = MOST_ROWS) -> None:
        """Start counting."""
        self._until = monotonic() + seconds
        self._rows_left = self._most = rows

    def count_row(self, sheet: str) -> None:
        """Count one row of a sheet."""
        self._rows_left -= 1
        if self._rows_left < 0:
            raise UnreadableFileError(Problem("too_many_rows", sheet, detail=str(self._most)))
        if self._rows_left % _ROWS_BETWEEN_LOOKS == 0 and monotonic() > self._until:
            raise UnreadableFileError(Problem("takes_too_long", sheet))


def column_letters(position: int) -> str:
    """Name a column by its letters as a spreadsheet does; `position` counts from 0."""
    letters, rest = "", position + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
