"""The small line of a card: one province's past, cut where the method changes, open where a figure is missing."""

import pandas as pd

from charts.layers import rows_named
from charts.runs import joined_runs
from charts.subject import Subject
from charts.theme import ACCENT, BLUE, QUIET, Row, Spec, finished
from wording.marks import origin_of

HEIGHT = 48


def small_line(history: pd.DataFrame, *, subject: Subject) -> Spec:
    """Return the line of one unit from its first figure on, without axes, its newest figure as a dot.

    `history` as from `indicators.history.history` for one unit. Each method series has the whole height to itself,
    since its level says nothing about that of another.
    """
    held = history.assign(run=joined_runs(history))[history["score"].notna()].sort_values("year")
    rows: list[Row] = []
    for segment, own in held.groupby("segment", sort=True):
        low, high = float(own["score"].min()), float(own["score"].max())
        for year, run, value in zip(own["year"], own["run"], own["score"], strict=True):
            level = 0.5 if high == low else round((float(value) - low) / (high - low), 4)
            rows.append({"line": f"{segment}|{run}", "year": int(year), "level": level})
    first = min((int(year) for year in held["year"]), default=0)
    drawn = history[history["year"] >= first]
    years = [int(year) for year in drawn["year"]] or [0, 1]
    x: Spec = {
        "field": "year",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [min(years) - 0.3, max(years) + 0.3], "nice": False, "zero": False},
    }
    y: Spec = {
        "field": "level",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [-0.15, 1.15], "nice": False, "zero": False},
    }
    layers: list[Spec] = [
        {
            "data": rows_named("line", rows),
            "layer": [
                {
                    "mark": {"type": "line", "stroke": BLUE, "strokeWidth": 1.8, "aria": False},
                    "encoding": {"x": x, "y": y, "detail": {"field": "line"}},
                },
                {
                    "mark": {"type": "point", "filled": True, "size": 12, "color": BLUE, "aria": False},
                    "encoding": {"x": x, "y": y},
                },
            ],
        },
        {
            "data": rows_named("newest", rows[-1:]),
            "mark": {"type": "point", "filled": True, "size": 56, "color": ACCENT, "opacity": 1, "aria": False},
            "encoding": {"x": x, "y": y},
        },
    ]
    cuts = _cuts(drawn)
    if cuts:
        rule: Spec = {"type": "rule", "stroke": QUIET, "strokeDash": [3, 3], "aria": False}
        layers.insert(0, {"data": rows_named("cuts", cuts), "mark": rule, "encoding": {"x": x}})
    return finished(
        {"height": HEIGHT, "padding": {"left": 2, "right": 2, "top": 2, "bottom": 2}, "layer": layers}, subject.language
    )


def small_line_description(history: pd.DataFrame, *, subject: Subject) -> str:
    """Say the first and the last figure of the newest method series."""
    language = subject.language
    held = history[history["score"].notna()].sort_values("year")
    if held.empty:
        return language.text("No figures.")
    newest = held["segment"].max()
    series = [row for row in held.to_dict("records") if row["segment"] == newest]
    first, last = (
        language.text(
            "{figure} in {year}", figure=subject.score(row["score"], origin_of(row), row["year"]), year=row["year"]
        )
        for row in (series[0], series[-1])
    )
    return language.text("From {first} to {last}.", first=first, last=last) if len(series) > 1 else f"{last}."


def _cuts(history: pd.DataFrame) -> list[Row]:
    segments = history.drop_duplicates("year").sort_values("year")
    pairs = zip(segments.iloc[:-1].to_dict("records"), segments.iloc[1:].to_dict("records"), strict=True)
    return [{"year": (a["year"] + b["year"]) / 2} for a, b in pairs if a["segment"] != b["segment"]]
