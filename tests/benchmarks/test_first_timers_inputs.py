"""What the pages of first-timers start from: figures with names, and shapes on the globe."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.first_timers import on_the_globe, write_inputs
from benchmarks.made_release import made_release


def test_positions_of_the_maps_are_turned_into_longitude_and_latitude() -> None:
    # Spherical Mercator puts 21.0285 N, the latitude of Hà Nội, at 21.51… degrees of height.
    height = np.degrees(np.log(np.tan(np.radians(45 + 21.0285 / 2))))
    assert on_the_globe(np.array([[105.8542, height]])).tolist()[0] == pytest.approx([105.8542, 21.0285])


def test_the_figures_have_names_and_the_shapes_lie_in_viet_nam(tmp_path: Path) -> None:
    with made_release() as release:
        write_inputs(release, tmp_path)
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["component"] == "overall" and row["year"] == "2024"]
    scores = {row["name"]: row["score"] for row in rows if row["index"] == "PAPI"}
    assert scores["Quảng Ninh"] == "47.821236"
    shapes = json.loads((tmp_path / "provinces.geojson").read_text("utf-8"))["features"]
    assert len(shapes) == 63
    hanoi = next(shape for shape in shapes if shape["properties"]["name"] == "Hà Nội")
    longitude, latitude = np.array(hanoi["geometry"]["coordinates"][0]).mean(axis=0)
    assert 105.2 < longitude < 106.1
    assert 20.5 < latitude < 21.5
