"""Puts the parts of a table that runs over several pages together again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from etl.readers.grid import EMPTY, Cell, Grid

CONTINUED = re.compile(r"\(?\b(?:tiếp theo|tiếp|cont\.?|continued)\b\)?", re.IGNORECASE)


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
    is_last_of_page: bool = True
    rows: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])


def joined(parts: Iterable[PageTable]) -> list[Grid]:
    """One grid a table, named by the place of its first part; the head is its first row and is not repeated.

    A part goes on with the last table of the page before where it has as many columns and either no text above it,
    the same text, or one that says so ("(Tiếp theo)", "(Cont.)"), and no other head.
    """
    wholes: list[_Whole] = []
    for part in parts:
        before = wholes[-1] if wholes else None
        if before is not None and part.number == 1 and part.page == before.last_page + 1 and _goes_on(before, part):
            before.rows += part.rows[_repeated(before.rows, part) :]
            before.last_page = part.page
            continue
        head = [] if part.head is None else [part.head]
        wholes.append(_Whole(part, part.page, rows=[*head, *part.rows]))
    return [
        Grid(f"page {whole.first.page}, table {whole.first.number}", _cells(whole.rows), title=whole.first.title)
        for whole in wholes
    ]


def _goes_on(before: _Whole, part: PageTable) -> bool:
    if len(part.rows[0]) != len(before.rows[0]):
        return False
    if part.head is not None and any(part.head) and _plain(part.head) != _plain(before.rows[0]):
        return False
    return bool(
        not part.title or CONTINUED.search(part.title) or _without_mark(part.title) == _without_mark(before.first.title)
    )


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
    return tuple(tuple(Cell(text) if text else EMPTY for text in row) for row in rows)
