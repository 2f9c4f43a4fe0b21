"""Some provinces in every component of an index: one row a component, one dot a province, all provinces behind."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts.component_words import ComparedComponents
from charts.layers import axis_title, rows_named, tooltip
from charts.map_colours import quoted
from charts.theme import MUTED, TEXT, Row, Spec, by_width, finished, series_styles

ROW_HEIGHT = 48  # pixels: the name of the component above, the dots below
_AROUND_ROWS = 100
_NAME, _DOTS = 0.22, 0.66  # where they stand in a row, from its top
_HALF_BAND, _HALF_TICK = 0.15, 0.24
_BAND = "#e3e9ef"


@dataclass(frozen=True)
class _Plot:
    """What the layers share: the rows that are drawn by component, whether in points, and the channels."""

    compared: ComparedComponents
    components: pd.DataFrame
    positions: dict[str, int]
    x: Spec
    y: Spec

    @property
    def in_points(self) -> bool:
        return self.compared.comparison.same_scale

    def x_of(self, row: Any, name: str) -> float:
        """Return a figure of a component's row on the axis: itself, or its share of the maximum."""
        return float(row[name if self.in_points else f"{name}_share"])


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
    plot = _Plot(compared, drawn, positions, _x(compared), y)
    dots, bands, ticks = _dots(plot), _bands(plot), _ticks(plot)
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


def _dots(plot: _Plot) -> list[Row]:
    """Return one row a score: name, x, y, hollow, and what the pointer is told; the first province last, on top."""
    rows: list[Row] = []
    for component, position in plot.positions.items():
        for unit, name in zip(reversed(plot.compared.units), reversed(plot.compared.names), strict=True):
            figure = plot.compared.figure(component, unit)
            if pd.isna(figure["score"]):
                continue
            rows.append(
                {
                    "component": component,
                    "name": name,
                    "x": float(figure["score" if plot.in_points else "share"]),
                    "y": position + _DOTS,
                    "hollow": int(plot.compared.is_near(component, unit)),
                    **plot.compared.tooltip_row(component, unit),
                }
            )
    return rows


def _bands(plot: _Plot) -> list[Row]:
    """Return the range of all measured provinces, of components of which every score is held."""
    text = plot.compared.subject.language.text
    rows: list[Row] = []
    for row in plot.components[plot.components["whole"]].to_dict("records"):
        component = str(row["component"])
        middle = plot.positions[component] + _DOTS
        ends = [plot.compared.number(component, float(row[end])) for end in ("lowest", "highest")]
        rows.append(
            {
                "x": plot.x_of(row, "lowest"),
                "x2": plot.x_of(row, "highest"),
                "y": round(middle - _HALF_BAND, 6),
                "y2": round(middle + _HALF_BAND, 6),
                "heading": text("All {count} provinces, lowest to highest", count=row["due"]),
                "text": "–".join(ends),
                "place": "",
            }
        )
    return rows


def _ticks(plot: _Plot) -> list[Row]:
    """Return the peers' median of each component that has one."""
    rows: list[Row] = []
    for row in plot.components[plot.components["peer_median"].notna()].to_dict("records"):
        component = str(row["component"])
        middle = plot.positions[component] + _DOTS
        rows.append(
            {
                "x": plot.x_of(row, "peer_median"),
                "y": round(middle - _HALF_TICK, 6),
                "y2": round(middle + _HALF_TICK, 6),
                "heading": plot.compared.subject.language.text("Peer median"),
                "text": plot.compared.computed(component, float(row["peer_median"])),
                "place": "",
            }
        )
    return rows


def _dot_layer(plot: _Plot, dots: list[Row], hint: Spec) -> Spec:
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


def _end_labels(plot: _Plot, dots: list[Row]) -> list[Spec]:
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


def _row_heads(plot: _Plot) -> Spec:
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


def _x(compared: ComparedComponents) -> Spec:
    """Return the x channel; its ends leave room for the names beside the outer dots, and no tick lies off the scale."""
    components = compared.comparison.components
    if compared.comparison.same_scale:
        top = float(components["maximum"].iloc[0])
        title = replace(compared.subject, component=str(components["component"].iloc[0])).score_title(compared.year)
    else:
        top, title = 100.0, compared.subject.language.text("Share of maximum (%)")
    axis: Spec = {
        "title": title,
        "orient": "bottom",
        "grid": True,
        "gridDash": [2, 3],
        "domain": False,
        "tickCount": by_width(4, 8),
        "labelExpr": f"datum.value > {top} || datum.value < 0 ? '' : datum.label",
    }
    scale: Spec = {"nice": False, "zero": False, "padding": by_width(86, 130)}
    return {"field": "x", "type": "quantitative", "scale": scale, "axis": axis}


def _key(plot: _Plot, peers_of: str) -> list[str]:
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
