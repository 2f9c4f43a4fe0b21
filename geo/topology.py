"""One TopoJSON text from the layers of a map, and the promises that it must keep."""

# pyright: reportUnknownMemberType=false
# geopandas and shapely leave the types of their **kwargs open.

import json
from typing import Any

import geopandas
import shapely
from topojson.core.topology import Topology

from geo.errors import BoundaryError

GRID = 20_000  # Steps across the map; 10,000 would melt two of the smallest reefs into their neighbours.
LARGEST_FILE = 150_000  # Bytes, uncompressed.

Layers = dict[str, tuple[geopandas.GeoDataFrame, str]]
Collection = dict[str, Any]  # a TopoJSON GeometryCollection


def encode(layers: Layers) -> bytes:
    """TopoJSON of the layers, an object each; a layer is a frame and the name of the column that becomes each `id`.

    Arcs are shared between the layers. The same layers always give the same bytes. Raises BoundaryError when a part of
    the first layer is lost, when another layer has more shapes than the first, or when the text is too large.
    """
    drawn = {name: frame for name, (frame, _) in layers.items() if not _is_empty_or_points(frame)}
    topology = Topology(list(drawn.values()), object_name=list(drawn), prequantize=GRID).to_dict()
    topology["objects"] = {
        name: _with_ids(topology["objects"][name], key)
        if name in drawn
        else _point_object(frame, key, topology["transform"])
        for name, (frame, key) in layers.items()
    }
    first, (frame, _) = next(iter(layers.items()))
    _check(topology["objects"], first, parts=int(shapely.get_num_geometries(frame.geometry.values).sum()))
    text = json.dumps(topology, ensure_ascii=False, separators=(",", ":")).encode()
    if len(text) >= LARGEST_FILE:
        raise BoundaryError(f"The file would have {len(text)} bytes; {LARGEST_FILE} is the limit. Raise --tolerance.")
    return text


def _is_empty_or_points(frame: geopandas.GeoDataFrame) -> bool:
    return bool((frame.geom_type == "Point").all())


def _with_ids(collection: Collection, key: str) -> Collection:
    """The same shapes with the key property as `id`; topojson numbers them through."""
    geometries = [{**geometry, "id": geometry["properties"][key]} for geometry in collection["geometries"]]
    return {**collection, "geometries": geometries}


def _point_object(frame: geopandas.GeoDataFrame, key: str, transform: dict[str, list[float]]) -> Collection:
    """Points on the grid of the topology; written here because topojson cannot mix them with other layers."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    geometries = [
        {
            "type": "Point",
            "id": record[key],
            "properties": {column: value for column, value in record.items() if column != "geometry"},
            "coordinates": [
                round((record["geometry"].x - left) / scale_x),
                round((record["geometry"].y - bottom) / scale_y),
            ],
        }
        for record in frame.to_dict("records")
    ]
    return {"type": "GeometryCollection", "geometries": geometries}


def _check(objects: dict[str, Collection], first: str, parts: int) -> None:
    shapes = objects[first]["geometries"]
    kept = sum(len(shape["arcs"]) if shape["type"] == "MultiPolygon" else 1 for shape in shapes)
    if kept != parts:
        raise BoundaryError(f"{parts - kept} of {parts} parts (islands, reefs) would be lost. Lower --tolerance.")
    larger = [name for name, layer in objects.items() if len(layer["geometries"]) > len(shapes)]
    if larger:
        raise BoundaryError(f"Layer {', '.join(larger)} has more shapes than {first}; join its shapes by unit.")
