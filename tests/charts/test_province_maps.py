"""What a map shows: every unit once, its class in words, what has no value hatched and counted."""

import json
from typing import Any

from chart_reading import kilobytes, problems, rows

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.units import UnitSystem
from ui import map_charts
from ui.map_editions import MapEdition
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


PAPI_2023 = EditionKey("PAPI", 2023, "63")


def _small(release: Release, index: str, year: int, shown: str = "diem", *, key_apart: bool) -> dict[str, Any]:
    edition = MapEdition(EditionKey(index, year, "63"), "63")
    chart, _ = map_charts.small_map_chart(release, edition, "overall", shown, "vi", key_apart=key_apart)
    assert chart is not None
    return chart


def test_small_maps_of_a_series_share_their_classes_and_show_the_numbers_of_provinces(release: Release) -> None:
    key, ranges = map_charts.series_key_chart(release, EditionKey("PAPI", 2018, "63"), "overall", "vi")
    assert key is not None
    assert ranges.split("; ") == [
        "37,22 đến 41,25",
        "trên 41,25 đến 42,44",
        "trên 42,44 đến 43,51",
        "trên 43,51 đến 44,59",
        "trên 44,59 đến 48,81",
    ]
    assert map_charts.series_key_chart(release, EditionKey("PAPI", 2024, "63"), "overall", "vi")[1] == ranges
    assert map_charts.series_key_chart(release, EditionKey("PAPI", 2017, "63"), "overall", "vi")[1] != ranges
    assert _legend(_small(release, "PAPI", 2018, key_apart=True)) == ["1", "10", "12", "16", "22", "2"]
    assert _legend(_small(release, "PAPI", 2024, key_apart=True)) == ["9", "8", "14", "14", "16", "2"]


def test_a_small_map_names_both_archipelagos_shortly_and_says_its_classes(release: Release) -> None:
    chart = _small(release, "PAPI", 2024, key_apart=False)
    assert _legend(chart)[0] == "37,22 đến 41,25 (9 tỉnh)"
    names = [layer for layer in chart["layer"] if layer["data"]["name"].startswith("labels")]
    assert [layer["data"]["name"] for layer in names] == ["labels_middle"]
    assert "'Quần đảo ', ''" in names[0]["transform"][3]["calculate"]


def test_an_edition_of_the_63_by_todays_provinces_is_marked_ranged_and_never_placed(release: Release) -> None:
    chart, description = map_charts.todays_map_chart(release, PAPI_2023, "overall", "vi", ("34-68",))
    assert chart is not None
    values = _values(chart)
    assert len(values) == 34
    assert (values["34-68"]["value"], values["34-68"]["place"]) == ("41,10 †", "38,97–42,47 †")
    assert (values["34-01"]["value"], values["34-01"]["place"]) == ("43,96 †", "")  # PAPI totals are added up here
    assert values["34-79"]["note"] == "không có số liệu của Bình Dương"
    assert values["34-79"]["class"] == "Không có số liệu (2 tỉnh)"
    assert chart["layer"][0]["data"]["url"].startswith("app/static/provinces_34.")
    assert "Không có số liệu: TP. Hồ Chí Minh, Quảng Ninh." in description
    pci, _ = map_charts.todays_map_chart(release, EditionKey("PCI", 2022, "63"), "overall", "en")
    assert pci is not None
    # Hà Nội kept its territory: its own published figure, without a mark.
    assert _values(pci)["34-01"]["value"] == "66.74"


def test_outlines_of_regions_lie_under_the_provinces_that_answer(release: Release) -> None:
    chart = _map(release, "PAPI", 2024, "diem", regions=True)
    names = [layer["data"]["name"] for layer in chart["layer"]]
    line = names.index("regions")
    above = [layer for layer in chart["layer"][line + 1 :] if "tooltip" in layer.get("mark", {})]
    assert [layer["data"]["name"] for layer in above] == ["provinces"]
    assert above[0]["mark"]["fillOpacity"] == 0
    assert "regions" not in [layer["data"]["name"] for layer in _map(release, "PAPI", 2024, "diem")["layer"]]


def test_every_map_is_sound_and_small(release: Release) -> None:
    seen, _ = map_charts.todays_map_chart(release, PAPI_2023, "overall", "vi")
    key, _ = map_charts.series_key_chart(release, PAPI_2023, "overall", "vi")
    charts = [_small(release, "PAR", 2024, key_apart=False), _small(release, "PAPI", 2024, key_apart=True), seen, key]
    for chart in charts:
        assert chart is not None
        assert problems(chart) == []
        assert kilobytes(chart) <= 16
