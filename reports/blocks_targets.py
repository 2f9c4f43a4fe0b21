"""Whether a province reached what it set out for."""

from collections.abc import Iterable, Sequence

import pandas as pd

from indicators.catalogue import EditionKey, UnknownEditionError
from indicators.results import edition_table
from indicators.targets import Target, TargetResult, laid_over, review_targets, targets_of, units_judged
from indicators.units import Unit
from reports.cells import columns, text_cell
from reports.slides import Cell, Table
from reports.story_parts import Grounds, Part, Question, grounds, joined_grounds, left_out, table_parts
from wording.findings import place_text, score_text
from wording.marks import Origin
from wording.numbers import NO_FIGURE
from wording.slide_analysis import targets_title
from wording.sources import editions_source_line
from wording.targets import margin_words, target_note, target_words, verdict_words


def targets_reached(question: Question, unit: str, own: Iterable[Target]) -> Part:
    """Judge the targets of a province in the years of the story: those of the release, and `own` ones over them.

    A target of one of the 34 is judged by its predecessors where it has no figure of its own.
    """
    release, language = question.release, question.language
    stated = [target for target in laid_over(targets_of(release.targets), own) if target.unit == unit]
    asked = [target for target in stated if question.first_year <= target.year <= question.last_year]
    if not asked:
        return left_out(language.text("No targets of {name} are held for these years.", name=question.name(unit)))
    judged = [
        Target(judge, target.index, target.component, target.year, target.kind, target.value, target.since_year)
        for target in asked
        for judge in units_judged(release, unit, target.index, target.year, target.component)
    ]
    several = {target.unit for target in judged} != {unit}
    return _judged(question, question.name(unit), judged, several=several)


def targets_of_kind(question: Question, index: str, targets: Iterable[Target]) -> Part:
    """Judge the targets of all units of an index in the years of the story, each beside the name of its unit."""
    asked = [
        target
        for target in targets
        if target.index == index and question.first_year <= target.year <= question.last_year
    ]
    name = question.release.catalogue.index(index).short_name
    if not asked:
        return left_out(question.language.text("No targets of {name} are held for these years.", name=name))
    return _judged(question, name, asked, several=True)


def _judged(question: Question, name: str, targets: Sequence[Target], *, several: bool) -> Part:
    """Lay the verdicts on targets into one table; `several` names the unit of each."""
    language, text = question.language, question.language.text
    results = review_targets(question.release, targets)
    headings = [text("Target"), text("Result"), text("Verdict"), text("Margin"), text("Remark")]
    table = Table(
        text("Targets"),
        columns(*headings, wide=(0, 4)),
        tuple(_row(question, result, several=several) for result in results),
    )
    title = targets_title(name, [result.verdict for result in results], language)
    return table_parts("targets", "targets", title, table, _grounds(question, results))


def _row(question: Question, result: TargetResult, *, several: bool) -> tuple[Cell, ...]:
    release, language, target = question.release, question.language, result.target
    words = target_words(release, target, language)
    return (
        Cell(f"{words} ({question.name(target.unit)})" if several else words),
        text_cell(_result(question, result)),
        Cell(verdict_words(result.verdict, language)),
        Cell(margin_words(release, result, language)),
        text_cell(target_note(release, result, language)),
    )


def _result(question: Question, result: TargetResult) -> str:
    """Write the figure that a target is judged by: the score, the place, whichever are held."""
    target = result.target
    figures = _figures(question, target)
    origin = (
        Origin("", "") if figures.empty else Origin(str(figures["kind"].iloc[0]), str(figures["note_codes"].iloc[0]))
    )
    index = question.release.catalogue.index(target.index)
    score = score_text(result.score, origin, index, target.component, target.year, question.language)
    place = place_text(result.place, result.place_of, result.place_kind, origin.note_codes)
    return "; ".join(words for words in (score, place) if words != NO_FIGURE)


def _figures(question: Question, target: Target) -> pd.DataFrame:
    key = EditionKey(target.index, target.year, Unit.parse(target.unit).system)
    try:
        table = edition_table(question.release, key, target.component)
    except UnknownEditionError:
        return pd.DataFrame({"kind": [], "note_codes": [], "source_id": []})
    return table[table["unit"] == target.unit]


def _grounds(question: Question, results: list[TargetResult]) -> Grounds:
    keys = [
        key
        for result in results
        if (key := EditionKey(result.target.index, result.target.year, Unit.parse(result.target.unit).system))
        in {edition.key for edition in question.release.catalogue.editions}
    ]
    line = editions_source_line(question.release, keys, question.language) if keys else ""
    parts = [grounds(question, result.target.index, _figures(question, result.target), line) for result in results]
    return joined_grounds(parts, line)
