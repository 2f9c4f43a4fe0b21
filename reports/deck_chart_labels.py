"""The labels of a native chart: each value as the reader sees it elsewhere, where no other one lies over it."""

from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION
from pptx.util import Pt

from reports.chart_pieces import value_range
from reports.slides import Chart, Series

LETTERS = {"line": 16.0, "bar": 12.0}  # a line has the whole width of a slide
_SIDES = (XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.BELOW)
_CLOSE = 0.1  # of the height of the chart


def write_labels(drawn: Any, chart: Chart, series: Series, start: int, stop: int) -> None:
    """Write beside each value what the reader sees of it elsewhere, marks included."""
    for place in range(start, stop):
        if not series.labels[place] or series.values[place] is None:
            continue
        label = drawn.points[place].data_label
        label.text_frame.text = series.labels[place]
        run = label.text_frame.paragraphs[0].runs[0]
        run.font.size = Pt(LETTERS[chart.kind])
        run.font.bold = series.role == "chosen"
        if chart.kind == "line":
            label.position = _beside_line(chart, series, place, start, stop)
        else:
            label.position = XL_LABEL_POSITION.OUTSIDE_END


def _beside_line(chart: Chart, series: Series, place: int, start: int, stop: int) -> Any:
    """Return the side of a point on which neither its line nor the label of a point close by lies."""
    own = series.values[place] or 0.0
    crowd = _crowd(chart, place, own)
    if len(crowd) > 1:
        return _SIDES[crowd.index(series.name) % len(_SIDES)]
    beside = [series.values[other] for other in (place - 1, place + 1) if start <= other < stop]
    below = any(value is not None and (value < own if chart.best_is_low else value > own) for value in beside)
    return XL_LABEL_POSITION.BELOW if below else XL_LABEL_POSITION.ABOVE


def _crowd(chart: Chart, place: int, own: float) -> list[str]:
    """Name the series whose labels would lie over each other at a category, from above."""
    low, high = value_range(chart) or (own, own)
    near = (high - low) * _CLOSE
    found = [
        (value, series.name)
        for series in chart.series
        if (value := series.values[place]) is not None and abs(value - own) <= near
    ]
    return [name for _, name in sorted(found, reverse=not chart.best_is_low)]
