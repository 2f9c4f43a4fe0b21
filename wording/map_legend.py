"""The classes of a map in words, from the lowest or the first to the last, each with the number of its provinces."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.catalogue import Index
from indicators.map_classes import Classes
from wording.findings import score_number
from wording.language import Language
from wording.names import group_name
from wording.numbers import number

LegendKind = Literal["score", "place", "group", "change"]


@dataclass(frozen=True, slots=True)
class LegendClass:
    """One class of a map: its number as in the rows, its words with the count, how many provinces it holds."""

    number: int
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class MapLegend:
    """All classes of a map; `missing` says how many provinces have no value, "" where all have one, and
    `missing_count` counts them.
    """

    kind: LegendKind
    classes: tuple[LegendClass, ...]
    missing: str
    missing_count: int


def score_legend(
    classes: Classes, numbers: pd.Series, index: Index, component: str, year: int, language: Language
) -> MapLegend:
    """Name classes of scores: "trên 42,80 đến 44,20 (12 tỉnh)".

    `numbers`: the class of every province, missing where it has no score.
    """
    return _legend("score", class_ranges(classes, index, component, year, language), numbers, language)


def class_ranges(classes: Classes, index: Index, component: str, year: int, language: Language) -> list[str]:
    """Name classes of scores without numbers of provinces: "trên 42,80 đến 44,20"."""
    texts: list[str] = []
    for position in range(classes.count):
        low, high = (score_number(end, index, component, year, language) for end in classes.ends(position))
        sentence = "over {low} to {high}" if position else "{low} to {high}"
        texts.append(language.text(sentence, low=low, high=high))
    return texts


def place_legend(classes: Classes, numbers: pd.Series, place_kinds: Iterable[str], language: Language) -> MapLegend:
    """Name bands of places, the best first: "Hạng 1–13", "Thứ tự 1–13" of orders by score, or both where they meet."""
    kinds = set(place_kinds) - {""}
    sentence = "Rank {first}–{last}"
    if "order" in kinds:
        sentence = "Order {first}–{last}" if kinds == {"order"} else "Rank, order (*) {first}–{last}"
    texts: list[str] = []
    for position in range(classes.count):
        low, high = classes.ends(position)
        texts.append(language.text(sentence, first=int(low) + 1, last=int(high)))
    return _legend("place", texts, numbers, language)


def group_legend(numbers: pd.Series, index: Index, language: Language) -> MapLegend:
    """Name the publisher's groups, the best first; `numbers` are positions in `index.groups`."""
    return _legend("group", [group_name(index, group.id, language) for group in index.groups], numbers, language)


def change_legend(classes: Classes, numbers: pd.Series, index: Index, language: Language) -> MapLegend:
    """Name the five classes of a score change, from the largest fall to the largest rise."""
    small, large = (number(limit, index.display_decimals, language) for limit in classes.limits[2:])
    texts = [
        language.text("down {large} or more", large=large),
        language.text("down {small} to under {large}", small=small, large=large),
        language.text("down under {small} to up {small}", small=small),
        language.text("up over {small} to {large}", small=small, large=large),
        language.text("up over {large}", large=large),
    ]
    return _legend("change", texts, numbers, language)


def _legend(kind: LegendKind, texts: list[str], numbers: pd.Series, language: Language) -> MapLegend:
    counts = [int((numbers == position).sum()) for position in range(len(texts))]
    classes = tuple(
        LegendClass(
            position,
            language.counted("{text} ({count} province)", "{text} ({count} provinces)", count, text=text),
            count,
        )
        for position, (text, count) in enumerate(zip(texts, counts, strict=True))
    )
    absent = int(numbers.isna().sum())
    missing = language.counted("No data ({count} province)", "No data ({count} provinces)", absent) if absent else ""
    return MapLegend(kind, classes, missing, absent)
