"""The layers that maps are laid together from: where shapes come from, hatching, outlines, names at sea."""

from charts.map_colours import HATCHING, MISSING, NO_VALUE
from charts.map_layout import MapLayout
from charts.theme import ACCENT, MUTED, NARROW, TEXT, Spec

FIELDS = ["unit", "name", "class", "value", "place", "note"]
CHOSEN = "chosen_units"
REGION_LINE = "#44546a"


def boundaries(url: str, part: str) -> Spec:
    """Return one object of the built boundaries."""
    return {"url": url, "name": part, "format": {"type": "topojson", "feature": part}}


def lookup(data: Spec) -> Spec:
    """Join the rows to the shapes; they are written out once and named by the layers after the first."""
    return {"lookup": "properties.unit", "from": {"data": data, "key": "unit", "fields": FIELDS}}


def hatching(url: str, same_lookup: Spec) -> list[Spec]:
    """Hatch the provinces that have no value."""
    is_missing: Spec = {"filter": f"datum['class'] === '{MISSING}'"}
    line: Spec = {"type": "geoshape", "filled": False, "stroke": HATCHING}
    return [
        {
            "data": boundaries(url, part),
            "transform": [same_lookup, is_missing],
            "mark": {**line, "strokeWidth": width},
        }
        for part, width in (("hatching", 0.8), ("provinces", 0.5))
    ]


def region_outlines(url: str, layout: MapLayout) -> list[Spec]:
    """Outline the regions, of the 63 alone: the boundaries of the 34 hold none."""
    line: Spec = {"type": "geoshape", "filled": False, "strokeJoin": "round"}
    return [
        {
            "data": boundaries(url, "regions"),
            "layer": [
                {"mark": {**line, "stroke": "#ffffff", "strokeWidth": 2 * layout.region_line, "strokeOpacity": 0.8}},
                {"mark": {**line, "stroke": REGION_LINE, "strokeWidth": layout.region_line}},
            ],
        }
    ]


def chosen_outlines(url: str, same_lookup: Spec) -> list[Spec]:
    """Outline the chosen provinces."""
    is_chosen: Spec = {"filter": f"indexof({CHOSEN}, datum.properties.unit) >= 0"}
    line: Spec = {"type": "geoshape", "filled": False, "strokeJoin": "round"}
    return [
        {
            "data": boundaries(url, "provinces"),
            "transform": [is_chosen, same_lookup],
            "layer": [
                {"mark": {**line, "stroke": "#ffffff", "strokeWidth": 4.8}},
                {"mark": {**line, "stroke": ACCENT, "strokeWidth": 2.4}},
            ],
        }
    ]


def answering(url: str, same_lookup: Spec, hint: Spec) -> Spec:
    """Lay the provinces over all lines once more, unseen: they answer pointer and click, which a line would take."""
    return {
        "data": boundaries(url, "provinces"),
        "transform": [same_lookup],
        "mark": {"type": "geoshape", "fill": NO_VALUE, "fillOpacity": 0, "tooltip": hint, "cursor": "pointer"},
    }


def labels(url: str, language_code: str, layout: MapLayout) -> list[Spec]:
    """Name the two archipelagos, with their provinces, and on a map with room for them five cities."""
    lines = f"datum.properties.lines_{language_code}"
    if not layout.cities:
        # What is left is a name of its own: Hoàng Sa, Trường Sa.
        short = f"replace(replace({lines}[0], 'Quần đảo ', ''), ' Archipelago', '')"
        lines = f"[{short}, {lines}[1]]"
    position: Spec = {
        "longitude": {"field": "x", "type": "quantitative"},
        "latitude": {"field": "y", "type": "quantitative"},
    }
    text: Spec = {"type": "text", "fontSize": layout.letter(-0.5)}
    # Small letters would lie on the reefs that they name.
    raised: Spec = {} if layout.cities else {"dy": -4}
    halo: Spec = {"stroke": "#ffffff", "strokeWidth": 3, "strokeJoin": "round"}
    # On a small map the legend stands where the name of Hải Phòng would be.
    no_room = NARROW if layout.heights[1] > layout.heights[0] else "true"
    kinds: list[tuple[str, str, Spec]] = [
        ("middle", "true", {"align": "center", "fontStyle": "italic", "color": MUTED, "baseline": "middle", **raised}),
        ("left", "true", {"align": "right", "dx": -6, "baseline": "middle", "color": TEXT}),
        (
            "right",
            f"!({no_room}) || datum.id !== 'Hai Phong'",
            {"align": "left", "dx": 6, "baseline": "middle", "color": TEXT},
        ),
    ]
    layers: list[Spec] = []
    for side, shown, look in kinds if layout.cities else kinds[:1]:
        marks: list[Spec] = [{"mark": {**text, **look, **halo}}, {"mark": {**text, **look}}]
        for mark in marks:
            mark["encoding"] = {"text": {"field": "lines"}}
        if side != "middle":
            marks.insert(0, {"mark": {"type": "circle", "size": 22, "color": TEXT, "opacity": 1}})
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
