"""Two editions beside each other: who rose and who fell, one row a province, by shape and sign as well as by colour."""

from collections.abc import Mapping, Sequence

import pandas as pd

from charts.change_rows import Measure, change_rows, measure_of, ordered
from charts.layers import axis_title, rows_named, tooltip
from charts.subject import Subject
from charts.theme import ACCENT, CHOSEN_GROUND, GRID, MUTED, TEXT, Row, Spec, finished
from indicators.change import Change
from wording.findings import place_change_words, place_changes_name, places_name
from wording.language import Language
from wording.names import named_or_counted

ROW_HEIGHT = 16
_AROUND_ROWS = 78  # pixels of the height that the axis and the two lines of the title take


def place_changes(
    change: Change,
    *,
    years: tuple[int, int],
    later: pd.DataFrame,
    subject: Subject,
    own_reasons: Mapping[str, str],
    chosen: Sequence[str] = (),
) -> Spec:
    """Return the change of every unit from the earlier to the later of two years.

    `later`: the later edition as from `results.edition_table`, by whose places rows are ordered and numbered; units
    without a figure of the later edition stand at the foot. The x axis is the score, or the place where scores of both
    years are held for fewer units than places.
    Across a break or a change of units no ring, no rule and no arrow is drawn: the dot is the later edition's figure,
    and the earlier one stands as text at the right.
    `own_reasons`: by unit key why the years are not comparable, or only with caution, for a single province alone; it
    is said under the pointer, and across a break of its own a province has its dot and nothing else.
    """
    language = subject.language
    comparable = change.comparison.comparable
    table = ordered(change.table, later)
    by = measure_of(table)
    rows = change_rows(table, later, years, subject, by, comparable, chosen, own_reasons)
    order = [row["label"] for row in rows]
    ground = [row["label"] for row in rows if row["chosen"]]
    x = _x(rows, by, subject, years[1], ("from", "to") if comparable else ("to",))
    y: Spec = {
        "field": "label",
        "type": "nominal",
        "sort": order,
        "axis": _name_axis(ground),
        "scale": {"domain": order},
    }
    tone: Spec = {"field": "colour", "type": "nominal", "scale": None}
    hint = _tooltip(change, years, language)
    data = rows_named("units", rows)
    dot: Spec = {"type": "point", "filled": True, "size": 64, "opacity": 1, "tooltip": hint}
    ring: Spec = {"type": "point", "filled": False, "fill": "#ffffff", "size": 46, "strokeWidth": 1.6, "tooltip": hint}
    at_right: Spec = {"type": "text", "align": "left", "dx": 10, "fontSize": 12.5, "fontWeight": 600, "tooltip": hint}
    connections: list[Spec] = []
    if comparable:
        connections = [
            {
                "transform": [{"filter": "isValid(datum.from) && isValid(datum.to)"}],
                "mark": {"type": "rule", "strokeWidth": 2, "strokeOpacity": 0.55, "aria": False},
                "encoding": {"x": {**x, "field": "from"}, "x2": {"field": "to"}, "y": y, "color": tone},
            },
            {
                "transform": [{"filter": "isValid(datum.from)"}],
                "mark": ring,
                "encoding": {"x": {**x, "field": "from"}, "y": y, "color": tone},
            },
        ]
    layers: list[Spec] = [
        *_chosen_ground(ground, y),
        {
            "data": data,
            "layer": [
                *connections,
                {
                    "transform": [{"filter": "isValid(datum.to)"}],
                    "mark": dot,
                    "encoding": {"x": {**x, "field": "to"}, "y": y, "color": tone},
                },
                {
                    "mark": at_right,
                    "encoding": {"x": {"value": "width"}, "y": y, "text": {"field": "right"}, "color": tone},
                },
            ],
        },
        _right_heading(change, years, language),
    ]
    return finished(
        {
            "height": ROW_HEIGHT * len(rows) + _AROUND_ROWS,
            "title": {**axis_title(_key(years, comparable, later, language), offset=10), "frame": "bounds"},
            "layer": layers,
        },
        language,
    )


def place_changes_description(
    change: Change,
    *,
    years: tuple[int, int],
    subject: Subject,
    own_reasons: Mapping[str, str],
    chosen: Sequence[str] = (),
) -> str:
    """Say how many rose, fell and stayed, the largest rise and fall with all who share it, the change of the chosen
    provinces, and whom a reason concerns alone.
    """
    language = subject.language
    if not change.comparison.comparable:
        return language.text(
            "{from_year} and {to_year} are not comparable: both figures are shown, no change.",
            from_year=years[0],
            to_year=years[1],
        )
    table = change.table
    counts = {direction: int((table["direction"] == direction).sum()) for direction in ("up", "down", "same", "")}
    said = [
        language.text(
            "From {from_year} to {to_year}: {up} rose, {down} fell, {same} unchanged, {none} without a change.",
            from_year=years[0],
            to_year=years[1],
            up=counts["up"],
            down=counts["down"],
            same=counts["same"],
            none=counts[""],
        )
    ]
    moved = table[table["place_change"].notna()]
    places = moved["place_change"].astype("int")
    shown = [moved[places == places.max()], moved[places == places.min()]]
    shown += [moved[moved["unit"] == unit] for unit in chosen]
    said += [sentence for rows in shown for sentence in _moved(rows, subject)]
    said += [f"{subject.names[unit]}: {words}" for unit, words in own_reasons.items()]
    return " ".join(dict.fromkeys(said))


