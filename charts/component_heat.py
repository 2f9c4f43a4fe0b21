"""Some provinces in every component of an index as a table of percentiles, darker the higher."""

from charts.component_words import ComparedComponents
from charts.layers import axis_title, rows_named, tooltip
from charts.map_colours import HATCHING, SEQUENTIAL
from charts.theme import NARROW, TEXT, Row, Spec, by_width, finished
from wording.numbers import number

ROW_HEIGHT = 46  # pixels: the name of the component above, the cells below
_AROUND_ROWS = 110
_NAME, _TOP, _FOOT = 0.2, 0.4, 0.96  # where name and cells stand in a row, from its top
_LINE = 13  # pixels of a line of the names at the top, which stand one word a line on a phone
_DARK_FROM = 60  # percentiles from here on lie in the two dark colours


def component_heat(compared: ComparedComponents) -> Spec | None:
    """Return the percentiles of some provinces by component; a cell without one says under the pointer why.

    Components without any percentile have no row; None where no row is left.
    """
    language = compared.subject.language
    figures = compared.comparison.figures
    judged = list(dict.fromkeys(figures.loc[figures["percentile"].notna(), "component"].astype("str")))
    if not judged:
        return None
    cells = [_cell(compared, component, row, unit) for row, component in enumerate(judged) for unit in compared.units]
    heads: list[Row] = [{"y": row + _NAME, "name": compared.short(name)} for row, name in enumerate(judged)]
    y: Spec = {"field": "y", "type": "quantitative", "scale": {"domain": [len(judged), 0], "nice": False}, "axis": None}
    x: Spec = {
        "field": "name",
        "type": "nominal",
        "sort": compared.names,
        "scale": {"domain": compared.names, "paddingInner": 0.03, "paddingOuter": 0},
        "axis": {
            "title": None,
            "orient": "top",
            "domain": False,
            "ticks": False,
            "labelAngle": 0,
            "labelColor": TEXT,
            "labelFontSize": by_width(11, 13),
            "labelFontWeight": 600,
            "labelLimit": 0,
            "labelOverlap": False,
            "labelPadding": by_width(_LINE * (max(len(name.split()) for name in compared.names) - 1) + 4, 6),
            "labelExpr": f"{NARROW} ? split(datum.label, ' ') : datum.label",
        },
    }
    hint = tooltip(
        "heading",
        [
            (language.text("Percentile"), "percentile"),
            (language.text("Score"), "text"),
            (language.text("Order by score (*)"), "place"),
        ],
    )
    layers: list[Spec] = [
        {
            "data": rows_named("cells", cells),
            "encoding": {"x": x, "y": y},
            "layer": [
                {
                    "mark": {"type": "rect", "stroke": HATCHING, "strokeWidth": 0.4, "tooltip": hint},
                    "encoding": {"y2": {"field": "y2"}, "color": _colour()},
                },
                {
                    "transform": [{"calculate": "(datum.y + datum.y2) / 2", "as": "middle"}],
                    "mark": {"type": "text", "fontSize": by_width(12, 13.5), "fontWeight": 600, "tooltip": hint},
                    "encoding": {
                        "y": {**y, "field": "middle"},
                        "text": {"field": "percentile"},
                        "color": {
                            "condition": {"test": f"datum.value >= {_DARK_FROM}", "value": "#ffffff"},
                            "value": TEXT,
                        },
                    },
                },
            ],
        },
        {
            "data": rows_named("components", heads),
            "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": by_width(11.5, 13)},
            "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}},
        },
    ]
    words = [
        language.text("Percentile among all provinces"),
        language.text("100 is best, 0 lowest; darker is higher"),
    ]
    title = {**axis_title(words, offset=10), "frame": "bounds"}
    return finished({"height": ROW_HEIGHT * len(judged) + _AROUND_ROWS, "title": title, "layer": layers}, language)


def _cell(compared: ComparedComponents, component: str, row: int, unit: str) -> Row:
    percentile = float(compared.figure(component, unit)["percentile"])
    known = percentile == percentile  # a missing one is not a number, and equals nothing
    return {
        "name": compared.subject.names[unit],
        "y": row + _TOP,
        "y2": row + _FOOT,
        "value": percentile if known else None,
        "percentile": number(percentile, 0, compared.subject.language),
        **compared.tooltip_row(component, unit),
    }


def _colour() -> Spec:
    scale: Spec = {"type": "quantize", "domain": [0, 100], "range": list(SEQUENTIAL[5])}
    return {
        "condition": {
            "test": "isValid(datum.value)",
            "field": "value",
            "type": "quantitative",
            "scale": scale,
            "legend": None,
        },
        "value": "#ffffff",
    }
