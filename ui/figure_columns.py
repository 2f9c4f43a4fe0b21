"""What every downloaded file says of a figure: whose it is, what it is, of what kind, with which notes, from where."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from indicators.catalogue import Index
from indicators.release import Release
from indicators.units import Unit
from wording.gaps import reason_sentence
from wording.language import Language
from wording.names import group_name, region_name, unit_system_name
from wording.sources import sentences_of_notes

Columns = dict[str, list[Any]]

_BETWEEN_SOURCES = " | "


def province_columns(release: Release, units: Iterable[str], language: Language) -> Columns:
    """Return what names a province in a file: the unit system and the code, which only together are a key, the name
    and the region.
    """
    text, provinces = language.text, release.provinces
    parsed = [Unit.parse(unit) for unit in units]
    regions = [provinces[unit.key].region for unit in parsed]
    return {
        text("Administrative units"): [unit_system_name(unit.system, language) for unit in parsed],
        text("Code"): [unit.code for unit in parsed],
        text("Province"): [provinces.name(unit.key, language.code) for unit in parsed],
        text("Region"): [region_name(provinces, region, language) if region else "" for region in regions],
    }


def figure_columns(
    release: Release, index: Index, rows: pd.DataFrame, language: Language, year: int | None = None
) -> Columns:
    """Return all that is known of the figures of some rows, headings with the year where one is given.

    `rows`: score, rank, rank_of, place, place_of, place_kind, kind, note_codes, source_id, reason as from
    `results.edition_table`; with group and group_kind where the frame has them. Scores are unrounded, and every note
    that readers may see is said in words.
    """
    text = language.text
    kinds = {"published": text("published"), "computed": text("computed"), "": ""}
    places = {"rank": text("published rank"), "order": text("order by score"), "": ""}
    columns: Columns = {
        text("Score"): rows["score"].to_list(),
        text("Kind of figure"): [kinds[kind] for kind in rows["kind"]],
        text("Published rank"): rows["rank"].to_list(),
        text("Of how many ranked"): rows["rank_of"].to_list(),
        text("Rank or order"): rows["place"].to_list(),
        text("Of how many"): rows["place_of"].to_list(),
        text("Kind of place"): [places[kind] for kind in rows["place_kind"]],
    }
    if "group" in rows and index.groups:
        columns[text("Group")] = [group_name(index, group, language) for group in rows["group"]]
        columns[text("Kind of group")] = [kinds[kind] for kind in rows["group_kind"]]
    reasons = zip(rows["reason"], rows["note_codes"], strict=True)
    columns[text("Note")] = [_note(release, str(reason), str(codes), language) for reason, codes in reasons]
    columns[text("Source")] = [sources_text(release, index, ids, "title") for ids in rows["source_id"]]
    columns[text("Address of the source")] = [sources_text(release, index, ids, "address") for ids in rows["source_id"]]
    return columns if year is None else {f"{heading} {year}": values for heading, values in columns.items()}


def _note(release: Release, reason: str, note_codes: str, language: Language) -> str:
    sentences = sentences_of_notes(release, note_codes, language).values()
    return " ".join([*([reason_sentence(reason, language)] if reason else []), *sentences])


def sources_text(release: Release, index: Index, source_ids: str, field: str) -> str:
    """Write a field of the sources of a figure in one cell."""
    ids = [source for source in source_ids.split(";") if source]
    return _BETWEEN_SOURCES.join(str(release.source(index.id, source)[field]) for source in ids)
