"""The legend of maps that share their classes, drawn once above them."""

from collections.abc import Sequence

from charts.layers import rows_named
from charts.map_colours import HATCHING, NO_VALUE, SEQUENTIAL, hatched_where
from charts.map_layout import by_window
from charts.theme import Row, Spec, by_width, finished
from wording.language import Language

_LINE, _BESIDE = 24, 44  # pixels: one under another on a phone, all in one line on a desk


def class_key(ranges: Sequence[str], language: Language) -> Spec:
    """Return the classes from the lowest to the highest, `ranges` in words, and what has no value, hatched."""
    missing = language.text("No data")
    texts = [*ranges, missing]
    rows: list[Row] = [{"class": text} for text in texts]
    legend: Spec = {
        "orient": "top-left",
        "direction": "vertical",
        "columns": by_width(1, len(texts)),
        "columnPadding": 18,
        "rowPadding": 2,
        "offset": 0,
        "title": None,
        "symbolType": hatched_where(missing),
        "symbolStrokeColor": HATCHING,
        "symbolStrokeWidth": 0.8,
        "symbolOpacity": 1,
        "symbolSize": by_window((150, 170, 300)),
        "labelFontSize": by_window((13, 13, 18)),
    }
    colours = [*SEQUENTIAL[min(len(ranges), 5)], NO_VALUE]
    colour: Spec = {"field": "class", "type": "nominal", "legend": legend}
    return finished(
        {
            "height": _BESIDE,
            "params": [{"name": "height", **by_width(_LINE * len(texts) + 20, _BESIDE)}],
            "data": rows_named("classes", rows),
            "layer": [
                {
                    "mark": {"type": "square", "opacity": 0},
                    "encoding": {"color": {**colour, "scale": {"domain": texts, "range": colours}}},
                }
            ],
        },
        language,
    )
