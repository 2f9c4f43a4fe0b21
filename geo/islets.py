"""The parts so small that the white border of a province would swallow them."""

# pyright: reportUnknownMemberType=false
# geopandas and shapely leave the types of their **kwargs open.

import geopandas

LARGEST_ISLET = 0.05  # Square degrees on the map's plane, about 600 km².


def find_islets(shapes: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """All parts under LARGEST_ISLET that touch no other unit, one shape a unit. Columns: unit, geometry."""
    parts = shapes[["unit", "geometry"]].explode(index_parts=False).reset_index(drop=True)
    left, right = parts.sindex.query(parts.geometry, predicate="intersects")
    units = parts["unit"].to_numpy()
    alone = ~parts.index.isin(left[units[left] != units[right]])
    return parts[alone & (parts.area < LARGEST_ISLET)].dissolve("unit").reset_index()[["unit", "geometry"]]
