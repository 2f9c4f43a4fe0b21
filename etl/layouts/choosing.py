"""Which grids of a file may hold a declared table."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase

from etl.declarations import TableDeclaration
from etl.readers.grid import Grid


def chosen_grids(grids: Iterable[Grid], declaration: TableDeclaration, year: int) -> Iterator[Grid]:
    """The visible grids with a declared name, in the order of the declared names; all visible ones where none is.

    Grids are asked for one by one, so that a caller who found the table reads no further ones.
    """
    if not declaration.sheets:
        yield from (grid for grid in grids if not grid.is_hidden)
    for name in declaration.sheets:
        pattern = _pattern(name, year)
        yield from (grid for grid in grids if not grid.is_hidden and fnmatchcase(_bare(grid.name), pattern))


def is_wanted(tables: Iterable[TableDeclaration], year: int) -> Callable[[str], bool]:
    """A test for names of sheets: whether one of the tables may lie there."""
    declared = list(tables)
    if any(not table.sheets for table in declared):
        return lambda _: True
    patterns = [_pattern(name, year) for table in declared for name in table.sheets]
    return lambda name: any(fnmatchcase(_bare(name), pattern) for pattern in patterns)


def _pattern(name: str, year: int) -> str:
    return _bare(name.replace("{year}", str(year)))


def _bare(name: str) -> str:
    # A bracket would begin a set of letters in a pattern.
    without_brackets = re.sub(r"[\[\]]", " ", unicodedata.normalize("NFC", name))
    return " ".join(without_brackets.split()).casefold()
