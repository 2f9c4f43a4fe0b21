"""What a cell means: a text, a year, a number, a rank. Nothing is guessed: what is not clear is a fault."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from own.grid import CellValue, NoResult, Percent
from own.problems import Fault

FIRST_YEAR, LAST_YEAR = 1990, 2100
LONGEST_NAME = 150
DECIMALS = 6  # as no index of this dashboard has more

# A cell that begins like this is a formula to a spreadsheet that opens it.
_FORMULA_STARTS = ("=", "+", "-", "@")
_MARKUP = re.compile(r"[<>\\]|&#?\w+;")
_YEAR = re.compile(r"(?:năm |year )?([0-9]{4})")
_NUMBER = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,15}))?( ?%)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as it was written: the value, whether in percent, and whether decimals beyond the sixth were cut off."""

    value: float
    percent: bool
    cut: bool = False


def text_of(value: CellValue) -> str:
    """Return a cell as text: composed, single blanks, without marks that nobody sees; "" for an empty one."""
    if value is None or isinstance(value, NoResult):
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    text = f"{text_of(value.value)}%" if isinstance(value, Percent) else str(value)
    composed = unicodedata.normalize("NFC", text)
    blanks = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in composed)
    return " ".join(_without_marks(blanks).replace("\u00a0", " ").split())


def has_invisible_marks(value: CellValue) -> bool:
    """Tell whether a text holds marks that nobody sees: zero width, or for writing from right to left."""
    return isinstance(value, str) and _without_marks(value) != value


def name_fault(value: CellValue) -> Fault | None:
    """Say why a cell is no name of a unit or a component; None where it is one."""
    if isinstance(value, NoResult):
        return "formula_without_result"
    name = text_of(value)
    if not name:
        return "name_missing"
    if name.startswith(_FORMULA_STARTS):
        return "name_is_formula"
    if _MARKUP.search(name):
        return "name_has_markup"
    return "name_too_long" if len(name) > LONGEST_NAME else None


def year_of(value: CellValue) -> int | Fault:
    """Read a year of measurement: a whole number, or a text such as "2024" or "Năm 2024"."""
    if isinstance(value, NoResult):
        return "formula_without_result"
    if isinstance(value, datetime | date | time | timedelta):
        return "year_is_date"
    match = _YEAR.fullmatch(text_of(value).casefold())
    if match is None or isinstance(value, bool) or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return "year_not_valid"
    return int(match[1])


def number_of(value: CellValue) -> Number | Fault | None:
    """Read a figure that is not negative, with a point or a comma before its decimals; None for an empty cell."""
    if value is None:
        return None
    if isinstance(value, NoResult):
        return "formula_without_result"
    if isinstance(value, Percent):
        read = number_of(value.value)
        return Number(read.value, percent=True, cut=read.cut) if isinstance(read, Number) else read
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not 0 <= value < 1e9:
            return "not_a_number"
        kept = round(float(value), DECIMALS)
        return Number(kept, percent=False, cut=abs(kept - value) > 1e-9)
    text = text_of(value)
    if not text or text in "–-—":
        return None
    match = _NUMBER.fullmatch(text)
    if match is None or isinstance(value, bool):
        return "not_a_number"
    whole, decimals = match[1], match[2] or ""
    kept = round(float(f"{whole}.{decimals or 0}"), DECIMALS)
    return Number(kept, percent=match[3] is not None, cut=bool(decimals[DECIMALS:].strip("0")))


def rank_of(value: CellValue) -> int | Fault | None:
    """Read a rank, a whole number from 1 on; None for an empty cell."""
    read = number_of(value)
    if not isinstance(read, Number):
        return "rank_not_valid" if read == "not_a_number" else read
    return (
        int(read.value) if read.value >= 1 and read.value == int(read.value) and not read.percent else "rank_not_valid"
    )


def _without_marks(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
