"""How firm a place is, in sentences: the points to those some places up and down, and who lies within the rounding."""

from typing import Any

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.robustness import FARTHEST, Robustness
from wording.language import Language
from wording.numbers import number


def separation_words(
    release: Release,
    key: EditionKey,
    robustness: Robustness,
    unit: str,
    language: Language,
    places: int = FARTHEST,
    component: str = OVERALL,
) -> str:
    """Say how many points separate a unit from those some places up and down; "" for a unit without a place.

    Ends of the list are left out: the first province has nobody ahead.
    """
    row = _row(robustness, unit)
    amounts = {
        direction: _amount(release, key, component, float(points), language)
        for direction in ("up", "down")
        if pd.notna(points := row[f"{direction}_{places}"])
    }
    # "Places" are those of published ranks, "positions" those of the order by score.
    if robustness.place_kind == "rank":
        sentences = {"up": "{amount} short of {count} places up", "down": "{amount} ahead of {count} places down"}
    else:
        sentences = {"up": "{amount} short of {count} positions up", "down": "{amount} ahead of {count} positions down"}
    words = [language.text(sentences[end], amount=amount, count=places) for end, amount in amounts.items()]
    return "; ".join(words)


def rounding_words(
    release: Release,
    key: EditionKey,
    robustness: Robustness,
    unit: str,
    language: Language,
    component: str = OVERALL,
) -> str:
    """Say how many others score within one step of the last printed decimal; "" where none does."""
    row = _row(robustness, unit)
    if pd.isna(row["within"]) or int(row["within"]) == 0:
        return ""
    decimals = release.catalogue.edition(key).decimals
    return language.counted(
        "{count} other province scores within {amount}: such a difference may come from rounding alone.",
        "{count} other provinces score within {amount}: such a difference may come from rounding alone.",
        int(row["within"]),
        amount=_amount(release, key, component, robustness.step, language, decimals),
    )


def tied_words(robustness: Robustness, unit: str, language: Language) -> str:
    """Say with how many others a unit shares its place; "" where with none."""
    row = _row(robustness, unit)
    if pd.isna(row["tied"]) or int(row["tied"]) == 0:
        return ""
    return language.counted("tied with {count} province", "tied with {count} provinces", int(row["tied"]))


def _row(robustness: Robustness, unit: str) -> dict[str, Any]:
    row = robustness.table[robustness.table["unit"] == unit].iloc[0].to_dict()
    return {str(name): value for name, value in row.items()}


def _amount(
    release: Release,
    key: EditionKey,
    component: str,
    points: float,
    language: Language,
    decimals: int | None = None,
) -> str:
    index = release.catalogue.index(key.index)
    written = number(points, index.display_decimals if decimals is None else decimals, language)
    if index.unit_of(component, key.year) == "percent":
        return language.text("{amount} percentage points", amount=written)
    return language.text("{score} points", score=written)
