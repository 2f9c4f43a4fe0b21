"""What moved a place, in sentences. Places here are orders by score, so that they are called positions."""

from typing import Any

import pandas as pd

from indicators.movement import Movement
from wording.findings import place_change_words
from wording.language import Language


def movement_words(movement: Movement, unit: str, language: Language) -> str:
    """Say what the province's own score and the others' scores did to its place; "" where the unit has no movement."""
    row = _row(movement, unit)
    if row["reason"]:
        return ""
    changes = {name: place_change_words(int(row[name]), "order", language) for name in ("whole", "own", "field")}
    return language.text(
        "Order by score: {whole} of {of}; own movement: {own}; field movement: {field}", of=movement.place_of, **changes
    )


def rank_beside_words(movement: Movement, unit: str, language: Language) -> str:
    """Say what the published ranks did where they do not agree with the order by score; "" where they do or are not
    held.
    """
    row = _row(movement, unit)
    if pd.isna(row["ranks_agree"]) or row["ranks_agree"]:
        return ""
    return language.text(
        "Published rank: {change}. The publisher ranks equal scores differently, so the two parts add up to the change "
        "of the order by score, not to that of the rank.",
        change=place_change_words(int(row["rank_change"]), "rank", language),
    )


def field_words(movement: Movement, language: Language) -> str:
    """Say among how many units the places are, where former ones count or the two editions measured different units;
    "" where they measured the same ones of today's table.
    """
    if movement.former:
        return language.text(
            "Places are those among the {count} provinces measured in both editions, {former} of which no longer "
            "existing.",
            count=movement.place_of,
            former=movement.former,
        )
    if movement.fields_differ:
        return language.text(
            "Places are those among the {count} provinces measured in both editions.", count=movement.place_of
        )
    return ""


def _row(movement: Movement, unit: str) -> dict[str, Any]:
    row = movement.table[movement.table["unit"] == unit].iloc[0].to_dict()
    return {str(name): value for name, value in row.items()}
