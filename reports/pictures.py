"""Charts and maps as pictures at print size, drawn without a browser and without any font of the machine."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import vl_convert

from charts.boundaries import SERVED_AT, STATIC
from charts.theme import FONT

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Provincial Index Sans"
Format = Literal["png", "svg"]
# Print needs about 300 dots an inch; charts are laid out for 96.
PRINT_SCALE = 3.0
LINE_HEIGHT = 15


def picture(
    specification: Mapping[str, Any],
    *,
    width: int,
    height: int,
    heading: str = "",
    lines: Sequence[str] = (),
    form: Format = "png",
    scale: float = PRINT_SCALE,
) -> bytes:
    """Draw a finished Vega-Lite specification; `heading` stands above it, `lines` (source, date) below it.

    `width` and `height` are those of the chart in pixels of 1/96 inch; a PNG has `scale` dots a pixel.
    """
    _register_fonts()
    whole = _framed(_of_size(specification, width, height), heading, lines)
    text = json.dumps(whole, ensure_ascii=False)
    if form == "svg":
        return vl_convert.vegalite_to_svg(text, vl_version=_newest_version()).encode("utf-8")
    return vl_convert.vegalite_to_png(text, vl_version=_newest_version(), scale=scale)


def _of_size(specification: Mapping[str, Any], width: int, height: int) -> dict[str, Any]:
    """Return a specification of its own with a fixed size, its own font and the boundaries inside it."""
    # The font first: the boundaries, a thousand times as long as the rest, name none.
    own = json.loads(json.dumps(dict(specification), ensure_ascii=False).replace(FONT, FAMILY))
    sized = cast("dict[str, Any]", _with_boundaries(own))
    sized["width"] = width
    sized["height"] = height
    # A page asks the window how high a map may be; a picture has no window.
    sized["params"] = [
        {"name": param["name"], "value": height} if param.get("name") == "height" else param
        for param in sized.get("params", [])
    ]
    return sized


def _with_boundaries(part: Any) -> Any:
    """Put the boundaries in the place of their address, wherever it stands."""
    if isinstance(part, list):
        return [_with_boundaries(item) for item in cast("list[Any]", part)]
    if not isinstance(part, dict):
        return part
    fields = cast("dict[str, Any]", part)
    url = fields.get("url")
    if isinstance(url, str) and url.startswith(SERVED_AT):
        own = {name: value for name, value in fields.items() if name != "url"}
        return {**own, "values": _boundaries(url.rpartition("/")[2])}
    return {name: _with_boundaries(value) for name, value in fields.items()}


@cache
def _boundaries(file: str) -> Any:
    return json.loads((STATIC / file).read_text("utf-8"))


def _framed(specification: dict[str, Any], heading: str, lines: Sequence[str]) -> dict[str, Any]:
    if not heading and not lines:
        return specification
    # Parameters are known to layers of the whole only.
    shared = ("$schema", "config", "background", "padding", "params")
    inner = {name: value for name, value in specification.items() if name not in (*shared, "autosize")}
    below = {
        "data": {"values": [{"line": line, "row": row} for row, line in enumerate(lines)]},
        "width": specification["width"],
        "height": LINE_HEIGHT * max(1, len(lines)),
        "view": {"stroke": None},
        "mark": {"type": "text", "align": "left", "baseline": "top", "fontSize": 11, "color": "#5b6b7c"},
        "encoding": {
            "x": {"value": 0},
            "y": {"field": "row", "type": "ordinal", "axis": None},
            "text": {"field": "line", "type": "nominal"},
        },
    }
    outer = {name: specification[name] for name in shared if name in specification}
    title = {"text": heading, "anchor": "start", "fontSize": 16, "fontWeight": "bold", "offset": 12}
    return {**outer, "title": title, "vconcat": [inner, below]}


@cache
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))


@cache
def _newest_version() -> str:
    return max(vl_convert.get_vegalite_versions(), key=lambda version: [int(part) for part in version.split(".")])
