"""Who improved most over a period: own movement as a bar, and what the others' scores did as a ring beside it."""

from collections.abc import Sequence
from typing import Any, cast

import pandas as pd

from charts.layers import axis_title, rows_named, tooltip
from charts.subject import Subject
from charts.theme import ACCENT, BLUE, MUTED, QUIET, Row, Spec, by_width, finished
from wording.findings import place_change_cell

ROW_HEIGHT = 28
_AROUND_ROWS = 88  # pixels of title and axis


def best_improvers_chart(rows: pd.DataFrame, *, subject: Subject, chosen: Sequence[str] = ()) -> Spec:
    """Return one row a unit in the order given; the chosen ones in the accent.

    `rows`: unit, own, field (places of the order by score, positive = better). Units without a movement are left out.
    """
    text = subject.language.text
    drawn: list[Row] = [
        {
            "name": subject.names[str(row["unit"])],
            "own": int(row["own"]),
            "field": int(row["field"]),
            "own_text": place_change_cell(row["own"], ""),
            "field_text": place_change_cell(row["field"], ""),
            "colour": ACCENT if row["unit"] in chosen else BLUE,
        }
        for row in cast("list[dict[str, Any]]", rows[rows["own"].notna()].to_dict("records"))
    ]
    y: Spec = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "domain": False, "ticks": False, "labelFontSize": 13, "labelLimit": by_width(110, 190)},
    }
    ends = [value for row in drawn for value in (row["own"], row["field"], 0)] or [0, 1]
    low, high = min(ends), max(ends)
    air = (high - low) * 0.12 or 1
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [low - air if low < 0 else 0, high + air], "nice": False},
        "axis": {"title": None, "format": "d", "tickMinStep": 1, "tickCount": 6, "gridDash": [2, 2]},
    }
    hint = tooltip("name", [(text("Own movement"), "own_text"), (text("Field movement"), "field_text")])
    tone: Spec = {"field": "colour", "type": "nominal", "scale": None}
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 13, "tooltip": hint},
            "encoding": {"x": {**x, "field": "own"}, "y": y, "color": tone},
        },
        {
            "mark": {"type": "point", "filled": False, "size": 60, "strokeWidth": 2, "tooltip": hint},
            "encoding": {"x": {**x, "field": "field"}, "y": y, "color": {"value": MUTED}},
        },
        {
            "mark": {"type": "text", "align": by_side("left", "right"), "dx": by_side(6, -6), "fontSize": 13},
            "encoding": {"x": {**x, "field": "own"}, "y": y, "text": {"field": "own_text"}},
        },
        {
            "data": rows_named("nothing", [{"own": 0}]),
            "mark": {"type": "rule", "stroke": QUIET, "aria": False},
            "encoding": {"x": {**x, "field": "own"}},
        },
    ]
    key = [text("Positions in the order by score (*)"), text("▬ own movement   ○ field movement")]
    title = {**axis_title(key, offset=10), "frame": "bounds"}
    return finished(
        {
            "height": ROW_HEIGHT * len(drawn) + _AROUND_ROWS,
            "title": title,
            "data": rows_named("units", drawn),
            "layer": layers,
        },
        subject.language,
    )


def by_side(right: float | str, left: float | str) -> Spec:
    """Return what a label is at the right of the zero line, and at its left."""
    values = [f"'{value}'" if isinstance(value, str) else str(value) for value in (right, left)]
    return {"expr": f"datum.own >= 0 ? {values[0]} : {values[1]}"}
