"""Reads the tables of a PDF into grids: by ruled lines where there are some, else by where the words stand."""

import io
from collections.abc import Sequence
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import PdfminerException

from etl.problems import DataError
from etl.readers.grid import Grid
from etl.readers.pdf_joining import PageTable, joined
from etl.readers.pdf_pages import PageOfWords, turn_of, turned, without_running_lines, words_of
from etl.readers.pdf_words import FIGURE, Word, tables_of_words
from etl.readers.text_encoding import refuse_broken_letters, unreadable

Box = tuple[float, float, float, float]


def read_grids(path: Path, pages: Sequence[int] = (), separators: Sequence[float] = ()) -> list[Grid]:
    """The tables of a PDF, a table over several pages as one grid named after its first place ("page 27, table 1").

    `pages` (from 1) limits the work to those; `separators` parts the columns of tables without lines, in points from
    the left edge. A wrapped name is one text; a footnote mark stands in brackets behind its figure. Raises DataError
    for a file that is cut off, locked, no PDF, a scan without text, in TCVN3 letters, or without a table.
    """
    content = path.read_bytes()
    _check_file(content, path.name)
    try:
        return _read(content, path.name, pages, separators)
    except DataError:
        raise
    except PdfminerException as failure:
        if failure.args and isinstance(failure.args[0], PDFPasswordIncorrect):
            message = "it is locked with a password. Save an open copy of it and read that."
            raise unreadable(path.name, message) from None
        raise unreadable(path.name, "the PDF is damaged. Download it again.") from failure
    except Exception as failure:  # pdfminer raises whatever a damaged object makes it stumble over
        raise unreadable(path.name, f"the PDF is damaged ({failure}). Download it again.") from failure


def _check_file(content: bytes, shown_as: str) -> None:
    if b"%PDF-" not in content[:1024]:
        begin = " ".join(content[:24].decode("latin-1").split())
        raise unreadable(shown_as, f"it is no PDF: it begins with '{begin}'. Look at what the address gave.")
    if b"%%EOF" not in content[-2048:]:
        raise unreadable(shown_as, "the PDF is cut off: its end is missing. Download it again.")


def _read(content: bytes, shown_as: str, numbers: Sequence[int], separators: Sequence[float]) -> list[Grid]:
    with pdfplumber.open(io.BytesIO(content)) as document:
        pages = _wanted(document, numbers, shown_as)
        turns = {page.page_number: turn for page in pages if (turn := turn_of(page))}
        if not turns:
            return _tables(pages, shown_as, separators)
    with turned(content, turns) as document:
        return _tables(_wanted(document, numbers, shown_as), shown_as, separators)


def _wanted(document: PDF, numbers: Sequence[int], shown_as: str) -> list[Page]:
    count = len(document.pages)
    if outside := [number for number in numbers if not 1 <= number <= count]:
        raise unreadable(shown_as, f"it has {count} pages, so no page {outside[0]}; correct the declared pages.")
    return [document.pages[number - 1] for number in numbers] if numbers else list(document.pages)


def _tables(pages: Sequence[Page], shown_as: str, separators: Sequence[float]) -> list[Grid]:
    ruled = [_ruled_tables(page, separators) for page in pages]
    words = without_running_lines(
        [
            PageOfWords(words_of(page), float(page.height), [table.bbox for table in tables])
            for page, tables in zip(pages, ruled, strict=True)
        ]
    )
    refuse_broken_letters(" ".join(word.text for found in words for word in found), shown_as)
    tables = [
        table
        for page, found, lines in zip(pages, words, ruled, strict=True)
        for table in _tables_of_page(page, found, lines, separators)
    ]
    without_text = [page.page_number for page in pages if not page.chars and page.images]
    if without_text and (len(without_text) * 2 >= len(pages) or not tables):
        raise unreadable(
            shown_as,
            f"it is a scan: page {without_text[0]} holds a picture and no text. Type its figures into the workbook "
            "that `python -m etl template --index ID --year Y` writes, and import that.",
        )
    if not tables:
        raise unreadable(shown_as, "it holds no table; check that it is the annex with the ranking.")
    return joined(tables)


def _ruled_tables(page: Page, separators: Sequence[float]) -> list[Table]:
    """The tables with lines, from above to below; none where the columns are declared."""
    found = [] if separators else [table for table in page.find_tables() if len(table.rows) > 1]
    return sorted(found, key=lambda table: table.bbox[1])


def _tables_of_page(
    page: Page, words: Sequence[Word], ruled: Sequence[Table], separators: Sequence[float]
) -> list[PageTable]:
    found: list[PageTable] = []
    above = 0.0
    for number, table in enumerate(ruled, start=1):
        rows = tuple(tuple("" if box is None else _text_in(words, box) for box in row.cells) for row in table.rows)
        title = _text_in(words, (0, above, float(page.width), table.bbox[1]))
        above = table.bbox[3]
        if len(rows[0]) > 1 and any(any(row) for row in rows):
            found.append(PageTable(page.page_number, number, title, None, rows))
    if found and _hold_the_figures(words, [table.bbox for table in ruled]):
        return found
    return [
        PageTable(page.page_number, number, table.title, table.head, table.rows)
        for number, table in enumerate(tables_of_words(words, separators), start=1)
    ]


def _hold_the_figures(words: Sequence[Word], boxes: Sequence[Box]) -> bool:
    """Whether ruled tables hold most figures of a page; lines around a head alone make none of the body."""
    figures = [word for word in words if FIGURE.match(word.text)]
    return sum(any(_is_in(word, box) for box in boxes) for word in figures) * 2 >= len(figures)


def _text_in(words: Sequence[Word], box: Box) -> str:
    """The words whose middles lie in a box, in the order of reading."""
    return " ".join(word.text for word in words if _is_in(word, box))


def _is_in(word: Word, box: Box) -> bool:
    left, top, right, bottom = box
    return left <= (word.left + word.right) / 2 < right and top <= word.middle < bottom
