"""The words of PDF pages: upright, without page numbers and running heads, with footnote marks in brackets."""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pdfplumber
import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from etl.readers.pdf_words import Word

RAISED = 0.75  # of the size of the letters before it: a footnote mark
EDGE = 0.09  # of the height of the page: where its number and running head stand
PAGE_NUMBER = re.compile(r"^[-–\s]*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*$", re.IGNORECASE)


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
    """The words of a page in Unicode NFC; a raised mark stands in brackets ("[1]") and is a word of its own."""
    found: list[dict[str, Any]] = page.extract_words(
        x_tolerance_ratio=0.18, extra_attrs=["size"], char_dir_rotated="btt", line_dir_rotated="ltr"
    )
    words: list[Word] = []
    for position, word in enumerate(found):
        text = unicodedata.normalize("NFC", str(word["text"]))
        box = word
        if position and _is_raised(word, found[position - 1]):
            text, box = f"[{text.strip('()[]')}]", found[position - 1]
        words.append(Word(text, float(word["x0"]), float(word["x1"]), float(box["top"]), float(box["bottom"])))
    return words


def _is_raised(word: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    return bool(
        word["size"] < RAISED * before["size"]
        and -1 < word["x0"] - before["x1"] < before["size"]
        and before["top"] - before["size"] / 2 < word["top"]
        and word["bottom"] < before["bottom"] - 0.1 * before["size"]
    )


def without_running_lines(pages: Sequence[tuple[Sequence[Word], float]]) -> list[list[Word]]:
    """The words of each page (words, height) without its number and without lines at an edge that other pages share."""
    seen: Counter[str] = Counter()
    edges: list[list[tuple[str, list[Word]]]] = []
    for words, height in pages:
        lines: dict[int, list[Word]] = {}
        for word in words:
            if word.bottom < EDGE * height or word.top > (1 - EDGE) * height:
                lines.setdefault(round(word.middle / 3), []).append(word)
        told = [(re.sub(r"\d+", "#", " ".join(word.text for word in line)), line) for line in lines.values()]
        edges.append(told)
        seen.update({text for text, _ in told})
    kept: list[list[Word]] = []
    for (words, _), told in zip(pages, edges, strict=True):
        dropped = {
            id(word)
            for text, line in told
            if seen[text] > 1 or PAGE_NUMBER.match(" ".join(word.text for word in line))
            for word in line
        }
        kept.append([word for word in words if id(word) not in dropped])
    return kept
