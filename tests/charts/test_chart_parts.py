"""The small parts of charts: labels that keep apart, tooltips, plain JSON."""

import json
from itertools import pairwise

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from charts.layers import pushed_apart, tooltip
from charts.theme import finished, series_styles
from wording.language import language


def test_labels_that_do_not_meet_stay_where_they_are() -> None:
    assert pushed_apart([50.0, 10.0, 30.0], 5, 0, 60) == [50.0, 10.0, 30.0]


def test_labels_that_meet_part_around_their_middle() -> None:
    assert pushed_apart([10.0, 10.0], 4, 0, 60) == [8.0, 12.0]
    assert pushed_apart([1.0, 1.0], 4, 0, 60) == [0.0, 4.0]


@given(st.lists(st.floats(0, 100, allow_nan=False), max_size=12))
def test_labels_keep_their_gap_their_order_and_their_room(positions: list[float]) -> None:
    moved = pushed_apart(positions, 5, 0, 100)
    in_order = [moved[number] for number in sorted(range(len(positions)), key=lambda number: positions[number])]
    assert all(after - before > 5 - 1e-6 for before, after in pairwise(in_order))
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in moved)


def test_a_tooltip_quotes_its_labels() -> None:
    made = tooltip("name", [('Điểm "x"', "value")])
    assert made == {
        "expr": 'merge({title: datum["name"]}, isValid(datum["value"]) && datum["value"] !== \'\' '
        '? {"Điểm \\"x\\"": datum["value"]} : {})'
    }


def test_a_figure_that_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        finished({"layer": [], "data": {"name": "rows", "values": [{"score": float("nan")}]}}, language("vi"))


def test_the_chosen_series_differ_without_colour_too() -> None:
    styles = list(series_styles([f"63-{code:02}" for code in range(18)]).values())
    assert styles[0].colour == "#c2410c"
    assert len({style.colour for style in styles[:8]}) == 8
    assert len({(style.shape, style.dash) for style in styles[:8]}) == 8
    assert len({(style.colour, style.shape) for style in styles}) == 18


def test_marks_are_silent_since_vega_would_read_out_the_names_of_their_fields() -> None:
    chart = finished({"mark": "bar", "data": {"name": "rows", "values": [{"unit": "63-67"}]}}, language("vi"))
    assert chart["config"]["mark"] == {"aria": False}
    assert chart["config"]["legend"]["aria"] is False
    assert chart["config"]["axis"]["aria"] is False


def test_a_title_is_silent_too_in_the_drawn_chart() -> None:
    rows = [{"year": 2023, "score": 40.5}, {"year": 2024, "score": 41.5}]
    encoding = {name: {"field": field, "type": "quantitative"} for name, field in (("x", "year"), ("y", "score"))}
    chart = {"width": 200, "title": "Điểm", "mark": "line", "data": {"values": rows}, "encoding": encoding}
    drawn = vl_convert.vegalite_to_svg(json.dumps({**finished(chart, language("vi")), "width": 200}))
    assert "Điểm</text>" in drawn
    assert '<g class="mark-group role-title" aria-hidden="true">' in drawn
