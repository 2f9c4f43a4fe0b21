"""How wide and how high a text is in Arial, and the largest size at which it fits its box.

Lengths are points (1/72 inch). The widths are those of Arial in thousandths of the size, as the metrics of Helvetica
give them, and of the fonts made to the same widths for what Helvetica lacks. An accent does not change how far a letter
goes, a horn does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

FONT = "Arial"
POINTS_AN_INCH = 72
# A line of Arial set solid, with a little air for the accents of Vietnamese above capitals.
LINE_HEIGHT = 1.2
# Programs round widths at each letter; what is measured here is taken to be this much wider.
CAUTION = 1.03
_UNKNOWN = 1000

_REGULAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_BOLD = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
)  # fmt: skip
_SIGNS = {
    "\N{MINUS SIGN}": 584, "\N{EN DASH}": 556, "\N{DAGGER}": 556, "\N{DOUBLE DAGGER}": 556, "▲": 990, "▼": 990,
    "≥": 549, "≤": 549, "•": 350, "·": 278, "\N{MULTIPLICATION SIGN}": 584, "°": 400, "\N{NO-BREAK SPACE}": 278,
}  # fmt: skip
_OWN_REGULAR = {"đ": 556, "Đ": 722, "ơ": 656, "Ơ": 857, "ư": 669, "Ư": 854, "“": 333, "”": 333, "‘": 222, "’": 222}
_OWN_BOLD = {"đ": 611, "Đ": 722, "ơ": 711, "Ơ": 857, "ư": 724, "Ư": 854, "“": 500, "”": 500, "‘": 278, "’": 278}
_WIDTHS = {
    bold: {chr(position): width for position, width in enumerate(of_ascii, start=32)} | _SIGNS | own
    for bold, of_ascii, own in ((False, _REGULAR, _OWN_REGULAR), (True, _BOLD, _OWN_BOLD))
}
_HORN = "\N{COMBINING HORN}"
_DOTLESS_I = 278  # í, ì and ĩ are as wide as their accent


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is on one line, in points."""
    return sum(_advance(letter, bold) for letter in normalize("NFC", text)) * size / 1000 * CAUTION


@lru_cache(maxsize=4096)
def _advance(letter: str, bold: bool) -> int:
    widths = _WIDTHS[bold]
    if letter in widths:
        return widths[letter]
    base, *marks = normalize("NFD", letter)
    if combining(base):
        return 0
    horned = normalize("NFC", base + _HORN) if _HORN in marks else base
    width = widths.get(horned, _UNKNOWN)
    return max(width, _DOTLESS_I) if base in "iI" else width


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return the lines of one paragraph in a box so wide; a word that is wider than the box is broken inside."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, size, width, bold=bold)
        lines += whole
    return [*lines, line]


def _broken(word: str, size: float, width: float, *, bold: bool) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and text_width(piece + letter, size, bold=bold) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def paragraph_height(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return how high one paragraph is in a box so wide, in points, without the room before or behind it."""
    return len(wrapped(text, size, width, bold=bold)) * size * LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class Room:
    """The room inside a box for text, in points."""

    width: float
    height: float


def largest_size(text: str, sizes: Sequence[float], room: Room, *, bold: bool = False) -> float | None:
    """Return the largest of `sizes` at which a paragraph fits, None where it does at none."""
    fitting = (size for size in sizes if paragraph_height(text, size, room.width, bold=bold) <= room.height)
    return max(fitting, default=None)


def shortened(text: str, size: float, room: Room, *, bold: bool = False) -> str:
    """Cut a text behind the last word that fits together with an ellipsis; the whole where it fits."""
    kept = text
    while paragraph_height(kept, size, room.width, bold=bold) > room.height and " " in kept:
        kept = f"{kept.removesuffix('…').rpartition(' ')[0]}…"
    return kept
