"""What charts over years share for the chosen provinces: lines with points, and their names at the end of the lines."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from charts.layers import pushed_apart, rows_named
from charts.theme import NARROW, Row, Spec, by_width, series_styles

POINT_SIZE = 72


class EndLabel(NamedTuple):
    """The name of a line at its end: its text, the one for a narrow window, its value on the y axis, its colour."""

    text: str
    short: str
    value: float
    colour: str


def style_scales(units: Sequence[str]) -> dict[str, Spec]:
    """Return the channels colour, shape and dash of rows that have a `unit`; labels make a legend needless."""
    styles = series_styles(units)
    ranges: dict[str, list[object]] = {
        "color": [style.colour for style in styles.values()],
        "shape": [style.shape for style in styles.values()],
        "strokeDash": [list(style.dash) for style in styles.values()],
    }
    return {
        channel: {
            "field": "unit",
            "type": "nominal",
            "scale": {"domain": list(styles), "range": values},
            "legend": None,
        }
        for channel, values in ranges.items()
    }


def line_layers(
    rows: list[Row],
    units: Sequence[str],
    x: Spec,
    y: Spec,
    hint: Spec,
    *,
    point_size: int = POINT_SIZE,
) -> list[Spec]:
    """Return the lines of the chosen provinces, cut at every run, with a point at every figure.

    `rows`: unit, line (the key of unit and run: no line joins two of them), year, the field of `y`, hollow (1 for a
    point that is not a published rank), and the fields of the tooltip.
    """
    scales = style_scales(units)
    line: Spec = {"type": "line", "strokeWidth": 2.6, "strokeCap": "round", "aria": False}
    position: Spec = {"x": x, "y": y}
    is_hollow = "datum.hollow === 1"
    point: Spec = {"type": "point", "filled": True, "size": point_size, "strokeWidth": 1.4, "tooltip": hint}
    point_channels: Spec = {**position, "color": scales["color"], "shape": scales["shape"]}
    return [
        {
            "data": rows_named("chosen", rows),
            "layer": [
                {
                    "mark": line,
                    "encoding": {
                        **position,
                        "color": scales["color"],
                        "strokeDash": scales["strokeDash"],
                        "detail": {"field": "line"},
                    },
                },
                {
                    "transform": [{"filter": f"!({is_hollow})"}],
                    "mark": {**point, "stroke": "#ffffff", "opacity": 1},
                    "encoding": point_channels,
                },
                {
                    "transform": [{"filter": is_hollow}],
                    "mark": {**point, "filled": False, "fill": "#ffffff", "strokeWidth": 2, "opacity": 1},
                    "encoding": point_channels,
                },
            ],
        }
    ]


def newest_points(held: pd.DataFrame, units: Sequence[str]) -> pd.DataFrame:
    """Return the newest row of each chosen unit, in the order of the units; a unit without a row is left out.

    `held`: unit, year and whatever else; only rows with a figure.
    """
    newest = held.sort_values("year").groupby("unit", sort=False).tail(1).set_index("unit")
    return newest.reindex([unit for unit in units if unit in newest.index]).reset_index()


def end_label_layer(labels: Sequence[EndLabel], y: Spec, *, gap: float, ends: tuple[float, float]) -> list[Spec]:
    """Return the names at the right edge, moved apart where they would meet.

    `gap` and `ends` are in the unit of the axis. The plot gives way to the longest text; a narrow window shows the
    short ones.
    """
    moved = pushed_apart([label.value for label in labels], gap, min(ends), max(ends))
    rows: list[Row] = [
        {"text": label.text, "short": label.short, "at": round(at, 6), "colour": label.colour}
        for label, at in zip(labels, moved, strict=True)
    ]
    text: Spec = {"type": "text", "align": "left", "baseline": "middle", "dx": 8, "fontWeight": 600}
    return [
        {
            "data": rows_named("names", rows),
            "transform": [{"calculate": f"{NARROW} ? datum.short : datum.text", "as": "shown"}],
            "mark": {**text, "fontSize": by_width(11.5, 12.5)},
            "encoding": {
                "x": {"value": "width"},
                "y": {**y, "field": "at"},
                "text": {"field": "shown"},
                "color": {"field": "colour", "type": "nominal", "scale": None},
            },
        }
    ]
