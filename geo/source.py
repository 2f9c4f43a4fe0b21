"""The boundary file of the 63 provinces as it is given to the builder."""

from pathlib import Path

# pyright: reportUnknownMemberType=false
# geopandas and shapely leave the types of their **kwargs open.
import geopandas
import shapely

from geo.errors import BoundaryError
from geo.projection import project, project_point
from geo.tables import Island, Province

NEAR_DEGREES = 1.0  # An archipelago's position is the middle of its reefs, up to this far from the nearest of them.


def read_source(path: Path, provinces: dict[str, Province]) -> geopandas.GeoDataFrame:
    """The shapes of all provinces on the map's plane, sorted by code.

    Columns: code, geometry. Raises BoundaryError when the file cannot be read, has no property `code`, names a code
    twice, lacks a province or has one too many, or when neighbours overlap or leave gaps.
    """
    try:
        frame = geopandas.read_file(path)
    except (OSError, RuntimeError, ValueError) as error:
        raise BoundaryError(f"{path} cannot be read as a boundary file ({error}). Give a GeoJSON file.") from None
    if not {"code", "geometry"} <= set(frame.columns):
        raise BoundaryError(f"{path}: the features need a shape and a property code (two digits, as text).")
    frame = frame.assign(code=frame["code"].astype(str)).sort_values("code").reset_index(drop=True)
    _compare_codes(path, list(frame["code"]), provinces)
    if not frame.geom_type.isin(["Polygon", "MultiPolygon"]).all():
        raise BoundaryError(f"{path}: every feature must be a Polygon or MultiPolygon.")
    if frame.crs is not None:
        frame = frame.to_crs(4326)
    bad_edges = shapely.coverage_invalid_edges(frame.geometry.values)
    bad_codes = [code for code, edges in zip(frame["code"], bad_edges, strict=True) if not edges.is_empty]
    if bad_codes:
        raise BoundaryError(
            f"{path}: provinces {', '.join(bad_codes)} overlap a neighbour or do not share its border point by point. "
            "Mend the file with shapely.coverage_clean."
        )
    projected = shapely.transform(frame.geometry.values, project)
    return geopandas.GeoDataFrame({"code": frame["code"]}, geometry=projected)


def check_islands(source: geopandas.GeoDataFrame, islands: list[Island]) -> None:
    """Raise BoundaryError when an island's province has no land near the island's position."""
    shapes = dict(zip(source["code"], source.geometry, strict=True))
    for island in islands:
        shape = shapes.get(island.codes["63"])
        if shape is None or shape.distance(project_point(island.longitude, island.latitude)) > NEAR_DEGREES:
            raise BoundaryError(
                f"The source has no land of province {island.codes['63']} near {island.name_vi} "
                f"({island.longitude} E, {island.latitude} N). No island may be lost: use a source that holds it."
            )


def _compare_codes(path: Path, codes: list[str], provinces: dict[str, Province]) -> None:
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise BoundaryError(f"{path}: code {', '.join(twice)} occurs more than once.")
    missing = [f"{code} ({province.name_vi})" for code, province in provinces.items() if code not in codes]
    if missing:
        raise BoundaryError(f"{path}: no shape for province {', '.join(missing)}.")
    unknown = [code for code in codes if code not in provinces]
    if unknown:
        raise BoundaryError(f"{path}: code {', '.join(unknown)} is not in provinces_63.csv.")
