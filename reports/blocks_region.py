"""A region: the places of its provinces in all indices, and index by index the places inside it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.results import edition_table
from reports.blocks_standing import change_cells, result_cells, source_line_of
from reports.cells import columns, text_cell
from reports.remembered import places_in_regions
from reports.slides import Cell, Table
from reports.story_parts import Part, Question, grounds, joined_grounds, left_out, records, row_of, table_parts
from wording.findings import place_text
from wording.gaps import partial_words, short_reason
from wording.marks import ORDER, marked
from wording.names import edition_name, named_or_counted, region_name
from wording.numbers import NO_FIGURE
from wording.slide_overviews import region_first_title, region_places_title, region_results_title
from wording.sources import editions_source_line


def newest_of_region(question: Question, region: str) -> list[EditionKey]:
    """List the newest edition of each index inside the years in which a province of the region has a figure."""
    units = question.release.provinces.units("63", region)
    found = [question.newest(index.id, unit) for index in question.release.catalogue.indices for unit in units]
    newest: dict[str, EditionKey] = {}
    for key in found:
        if key is not None and key.year >= newest.get(key.index, key).year:
            newest[key.index] = key
    return list(newest.values())


def region_standing(question: Question, region: str, keys: Sequence[EditionKey]) -> Part:
    """Lay the places of a region's provinces in all indices into one table."""
    release, language = question.release, question.language
    units = release.provinces.units("63", region)
    name = region_name(release.provinces, region, language)
    tables = {key: edition_table(release, key) for key in keys}
    rows = tuple(
        (Cell(question.name(unit)), *(_short_result(question, key, row_of(tables[key], unit)) for key in keys))
        for unit in units
    )
    headings = [language.text("Province"), *(edition_name(release, key, language) for key in keys)]
    table = Table(language.text("Places, else scores"), columns(*headings, wide=(0,)), rows)
    firsts: list[tuple[str, str]] = []
    for key in keys:
        places = places_in_regions(release, key)
        if not isinstance(places, CannotBeSaid):
            first = places[(places["group"] == region) & (places["place"] == 1).fillna(value=False)]
            names = named_or_counted([question.name(str(unit)) for unit in first["unit"]], language)
            firsts.append((edition_name(release, key, language), names))
    line = editions_source_line(release, keys, language)
    parts = [
        grounds(
            question,
            key.index,
            found[found["unit"].isin(units)],
            line,
            [partial_words(release, key, OVERALL, language)],
        )
        for key, found in tables.items()
    ]
    title = region_first_title(name, firsts, len(units), language)
    return table_parts("standing", "standing", title, table, joined_grounds(parts, line))


def region_places(question: Question, region: str, key: EditionKey) -> Part:
    """List a region's provinces in an edition: score, place in the country, place inside the region, change."""
    release, language, text = question.release, question.language, question.language.text
    units = release.provinces.units("63", region)
    name = region_name(release.provinces, region, language)
    table = edition_table(release, key)
    own = table[table["unit"].isin(units)]
    held = own[own["score"].notna() | own["place"].notna()]
    edition = edition_name(release, key, language)
    if held.empty:
        return left_out(text("{edition}: no result of {name} is held.", edition=edition, name=name))
    places = places_in_regions(release, key)
    within = None if isinstance(places, CannotBeSaid) else places[places["group"] == region]
    ordered = own.assign(by=own["place"].astype("float64")).sort_values(
        ["by", "score"], ascending=[True, False], kind="stable"
    )
    rows = tuple(
        (
            Cell(question.name(str(row["unit"]))),
            *result_cells(question, key, row),
            text_cell("" if within is None else _within(within, str(row["unit"]))),
            *change_cells(question, key, str(row["unit"])),
        )
        for row in records(ordered)
    )
    headings = [text("Province"), text("Score"), text("Place, group"), text("Place in the region")]
    headings += [text("Change of place"), text("Change of score"), text("Compared with")]
    shown = Table(edition, columns(*headings, wide=(0, 2), numbers=(1, 4, 5)), rows)
    title = (
        region_results_title(release, key, name, len(held), len(own), language)
        if within is None
        else region_places_title(release, key, name, within, language)
    )
    on = grounds(
        question, key.index, own, source_line_of(question, key, table), [partial_words(release, key, OVERALL, language)]
    )
    return table_parts(f"region-{key.index}", "standing", title, shown, on)


def _short_result(question: Question, key: EditionKey, row: dict[str, Any]) -> Cell:
    """Write the place of a row, else its score, else in a few words why there is neither."""
    score, _ = result_cells(question, key, row)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    if place != NO_FIGURE:
        return Cell(place)
    return score if score.number is not None else Cell(short_reason(str(row["reason"]), question.language))


def _within(places: pd.DataFrame, unit: str) -> str:
    row = row_of(places, unit)
    return marked(f"{int(row['place'])}/{int(row['place_of'])}", ORDER) if row["place_kind"] else ""
