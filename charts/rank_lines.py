"""Places over the years: all provinces in grey, the chosen ones in colour, the first place on top."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from charts.chosen_series import EndLabel, end_label_layer, line_layers, newest_points, style_scales
from charts.layers import OWN_SCALES, axis_title, rows_named, tooltip
from charts.subject import Subject
from charts.theme import OTHERS, Row, Spec, finished, series_styles
from charts.year_axis import crossing_layers, marks_key, missing_layer, missing_rows, year_encoding
from indicators.comparability import Crossing
from wording.findings import place_text, place_words
from wording.language import Language
from wording.marks import origin_of

HEIGHT = 560
_STEPS = (10, 20, 50, 100, 200, 500, 1000)  # places between two ticks
_MOST_TICKS = 15
_AROUND_PLOT = 64  # pixels of the height that the axis and the title take


def rank_lines(
    history: pd.DataFrame,
    crossings: Sequence[Crossing],
    *,
    chosen: Sequence[str],
    subject: Subject,
) -> Spec:
    """Return the places of all provinces of a unit system over the years.

    `history` as from `indicators.history.history` for all units; `crossings` all that lies between its years. A line
    joins the places of one `place_segment`; it is dashed, and the chart says so, where only the measured units differ.
    """
    language = subject.language
    years = sorted({int(year) for year in history["year"]})
    placed = history[history["place"].notna()]
    links = _links(placed)
    own = placed[placed["unit"].isin(list(chosen))]
    absent = history[history["unit"].isin(list(chosen)) & history["place"].isna()]
    lowest = int(placed["place"].max()) if len(placed) else 1
    ends = (0.0, lowest + (4.0 if len(absent) else 1.5))
    step = next(step for step in _STEPS if lowest <= step * _MOST_TICKS or step == _STEPS[-1])
    x = year_encoding(years)
    y: Spec = {
        "field": "place",
        "type": "quantitative",
        "scale": {"domain": [ends[1], ends[0]], "nice": False, "zero": False},
        "axis": {
            "title": None,
            "values": [1, *range(step, lowest + 1, step)],
            "format": "d",
            "domain": False,
            "ticks": False,
        },
    }
    kinds = set(placed["place_kind"])
    hint = tooltip("heading", [(language.text("Place"), "text"), (language.text("Score"), "score")])
    labels = _end_labels(own, years, chosen, subject)
    key = marks_key(crossings, years, language, absent=not absent.empty)
    return finished(
        {
            "height": HEIGHT,
            "title": axis_title(_titles(kinds, links, key, language)),
            "resolve": OWN_SCALES,
            "layer": [
                _link_layer("other_links", links[~links["unit"].isin(list(chosen))], x, y, {"value": OTHERS}),
                _other_lines(placed[~placed["unit"].isin(list(chosen))], x, y, subject),
                *crossing_layers(crossings, years, language),
                _link_layer(
                    "chosen_links", links[links["unit"].isin(list(chosen))], x, y, style_scales(chosen)["color"]
                ),
                *line_layers(_rows(own, subject, mixed=len(kinds) > 1), chosen, x, y, hint),
                *missing_layer(missing_rows(absent, subject.names, language), style_scales(chosen)["color"], language),
                *end_label_layer(labels, y, gap=(ends[1] - ends[0]) * 16 / (HEIGHT - _AROUND_PLOT), ends=ends),
            ],
        },
        language,
    )


def rank_lines_description(history: pd.DataFrame, *, chosen: Sequence[str], subject: Subject) -> str:
    """Say what the chart shows: the years, and each chosen province's first and newest place."""
    language = subject.language
    years = [int(year) for year in history["year"]]
    placed = history[history["place"].notna()]
    if placed.empty:
        return language.text("No places: neither published ranks nor every score of a year are held.")
    ours = set(placed["place_kind"]) == {"order"}
    sentence = "Order by score over the years {first}–{last}." if ours else "Places over the years {first}–{last}."
    said = [language.text(sentence, first=min(years), last=max(years))]
    for unit in chosen:
        own = placed[placed["unit"] == unit].sort_values("year")
        if own.empty:
            said.append(language.text("{name}: no place is held.", name=subject.names[unit]))
            continue
        first, last = (
            language.text(
                "{place} in {year}",
                place=place_words(
                    int(row["place"]), row["place_of"], str(row["place_kind"]), str(row["note_codes"]), language
                ),
                year=row["year"],
            )
            for row in own.iloc[[0, -1]].to_dict("records")
        )
        name = subject.names[unit]
        both = language.text("{name}: {first}; {last}.", name=name, first=first, last=last)
        said.append(both if len(own) > 1 else f"{name}: {last}.")
    return " ".join([*said, *_about_links(_links(placed), language)])


