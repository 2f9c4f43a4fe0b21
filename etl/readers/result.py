"""What a reader gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl.problems import Problem


@dataclass(frozen=True)
class SetAside:
    """A row that was read and does not become a figure: its line in the file, why, and its sheet and cell if any."""

    line: int
    reason: str
    place: str = ""

    @property
    def where(self) -> str:
        """The place in words."""
        return self.place or f"line {self.line}"


# Unit system, province code, component and field (score, rank or group).
CoveredField = tuple[str, str, str, str]


@dataclass(frozen=True)
class ReadResult:
    """The rows of a file: `rows_in` read, `rows` kept (tidy text with `row_file`, `row_line`; of a publisher's
    file `row_place` too), the rest `set_aside`.

    `problems` tells what made the file unreadable or a row wrong. `new_sources`: rows of sources.csv that the file
    brings along for its own figures, taken in where they are not held yet. `covers`: the fields on which the file has
    the say, empty ones included; None where it holds the whole edition. `provinces`: codes that have a row in the file,
    be it without a figure.
    """

    rows_in: int
    rows: pd.DataFrame
    set_aside: tuple[SetAside, ...]
    problems: tuple[Problem, ...]
    new_sources: tuple[Mapping[str, str], ...] = ()
    covers: frozenset[CoveredField] | None = None
    provinces: frozenset[str] = frozenset()


Reader = Callable[[Path, str, int], ReadResult]
