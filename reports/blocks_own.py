"""What only stories of own results have: where a unit stands in every component, the table of all units, the source."""

from collections.abc import Sequence

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.change import previous_edition
from indicators.headroom import Headroom, headroom
from indicators.measurement import completeness
from indicators.results import edition_table
from reports.blocks_standing import cells_of_change, columns_of_results, no_change_cells, result_cells, source_line_of
from reports.cells import columns, number_cell, score_cell, text_cell
from reports.remembered import change_between
from reports.slides import Cell, Slide, Table, Text
from reports.story_parts import Grounds, Part, Question, grounds, left_out, records, row_of, table_parts
from wording.findings import place_text
from wording.headlines import edition_headline
from wording.marks import COMPUTED_FIGURE, Origin, origin_of
from wording.names import component_name, edition_name
from wording.numbers import day, number
from wording.slides import index_title

# More units than these are a table to look up in, not one for a wall.
MOST_UNITS_ON_SLIDES = 100


def standing_by_component(question: Question, key: EditionKey, unit: str) -> Part:
    """Lay a unit's total and components into one table: score, maximum, place, median and highest of all units."""
    release, language, text = question.release, question.language, question.language.text
    index = release.catalogue.index(key.index)
    whole = edition_table(release, key)
    shown: list[pd.DataFrame] = []
    rows: list[tuple[Cell, ...]] = []
    for component in (OVERALL, *index.parts(OVERALL, key.year)):
        table = edition_table(release, key, component)
        shown.append(table[table["unit"] == unit])
        row = row_of(table, unit)
        place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
        rows.append(
            (
                Cell(component_name(index, component, key.year, language)),
                score_cell(row["score"], origin_of(row), index, key.year, language, component),
                _maximum(question, index, component, key.year),
                text_cell(place),
                *_field(question, index, key, component),
            )
        )
    headings = [text("Component"), text("Score"), text("Maximum"), text("Place"), text("Median"), text("Highest score")]
    caption = text("Total and components")
    table = Table(caption, columns(*headings, wide=(0,), numbers=(1, 2, 4, 5)), tuple(rows), frozenset({0}))
    medians = shown[0].assign(kind="computed", place_kind="", note_codes="")
    on = grounds(question, key.index, pd.concat([*shown, medians]), source_line_of(question, key, whole))
    title = index_title(release, key, whole, unit, None, None, None, language)
    return table_parts("standing", "standing", title, table, on)


def places_of_all(question: Question, key: EditionKey, *, whole: bool) -> Part:
    """List all units of an edition by place; more than a wall can show only where the `whole` table is wanted."""
    release, text = question.release, question.language.text
    table = edition_table(release, key)
    table = table[(table["reason"] == "") | (table["place_kind"] != "")]
    edition = edition_name(release, key, question.language)
    if len(table) > MOST_UNITS_ON_SLIDES and not whole:
        sentence = "{edition}: the table of all {count} units is in the workbook."
        return left_out(text(sentence, edition=edition, count=len(table)))
    before = previous_edition(release, key)
    changes = records(change_between(release, before.key, key).table) if before else []
    by_unit = {str(row["unit"]): row for row in changes}
    rows = tuple(
        (
            Cell(question.name(str(row["unit"]))),
            *result_cells(question, key, row),
            *(
                cells_of_change(question, key, before.key.year, by_unit[str(row["unit"])])
                if before
                else no_change_cells(question, key)
            ),
        )
        for row in records(table.sort_values("place", kind="stable", na_position="last"))
    )
    shown = Table(text("All units"), columns_of_results(question, text("Unit")), rows)
    on = grounds(question, key.index, table, source_line_of(question, key, edition_table(release, key)))
    title = question.language.counted(
        "{title}: results of {count} unit", "{title}: results of {count} units", len(rows), title=edition
    )
    if (table["place"] == 1).any():
        title = edition_headline(release, key, OVERALL, edition_table(release, key), question.language)
    return table_parts("all_units", "standing", title, shown, on)


