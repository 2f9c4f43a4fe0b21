"""Sentences that state a finding: the heading of a page, a slide, a summary."""

from typing import Any, cast

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.change import Change
from indicators.headroom import NextPlace
from indicators.measurement import measured_units
from indicators.release import Release
from wording.findings import (
    place_change_words,
    place_words,
    score_change_words,
    score_text,
    score_words,
)
from wording.gaps import missing_words
from wording.language import Language
from wording.marks import Origin, marked, origin_of, rank_marks
from wording.names import component_name, edition_name, group_name, joined, named_or_counted, province_name
from wording.numbers import number


def edition_title(release: Release, key: EditionKey, component: str, language: Language) -> str:
    """Name what is shown: "PAPI 2024", or "PAPI 2024 – Quản trị điện tử" for a component."""
    name = edition_name(release, key, language)
    if component == OVERALL:
        return name
    index = release.catalogue.index(key.index)
    return f"{name} – {component_name(index, component, key.year, language)}"


def edition_headline(release: Release, key: EditionKey, component: str, table: pd.DataFrame, language: Language) -> str:
    """Say who stands first in an edition, by published rank or by score; `table` as from `results.edition_table`."""
    title = edition_title(release, key, component, language)
    index = release.catalogue.index(key.index)
    first = table[table["place"] == 1]
    if first.empty:
        return language.text(
            "{title}: results of {count} provinces", title=title, count=int(table["place"].notna().sum())
        )
    names = joined([province_name(release.provinces, str(unit), language) for unit in first["unit"]], language)
    row = _row(first)
    # Of several first ones the sentence holds one score: it carries the marks of each.
    kind = "computed" if (first["kind"] == "computed").any() else "published"
    origin = Origin(kind, ";".join(first["note_codes"].astype("str")))
    if pd.isna(row["score"]):
        sentence = language.text("{title}: {provinces} ranks first", title=title, provinces=names)
        return marked(sentence, rank_marks(str(row["place_kind"]), origin.note_codes))
    score = score_text(row["score"], origin, index, component, key.year, language)
    sentence = (
        "{title}: {provinces} ranks first ({score})"
        if row["place_kind"] == "rank"
        else "{title}: {provinces} has the highest score ({score})"
    )
    return language.text(sentence, title=title, provinces=names, score=score)


def province_headline(
    release: Release,
    key: EditionKey,
    component: str,
    table: pd.DataFrame,
    unit: str,
    change: Change | None,
    earlier_year: int | None,
    language: Language,
) -> str:
    """Say where a province stands in an edition and what changed since an earlier one.

    `table` as from `results.edition_table`; `change` since the edition of `earlier_year`, None where there is none.
    """
    row = _row(table[table["unit"] == unit])
    title = edition_title(release, key, component, language)
    province = province_name(release.provinces, unit, language)
    index = release.catalogue.index(key.index)
    if pd.isna(row["score"]) and row["place_kind"] == "":
        return missing_words(release, key, component, unit, str(row["reason"]), language)
    where = _where(index, key, component, row, language)
    sentence = language.text("{title}: {province} {where}", title=title, province=province, where=where)
    if row["place_kind"] == "rank":
        sentence += _ties(release, table, row, language)
    if change is None or earlier_year is None:
        return f"{sentence}."
    return f"{sentence}; {since_words(index, key, component, unit, change, earlier_year, language)}."


def _where(index: Index, key: EditionKey, component: str, row: dict[str, Any], language: Language) -> str:
    parts: list[str] = []
    if pd.notna(row["score"]):
        score = score_words(row["score"], origin_of(row), index, component, key.year, language)
        parts.append(language.text("scores {score}", score=score))
    if row["group"]:
        group = group_name(index, str(row["group"]), language)
        deduced = row["group_kind"] == "computed"
        sentence = "in the group {group} (deduced)" if deduced else "in the group {group}"
        parts.append(language.text(sentence, group=group))
    if row["place_kind"]:
        of, kind, notes = _number(row["place_of"]), str(row["place_kind"]), str(row["note_codes"])
        parts.append(place_words(int(row["place"]), of, kind, notes, language))
    if "announced_by_province" in str(row["note_codes"]).split(";"):
        parts.append(language.text("as stated by the province, not in the publisher's list"))
    return ", ".join(parts)


