"""Some provinces in every component of an index: one row a component, one dot a province, all provinces behind."""

import pandas as pd

from charts.component_rows import DotPlot, band_rows, dot_rows, tick_rows, x_channel
from charts.component_words import ComparedComponents
from charts.layers import axis_title, rows_named, tooltip
from charts.map_colours import quoted
from charts.theme import MUTED, TEXT, Row, Spec, by_width, finished, series_styles

ROW_HEIGHT = 48  # pixels: the name of the component above, the dots below
_AROUND_ROWS = 100
_NAME = 0.22  # where the name of a component stands in its row, from the top
_BAND = "#e3e9ef"


def component_dots(compared: ComparedComponents, *, peers_of: str) -> Spec | None:
    """Return the scores of some provinces by component: in points where the scales are equal, else as a share.

    `peers_of`: the name of the province whose peers' median is drawn. Components of which none of the provinces has a
    score, or whose maximum is not known where the maxima differ, have no row; None where no row has two scores.
    """
    comparison, language = compared.comparison, compared.subject.language
    components = comparison.components
    drawn = components[(components["count"] > 0) & (comparison.same_scale | components["maximum"].notna())]
    if drawn.empty or not (drawn["count"] > 1).any():
        return None
    positions = {str(name): position for position, name in enumerate(drawn["component"])}
    y: Spec = {"field": "y", "type": "quantitative", "scale": {"domain": [len(drawn), 0], "nice": False}, "axis": None}
    plot = DotPlot(compared, drawn, positions, x_channel(compared), y)
    dots, bands, ticks = dot_rows(plot), band_rows(plot), tick_rows(plot)
    values = [float(row[name]) for row in (*dots, *bands) for name in ("x", "x2") if name in row]
    # Equal scores alone span nothing: an axis needs two ends.
    plot.x["scale"]["domain"] = [min(values), max(values) if max(values) > min(values) else min(values) * 1.01 + 0.01]
    hint = tooltip("heading", [(language.text("Score"), "text"), (language.text("Order by score (*)"), "place")])
    layers: list[Spec] = [
        {
            "data": rows_named("bands", bands),
            "mark": {"type": "rect", "color": _BAND, "tooltip": hint},
            "encoding": {"x": plot.x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}},
        },
        {
            "data": rows_named("peers", ticks),
            "mark": {"type": "rule", "color": TEXT, "strokeWidth": 2.4, "tooltip": hint},
            "encoding": {"x": plot.x, "y": y, "y2": {"field": "y2"}},
        },
        _dot_layer(plot, dots, hint),
        *_end_labels(plot, dots),
        _row_heads(plot),
    ]
    title = {**axis_title(_key(plot, peers_of if ticks else ""), offset=8), "frame": "bounds"}
    return finished({"height": ROW_HEIGHT * len(drawn) + _AROUND_ROWS, "title": title, "layer": layers}, language)


def _dot_layer(plot: DotPlot, dots: list[Row], hint: Spec) -> Spec:
    """Return the dots, a shape and a colour each province; one that does not lie far from the first one is hollow."""
    styles, names = list(series_styles(plot.compared.units).values()), plot.compared.names
    shapes = " : ".join(
        f"datum.value === {quoted(name)} ? '{style.shape}'" for name, style in zip(names, styles, strict=True)
    )
    # A legend of two scales is drawn twice where its columns depend on the width: one scale, with the other's shapes.
    legend: Spec = {
        "title": None,
        "orient": "top",
        "columns": by_width(2, 6),
        "symbolSize": 90,
        "symbolType": {"expr": f"{shapes} : 'circle'"},
        "labelFontSize": 12.5,
    }
    channel: Spec = {"field": "name", "type": "nominal"}
    colour: Spec = {**channel, "scale": {"domain": names, "range": [s.colour for s in styles]}, "legend": legend}
    shape: Spec = {**channel, "scale": {"domain": names, "range": [s.shape for s in styles]}, "legend": None}
    point: Spec = {"type": "point", "opacity": 1, "tooltip": hint}
    open_point: Spec = {**point, "filled": False, "fill": "#ffffff", "size": 80, "strokeWidth": 2}
    return {
        "data": rows_named("dots", dots),
        "encoding": {"x": plot.x, "y": plot.y, "color": colour, "shape": shape},
        "layer": [
            {"transform": [{"filter": "datum.hollow === 1"}], "mark": open_point},
            {"transform": [{"filter": "datum.hollow === 0"}], "mark": {**point, "filled": True, "size": 110}},
        ],
    }


