"""Lines are cut at breaks, and the axis of places shows a small change as small."""

import pytest

from reports.chart_pieces import pieces, value_range
from reports.slides import Chart, Series


def ranks(*values: float | None, breaks: tuple[int, ...] = ()) -> Chart:
    categories = tuple(str(2020 + place) for place in range(len(values)))
    series = Series("Đắk Nông", values, tuple(str(value) for value in values))
    return Chart("line", "Thứ hạng", categories, (series,), "", 0, "", {}, breaks, best_is_low=True)


def test_a_line_is_cut_before_each_break() -> None:
    assert [(start, stop) for _, start, stop in pieces(ranks(3, 4, 5, 6, breaks=(1, 3)))] == [(0, 1), (1, 3), (3, 4)]


def test_a_piece_without_values_is_none() -> None:
    assert [(start, stop) for _, start, stop in pieces(ranks(None, 4, 5, breaks=(1,)))] == [(1, 3)]
    assert [(start, stop) for _, start, stop in pieces(ranks(None, None))] == [(0, 2)]


@pytest.mark.parametrize("values", [(1, 1, 2), (62, 63), (30, 31), (5, 5)])
def test_a_fall_by_one_place_is_no_plunge(values: tuple[float, ...]) -> None:
    low, high = value_range(ranks(*values)) or (0, 0)
    assert high - low >= 20
    assert low <= min(values)
    assert max(values) <= high


def test_bars_begin_at_zero() -> None:
    bars = Chart("bar", "", ("A", "B"), (Series("S", (0.4, 0.8), ("", "")),), "", 1, "", {})
    assert (value_range(bars) or (None,))[0] == 0.0


def test_no_values_give_no_span() -> None:
    assert value_range(ranks(None, None)) is None