def _ties(release: Release, table: pd.DataFrame, row: dict[str, Any], language: Language) -> str:
    same = table.loc[table["rank"] == row["rank"], "unit"].tolist()
    others = [province_name(release.provinces, str(unit), language) for unit in same if unit != row["unit"]]
    if not others:
        return ""
    names = joined(others, language)
    return language.text(" (tied with {provinces})", provinces=names)


def change_title(release: Release, earlier: EditionKey, later: EditionKey, component: str, language: Language) -> str:
    """Name two editions: "PAPI 2023 → 2024", with the component where it is not the total."""
    index = release.catalogue.index(later.index)
    title = f"{index.short_name} {earlier.year} → {later.year}"
    if component == OVERALL:
        return title
    return f"{title} – {component_name(index, component, later.year, language)}"


def change_headline(
    release: Release, earlier: EditionKey, later: EditionKey, component: str, change: Change, language: Language
) -> str:
    """Say how many rose and fell between two editions, and who rose most; or that the two are not compared.

    Where the places of some measured provinces are not held, it says of how many it speaks, and nobody rose most.
    """
    title = change_title(release, earlier, later, component, language)
    if not change.comparison.comparable:
        return language.text("{title}: not compared", title=title)
    directions = change.table["direction"]
    counts = {name: int((directions == name).sum()) for name in ("up", "down", "same")}
    if not any(counts.values()):
        return language.text("{title}: no place is held in both years", title=title)
    both = [measured_units(release, key, component) for key in (earlier, later)]
    held, measured = sum(counts.values()), len(both[0] & both[1])
    if held < measured:
        return language.text(
            "{title}: {up} rose, {down} fell, {same} unchanged; places of {held} of {measured} provinces are held",
            title=title,
            held=held,
            measured=measured,
            **counts,
        )
    sentence = language.text("{title}: {up} rose, {down} fell, {same} unchanged", title=title, **counts)
    if not counts["up"]:
        return sentence
    largest = int(change.table["place_change"].max())
    said: list[str] = []
    for kind in ("rank", "order"):  # places and positions are said apart
        most = (change.table["place_change"] == largest) & (change.table["place_kind"] == kind)
        units = [str(unit) for unit in change.table.loc[most, "unit"]]
        names = [province_name(release.provinces, unit, language) for unit in units]
        if names:
            words = place_change_words(largest, kind, language)
            said.append(f"{named_or_counted(names, language)}, {words}")
    return sentence + language.text("; most: {changes}", changes="; ".join(said))


def since_words(
    index: Index, key: EditionKey, component: str, unit: str, change: Change, year: int, language: Language
) -> str:
    """Say what changed for a province since an earlier year, or why no change can be given."""
    row = change.of(unit)
    degree = str(row["degree"])
    if degree == "break":
        return language.text("not compared with {year}, as the method changed", year=year)
    if degree == "unit_system":
        return language.text("not compared with {year}, as the administrative units changed", year=year)
    parts: list[str] = []
    if row["place_kind"]:
        parts.append(place_change_words(int(row["place_change"]), str(row["place_kind"]), language))
        if change.fields_differ:
            parts[-1] += language.text(" among the {count} provinces with figures in both years", count=change.common)
    if pd.notna(row["score_change"]):
        parts.append(score_change_words(float(row["score_change"]), index, component, key.year, language))
    if not parts:
        missing = year if pd.isna(row["score_from"]) and pd.isna(row["rank_from"]) else key.year
        return language.text("change cannot be worked out ({year} missing)", year=missing)
    changes = language.text("{changes} on {year}", changes=", ".join(parts), year=year)
    return changes + (language.text(" (compare with caution)") if degree == "revision" else "")


def next_place_words(
    release: Release, key: EditionKey, answer: NextPlace, table: pd.DataFrame, language: Language
) -> str:
    """Say how many points are missing to the next place; `table` as from `results.edition_table`."""
    index = release.catalogue.index(key.index)
    ahead = table[table["unit"].isin(answer.units_ahead)]
    provinces = [province_name(release.provinces, unit, language) for unit in answer.units_ahead]
    former = [name.in_language(language.code) for name in answer.former_ahead]
    names = joined([*provinces, *former], language)
    points = number(answer.points, index.display_decimals, language)
    notes = ";".join(ahead["note_codes"].astype("str"))
    place = place_words(answer.place, answer.place_of, answer.place_kind, notes, language)
    return language.text(
        "{points} points short of {provinces} ({place}); not a forecast", points=points, provinces=names, place=place
    )


def _row(table: pd.DataFrame) -> dict[str, Any]:
    return cast("dict[str, Any]", table.iloc[0].to_dict())


def _number(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
