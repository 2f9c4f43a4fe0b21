"""The map of provinces: one class a province, what has no value hatched, the chosen ones outlined."""

from collections.abc import Sequence

import pandas as pd

from charts.layers import rows_named, tooltip
from charts.map_colours import MISSING, class_colour, islet_stroke, without_legend
from charts.map_layers import CHOSEN, answering, boundaries, chosen_outlines, hatching, labels, lookup, region_outlines
from charts.map_layout import PAGE, MapLayout
from charts.theme import Row, Spec, finished
from wording.language import Language
from wording.map_legend import MapLegend

SELECTION = "tinh"


def province_map(
    rows: pd.DataFrame,
    legend: MapLegend,
    *,
    boundaries_url: str,
    language: Language,
    legend_title: Sequence[str],
    value_title: str,
    place_title: str = "",
    layout: MapLayout = PAGE,
    regions: bool = False,
) -> Spec:
    """Return the map of one unit system.

    `rows`, one a unit: unit, name, class_number (Int64, missing = hatched), value, place, note (texts of the tooltip,
    "" where there is none). `boundaries_url` is the address of the built boundaries of the same unit system. A click on
    a province answers with its `unit` through the selection `tinh`. `regions` outlines the regions of the 63.
    """
    colour = class_colour(legend, legend_title, layout)
    join = lookup(rows_named("values", _values(rows)))
    same_join = lookup({"name": "values"})
    hint = tooltip("name", [(value_title, "value"), (place_title, "place"), (language.text("Note"), "note")])
    area: Spec = {"type": "geoshape"}
    provinces: Spec = {
        "data": boundaries(boundaries_url, "provinces"),
        "transform": [join],
        "params": [{"name": SELECTION, "select": {"type": "point", "fields": ["unit"], "toggle": False}}],
        "mark": {**area, "stroke": "#ffffff", "strokeWidth": 0.6},
        "encoding": {"color": colour},
    }
    islets: Spec = {
        "data": boundaries(boundaries_url, "islets"),
        "transform": [same_join],
        "mark": {**area, "strokeWidth": 1.1},
        "encoding": {"color": without_legend(colour), "stroke": islet_stroke(colour)},
    }
    layers = [
        provinces,
        *(hatching(boundaries_url, same_join) if legend.missing else []),
        islets,
        *(region_outlines(boundaries_url, layout) if regions else []),
        *chosen_outlines(boundaries_url, same_join),
        answering(boundaries_url, same_join, hint),
        *labels(boundaries_url, language.code, layout),
    ]
    return finished(
        {
            "height": layout.heights[1],
            "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
            "projection": {"type": "identity", "reflectY": True},
            "params": [_chosen(()), {"name": "height", **layout.height(len(colour["scale"]["domain"]))}],
            "layer": layers,
        },
        language,
    )


def with_chosen(chart: Spec, chosen: Sequence[str]) -> Spec:
    """Return the same map with other provinces outlined, without building it again."""
    return {**chart, "params": [_chosen(chosen), *chart["params"][1:]]}


def province_map_description(rows: pd.DataFrame, legend: MapLegend, *, title: str, language: Language) -> str:
    """Say what a map shows: its title, its classes with their counts, and which provinces have no value."""
    classes = "; ".join(entry.text for entry in legend.classes)
    said = language.text("Map: {title}. {classes}.", title=title, classes=classes)
    absent = [str(name) for name in rows.loc[rows["class_number"].isna(), "name"]]
    if not absent:
        return said
    if len(absent) > 12:
        return f"{said} {legend.missing}."
    return f"{said} " + language.text("No data: {names}.", names=", ".join(absent))


def _values(rows: pd.DataFrame) -> list[Row]:
    """Return the rows as they travel: of its class each has the number, of texts only those that say something."""
    values: list[Row] = []
    for unit, name, number, *said in zip(
        *(rows[column] for column in ("unit", "name", "class_number", "value", "place", "note")), strict=True
    ):
        value: Row = {"unit": str(unit), "name": str(name), "class": MISSING if pd.isna(number) else str(int(number))}
        texts = zip(("value", "place", "note"), map(str, said), strict=True)
        values.append(value | {name: text for name, text in texts if text})
    return values


def _chosen(units: Sequence[str]) -> Spec:
    return {"name": CHOSEN, "value": list(units)}
