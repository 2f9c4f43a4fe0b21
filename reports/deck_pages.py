"""Lays the blocks of a slide out on pages: where each stands, in what size, and what goes to a further page.

Texts and tables are as high as they are; a chart or a map takes the room that is left. Nothing is set smaller than the
last of `SIZES`: what does not fit then goes to a further page under the same title.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reports.deck_table_sizes import TableSizes, aired, table_sizes
from reports.deck_template import Box
from reports.slides import Block, Chart, Map, Slide, Table, Text
from reports.text_fitting import LINE_HEIGHT, paragraph_height, wrapped

# (letters of texts, letters of tables), from the largest.
SIZES = (
    (24.0, 24.0), (22.0, 22.0), (22.0, 20.0), (20.0, 18.0), (20.0, 16.0), (18.0, 14.0), (16.0, 13.0), (15.0, 12.0),
    (14.0, 11.0), (12.0, 10.0),
)  # fmt: skip
SIDE = 7.2  # room between a text and the left and right edges of its box
INDENT = 16.0  # of the paragraphs behind their bullets
_AFTER = 0.35  # room behind a paragraph, as a share of its letters
_GAP = 12.0  # between two blocks
_MOST_AIR = 0.9  # between the rows of a table that has room to spare, as a share of its letters


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its box; `letters` are those of a text, `sizes` those of a table."""

    block: Block
    box: Box
    letters: float = 0.0
    sizes: TableSizes | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page of a slide: for each content of the layout the blocks from above, and its number."""

    layout: Literal["one", "two"]
    regions: tuple[tuple[Placed, ...], ...]
    position: int = 1


@dataclass(frozen=True, slots=True)
class Regions:
    """The boxes for contents of a template: the whole one, and the two beside each other."""

    whole: Box
    left: Box
    right: Box


def pages_of(slide: Slide, regions: Regions) -> list[Page]:
    """Lay a slide out; a drawing stands at the right of what is said about it."""
    drawings = [block for block in slide.blocks if isinstance(block, Chart | Map)]
    flowing = [block for block in slide.blocks if isinstance(block, Text | Table)]
    pages: list[Page] = []
    if drawings and flowing:
        placed, flowing = _filled(flowing, regions.left)
        pages.append(Page("two", (placed, (Placed(drawings[0], regions.right),))))
        drawings = drawings[1:]
    pages += [Page("one", ((Placed(drawing, regions.whole),),)) for drawing in drawings]
    while flowing:
        placed, flowing = _filled(flowing, regions.whole)
        pages.append(Page("one", (placed,)))
    return [replace(page, position=position) for position, page in enumerate(pages or [Page("one", ((),))], start=1)]


def paragraphs_of(text: Text) -> list[tuple[str, bool, bool]]:
    """Return the paragraphs of a text as (words, bold, with a bullet); a single sentence alone has none."""
    heading = [(text.heading, True, False)] if text.heading else []
    bulleted = len(text.lines) > 1 or bool(heading)
    return heading + [(line, False, bulleted) for line in text.lines]


def text_height(text: Text, letters: float, width: float) -> float:
    """Return how high a text is in a box so wide, in points."""
    return sum(_paragraph(words, letters, width, bold, bullet) for words, bold, bullet in paragraphs_of(text))


def _paragraph(words: str, letters: float, width: float, bold: bool, bullet: bool) -> float:
    return paragraph_height(words, letters, _line_width(width, bullet), bold=bold) + letters * _AFTER


def _line_width(width: float, bullet: bool) -> float:
    return width - 2 * SIDE - (INDENT if bullet else 0.0)


def space_after(letters: float) -> float:
    """Return the room behind a paragraph of a text."""
    return letters * _AFTER


def _filled(blocks: Sequence[Text | Table], box: Box) -> tuple[tuple[Placed, ...], list[Text | Table]]:
    """Set blocks into a box in the largest size at which all fit; else as many as fit, and return the rest."""
    for sizes in SIZES:
        if _height(blocks, sizes, box.width) <= box.height:
            return _stacked(blocks, sizes, box), []
    fitting, rest = _cut(blocks, box)
    for sizes in SIZES:
        if _height(fitting, sizes, box.width) <= box.height:
            return _stacked(fitting, sizes, box), rest
    return _stacked(fitting, SIZES[-1], box), rest


def _height(blocks: Sequence[Text | Table], sizes: tuple[float, float], width: float) -> float:
    return sum(_height_of(block, sizes, width) for block in blocks) + _GAP * (len(blocks) - 1)


def _height_of(block: Text | Table, sizes: tuple[float, float], width: float) -> float:
    if isinstance(block, Text):
        return text_height(block, sizes[0], width)
    return table_sizes(block, sizes[1], width).height


def _stacked(blocks: Sequence[Text | Table], sizes: tuple[float, float], box: Box) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    top = box.top
    air = _air(blocks, sizes, box)
    for block in blocks:
        if isinstance(block, Text):
            height = text_height(block, sizes[0], box.width)
            placed.append(Placed(block, Box(box.left, top, box.width, height), letters=sizes[0]))
        else:
            measured = aired(table_sizes(block, sizes[1], box.width), air)
            height = measured.height
            placed.append(Placed(block, Box(box.left, top, box.width, height), sizes=measured))
        top += height + _GAP
    return tuple(placed)


def _air(blocks: Sequence[Text | Table], sizes: tuple[float, float], box: Box) -> float:
    """Return by how much each row of the tables may be higher, so that few rows do not leave a slide empty."""
    rows = sum(len(block.rows) + 1 for block in blocks if isinstance(block, Table))
    spare = box.height - _height(blocks, sizes, box.width)
    return max(0.0, min(spare / rows, sizes[1] * _MOST_AIR)) if rows else 0.0


def _cut(blocks: Sequence[Text | Table], box: Box) -> tuple[list[Text | Table], list[Text | Table]]:
    """Part blocks into those that fit a box at the smallest size and the rest; the first part is never empty."""
    kept: list[Text | Table] = []
    room = box.height
    for position, block in enumerate(blocks):
        first, rest = _cut_block(block, room, box.width, forced=not kept)
        if first is not None:
            kept.append(first)
            room -= _height_of(first, SIZES[-1], box.width) + _GAP
        if rest is not None:
            return kept, [rest, *blocks[position + 1 :]]
    return kept, []


def _cut_block(
    block: Text | Table, room: float, width: float, *, forced: bool
) -> tuple[Text | Table | None, Text | Table | None]:
    if _height_of(block, SIZES[-1], width) <= room:
        return block, None
    if isinstance(block, Table):
        return _cut_table(block, room, width, forced=forced)
    return _cut_text(block, room, width, forced=forced)


def _cut_table(table: Table, room: float, width: float, *, forced: bool) -> tuple[Table | None, Table | None]:
    sizes = table_sizes(table, SIZES[-1][1], width)
    count, height = 0, sizes.heading
    while count < len(sizes.rows) and height + sizes.rows[count] <= room:
        height += sizes.rows[count]
        count += 1
    count = max(count, 1) if forced else count
    if not count:
        return None, table
    return _rows(table, 0, count), _rows(table, count, len(table.rows)) if count < len(table.rows) else None


def _rows(table: Table, start: int, stop: int) -> Table:
    kept = frozenset(row - start for row in table.emphasised if start <= row < stop)
    return replace(table, rows=table.rows[start:stop], emphasised=kept)


def _cut_text(text: Text, room: float, width: float, *, forced: bool) -> tuple[Text | None, Text | None]:
    letters = SIZES[-1][0]
    bulleted = len(text.lines) > 1 or bool(text.heading)
    height = _paragraph(text.heading, letters, width, bold=True, bullet=False) if text.heading else 0.0
    count = 0
    for line in text.lines:
        height += _paragraph(line, letters, width, bold=False, bullet=bulleted)
        if height > room:
            break
        count += 1
    if count:
        return replace(text, lines=text.lines[:count]), replace(text, lines=text.lines[count:])
    if not forced:
        return None, text
    # One sentence that fills more than a page is parted between two of its lines.
    lines = wrapped("".join(text.lines[:1]), letters, _line_width(width, bullet=True))
    fitting = max(1, int(room / (letters * LINE_HEIGHT)) - 2)
    rest = " ".join(lines[fitting:])
    kept = replace(text, lines=(" ".join(lines[:fitting]),))
    return kept, replace(text, lines=(*([rest] if rest else []), *text.lines[1:]))
