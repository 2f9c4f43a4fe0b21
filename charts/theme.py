"""The one look of all charts: colours, letters, and how numbers are written on axes.

A chart is a plain Vega-Lite specification (a dict): it is made in a few milliseconds, kept by a process and handed to
every session.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wording.language import Language

Spec = dict[str, Any]
Row = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "'Source Sans 3', 'Noto Sans', 'Segoe UI', Arial, sans-serif"

# True in the browser on a narrow window; without a window (an export) it is false.
NARROW = "(windowSize()[0] < 640)"

ACCENT = "#c2410c"
BLUE = "#0b4f8a"
TEXT = "#1b2733"
MUTED = "#5b6b7c"
QUIET = "#8291a1"
GRID = "#e3e9ef"
OTHERS = "#c3ccd6"
DOWN = "#8a5a00"
CHOSEN_GROUND = "#fdeee5"


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """How one chosen province is told from the others: by colour, and without colour by its point and its dashes."""

    colour: str
    shape: str
    dash: tuple[int, ...]


_COLOURS = (ACCENT, BLUE, "#0c8577", "#7a4fa3", "#8a6a00", "#287ba6", "#a3336f", "#44546a")
_SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross", "triangle-right", "triangle-left")
_DASHES = ((1, 0), (7, 3), (2, 2), (9, 3, 2, 3), (4, 2), (12, 3), (1, 3), (6, 2, 1, 2))


def series_styles(units: Sequence[str]) -> dict[str, SeriesStyle]:
    """Give each chosen unit its style, the first one the accent; the ninth has the first colour with another point."""
    styles: dict[str, SeriesStyle] = {}
    for position, unit in enumerate(units):
        round_, place = divmod(position, len(_COLOURS))
        look = (place + round_) % len(_SHAPES)
        styles[unit] = SeriesStyle(_COLOURS[place], _SHAPES[look], _DASHES[look])
    return styles


def by_width(narrow: float | str, wide: float | str) -> Spec:
    """Return an expression of Vega that is one value on a phone and another one from 640 pixels up.

    The server does not know how wide a window is; the browser does.
    """
    return {"expr": f"{NARROW} ? {json.dumps(narrow)} : {json.dumps(wide)}"}


def finished(chart: Spec, language: Language) -> Spec:
    """Complete a chart with the theme and return it as plain JSON that shares nothing with its parts.

    Raises TypeError or ValueError where a row holds anything but text, whole numbers, finite numbers and none.
    """
    title: Any = chart.get("title")
    if title is not None:
        # Vega would read a title out as "Title text '…'", and takes no default for that.
        chart = {**chart, "title": {**(title if isinstance(title, dict) else {"text": title}), "aria": False}}
    whole: Spec = {
        "$schema": SCHEMA,
        "width": "container",
        "autosize": {"type": "fit", "contains": "padding"},
        "background": "#ffffff",
        "padding": {"left": 4, "right": 8, "top": 4, "bottom": 4},
        **chart,
        "config": _config(language),
    }
    return json.loads(json.dumps(whole, ensure_ascii=False, allow_nan=False))


def _config(language: Language) -> Spec:
    vietnamese = language.code == "vi"
    return {
        "font": FONT,
        "locale": {
            "number": {
                "decimal": "," if vietnamese else ".",
                "thousands": "." if vietnamese else ",",
                "grouping": [3],
                "currency": ["", ""],
                "minus": "\N{MINUS SIGN}",
            }
        },
        "view": {"stroke": None},
        # Vega would describe marks by the names of their fields, and axes and legends in English words; every chart
        # has a text alternative and a table.
        "mark": {"aria": False},
        "axis": {
            "aria": False,
            "labelColor": MUTED,
            "labelFontSize": 12,
            "titleColor": MUTED,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "gridColor": GRID,
            "domainColor": QUIET,
            "tickColor": QUIET,
        },
        "legend": {
            "aria": False,
            "labelColor": TEXT,
            "labelFontSize": 12,
            "titleColor": TEXT,
            "titleFontSize": 12.5,
            "labelLimit": 0,
        },
        "title": {"color": TEXT, "fontSize": 12.5, "fontWeight": 600, "subtitleColor": MUTED, "subtitleFontSize": 12},
        "text": {"color": TEXT},
    }
