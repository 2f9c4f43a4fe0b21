"""Cells to exact numbers, and the one place where a score is rounded."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from etl.declarations import Declaration
from etl.normalise.footnotes import without_marks

if TYPE_CHECKING:
    # The readers come after this module: they use it.
    from etl.readers.grid import Cell

# What says "no result" in every file; a declaration adds its own words.
MISSING_WORDS = ("", "-", "–", "—", "...", "…", "n/a", "na", "kcdl", "#n/a", "null", "nan")
PERCENT = re.compile(r"\s*%$")


class NotANumberError(Exception):
    """A cell that is no number; the message says why and what to do."""


@dataclass(frozen=True)
class NumberFormat:
    """How a file writes numbers as text: its decimal and thousands marks, and the words for "no result"."""

    decimal: str
    thousands: str
    missing: frozenset[str]

    @classmethod
    def of(cls, declaration: Declaration) -> "NumberFormat":
        """The number format that a file declares."""
        words = (*MISSING_WORDS, *declaration.missing_words)
        return cls(declaration.decimal, declaration.thousands, frozenset(word.casefold() for word in words))

    def is_missing(self, cell: "Cell") -> bool:
        """Whether a cell says that there is no result."""
        return cell.number is None and self._bare(cell.text).casefold() in self.missing

    def number(self, cell: "Cell") -> Decimal | None:
        """The exact number of a cell, None where it says "no result"; raises NotANumberError otherwise."""
        if cell.number is not None:
            return cell.number
        text = self._bare(cell.text)
        if text.casefold() in self.missing:
            return None
        return self._parsed(text)

    def rank(self, cell: "Cell") -> int | None:
        """The whole number of a cell, None where it says "no result"; raises NotANumberError otherwise."""
        number = self.number(cell)
        if number is None:
            return None
        if number != number.to_integral_value() or number < 1:
            message = f"'{cell.text}' is no rank; a rank is a whole number from 1 on."
            raise NotANumberError(message)
        return int(number)

    def _bare(self, text: str) -> str:
        bare = without_marks(PERCENT.sub("", without_marks(text.strip()))).strip()
        # Digits in brackets alone may be the figure itself: they are told, not taken off.
        return text.strip() if not bare and re.search(r"[0-9]", text) else bare

    def _parsed(self, text: str) -> Decimal:
        whole = r"\d+" if not self.thousands else rf"(?:\d{{1,3}}(?:{re.escape(self.thousands)}\d{{3}})+|\d+)"
        match = re.fullmatch(rf"([-−]?)({whole})(?:{re.escape(self.decimal)}(\d+))?", text)
        if match is None:
            raise NotANumberError(self._fault(text))
        sign, integer, fraction = match[1], re.sub(r"\D", "", match[2]), match[3]
        return Decimal(f"{'-' if sign else ''}{integer}{'.' + fraction if fraction else ''}")

    def _fault(self, text: str) -> str:
        other = "," if self.decimal == "." else "."
        if re.fullmatch(rf"-?\d+{re.escape(other)}\d+", text):
            return (
                f"'{text}' has '{other}' as decimal mark, where '{self.decimal}' is declared; where the file has both, "
                "write one of them throughout."
            )
        return f"'{text}' is no number; where it says that there is no result, declare it in missing_words."


def rounded(number: Decimal, decimals: int) -> str:
    """A score as text, rounded half up to the edition's decimals; one with fewer stays as it is written."""
    places = number.as_tuple().exponent
    if isinstance(places, int) and -places > decimals:
        number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{number:f}"
