"""What a map shows: every unit once, its class in words, what has no value hatched and counted."""

import json
from typing import Any

from chart_reading import rows

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.units import UnitSystem
from ui import map_charts
from wording.language import LanguageCode


def _map(
    release: Release,
    index: str,
    year: int,
    shown: str,
    code: LanguageCode = "vi",
    system: UnitSystem = "63",
    **more: Any,
) -> dict[str, Any]:
    chart, _ = map_charts.map_chart(release, EditionKey(index, year, system), "overall", shown, code, **more)
    assert chart is not None
    return chart


def _values(chart: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the rows by unit, the class in the words of the legend."""
    words = _words_of_classes(chart)
    lookup = chart["layer"][0]["transform"][0]["from"]
    empty = {"place": "", "note": ""}
    return {row["unit"]: {**empty, **row, "class": words[row["class"]]} for row in lookup["data"]["values"]}


def _words_of_classes(chart: dict[str, Any]) -> dict[str, str]:
    expression = chart["layer"][0]["encoding"]["color"]["legend"]["labelExpr"]
    return json.loads(expression.removeprefix("(").removesuffix(")[datum.label]"))


def _legend(chart: dict[str, Any]) -> list[str]:
    words = _words_of_classes(chart)
    return [words[number] for number in chart["layer"][0]["encoding"]["color"]["scale"]["domain"]]


def test_scores_of_a_whole_edition_have_its_quantiles(release: Release) -> None:
    chart = _map(release, "PAPI", 2024, "diem")
    assert _legend(chart) == [
        "39,91 đến 41,63 (13 tỉnh)",
        "trên 41,63 đến 43,07 (12 tỉnh)",
        "trên 43,07 đến 43,89 (12 tỉnh)",
        "trên 43,89 đến 44,87 (12 tỉnh)",
        "trên 44,87 đến 47,82 (12 tỉnh)",
        "Không có số liệu (2 tỉnh)",
    ]
    values = _values(chart)
    assert len(values) == 63
    assert (values["63-67"]["value"], values["63-67"]["place"]) == ("40,54 †", "58/61 (*)")
    assert values["63-67"]["class"] == "39,91 đến 41,63 (13 tỉnh)"


def test_what_has_no_value_is_hatched_with_its_reason_and_is_not_zero(release: Release) -> None:
    chart = _map(release, "PAPI", 2024, "diem")
    missing = {unit: row for unit, row in _values(chart).items() if row["class"].startswith("Không có số liệu")}
    assert set(missing) == {"63-26", "63-82"}
    assert {row["value"] for row in missing.values()} == {"–"}
    assert {row["note"] for row in missing.values()} == {"đơn vị công bố không đưa vào đánh giá"}
    assert "hatching" in [layer["data"]["name"] for layer in chart["layer"]]
    assert "hatching" not in [layer["data"]["name"] for layer in _map(release, "PCI", 2020, "diem")["layer"]]


def test_english_has_a_decimal_point_and_plain_letters(release: Release) -> None:
    chart = _map(release, "PAPI", 2024, "diem", "en")
    assert _legend(chart)[1] == "over 41.63 to 43.07 (12 provinces)"
    assert _legend(chart)[-1] == "No data (2 provinces)"
    assert _values(chart)["63-67"]["name"] == "Dak Nong"
    assert chart["config"]["locale"]["number"]["decimal"] == "."
    assert _map(release, "PAPI", 2024, "diem")["config"]["locale"]["number"]["decimal"] == ","


def test_bands_of_places_reach_every_rank_that_is_held(release: Release) -> None:
    chart = _map(release, "PCI", 2023, "hang")
    classes = {row["place"]: row["class"] for row in _values(chart).values() if row["place"]}
    assert classes["21/30"].startswith("Hạng ")
    for place, words in classes.items():
        first, last = words.removeprefix("Hạng ").split(" (")[0].split("–")
        assert int(first) <= int(place.split("/")[0]) <= int(last)


def test_the_best_band_and_the_best_group_are_the_darkest(release: Release) -> None:
    for chart in (_map(release, "PCI", 2020, "hang"), _map(release, "PAPI", 2024, "nhom")):
        colours = chart["layer"][0]["encoding"]["color"]["scale"]["range"]
        assert sum(bytes.fromhex(colours[0][1:])) < sum(bytes.fromhex(colours[3][1:]))


def test_change_has_fixed_steps_of_the_scale(release: Release) -> None:
    chart = _map(release, "PAPI", 2023, "thay-doi", earlier_year=2022)
    assert _legend(chart) == [
        "giảm từ 2,40 trở lên (1 tỉnh)",
        "giảm từ 0,80 đến dưới 2,40 (15 tỉnh)",
        "giảm dưới 0,80 đến tăng 0,80 (23 tỉnh)",
        "tăng trên 0,80 đến 2,40 (14 tỉnh)",
        "tăng trên 2,40 (6 tỉnh)",
        "Không có số liệu (4 tỉnh)",
    ]
    values = _values(chart)
    assert values["63-01"]["value"] == "+0,05"
    assert values["63-01"]["place"] == "▼ 3 (*)"


def test_a_deduced_group_is_marked(release: Release) -> None:
    chart = _map(release, "PAPI", 2024, "nhom")
    assert _values(chart)["63-67"]["place"] == "Nhóm điểm thấp nhất †"
    assert chart["layer"][0]["encoding"]["color"]["legend"]["title"][-1] == "Nhóm († suy ra: 58 tỉnh)"
    assert [row["place"] for row in _values(_map(release, "PAPI", 2019, "nhom")).values() if "†" in row["place"]] == []


def test_a_map_of_orders_or_of_ranks_and_orders_says_so(release: Release) -> None:
    def said(index: str, year: int) -> tuple[str, str]:
        chart = _map(release, index, year, "hang")
        return chart["layer"][0]["encoding"]["color"]["legend"]["title"][-1], _legend(chart)[0]

    assert said("PAPI", 2024) == ("Thứ tự theo điểm (*)", "Thứ tự 1–12 (12 tỉnh)")
    assert said("PCI", 2022) == ("Thứ hạng, thứ tự (*)", "Hạng, thứ tự (*) 1–13 (13 tỉnh)")
    assert said("DTI", 2024)[0] == "Thứ hạng, thứ tự (*)"
    assert said("PCI", 2020) == ("Thứ hạng", "Hạng 1–13 (13 tỉnh)")


def test_the_34_have_boundaries_of_their_own(release: Release) -> None:
    chart = _map(release, "DTI", 2024, "diem", system="34", chosen=("34-68",))
    assert len(_values(chart)) == 34
    assert {unit[:3] for unit in _values(chart)} == {"34-"}
    assert chart["layer"][0]["data"]["url"].startswith("app/static/provinces_34.")
    assert _map(release, "PAPI", 2024, "diem")["layer"][0]["data"]["url"].startswith("app/static/provinces_63.")


def test_boundaries_never_travel_with_a_map_and_both_archipelagos_are_labelled(release: Release) -> None:
    chart = _map(release, "PAPI", 2024, "diem")
    labels = [layer for layer in chart["layer"] if layer["data"]["name"] == "labels_middle"]
    assert labels[0]["data"]["format"] == {"type": "topojson", "feature": "labels"}
    assert rows(chart, "provinces") == []
