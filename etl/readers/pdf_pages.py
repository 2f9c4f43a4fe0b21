"""The words of PDF pages: upright, without page numbers and running heads, with footnote marks in brackets."""

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pdfplumber
import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.text import extract_words

from etl.readers.pdf_words import Word

# It tells fonts without sizes and other small things of each file, which a keeper can do nothing about.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

RAISED = 0.75  # of the size of the letters before it: a footnote mark
GAP_BEFORE_BODY = 1.5  # of the height of the letters: the lines of one head are closer
EDGE = 0.09  # of the height of the page: where its number and running head stand
PAGE_NUMBER = re.compile(r"^[-–\s]*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*$", re.IGNORECASE)


@dataclass(frozen=True)
class PageOfWords:
    """The words of a page, its height, and the boxes (left, top, right, bottom) of its ruled tables."""

    words: Sequence[Word]
    height: float
    boxes: Sequence[tuple[float, float, float, float]] = ()

    def lines(self) -> Iterator[tuple[list[Word], bool]]:
        """The lines from above to below, and whether each stands at an edge, apart from the body of the page."""
        by_place: dict[int, list[Word]] = {}
        for word in self.words:
            by_place.setdefault(round(word.middle / 3), []).append(word)
        lines = [by_place[place] for place in sorted(by_place)]
        from_above = self._apart(lines, lambda word: word.bottom < EDGE * self.height)
        from_below = self._apart(lines[::-1], lambda word: word.top > (1 - EDGE) * self.height)
        apart = from_above | {len(lines) - 1 - position for position in from_below}
        yield from ((line, position in apart) for position, line in enumerate(lines))

    def _apart(self, lines: Sequence[Sequence[Word]], is_at_edge: Callable[[Word], bool]) -> set[int]:
        """The positions of the first lines that lie at an edge, up to the last one with a gap behind it."""
        last = -1
        for position, line in enumerate(lines):
            if not is_at_edge(line[0]) or self._is_ruled(line[0]):
                break
            following = lines[position + 1 : position + 2]
            height = line[0].bottom - line[0].top
            if not following or abs(following[0][0].middle - line[0].middle) > GAP_BEFORE_BODY * height:
                last = position
        return set(range(last + 1))

    def _is_ruled(self, word: Word) -> bool:
        middle = (word.left + word.right) / 2
        return any(left <= middle < right and top <= word.middle < bottom for left, top, right, bottom in self.boxes)


def turn_of(page: Page) -> int:
    """The clockwise turn in degrees that makes most of a page's figures upright: 0, 90 or 270.

    A page without figures is judged by all its letters: the turned heads of a few rows have more of them than the rows.
    """
    every: list[dict[str, Any]] = page.chars
    characters = [character for character in every if str(character["text"]).isdecimal()] or every
    sideways = [character for character in characters if not character["upright"]]
    if len(sideways) * 2 <= len(characters):
        return 0
    upwards = sum(character["matrix"][1] > 0 for character in sideways)
    return 90 if upwards * 2 > len(sideways) else 270


def turned(content: bytes, turns: Mapping[int, int]) -> PDF:
    """The document with the pages (from 1) turned clockwise by so many degrees."""
    document: Any = pypdfium2.PdfDocument(content)
    for number, turn in turns.items():
        page: Any = document[number - 1]
        page.set_rotation((page.get_rotation() + turn) % 360)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return pdfplumber.open(io.BytesIO(buffer.getvalue()))


def words_of(page: Page) -> list[Word]:
    """The words of a page in Unicode NFC, line by line; a raised mark stands in brackets ("[1]") behind its word."""
    found = [word for line in _lines_of_letters(page.chars) for word in _words_of_line(line)]
    largest = max((word["size"] for word in found), default=0)
    words: list[Word] = []
    marks: dict[int, list[dict[str, Any]]] = {}
    for mark in found:
        # Only a word among smaller letters can be a mark.
        if mark["size"] < RAISED * largest and (bearers := [word for word in found if _is_raised(mark, word)]):
            marks.setdefault(id(bearers[-1]), []).append(mark)
    raised = {id(mark) for of_word in marks.values() for mark in of_word}
    for word in found:
        if id(word) in raised:
            continue
        words.append(_word(word, str(word["text"]), word))
        words += [_word(mark, f"[{mark['text'].strip('()[]')}]", word) for mark in marks.get(id(word), [])]
    return words


def _word(found: Mapping[str, Any], text: str, line: Mapping[str, Any]) -> Word:
    text = unicodedata.normalize("NFC", text)
    return Word(text, float(found["x0"]), float(found["x1"]), float(line["top"]), float(line["bottom"]))


def _words_of_line(letters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return extract_words(
        letters, x_tolerance_ratio=0.18, extra_attrs=["size"], char_dir_rotated="btt", line_dir_rotated="ltr"
    )


def _lines_of_letters(letters: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The letters of one base line and size together, from above to below, as high as most of them.

    A font that lacks "ế" lends it from another, whose letters have other heights; by these the word would fall apart.
    Lines of neighbouring cells that stand a little apart are not one line.
    """
    lines: dict[tuple[bool, float, float], list[dict[str, Any]]] = {}
    for letter in letters:
        is_upright: bool = letter["upright"]
        place = letter["matrix"][5 if is_upright else 4]
        # The size that is told of a turned letter is its own width.
        size = letter["size"] if is_upright else letter["x1"] - letter["x0"]
        lines.setdefault((is_upright, round(place), round(size)), []).append({**letter, "size": size})
    aligned: list[list[dict[str, Any]]] = []
    for (is_upright, _, _), line in lines.items():
        names = ("size", "top", "bottom", "doctop", "y0", "y1") if is_upright else ("size", "x0", "x1")
        (most, _), *_ = Counter(tuple(letter[name] for name in names) for letter in line).most_common(1)
        aligned.append([{**letter, **dict(zip(names, most, strict=True))} for letter in line])
    return sorted(
        aligned, key=lambda line: (line[0]["top"], line[0]["x0"]) if line[0]["upright"] else (0, line[0]["x0"])
    )


def _is_raised(word: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    return bool(
        word["size"] < RAISED * before["size"]
        and -1 < word["x0"] - before["x1"] < before["size"]
        and before["top"] - before["size"] / 2 < word["top"]
        and word["bottom"] < before["bottom"] - 0.1 * before["size"]
    )


def without_running_lines(pages: Sequence[PageOfWords]) -> list[list[Word]]:
    """The words of each page without its number and without lines at an edge that other pages share.

    The head of a table that begins at the edge is none of them: it stands in a ruled table, or elsewhere on the page
    with the table's title, or close to the rows.
    """
    seen: Counter[str] = Counter()
    inside: set[str] = set()
    edges: list[list[tuple[str, list[Word]]]] = []
    for page in pages:
        at_edge: list[tuple[str, list[Word]]] = []
        for line, is_apart in page.lines():
            said = " ".join(word.text for word in line)
            if not is_apart:
                inside.add(_without_digits(said))
            elif PAGE_NUMBER.match(said):
                at_edge.append(("", line))
            else:
                at_edge.append((_without_digits(said), line))
        edges.append(at_edge)
        seen.update({said for said, _ in at_edge})
    kept: list[list[Word]] = []
    for page, at_edge in zip(pages, edges, strict=True):
        dropped = {
            id(word) for said, line in at_edge if not said or (seen[said] > 1 and said not in inside) for word in line
        }
        kept.append([word for word in page.words if id(word) not in dropped])
    return kept


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text)
