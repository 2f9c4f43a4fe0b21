"""Where a province stands: its newest result in each index, and what became of its place since the edition before."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.catalogue import EditionKey, Index
from indicators.change import previous_edition
from indicators.results import edition_table
from indicators.succession import PredecessorView, predecessor_view
from reports.cells import columns, place_change_of, score_cell, score_change_of, text_cell
from reports.remembered import change_between
from reports.slides import Cell, Column, Table
from reports.story_parts import Grounds, Part, Question, grounds, joined_grounds, left_out, row_of, table_parts
from wording.answers import short_cannot
from wording.findings import group_text, place_text
from wording.gaps import short_reason
from wording.marks import COMPUTED_FIGURE, origin_of
from wording.names import edition_name
from wording.numbers import NO_FIGURE
from wording.slide_titles import merged_standing_title, standing_title
from wording.sources import editions_source_line, source_line

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    """The rows of one index, the change of place that a title counts, and what the rows stand on."""

    rows: tuple[Row, ...]
    change: int | None
    on: Grounds


def standing(question: Question, unit: str) -> Part:
    """Lay the newest result of a province in each index into one table, or of its predecessors beside each other."""
    found: list[_Standing] = []
    keys: list[EditionKey] = []
    absent = own = 0
    for index in question.release.catalogue.indices:
        key = question.newest(index.id, unit)
        if key is None:
            absent += 1
            continue
        units = question.release.provinces.units_for(unit, key.system)
        keys.append(key)
        own += len(units) == 1
        found.append(_one(question, index, key, units[0]) if len(units) == 1 else _several(question, index, key, unit))
    name = question.name(unit)
    if not found:
        sentence = "No index has a figure of {province} in these years."
        return left_out(question.language.text(sentence, province=name))
    merged = question.release.provinces[unit].is_merged
    title = (
        merged_standing_title(name, own, len(found) - own, question.language)
        if merged
        else standing_title(name, [entry.change for entry in found], absent, question.language)
    )
    rows = tuple(row for entry in found for row in entry.rows)
    table = Table(
        question.language.text("Newest results"), columns_of_results(question, question.language.text("Index")), rows
    )
    on = joined_grounds([entry.on for entry in found], editions_source_line(question.release, keys, question.language))
    groups = [len(entry.rows) for entry in found]
    return table_parts("standing", "standing", title, table, on, groups=groups)


def result_cells(question: Question, key: EditionKey, row: dict[str, Any]) -> tuple[Cell, Cell]:
    """Write the score of a row of `results.edition_table`, and its place with the group where there is one."""
    index = question.release.catalogue.index(key.index)
    score = score_cell(row["score"], origin_of(row), index, key.year, question.language)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    group = group_text(index, str(row["group"]), str(row["group_kind"]), question.language)
    told = "; ".join(words for words in (place, group) if words and (words != NO_FIGURE or not group))
    if row["reason"] and not row["place_kind"]:
        told = short_reason(str(row["reason"]), question.language)
    return score, text_cell(told)


def change_cells(question: Question, key: EditionKey, unit: str) -> tuple[Cell, Cell, Cell]:
    """Write the change of place and of score since the edition before, and which one that is or why there is none."""
    before = previous_edition(question.release, key)
    if before is None:
        return no_change_cells(question, key)
    later = row_of(edition_table(question.release, key), unit)
    if later["reason"] and not later["place_kind"]:
        return text_cell(""), text_cell(""), text_cell("")
    row = row_of(change_between(question.release, before.key, key).table, unit)
    return cells_of_change(question, key, before.key.year, row)


def no_change_cells(question: Question, key: EditionKey) -> tuple[Cell, Cell, Cell]:
    """Say of an edition without one before it that other units were measured then, or that there is none."""
    editions = question.release.catalogue.editions_of(key.index)
    other_units = any(found.key.year < key.year and found.key.system != key.system for found in editions)
    language = question.language
    why = short_cannot("unit_system", language) if other_units else language.text("no earlier edition here")
    return text_cell(""), text_cell(""), text_cell(why)


def cells_of_change(question: Question, key: EditionKey, year: int, row: dict[str, Any]) -> tuple[Cell, Cell, Cell]:
    """Write the change of place and of score since `year`, and that year or why there is none; a row of a change."""
    text = question.language.text
    degree = str(row["degree"])
    if degree in ("break", "unit_system"):
        return text_cell(""), text_cell(""), text_cell(short_cannot(degree, question.language))
    index = question.release.catalogue.index(key.index)
    place = place_change_of(row["place_change"], str(row["place_kind"]))
    score = score_change_of(row["score_change"], index, question.language)
    against = f"{year}"
    if place.number is None and score.number is None:
        against = text("{year} is missing", year=year)
    elif degree == "revision":
        against += text(" (compare with caution)")
    return place, score, text_cell(against)


def _one(question: Question, index: Index, key: EditionKey, unit: str) -> _Standing:
    table = edition_table(question.release, key)
    figures = table[table["unit"] == unit]
    name = Cell(edition_name(question.release, key, question.language))
    place, score, against = change_cells(question, key, unit)
    cells = (name, *result_cells(question, key, row_of(table, unit)), place, score, against)
    change = None if place.number is None else int(place.number)
    return _Standing((cells,), change, grounds(question, index.id, figures, source_line_of(question, key, table)))


def _several(question: Question, index: Index, key: EditionKey, unit: str) -> _Standing:
    seen = predecessor_view(question.release, unit, key)
    edition = edition_name(question.release, key, question.language)
    rows: list[Row] = []
    for former in seen.table["unit"].astype("str"):
        name = Cell(f"{edition}: {question.name(former)}")
        cells = result_cells(question, key, row_of(seen.table, former))
        rows.append((name, *cells, *change_cells(question, key, former)))
    if seen.mean is not None:
        rows.append(mean_row(question, key, seen, edition))
    further = [text for text in (seen.rule_source_id, seen.weight_source_id) if text]
    table = edition_table(question.release, key)
    computed = seen.table.assign(kind="computed") if seen.mean is not None else seen.table
    on = grounds(question, index.id, computed, source_line_of(question, key, table), further=further)
    return _Standing(tuple(rows), None, on)


def mean_row(question: Question, key: EditionKey, seen: PredecessorView, edition: str) -> Row:
    """Write the mean of a merged province's predecessors, which is computed and has no place."""
    index = question.release.catalogue.index(key.index)
    mean = score_cell(seen.mean, COMPUTED_FIGURE, index, key.year, question.language)
    words = question.language.text(
        "plain mean of the former provinces"
        if seen.rule == "publisher"
        else "mean of the former provinces by population of {year}",
        year=seen.weight_year,
    )
    empty = text_cell("")
    name = Cell(f"{edition}: {words}" if edition else words[:1].upper() + words[1:])
    return (name, mean, empty, empty, empty, empty)


def columns_of_results(question: Question, first: str) -> tuple[Column, ...]:
    """Return the columns of a table of results, `first` heading what each row is about."""
    text = question.language.text
    return columns(
        first,
        text("Score"),
        text("Place, group"),
        text("Change of place"),
        text("Change of score"),
        text("Compared with"),
        wide=(0, 2, 5),
        numbers=(1, 3, 4),
    )


def source_line_of(question: Question, key: EditionKey, table: pd.DataFrame) -> str:
    """Write the line under what is shown of one edition; `table` as from `results.edition_table`."""
    held = int((table["score"].notna() | table["rank"].notna()).sum())
    return source_line(question.release, key, held, question.language)
