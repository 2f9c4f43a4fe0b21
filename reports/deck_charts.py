"""Native charts of a deck: lines with gaps and cuts, bars; each value labelled as the reader sees it."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs] - it brings none
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.chart import XL_TICK_LABEL_POSITION as TICK_LABELS
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt, lazyproperty

from charts.theme import MUTED, QUIET
from reports.chart_pieces import pieces, value_range
from reports.deck_chart_labels import LETTERS, write_labels
from reports.sheets import OPTIONS
from reports.slides import Chart, Series

TITLE_LETTERS = 14.0
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
_MOST_LABELS = 40  # more labels than these would lie over each other


class _SheetOfChart(CategoryWorkbookWriter):
    """The sheet behind a native chart, in which a name that begins with = stays a text."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Generator[Any]:
        book: Any = xlsxwriter.Workbook(xlsx_file, OPTIONS)
        yield book, book.add_worksheet()
        book.close()


class _ChartNumbers(CategoryChartData):
    @lazyproperty
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _SheetOfChart(self)


def chart_type(chart: Chart) -> Any:
    """Return the kind of chart that an office program draws."""
    return XL_CHART_TYPE.LINE_MARKERS if chart.kind == "line" else XL_CHART_TYPE.BAR_CLUSTERED


def chart_data(chart: Chart) -> CategoryChartData:
    """Return the numbers behind a chart; a line that is cut is as many series of one name as it has pieces."""
    data: Any = _ChartNumbers(number_format=number_format(chart.decimals))
    data.categories = chart.categories
    for series, start, stop in pieces(chart):
        values = [value if start <= place < stop else None for place, value in enumerate(series.values)]
        data.add_series(series.name, values)
    return data


def number_format(decimals: int) -> str:
    """Return the form of a number in an office program, which writes the decimal sign of its own language."""
    return f"0.{'0' * decimals}" if decimals else "0"


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
    further: list[int] = []
    drawn_already: set[int] = set()
    for number, (drawn, (series, start, stop)) in enumerate(zip(native.series, pieces(chart), strict=True)):
        position = _position(chart, series)
        if position in drawn_already:
            further.append(number)
        drawn_already.add(position)
        colour = _colour(chart, series)
        if chart.kind == "line":
            _line(drawn, colour, position)
        else:
            _paint(drawn.format.fill, colour)
            drawn.invert_if_negative = False
        if labelled:
            write_labels(drawn, chart, series, start, stop)
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
    span = value_range(chart)
    if span is not None:
        values.minimum_scale, values.maximum_scale = span
    if chart.kind == "bar":
        # The names stand at the left of bars to either side; the first one on top.
        categories.tick_label_position = TICK_LABELS.LOW
        categories.reverse_order = True
    elif chart.best_is_low:
        values.reverse_order = True
        values.crosses = XL_AXIS_CROSSES.MAXIMUM


def _line(drawn: Any, colour: Any, position: int) -> None:
    drawn.smooth = False
    drawn.format.line.width = Pt(2.5)
    _paint(drawn.format.line.fill, colour)
    drawn.format.line.dash_style = _DASHES[position % len(_DASHES)]
    drawn.marker.style = _MARKERS[position % len(_MARKERS)]
    drawn.marker.size = 9
    _paint(drawn.marker.format.fill, colour)
    _paint(drawn.marker.format.line.fill, colour)


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


def _position(chart: Chart, series: Series) -> int:
    """Return the place of a series in its chart."""
    return next(place for place, found in enumerate(chart.series) if found is series)


def _colour(chart: Chart, series: Series) -> Any:
    """Return the colour of a role; several that are compared are told apart."""
    same = [found for found in chart.series if found.role == series.role]
    place = next(place for place, found in enumerate(same) if found is series)
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
