"""The colours of a map's classes and the legend that explains them."""

from collections.abc import Sequence

from charts.theme import Spec, by_width
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
HATCHING = "#9aa6b2"
_LINE_OF_LIGHT = {
    "#dceaf5": "#a3bfd8",
    "#d3e5f3": "#a3bfd8",
    "#c3dcef": "#97b8d4",
    "#e6eaee": HATCHING,
    NO_VALUE: HATCHING,
}
_HATCHED_SQUARE = "M-1,-1L1,-1L1,1L-1,1ZM-1,0L0,-1M-1,1L1,-1M0,1L1,0"


def class_colour(legend: MapLegend, title: Sequence[str], *, compact: bool) -> Spec:
    """Return the colour channel of rows that have a `class`, with its legend, where no value is hatched too."""
    count = len(legend.classes)
    colours: list[str] = [*(DIVERGING if legend.kind == "change" else SEQUENTIAL[min(count, 5)])]
    if legend.kind in ("place", "group"):
        colours.reverse()
    domain = [entry.text for entry in legend.classes]
    if legend.missing:
        domain.append(legend.missing)
        colours.append(NO_VALUE)
    is_missing = f"datum.value === {quoted(legend.missing)}"
    shape = f"{is_missing} ? {quoted(_HATCHED_SQUARE)} : 'square'"
    return {
        "field": "class",
        "type": "nominal",
        "scale": {"domain": domain, "range": colours},
        "legend": {
            "title": list(title),
            "orient": "top-right",
            "offset": 0,
            "symbolSize": by_width(130, 130 if compact else 220),
            "rowPadding": by_width(2, 2 if compact else 4),
            "labelFontSize": by_width(11, 11 if compact else 13),
            "titleFontSize": by_width(11, 11 if compact else 13),
            "titleLimit": by_width(190, 190 if compact else 320),
            "titlePadding": 6,
            "symbolType": {"expr": shape},
            "symbolStrokeColor": HATCHING,
            "symbolStrokeWidth": 0.8,
        },
    }


def islet_stroke(colour: Spec) -> Spec:
    """Draw islets with a stroke of their own colour, so that reefs are seen; a colour near white with a darker one."""
    scale = dict(colour["scale"])
    scale["range"] = [_LINE_OF_LIGHT.get(tone, tone) for tone in scale["range"]]
    return {"field": "class", "type": "nominal", "scale": scale, "legend": None}


def quoted(text: str) -> str:
    """Write a text as a literal of a Vega expression."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
