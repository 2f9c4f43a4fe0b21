"""Native charts of a deck: lines with gaps and cuts, bars; each value labelled as the reader sees it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.chart import XL_TICK_LABEL_POSITION as TICK_LABELS
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from charts.theme import MUTED, QUIET
from reports.slides import Chart, Series

TITLE_LETTERS = 14.0
LETTERS = {"line": 16.0, "bar": 12.0}  # of labels; a line has the whole width
# What a chart shows beside its numbers, by the position of a series among those of its role.
_COMPARED = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.ACCENT_5,
    MSO_THEME_COLOR.ACCENT_6,
)
_CHOSEN = MSO_THEME_COLOR.ACCENT_2
_MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND)
_DASHES = (
    MSO_LINE_DASH_STYLE.SOLID,
    MSO_LINE_DASH_STYLE.DASH,
    MSO_LINE_DASH_STYLE.ROUND_DOT,
    MSO_LINE_DASH_STYLE.LONG_DASH,
)
_SIDES = (XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.BELOW)
_CLOSE = 0.09  # of the height between the highest and the lowest point
_MOST_LABELS = 40  # more labels than these would lie over each other


def chart_type(chart: Chart) -> Any:
    """Return the kind of chart that an office program draws."""
    return XL_CHART_TYPE.LINE_MARKERS if chart.kind == "line" else XL_CHART_TYPE.BAR_CLUSTERED


def chart_data(chart: Chart) -> CategoryChartData:
    """Return the numbers behind a chart; a line that is cut is as many series of one name as it has pieces."""
    data: Any = CategoryChartData(number_format=number_format(chart.decimals))
    data.categories = chart.categories
    for _, series, start, stop in pieces(chart):
        values = [value if start <= place < stop else None for place, value in enumerate(series.values)]
        data.add_series(series.name, values)
    return data


def number_format(decimals: int) -> str:
    """Return the form of a number in an office program, which writes the decimal sign of its own language."""
    return f"0.{'0' * decimals}" if decimals else "0"


def pieces(chart: Chart) -> Iterator[tuple[int, Series, int, int]]:
    """Give each piece of a line: position of the series, the series, first category, the category behind the last."""
    edges = [0, *chart.breaks, len(chart.categories)] if chart.kind == "line" else [0, len(chart.categories)]
    for position, series in enumerate(chart.series):
        for start, stop in pairwise(edges):
            if start == 0 or any(value is not None for value in series.values[start:stop]):
                yield position, series, start, stop


def style_chart(native: Any, chart: Chart) -> None:
    """Give a native chart its title, colours, axes and labels."""
    native.font.size = Pt(LETTERS[chart.kind])
    native.has_title = True
    frame = native.chart_title.text_frame
    frame.text = title_of(chart)
    frame.paragraphs[0].runs[0].font.size = Pt(TITLE_LETTERS)
    frame.paragraphs[0].runs[0].font.bold = True
    native.chart_title.include_in_layout = False
    _axes(native, chart)
    labelled = sum(len(series.values) for series in chart.series) <= _MOST_LABELS
    seen: dict[str, int] = {}
    further: list[int] = []
    places: dict[int, int] = {}
    for number, (drawn, (position, series, start, stop)) in enumerate(zip(native.series, pieces(chart), strict=True)):
        if position in places:
            further.append(number)
        else:
            places[position] = seen.get(series.role, 0)
            seen[series.role] = places[position] + 1
        colour = _colour(series, places[position])
        if chart.kind == "line":
            _line(drawn, colour, position)
        else:
            _paint(drawn.format.fill, colour)
            drawn.invert_if_negative = False
        if labelled:
            _labels(drawn, chart, series, start, stop)
    if chart.kind == "bar":
        native.plots[0].gap_width = 45
    _legend(native, chart, further)
    _leave_gaps(native)


def title_of(chart: Chart) -> str:
    """Return the title of a chart, with the unit where the title does not name it."""
    return chart.title if not chart.unit or chart.unit in chart.title else f"{chart.title} ({chart.unit})"


def _axes(native: Any, chart: Chart) -> None:
    values, categories = native.value_axis, native.category_axis
    # The labels say the values; an axis and its lines would say them again.
    values.has_major_gridlines = False
    values.tick_label_position = TICK_LABELS.NONE
    values.major_tick_mark = categories.major_tick_mark = XL_TICK_MARK.NONE
    values.format.line.fill.background()
    categories.format.line.color.rgb = rgb(QUIET)
    categories.tick_labels.font.size = Pt(LETTERS[chart.kind])
    _range(values, chart)
    if chart.kind == "bar":
        # The names stand at the left of bars to either side; the first one on top.
        categories.tick_label_position = TICK_LABELS.LOW
        categories.reverse_order = True
    elif chart.best_is_low:
        values.reverse_order = True
        values.crosses = XL_AXIS_CROSSES.MAXIMUM


def _range(axis: Any, chart: Chart) -> None:
    """Leave room for the labels around the values; a bar begins at zero."""
    held = [value for series in chart.series for value in series.values if value is not None]
    if not held:
        return
    low, high = min(held), max(held)
    if chart.kind == "bar":
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low or abs(high) or 1.0) * 0.18
    axis.minimum_scale = low - room if chart.kind == "line" or low < 0 else 0.0
    axis.maximum_scale = high + room if chart.kind == "line" or high > 0 else 0.0


def _line(drawn: Any, colour: Any, position: int) -> None:
    drawn.smooth = False
    drawn.format.line.width = Pt(2.5)
    _paint(drawn.format.line.fill, colour)
    drawn.format.line.dash_style = _DASHES[position % len(_DASHES)]
    drawn.marker.style = _MARKERS[position % len(_MARKERS)]
    drawn.marker.size = 9
    _paint(drawn.marker.format.fill, colour)
    _paint(drawn.marker.format.line.fill, colour)


def _labels(drawn: Any, chart: Chart, series: Series, start: int, stop: int) -> None:
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
    held = [value for series in chart.series for value in series.values if value is not None]
    near = (max(held) - min(held)) * _CLOSE
    found = [
        (value, series.name)
        for series in chart.series
        if (value := series.values[place]) is not None and abs(value - own) <= near
    ]
    return [name for _, name in sorted(found, reverse=not chart.best_is_low)]


def _legend(native: Any, chart: Chart, further: list[int]) -> None:
    """Name the series where there are several; a line that is cut is named once."""
    native.has_legend = len(chart.series) > 1
    if not native.has_legend:
        return
    native.legend.position = XL_LEGEND_POSITION.BOTTOM
    native.legend.include_in_layout = False
    native.legend.font.size = Pt(LETTERS[chart.kind])
    element = native.legend._element  # noqa: SLF001 - python-pptx has no entries of a legend
    for number in reversed(further):
        entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
        element.legendPos.addnext(parse_xml(entry))


def _leave_gaps(native: Any) -> None:
    """Let a missing value be a gap and never a zero."""
    space = native._chartSpace.chart  # noqa: SLF001 - python-pptx has no public way to say so
    for old in space.findall(f"{{{space.nsmap['c']}}}dispBlanksAs"):
        space.remove(old)
    gap = parse_xml(f'<c:dispBlanksAs {nsdecls("c")} val="gap"/>')
    visible = space.find(f"{{{space.nsmap['c']}}}plotVisOnly")
    if visible is None:
        space.append(gap)
    else:
        visible.addnext(gap)


def _colour(series: Series, place: int) -> Any:
    if series.role == "quiet":
        return rgb(QUIET if place == 0 else MUTED)
    return _CHOSEN if series.role == "chosen" else _COMPARED[place % len(_COMPARED)]


def _paint(fill: Any, colour: Any) -> None:
    """Fill a shape or a line in a colour of the theme or in one of its own."""
    fill.solid()
    if isinstance(colour, RGBColor):
        fill.fore_color.rgb = colour
    else:
        fill.fore_color.theme_color = colour


def rgb(colour: str) -> RGBColor:
    """Return a colour of a theme of charts ("#0b4f8a") as python-pptx wants it."""
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))
