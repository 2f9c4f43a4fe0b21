"""What changed in one index since the edition before, and why: figures, own and field movement, contributions."""

import pandas as pd

from charts.contributions import contributions, contributions_description
from indicators.catalogue import OVERALL, EditionKey
from indicators.change import previous_edition
from indicators.comparability import compare
from indicators.decomposition import Decomposition
from indicators.movement import Movement
from indicators.results import edition_table
from indicators.succession import predecessor_view
from indicators.units import SYSTEM_34, SYSTEM_63
from reports.blocks_standing import change_cells, columns_of_results, mean_row, result_cells, source_line_of
from reports.cells import columns, place_change_of, score_cell, score_change_of, text_cell
from reports.remembered import change_between, chart_subject, decompose_change, movement_between
from reports.slides import Block, Cell, Chart, Series, Table, Text
from reports.story_parts import Part, Question, grounds, part, records, row_of
from wording.data_warnings import warning_sentences
from wording.decomposition import largest_words, remainder_text, remainder_words, reweighted_words
from wording.findings import comparison_words, place_text, score_change_text
from wording.gaps import partial_words
from wording.marks import origin_of
from wording.movement import field_words, movement_words, rank_beside_words
from wording.names import component_name, edition_name
from wording.slide_titles import merged_title
from wording.slides import index_title


def change_of_one(
    question: Question, key: EditionKey, unit: str, earlier: EditionKey | None = None, name: str = ""
) -> Part:
    """Say what changed for a unit since an earlier edition, by default the one before, and what it comes from.

    `name` goes into the id of the slide where several units of one story are asked about.
    """
    release, language = question.release, question.language
    before = earlier or _before(question, key)
    table = edition_table(release, key)
    change = change_between(release, before, key) if before else None
    decomposition = decompose_change(release, before, key) if before else None
    parted = decomposition if isinstance(decomposition, Decomposition) else None
    title = index_title(release, key, table, unit, change, before.year if before else None, parted, language)
    figures = table[table["unit"] == unit]
    blocks: list[Block] = [_figures(question, key, unit, before)]
    said = _sentences(question, key, unit, before, parted, title)
    if said:
        blocks.append(Text(tuple(said)))
    cautions = [partial_words(release, key, OVERALL, language), *warning_sentences(release, key, OVERALL, language)]
    further: list[str] = []
    if before:
        comparison = compare(release, before, key, OVERALL, unit)
        further += [crossing.source_id for crossing in comparison.deciding]
        if comparison.comparable:
            movement = movement_between(release, before, key)
            field = field_words(movement, language) if isinstance(movement, Movement) else ""
            cautions = [comparison_words(comparison, language), field, *cautions]
        earlier_table = edition_table(release, before)
        figures = pd.concat([figures, earlier_table[earlier_table["unit"] == unit]])
    if parted and before and row_of(parted.units, unit)["exact"]:
        blocks.append(_contributions(question, before, key, unit, parted))
        cautions += [
            remainder_words(release, key, parted, unit, language),
            reweighted_words(release, key, parted, language),
        ]
    on = grounds(question, key.index, figures, source_line_of(question, key, table), cautions, further)
    return part(f"change-{key.index}{name}", "change", title, blocks, on)


def change_of_several(question: Question, key: EditionKey, unit: str) -> Part:
    """Set the predecessors of a merged province beside each other in an edition of the 63, with their mean."""
    release = question.release
    seen = predecessor_view(release, unit, key)
    rows: list[tuple[Cell, ...]] = []
    for former in seen.table["unit"].astype("str"):
        cells = result_cells(question, key, row_of(seen.table, former))
        rows.append((Cell(question.name(former)), *cells, *change_cells(question, key, former)))
    if seen.mean is not None:
        rows.append(mean_row(question, key, seen, ""))
    title = merged_title(release, key, seen, question.language)
    edition = edition_name(release, key, question.language)
    heading = question.language.text("Province")
    table = Table(edition, columns_of_results(question, heading), tuple(rows))
    figures = seen.table.assign(kind="computed") if seen.mean is not None else seen.table
    line = source_line_of(question, key, edition_table(release, key))
    before = previous_edition(release, key)
    comparison = compare(release, before.key, key, OVERALL) if before else None
    cautions = [
        _about_mean(question) if seen.mean is not None else "",
        comparison_words(comparison, question.language) if comparison else "",
        partial_words(release, key, OVERALL, question.language),
    ]
    further = [text for text in (seen.rule_source_id, seen.weight_source_id) if text]
    further += [crossing.source_id for crossing in comparison.deciding] if comparison else []
    on = grounds(question, key.index, figures, line, cautions, further)
    return part(f"change-{key.index}", "change", title, [table], on)