def _end_labels(plot: DotPlot, dots: list[Row]) -> list[Spec]:
    """Return the names of who scores best, at the right of its dot, and worst, at the left."""
    styles = series_styles(plot.compared.units)
    best: list[Row] = []
    worst: list[Row] = []
    for component in plot.positions:
        names = plot.compared.ends(component)
        if names is None:
            continue
        comparison = plot.compared.comparison
        whose = (comparison.leaders(component)[0], comparison.last(component)[0])
        for rows, unit, name in zip((best, worst), whose, names, strict=True):
            dot = next(d for d in dots if (d["component"], d["name"]) == (component, plot.compared.subject.names[unit]))
            rows.append({"x": dot["x"], "y": dot["y"], "text": name, "colour": styles[unit].colour})
    colour: Spec = {"field": "colour", "type": "nominal", "scale": None}
    layers: list[Spec] = []
    for data, rows, side in (
        ("best", best, {"align": "left", "dx": 10}),
        ("worst", worst, {"align": "right", "dx": -10}),
    ):
        text: Spec = {"type": "text", "baseline": "middle", "fontSize": by_width(11, 12.5), "fontWeight": 600, **side}
        halo: Spec = {**text, "stroke": _BAND, "strokeWidth": 4, "strokeJoin": "round"}
        layer = [{"mark": halo}, {"mark": text, "encoding": {"color": colour}}]
        encoding: Spec = {"x": plot.x, "y": plot.y, "text": {"field": "text"}}
        layers.append({"data": rows_named(data, rows), "encoding": encoding, "layer": layer})
    return layers


def _row_heads(plot: DotPlot) -> Spec:
    """Return the name of each component above its dots, and at the right the gap between the best and the worst."""
    rows: list[Row] = []
    for row in plot.components.to_dict("records"):
        component = str(row["component"])
        gap = "" if pd.isna(row["gap"]) else f"↔ {plot.compared.number(component, float(row['gap']))}"
        name = plot.compared.short(component)
        rows.append({"y": plot.positions[component] + _NAME, "name": name, "gap": gap})
    text: Spec = {"type": "text", "baseline": "middle", "fontSize": by_width(11.5, 13)}
    return {
        "data": rows_named("components", rows),
        "encoding": {"y": plot.y},
        "layer": [
            {
                "mark": {**text, "align": "left", "fontWeight": 600, "color": TEXT},
                "encoding": {"x": {"value": 0}, "text": {"field": "name"}},
            },
            {
                "mark": {**text, "align": "right", "color": MUTED},
                "encoding": {"x": {"value": "width"}, "text": {"field": "gap"}},
            },
        ],
    }


def _key(plot: DotPlot, peers_of: str) -> list[str]:
    """Say what is drawn: filled and open dots, the band, the line, and the number at the right."""
    text, first = plot.compared.subject.language.text, plot.compared.names[0]
    lines: list[str] = []
    if plot.compared.comparison.figures["matters"].notna().any():
        lines.append(text("● far from {province}, ○ not far (see below)", province=first))
    if plot.components["whole"].any():
        lines.append(text("Grey: lowest to highest of all provinces"))
    if peers_of:
        lines.append(text("| median of the peers of {province} †", province=peers_of))
    return [*lines, text("↔ highest to lowest of those compared")]
