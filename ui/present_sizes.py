"""How large the type of a slide is, so that all of it is seen without scrolling, on a wall of any size.

All lengths are hundredths of the wall's width, where the wall is 16 by 9; on another wall they are what fits the
smaller side (`ui/present.css` has the same unit). Widths of letters are those of Arial, which is wider than the type of
the pages, so that what fits here fits there.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, inf

from reports.slides import Block, Chart, Column, Map, Slide, Table, Text
from reports.text_fitting import paragraph_height, text_width, wrapped

WIDTH, HEIGHT = 100.0, 56.25
SIDE = 3.0
TOP = 1.8
FOOT_LINE = 1.2  # type of the source line
FOOT_SIDE = 17.0  # room of the buttons and the number at the right of the foot
GAP = 1.2
INNER = WIDTH - 2 * SIDE

TITLES = (3.4, 3.2, 3.0, 2.8, 2.6, 2.4, 2.2, 2.0, 1.8)
COVER_TITLES = (5.4, 5.0, 4.6, 4.2, 3.8, 3.4, 3.0)
BODIES = tuple(step / 20 for step in range(14, 61))  # 0.7 to 3.0
LINES_OF_A_TITLE = 2

CELL_ABOVE, CELL_SIDE = 0.28, 0.45  # room in a cell, in sizes of its letters
LONGEST_UNBROKEN = 12  # letters
LINE = 1.25
PARAGRAPH = 0.35
BESIDE_PICTURE = 42.0  # width of what stands beside a chart
# How wide a column may be for the sake of a long cell, in sizes of its letters; what gives the largest type is taken.
WIDEST_CELLS = (16.0, 13.0, 10.0, 8.0, 6.0, 20.0, 26.0)


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one slide: type of title and body, and the box of its picture (0 where there is none).

    `widest_cell` of its tables is in sizes of their letters.
    """

    title: float
    body: float
    widest_cell: float
    picture_width: float
    picture_height: float


@lru_cache(maxsize=512)
def sizes_of(slide: Slide) -> Sizes:
    """Choose the largest type at which everything of a slide fits under its title and above its source line."""
    pictures, words = pictures_and_words(slide)
    title = title_size(slide)
    lines = ceil(paragraph_height(slide.title, title, INNER, bold=True) / title / 1.2 - 0.01)
    foot = paragraph_height(slide.source, FOOT_LINE, INNER - FOOT_SIDE) if slide.source else FOOT_LINE
    room = HEIGHT - TOP - lines * title * 1.2 - 2 * GAP - max(foot, 2.0) - 1.2
    width = BESIDE_PICTURE if pictures else INNER
    body, widest = _largest_body(words, width, room)
    picture_width = (INNER - BESIDE_PICTURE - GAP * 2 if words else INNER) if pictures else 0.0
    return Sizes(title, body, widest, picture_width, room / max(1, len(pictures)) if pictures else 0.0)


def _largest_body(words: Sequence[Text | Table], width: float, room: float) -> tuple[float, float]:
    """Return the largest type in which the words fit, and the widest cell with which they do."""
    best, best_widest = BODIES[0], WIDEST_CELLS[0]
    for widest in WIDEST_CELLS if any(isinstance(block, Table) for block in words) else WIDEST_CELLS[:1]:
        # The larger the type, the higher the words: the last size that fits is found by halving.
        fitting = bisect_right(
            BODIES, room, key=lambda size, widest=widest: sum(_height(block, size, width, widest) for block in words)
        )
        if fitting and BODIES[fitting - 1] > best:
            best, best_widest = BODIES[fitting - 1], widest
    return best, best_widest


def pictures_and_words(slide: Slide) -> tuple[list[Chart | Map], list[Text | Table]]:
    """Part the blocks of a slide into those that are drawn and those that are read."""
    pictures = [block for block in slide.blocks if isinstance(block, Chart | Map)]
    words = [block for block in slide.blocks if isinstance(block, Text | Table)]
    return pictures, words


def title_size(slide: Slide) -> float:
    """Choose the largest type at which the title takes at most two lines; that of the first slide is larger."""
    sizes = COVER_TITLES if slide.kind == "cover" else TITLES
    fitting = (size for size in sizes if len(wrapped(slide.title, size, INNER, bold=True)) <= LINES_OF_A_TITLE)
    return next(fitting, sizes[-1])


def column_widths(table: Table, widest_cell: float) -> list[float]:
    """Share the width of a table by what its cells hold, in hundredths; a long cell is wrapped, a word never is.

    `widest_cell` is how much of a long cell counts, in sizes of its letters.
    """
    wanted: list[float] = []
    for position, column in enumerate(table.columns):
        cells = [row[position].text for row in table.rows]
        longest = max((_width(text) for text in [*cells, column.heading]), default=1.0)
        pieces = [piece for text in cells for piece in unbroken_pieces(text, column)] + column.heading.split()
        word = max((_width(piece, bold=True) for piece in pieces), default=1.0)
        wanted.append(max(min(longest, widest_cell), word) + 2 * CELL_SIDE + 0.1)
    return [100 * width / sum(wanted) for width in wanted]


def unbroken_pieces(text: str, column: Column) -> list[str]:
    """Part a cell where its line may end: a figure with its marks and a short text stay whole."""
    return [text] if column.kind == "number" or len(text) <= LONGEST_UNBROKEN else text.split()


def _height(block: Block, size: float, width: float, widest: float) -> float:
    if isinstance(block, Table):
        return _table_height(block, size, width, widest) + GAP
    if isinstance(block, Text):
        heading = size * (LINE + PARAGRAPH) if block.heading else 0.0
        lines = (_lines(line.split(), (width - size) / size) for line in block.lines)
        return heading + sum(count * LINE * size + PARAGRAPH * size for count in lines) + GAP
    return 0.0


def _table_height(table: Table, size: float, width: float, widest: float) -> float:
    widths = [share * width / 100 - 2 * CELL_SIDE * size for share in column_widths(table, widest)]
    headings = [column.heading.split() for column in table.columns]
    rows = [
        [unbroken_pieces(cell.text, column) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
    bold = [True, *(position in table.emphasised for position in range(len(table.rows)))]
    caption = size * 0.9 * LINE * _lines(table.caption.split(), width / size / 0.9)
    return caption + sum(
        _row_height(row, size, widths, heavy) for row, heavy in zip([headings, *rows], bold, strict=True)
    )


def _row_height(cells: Sequence[Sequence[str]], size: float, widths: Sequence[float], bold: bool) -> float:
    """Return how high a row is; endless where a piece that must stay whole is wider than its column."""
    lines = max(
        (_lines(pieces, width / size, bold=bold) for pieces, width in zip(cells, widths, strict=True)), default=1
    )
    return max(lines, 1) * LINE * size + 2 * CELL_ABOVE * size + 0.05


def _lines(pieces: Sequence[str], width: float, *, bold: bool = False) -> float:
    """Count the lines that pieces take in a width in sizes of their letters; endless where one is wider than that."""
    lines, used = 0.0, inf
    for piece in pieces:
        own = _width(piece, bold=bold)
        if own > width:
            return inf
        if used + _width(" ", bold=bold) + own > width:
            lines, used = lines + 1, own
        else:
            used += _width(" ", bold=bold) + own
    return lines


@lru_cache(maxsize=16384)
def _width(text: str, *, bold: bool = False) -> float:
    return text_width(text, 1.0, bold=bold)
