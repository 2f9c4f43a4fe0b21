"""What is written on every map, and where: the two archipelagos and five cities."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# geopandas and shapely leave the types of their **kwargs open.

import geopandas
import shapely

from geo.projection import project_point
from geo.tables import Island, Province

# Open water beside the reefs, where the text covers nothing (degrees).
ARCHIPELAGO_LABELS = {"Quần đảo Hoàng Sa": (112.0, 15.2), "Quần đảo Trường Sa": (114.3, 12.45)}
# By code, the same in both systems: position of the city (degrees) and the side of the dot where the name has room.
CITIES = {
    "01": (105.85, 21.03, "left"),
    "31": (106.68, 20.86, "right"),
    "48": (108.22, 16.07, "right"),
    "79": (106.70, 10.78, "right"),
    "92": (105.78, 10.03, "left"),
}


def make_labels(provinces: dict[str, Province], islands: list[Island]) -> geopandas.GeoDataFrame:
    """The label points of one system.

    Columns: kind (`archipelago` or `city`), unit, name_vi, name_en (whole text), lines_vi, lines_en (the same, a list
    of lines), side (`left`, `right` or `middle` of the point), geometry.
    """
    records = [
        _archipelago(island, provinces[island.codes[_system(provinces)]], *ARCHIPELAGO_LABELS[island.name_vi])
        for island in islands
        if island.name_vi in ARCHIPELAGO_LABELS
    ]
    records += [_city(provinces[code], *place) for code, place in CITIES.items() if code in provinces]
    columns = ["kind", "unit", "name_vi", "name_en", "lines_vi", "lines_en", "side", "geometry"]
    return geopandas.GeoDataFrame(records, columns=columns, geometry="geometry")


def label_point(shape: shapely.Geometry) -> list[float]:
    """The roomiest place inside a shape's largest part: x, y on the map's plane, to 0.01 degrees."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    circle: shapely.LineString = shapely.maximum_inscribed_circle(largest, tolerance=0.01)
    return [round(float(value), 2) for value in shapely.get_coordinates(circle)[0]]


def _system(provinces: dict[str, Province]) -> str:
    return next(iter(provinces.values())).system


def _archipelago(island: Island, province: Province, longitude: float, latitude: float) -> dict[str, object]:
    lines_vi = [island.name_vi, f"({province.name_vi})"]
    lines_en = [island.name_en, f"({province.name_en})"]
    return _record("archipelago", province, lines_vi, lines_en, "middle", project_point(longitude, latitude))


def _city(province: Province, longitude: float, latitude: float, side: str) -> dict[str, object]:
    point = project_point(longitude, latitude)
    return _record("city", province, [province.name_vi], [province.name_en], side, point)


def _record(
    kind: str, province: Province, lines_vi: list[str], lines_en: list[str], side: str, point: shapely.Point
) -> dict[str, object]:
    return {
        "kind": kind,
        "unit": province.unit,
        "name_vi": " ".join(lines_vi),
        "name_en": " ".join(lines_en),
        "lines_vi": lines_vi,
        "lines_en": lines_en,
        "side": side,
        "geometry": point,
    }