def _about_mean(question: Question) -> str:
    return question.language.text("A mean of former provinces is computed here and has no place among the provinces.")


def _before(question: Question, key: EditionKey) -> EditionKey | None:
    found = previous_edition(question.release, key)
    return found.key if found else None


def _figures(question: Question, key: EditionKey, unit: str, before: EditionKey | None) -> Table:
    """Set score and place of both editions beside each other, with the change where there is one."""
    text, index = question.language.text, question.release.catalogue.index(key.index)
    later = row_of(edition_table(question.release, key), unit)
    editions = [(key, later)]
    if before:
        editions.insert(0, (before, row_of(edition_table(question.release, before), unit)))
    scores = [
        score_cell(row["score"], origin_of(row), index, edition.year, question.language) for edition, row in editions
    ]
    places = [
        text_cell(place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"])))
        for _, row in editions
    ]
    headings = ["", *(str(edition.year) for edition, _ in editions)]
    rows = [(Cell(text("Score")), *scores), (Cell(text("Place")), *places)]
    if before:
        moved = row_of(change_between(question.release, before, key).table, unit)
        headings.append(text("Change"))
        rows[0] += (score_change_of(moved["score_change"], index, question.language),)
        rows[1] += (place_change_of(moved["place_change"], str(moved["place_kind"])),)
    caption = edition_name(question.release, key, question.language)
    return Table(caption, columns(*headings), tuple(rows))


def _sentences(
    question: Question,
    key: EditionKey,
    unit: str,
    before: EditionKey | None,
    parted: Decomposition | None,
    title: str,
) -> list[str]:
    """Say what moved the place and, unless the title does, which component contributed most; or why nothing is."""
    release, language = question.release, question.language
    if before is None:
        return _other_units(question, key)
    comparison = compare(release, before, key, OVERALL, unit)
    if not comparison.comparable:
        return [comparison_words(comparison, language)]
    said: list[str] = []
    movement = movement_between(release, before, key)
    if isinstance(movement, Movement):
        said.append(movement_words(movement, unit, language))
        said += [rank_beside_words(movement, unit, language)]
    if parted and language.text("contributed most: {components}", components="") not in title:
        said.append(largest_words(release, key, parted, unit, language))
    return [sentence if sentence.endswith(".") else f"{sentence}." for sentence in said if sentence]


def _other_units(question: Question, key: EditionKey) -> list[str]:
    """Say why a first edition of new units, as of the 34, is not compared with one of the units before."""
    listed = [edition.key for edition in question.release.catalogue.editions_of(key.index)]
    earlier = [edition for edition in listed if edition.year < key.year and edition.system != key.system]
    if not earlier or key.system == SYSTEM_63:
        return []
    former = EditionKey(key.index, key.year, SYSTEM_63) if key.system == SYSTEM_34 else earlier[-1]
    comparison = compare(question.release, former, key, OVERALL)
    return [comparison_words(comparison, question.language)]


def _contributions(question: Question, before: EditionKey, key: EditionKey, unit: str, parted: Decomposition) -> Chart:
    """Draw what each component contributed to the change of the total; the remainder stands apart."""
    subject = chart_subject(question.release, key.index, key.system, question.language)
    parts, whole = parted.parts[parted.parts["unit"] == unit], parted.units[parted.units["unit"] == unit].iloc[0]
    index, text = subject.index, question.language.text
    names = [
        component_name(index, str(row["component"]), key.year, question.language, short=True) for row in records(parts)
    ]
    values = [float(row["contribution"]) for row in records(parts)]
    values += [float(whole["remainder"]), float(whole["whole"])]
    written = [score_change_text(value, index, question.language) for value in values]
    written[-2] = remainder_text(values[-2], index, question.language)
    labels = tuple(written)
    title = text(
        "Contributions to the change {first} → {last}, in points of the total", first=before.year, last=key.year
    )
    return Chart(
        "bar",
        title,
        (*names, text("Remainder"), text("Change of the total")),
        (Series(title, tuple(values), labels),),
        text("points"),
        index.display_decimals,
        contributions_description(parts, whole, years=(before.year, key.year), subject=subject),
        contributions(parts, whole, year=key.year, subject=subject),
    )
