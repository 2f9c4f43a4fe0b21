"""Where a place lies on the maps: spherical Mercator, in degrees.

The maps draw with Vega's identity projection, because d3's spherical one reads a ring that quantisation has turned
round as "the whole world except this". A plane has no such inside and outside.
"""

import numpy as np
import shapely


def project(coordinates: np.ndarray) -> np.ndarray:
    """Map positions of an (n, 2) array of longitude, latitude: x = longitude, y = degrees(ln tan(45° + lat/2))."""
    longitude, latitude = coordinates[:, 0], coordinates[:, 1]
    return np.column_stack([longitude, np.degrees(np.log(np.tan(np.radians(45 + latitude / 2))))])


def project_point(longitude: float, latitude: float) -> shapely.Point:
    """The map position of one place given in degrees."""
    return shapely.Point(project(np.array([[longitude, latitude]]))[0])