def _moved(rows: pd.DataFrame, subject: Subject) -> list[str]:
    """Say who moved by the one change that the rows share, ranks and orders by score apart."""
    said: list[str] = []
    for kind, own in rows.groupby("place_kind", sort=False):
        names = named_or_counted([subject.names[str(unit)] for unit in own["unit"]], subject.language)
        said.append(f"{names}: {place_change_words(int(own['place_change'].iloc[0]), str(kind), subject.language)}.")
    return said


def _x(rows: Sequence[Row], by: Measure, subject: Subject, year: int, drawn: Sequence[str]) -> Spec:
    """Return the x channel over the fields that are drawn; the first place stands at the right, like a high score."""
    values = [float(row[end]) for row in rows for end in drawn if row[end] is not None] or [0.0, 1.0]
    low, high = min(values), max(values)
    air = (high - low) * 0.04 or 1.0
    ends = [round(low - air, 6), round(high + air, 6)]
    axis: Spec = {"orient": "top", "domain": False, "gridDash": [2, 2], "offset": 2, "tickCount": 6}
    if by.is_score:
        axis["title"] = subject.score_title(year)
    else:
        ends.reverse()
        axis |= {"title": subject.language.text("Rank"), "values": [1, *range(10, int(high) + 1, 10)], "format": "d"}
    return {"type": "quantitative", "scale": {"domain": ends, "nice": False, "zero": False}, "axis": axis}


def _name_axis(chosen_labels: Sequence[str]) -> Spec:
    names = "[" + ", ".join("'" + label.replace("'", "\\'") + "'" for label in chosen_labels) + "]"
    is_chosen = f"indexof({names}, datum.value) >= 0"
    return {
        "title": None,
        "domain": False,
        "ticks": False,
        "grid": True,
        "gridColor": GRID,
        "zindex": 0,
        "labelPadding": 6,
        "labelLimit": 190,
        "labelOverlap": False,
        "labelColor": {"condition": {"test": is_chosen, "value": ACCENT}, "value": TEXT},
        "labelFontWeight": {"condition": {"test": is_chosen, "value": "bold"}, "value": "normal"},
    }


def _chosen_ground(labels: Sequence[str], y: Spec) -> list[Spec]:
    if not labels:
        return []
    rows: list[Row] = [{"label": label} for label in labels]
    band: Spec = {"type": "rect", "color": CHOSEN_GROUND, "aria": False}
    return [{"data": rows_named("ground", rows), "mark": band, "encoding": {"y": y}}]


def _right_heading(change: Change, years: tuple[int, int], language: Language) -> Spec:
    """Write above the column at the right what it holds."""
    if not change.comparison.comparable:
        text = str(years[0])
    elif _kinds(change) == {"order"}:
        text = language.text("Positions (*)")
    elif "order" in _kinds(change):
        text = language.text("Places, positions (*)")
    else:
        text = language.text("Places")
    mark: Spec = {"type": "text", "align": "left", "dx": 6, "color": MUTED, "fontSize": 12}
    return {
        "data": rows_named("heading", [{"text": text}]),
        "mark": mark,
        "encoding": {"x": {"value": "width"}, "y": {"value": -10}, "text": {"field": "text"}},
    }


def _key(years: tuple[int, int], comparable: bool, later: pd.DataFrame, language: Language) -> list[str]:
    """Say what the dots and the numbers before the names are."""
    sentence = "● {to_year}   ○ {from_year}" if comparable else "● {to_year}; at the right: {from_year}, not comparable"
    lines = [language.text(sentence, from_year=years[0], to_year=years[1])]
    counts = later["place_of"].dropna()
    if len(counts):
        places = places_name(later["place_kind"], language)
        words = "Before the name: {places}, {year}, of {of}"
        lines.append(language.text(words, places=places, year=years[1], of=int(counts.max())))
    return lines


def _tooltip(change: Change, years: tuple[int, int], language: Language) -> Spec:
    lines = [(str(years[1]), "later"), (str(years[0]), "earlier")]
    if change.comparison.comparable:
        places = place_changes_name(change.table["place_kind"], language)
        lines += [(language.text("Change of score"), "points"), (places, "places")]
    lines.append((language.text("Note"), "reason"))
    return tooltip("name", lines)


def _kinds(change: Change) -> set[str]:
    return set(change.table["place_kind"]) - {""}
