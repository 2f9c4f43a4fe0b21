"""What each component contributed to the change of a total: one bar a component, then the remainder, then the whole."""

import textwrap
from typing import Any, cast

import pandas as pd

from charts.layers import rows_named, tooltip
from charts.subject import Subject
from charts.theme import BLUE, DOWN, MUTED, QUIET, TEXT, Row, Spec, finished
from wording.answers import short_cannot
from wording.decomposition import remainder_text
from wording.findings import score_change_text
from wording.names import component_name

ROW_HEIGHT = 26
_AROUND_ROWS = 16
_NAME_WIDTH = 28  # letters of a line of a name; two lines fit a row


def contributions(parts: pd.DataFrame, whole: pd.Series, *, year: int, subject: Subject) -> Spec:
    """Return the contributions of one unit's components in the catalogue's order.

    `parts` are its rows of `Decomposition.parts`, `whole` its answered row of `Decomposition.units`, `year` that of the
    later edition. A component that was measured otherwise has no bar and says why. The remainder is never spread over
    the components.
    """
    rows = _rows(parts, whole, year, subject)
    y: Spec = {
        "field": "label",
        "type": "nominal",
        "sort": [row["label"] for row in rows],
        "axis": {
            "title": None,
            "domain": False,
            "ticks": False,
            "labelColor": TEXT,
            "labelLimit": 0,
            "labelLineHeight": 12,
            "labelFontSize": 11.5,
            "labelPadding": 6,
            "labelExpr": "split(datum.label, '\\n')",
        },
    }
    x: Spec = {"field": "points", "type": "quantitative", "axis": None, "scale": {"zero": True, "padding": 62}}
    tone: Spec = {"field": "colour", "type": "nominal", "scale": None}
    hint = tooltip("name", [(subject.language.text("Points of the total"), "text")])
    label: Spec = {"type": "text", "fontSize": 12, "fontWeight": 600, "baseline": "middle", "tooltip": hint}
    text: Spec = {"x": x, "y": y, "text": {"field": "text"}, "color": tone}
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": {"band": 0.62}, "tooltip": hint},
            "encoding": {"x": x, "y": y, "color": tone},
        },
        {
            "transform": [{"filter": "datum.points >= 0"}],
            "mark": {**label, "align": "left", "dx": 5},
            "encoding": text,
        },
        {
            "transform": [{"filter": "datum.points < 0"}],
            "mark": {**label, "align": "right", "dx": -5},
            "encoding": text,
        },
        {
            "data": rows_named("zero", [{"points": 0}]),
            "mark": {"type": "rule", "stroke": QUIET, "aria": False},
            "encoding": {"x": x},
        },
    ]
    return finished(
        {"height": ROW_HEIGHT * len(rows) + _AROUND_ROWS, "data": rows_named("contributions", rows), "layer": layers},
        subject.language,
    )


def contributions_description(
    parts: pd.DataFrame, whole: pd.Series, *, years: tuple[int, int], subject: Subject
) -> str:
    """Say every contribution, the remainder and the whole change in one sentence."""
    language = subject.language
    said = [f"{row['name']} {row['text']}" for row in _rows(parts, whole, years[1], subject)]
    return language.text(
        "Contributions to the change {from_year} → {to_year}: {parts}.",
        from_year=years[0],
        to_year=years[1],
        parts="; ".join(said),
    )


def _rows(parts: pd.DataFrame, whole: pd.Series, year: int, subject: Subject) -> list[Row]:
    language = subject.language
    rows: list[Row] = []
    for part in cast("list[dict[str, Any]]", parts.to_dict("records")):
        name = component_name(subject.index, str(part["component"]), year, language, short=True)
        if part["reason"]:
            rows.append(_row(name, 0.0, short_cannot(str(part["reason"]), language), MUTED))
            continue
        points = float(part["contribution"])
        colour = BLUE if points > 0 else DOWN if points < 0 else MUTED
        rows.append(_row(name, points, score_change_text(points, subject.index, language), colour))
    remainder = float(whole["remainder"])
    rows.append(_row(language.text("Remainder"), remainder, remainder_text(remainder, subject.index, language), QUIET))
    change = float(whole["whole"])
    name = language.text("Change of the total")
    return [*rows, _row(name, change, score_change_text(change, subject.index, language), TEXT)]


def _row(name: str, points: float, text: str, colour: str) -> Row:
    return {
        "name": name,
        "label": "\n".join(textwrap.wrap(name, _NAME_WIDTH)),
        "points": points,
        "text": text,
        "colour": colour,
    }
