"""The map of provinces: one class a province, what has no value hatched, the chosen ones outlined."""

from collections.abc import Sequence

import pandas as pd

from charts.layers import rows_named, tooltip
from charts.map_colours import HATCHING, NO_VALUE, class_colour, islet_stroke, quoted
from charts.theme import ACCENT, MUTED, NARROW, TEXT, Row, Spec, by_width, finished
from wording.language import Language
from wording.map_legend import MapLegend

SELECTION = "tinh"
FIELDS = ["unit", "name", "class", "value", "place", "note"]
CHOSEN = "chosen_units"

# The whole country with both archipelagos in their true place is 0.87 times as wide as high.
HEIGHT, COMPACT_HEIGHT = 700, 430


def province_map(
    rows: pd.DataFrame,
    legend: MapLegend,
    *,
    boundaries_url: str,
    language: Language,
    legend_title: Sequence[str],
    value_title: str,
    place_title: str = "",
    chosen: Sequence[str] = (),
    compact: bool = False,
) -> Spec:
    """Return the map of one unit system.

    `rows`, one a unit: unit, name, class_number (Int64, missing = hatched), value, place, note (texts of the tooltip,
    "" where there is none). `boundaries_url` is the address of the built boundaries of the same unit system. A click on
    a province answers with its `unit` through the selection `tinh`.
    """
    texts = {entry.number: entry.text for entry in legend.classes}
    values: list[Row] = [
        {
            "unit": str(unit),
            "name": str(name),
            "class": legend.missing if pd.isna(number) else texts[int(number)],
            "value": str(value),
            "place": str(place),
            "note": str(note),
        }
        for unit, name, number, value, place, note in zip(
            *(rows[column] for column in ("unit", "name", "class_number", "value", "place", "note")), strict=True
        )
    ]
    colour = class_colour(legend, legend_title, compact=compact)
    lookup = _lookup(rows_named("values", values))
    same_lookup = _lookup({"name": "values"})
    hint = tooltip("name", [(value_title, "value"), (place_title, "place"), (language.text("Note"), "note")])
    area: Spec = {"type": "geoshape", "tooltip": hint, "cursor": "pointer"}
    provinces: Spec = {
        "data": _boundaries(boundaries_url, "provinces"),
        "transform": [lookup],
        "params": [{"name": SELECTION, "select": {"type": "point", "fields": ["unit"], "toggle": False}}],
        "mark": {**area, "stroke": "#ffffff", "strokeWidth": 0.6},
        "encoding": {"color": colour},
    }
    without_value: list[Spec] = []
    if legend.missing:
        is_missing = f"datum['class'] === {quoted(legend.missing)}"
        without_value = [
            {
                "data": _boundaries(boundaries_url, "hatching"),
                "transform": [same_lookup, {"filter": is_missing}],
                "mark": {**area, "filled": False, "stroke": HATCHING, "strokeWidth": 0.8},
            },
            {
                "data": _boundaries(boundaries_url, "provinces"),
                "transform": [same_lookup, {"filter": is_missing}],
                "mark": {**area, "fillOpacity": 0, "fill": NO_VALUE, "stroke": HATCHING, "strokeWidth": 0.5},
            },
        ]
    islets: Spec = {
        "data": _boundaries(boundaries_url, "islets"),
        "transform": [same_lookup],
        "mark": {**area, "strokeWidth": 1.1},
        "encoding": {"color": colour, "stroke": islet_stroke(colour)},
    }
    layers = [
        provinces,
        *without_value,
        islets,
        *_outline(boundaries_url, same_lookup, hint),
        *_labels(boundaries_url, language, compact),
    ]
    height = COMPACT_HEIGHT if compact else HEIGHT
    return finished(
        {
            "height": height,
            "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
            "projection": {"type": "identity", "reflectY": True},
            "params": [_chosen(chosen), {"name": "height", **by_width(COMPACT_HEIGHT, height)}],
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


def _chosen(units: Sequence[str]) -> Spec:
    return {"name": CHOSEN, "value": list(units)}


def _boundaries(url: str, part: str) -> Spec:
    return {"url": url, "name": part, "format": {"type": "topojson", "feature": part}}


def _lookup(data: Spec) -> Spec:
    """Join the rows to the shapes; they are written out once and named by the layers after the first."""
    return {"lookup": "properties.unit", "from": {"data": data, "key": "unit", "fields": FIELDS}}


def _outline(url: str, lookup: Spec, hint: Spec) -> list[Spec]:
    """Outline the chosen provinces; the outline lies over the area, so it answers pointer and click in its place."""
    is_chosen: Spec = {"filter": f"indexof({CHOSEN}, datum.properties.unit) >= 0"}
    line: Spec = {"type": "geoshape", "filled": False, "strokeJoin": "round", "tooltip": hint, "cursor": "pointer"}
    return [
        {
            "data": _boundaries(url, "provinces"),
            "transform": [is_chosen, lookup],
            "layer": [
                {"mark": {**line, "stroke": "#ffffff", "strokeWidth": 4.8}},
                {"mark": {**line, "stroke": ACCENT, "strokeWidth": 2.4}},
            ],
        }
    ]


def _labels(url: str, language: Language, compact: bool) -> list[Spec]:
    lines = f"datum.properties.lines_{language.code}"
    position: Spec = {
        "longitude": {"field": "x", "type": "quantitative"},
        "latitude": {"field": "y", "type": "quantitative"},
    }
    text: Spec = {"type": "text", "aria": False, "fontSize": by_width(10.5, 10.5 if compact else 12)}
    halo: Spec = {"stroke": "#ffffff", "strokeWidth": 3, "strokeJoin": "round"}
    layers: list[Spec] = []
    # On a small map the legend stands where this name would be.
    shown = f"!({str(compact).lower()} || {NARROW}) || datum.id !== 'Hai Phong'"
    kinds: list[tuple[str, Spec]] = [
        ("middle", {"align": "center", "fontStyle": "italic", "color": MUTED, "baseline": "middle"}),
        ("left", {"align": "right", "dx": -6, "baseline": "middle", "color": TEXT}),
        ("right", {"align": "left", "dx": 6, "baseline": "middle", "color": TEXT}),
    ]
    for side, look in kinds:
        marks: list[Spec] = [{"mark": {**text, **look, **halo}}, {"mark": {**text, **look}}]
        for mark in marks:
            mark["encoding"] = {"text": {"field": "lines"}}
        if side != "middle":
            marks.insert(0, {"mark": {"type": "circle", "size": 22, "color": TEXT, "opacity": 1, "aria": False}})
        layers.append(
            {
                "data": {"url": url, "name": f"labels_{side}", "format": {"type": "topojson", "feature": "labels"}},
                "transform": [
                    {"filter": f"datum.properties.side === '{side}' && ({shown})"},
                    {"calculate": "datum.geometry.coordinates[0]", "as": "x"},
                    {"calculate": "datum.geometry.coordinates[1]", "as": "y"},
                    {"calculate": lines, "as": "lines"},
                ],
                "encoding": position,
                "layer": marks,
            }
        )
    return layers
