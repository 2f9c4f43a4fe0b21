"""Scores over the years: the chosen provinces against the median, the region and the published mean."""

from collections.abc import Sequence

import pandas as pd

from charts.chosen_series import EndLabel, end_label_layer, line_layers, newest_points, style_scales
from charts.layers import OWN_SCALES, axis_title, tooltip
from charts.reference_lines import REFERENCES, reference_label, reference_layers
from charts.runs import joined_runs
from charts.subject import Subject
from charts.theme import Row, Spec, finished, series_styles
from charts.year_axis import crossing_layers, marks_key, missing_layer, missing_rows, year_encoding
from indicators.comparability import Crossing
from wording.findings import place_text, places_name
from wording.marks import Origin, origin_of

HEIGHT = 420
_AROUND_PLOT = 64  # pixels of the height that the axis and the title take


def score_lines(
    history: pd.DataFrame,
    references: pd.DataFrame,
    crossings: Sequence[Crossing],
    *,
    chosen: Sequence[str],
    subject: Subject,
    region_name: str = "",
) -> Spec:
    """Return the scores of the chosen provinces and the lines to compare with.

    `history` as from `indicators.history.history` (it may hold further units), `references` as from `reference_lines`,
    `crossings` all that lies between the first and the last year. Lines are cut at breaks and stay open at missing
    years, which have a cross at the foot. The axis spans what is drawn and does not start at zero.
    """
    language = subject.language
    years = sorted({int(year) for year in history["year"]})
    own = history[history["unit"].isin(list(chosen))]
    # Numbered first: a frame without rows that a column is put into takes the rows of the column.
    held = own.assign(run=joined_runs(own))[own["score"].notna()]
    absent = own[own["score"].isna()]
    ends = _ends([*held["score"], *references["score"]], room_below=not absent.empty)
    x = year_encoding(years)
    y: Spec = {
        "field": "score",
        "type": "quantitative",
        "scale": {"domain": list(ends), "nice": False, "zero": False},
        "axis": {"title": None, "tickCount": 6, "domain": False, "ticks": False},
    }
    hint = tooltip("heading", [(language.text("Score"), "text"), (places_name(held["place_kind"], language), "place")])
    labels = _end_labels(held, references, years, chosen, subject, region_name)
    title = subject.score_title(years[-1]) if years else ""
    key = marks_key(crossings, years, language, absent=not absent.empty)
    return finished(
        {
            "height": HEIGHT,
            "title": axis_title([title, *key] if key else title),
            "resolve": OWN_SCALES,
            "layer": [
                *crossing_layers(crossings, years, language),
                *reference_layers(references, x, y, subject, region_name),
                *line_layers(_point_rows(held, subject), chosen, x, y, hint),
                *missing_layer(missing_rows(absent, subject.names, language), style_scales(chosen)["color"], language),
                *end_label_layer(
                    labels,
                    y,
                    gap=(ends[1] - ends[0]) * 16 / (HEIGHT - _AROUND_PLOT),
                    ends=ends,
                ),
            ],
        },
        language,
    )


def score_lines_description(
    history: pd.DataFrame, references: pd.DataFrame, *, chosen: Sequence[str], subject: Subject
) -> str:
    """Say what the chart shows: the years, each chosen province's newest score, and the newest median."""
    language = subject.language
    years = [int(year) for year in history["year"]]
    if not years:
        return language.text("No figures.")
    said = [language.text("Scores over the years {first}–{last}.", first=min(years), last=max(years))]
    newest = newest_points(history[history["score"].notna()], chosen)
    said += [
        language.text(
            "{name}: {score} in {year}.",
            name=subject.names[str(row["unit"])],
            score=subject.score(row["score"], origin_of(row), int(row["year"])),
            year=row["year"],
        )
        for row in newest.to_dict("records")
    ]
    medians = references[references["line"] == "median"]
    if len(medians):
        last = medians.iloc[-1]
        median = subject.score(last["score"], Origin(str(last["kind"]), ""), int(last["year"]))
        said.append(language.text("Median: {score} in {year}.", score=median, year=int(last["year"])))
    return " ".join(said)


def _ends(scores: Sequence[float], *, room_below: bool) -> tuple[float, float]:
    """Return the ends of the axis: what is drawn with a little air, and a strip for the crosses below."""
    if not scores:
        return 0.0, 1.0
    low, high = float(min(scores)), float(max(scores))
    air = (high - low) * 0.07 or abs(high) * 0.02 or 1.0
    return round(low - air * (2.0 if room_below else 1.0), 6), round(high + air, 6)


def _point_rows(held: pd.DataFrame, subject: Subject) -> list[Row]:
    return [
        {
            "unit": str(row["unit"]),
            "line": f"{row['unit']}|{row['run']}",
            "year": int(row["year"]),
            "score": float(row["score"]),
            "heading": f"{subject.names[str(row['unit'])]}, {row['year']}",
            "text": subject.score(float(row["score"]), origin_of(row), int(row["year"])),
            "place": ""
            if pd.isna(row["place"])
            else place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"])),
            "hollow": 0,
        }
        for row in held.to_dict("records")
    ]


def _end_labels(
    held: pd.DataFrame,
    references: pd.DataFrame,
    years: Sequence[int],
    chosen: Sequence[str],
    subject: Subject,
    region_name: str,
) -> list[EndLabel]:
    """Name every line at its end with its last score; a line that ends before the last of the `years` says where."""
    styles = series_styles(chosen)
    newest = newest_points(held, chosen)
    ends: list[tuple[str, float, Origin, int, str]] = [
        (
            subject.names[str(row["unit"])],
            float(row["score"]),
            origin_of(row),
            int(row["year"]),
            styles[str(row["unit"])].colour,
        )
        for row in newest.to_dict("records")
    ]
    for line, own in references.groupby("line", sort=False):
        name = reference_label(str(line), subject, region_name)
        row = own.iloc[-1]
        ends.append(
            (name, float(row["score"]), Origin(str(row["kind"]), ""), int(row["year"]), REFERENCES[str(line)].colour)
        )
    labels: list[EndLabel] = []
    for name, score, origin, year, colour in ends:
        when = "" if year == years[-1] else f" ({year})"
        figure = subject.score(score, origin, year)
        labels.append(EndLabel(f"{name} {figure}{when}", f"{name}{when}", score, colour))
    return labels
