"""The cells of a table: what is shown, marks included, with the number behind it."""

from collections.abc import Sequence
from typing import Any, cast

import pandas as pd

from indicators.catalogue import OVERALL, Index
from reports.slides import Cell, Column
from wording.findings import place_change_cell, score_change_text, score_text
from wording.language import Language
from wording.marks import Origin
from wording.numbers import NO_FIGURE


def text_cell(text: str) -> Cell:
    """Return a cell of words; an en dash where there are none."""
    return Cell(text or NO_FIGURE)


def number_cell(text: str, value: object, decimals: int) -> Cell:
    """Return a cell of a number, or of its en dash."""
    return Cell(text, None if pd.isna(cast("Any", value)) else float(cast("Any", value)), decimals)


def columns(*headings: str, wide: Sequence[int] = (), numbers: Sequence[int] = ()) -> tuple[Column, ...]:
    """Return the columns of a table; those at the positions of `wide` take twice the width."""
    return tuple(
        Column(heading, "number" if place in numbers else "text", 2.0 if place in wide else 1.0)
        for place, heading in enumerate(headings)
    )


def score_cell(
    value: object, origin: Origin, index: Index, year: int, language: Language, component: str = OVERALL
) -> Cell:
    """Return the cell of a score with its marks."""
    written = score_text(cast("Any", value), origin, index, component, year, language)
    return number_cell(written, value, index.display_decimals)


def score_change_of(value: object, index: Index, language: Language) -> Cell:
    """Return the cell of a change of score with its sign."""
    return number_cell(score_change_text(cast("Any", value), index, language), value, index.display_decimals)


def place_change_of(value: object, kind: str) -> Cell:
    """Return the cell of a change of place; `kind` as `ranking.PlaceKind`."""
    return number_cell(place_change_cell(cast("Any", value), kind), value, 0)
