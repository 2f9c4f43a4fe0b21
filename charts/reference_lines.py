"""The lines that chosen provinces are compared with: the median, the published mean, the figure of a region."""

from typing import NamedTuple

import pandas as pd

from charts.layers import rows_named, tooltip
from charts.subject import Subject
from charts.theme import MUTED, TEXT, Row, Spec
from wording.marks import Origin


class _Reference(NamedTuple):
    colour: str
    dash: list[int]


REFERENCES = {
    "median": _Reference(TEXT, [6, 4]),
    "mean": _Reference(MUTED, [1, 0]),
    "region": _Reference("#68757f", [2, 3]),
    "region_mean": _Reference("#68757f", [8, 3]),
}


def reference_layers(references: pd.DataFrame, x: Spec, y: Spec, subject: Subject, region_name: str) -> list[Spec]:
    """Return the lines to compare with, cut and open like those of the provinces.

    `references` as from `indicators.history.reference_lines`.
    """
    if references.empty:
        return []
    rows: list[Row] = [
        {
            "line": str(row["line"]),
            "run": f"{row['line']}|{row['run']}",
            "year": int(row["year"]),
            "score": float(row["score"]),
            "heading": f"{_reference_name(str(row['line']), subject, region_name)}, {row['year']}",
            "text": subject.score(float(row["score"]), Origin(str(row["kind"]), ""), int(row["year"])),
        }
        for row in references.to_dict("records")
    ]
    scale = {"domain": list(REFERENCES), "range": [look.colour for look in REFERENCES.values()]}
    dashes = {"domain": list(REFERENCES), "range": [look.dash for look in REFERENCES.values()]}
    colour: Spec = {"field": "line", "type": "nominal", "scale": scale, "legend": None}
    dash: Spec = {"field": "line", "type": "nominal", "scale": dashes, "legend": None}
    hint = tooltip("heading", [(subject.language.text("Score"), "text")])
    point: Spec = {"type": "point", "shape": "diamond", "filled": False, "fill": "#ffffff", "size": 26, "tooltip": hint}
    return [
        {
            "data": rows_named("references", rows),
            "layer": [
                {
                    "mark": {"type": "line", "strokeWidth": 1.5, "aria": False},
                    "encoding": {"x": x, "y": y, "color": colour, "strokeDash": dash, "detail": {"field": "run"}},
                },
                {"mark": point, "encoding": {"x": x, "y": y, "color": colour}},
            ],
        }
    ]


def _reference_name(line: str, subject: Subject, region_name: str) -> str:
    if line == "region":
        return subject.language.text("Median of {region}", region=region_name)
    if line == "region_mean":
        return subject.language.text("Published mean of {region}", region=region_name)
    return subject.language.text("Median") if line == "median" else subject.language.text("Published mean")


def reference_label(line: str, subject: Subject, region_name: str) -> str:
    """Name a line at its end: `median`, `mean`, `region` or `region_mean`."""
    if line == "region":
        return subject.language.text("Region's median")
    if line == "region_mean":
        return subject.language.text("Region's published mean")
    return _reference_name(line, subject, region_name)
