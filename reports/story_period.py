"""The mid-term or final review of a province's period: where it began, where it stands, and who improved most."""

from collections.abc import Iterable

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import compare, crossings_between
from indicators.period_review import EDITIONS_OF_A_CHANGE, Period
from indicators.results import edition_table
from indicators.targets import Target
from indicators.units import SYSTEM_63, Unit
from reports.blocks_change import change_of_one
from reports.blocks_components import change_of_components
from reports.blocks_history import history_of
from reports.blocks_improvers import improvers
from reports.blocks_targets import targets_reached
from reports.cells import columns, place_change_of, score_cell, score_change_of, text_cell
from reports.change_with_history import with_history
from reports.remembered import change_between
from reports.slides import Cell, Table
from reports.story_parts import Grounds, Part, Question, grounds, joined_grounds, left_out, row_of, table_parts
from wording.answers import cannot_words
from wording.findings import comparison_words, place_text
from wording.marks import Origin, origin_of
from wording.slide_titles import review_title
from wording.sources import editions_source_line

# By unit: the editions by which it is reviewed, or why there are none.
Periods = dict[str, Period | CannotBeSaid]


def period_parts(question: Question, unit: str, targets: Iterable[Target]) -> list[Part]:
    """Lay the parts of a period's review in their order: the province, its indices one by one, then all improvers."""
    indices = [index.id for index in question.release.catalogue.indices]
    periods = {index: _periods(question, index, unit) for index in indices}
    parts = [_standing(question, unit, periods)]
    for index, of_holders in periods.items():
        changes: list[Part] = []
        for holder, period in of_holders.items():
            name = "" if len(of_holders) == 1 else f"-{holder}"
            if isinstance(period, Period):
                changes.append(change_of_one(question, period.last, holder, period.first, name))
                changes.append(change_of_components(question, period.last, holder, period.first, name))
        history = history_of(question, index, unit)
        changes, behind = with_history(changes, history) if len(of_holders) == 1 else (changes, [history])
        parts += [*changes, *behind]
    parts += [improvers(question, index) for index in indices]
    return [*parts, targets_reached(question, unit, targets)]


def _periods(question: Question, index: str, unit: str) -> Periods:
    """Find the editions by which a unit is reviewed: by its own figures, else by those of each of its predecessors."""
    provinces = question.release.provinces
    found: Periods = {}
    for system in dict.fromkeys((Unit.parse(unit).system, SYSTEM_63)):
        found = {holder: _period(question, index, holder) for holder in provinces.units_for(unit, system)}
        if any(isinstance(period, Period) for period in found.values()):
            break
    return found


def _period(question: Question, index: str, unit: str) -> Period | CannotBeSaid:
    """Find the first and the last edition of a unit's figures inside the years that can be compared, and the middle."""
    release = question.release
    keys = [
        edition.key
        for edition in release.catalogue.editions_of(index, Unit.parse(unit).system)
        if question.first_year <= edition.key.year <= question.last_year and _held(question, edition.key, unit)
    ]
    if len(keys) < EDITIONS_OF_A_CHANGE:
        return CannotBeSaid("no_edition", held=len(keys), due=EDITIONS_OF_A_CHANGE)
    last = keys[-1]
    crossings = crossings_between(release, index, OVERALL, keys[0].year, last.year, (unit,))
    breaks = tuple(crossing for crossing in crossings if crossing.degree == "break")
    series = [key for key in keys[:-1] if compare(release, key, last, OVERALL, unit).comparable]
    if not series:
        return CannotBeSaid("break", crossings=breaks)
    centre = (series[0].year + last.year) / 2
    middle = min(series[1:], key=lambda key: (abs(key.year - centre), key.year), default=None)
    return Period(series[0], middle, last, breaks)


def _held(question: Question, key: EditionKey, unit: str) -> bool:
    row = row_of(edition_table(question.release, key), unit)
    return bool(row["place_kind"]) or not row["reason"]


