"""The rows of a picture of change: their order, what is measured along them, and their texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from charts.subject import Subject
from charts.theme import ACCENT, BLUE, DOWN, MUTED, QUIET, Row
from wording.findings import place_change_cell, place_text, score_change_text
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


def ordered(table: pd.DataFrame, places_now: Mapping[str, int]) -> pd.DataFrame:
    """Order by place in the later edition, then by its score, then those without either in the order they came."""
    place = [places_now.get(str(unit)) for unit in table["unit"]]
    keys = pd.DataFrame(
        {
            "place": pd.to_numeric(pd.Series(place, table.index), errors="coerce"),
            "score": -table["score_to"].astype("float64"),
            "came": range(len(table)),
        },
        index=table.index,
    )
    return table.loc[keys.sort_values(["place", "score", "came"], na_position="last").index]


def change_rows(
    table: pd.DataFrame,
    places_now: Mapping[str, int],
    years: tuple[int, int],
    subject: Subject,
    by: Measure,
    comparable: bool,
    chosen: Sequence[str],
) -> list[Row]:
    """Return one row a unit: label, from, to (on the x axis), colour, chosen, name, right, texts of the tooltip.

    `table` as from `ordered`. `right` is the arrow with its places, or the earlier figure where nothing is compared.
    """
    rows: list[Row] = []
    tones = _DIRECTION_COLOURS if comparable else {"": MUTED}
    for row in table.to_dict("records"):
        unit = str(row["unit"])
        place = places_now.get(unit)
        place = None if place is None or pd.isna(place) else int(place)
        scores = [subject.score(row[f"score_{end}"], year) for end, year in zip(("from", "to"), years, strict=True)]
        ranks = ["" if pd.isna(row[f"rank_{end}"]) else str(row[f"rank_{end}"]) for end in ("from", "to")]
        texts = [_figures(score, rank) for score, rank in zip(scores, ranks, strict=True)]
        places = [
            place_text(row[f"place_{end}"], row[f"place_of_{end}"], str(row["place_kind"])) for end in ("from", "to")
        ]
        moved = row["direction"] != ""
        is_chosen = unit in chosen
        rows.append(
            {
                "label": f"{NO_FIGURE if place is None else f'{place}.'} {subject.names[unit]}",
                "from": _plain(row[by.column_from]),
                "to": _plain(row[by.column_to]),
                "colour": ACCENT if is_chosen else tones[str(row["direction"])],
                "chosen": is_chosen,
                "name": subject.names[unit],
                "right": place_change_cell(row["place_change"]) if comparable else texts[0],
                "earlier": texts[0],
                "later": texts[1],
                "points": ""
                if pd.isna(row["score_change"])
                else score_change_text(row["score_change"], subject.index, subject.language),
                "places": f"{places[0]} → {places[1]}" if moved else "",
            }
        )
    return rows


def _figures(score: str, rank: str) -> str:
    """Write a score with the published rank in brackets, whichever of the two are held."""
    if not rank:
        return score
    return f"({rank})" if score == NO_FIGURE else f"{score} ({rank})"


def _plain(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
