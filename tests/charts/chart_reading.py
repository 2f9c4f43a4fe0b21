"""How tests read a chart: is it valid Vega-Lite, what rows does it hold, which points do its lines join."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt
import jsonschema

Spec = dict[str, Any]


@cache
def _validator() -> jsonschema.Draft7Validator:
    file = Path(alt.__file__).parent / "vegalite" / "v6" / "schema" / "vega-lite-schema.json"
    definitions = json.loads(file.read_text("utf-8"))["definitions"]
    return jsonschema.Draft7Validator({"$ref": "#/definitions/TopLevelLayerSpec", "definitions": definitions})


def problems(chart: Spec) -> list[str]:
    """Say what of a chart the published schema of Vega-Lite does not allow."""
    return [
        f"{list(error.absolute_path)}: {error.message[:200]}" for error in _validator().iter_errors(_shortened(chart))
    ]


def kilobytes(chart: Spec) -> float:
    return len(json.dumps(chart, ensure_ascii=False).encode("utf-8")) / 1024


def rows(chart: Spec, name: str) -> list[dict[str, Any]]:
    """Return the inline rows of a name; none where the chart has no such data."""
    found = [data["values"] for data in _all_data(chart) if data.get("name") == name and "values" in data]
    return found[0] if found else []


def all_data_names(chart: Spec) -> list[str | None]:
    return [data.get("name") for data in _all_data(chart)]


def marks(chart: Spec) -> list[str]:
    return [layer["mark"]["type"] for layer in _dicts(chart) if isinstance(layer.get("mark"), dict)]


def line_details(chart: Spec) -> list[list[str]]:
    """Return for every line mark the fields that keep its lines apart."""
    found: list[list[str]] = []
    for layer in _dicts(chart):
        if isinstance(layer.get("mark"), dict) and layer["mark"]["type"] == "line":
            detail = layer["encoding"]["detail"]
            found.append([field["field"] for field in (detail if isinstance(detail, list) else [detail])])
    return found


def numbers(values: list[dict[str, Any]]) -> list[float]:
    return [value for row in values for value in row.values() if isinstance(value, float)]


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: (item[:3] if key == "values" and isinstance(item, list) else _shortened(item))
            for key, item in value.items()
        }
    return [_shortened(item) for item in value] if isinstance(value, list) else value


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for name, item in value.items():
            yield from _dicts(item) if name != "config" else ()
    elif isinstance(value, list):
        for item in value:
            yield from _dicts(item)


def _all_data(chart: Spec) -> Iterator[dict[str, Any]]:
    for part in _dicts(chart):
        if isinstance(part.get("data"), dict):
            yield part["data"]
