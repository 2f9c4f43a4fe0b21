"""How much of an edition is held and why not all of it; what lies between editions; in words for cells and tables."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from indicators.catalogue import EditionKey
from indicators.release import Release
from wording.gaps import short_reason
from wording.language import Language
from wording.names import edition_name, province_name
from wording.numbers import NO_FIGURE, whole

Row = Mapping[Any, Any]

LEVELS = ("whole", "most", "part", "none", "not_known")


def level_words(level: str, language: Language) -> str:
    """Say a level of coverage, for a legend; `level` as in `indicators.coverage`."""
    return language.text(_LEVELS[level])


def held_of_due(held: Any, due: Any, language: Language) -> str:
    """Write a count, "19/63"; the count alone where what is due is not known, an en dash where none is due."""
    if pd.isna(due):
        return whole(int(held), language)
    return f"{whole(int(held), language)}/{whole(int(due), language)}" if due else NO_FIGURE


def coverage_cell(row: Row, language: Language) -> str:
    """Write the cell of an edition: scores held of due, "?" where it is not known that there is anything to hold."""
    if row["level"] == "not_known":
        return "?"
    return held_of_due(row["scores_held"], row["scores_due"] or pd.NA, language)


def coverage_reason(release: Release, row: Row, language: Language) -> str:
    """Say why the totals of an edition are not all held; "" where they are."""
    reason = str(row["reason"])
    if reason in ("not_yet_published", "unknown", ""):
        return short_reason(reason, language) if reason else ""
    if reason == "held_back":
        return language.text("being checked again and not shown")
    if reason == "best_30_only":
        key = EditionKey(str(row["index"]), int(row["year"]), row["unit_system"])
        return language.text("only the best {ranked} are published", ranked=release.catalogue.edition(key).units_ranked)
    absent = int(row["scores_due"]) - int(row["scores_held"])
    if not row["scores_due"] or not row["scores_held"]:
        return language.text("published, not collected yet")
    return language.counted("{count} score not collected yet", "{count} scores not collected yet", absent)


def coverage_headline(table: pd.DataFrame, language: Language) -> str:
    """Say of how many published editions all totals are held; `table` as from `indicators.coverage.coverage`."""
    published = table[table["status"] == "published"]
    return language.text(
        "All scores are held of {whole} of {published} published editions",
        whole=int((published["level"] == "whole").sum()),
        published=len(published),
    )


def province_coverage_words(
    release: Release, unit: str, counts: Mapping[str, tuple[int, int]], language: Language
) -> str:
    """Say in how many editions of each index a province has a result here; `counts` by index id, (held, published)."""
    parts = [
        language.text(
            "{index} {held}/{published}", index=release.catalogue.index(index).short_name, held=h, published=p
        )
        for index, (h, p) in counts.items()
    ]
    return language.text(
        "{province}: editions with a result held, of those published: {counts}.",
        province=province_name(release.provinces, unit, language),
        counts=" · ".join(parts),
    )


def edition_of(release: Release, row: Row, language: Language) -> str:
    """Name the edition of a row of coverage."""
    return edition_name(release, EditionKey(str(row["index"]), int(row["year"]), row["unit_system"]), language)


def degree_words(degree: str, language: Language) -> str:
    """Say how strong a change between two editions is; `degree` as in `breaks`."""
    return language.text(_DEGREES[degree])


def found_how_words(found_how: str, language: Language) -> str:
    """Say how a change of method is known; a text that is not one of the known ones stands as it is."""
    return language.text(_FOUND[found_how]) if found_how in _FOUND else found_how


_LEVELS = {
    "whole": "all scores held",
    "most": "half of them or more",
    "part": "less than half",
    "none": "published, none held",
    "not_known": "not published, or not known",
}
_DEGREES = {
    "break": "not comparable",
    "revision": "compare with caution",
    "publication": "only what is published changed",
}
_FOUND = {
    "stated by publisher": "stated by the publisher",
    "seen in figures by us": "seen in the figures",
    "read in a secondary source": "read in a secondary source",
}
