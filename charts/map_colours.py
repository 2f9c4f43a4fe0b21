"""The colours of a map's classes and the legend that explains them."""

import json
from collections.abc import Sequence

from charts.map_layout import MapLayout, by_window
from charts.theme import Spec
from wording.map_legend import MapLegend

# Light to dark, one blue family, ordered by lightness; a change runs from brown over grey to blue.
SEQUENTIAL: dict[int, tuple[str, ...]] = {
    1: ("#6fa8d3",),
    2: ("#a9cce6", "#2a6fad"),
    3: ("#c3dcef", "#6fa8d3", "#1d5a98"),
    4: ("#d3e5f3", "#8fbcdd", "#4286bf", "#123f7c"),
    5: ("#dceaf5", "#a9cce6", "#66a3d2", "#2a6fad", "#0f3a72"),
}
DIVERGING = ("#a85a10", "#eab67c", "#e6eaee", "#8fbcdd", "#1d5a98")
NO_VALUE = "#ffffff"
MISSING = "-"  # the class of a province without a value
HATCHING = "#9aa6b2"
_LINE_OF_LIGHT = {
    "#dceaf5": "#a3bfd8",
    "#d3e5f3": "#a3bfd8",
    "#c3dcef": "#97b8d4",
    "#e6eaee": HATCHING,
    NO_VALUE: HATCHING,
}
_HATCHED_SQUARE = "M-1,-1L1,-1L1,1L-1,1ZM-1,0L0,-1M-1,1L1,-1M0,1L1,0"


_LEGENDS: dict[str, Spec] = {
    "corner": {
        "orient": "top-right",
        "symbolSize": by_window((130, 220, 340)),
        "rowPadding": by_window((2, 4, 6)),
        "titleLimit": by_window((190, 320, 420)),
    },
    "below": {
        "orient": "bottom",
        "direction": "vertical",
        "columns": 1,
        "symbolSize": by_window((170, 120, 220)),
        "rowPadding": by_window((3, 1, 3)),
        "titleLimit": 300,
        "offset": 4,
    },
    "counts": {
        "orient": "bottom",
        "direction": "horizontal",
        "symbolSize": by_window((150, 90, 170)),
        "columnPadding": by_window((10, 5, 8)),
        "offset": 4,
    },
}


def class_colour(legend: MapLegend, title: Sequence[str], layout: MapLayout) -> Spec:
    """Return the colour channel of rows that have a `class`, with its legend, where no value is hatched too."""
    counts = layout.legend == "counts"
    texts = {str(entry.number): str(entry.count) if counts else entry.text for entry in legend.classes}
    if legend.missing:
        texts[MISSING] = str(legend.missing_count) if counts else legend.missing
    drawn: Spec = {
        "title": list(title) or None,
        "labelExpr": f"({json.dumps(texts, ensure_ascii=False)})[datum.label]",
        "symbolType": hatched_where(MISSING),
        "symbolStrokeColor": HATCHING,
        "symbolStrokeWidth": 0.8,
        "labelFontSize": layout.letter(),
        "titleFontSize": layout.letter(),
        "titlePadding": 6,
        "offset": 0,
        **_LEGENDS[layout.legend],
    }
    colours: list[str] = [*(DIVERGING if legend.kind == "change" else SEQUENTIAL[min(len(legend.classes), 5)])]
    if legend.kind in ("place", "group"):
        colours.reverse()
    scale = {"domain": list(texts), "range": [*colours, NO_VALUE][: len(texts)]}
    return {"field": "class", "type": "nominal", "scale": scale, "legend": drawn}


def hatched_where(missing: str) -> Spec:
    """Return the symbol of a legend's entry: a square, hatched where nothing is held."""
    return {"expr": f"datum.value === {quoted(missing)} ? {quoted(_HATCHED_SQUARE)} : 'square'"}


def without_legend(colour: Spec) -> Spec:
    """Return the same channel for a further layer, which shares the scale and with it the legend."""
    return {name: part for name, part in colour.items() if name != "legend"}


def islet_stroke(colour: Spec) -> Spec:
    """Draw islets with a stroke of their own colour, so that reefs are seen; a colour near white with a darker one."""
    scale = dict(colour["scale"])
    scale["range"] = [_LINE_OF_LIGHT.get(tone, tone) for tone in scale["range"]]
    return {"field": "class", "type": "nominal", "scale": scale, "legend": None}


def quoted(text: str) -> str:
    """Write a text as a literal of a Vega expression."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
