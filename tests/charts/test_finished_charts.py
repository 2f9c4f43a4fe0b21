"""Each question of the pages gives a chart that Vega-Lite understands, small enough to travel, with its text."""

import json

import pytest
from chart_reading import all_data_names, kilobytes, problems, rows

from charts.theme import Spec
from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.units import UnitSystem
from ui import finished_charts, map_charts
from wording.language import LANGUAGE_CODES, LanguageCode

DAK_NONG, DA_NANG, HA_NOI = "63-67", "63-48", "63-01"
THREE = (DAK_NONG, DA_NANG, HA_NOI)

MAPS: list[tuple[str, int, UnitSystem, str, int | None]] = [
    ("PAPI", 2024, "63", "diem", None),
    ("PAPI", 2024, "63", "nhom", None),
    ("PAPI", 2023, "63", "thay-doi", 2022),
    ("PCI", 2023, "63", "hang", None),
    ("PAR", 2022, "63", "diem", None),
    ("DTI", 2024, "34", "diem", None),
]
SERIES = [
    ("PAPI", "overall"),
    ("PAPI", "D3"),
    ("PCI", "overall"),
    ("PCI", "land"),
    ("PAR", "overall"),
    ("DTI", "overall"),
]
CHANGES = [("PAPI", 2022, 2023), ("PAPI", 2017, 2018), ("PAR", 2020, 2021), ("PCI", 2019, 2020), ("PCI", 2023, 2024)]


def _is_sound(chart: Spec | None, most_kilobytes: float) -> None:
    assert chart is not None
    assert problems(chart) == []
    assert kilobytes(chart) <= most_kilobytes
    assert None not in all_data_names(chart)
    assert json.loads(json.dumps(chart, allow_nan=False)) == chart


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize(("index", "year", "system", "shown", "earlier"), MAPS)
def test_maps_are_sound(
    release: Release, index: str, year: int, system: UnitSystem, shown: str, earlier: int | None, code: LanguageCode
) -> None:
    key = EditionKey(index, year, system)
    chart, text = map_charts.map_chart(release, key, "overall", shown, code, (DAK_NONG,), earlier_year=earlier)
    _is_sound(chart, 40)
    assert str(year) in text


@pytest.mark.parametrize(("index", "component"), SERIES)
def test_charts_over_years_are_sound(release: Release, index: str, component: str) -> None:
    scores, score_text = finished_charts.score_chart(release, index, component, "63", "vi", THREE, region="CHL")
    places, place_text = finished_charts.rank_chart(release, index, component, "63", "vi", THREE)
    _is_sound(scores, 120)
    _is_sound(places, 120)
    assert "Đắk Nông" in score_text
    assert "Đắk Nông" in place_text


@pytest.mark.parametrize(("index", "first", "last"), CHANGES)
def test_charts_of_change_are_sound(release: Release, index: str, first: int, last: int) -> None:
    earlier, later = EditionKey(index, first, "63"), EditionKey(index, last, "63")
    chart, text = finished_charts.change_chart(release, earlier, later, "overall", "vi", (DAK_NONG,))
    _is_sound(chart, 120)
    assert str(last) in text


def test_small_lines_are_sound(release: Release) -> None:
    chart, text = finished_charts.small_line_chart(release, "PCI", "overall", DAK_NONG, 2023, "vi")
    _is_sound(chart, 10)
    assert "2023" in text


def test_another_choice_of_provinces_keeps_the_rest_of_the_map(release: Release) -> None:
    key = EditionKey("PAPI", 2024, "63")
    first, _ = map_charts.map_chart(release, key, "overall", "diem", "vi", (DAK_NONG,))
    second, _ = map_charts.map_chart(release, key, "overall", "diem", "vi", (HA_NOI,))
    assert first is not None
    assert second is not None
    assert first["layer"] is second["layer"]
    assert first["params"][0] == {"name": "chosen_units", "value": [DAK_NONG]}
    assert second["params"][0] == {"name": "chosen_units", "value": [HA_NOI]}


def test_what_cannot_be_drawn_is_said(release: Release) -> None:
    across = EditionKey("PAPI", 2018, "63")
    chart, text = map_charts.map_chart(release, across, "overall", "thay-doi", "vi", earlier_year=2017)
    assert chart is None
    assert text.startswith("Không so sánh được do thay đổi phương pháp")
    groups, said = map_charts.map_chart(release, EditionKey("DTI", 2023, "63"), "overall", "nhom", "vi")
    assert groups is None
    assert said == "Không có số liệu."


def test_groups_of_three_provinces_are_drawn_and_the_others_are_without(release: Release) -> None:
    chart, said = map_charts.map_chart(release, EditionKey("PAR", 2015, "63"), "overall", "nhom", "vi")
    assert chart is not None
    assert "Nhóm A (3 tỉnh)" in said
    assert said.endswith("Không có số liệu (60 tỉnh).")


def test_texts_hold_the_figures(release: Release) -> None:
    _, scores = finished_charts.score_chart(release, "PAPI", "overall", "63", "vi", THREE)
    assert "Đắk Nông: 40,54 † năm 2024." in scores
    assert "Trung vị: 43,48 † năm 2024." in scores
    _, english = finished_charts.score_chart(release, "PAPI", "overall", "63", "en", THREE)
    assert "Dak Nong: 40.54 † in 2024." in english
    _, places = finished_charts.rank_chart(release, "PAPI", "overall", "63", "vi", (DAK_NONG,))
    assert "Thứ tự theo điểm giai đoạn 2011–2024." in places
    assert "thứ tự theo điểm 58/61 năm 2024" in places
    _, moved = finished_charts.change_chart(
        release, EditionKey("PAPI", 2022, "63"), EditionKey("PAPI", 2023, "63"), "overall", "vi", (HA_NOI,)
    )
    assert "Hà Giang: tăng 29 vị trí." in moved
    assert "Hà Nội: giảm 3 vị trí." in moved
    _, small = finished_charts.small_line_chart(release, "DTI", "overall", DAK_NONG, 2024, "vi")
    assert small == "0,6075 năm 2024."


def test_years_after_the_last_one_are_left_out(release: Release) -> None:
    chart, _ = finished_charts.score_chart(release, "PAPI", "overall", "63", "vi", THREE, last_year=2017)
    assert chart is not None
    assert max(row["year"] for row in rows(chart, "chosen")) == 2017
    assert rows(chart, "breaks") == []
