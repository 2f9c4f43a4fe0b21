"""The parts so small that the white border of a province would swallow them."""

# pyright: reportUnknownMemberType=false
# geopandas and shapely leave the types of their **kwargs open.

import geopandas
import numpy as np

LARGEST_ISLET = 0.05  # Square degrees on the map's plane, about 600 km².


def find_islets(shapes: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """All parts under LARGEST_ISLET that touch no other unit, one shape a unit. Columns: unit, geometry."""
    parts, alone = _parts(shapes, "unit")
    return parts[alone].dissolve("unit").reset_index()[["unit", "geometry"]]


def without_islets(shapes: geopandas.GeoDataFrame, key: str) -> geopandas.GeoDataFrame:
    """The same shapes without these parts, for an outline that would cover them. Columns: `key`, geometry."""
    parts, alone = _parts(shapes, key)
    return parts[~alone].dissolve(key).reset_index()[[key, "geometry"]]


def _parts(shapes: geopandas.GeoDataFrame, key: str) -> tuple[geopandas.GeoDataFrame, np.ndarray]:
    """The parts of the shapes one by one, and which of them are small and touch no other shape."""
    parts = shapes[[key, "geometry"]].explode(index_parts=False).reset_index(drop=True)
    left, right = parts.sindex.query(parts.geometry, predicate="intersects")
    keys = parts[key].to_numpy()
    alone = ~parts.index.isin(left[keys[left] != keys[right]])
    return parts, alone & (parts.area < LARGEST_ISLET).to_numpy()
