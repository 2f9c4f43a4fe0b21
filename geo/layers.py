"""The layers of a map of one unit system, from the simplified shapes of the 63 provinces."""

import geopandas
import pandas as pd

from geo.hatching import hatch
from geo.islets import find_islets, without_islets
from geo.labels import label_point, make_labels
from geo.simplification import dissolve
from geo.tables import Island, Province
from geo.topology import Layers


def layers_63(shapes: geopandas.GeoDataFrame, provinces: dict[str, Province], islands: list[Island]) -> Layers:
    """Layers of the 63: provinces, islets, hatching, regions, labels."""
    units = dissolve(shapes, [provinces[code].unit for code in shapes["code"]], "unit")
    regions = dissolve(shapes, [provinces[code].region for code in shapes["code"]], "region")
    regions = without_islets(regions, "region")
    return _layers(units, regions, make_labels(provinces, islands))


def layers_34(
    shapes: geopandas.GeoDataFrame,
    predecessors: dict[str, Province],
    provinces: dict[str, Province],
    islands: list[Island],
) -> Layers:
    """Layers of the 34, each the union of its predecessors; regions stay empty, since seven of the 34 span two."""
    successors = [provinces[predecessors[code].successor_code].unit for code in shapes["code"]]
    units = dissolve(shapes, successors, "unit")
    regions = geopandas.GeoDataFrame({"region": []}, geometry=[])
    return _layers(units, regions, make_labels(provinces, islands))


def _layers(units: geopandas.GeoDataFrame, regions: geopandas.GeoDataFrame, labels: geopandas.GeoDataFrame) -> Layers:
    labelled = units.assign(label=pd.Series([label_point(shape) for shape in units.geometry]))
    return {
        "provinces": (labelled, "unit"),
        "islets": (find_islets(units), "unit"),
        "hatching": (hatch(units), "unit"),
        "regions": (regions, "region"),
        "labels": (labels, "name_en"),
    }
