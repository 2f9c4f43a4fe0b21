"""The method series on a time line: one row an index and unit system, bars for series, marks for what lies between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.layers import rows_named, tooltip
from charts.map_colours import quoted
from charts.theme import BLUE, GRID, NARROW, TEXT, Row, Spec, by_width, finished
from indicators.catalogue import Index
from indicators.comparability import Crossing
from indicators.method_series import MethodSeries
from wording.coverage import degree_words
from wording.language import Language

_ROW_HEIGHT = 46
_AXES_HEIGHT = 70
_BAR_HEIGHT = 28
_BARS = ("#cfe1f1", "#9fc5e3")
_SHAPES = {"break": "diamond", "revision": "triangle-down", "publication": "circle"}
_FILLS = {"break": TEXT, "revision": "#ffffff", "publication": "#ffffff"}
# A bar of fewer years has no room for their names: on a phone, in a window of middle width.
_NAMED_FROM_ON_A_PHONE, _NAMED_FROM = 6, 3
_WIDE = "(windowSize()[0] >= 1200)"


@dataclass(frozen=True)
class IndexMethods:
    """What the time line shows of one index: its series and what lies between its editions."""

    index: Index
    series: Sequence[MethodSeries]
    changes: Sequence[Crossing]


def method_time_line(methods: Sequence[IndexMethods], language: Language) -> Spec:
    """Return the time line; rows in the order of `methods`, the 34 of an index under its 63."""
    bars = [bar for entry in methods for bar in _bars(entry, language)]
    marks = [mark for entry in methods for mark in _marks(entry, language)]
    lines = list(dict.fromkeys(bar["line"] for bar in bars))
    first, last = min(bar["first"] for bar in bars), max(bar["last"] for bar in bars)
    y: Spec = {
        "field": "line",
        "type": "nominal",
        "sort": lines,
        "scale": {"domain": lines, "paddingInner": 0.35, "paddingOuter": 0.3},
        "axis": {"title": None, "domain": False, "ticks": False, "labelFontSize": by_width(12, 13)},
    }
    x_scale: Spec = {"domain": [first - 0.6, last + 0.6], "nice": False, "zero": False}
    x_axis: Spec = {
        "format": "d",
        "title": None,
        "values": list(range(first, last + 1)),
        "labelOverlap": "parity",
        "gridColor": GRID,
    }
    x: Spec = {"field": "start", "type": "quantitative", "scale": x_scale, "axis": x_axis}
    series_hint = tooltip("heading", [(language.text("Editions"), "editions")])
    change_hint = tooltip("heading", [(language.text("Meaning"), "degree_words"), (language.text("Reason"), "reason")])
    named = f"{_WIDE} || datum.length >= ({NARROW} ? {_NAMED_FROM_ON_A_PHONE} : {_NAMED_FROM})"
    degrees = [degree for degree in _SHAPES if any(mark["degree"] == degree for mark in marks)]
    domain = [degree_words(degree, language) for degree in degrees]
    filled = degree_words("break", language)
    shape: Spec = {
        "field": "degree_words",
        "type": "nominal",
        "scale": {"domain": domain, "range": [_SHAPES[degree] for degree in degrees]},
        "legend": {
            "title": None,
            "orient": "bottom",
            "direction": "horizontal",
            "columns": by_width(1, 3),
            "symbolSize": 130,
            "symbolStrokeColor": TEXT,
            "symbolFillColor": {"expr": f"datum.value === {quoted(filled)} ? {quoted(TEXT)} : 'white'"},
        },
    }
    fill: Spec = {
        "field": "degree_words",
        "type": "nominal",
        "scale": {"domain": domain, "range": [_FILLS[degree] for degree in degrees]},
        "legend": None,
    }
    layers: list[Spec] = [
        {
            "data": rows_named("series", bars),
            "layer": [
                {
                    "mark": {"type": "bar", "cornerRadius": 3, "tooltip": series_hint},
                    "encoding": {
                        "x": x,
                        "x2": {"field": "end"},
                        "y": y,
                        "fill": {"field": "colour", "type": "nominal", "scale": None},
                    },
                },
                {
                    "transform": [
                        {"filter": named},
                        {"calculate": "(datum.start + datum.end) / 2", "as": "middle"},
                    ],
                    "mark": {"type": "text", "color": BLUE, "fontSize": by_width(11, 13), "tooltip": series_hint},
                    "encoding": {
                        "x": {"field": "middle", "type": "quantitative", "scale": x_scale},
                        "y": y,
                        "text": {"field": "years"},
                    },
                },
            ],
        },
        *(
            {
                "data": rows_named(name, [mark for mark in marks if (mark["degree"] == "break") is is_break]),
                "mark": {
                    "type": "point",
                    "stroke": TEXT,
                    "strokeWidth": 1.4,
                    "size": by_width(70, 120),
                    "opacity": 1,
                    # What does not end a series stands on the upper edge of its bar, where it hides no year.
                    "yOffset": 0 if is_break else -_BAR_HEIGHT // 2,
                    "tooltip": change_hint,
                },
                "encoding": {
                    "x": {"field": "at", "type": "quantitative", "scale": x_scale, "axis": x_axis},
                    "y": y,
                    "shape": shape,
                    "fill": fill,
                },
            }
            for name, is_break in (("breaks", True), ("revisions", False))
        ),
    ]
    return finished(
        {
            "height": len(lines) * _ROW_HEIGHT + _AXES_HEIGHT,
            "layer": layers,
        },
        language,
    )


def method_time_line_description(methods: Sequence[IndexMethods], language: Language) -> str:
    """Say the series of every index: "PAPI: 2011–2017, 2018–2024"."""
    lines: dict[str, list[str]] = {}
    for bar in (bar for entry in methods for bar in _bars(entry, language)):
        lines.setdefault(str(bar["line"]), []).append(str(bar["years"]))
    return language.text(
        "Editions measured in the same way: {series}.",
        series="; ".join(f"{line}: {', '.join(years)}" for line, years in lines.items()),
    )


def line_name(index: Index, system: str, language: Language) -> str:
    """Name a row of the time line: the index, and its units where they are the 34."""
    if system == "63":
        return index.short_name
    return language.text("{index} ({units} provinces)", index=index.short_name, units=system)


def _bars(entry: IndexMethods, language: Language) -> list[Row]:
    return [
        {
            "line": line_name(entry.index, series.system, language),
            "first": series.first_year,
            "last": series.last_year,
            "start": series.first_year - 0.44,
            "end": series.last_year + 0.44,
            "length": series.last_year - series.first_year + 1,
            "years": _span(series),
            "heading": f"{line_name(entry.index, series.system, language)}, {_span(series)}",
            "editions": str(len(series.years)),
            "colour": _BARS[number % len(_BARS)],
        }
        for number, series in enumerate(entry.series)
    ]


def _marks(entry: IndexMethods, language: Language) -> list[Row]:
    """Lay what lies between the same two years into one mark of each degree, in the row of the 63."""
    found: dict[tuple[int, int, str], Row] = {}
    for change in entry.changes:
        key = (change.between_year, change.and_year, change.degree)
        reason = change.reason.in_language(language.code)
        if key in found:
            found[key]["reason"] += " " + reason
            continue
        found[key] = {
            "line": line_name(entry.index, "63", language),
            "at": (change.between_year + change.and_year) / 2,
            "degree": change.degree,
            "degree_words": degree_words(change.degree, language),
            "heading": f"{entry.index.short_name}, {change.between_year} → {change.and_year}",
            "reason": reason,
        }
    return list(found.values())


def _span(series: MethodSeries) -> str:
    first, last = series.first_year, series.last_year
    return str(first) if first == last else f"{first}–{last}"


def method_rows(methods: Sequence[IndexMethods], language: Language) -> list[Mapping[str, object]]:
    """List the marks of the time line for the table beside it: line, at, degree_words, heading, reason."""
    return [mark for entry in methods for mark in _marks(entry, language)]
