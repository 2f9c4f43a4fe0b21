"""Two editions beside each other: order, arrows, colours and shapes; across a break nothing joins them."""

from typing import Any

from chart_reading import marks, rows

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import finished_charts


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
    assert (drawn["Đắk Nông"]["to"], drawn["Đắk Nông"]["right"]) == (44.587609, "34,57")
    assert not any(sign in row["right"] for row in drawn.values() for sign in "▲▼=")
    assert "rule" in marks(_change(release, "PAPI", 2022, 2023))


def test_places_are_drawn_where_more_ranks_than_scores_are_held(release: Release) -> None:
    chart = _change(release, "PAR", 2020, 2021)
    drawn = {row["name"]: row for row in rows(chart, "units")}
    assert (drawn["Quảng Ngãi"]["from"], drawn["Quảng Ngãi"]["to"], drawn["Quảng Ngãi"]["right"]) == (63, 39, "▲ 24")
