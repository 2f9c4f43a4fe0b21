"""Two editions beside each other: order, arrows, colours and shapes; across a break nothing joins them."""

from dataclasses import replace
from typing import Any

import pandas as pd
from chart_reading import marks, rows

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import finished_charts, map_charts


def _change(release: Release, index: str, first: int, last: int, *chosen: str) -> dict[str, Any]:
    earlier, later = EditionKey(index, first, "63"), EditionKey(index, last, "63")
    chart, _ = finished_charts.change_chart(release, earlier, later, "overall", "vi", chosen)
    assert chart is not None
    return chart


def test_every_province_has_a_row_in_the_order_of_the_later_edition(release: Release) -> None:
    drawn = rows(_change(release, "PAPI", 2022, 2023, "63-01"), "units")
    assert len(drawn) == 63
    assert [row["label"] for row in drawn[:3]] == ["1. Thừa Thiên Huế", "2. Thái Nguyên", "3. Bắc Ninh"]
    assert [row["label"] for row in drawn[-2:]] == ["– Bình Dương", "– Quảng Ninh"]
    assert [row["to"] for row in drawn[-2:]] == [None, None]


def test_direction_is_a_shape_and_a_number_besides_a_colour(release: Release) -> None:
    drawn = {row["name"]: row for row in rows(_change(release, "PAPI", 2022, 2023), "units")}
    assert drawn["Hà Giang"]["right"] == "▲ 29"
    assert drawn["Hà Nội"]["right"] == "▼ 3"
    assert drawn["Tây Ninh"]["right"] == "="
    assert drawn["Bắc Ninh"]["right"] == "–"
    assert drawn["Bắc Ninh"]["from"] is None
    assert drawn["Hà Giang"]["colour"] != drawn["Hà Nội"]["colour"]


def test_the_chosen_province_alone_has_the_accent(release: Release) -> None:
    drawn = rows(_change(release, "PAPI", 2022, 2023, "63-01"), "units")
    assert [row["name"] for row in drawn if row["colour"] == "#c2410c"] == ["Hà Nội"]


def test_across_a_break_nothing_is_joined_and_no_arrow_is_drawn(release: Release) -> None:
    chart = _change(release, "PAPI", 2017, 2018, "63-67")
    assert "rule" not in marks(chart)
    assert marks(chart).count("point") == 1
    drawn = {row["name"]: row for row in rows(chart, "units")}
    assert (drawn["Đắk Nông"]["to"], drawn["Đắk Nông"]["right"]) == (44.587609, "34,57 †")
    assert not any(sign in row["right"] for row in drawn.values() for sign in "▲▼=")
    assert "rule" in marks(_change(release, "PAPI", 2022, 2023))


def test_rule_3_a_rank_has_of_how_many_and_the_mark_of_an_unconfirmed_one(release: Release) -> None:
    pci = {row["name"]: row for row in rows(_change(release, "PCI", 2022, 2023), "units")}
    assert (pci["Đắk Nông"]["earlier"], pci["Đắk Nông"]["later"]) == ("64,87 (38/63)", "67,79 (21/30)")
    assert pci["Đắk Nông"]["places"] == "38/63 → 21/30"
    assert pci["Nghệ An"]["later"] == "65,72 (44)"  # announced by the province, outside the published list
    sipas = {row["name"]: row for row in rows(_change(release, "SIPAS", 2023, 2024), "units")}
    assert sipas["Lâm Đồng"]["later"] == "83,00% ‡ (39/63 ‡)"


def test_the_numbers_before_the_names_are_said_to_be_ranks_or_orders_of_how_many(release: Release) -> None:
    def said(index: str, first: int, last: int) -> str:
        return _change(release, index, first, last)["title"]["text"][1]

    assert said("PAPI", 2022, 2023) == "Số trước tên: Thứ tự theo điểm (*) năm 2023, trong 61"
    assert said("PCI", 2022, 2023) == "Số trước tên: Thứ hạng năm 2023, trong 30"


def test_where_ranks_and_orders_meet_the_rows_of_orders_are_marked(release: Release) -> None:
    drawn = {row["name"]: row for row in rows(_change(release, "DTI", 2022, 2023), "units")}
    assert drawn["Bà Rịa - Vũng Tàu"]["label"] == "10. Bà Rịa - Vũng Tàu"
    assert drawn["Bình Phước"]["label"] == "13. (*) Bình Phước"
    assert [name for name, row in drawn.items() if ("(*)" in row["label"]) != ("(*)" in row["right"])] == []


def test_the_text_names_all_who_moved_most(release: Release) -> None:
    def said(index: str, first: int, last: int) -> str:
        earlier, later = EditionKey(index, first, "63"), EditionKey(index, last, "63")
        return finished_charts.change_chart(release, earlier, later, "overall", "vi")[1]

    assert "Gia Lai và Hà Tĩnh: tăng 10 bậc." in said("PCI", 2017, 2018)
    assert "5 tỉnh, thành phố: " in said("PAR", 2017, 2018)


def test_places_are_drawn_where_more_ranks_than_scores_are_held(release: Release) -> None:
    chart = _change(release, "PAR", 2020, 2021)
    drawn = {row["name"]: row for row in rows(chart, "units")}
    assert (drawn["Quảng Ngãi"]["from"], drawn["Quảng Ngãi"]["to"], drawn["Quảng Ngãi"]["right"]) == (63, 39, "▲ 24")


def _with_break_of_ha_noi(release: Release) -> Release:
    """The release with an invented break of Hà Nội alone in PAPI's total from 2022 to 2023."""
    row = {
        "index": "PAPI", "component": "overall", "between_year": 2022, "and_year": 2023, "degree": "break",
        "reason_en": "Only Hà Nội.", "reason_vi": "Chỉ Hà Nội.", "found_how": "invented", "source_id": "S01",
        "province_codes": "01",
    }  # fmt: skip
    return replace(release, breaks=pd.concat([release.breaks, pd.DataFrame([row])], ignore_index=True))


def test_a_break_of_one_province_alone_joins_nothing_of_it_and_says_why(release: Release) -> None:
    broken = _with_break_of_ha_noi(release)
    chart = _change(broken, "PAPI", 2022, 2023)
    drawn = {row["name"]: row for row in rows(chart, "units")}
    reason = "Không so sánh được do thay đổi phương pháp. Chỉ Hà Nội."
    assert (drawn["Hà Nội"]["from"], drawn["Hà Nội"]["right"], drawn["Hà Nội"]["reason"]) == (None, "–", reason)
    assert drawn["Hà Nội"]["to"] is not None
    assert (drawn["Hà Giang"]["right"], drawn["Hà Giang"]["reason"]) == ("▲ 29", "")
    keys = (EditionKey("PAPI", 2022, "63"), EditionKey("PAPI", 2023, "63"))
    assert f"Hà Nội: {reason}" in finished_charts.change_chart(broken, *keys, "overall", "vi")[1]


def test_the_map_of_change_says_why_a_single_province_has_none(release: Release) -> None:
    later = EditionKey("PAPI", 2023, "63")
    chart, _ = map_charts.map_chart(
        _with_break_of_ha_noi(release), later, "overall", "thay-doi", "vi", earlier_year=2022
    )
    assert chart is not None
    notes = {row["name"]: row.get("note", "") for row in rows(chart, "values")}
    assert notes["Hà Nội"] == "Không so sánh được do thay đổi phương pháp. Chỉ Hà Nội."
