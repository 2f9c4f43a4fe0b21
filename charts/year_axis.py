"""What charts over years share: the axis of whole years, marks where the method changes, crosses of missing years."""

import json
from collections.abc import Mapping, Sequence

import pandas as pd

from charts.layers import rows_named, tooltip
from charts.theme import MUTED, QUIET, Row, Spec
from indicators.comparability import Crossing
from wording.gaps import short_reason
from wording.language import Language


def year_encoding(years: Sequence[int]) -> Spec:
    """Return the x channel of a chart whose rows have a `year`: the years of the editions and nothing between."""
    first, last = (min(years), max(years)) if years else (0, 1)
    return {
        "field": "year",
        "type": "quantitative",
        "scale": {"domain": [first - 0.4, last + 0.4], "nice": False, "zero": False},
        "axis": {"values": list(years), "format": "d", "labelOverlap": "parity", "title": None, "grid": False},
    }


def crossing_layers(crossings: Sequence[Crossing], years: Sequence[int], language: Language) -> list[Spec]:
    """Return the marks between years: a dashed rule with its year at a break, a small open triangle at a revision.

    A single break says in words what it is; of several only the years are written, one of two neighbours higher, so
    that they do not collide.
    """
    between = [c for c in crossings if years and min(years) <= c.between_year and c.and_year <= max(years)]
    breaks = _marks([c for c in between if c.degree == "break"], language)
    cautions = _marks([c for c in between if c.degree in ("revision", "publication")], language)
    for row in breaks:
        row["label"] = (
            language.text("from {year}: new method", year=row["year"]) if len(breaks) == 1 else str(row["year"])
        )
    for before, row in zip([None, *breaks], breaks, strict=False):
        row["lifted"] = before is not None and not before["lifted"] and row["at"] - before["at"] <= 1
    x = {"field": "at", "type": "quantitative"}
    hint = tooltip("heading", [(language.text("Reason"), "reason")])
    layers: list[Spec] = []
    if breaks:
        align = "right" if breaks[0]["at"] > (min(years) + max(years)) / 2 and len(breaks) == 1 else "center"
        align = "left" if len(breaks) == 1 and align == "center" else align
        layers.append(
            {
                "data": rows_named("breaks", breaks),
                "layer": [
                    {
                        "mark": {"type": "rule", "color": MUTED, "strokeDash": [5, 4], "tooltip": hint},
                        "encoding": {"x": x},
                    },
                    *(
                        {
                            "transform": [{"filter": f"datum.lifted === {json.dumps(lifted)}"}],
                            "mark": {"type": "text", "color": MUTED, "fontSize": 11.5, "align": align, "tooltip": hint},
                            "encoding": {"x": x, "y": {"value": height}, "text": {"field": "label"}},
                        }
                        for lifted, height in ((False, -17), (True, -30))
                    ),
                ],
            }
        )
    if cautions:
        triangle: Spec = {"type": "point", "shape": "triangle-down", "size": 42, "filled": False, "tooltip": hint}
        layers.append(
            {
                "data": rows_named("revisions", cautions),
                "mark": {**triangle, "color": QUIET, "fill": "#ffffff", "strokeWidth": 1.2},
                "encoding": {"x": x, "y": {"value": -5}},
            }
        )
    return layers


def marks_key(crossings: Sequence[Crossing], years: Sequence[int], language: Language, *, absent: bool) -> list[str]:
    """Say in one line what the triangles and the crosses (`absent`) of a chart stand for; none where it has neither."""
    said: list[str] = []
    between = [c for c in crossings if years and min(years) <= c.between_year and c.and_year <= max(years)]
    if any(crossing.degree != "break" for crossing in between):
        said.append(language.text("▽ a note on comparing"))
    if absent:
        said.append(language.text("× no figure"))
    return [" · ".join(said)] if said else []


def missing_rows(absent: pd.DataFrame, names: Mapping[str, str], language: Language) -> list[Row]:
    """Return one row for each chosen province and year without a figure; those of one year stand beside each other.

    `absent`: unit, year, reason (a `results.MissingReason`; "" where only the place is missing).
    """
    rows: list[Row] = []
    for year, own in absent.groupby("year", sort=True):
        for number, (unit, reason) in enumerate(zip(own["unit"], own["reason"], strict=True)):
            beside = (number - (len(own) - 1) / 2) * 0.18
            words = short_reason(reason, language) if reason else language.text("not every score of that year is held")
            rows.append(
                {
                    "year": round(float(str(year)) + beside, 2),
                    "unit": str(unit),
                    "heading": f"{names[str(unit)]}, {year}",
                    "reason": words,
                }
            )
    return rows


def missing_layer(rows: list[Row], colour: Spec, language: Language) -> list[Spec]:
    """Return the strip of small crosses at the foot, from the rows of `missing_rows`."""
    if not rows:
        return []
    hint = tooltip("heading", [(language.text("No figure"), "reason")])
    return [
        {
            "data": rows_named("missing", rows),
            "mark": {
                "type": "text",
                "text": "×",
                "fontSize": 15,
                "fontWeight": 700,
                "baseline": "middle",
                "tooltip": hint,
            },
            "encoding": {
                "x": {"field": "year", "type": "quantitative"},
                "y": {"value": "height"},
                "yOffset": {"value": -8},
                "color": colour,
            },
        }
    ]


def _marks(crossings: Sequence[Crossing], language: Language) -> list[Row]:
    """Gather crossings between the same two years into one mark with all reasons."""
    rows: dict[tuple[int, int], Row] = {}
    for crossing in crossings:
        years = (crossing.between_year, crossing.and_year)
        reason = crossing.reason.in_language(language.code)
        if years in rows:
            if reason not in rows[years]["reason"]:
                rows[years]["reason"] += " " + reason
            continue
        heading = f"{crossing.between_year} → {crossing.and_year}"
        rows[years] = {"at": sum(years) / 2, "year": crossing.and_year, "heading": heading, "reason": reason}
    return list(rows.values())
