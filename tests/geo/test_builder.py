"""The builder on squares: 01 and 02 side by side, to be merged; 04 alone; 48 with an islet."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("geopandas", reason="the boundary builder's packages (requirements-geo.txt) are not installed")

from typer.testing import CliRunner, Result

from geo.__main__ import app

PROVINCES_63 = """code,name_vi,name_en,region,successor_code
01,Hà Nội,Ha Noi,RRD,01
02,Bê,Be,RRD,01
04,Đê,De,RRD,04
48,Xê,Ce,NCC,48
"""
PROVINCES_34 = """code,name_vi,name_en
01,Hà Nội,Ha Noi
04,Đê,De
48,Xê,Ce
"""
ISLANDS = """name_vi,name_en,code_63,code_34,lon,lat
Quần đảo Hoàng Sa,Hoang Sa Archipelago,48,48,108.05,3.05
"""


def square(x: float, y: float, size: float) -> list[list[list[float]]]:
    return [[[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]]]


SHAPES: dict[str, list[list[list[list[float]]]]] = {
    "01": [square(105, 0, 1)],
    "02": [square(106, 0, 1)],
    "04": [square(102, 2, 1)],
    "48": [square(107, 3, 0.5), square(108, 3, 0.1)],
}


def write_source(path: Path, shapes: dict[str, list[list[list[list[float]]]]], key: str = "code") -> Path:
    features = [
        {"type": "Feature", "properties": {key: code}, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}
        for code, polygons in shapes.items()
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "provinces_63.csv").write_text(PROVINCES_63, encoding="utf-8")
    (tmp_path / "provinces_34.csv").write_text(PROVINCES_34, encoding="utf-8")
    (tmp_path / "islands.csv").write_text(ISLANDS, encoding="utf-8")
    write_source(tmp_path / "source.geojson", SHAPES)
    return tmp_path


def build(folder: Path) -> Result:
    options = ["--provinces", folder, "--islands", folder / "islands.csv", "--target", folder / "static"]
    return CliRunner().invoke(app, ["build", str(folder / "source.geojson"), *map(str, options)])


def refused(folder: Path) -> str:
    """What a refused build says; it must write nothing and print no traceback."""
    result = build(folder)
    assert result.exit_code == 1
    assert not (folder / "static").exists()
    assert "Traceback" not in result.output
    return result.output


def built(folder: Path, system: str) -> dict[str, list[dict[str, Any]]]:
    assert build(folder).exit_code == 0
    name = json.loads((folder / "static/boundaries.json").read_text(encoding="utf-8"))[system]
    objects = json.loads((folder / "static" / name).read_text(encoding="utf-8"))["objects"]
    return {layer: collection["geometries"] for layer, collection in objects.items()}


def ids(shapes: list[dict[str, Any]]) -> list[str]:
    return [shape["id"] for shape in shapes]


def test_layers_of_the_63(folder: Path) -> None:
    layers = built(folder, "63")
    assert ids(layers["provinces"]) == ["63-01", "63-02", "63-04", "63-48"]
    assert ids(layers["islets"]) == ["63-48"]
    assert ids(layers["hatching"]) == ["63-01", "63-02", "63-04", "63-48"]
    assert ids(layers["regions"]) == ["NCC", "RRD"]
    assert layers["regions"][0]["type"] == "Polygon"  # without the islet
    assert [label["properties"]["name_vi"] for label in layers["labels"]] == [
        "Quần đảo Hoàng Sa (Xê)",
        "Hà Nội",
        "Xê",
    ]


def test_the_34_are_the_unions_of_their_predecessors(folder: Path) -> None:
    layers = built(folder, "34")
    assert ids(layers["provinces"]) == ["34-01", "34-04", "34-48"]
    assert [shape["type"] for shape in layers["provinces"]] == ["Polygon", "Polygon", "MultiPolygon"]
    assert layers["provinces"][0]["properties"]["label"] == pytest.approx([106, 0.5], abs=0.51)
    assert layers["regions"] == []


def test_neighbours_share_the_arc_of_their_border(folder: Path) -> None:
    first, second = built(folder, "63")["provinces"][:2]
    used = [{number if number >= 0 else ~number for number in shape["arcs"][0]} for shape in (first, second)]
    assert len(used[0] & used[1]) == 1


def test_a_second_build_gives_the_same_names_and_an_older_build_goes(folder: Path) -> None:
    assert build(folder).exit_code == 0
    names = sorted(path.name for path in (folder / "static").iterdir())
    (folder / "static/provinces_63.0000000000.json").write_text("{}", encoding="utf-8")
    assert build(folder).exit_code == 0
    assert sorted(path.name for path in (folder / "static").iterdir()) == names


def test_unreadable_source(folder: Path) -> None:
    (folder / "source.geojson").write_text("not a map", encoding="utf-8")
    assert "source.geojson cannot be read as a boundary file" in refused(folder)


def test_absent_source(folder: Path) -> None:
    (folder / "source.geojson").unlink()
    assert "source.geojson cannot be read as a boundary file" in refused(folder)


def test_source_without_codes(folder: Path) -> None:
    write_source(folder / "source.geojson", SHAPES, key="ma")
    assert "need a shape and a property code" in refused(folder)


def test_province_missing_from_the_source(folder: Path) -> None:
    write_source(folder / "source.geojson", {code: SHAPES[code] for code in ("01", "04", "48")})
    assert "no shape for province 02 (Bê)" in refused(folder)


def test_province_unknown_to_the_tables(folder: Path) -> None:
    write_source(folder / "source.geojson", {**SHAPES, "99": [square(110, 0, 1)]})
    assert "code 99 is not in provinces_63.csv" in refused(folder)


def test_overlapping_neighbours(folder: Path) -> None:
    write_source(folder / "source.geojson", {**SHAPES, "02": [square(105.5, 0, 1)]})
    assert "provinces 01, 02 overlap a neighbour" in refused(folder)


def test_archipelago_missing_from_the_source(folder: Path) -> None:
    (folder / "islands.csv").write_text(ISLANDS.replace("108.05,3.05", "112.0,16.0"), encoding="utf-8")
    assert "no land of province 48 near Quần đảo Hoàng Sa" in refused(folder)


def test_island_with_a_code_of_no_province(folder: Path) -> None:
    (folder / "islands.csv").write_text(ISLANDS.replace(",48,48,", ",48,49,"), encoding="utf-8")
    assert "islands.csv, row 2: code_34 '49' is not in provinces_34.csv" in refused(folder)


def test_table_without_a_column(folder: Path) -> None:
    (folder / "provinces_63.csv").write_text(PROVINCES_63.replace("region", "vung"), encoding="utf-8")
    assert "provinces_63.csv, row 1: column region is missing" in refused(folder)


def test_successor_that_does_not_exist(folder: Path) -> None:
    (folder / "provinces_63.csv").write_text(
        PROVINCES_63.replace("02,Bê,Be,RRD,01", "02,Bê,Be,RRD,03"), encoding="utf-8"
    )
    assert "code 02: successor_code '03' is not in provinces_34.csv" in refused(folder)
