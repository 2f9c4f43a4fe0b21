"""What all workbooks of the dashboard share: how they are opened, how headings look, names and widths of sheets."""

from collections.abc import Collection, Sequence
from typing import Any

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Text that begins with = + - @ stays text, and an address is no link that a click would open.
OPTIONS: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
HEADING_LOOK = {"bold": True, "bg_color": "#eef3f8", "bottom": 1, "text_wrap": True, "valign": "top"}
WIDEST = 48  # characters
_NARROWEST = 8
_LONGEST_NAME = 31
_NOT_IN_NAMES = "[]:*?/\\"


def sheet_name(wanted: str, taken: Collection[str]) -> str:
    """Return a name that a sheet may have, as near as can be to the one wanted, and that no other one has."""
    unmarked = wanted.replace("(*)", "")
    allowed = " ".join("".join(" " if letter in _NOT_IN_NAMES else letter for letter in unmarked).split()).strip("'")
    short = allowed if len(allowed) <= _LONGEST_NAME else f"{allowed[: _LONGEST_NAME - 1].rstrip()}…"
    names = {name.casefold() for name in taken}
    number = 1
    found = short
    while found.casefold() in names:
        number += 1
        found = f"{short[: _LONGEST_NAME - len(str(number)) - 1].rstrip()} {number}"
    return found


def column_width(heading: str, cells: Sequence[object]) -> int:
    """Return a width in characters that fits the cells; a long heading is wrapped at its words."""
    longest_word = max((len(word) for word in heading.split()), default=0)
    widest = max([longest_word, *(len(str(value)) for value in cells if value is not None)])
    return min(max(widest + 2, _NARROWEST), WIDEST)
