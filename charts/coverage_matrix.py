"""How much of each edition is held: one square an edition, indices beside each other, the newest year on top."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.layers import rows_named, tooltip
from charts.theme import TEXT, Row, Spec, by_width, finished
from indicators.release import Release
from wording.coverage import (
    LEVELS,
    coverage_cell,
    coverage_headline,
    coverage_reason,
    edition_of,
    held_of_due,
    level_words,
)
from wording.language import Language

SELECTION = "edition"
SELECTED_FIELDS = ("id", "year", "system")

_ROW_HEIGHT = 27
_LEGEND_HEIGHT = 60
# Light to dark as on maps; what is not known is grey and has a question mark.
LEVEL_COLOURS = {"whole": "#1d5a98", "most": "#8fbcdd", "part": "#d3e5f3", "none": "#ffffff", "not_known": "#e9edf1"}
ON_DARK = "#ffffff"
_EDGE = "#9aa6b2"


def coverage_matrix(table: pd.DataFrame, release: Release, language: Language) -> Spec:
    """Return the squares of `indicators.coverage.coverage`, each with "held/due".

    A click answers through `SELECTION` with id (of the index), year and system.
    """
    rows = [_row(record, release, language) for record in table.to_dict("records")]
    lines = list(dict.fromkeys(row["line"] for row in sorted(rows, key=_newest_first)))
    names = {index.id: index.short_name for index in release.catalogue.indices}
    x: Spec = {
        "field": "index",
        "type": "nominal",
        "sort": list(names.values()),
        "scale": {"paddingInner": 0.06, "paddingOuter": 0.03},
        "axis": {"orient": "top", "title": None, "labelAngle": 0, "domain": False, "ticks": False, "labelFontSize": 13},
    }
    y: Spec = {
        "field": "line",
        "type": "nominal",
        "sort": lines,
        "scale": {"paddingInner": 0.1, "paddingOuter": 0.05},
        "axis": {"title": None, "domain": False, "ticks": False, "labelFontSize": by_width(12, 13)},
    }
    colour: Spec = {
        "field": "level_words",
        "type": "nominal",
        "scale": {
            "domain": [level_words(level, language) for level in LEVELS],
            "range": [LEVEL_COLOURS[level] for level in LEVELS],
        },
        "legend": {
            "title": None,
            "orient": "bottom",
            "direction": "horizontal",
            "columns": by_width(2, 3),
            "symbolType": "square",
            "symbolSize": 160,
            "symbolStrokeColor": _EDGE,
            "symbolStrokeWidth": 0.8,
        },
    }
    hint = tooltip(
        "heading",
        [
            (language.text("Overall scores"), "scores"),
            (language.text("Published ranks"), "ranks"),
            (language.text("Scores of all components"), "all"),
            (language.text("Why not all"), "reason"),
        ],
    )
    squares: Spec = {
        "params": [{"name": SELECTION, "select": {"type": "point", "fields": list(SELECTED_FIELDS)}}],
        "mark": {"type": "rect", "stroke": _EDGE, "strokeWidth": 0.6, "cursor": "pointer", "tooltip": hint},
        "encoding": {"color": colour},
    }
    numbers: Spec = {
        "mark": {"type": "text", "fontSize": by_width(12, 13), "baseline": "middle", "aria": False, "tooltip": hint},
        "encoding": {
            "text": {"field": "cell"},
            "color": {"condition": {"test": "datum.level === 'whole'", "value": ON_DARK}, "value": TEXT},
        },
    }
    return finished(
        {
            "height": len(lines) * _ROW_HEIGHT + _LEGEND_HEIGHT,
            "data": rows_named("editions", rows),
            "encoding": {"x": x, "y": y},
            "layer": [squares, {**numbers, "mark": {**numbers["mark"], "cursor": "pointer"}}],
        },
        language,
    )


def coverage_matrix_description(table: pd.DataFrame, names: Mapping[str, str], language: Language) -> str:
    """Say how many editions are whole, of each index, and the years that the picture spans."""
    published = table[table["status"] == "published"]
    parts = [
        language.text(
            "{index} {held}/{published}",
            index=name,
            held=int((own["level"] == "whole").sum()),
            published=len(own),
        )
        for index, name in names.items()
        if len(own := published[published["index"] == index])
    ]
    first, last = int(table["year"].min()), int(table["year"].max())
    return f"{coverage_headline(table, language)}, {first}–{last}: {', '.join(parts)}."


def _row(record: Mapping[Any, Any], release: Release, language: Language) -> Row:
    year, system = int(str(record["year"])), str(record["unit_system"])
    return {
        "id": str(record["index"]),
        "index": release.catalogue.index(str(record["index"])).short_name,
        "year": year,
        "system": system,
        "line": str(year) if system == "63" else language.text("{year} ({units})", year=year, units=system),
        "level": str(record["level"]),
        "level_words": level_words(str(record["level"]), language),
        "cell": coverage_cell(record, language),
        "heading": edition_of(release, record, language),
        "scores": coverage_cell(record, language),
        "ranks": "" if record["ranks_due"] == 0 else held_of_due(record["ranks_held"], record["ranks_due"], language),
        "all": held_of_due(record["all_held"], record["all_due"], language),
        "reason": coverage_reason(release, record, language),
    }


def _newest_first(row: Row) -> tuple[int, bool]:
    return (-int(row["year"]), row["system"] == "63")
