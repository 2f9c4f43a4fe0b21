"""The components of a total on their scales: the score published, the one assumed, and those to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.layers import axis_title, rows_named, tooltip
from charts.theme import ACCENT, BLUE, MUTED, OTHERS, TEXT, Row, Spec, by_width, finished
from wording.language import Language

ROW_HEIGHT = 34
_AROUND_ROWS = 84  # pixels of title and axis


@dataclass(frozen=True, slots=True)
class ComponentScore:
    """One row: how the component is called, its scale and its scores, each with its text; None where not known."""

    name: str
    minimum: float
    maximum: float
    score: float
    score_text: str
    assumed: float | None
    assumed_text: str
    median: float | None
    median_text: str
    best: float | None
    best_text: str


def what_if_chart(components: Sequence[ComponentScore], language: Language) -> Spec:
    """Return one row a component in the order given: scale, median, best, the score and, where it differs, the assumed
    one, joined by a line.
    """
    text = language.text
    rows: list[Row] = [
        {
            "name": row.name,
            "minimum": row.minimum,
            "maximum": row.maximum,
            "score": row.score,
            "assumed": row.assumed,
            "median": row.median,
            "best": row.best,
            "score_text": row.score_text,
            "assumed_text": row.assumed_text,
            "median_text": row.median_text,
            "best_text": row.best_text,
            "label": f"{row.score_text} → {row.assumed_text}" if row.assumed_text else row.score_text,
        }
        for row in components
    ]
    y: Spec = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "domain": False, "ticks": False, "labelFontSize": 13, "labelLimit": by_width(120, 260)},
    }
    low = min((row.minimum for row in components), default=0.0)
    high = max((row.maximum for row in components), default=1.0)
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [low, high], "nice": False, "zero": False},
        "axis": {"title": None, "tickCount": 5, "gridDash": [2, 2]},
    }
    lines = [
        (text("Published score"), "score_text"),
        (text("Assumed score"), "assumed_text"),
        (text("Median"), "median_text"),
        (text("Best"), "best_text"),
    ]
    hint = tooltip("name", lines)

    def mark(shape: str, field: str, colour: str, *, filled: bool, size: int) -> Spec:
        return {
            "transform": [{"filter": f"isValid(datum.{field})"}],
            "mark": {
                "type": "point",
                "shape": shape,
                "filled": filled,
                "size": size,
                "strokeWidth": 2,
                "opacity": 1,
                "color": colour,
                "tooltip": hint,
            },
            "encoding": {"x": {**x, "field": field}, "y": y},
        }

    layers: list[Spec] = [
        {
            "mark": {"type": "rule", "stroke": OTHERS, "strokeWidth": 2, "aria": False},
            "encoding": {"x": {**x, "field": "minimum"}, "x2": {"field": "maximum"}, "y": y},
        },
        {
            "transform": [{"filter": "isValid(datum.assumed)"}],
            "mark": {"type": "rule", "stroke": ACCENT, "strokeWidth": 3, "aria": False},
            "encoding": {"x": {**x, "field": "score"}, "x2": {"field": "assumed"}, "y": y},
        },
        {
            "transform": [{"filter": "isValid(datum.median)"}],
            "mark": {"type": "tick", "orient": "vertical", "thickness": 3, "size": 18, "color": MUTED, "tooltip": hint},
            "encoding": {"x": {**x, "field": "median"}, "y": y},
        },
        mark("diamond", "best", TEXT, filled=False, size=90),
        mark("circle", "score", BLUE, filled=True, size=90),
        mark("triangle-up", "assumed", ACCENT, filled=True, size=120),
        {
            "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": 12.5, "aria": False},
            "encoding": {"x": {"value": "width"}, "y": y, "text": {"field": "label"}},
        },
    ]
    key = text("● published score   ▲ assumed score   | median   ◇ best")
    return finished(
        {
            "height": ROW_HEIGHT * len(rows) + _AROUND_ROWS,
            "title": {**axis_title(key, offset=10), "frame": "bounds"},
            "data": rows_named("components", rows),
            "layer": layers,
        },
        language,
    )


def what_if_description(title: str, components: Sequence[ComponentScore], language: Language) -> str:
    """Say the scores of all components: published, assumed where it differs, median and best."""
    said: list[str] = []
    for row in components:
        sentence = (
            "{component}: {score}, assumed {assumed}, median {median}, best {best}"
            if row.assumed_text
            else "{component}: {score}, median {median}, best {best}"
        )
        said.append(
            language.text(
                sentence,
                component=row.name,
                score=row.score_text,
                assumed=row.assumed_text,
                median=row.median_text,
                best=row.best_text,
            )
        )
    return f"{title}. {'; '.join(said)}."
