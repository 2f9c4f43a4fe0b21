"""Titles of slides: sentences that state the finding, made from the figures, short enough for the top of a slide.

A title has no full stop. What does not fit into `TITLE_LIMIT` letters is left out from the end: what is compared always
stays, the component that contributed most only where there is room.
"""

from collections.abc import Sequence
from typing import Any, cast

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.change import Change
from indicators.decomposition import Decomposition
from indicators.measurement import left_out
from indicators.release import Release
from wording.findings import place_change_words, place_words, score_change_words, score_words
from wording.gaps import missing_words, short_reason
from wording.language import Language
from wording.marks import COMPUTED, marked, origin_of, rank_marks
from wording.names import component_name, edition_name, group_name, named_or_counted, province_name
from wording.numbers import signed

TITLE_LIMIT = 140


def index_title(
    release: Release,
    key: EditionKey,
    table: pd.DataFrame,
    unit: str,
    change: Change | None,
    earlier_year: int | None,
    decomposition: Decomposition | None,
    language: Language,
) -> str:
    """Say where a province stands in an edition, what changed, and which component contributed most.

    `table` as from `results.edition_table`, `change` and `decomposition` since the edition of `earlier_year`, None
    where there is none. The clause on the component stands only where the decomposition of the province is exact.
    """
    row = unit_row(table, unit)
    if pd.isna(row["score"]) and row["place_kind"] == "":
        return missing_title(release, key, unit, str(row["reason"]), language)
    firsts = [
        language.text(
            "{title}: {province} {where}",
            title=edition_name(release, key, language),
            province=province_name(release.provinces, unit, language),
            where=_where(release, key, table, row, language, brief=brief),
        )
        for brief in (False, True)
    ]
    if change is None or earlier_year is None:
        return fitted(*firsts)
    since = _since(release, key, row, change, earlier_year, language)
    title = fitted(*(_with_clause(first, since, needed=True) for first in firsts))
    if decomposition is None or unit_row(change.table, unit)["degree"] == "break":
        return title
    return _with_clause(title, _contribution(release, key, decomposition, unit, language), needed=False)


def missing_title(release: Release, key: EditionKey, unit: str, reason: str, language: Language) -> str:
    """Say that an edition has no result for a province, and why; `reason` is one of `results.MissingReason`."""
    if reason not in ("left_out", "not_measured"):
        return missing_words(release, key, OVERALL, unit, reason, language).rstrip(".")
    edition, province = edition_name(release, key, language), province_name(release.provinces, unit, language)
    absence = left_out(release, key, OVERALL)[unit].words.in_language(language.code)
    return fitted(
        *(
            language.text(
                "{edition}: no result for {province} ({reason})", edition=edition, province=province, reason=why
            )
            for why in (absence, short_reason(reason, language))
        )
    )


def _where(
    release: Release, key: EditionKey, table: pd.DataFrame, row: dict[str, Any], language: Language, *, brief: bool
) -> str:
    """Say the place or the score of a row; a brief one says a group without the score, and marks it if deduced."""
    index = release.catalogue.index(key.index)
    kind, notes = str(row["place_kind"]), str(row["note_codes"])
    others = _level_with(release, table, row, language)
    if kind == "rank" and pd.notna(row["place_of"]):
        fields = {"place": int(row["place"]), "of": int(row["place_of"]), "provinces": others}
        sentence = "ties for rank {place} of {of} with {provinces}" if others else "ranks {place} of {of}"
        return marked(language.text(sentence, **fields), rank_marks(kind, notes))
    parts: list[str] = []
    if pd.notna(row["score"]):
        score = score_words(row["score"], origin_of(row), index, OVERALL, key.year, language)
        parts.append(language.text("scores {score}", score=score))
    if row["group"]:
        deduced = row["group_kind"] == "computed"
        sentence = "in the group {group} (deduced)" if deduced and not brief else "in the group {group}"
        words = language.text(sentence, group=group_name(index, str(row["group"]), language))
        if brief:
            return marked(words, COMPUTED if deduced else "")
        parts.append(words)
    elif kind:
        of = None if pd.isna(row["place_of"]) else int(row["place_of"])
        place = place_words(int(row["place"]), of, kind, notes, language)
        parts.append(place + (language.text(" (level with {provinces})", provinces=others) if others else ""))
    if "announced_by_province" in notes.split(";"):
        parts.append(language.text("as stated by the province, not in the publisher's list"))
    return ", ".join(parts)


