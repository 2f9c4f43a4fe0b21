"""What every format is first read into: grids of cells as the publisher laid them out, before anything is given a
meaning.
"""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it says, the exact number where the file stores one, and its fill colour where it has one.

    `text` is in Unicode NFC with its outer blanks removed, "" for an empty cell. `number` is None where the file
    holds text, be it a text that looks like a number: those are parsed by the declaration's number format. `fill`
    names a colour the way the declaration does, e.g. "theme 4 -0.25" or "FFFF99".
    """

    text: str = ""
    number: Decimal | None = None
    fill: str | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether the cell says nothing."""
        return not self.text and self.number is None


EMPTY = Cell()


@dataclass(frozen=True)
class Grid:
    """One sheet, HTML table or PDF table; merged cells hold their text in the first cell, the others are empty.

    `name` is the sheet's name, or "page 27, table 1"; `first_row` and `first_column` are the publisher's numbers of
    the first row and column, so that a place can be told as a person sees it. `page_headings`: the title of an HTML
    page, the headings above the table and the year chosen in a list of years.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    first_row: int = 1
    first_column: int = 1
    is_hidden: bool = False
    title: str = field(default="")
    page_headings: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at a position counted from 0; an empty one outside the grid."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return EMPTY

    def place(self, row: int, column: int) -> str:
        """Say where a cell is, as a spreadsheet names it: "Summary!C12"."""
        letters, number = "", column + self.first_column
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{self.name}!{letters}{row + self.first_row}"
