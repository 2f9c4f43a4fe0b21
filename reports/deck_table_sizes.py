"""How wide the columns and how high the rows of a table are at a size of letters."""

from dataclasses import dataclass, replace

from reports.slides import Column, Table
from reports.text_fitting import paragraph_height, text_width

SIDE = 7.2  # room between the text of a cell and its left and right edges, in points
_HALF_OF_HEADING = 0.6  # two lines are seldom equally long
_ROUNDING = 0.5  # widths are kept in whole units of a file
_ABOVE = 0.22  # the same above and below, as a share of the letters


@dataclass(frozen=True, slots=True)
class TableSizes:
    """The measures of a table in points: letters, columns, the row of headings, the other rows."""

    letters: float
    columns: tuple[float, ...]
    heading: float
    rows: tuple[float, ...]

    @property
    def height(self) -> float:
        """How high the whole table is."""
        return self.heading + sum(self.rows)


def above(letters: float) -> float:
    """Return the room above and below the text of a cell."""
    return letters * _ABOVE


def table_sizes(table: Table, letters: float, width: float) -> TableSizes:
    """Measure a table that is so wide: a column has its share, and no word of it is broken as long as that can be."""
    columns = _column_widths(table, letters, width)
    heading = _row_height([column.heading for column in table.columns], columns, letters, bold=True)
    rows = tuple(
        _row_height([cell.text for cell in row], columns, letters, bold=position in table.emphasised)
        for position, row in enumerate(table.rows)
    )
    return TableSizes(letters, columns, heading, rows)


def aired(sizes: TableSizes, more: float) -> TableSizes:
    """Return the measures with every row so much higher, in points."""
    return replace(sizes, heading=sizes.heading + more, rows=tuple(row + more for row in sizes.rows))


def _row_height(texts: list[str], columns: tuple[float, ...], letters: float, *, bold: bool) -> float:
    heights = (
        paragraph_height(text, letters, width - 2 * SIDE, bold=bold) for text, width in zip(texts, columns, strict=True)
    )
    return max(heights) + 2 * above(letters)


def _column_widths(table: Table, letters: float, width: float) -> tuple[float, ...]:
    """Give each column its share of the width, then let those that wrap have what others do not need.

    A column is never narrower than its longest word as long as that can be.
    """
    least = [_least(table, position, column, letters) for position, column in enumerate(table.columns)]
    if sum(least) >= width:
        return tuple(width * needed / sum(least) for needed in least)
    widths = _shared([column.width for column in table.columns], least, width)
    full = [_full(table, position, letters) for position in range(len(table.columns))]
    lacking = [max(0.0, wanted - had) for wanted, had in zip(full, widths, strict=True)]
    spare = [max(0.0, had - max(wanted, needed)) for had, wanted, needed in zip(widths, full, least, strict=True)]
    given = min(sum(lacking), sum(spare))
    if given:
        widths = [
            had + given * (lack / sum(lacking) - over / sum(spare))
            for had, lack, over in zip(widths, lacking, spare, strict=True)
        ]
    return tuple(widths)


def _shared(shares: list[float], least: list[float], width: float) -> list[float]:
    """Part a width by shares, none below its least."""
    narrow: set[int] = set()
    while True:
        left = width - sum(least[position] for position in narrow)
        of_all = sum(share for position, share in enumerate(shares) if position not in narrow)
        widths = [least[place] if place in narrow else left * share / of_all for place, share in enumerate(shares)]
        too_narrow = {position for position, found in enumerate(widths) if found < least[position] - 0.01}
        if not too_narrow:
            return widths
        narrow |= too_narrow


def _full(table: Table, position: int, letters: float) -> float:
    """Return the width at which no cell of a column wraps, and its heading in two lines at most."""
    texts = ((row[position].text, number in table.emphasised) for number, row in enumerate(table.rows))
    cells = max((text_width(text, letters, bold=bold) for text, bold in texts), default=0.0)
    heading = text_width(table.columns[position].heading, letters, bold=True) * _HALF_OF_HEADING
    return max(cells, heading) + 2 * SIDE + _ROUNDING


def _least(table: Table, position: int, column: Column, letters: float) -> float:
    """Return the width below which a word of a column, or a whole number of it, would be broken."""
    words = [(word, True) for word in column.heading.split()]
    for number, row in enumerate(table.rows):
        cell = row[position]
        whole = [cell.text] if column.kind == "number" and cell.number is not None else cell.text.split()
        words += [(word, number in table.emphasised) for word in whole]
    return max((text_width(word, letters, bold=bold) for word, bold in words), default=0.0) + 2 * SIDE + _ROUNDING
