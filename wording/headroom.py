"""How far a province is from the median and the best, and in which components most of that lies, in sentences.

Arithmetic on one edition and not a forecast. The next place is said by `headlines.next_place_words`.
"""

from typing import Any

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.component_gaps import ComponentGaps
from indicators.headroom import Headroom
from indicators.release import Release
from indicators.results import edition_table
from wording.findings import score_number
from wording.language import Language
from wording.marks import COMPUTED, figure_marks, marked
from wording.names import component_name
from wording.numbers import number, percent

LARGEST_GAPS = 3


def median_words(release: Release, key: EditionKey, answer: Headroom, unit: str, language: Language) -> str:
    """Say how far a unit is from the median of all measured units; "" for a unit without a figure."""
    row = _row(answer, unit)
    if pd.isna(row["points_to_median"]):
        return ""
    index = release.catalogue.index(key.index)
    points = float(row["points_to_median"])
    level = marked(score_number(answer.median, index, OVERALL, key.year, language), COMPUTED)
    amount = number(abs(points), index.display_decimals, language)
    if points == 0:
        return language.text("Level with the median of all provinces ({median})", median=level)
    of_percent = index.unit_of(OVERALL, key.year) == "percent"
    if points > 0:
        sentence = (
            "{amount} percentage points below the median of all provinces ({median})"
            if of_percent
            else "{amount} points below the median of all provinces ({median})"
        )
    else:
        sentence = (
            "{amount} percentage points above the median of all provinces ({median})"
            if of_percent
            else "{amount} points above the median of all provinces ({median})"
        )
    return language.text(sentence, amount=amount, median=level)


def best_words(release: Release, key: EditionKey, answer: Headroom, unit: str, language: Language) -> str:
    """Say how far a unit is from the best score; "" for a unit without a figure."""
    row = _row(answer, unit)
    if pd.isna(row["points_to_best"]):
        return ""
    index = release.catalogue.index(key.index)
    points = float(row["points_to_best"])
    best = marked(score_number(answer.best, index, OVERALL, key.year, language), _marks_of(release, key, answer.best))
    if points == 0:
        return language.text("Has the best score ({best})", best=best)
    amount = number(points, index.display_decimals, language)
    sentence = (
        "{amount} percentage points short of the best score ({best})"
        if index.unit_of(OVERALL, key.year) == "percent"
        else "{amount} points short of the best score ({best})"
    )
    return language.text(sentence, amount=amount, best=best)


def largest_gaps_words(release: Release, key: EditionKey, gaps: ComponentGaps, unit: str, language: Language) -> str:
    """Name the components in which most points of the total lie up to the best score of each; "" where none does.

    Only for a unit of which all parts are held, so that shares can be said.
    """
    own = gaps.table[(gaps.table["unit"] == unit) & (gaps.table["share"] > 0)]
    if own.empty:
        return ""
    index = release.catalogue.index(key.index)
    rows = own.sort_values("weighted_gap", ascending=False, kind="stable").head(LARGEST_GAPS).to_dict("records")
    named = [
        language.text(
            "{component} {points} points ({share})",
            component=component_name(index, str(row["component"]), key.year, language, short=True),
            points=number(float(row["weighted_gap"]), index.display_decimals, language),
            share=percent(_hundredfold(float(row["share"])), 0, language),
        )
        for row in rows
    ]
    return language.text(
        "Most points of the total, up to the best score of each component: {components}", components="; ".join(named)
    )


def _marks_of(release: Release, key: EditionKey, score: float) -> str:
    """Return the marks of the total that is this score, of each unit that has it."""
    table = edition_table(release, key)
    own = table[table["score"] == score]
    marks = [figure_marks(str(row["kind"]), str(row["note_codes"])) for row in own.to_dict("records")]
    return "".join(dict.fromkeys("".join(marks)))


def _hundredfold(share: float) -> float:
    return round(share * 100, 6)


def _row(answer: Headroom, unit: str) -> dict[str, Any]:
    row = answer.table[answer.table["unit"] == unit].iloc[0].to_dict()
    return {str(name): value for name, value in row.items()}
