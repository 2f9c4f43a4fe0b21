"""The components of a what-if as a table and as a file: published, assumed, median, best, and what it adds."""

from collections.abc import Mapping, Sequence

import pandas as pd

from charts.what_if_scores import ComponentScore
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.release import Release
from indicators.what_if import Adjustable, WhatIf
from ui.figure_columns import province_columns
from ui.tables import Column, show_table
from ui.view import View
from ui.what_if_sliders import Marks
from wording.names import component_name
from wording.numbers import NO_FIGURE, number
from wording.terms import term_help


def show_what_if_table(
    view: View, unit: str, rows: Sequence[ComponentScore], parts: Sequence[Adjustable], title: str
) -> None:
    """Draw the table."""
    text = view.language.text
    frame = pd.DataFrame(
        {
            "unit": unit,
            "name": [row.name for row in rows],
            "weight": [number(part.weight, 2, view.language) for part in parts],
            "score": [row.score_text for row in rows],
            "assumed": [row.assumed_text or NO_FIGURE for row in rows],
            "median": [row.median_text for row in rows],
            "best": [row.best_text for row in rows],
        }
    )
    columns = [
        Column("name", text("Component"), config={"pinned": True, "width": "medium"}),
        Column("weight", text("Weight")),
        Column("score", text("Published score")),
        Column("assumed", text("Assumed score")),
        Column("median", text("Median"), config={"help": term_help("median", view.language)}),
        Column("best", text("Best")),
    ]
    show_table(frame, columns, alternative=title)


def what_if_download(
    release: Release,
    view: View,
    index: Index,
    key: EditionKey,
    unit: str,
    parts: Sequence[Adjustable],
    assumed: Mapping[str, float],
    answer: WhatIf,
    marks: Marks,
) -> pd.DataFrame:
    """Return one row a component and, first, one of the total, numbers as numbers, for a file."""
    text, language = view.language.text, view.language
    components = [OVERALL, *(part.component for part in parts)]
    before = [answer.total_before, *(part.score for part in parts)]
    after = [answer.total_after, *(assumed.get(part.component, part.score) for part in parts)]
    places = [f"{answer.place_before}/{answer.place_of}", f"{answer.place_after}/{answer.place_of}"]
    count = len(components)
    return pd.DataFrame(
        {
            text("Year"): [key.year] * count,
            **province_columns(release, [unit] * count, language),
            text("Component"): [component_name(index, name, key.year, language) for name in components],
            text("Weight"): [None, *(part.weight for part in parts)],
            text("Published score"): before,
            text("Assumed score"): after,
            text("Median"): [None, *(marks.median.get(part.component) for part in parts)],
            text("Best"): [None, *(marks.best.get(part.component) for part in parts)],
            text("Order by score (*)"): [places[0], *[None] * len(parts)],
            text("Order with the assumed scores (*)"): [places[1], *[None] * len(parts)],
        }
    )
