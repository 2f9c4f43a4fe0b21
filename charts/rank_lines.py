"""Places over the years: all provinces in grey, the chosen ones in colour, the first place on top."""

from collections.abc import Sequence

import pandas as pd

from charts.chosen_series import EndLabel, end_label_layer, line_layers, newest_points, style_scales
from charts.layers import OWN_SCALES, axis_title, rows_named, tooltip
from charts.runs import joined_runs
from charts.subject import Subject
from charts.theme import OTHERS, Row, Spec, finished, series_styles
from charts.year_axis import crossing_layers, missing_layer, missing_rows, year_encoding
from indicators.comparability import Crossing
from wording.findings import place_text, place_words
from wording.language import Language
from wording.marks import origin_of

HEIGHT = 560
_AROUND_PLOT = 64  # pixels of the height that the axis and the title take


def rank_lines(
    history: pd.DataFrame,
    crossings: Sequence[Crossing],
    *,
    chosen: Sequence[str],
    subject: Subject,
) -> Spec:
    """Return the places of all provinces of a unit system over the years.

    `history` as from `indicators.history.history` for all units; `crossings` all that lies between its years. A
    line joins neighbouring editions of one method series in which published ranks, or orders by score, are both held.
    """
    language = subject.language
    years = sorted({int(year) for year in history["year"]})
    placed = history[history["place"].notna()].assign(run=joined_runs(history, ("rank", "order")))
    own = placed[placed["unit"].isin(list(chosen))]
    absent = history[history["unit"].isin(list(chosen)) & history["place"].isna()]
    lowest = int(placed["place"].max()) if len(placed) else 1
    ends = (0.0, lowest + (4.0 if len(absent) else 1.5))
    x = year_encoding(years)
    y: Spec = {
        "field": "place",
        "type": "quantitative",
        "scale": {"domain": [ends[1], ends[0]], "nice": False, "zero": False},
        "axis": {
            "title": None,
            "values": [1, *range(10, lowest + 1, 10)],
            "format": "d",
            "domain": False,
            "ticks": False,
        },
    }
    kinds = set(placed["place_kind"])
    hint = tooltip("heading", [(language.text("Place"), "text"), (language.text("Score"), "score")])
    labels = _end_labels(own, years, chosen, subject)
    return finished(
        {
            "height": HEIGHT,
            "title": axis_title(_whose_places(kinds, language)),
            "resolve": OWN_SCALES,
            "layer": [
                _other_lines(placed[~placed["unit"].isin(list(chosen))], x, y, subject),
                *crossing_layers(crossings, years, language),
                *line_layers(_rows(own, subject, mixed=len(kinds) > 1), chosen, x, y, hint, curved=True),
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
    return " ".join(said)


def _whose_places(kinds: set[str], language: Language) -> str:
    """Say whose places these are: the publisher's ranks, our order by score, or both with a mark on ours."""
    if kinds == {"order"}:
        return language.text("Order by score (*), 1 = highest score")
    if "order" in kinds:
        return language.text("Rank; open mark: order by score (*)")
    return language.text("Rank")


def _other_lines(others: pd.DataFrame, x: Spec, y: Spec, subject: Subject) -> Spec:
    """Return the grey lines; an unseen point at every place tells under the pointer whose it is."""
    language = subject.language
    rows: list[Row] = [
        {"name": subject.names[unit], "run": int(run), "year": int(year), "place": int(place), "kind": str(kind)}
        for unit, run, year, place, kind in zip(
            *(others[column] for column in ("unit", "run", "year", "place", "place_kind")), strict=True
        )
    ]
    place: Spec = {"calculate": "datum.place + (datum.kind === 'order' ? ' (*)' : '')", "as": "text"}
    hint = tooltip("name", [(language.text("Year"), "year"), (language.text("Place"), "text")])
    line: Spec = {"type": "line", "strokeWidth": 1, "stroke": OTHERS, "strokeOpacity": 0.75, "aria": False}
    point: Spec = {"type": "point", "filled": True, "size": 40, "fillOpacity": 0, "strokeOpacity": 0, "aria": False}
    dot: Spec = {"type": "point", "filled": True, "size": 7, "fill": OTHERS, "aria": False}
    return {
        "data": rows_named("others", rows),
        "transform": [place],
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
            "line": f"{row['unit']}|{row['run']}",
            "year": int(row["year"]),
            "place": int(row["place"]),
            "heading": f"{subject.names[str(row['unit'])]}, {row['year']}",
            "text": place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"])),
            "score": ""
            if pd.isna(row["score"])
            else subject.score(float(row["score"]), origin_of(row), int(row["year"])),
            "hollow": int(mixed and row["place_kind"] == "order"),
        }
        for row in own.to_dict("records")
    ]


def _end_labels(own: pd.DataFrame, years: Sequence[int], chosen: Sequence[str], subject: Subject) -> list[EndLabel]:
    """Write the newest place and the name of each chosen province, with the year where it is not the last one."""
    styles = series_styles(chosen)
    newest = newest_points(own, chosen)
    labels: list[EndLabel] = []
    for unit, place, year in zip(newest["unit"], newest["place"], newest["year"], strict=True):
        text = f"{place} {subject.names[unit]}" + ("" if year == years[-1] else f" ({year})")
        labels.append(EndLabel(text, text, float(place), styles[unit].colour))
    return labels
