"""Lines for provinces without a value: Vega-Lite has no pattern fill, so the pattern is drawn as geometry."""

from math import ceil, floor, sqrt

import geopandas
import shapely

SPACING = 0.16  # Degrees between two lines: about 8 pixels on a map 720 pixels high.
SHORTEST_LINE = 0.05  # Degrees; shorter pieces look like dirt and only make the file larger.


def hatch(shapes: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """45° lines clipped to each shape, one MultiLineString a unit, in step across borders. Columns: unit, geometry."""
    left, bottom, right, top = shapes.total_bounds
    step = SPACING * sqrt(2)  # measured along the y axis
    first, last = floor((bottom - right) / step), ceil((top - left) / step)
    offsets = [number * step for number in range(first, last + 1)]
    lines = shapely.MultiLineString([[(left, left + offset), (right, right + offset)] for offset in offsets])
    clipped = [_long_lines(shapely.intersection(shape, lines)) for shape in shapes.geometry]
    return geopandas.GeoDataFrame({"unit": shapes["unit"]}, geometry=clipped)


def _long_lines(clipped: shapely.Geometry) -> shapely.MultiLineString:
    return shapely.MultiLineString([line for line in shapely.get_parts(clipped) if line.length > SHORTEST_LINE])