def _standing(question: Question, unit: str, periods: dict[str, Periods]) -> Part:
    """Set the first and the last edition of each index beside each other."""
    release, language, text = question.release, question.language, question.language.text
    rows: list[tuple[Cell, ...]] = []
    changes: list[int | None] = []
    why: list[str] = []
    on: list[Grounds] = []
    keys: list[EditionKey] = []
    for index, holder, period in ((i, h, period) for i, found in periods.items() for h, period in found.items()):
        if isinstance(period, CannotBeSaid):
            changes += [None] if period.reason == "break" else []
            why.append(_why_not(question, index, holder, period))
            continue
        keys += [period.first, period.last]
        rows.append(_row(question, period, holder, several=len(periods[index]) > 1))
        moved = row_of(change_between(release, period.first, period.last).table, holder)["place_change"]
        changes.append(None if pd.isna(moved) else int(moved))
        on.append(_grounds(question, period, holder))
    if not rows:
        return left_out(*why)
    headings = [text("Index"), text("Score at first"), text("Score at last"), text("Change of score")]
    headings += [text("Place at first"), text("Place in the middle"), text("Place at last"), text("Change of place")]
    table = Table(text("First and last edition"), columns(*headings, wide=(0,), numbers=(1, 2, 3, 7)), tuple(rows))
    years = (question.first_year, question.last_year)
    counted = [] if release.provinces[unit].is_merged else changes
    title = review_title(question.name(unit), *years, counted, language)
    line = editions_source_line(release, keys, language)
    shown = table_parts("standing", "standing", title, table, joined_grounds(on, line))
    return Part(shown.slides, shown.sources, tuple(why))


def _why_not(question: Question, index: str, unit: str, answer: CannotBeSaid) -> str:
    text = question.language.text
    index_name = question.release.catalogue.index(index).short_name
    fields: dict[str, object] = {"index": index_name, "name": question.name(unit)}
    if answer.reason == "no_edition":
        return text(
            "{index}, review of {name}: fewer than two editions with a result in {first}–{last}.",
            first=question.first_year,
            last=question.last_year,
            **fields,
        )
    key = EditionKey(index, question.last_year, Unit.parse(unit).system)
    reason = cannot_words(question.release, key, answer, question.language)
    return text("{index}, review of {name}: {reason}", reason=reason, **fields)


def _row(question: Question, period: Period, unit: str, *, several: bool) -> tuple[Cell, ...]:
    language, index = question.language, question.release.catalogue.index(period.last.index)
    row = row_of(change_between(question.release, period.first, period.last).table, unit)
    name = f"{index.short_name} {period.first.year} → {period.last.year}"
    scores = [
        score_cell(row[f"score{end}"], origin_of(row, end), index, key.year, language)
        for end, key in (("_from", period.first), ("_to", period.last))
    ]
    places = [
        place_text(row[f"place_{end}"], row[f"place_of_{end}"], str(row["place_kind"]), str(row[f"note_codes_{end}"]))
        for end in ("from", "to")
    ]
    middle = ""
    if period.middle is not None:
        between = row_of(edition_table(question.release, period.middle), unit)
        origin = Origin(str(between["kind"]), str(between["note_codes"]))
        place = place_text(between["place"], between["place_of"], str(between["place_kind"]), origin.note_codes)
        middle = f"{period.middle.year}: {place}"
    return (
        Cell(f"{name}: {question.name(unit)}" if several else name),
        *scores,
        score_change_of(row["score_change"], index, language),
        text_cell(places[0]),
        text_cell(middle),
        text_cell(places[1]),
        place_change_of(row["place_change"], str(row["place_kind"])),
    )


def _grounds(question: Question, period: Period, unit: str) -> Grounds:
    tables = [edition_table(question.release, key) for key in (period.first, period.last)]
    figures = pd.concat([table[table["unit"] == unit] for table in tables])
    comparison = compare(question.release, period.first, period.last, OVERALL, unit)
    name = question.release.catalogue.index(period.last.index).short_name
    words = comparison_words(comparison, question.language)
    crossings = [*period.breaks, *comparison.deciding]
    cautions = [f"{name} {period.first.year} → {period.last.year}: {words}"] if words else []
    return grounds(question, period.last.index, figures, "", cautions, [found.source_id for found in crossings])
