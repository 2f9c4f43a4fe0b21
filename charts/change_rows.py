"""The rows of a picture of change: their order, what is measured along them, and their texts."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.subject import Subject
from charts.theme import ACCENT, BLUE, DOWN, MUTED, QUIET, Row
from wording.findings import place_change_cell, place_text, score_change_text
from wording.marks import ORDER, origin_of
from wording.numbers import NO_FIGURE

_DIRECTION_COLOURS = {"up": BLUE, "down": DOWN, "same": MUTED, "": QUIET}


@dataclass(frozen=True, slots=True)
class Measure:
    """What the x axis shows: the columns of both years."""

    column_from: str
    column_to: str
    is_score: bool


def measure_of(table: pd.DataFrame) -> Measure:
    """Choose the score, or the published rank where more units have one in both years; `table` as in `Change`."""
    scores = int((table["score_from"].notna() & table["score_to"].notna()).sum())
    ranks = int((table["rank_from"].notna() & table["rank_to"].notna()).sum())
    if scores >= ranks:
        return Measure("score_from", "score_to", is_score=True)
    return Measure("rank_from", "rank_to", is_score=False)


def ordered(table: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """Order by place in the later edition, then by its score, then those without either in the order they came."""
    keys = pd.DataFrame(
        {
            "place": table["unit"].map(later.set_index("unit")["place"]).astype("Int64"),
            "score": -table["score_to"].astype("float64"),
            "came": range(len(table)),
        },
        index=table.index,
    )
    return table.loc[keys.sort_values(["place", "score", "came"], na_position="last").index]


def change_rows(
    table: pd.DataFrame,
    later: pd.DataFrame,
    years: tuple[int, int],
    subject: Subject,
    by: Measure,
    comparable: bool,
    chosen: Sequence[str],
    own_reasons: Mapping[str, str],
) -> list[Row]:
    """Return one row a unit: label, from, to (on the x axis), colour, chosen, name, right, texts of the tooltip.

    `from` is missing where the two years are not comparable for the unit alone: nothing is joined there.
    `own_reasons` as in `place_changes`.
    `table` as from `ordered`, `later` as in `place_changes`. `right` is the arrow with its places, or the earlier
    figure where nothing is compared. Where all places are orders by score the headings of the chart carry the mark,
    else the rows that are.
    """
    rows: list[Row] = []
    tones = _DIRECTION_COLOURS if comparable else {"": MUTED}
    now_mixed, moves_mixed = (len(set(kinds) - {""}) > 1 for kinds in (later["place_kind"], table["place_kind"]))
    numbers = {
        str(unit): _number(place, str(kind), marked=now_mixed)
        for unit, place, kind in zip(later["unit"], later["place"], later["place_kind"], strict=True)
    }
    for row in table.to_dict("records"):
        unit = str(row["unit"])
        ends = ("_from", "_to")
        texts = [_figures(row, end, year, subject) for end, year in zip(ends, years, strict=True)]
        kind = str(row["place_kind"])
        places = [
            place_text(row[f"place{end}"], row[f"place_of{end}"], kind, str(row[f"note_codes{end}"])) for end in ends
        ]
        moved = row["direction"] != ""
        is_chosen = unit in chosen
        rows.append(
            {
                "label": f"{numbers[unit]} {subject.names[unit]}",
                "from": None if comparable and row["degree"] == "break" else _plain(row[by.column_from]),
                "to": _plain(row[by.column_to]),
                "colour": ACCENT if is_chosen else tones[str(row["direction"])],
                "chosen": is_chosen,
                "name": subject.names[unit],
                "right": place_change_cell(row["place_change"], kind if moves_mixed else "")
                if comparable
                else texts[0],
                "earlier": texts[0],
                "later": texts[1],
                "points": ""
                if pd.isna(row["score_change"])
                else score_change_text(row["score_change"], subject.index, subject.language),
                "places": f"{places[0]} → {places[1]}" if moved else "",
                "reason": own_reasons.get(unit, ""),
            }
        )
    return rows


def _number(place: int | None, kind: str, *, marked: bool) -> str:
    """Write the place in the later edition before a name: "12.", "12. (*)" where ranks and orders meet."""
    if place is None or pd.isna(place):
        return NO_FIGURE
    return f"{place}. {ORDER}" if marked and kind == "order" else f"{place}."


def _figures(row: Mapping[Hashable, Any], end: str, year: int, subject: Subject) -> str:
    """Write a score with the published rank in brackets, whichever of the two are held."""
    score = subject.score(row[f"score{end}"], origin_of(row, end), year)
    if pd.isna(row[f"rank{end}"]):
        return score
    rank = place_text(row[f"rank{end}"], row[f"rank_of{end}"], "rank", str(row[f"note_codes{end}"]))
    return f"({rank})" if score == NO_FIGURE else f"{score} ({rank})"


def _plain(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
