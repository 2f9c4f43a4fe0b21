"""Provinces by component as dots and as a table of percentiles: what is drawn, what is not, and in which scale."""

from typing import Any

from chart_reading import problems, rows

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui.compare_charts import component_dots_chart, component_heat_chart

UNITS = ("63-67", "63-17", "63-45", "63-54")


def _dots(release: Release, index: str, year: int, *units: str) -> dict[str, Any]:
    chart, _ = component_dots_chart(release, EditionKey(index, year, "63"), units, "vi")
    assert chart is not None
    return chart


def test_both_pictures_are_valid_vega_lite(release: Release) -> None:
    heat, _ = component_heat_chart(release, EditionKey("PAPI", 2024, "63"), UNITS, "vi")
    assert heat is not None
    assert problems(heat) == []
    assert problems(_dots(release, "PAPI", 2024, *UNITS)) == []


def test_one_dot_a_province_and_component_with_its_marks(release: Release) -> None:
    drawn = rows(_dots(release, "PAPI", 2024, *UNITS), "dots")
    assert len(drawn) == 4 * 8
    dot = next(row for row in drawn if row["component"] == "D1" and row["name"] == "Quảng Trị")
    assert (dot["x"], dot["text"], dot["place"]) == (5.480993, "5,48 †", "11/61 (*)")


def test_a_dot_not_far_from_the_first_province_is_open(release: Release) -> None:
    drawn = {row["name"]: row for row in rows(_dots(release, "PAPI", 2024, *UNITS), "dots") if row["component"] == "D1"}
    assert {name: row["hollow"] for name, row in drawn.items()} == {
        "Đắk Nông": 0, "Hòa Bình": 1, "Quảng Trị": 0, "Phú Yên": 1,
    }  # fmt: skip


def test_the_best_and_the_worst_are_named_beside_their_dots(release: Release) -> None:
    chart = _dots(release, "PAPI", 2024, *UNITS)
    assert (rows(chart, "best")[0]["text"], rows(chart, "worst")[0]["text"]) == ("Quảng Trị", "Phú Yên")
    assert rows(chart, "components")[0] == {"y": 0.22, "name": "Tham gia ở cấp cơ sở", "gap": "↔ 1,18"}


def test_the_band_of_all_provinces_needs_a_whole_component(release: Release) -> None:
    papi = rows(_dots(release, "PAPI", 2024, *UNITS), "bands")
    assert (papi[0]["x"], papi[0]["x2"], papi[0]["text"]) == (3.60553, 5.954645, "3,61–5,95")
    # PCI 2021 holds some of its sub-indices only.
    assert rows(_dots(release, "PCI", 2021, "63-22", "63-31", "63-48", "63-87"), "bands") == []


def test_the_tick_of_the_peers_hangs_below_the_dots_and_the_names_beside_them(release: Release) -> None:
    chart = _dots(release, "PAPI", 2024, *UNITS)
    ticks = rows(chart, "peers")
    assert len(ticks) == 8
    dot = rows(chart, "dots")[0]["y"]
    # Letters and dots reach some 6 of a row's 48 pixels to either side of their middle.
    assert ticks[0]["y"] - dot >= 6 / 48
    assert ticks[0]["y2"] < rows(chart, "components")[1]["y"] + 1 - 8 / 48


def test_no_picture_where_no_component_has_two_scores(release: Release) -> None:
    chart, words = component_dots_chart(release, EditionKey("PAR", 2023, "63"), ("63-17", "63-67"), "vi")
    assert chart is None
    assert words == "Không vẽ được hình: không thành phần nào có điểm của hai tỉnh, thành phố trên thang điểm đã biết."


def test_the_table_of_percentiles_has_a_cell_without_colour_for_who_was_not_measured(release: Release) -> None:
    heat, words = component_heat_chart(release, EditionKey("PAPI", 2024, "63"), ("63-82", "63-67", "63-45"), "vi")
    assert heat is not None
    cells = {row["name"]: row for row in rows(heat, "cells")[:3]}
    assert (cells["Đắk Nông"]["value"], cells["Đắk Nông"]["percentile"]) == (25.0, "25")
    assert (cells["Quảng Trị"]["percentile"], cells["Tiền Giang"]["percentile"]) == ("83", "–")
    assert cells["Tiền Giang"]["value"] is None
    assert cells["Tiền Giang"]["text"] != ""
    assert "Tham gia ở cấp cơ sở: cao nhất Quảng Trị 5,48 †, thấp nhất Đắk Nông 4,60 †." in words