def _level_with(release: Release, table: pd.DataFrame, row: dict[str, Any], language: Language) -> str:
    """Name those who share the place of a row, by rank or by score; "" for nobody."""
    if not row["place_kind"]:
        return ""
    level = (table["place"] == row["place"]) & (table["place_kind"] == row["place_kind"])
    units = [str(unit) for unit in table.loc[level.fillna(value=False), "unit"]]
    names = [province_name(release.provinces, unit, language) for unit in units if unit != row["unit"]]
    return named_or_counted(names, language)


def _since(
    release: Release, key: EditionKey, row: dict[str, Any], change: Change, year: int, language: Language
) -> list[str]:
    """Say what changed since a year, or why that is not said, from the longest wording to the shortest."""
    moved = unit_row(change.table, str(row["unit"]))
    degree = str(moved["degree"])
    short = language.text("not compared with {year}", year=year)
    if degree == "break":
        return [language.text("not compared with {year}, as the method changed", year=year), short]
    if degree == "unit_system":
        return [language.text("not compared with {year}, as the administrative units changed", year=year), short]
    cautions = ["", ""]
    if degree == "revision":
        cautions = [language.text(" (compare with caution)"), language.text(" (with caution)")]
    # Places and positions never meet in one sentence, nor does a position stand beside a group.
    told = not row["group"] or row["place_kind"] == "rank"
    places = ""
    if told and moved["place_kind"] and moved["place_kind"] == row["place_kind"]:
        places = place_change_words(int(moved["place_change"]), str(moved["place_kind"]), language)
        if change.fields_differ:
            places += language.text(" among the {count} provinces with figures in both years", count=change.common)
    score = ""
    if pd.notna(moved["score_change"]):
        index = release.catalogue.index(key.index)
        score = score_change_words(float(moved["score_change"]), index, OVERALL, key.year, language)
    if not places and not score:
        if row["place_kind"] == "rank":
            return [language.text("no rank of {year} to compare with", year=year)]
        return [language.text("change cannot be worked out ({year} missing)", year=year)]
    said: list[str] = []
    if places and score:
        against = float(moved["score_change"]) * int(moved["place_change"]) < 0
        both = language.text("{score} but {places}" if against else "{places}, {score}", score=score, places=places)
        said.append(both)
    said += [words for words in (places, score) if words]
    changes = [language.text("{changes} on {year}", changes=words, year=year) for words in said]
    return [words + caution for words in changes for caution in dict.fromkeys(cautions)]


def _contribution(
    release: Release, key: EditionKey, decomposition: Decomposition, unit: str, language: Language
) -> list[str]:
    row = unit_row(decomposition.units, unit)
    if not row["exact"] or not row["largest_component"]:
        return []
    index = release.catalogue.index(key.index)
    ids = str(row["largest_component"]).split(";")
    components = "; ".join(component_name(index, part, key.year, language, short=True) for part in ids)
    points = signed(float(row["largest_contribution"]), index.display_decimals, language)
    return [
        language.text("contributed most: {components} ({points} points)", components=components, points=points),
        language.text("contributed most: {components}", components=components),
    ]


def _with_clause(title: str, wordings: Sequence[str], *, needed: bool) -> str:
    """Add the longest wording of a clause that fits; where none does the shortest one if it is needed, else none."""
    for words in wordings:
        if len(longer := f"{title}; {words}") <= TITLE_LIMIT:
            return longer
    return f"{title}; {wordings[-1]}" if needed else title


def fitted(*titles: str, room: int = 0) -> str:
    """Return the first of some titles, from the longest wording to the shortest, that fits; else the last one.

    `room`: letters to be left for what is put behind the title.
    """
    return next((title for title in titles if len(title) <= TITLE_LIMIT - room), titles[-1])


def unit_row(table: pd.DataFrame, unit: str) -> dict[str, Any]:
    """Return the row of one unit of a table that has one row a unit."""
    return cast("dict[str, Any]", table[table["unit"] == unit].iloc[0].to_dict())
