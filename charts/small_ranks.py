"""The places of one province, or of a merged one's predecessors, over the years: a small picture below a card."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from charts.chosen_series import EndLabel, end_label_layer, line_layers, newest_points
from charts.layers import OWN_SCALES, axis_title, rows_named, tooltip
from charts.subject import Subject
from charts.theme import MUTED, Row, Spec, finished, series_styles
from charts.year_axis import year_encoding
from indicators.comparability import Crossing
from wording.findings import place_text, places_name

HEIGHT = 150
_AROUND_PLOT = 46  # pixels of the height that the axis and the title take
_POINT_SIZE = 48


def small_ranks(
    history: pd.DataFrame, crossings: Sequence[Crossing], *, chosen: Sequence[str], subject: Subject, among: str = ""
) -> Spec:
    """Return the places of the chosen units, the first place on top, over as many as were measured.

    `history` as from `indicators.history.history`, with a place in some row; `crossings` what lies between its years.
    A line joins the places of one `place_segment`: never two method series, nor editions of different provinces. A
    dashed rule stands where the method changed. `among` says in the title among whom the places are, where that may be
    taken for others.
    """
    language = subject.language
    placed = history[history["place"].notna() & history["unit"].isin(list(chosen))]
    years = [year for year in sorted({int(year) for year in history["year"]}) if year >= int(placed["year"].min())]
    lowest = int(placed[["place", "place_of"]].max().max())
    kinds = set(placed["place_kind"])
    x = year_encoding(years)
    x["axis"] = {**x["axis"], "values": [years[0], years[-1]] if len(years) > 1 else years, "labelOverlap": False}
    y: Spec = {
        "field": "place",
        "type": "quantitative",
        "scale": {"domain": [lowest + 0.5, 0.5], "nice": False, "zero": False},
        "axis": {"title": None, "values": [1, lowest], "format": "d", "domain": False, "ticks": False},
    }
    hint = tooltip("heading", [(language.text("Place"), "text")])
    ends = (0.5, lowest + 0.5)
    labels = _end_labels(placed, years[-1], chosen, subject)
    gap = lowest * 15 / (HEIGHT - _AROUND_PLOT)
    return finished(
        {
            "height": HEIGHT,
            "title": axis_title([text for text in (places_name(kinds, language), among) if text], offset=8),
            "layer": [
                *_break_rules(crossings, years),
                *line_layers(_rows(placed, subject, mixed=len(kinds) > 1), chosen, x, y, hint, point_size=_POINT_SIZE),
                *end_label_layer(labels, y, gap=gap, ends=ends),
            ],
            "resolve": OWN_SCALES,
        },
        language,
    )


def _break_rules(crossings: Sequence[Crossing], years: Sequence[int]) -> list[Spec]:
    between = dict.fromkeys(
        (crossing.between_year + crossing.and_year) / 2
        for crossing in crossings
        if crossing.degree == "break" and years[0] <= crossing.between_year and crossing.and_year <= years[-1]
    )
    if not between:
        return []
    rule: Spec = {"type": "rule", "stroke": MUTED, "strokeDash": [3, 3], "aria": False}
    rows: list[Row] = [{"at": at} for at in between]
    return [
        {"data": rows_named("breaks", rows), "mark": rule, "encoding": {"x": {"field": "at", "type": "quantitative"}}}
    ]


def _rows(placed: pd.DataFrame, subject: Subject, *, mixed: bool) -> list[Row]:
    return [
        {
            "unit": str(row["unit"]),
            "line": f"{row['unit']}|{row['place_segment']}",
            "year": int(row["year"]),
            "place": int(row["place"]),
            "heading": f"{subject.names[str(row['unit'])]}, {row['year']}",
            "text": _place(row),
            "hollow": int(mixed and row["place_kind"] == "order"),
        }
        for row in placed.sort_values(["unit", "year"]).to_dict("records")
    ]


def _end_labels(placed: pd.DataFrame, last: int, chosen: Sequence[str], subject: Subject) -> list[EndLabel]:
    """Write each unit's newest place, with its name where there are several, and the year where it is not the last."""
    styles = series_styles(chosen)
    labels: list[EndLabel] = []
    for row in newest_points(placed, chosen).to_dict("records"):
        unit = str(row["unit"])
        text = str(row["place"]) if len(chosen) == 1 else f"{row['place']} {subject.names[unit]}"
        text += "" if row["year"] == last else f" ({row['year']})"
        labels.append(EndLabel(text, text, float(row["place"]), styles[unit].colour))
    return labels


def _place(row: Mapping[Hashable, Any]) -> str:
    return place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
