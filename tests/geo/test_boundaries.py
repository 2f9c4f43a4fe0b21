"""The boundary files that the pages serve: what every map relies on."""

import csv
import hashlib
import json
from math import degrees, log, radians, tan
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
SYSTEMS = ["63", "34"]

Position = tuple[float, float]


def listed() -> dict[str, Any]:
    return json.loads((STATIC / "boundaries.json").read_text(encoding="utf-8"))


def topology(system: str) -> dict[str, Any]:
    return json.loads((STATIC / listed()[system]).read_text(encoding="utf-8"))


def geometries(system: str, name: str) -> list[dict[str, Any]]:
    return topology(system)["objects"][name]["geometries"]


def position(topology: dict[str, Any], step_x: int, step_y: int) -> Position:
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    return step_x * scale_x + left, step_y * scale_y + bottom


def decode(topology: dict[str, Any], number: int) -> list[Position]:
    step_x = step_y = 0
    line: list[Position] = []
    for change_x, change_y in topology["arcs"][number if number >= 0 else ~number]:
        step_x, step_y = step_x + change_x, step_y + change_y
        line.append(position(topology, step_x, step_y))
    return line if number >= 0 else line[::-1]


def parts(topology: dict[str, Any], name: str, key: str) -> list[list[Position]]:
    """The outer rings of one geometry."""
    shape = next(shape for shape in topology["objects"][name]["geometries"] if shape["id"] == key)
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return [[place for number in polygon[0] for place in decode(topology, number)] for polygon in polygons]


def map_y(latitude: float) -> float:
    return degrees(log(tan(radians(45 + latitude / 2))))


def inside(rings: list[list[Position]], box: tuple[float, float, float, float]) -> list[list[Position]]:
    """The rings that lie wholly in the box west, south, east, north (degrees), a grid step of tolerance around."""
    west, south, east, north = box
    return [
        ring
        for ring in rings
        if all(west - 0.002 <= x <= east + 0.002 and map_y(south) - 0.002 <= y <= map_y(north) + 0.002 for x, y in ring)
    ]


@pytest.mark.parametrize("system", SYSTEMS)
def test_provinces_are_exactly_the_units_of_the_system(system: str) -> None:
    with (ROOT / f"data/provinces/provinces_{system}.csv").open(encoding="utf-8") as stream:
        units = sorted(f"{system}-{row['code']}" for row in csv.DictReader(stream))
    shapes = geometries(system, "provinces")
    assert len(shapes) == int(system)
    assert sorted(shape["id"] for shape in shapes) == units
    assert all(shape["properties"]["unit"] == shape["id"] for shape in shapes)


@pytest.mark.parametrize("system", SYSTEMS)
def test_no_object_has_more_geometries_than_the_provinces(system: str) -> None:
    sizes = {name: len(layer["geometries"]) for name, layer in topology(system)["objects"].items()}
    assert list(sizes) == ["provinces", "islets", "hatching", "regions", "labels"]
    assert max(sizes.values()) == sizes["provinces"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_file_is_light_and_named_by_its_content(system: str) -> None:
    content = (STATIC / listed()[system]).read_bytes()
    assert len(content) < 150_000
    assert listed()[system] == f"provinces_{system}.{hashlib.sha256(content).hexdigest()[:10]}.json"
    assert len(list(STATIC.glob(f"provinces_{system}.*.json"))) == 1


def test_all_918_parts_are_kept_with_an_area() -> None:
    boundaries = topology("63")
    rings = [ring for shape in geometries("63", "provinces") for ring in parts(boundaries, "provinces", shape["id"])]
    assert len(rings) == 918
    assert min(len(set(ring)) for ring in rings) >= 3


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("layer", ["provinces", "islets"])
def test_hoang_sa_and_truong_sa_are_whole(system: str, layer: str) -> None:
    boundaries = topology(system)
    hoang_sa = inside(parts(boundaries, layer, f"{system}-48"), (111.194, 15.771, 112.742, 17.115))
    truong_sa = inside(parts(boundaries, layer, f"{system}-56"), (111.529, 6.953, 116.947, 11.758))
    assert (len(hoang_sa), len(truong_sa)) == (22, 295)
    assert min(x for ring in hoang_sa for x, _ in ring) == pytest.approx(111.194, abs=0.01)
    assert max(y for ring in hoang_sa for _, y in ring) == pytest.approx(map_y(17.115), abs=0.01)
    assert max(x for ring in truong_sa for x, _ in ring) == pytest.approx(116.947, abs=0.01)
    assert min(y for ring in truong_sa for _, y in ring) == pytest.approx(map_y(6.953), abs=0.01)


@pytest.mark.parametrize("system", SYSTEMS)
def test_archipelagos_are_labelled_in_both_languages_beside_their_reefs(system: str) -> None:
    boundaries = topology(system)
    labels = {label["properties"]["unit"]: label for label in geometries(system, "labels")}
    archipelagos = {unit: label for unit, label in labels.items() if label["properties"]["kind"] == "archipelago"}
    assert sorted(shape["properties"]["name_vi"] for shape in geometries(system, "labels")) == [
        "Cần Thơ",
        "Hà Nội",
        "Hải Phòng",
        "Quần đảo Hoàng Sa (Đà Nẵng)",
        "Quần đảo Trường Sa (Khánh Hòa)",
        "TP. Hồ Chí Minh",
        "Đà Nẵng",
    ]
    assert archipelagos[f"{system}-56"]["properties"]["name_en"] == "Truong Sa Archipelago (Khanh Hoa)"
    assert archipelagos[f"{system}-56"]["properties"]["lines_vi"] == ["Quần đảo Trường Sa", "(Khánh Hòa)"]
    place = position(boundaries, *archipelagos[f"{system}-56"]["coordinates"])
    assert place == pytest.approx((114.3, map_y(12.45)), abs=0.001)


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_province_can_be_hatched(system: str) -> None:
    hatched = [shape["id"] for shape in geometries(system, "hatching") if shape["arcs"]]
    assert hatched == [shape["id"] for shape in geometries(system, "provinces")]


def test_regions_are_six_for_the_63_and_none_for_the_34() -> None:
    assert sorted(shape["id"] for shape in geometries("63", "regions")) == ["CHL", "MRD", "NCC", "NMM", "RRD", "SE"]
    assert geometries("34", "regions") == []


def test_an_outline_of_a_region_leaves_out_the_islets_that_it_would_cover() -> None:
    boundaries = topology("63")
    rings = [ring for shape in geometries("63", "regions") for ring in parts(boundaries, "regions", shape["id"])]
    assert len(rings) == 6
    assert inside(rings, (111.0, 6.0, 118.0, 18.0)) == []


def test_pages_find_the_credit_and_the_licence() -> None:
    contents = listed()
    assert "Open Development Mekong (nguồn: Cục Đo đạc và Bản đồ, 2016)" in contents["credit"]["vi"]
    assert "Open Development Mekong (source: Dept of Survey and Mapping, 2016)" in contents["credit"]["en"]
    assert contents["licence"]["name"] == "CC BY-SA 4.0"
    assert "CC BY-SA 4.0" in (STATIC / "BOUNDARIES-LICENSE.md").read_text(encoding="utf-8")
