"""The components of one province, index under index: what it is strong in lies right, what it is weak in lies left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from charts.layers import axis_title, rows_named, tooltip
from charts.theme import ACCENT, BLUE, CHOSEN_GROUND, GRID, MUTED, QUIET, TEXT, Row, Spec, by_width, finished
from indicators.catalogue import Index
from indicators.strengths import STRENGTH_FROM, WEAKNESS_TO
from wording.findings import place_text, places_name, score_text
from wording.language import Language
from wording.marks import COMPUTED, Origin
from wording.names import component_name
from wording.numbers import number
from wording.strengths import lasting_words

ROW_HEIGHT = 23
DECIMALS = 1  # tells two neighbouring percentiles of 63 provinces apart
_AROUND_ROWS = 124  # pixels of the height that the axis and the lines of the title take
_STRENGTH_GROUND = "#e8f0f8"
_COLOURS = {"strength": BLUE, "weakness": ACCENT, "": QUIET}
_SHAPES = {"strength": "circle", "weakness": "diamond", "": "circle"}


@dataclass(frozen=True)
class DotGroup:
    """The components of one edition: `table` holds rows of `strengths.Strengths.table` of one unit.

    `in_order` keeps them as they come; else those with the highest percentile stand first.
    """

    index: Index
    year: int
    table: pd.DataFrame
    in_order: bool = False


def percentile_dots(groups: Sequence[DotGroup], language: Language) -> Spec:
    """Return one row a component that has a percentile, under the name of its edition, with its place at the right."""
    rows = [row for group in groups for row in _rows(group, language)]
    order = [str(row["key"]) for row in rows]
    y: Spec = {"field": "key", "type": "nominal", "sort": order, "scale": {"domain": order}, "axis": _name_axis()}
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [-3, 103], "nice": False, "zero": False},
        "axis": {
            "title": None, "orient": "top", "domain": False, "ticks": False, "values": [0, 25, 50, 75, 100],
            "format": "d", "gridDash": [2, 2], "offset": 2,
        },
    }  # fmt: skip
    tone: Spec = {"field": "colour", "type": "nominal", "scale": None}
    hint = tooltip("name", [(label, field) for field, label in _hint_labels(language).items()])
    judged: Spec = {"filter": "isValid(datum.percentile)"}
    value = {**x, "field": "percentile"}
    layers: list[Spec] = [
        *_grounds(x),
        {
            "data": rows_named("components", rows),
            "layer": [
                {
                    "transform": [judged],
                    "mark": {"type": "rule", "strokeWidth": 2, "strokeOpacity": 0.5, "aria": False},
                    "encoding": {"x": value, "x2": {"datum": 50}, "y": y, "color": tone},
                },
                {
                    "transform": [judged],
                    "mark": {"type": "point", "filled": True, "size": 74, "opacity": 1, "tooltip": hint},
                    "encoding": {
                        "x": value,
                        "y": y,
                        "color": tone,
                        "shape": {"field": "shape", "type": "nominal", "scale": None},
                    },
                },
                {
                    "mark": {"type": "text", "align": "left", "dx": 10, "fontSize": 12.5, "tooltip": hint},
                    "encoding": {"x": {"value": "width"}, "y": y, "text": {"field": "place"}, "color": tone},
                },
            ],
        },
        *_headings(x, language),
    ]
    return finished(
        {
            "height": ROW_HEIGHT * len(rows) + _AROUND_ROWS,
            "title": {**axis_title(_key(groups, language), offset=30), "frame": "bounds"},
            "layer": layers,
        },
        language,
    )


def percentile_dots_description(groups: Sequence[DotGroup], language: Language) -> str:
    """Say of each edition how many components are strengths and weaknesses, of how many, and name them with places."""
    said: list[str] = []
    for group in groups:
        judged = group.table[group.table["percentile"].notna()]
        if judged.empty:
            continue
        lists = {
            kind: "; ".join(f"{row['name']} {row['place']}" for row in _rows(group, language) if row["kind"] == kind)
            for kind in ("strength", "weakness")
        }
        said.append(
            language.text(
                "{edition}: {strengths} strengths ({strong}), {weaknesses} weaknesses ({weak}), of {count} components.",
                edition=f"{group.index.short_name} {group.year}",
                strengths=int((judged["kind"] == "strength").sum()),
                weaknesses=int((judged["kind"] == "weakness").sum()),
                strong=lists["strength"] or "–",
                weak=lists["weakness"] or "–",
                count=len(judged),
            )
        )
    return " ".join(said)


def _rows(group: DotGroup, language: Language) -> list[Row]:
    """Return the heading of an edition and its components; nothing where none has a percentile."""
    table = group.table[group.table["percentile"].notna()]
    if table.empty:
        return []
    if not group.in_order:
        table = table.sort_values("percentile", ascending=False, kind="stable")
    index, year = group.index, group.year
    edition = f"{index.short_name} {year}"
    heading: Row = {"key": f"{index.id}||{edition}", "name": edition, "kind": "", "percentile": None, "place": ""}
    records = cast("list[dict[str, Any]]", table.to_dict("records"))
    return [heading, *(_row(index, year, record, language, indented=group.in_order) for record in records)]


def _row(index: Index, year: int, record: dict[str, Any], language: Language, *, indented: bool) -> Row:
    component, kind, notes = str(record["component"]), str(record["kind"]), str(record["note_codes"])
    name = component_name(index, component, year, language, short=True)
    period = index.period(component, year)
    is_part = indented and period is not None and period.parent in index.parts("overall", year)
    place_of = None if pd.isna(record["place_of"]) else int(record["place_of"])
    origin = Origin(str(record["score_kind"]), notes)
    return {
        "key": f"{index.id}|{component}|{'– ' if is_part else ''}{name}",
        "name": name,
        "kind": kind,
        "colour": _COLOURS[kind] if kind else MUTED,
        "shape": _SHAPES[kind],
        "percentile": round(float(record["percentile"]), 4),
        "percentile_text": number(float(record["percentile"]), DECIMALS, language),
        "place": place_text(int(record["place"]), place_of, str(record["place_kind"]), notes),
        "score": score_text(float(record["score"]), origin, index, component, year, language),
        "lasting": lasting_words(pd.Series(record), language),
    }


def _hint_labels(language: Language) -> dict[str, str]:
    return {
        "score": language.text("Score"),
        "percentile_text": language.text("Percentile"),
        "place": language.text("Place"),
        "lasting": language.text("How long"),
    }


def _name_axis() -> Spec:
    """Return the axis of names; a heading has no component in its key and is set bold."""
    is_heading = "split(datum.value, '|')[1] === ''"
    return {
        "title": None,
        "domain": False,
        "ticks": False,
        "grid": True,
        "gridColor": GRID,
        "labelExpr": "split(datum.label, '|')[2]",
        "labelPadding": 6,
        "labelLimit": by_width(142, 300),
        "labelOverlap": False,
        "labelColor": TEXT,
        "labelFontSize": by_width(11.5, 12.5),
        "labelFontWeight": {"condition": {"test": is_heading, "value": "bold"}, "value": "normal"},
    }


def _grounds(x: Spec) -> list[Spec]:
    """Return the two outer quarters as grounds, and the middle as a line."""
    bands = [
        {"from": -3.0, "to": WEAKNESS_TO, "colour": CHOSEN_GROUND},
        {"from": STRENGTH_FROM, "to": 103.0, "colour": _STRENGTH_GROUND},
    ]
    return [
        {
            "data": rows_named("quarters", bands),
            "mark": {"type": "rect", "aria": False},
            "encoding": {
                "x": {**x, "field": "from"},
                "x2": {"field": "to"},
                "color": {"field": "colour", "type": "nominal", "scale": None},
            },
        },
        {
            "data": rows_named("middle", [{"at": 50}]),
            "mark": {"type": "rule", "stroke": QUIET, "strokeWidth": 1.2, "aria": False},
            "encoding": {"x": {**x, "field": "at"}},
        },
    ]


def _headings(x: Spec, language: Language) -> list[Spec]:
    """Write over the outer quarters what they are."""
    quarters: list[Row] = [
        {"at": -3.0, "text": language.text("◆ Weaknesses"), "colour": ACCENT},
        {"at": 103.0, "text": language.text("● Strengths"), "colour": BLUE},
    ]
    side: Spec = {"type": "text", "fontSize": 12.5, "fontWeight": 600, "baseline": "bottom", "aria": False}
    layers: list[Spec] = []
    for row, align in zip(quarters, ("left", "right"), strict=True):
        layers.append(
            {
                "data": rows_named(f"heading_{align}", [row]),
                "mark": {**side, "align": align, "color": row["colour"]},
                "encoding": {"x": {**x, "field": "at"}, "y": {"value": -20}, "text": {"field": "text"}},
            }
        )
    return layers


def _key(groups: Sequence[DotGroup], language: Language) -> list[str]:
    kinds = pd.concat([group.table["place_kind"] for group in groups])
    return [
        language.text("Percentile {mark}: share of the other provinces that score lower,", mark=COMPUTED),
        language.text("from 0 (lowest) to 100 (highest)."),
        language.text("At the right: {places}", places=places_name(kinds, language)),
    ]