def components_of_all(question: Question, key: EditionKey) -> Part:
    """List the scores of all units in every component of an edition, for a workbook."""
    release, language, text = question.release, question.language, question.language.text
    index = release.catalogue.index(key.index)
    parts = index.parts(OVERALL, key.year)
    total = edition_table(release, key).sort_values("place", kind="stable", na_position="last")
    total = total[(total["reason"] == "") | (total["place_kind"] != "")]
    if not parts or total.empty:
        return Part()
    tables = {name: edition_table(release, key, name).set_index("unit", drop=False) for name in (OVERALL, *parts)}
    rows = tuple(
        (
            Cell(question.name(unit)),
            *(_score(question, index, key, name, tables[name], unit) for name in tables),
        )
        for unit in total["unit"].astype("str")
    )
    headings = [text("Unit"), *(component_name(index, name, key.year, language) for name in tables)]
    numbers = tuple(range(1, len(headings)))
    table = Table(text("Scores of the components"), columns(*headings, wide=(0,), numbers=numbers), rows)
    on = grounds(question, key.index, total, source_line_of(question, key, edition_table(release, key)))
    title = text("{edition}: scores of all units by component", edition=edition_name(release, key, language))
    return table_parts("all_components", "standing", title, table, on)


def own_sources(question: Question, keys: Sequence[EditionKey]) -> Part:
    """Say that the uploaded file is the source of all figures, and what it holds of each edition."""
    release, language, text = question.release, question.language, question.language.text
    rows: list[tuple[Cell, ...]] = []
    for key in keys:
        index, units = release.catalogue.index(key.index), completeness(release, key, OVERALL)
        parts = [component_name(index, name, key.year, language) for name in index.parts(OVERALL, key.year)]
        rows.append(
            (
                Cell(edition_name(release, key, language)),
                number_cell(f"{units.due}", units.due, 0),
                number_cell(f"{units.held}", units.held, 0),
                _maximum(question, index, OVERALL, key.year),
                text_cell("; ".join(parts)),
            )
        )
    headings = [text("Edition"), text("Units in the file"), text("With a total"), text("Maximum"), text("Components")]
    table = Table(text("What the file holds"), columns(*headings, wide=(4,), numbers=(1, 2, 3)), tuple(rows))
    line = text("Data as of {date}", date=day(release.made_at, language))
    words = Text((text("The figures stand as they are in the uploaded file; this site does not keep the file."),))
    title = text("Source of all figures: the uploaded file")
    return table_parts("sources", "sources", title, table, Grounds(line, (line,), ()), [words])


def without_names_of_index(slide: Slide, index: str) -> str:
    """Return the id of a slide without the index that all slides of such a story are about."""
    return slide.id.replace(f"-{index}", "")


def _score(question: Question, index: Index, key: EditionKey, component: str, table: pd.DataFrame, unit: str) -> Cell:
    value = table.at[unit, "score"]
    return score_cell(value, Origin("published", ""), index, key.year, question.language, component)


def _maximum(question: Question, index: Index, component: str, year: int) -> Cell:
    period = index.period(component, year)
    maximum = None if period is None else period.maximum
    decimals = 0 if maximum is None or maximum == int(maximum) else 2
    return number_cell(number(maximum, decimals, question.language), maximum, decimals)


def _field(question: Question, index: Index, key: EditionKey, component: str) -> tuple[Cell, Cell]:
    """Write the median, which is computed, and the highest score of all units; en dashes where not all are held."""
    answer: Headroom | CannotBeSaid = headroom(question.release, key, component)
    if isinstance(answer, CannotBeSaid):
        return text_cell(""), text_cell("")
    about = (index, key.year, question.language, component)
    return score_cell(answer.median, COMPUTED_FIGURE, *about), score_cell(answer.best, Origin("published", ""), *about)
