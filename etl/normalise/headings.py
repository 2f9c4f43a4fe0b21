"""What a heading stands over: looked up in a map of heading texts, by the year of the edition."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from etl.normalise.footnotes import without_marks
from etl.problems import Code, DataError, error

COLUMNS = ["heading", "holds", "component", "from", "to"]
HOLDS = ("score", "rank", "group", "ignored")
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBERED = re.compile(r"(?P<number>[^:]{0,40}?\d+(?:\.\d+)?)\s*(?::|\.(?=\s)|[-–](?=\s))\s*(?P<words>.*)")


@dataclass(frozen=True)
class Meaning:
    """What a column or row holds: the field (score, rank, group) of a component, or `ignored`: known and not ours."""

    holds: str
    component: str


@dataclass(frozen=True)
class Headings:
    """The headings of one year, by their normalised text."""

    meanings: dict[str, Meaning]

    def meaning(self, text: str) -> Meaning | None:
        """What a heading stands over: found as a whole, else by its number ("2.1"), else by the words behind it.

        A number alone is a figure and no heading, but for a year ("2018").
        """
        if not any(letter.isalpha() for letter in text) and not YEAR.fullmatch(text):
            return None
        return next((self.meanings[key] for key in _candidates(text) if key in self.meanings), None)

    def of(self, meaning: Meaning) -> list[str]:
        """The headings known for a meaning."""
        return [heading for heading, found in self.meanings.items() if found == meaning]

    def components(self, field: str) -> list[str]:
        """The components with a heading for a field, in the order of the map."""
        return list(dict.fromkeys(found.component for found in self.meanings.values() if found.holds == field))


def normalised(text: str) -> str:
    """A heading for comparison: NFC, lower case, footnote marks off, blanks squeezed and set as print has them.

    "CCHC(%)" is "CCHC (%)", and "Tỉnh,thành phố" is "Tỉnh, thành phố".
    """
    spaced = re.sub(r"(?<=\w),(?=[^\W\d])", ", ", re.sub(r"\s+(?=[,)])|(?<=\()\s+", "", text))
    spaced = re.sub(r"\s*/\s*", "/", re.sub(r"(?<=\w)\(", " (", spaced))
    squeezed = " ".join(unicodedata.normalize("NFC", spaced).split())
    return without_marks(squeezed).rstrip(" :").casefold()


def headings_of(path: Path, year: int) -> Headings:
    """The map of one year; `{year}` in a heading is that year, `{year_before}` the one before.

    The file has the columns heading, holds (score, rank, group or ignored), component, from, to; open years are empty.
    Raises DataError naming file and line of what is wrong.
    """
    meanings: dict[str, Meaning] = {}
    for heading, meaning, first, last in _map(path, _changed_at(path)):
        if first <= year <= last:
            dated = heading.replace("{year}", str(year)).replace("{year_before}", str(year - 1))
            meanings[normalised(dated)] = meaning
    return Headings(meanings)


def _candidates(text: str) -> Iterator[str]:
    whole = normalised(text)
    yield whole
    match = NUMBERED.fullmatch(whole)
    if match is not None:
        yield normalised(match["number"])
        yield normalised(match["words"])


def _changed_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=16)
def _map(path: Path, _changed_at: int) -> tuple[tuple[str, Meaning, int, int], ...]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            if next(reader, list[str]()) != COLUMNS:
                raise _wrong(path, 1, f"the header must be {','.join(COLUMNS)}")
            return tuple(_row(path, reader.line_num, row) for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as failure:
        raise _wrong(path, 1, f"cannot be read ({failure})") from None


def _row(path: Path, line: int, row: list[str]) -> tuple[str, Meaning, int, int]:
    if len(row) != len(COLUMNS):
        raise _wrong(path, line, f"the row has {len(row)} values, not {len(COLUMNS)}")
    heading, holds, component, first, last = row
    if holds not in HOLDS or (holds != "ignored") != bool(component):
        raise _wrong(path, line, f"holds must be one of {', '.join(HOLDS)}, with a component unless it is ignored")
    if not heading or not all(year.isdecimal() or not year for year in (first, last)):
        raise _wrong(path, line, "needs a heading, and years or nothing in from and to")
    return heading, Meaning(holds, component), int(first or 0), int(last or 9999)


def _wrong(path: Path, line: int, message: str) -> DataError:
    shown_as = f"headings/{path.name}"
    summary = f"{shown_as} cannot be used."
    return DataError(summary, [error(Code.DECLARATION_INVALID, shown_as, f"{message}.", line)])
