"""Puts the parts of a table that runs over several pages together again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from etl.readers.grid import EMPTY, Cell, Grid
from etl.readers.pdf_words import FIGURE

CONTINUED = re.compile(r"\(?\b(?:tiếp theo|tiếp|cont\.?|continued)\b\)?", re.IGNORECASE)
# "(1)", "2", "A", "(5) = (3) + (4)": the numbers of columns, in a row below the head.
COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=[\s\d()+*/x:.,%-]+)?")
ROWS_OF_HEAD = 5
# The date of a decision and a span of years say nothing of the year measured.
OTHER_DATES = re.compile(r"ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}|\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)


@dataclass(frozen=True)
class PageTable:
    """The part of a table on one page: its number there, the text above it, its head where that is told apart."""

    page: int
    number: int
    title: str
    head: tuple[str, ...] | None
    rows: tuple[tuple[str, ...], ...]


@dataclass
class _Whole:
    first: PageTable
    last_page: int
    rows: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])


def joined(parts: Iterable[PageTable]) -> list[Grid]:
    """One grid a table, named by the place of its first part; the head is its first row and is not repeated.

    A part goes on with the last table of the page before where it has as many columns and either no text above it,
    the same text, or one that says so ("(Tiếp theo)", "(Cont.)"), and no other head. A row of column numbers below the
    head is left out; a row that runs on over the page is one.
    """
    wholes: list[_Whole] = []
    for part in parts:
        before = wholes[-1] if wholes else None
        if before is not None and _follows(before, part) and _goes_on(before, part):
            _append(before.rows, part.rows[_repeated(before.rows, part) :])
            before.last_page = part.page
            continue
        head = [] if part.head is None else [part.head]
        wholes.append(_Whole(part, part.page, rows=[*head, *part.rows]))
    return [_grid(whole) for whole in wholes]


def _grid(whole: _Whole) -> Grid:
    title = " ".join(OTHER_DATES.sub("", whole.first.title).split())
    name = f"page {whole.first.page}, table {whole.first.number}"
    return Grid(name, _cells(whole.rows), title=title, page_headings=(title,) if title else ())


def _follows(before: _Whole, part: PageTable) -> bool:
    """Whether a part is the next on the next page, or on the same page with neither a title nor a head between."""
    if part.page == before.last_page:
        return not part.title and part.head is not None and not any(part.head)
    return part.number == 1 and part.page == before.last_page + 1


def _goes_on(before: _Whole, part: PageTable) -> bool:
    if len(part.rows[0]) != len(before.rows[0]):
        return False
    if part.head is not None and any(part.head) and _plain(part.head) != _plain(before.rows[0]):
        return False
    if part.head is None and _is_head(part.rows[0]) and _plain(part.rows[0]) != _plain(before.rows[0]):
        return False
    return bool(
        not part.title or CONTINUED.search(part.title) or _without_mark(part.title) == _without_mark(before.first.title)
    )


def _is_head(row: Sequence[str]) -> bool:
    """Whether a row holds words alone, in more than one cell: the rest of a name from the page before is one cell."""
    texts = [text for text in row if text]
    return len(texts) > 1 and not any(FIGURE.match(text) for text in texts)


def _append(rows: list[tuple[str, ...]], further: Sequence[tuple[str, ...]]) -> None:
    """Add the rows of a further page; the rest of a name that was broken behind its dash belongs to the last row."""
    texts = [text for text in further[0] if text] if further else []
    if len(texts) == 1 and not FIGURE.match(texts[0]):
        column = further[0].index(texts[0])
        begin = rows[-1][column]
        if begin.endswith(("-", "–")):
            rows[-1] = (*rows[-1][:column], f"{begin} {texts[0]}", *rows[-1][column + 1 :])
            further = further[1:]
    rows += further


def _is_of_column_numbers(row: Sequence[str]) -> bool:
    texts = [text for text in row if text]
    return len(texts) > 2 and all(COLUMN_NUMBER.fullmatch(text) for text in texts)


def _repeated(rows: Sequence[tuple[str, ...]], part: PageTable) -> int:
    """How many rows at the top of a part repeat the head of the table, where the head stands among the rows."""
    if part.head is not None:
        return 0
    count = 0
    while count < min(len(rows), len(part.rows)) and _plain(rows[count]) == _plain(part.rows[count]):
        count += 1
    return count


def _plain(row: Iterable[str]) -> list[str]:
    return [re.sub(r"\W+", "", CONTINUED.sub("", text)).casefold() for text in row]


def _without_mark(title: str) -> str:
    return re.sub(r"\W+", "", CONTINUED.sub("", title)).casefold()


def _cells(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(Cell(text) if text else EMPTY for text in row)
        for number, row in enumerate(rows)
        if number >= ROWS_OF_HEAD or not _is_of_column_numbers(row)
    )
