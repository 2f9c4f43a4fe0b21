"""Who rose most: by score since the edition before, and over a period by what the own score did to the place."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.change import previous_edition
from indicators.comparability import compare
from indicators.movement import Movement
from indicators.movers import province_moves
from indicators.period_review import best_improvers, period_of
from indicators.results import edition_table
from indicators.units import SYSTEM_63, UnitSystem
from reports.blocks_standing import source_line_of
from reports.cells import columns, place_change_of, score_cell, score_change_of, text_cell
from reports.remembered import review_period
from reports.slides import Cell, Table
from reports.story_parts import Part, Question, grounds, left_out, records, table_parts
from wording.answers import cannot_words
from wording.findings import comparison_words, place_text
from wording.marks import origin_of
from wording.movement import field_words
from wording.names import edition_name
from wording.slide_overviews import improvers_title, risen_title
from wording.sources import span_source_line

NAMED = 10


def risen(question: Question, key: EditionKey, name: str, units: Sequence[str] | None = None) -> Part:
    """List those whose score rose most since the edition before, among some units where a list is given."""
    release, language = question.release, question.language
    edition = edition_name(release, key, language)
    before = previous_edition(release, key)
    moves = province_moves(release, key)
    if units is not None:
        moves = moves[moves["unit"].isin(list(units))]
    if before is None or moves.empty:
        sentence = "{edition}: who rose most cannot be said, since two whole and comparable editions are needed."
        return left_out(language.text(sentence, edition=edition))
    index = release.catalogue.index(key.index)
    best = moves[moves["score_change"] > 0].head(NAMED)
    text = language.text
    rows = tuple(
        (
            Cell(question.name(str(row["unit"]))),
            *(
                score_cell(row[f"score{end}"], origin_of(row, end), index, year, language)
                for end, year in (("_from", before.key.year), ("_to", key.year))
            ),
            score_change_of(row["score_change"], index, language),
            place_change_of(row["place_change"], str(row["place_kind"])),
        )
        for row in records(best)
    )
    headings = [text("Province"), str(before.key.year), str(key.year)]
    headings += [text("Change of score"), text("Change of place")]
    table = Table(text("Largest rises of the score"), columns(*headings, wide=(0,), numbers=(1, 2, 3, 4)), rows)
    title = risen_title(release, before.key, key, name, moves, language)
    if best.empty:
        return left_out(f"{title}.")
    comparison = compare(release, before.key, key, OVERALL)
    tables = [edition_table(release, edition_key) for edition_key in (before.key, key)]
    figures = pd.concat(found[found["unit"].isin(best["unit"])] for found in tables)
    line = source_line_of(question, key, tables[1])
    further = [crossing.source_id for crossing in comparison.deciding]
    on = grounds(question, key.index, figures, line, [comparison_words(comparison, language)], further)
    return table_parts(f"risen-{key.index}", "improvers", title, table, on)


def improvers(
    question: Question, index: str, units: Sequence[str] | None = None, system: UnitSystem = SYSTEM_63
) -> Part:
    """Name those of a unit system that improved most over the years by their own score, for commendation."""
    release, language = question.release, question.language
    short_name = release.catalogue.index(index).short_name
    text = language.text
    period = period_of(release, index, system, question.first_year, question.last_year)
    if isinstance(period, CannotBeSaid):
        years = {"first": question.first_year, "last": question.last_year}
        sentence = "{index}: no two editions of {first}–{last} are held that can be compared."
        return left_out(text(sentence, index=short_name, **years))
    review = review_period(release, period)
    if not isinstance(review.movement, Movement):
        reason = cannot_words(release, period.last, review.movement, language)
        sentence = "{index} {first}–{last}: who improved most by their own score cannot be said. {reason}"
        fields = {"first": period.first.year, "last": period.last.year, "reason": reason}
        return left_out(text(sentence, index=short_name, **fields))
    best = best_improvers(review, NAMED, units)
    if best.empty:
        sentence = "{index} {first}–{last}: no own score moved a province up."
        return left_out(text(sentence, index=short_name, first=period.first.year, last=period.last.year))
    found = release.catalogue.index(index)
    rows = tuple(
        (
            Cell(question.name(str(row["unit"]))),
            *(text_cell(_place(row, end)) for end in ("_from", "_to")),
            place_change_of(row["own"], "order"),
            place_change_of(row["field"], "order"),
            score_change_of(row["score_change"], found, language),
        )
        for row in records(best)
    )
    headings = [text("Province"), str(period.first.year), str(period.last.year)]
    headings += [text("Own movement"), text("Field movement"), text("Change of score")]
    table = Table(text("Best improvers"), columns(*headings, wide=(0,), numbers=(3, 4, 5)), rows)
    tables = [edition_table(release, key) for key in (period.first, period.last)]
    figures = pd.concat(held[held["unit"].isin(best["unit"])] for held in tables).assign(place_kind="order")
    comparison = compare(release, period.first, period.last, OVERALL)
    cautions = [
        text("Own movement: places gained through the own score, against the others' later scores."),
        field_words(review.movement, language),
        comparison_words(comparison, language),
    ]
    line = span_source_line(release, index, (period.first.year, period.last.year), language)
    further = [crossing.source_id for crossing in comparison.deciding]
    on = grounds(question, index, figures, line, cautions, further)
    return table_parts(f"improvers-{index}", "improvers", improvers_title(release, period, best, language), table, on)


def _place(row: dict[str, Any], end: str) -> str:
    return place_text(row[f"place{end}"], row[f"place_of{end}"], str(row["place_kind"]), str(row[f"note_codes{end}"]))
