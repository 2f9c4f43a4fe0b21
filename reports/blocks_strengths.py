"""The strengths and weaknesses of a province in an index, each with who leads the work."""

from datetime import date
from typing import Any

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.responsibility import Responsibility, responsibilities
from indicators.results import edition_table
from indicators.strengths import Strengths
from reports.blocks_standing import source_line_of
from reports.cells import columns, number_cell, text_cell
from reports.remembered import strengths_of_all
from reports.slides import Cell, Table
from reports.story_parts import Part, Question, grounds, left_out, records, table_parts
from wording.findings import place_text, score_text
from wording.marks import Origin
from wording.names import component_name, edition_name
from wording.numbers import number
from wording.responsibility import as_of_words
from wording.slide_analysis import strengths_title
from wording.strengths import lasting_words, no_strengths_words, not_judged_words, strengths_words


def strengths_of_index(question: Question, index: str, unit: str, name: str = "") -> Part:
    """List the strengths and weaknesses of a unit in the newest edition of the years whose components are held.

    `name` goes into the ids of the slides where several units of one story are asked about.
    """
    release, language = question.release, question.language
    answer = _newest(question, index, unit)
    if answer is None:
        short_name = release.catalogue.index(index).short_name
        years = {"first": question.first_year, "last": question.last_year}
        sentence = "{index}: no components of {province} are held in {first}–{last}."
        return left_out(language.text(sentence, index=short_name, province=question.name(unit), **years))
    if isinstance(answer, CannotBeSaid):
        key = EditionKey(index, _last_year(question, index, unit), "63")
        return left_out(f"{no_strengths_words(release, key, answer, language)}.")
    rows = pd.concat([answer.of(unit, "strength"), answer.of(unit, "weakness")])
    if rows.empty:
        return left_out(
            f"{edition_name(release, answer.key, language)}: {strengths_words(release, answer, unit, language)}."
        )
    lead = _responsibilities(release, release.made_at.date())
    text = language.text
    headings = [text("Component"), text("Judgement"), text("Score"), text("Place"), text("How long")]
    lines = [_row(question, answer, row) for row in records(rows)]
    about_lead: list[str] = []
    if lead:  # nobody is known to lead the work where a release names nobody
        headings.append(text("Usually led by"))
        led = [lead.get((index, str(row["component"]))) for row in records(rows)]
        lines = [
            (*line, text_cell("; ".join(found.lead) if found else "")) for line, found in zip(lines, led, strict=True)
        ]
        about_lead = [
            as_of_words(release.made_at.date(), language) + ".",
            text("A province may assign the work otherwise."),
        ]
    table = Table(text("Strengths and weaknesses"), columns(*headings, wide=(0, 5), numbers=(2,)), tuple(lines))
    cautions = [
        text("A strength is a component at percentile 75 or above, a weakness one at 25 or below."),
        *about_lead,
        *(lasting for row in rows.to_dict("records") if (lasting := lasting_words(pd.Series(row), language))),
        not_judged_words(release, answer, language),
    ]
    figures = rows.assign(kind=rows["score_kind"])
    on = grounds(
        question, index, figures, source_line_of(question, answer.key, edition_table(release, answer.key)), cautions
    )
    title = strengths_title(release, answer, unit, language, question.name(unit) if name else "")
    return table_parts(f"strengths-{index}{name}", "strengths", title, table, on)


def _newest(question: Question, index: str, unit: str) -> Strengths | CannotBeSaid | None:
    """Find the newest edition of the years by whose components a unit is judged; why not where no edition is."""
    refusal: CannotBeSaid | None = None
    for edition in reversed(question.release.catalogue.editions_of(index)):
        key = edition.key
        inside = question.first_year <= key.year <= question.last_year
        if not inside or unit not in question.release.provinces.units(key.system):
            continue
        answer = strengths_of_all(question.release, key)
        if isinstance(answer, CannotBeSaid):
            refusal = refusal or (answer if answer.held else None)
        elif answer.table.loc[answer.table["unit"] == unit, "percentile"].notna().any():
            return answer
    return refusal


def _last_year(question: Question, index: str, unit: str) -> int:
    key = question.newest(index, unit)
    return key.year if key else question.last_year


@once_a_release
def _responsibilities(release: Release, on: date) -> dict[tuple[str, str], Responsibility]:
    return responsibilities(release, on)


def _row(question: Question, answer: Strengths, row: dict[str, Any]) -> tuple[Cell, ...]:
    language, key = question.language, answer.key
    index = question.release.catalogue.index(key.index)
    component = str(row["component"])
    origin = Origin(str(row["score_kind"]), str(row["note_codes"]))
    score = score_text(row["score"], origin, index, component, key.year, language)
    if pd.notna(row["maximum"]) and index.unit_of(component, key.year) == "points":
        score = f"{score}/{number(row['maximum'], 0 if row['maximum'] == int(row['maximum']) else 1, language)}"
    judgement = language.text("Strength") if row["kind"] == "strength" else language.text("Weakness")
    lasting = {"persistent": language.text("three editions running"), "new": language.text("new")}
    return (
        Cell(component_name(index, component, key.year, language, short=True)),
        Cell(judgement),
        number_cell(score, row["score"], index.display_decimals),
        text_cell(place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))),
        text_cell(lasting.get(str(row["lasting"]), "")),
    )
