"""What a picture of components as dots stands on: the rows of its dots, bands and ticks, and its axis."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts.component_words import ComparedComponents
from charts.theme import Row, Spec, by_width

_DOTS = 0.66  # where dots stand in a row, from its top
_HALF_BAND = 0.15
# A tick hangs below the dots and the names beside them: one through the middle strikes names out and hides behind dots.
_TICK = (0.14, 0.34)


@dataclass(frozen=True)
class DotPlot:
    """What the layers share: the rows that are drawn by component, whether in points, and the channels."""

    compared: ComparedComponents
    components: pd.DataFrame
    positions: dict[str, int]
    x: Spec
    y: Spec

    @property
    def in_points(self) -> bool:
        """Tell whether the axis is of scores; else it is of shares of the maximum."""
        return self.compared.comparison.same_scale

    def x_of(self, row: Any, name: str) -> float:
        """Return a figure of a component's row on the axis: itself, or its share of the maximum."""
        return float(row[name if self.in_points else f"{name}_share"])


def dot_rows(plot: DotPlot) -> list[Row]:
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


def band_rows(plot: DotPlot) -> list[Row]:
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


def tick_rows(plot: DotPlot) -> list[Row]:
    """Return the peers' median of each component that has one."""
    rows: list[Row] = []
    for row in plot.components[plot.components["peer_median"].notna()].to_dict("records"):
        component = str(row["component"])
        middle = plot.positions[component] + _DOTS
        rows.append(
            {
                "x": plot.x_of(row, "peer_median"),
                "y": round(middle + _TICK[0], 6),
                "y2": round(middle + _TICK[1], 6),
                "heading": plot.compared.subject.language.text("Peer median"),
                "text": plot.compared.computed(component, float(row["peer_median"])),
                "place": "",
            }
        )
    return rows


def x_channel(compared: ComparedComponents) -> Spec:
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
