"""An edition of the 63 seen by today's provinces in words: ranges, computed means, by what rule, and who is missing."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, cast

import pandas as pd

from indicators.catalogue import EditionKey, Index
from indicators.release import Release
from indicators.succession import TodaysView
from wording.findings import score_number, score_text
from wording.headlines import edition_title
from wording.language import Language
from wording.marks import figure_marks, marked, origin_of
from wording.names import joined, province_name

Row = Mapping[Hashable, Any]

_NAMED = 6  # provinces that one sentence names


def range_text(row: Row, index: Index, component: str, year: int, language: Language) -> str:
    """Write the range of a merged province's predecessors with the marks of its ends: "38,97–42,47 †"; "" for none.

    `row`: of `TodaysView.table`.
    """
    if pd.isna(row["lowest"]):
        return ""
    low, high = (score_number(row[end], index, component, year, language) for end in ("lowest", "highest"))
    return marked(f"{low}–{high}", figure_marks(str(row["range_kind"]), str(row["note_codes"])))


def absent_words(release: Release, absent: str, language: Language) -> str:
    """Name the predecessors that have no score, "Bình Dương không có số liệu"; "" for none."""
    if not absent:
        return ""
    names = joined([release.provinces.name(unit, language.code) for unit in absent.split(";")], language)
    return language.text("no figure of {provinces}", provinces=names)


def todays_title(release: Release, key: EditionKey, component: str, language: Language) -> str:
    """Name an edition of the 63 that is seen by today's provinces."""
    return language.text("{title}, by today's provinces", title=edition_title(release, key, component, language))


def todays_headline(
    release: Release, key: EditionKey, component: str, seen: TodaysView, unit: str, language: Language
) -> str:
    """Say what the predecessors of one of the 34 scored, and the computed mean; or who is missing."""
    row = cast("Row", seen.table[seen.table["unit"] == unit].to_dict("records")[0])
    index = release.catalogue.index(key.index)
    said: dict[str, object] = {
        "title": edition_title(release, key, component, language),
        "province": province_name(release.provinces, unit, language),
        "score": score_text(row["score"], origin_of(row), index, component, key.year, language),
        "range": range_text(row, index, component, key.year, language),
    }
    if row["absent"]:
        return language.text(
            "{title}: {province}: {absent}.", absent=absent_words(release, row["absent"], language), **said
        )
    if row["predecessors"] == 1:
        return language.text("{title}: {province} scored {score} before 1 July 2025, on the same territory.", **said)
    if pd.isna(row["score"]):
        return language.text("{title}: {province}: the former provinces scored {range}.", **said)
    return language.text("{title}: {province}: the former provinces scored {range}; mean {score}.", **said)


def todays_sentences(views: Iterable[TodaysView], language: Language) -> list[str]:
    """Say what pictures by today's provinces are made of, and by what rules; nothing where there is no such picture."""
    seen = list(views)
    if not seen:
        return []
    sentences = [
        language.text(
            "Figures of the 63 shown by today's 34: a province that was not merged has its own figure, a merged one a "
            "mean of its former provinces. These are no results of the new provinces and are not ranked."
        )
    ]
    if any(view.rule == "publisher" for view in seen):
        sentences.append(language.text("† Plain mean of the former provinces, by the publisher's own rule."))
    years = sorted({year for view in seen for year in view.weight_years})
    if years:
        named = joined([str(year) for year in years], language)
        sentences.append(language.text("† Mean weighted by the average population of {years}.", years=named))
    return sentences


def hatched_sentence(release: Release, seen: TodaysView, language: Language) -> str:
    """Name the provinces of which nothing can be said, each with the predecessors that have no figure; "" for none.

    Of many it says how many.
    """
    lacking = seen.table[seen.table["absent"] != ""]
    if lacking.empty:
        return ""
    if len(lacking) > _NAMED:
        return language.text(
            "Hatched: {count} provinces of whose former ones not every figure is held; the table names these.",
            count=len(lacking),
        )
    of_each = [
        f"{release.provinces.name(str(unit), language.code)} ({absent_words(release, str(absent), language)})"
        for unit, absent in zip(lacking["unit"], lacking["absent"], strict=True)
    ]
    return language.text("Hatched, since figures are missing: {provinces}.", provinces="; ".join(of_each))