def _whose_places(kinds: set[str], language: Language) -> str:
    """Say whose places these are: the publisher's ranks, our order by score, or both with a mark on ours."""
    if kinds == {"order"}:
        return language.text("Order by score (*), 1 = highest score")
    if "order" in kinds:
        return language.text("Rank; open mark: order by score (*)")
    return language.text("Rank")


def _links(placed: pd.DataFrame) -> pd.DataFrame:
    """Return each step to an edition that differs only in who was measured.

    Columns: unit, year, place, year_before, place_before.
    """
    rows = placed.sort_values(["unit", "year"])
    before = rows.groupby("unit")[["year", "place"]].shift()
    steps = rows[["unit", "year", "place"]].assign(year_before=before["year"], place_before=before["place"])
    return steps[rows["other_field"].astype("bool")].astype(dict.fromkeys(steps.columns[1:], "int64"))


def _titles(kinds: set[str], links: pd.DataFrame, key: list[str], language: Language) -> str | list[str]:
    title, below = _whose_places(kinds, language), [*_about_links(links, language), *key]
    return [title, *below] if below else title


def _about_links(links: pd.DataFrame, language: Language) -> list[str]:
    if links.empty:
        return []
    return [language.text("Dashed: the two editions did not measure the same units.")]


def _link_layer(name: str, links: pd.DataFrame, x: Spec, y: Spec, colour: Spec) -> Spec:
    rows: list[Row] = [{str(field): value for field, value in row.items()} for row in links.to_dict("records")]
    return {
        "data": rows_named(name, rows),
        "mark": {"type": "rule", "strokeDash": [2, 4], "strokeWidth": 1 if colour.get("value") else 2, "aria": False},
        "encoding": {
            "x": {**x, "field": "year_before"},
            "x2": {"field": "year"},
            "y": {**y, "field": "place_before"},
            "y2": {"field": "place"},
            "color": colour,
        },
    }


def _other_lines(others: pd.DataFrame, x: Spec, y: Spec, subject: Subject) -> Spec:
    """Return the grey lines; an unseen point at every place tells under the pointer whose it is."""
    language = subject.language
    rows: list[Row] = [
        {
            "name": subject.names[str(row["unit"])],
            "run": int(row["place_segment"]),
            "year": int(row["year"]),
            "place": int(row["place"]),
            "text": _place(row),
        }
        for row in others.to_dict("records")
    ]
    hint = tooltip("name", [(language.text("Year"), "year"), (language.text("Place"), "text")])
    line: Spec = {"type": "line", "strokeWidth": 1, "stroke": OTHERS, "strokeOpacity": 0.75, "aria": False}
    point: Spec = {"type": "point", "filled": True, "size": 40, "fillOpacity": 0, "strokeOpacity": 0, "aria": False}
    dot: Spec = {"type": "point", "filled": True, "size": 7, "fill": OTHERS, "aria": False}
    return {
        "data": rows_named("others", rows),
        "encoding": {"x": x, "y": y},
        "layer": [
            {"mark": line, "encoding": {"detail": [{"field": "name"}, {"field": "run"}]}},
            {"mark": dot},
            {"mark": {**point, "tooltip": hint}},
        ],
    }


def _rows(own: pd.DataFrame, subject: Subject, *, mixed: bool) -> list[Row]:
    return [
        {
            "unit": str(row["unit"]),
            "line": f"{row['unit']}|{row['place_segment']}",
            "year": int(row["year"]),
            "place": int(row["place"]),
            "heading": f"{subject.names[str(row['unit'])]}, {row['year']}",
            "text": _place(row),
            "score": ""
            if pd.isna(row["score"])
            else subject.score(float(row["score"]), origin_of(row), int(row["year"])),
            "hollow": int(mixed and row["place_kind"] == "order"),
        }
        for row in own.to_dict("records")
    ]


def _end_labels(own: pd.DataFrame, years: Sequence[int], chosen: Sequence[str], subject: Subject) -> list[EndLabel]:
    """Write each chosen province's newest place ("58/61 (*)"), its name, and the year where it is not the last one."""
    styles = series_styles(chosen)
    newest = newest_points(own, chosen)
    labels: list[EndLabel] = []
    for row in newest.to_dict("records"):
        unit, year = str(row["unit"]), int(row["year"])
        text = f"{_place(row)} {subject.names[unit]}" + ("" if year == years[-1] else f" ({year})")
        labels.append(EndLabel(text, text, float(row["place"]), styles[unit].colour))
    return labels


def _place(row: Mapping[Hashable, Any]) -> str:
    return place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
