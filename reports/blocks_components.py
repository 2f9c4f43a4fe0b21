"""The components of an index in two editions: scores, what changed, and what each contributed where that is exact."""

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.change import previous_edition
from indicators.decomposition import Decomposition
from indicators.results import edition_table
from reports.blocks_standing import source_line_of
from reports.cells import columns, score_cell, score_change_of, text_cell
from reports.remembered import change_between, decompose_change
from reports.slides import Cell, Table
from reports.story_parts import Part, Question, grounds, left_out, row_of, table_parts
from wording.answers import cannot_words, short_cannot
from wording.marks import origin_of
from wording.names import component_name, edition_name
from wording.slide_titles import components_title


def change_of_components(
    question: Question, key: EditionKey, unit: str, earlier: EditionKey | None = None, name: str = ""
) -> Part:
    """List the first-level components of a unit with their scores in both editions and the change.

    Contributions in points of the total stand beside them only where the decomposition of the unit is exact. `name` as
    in `change_of_one`; the title then names the province.
    """
    release, language = question.release, question.language
    found = previous_edition(release, key)
    before = earlier or (found.key if found else None)
    edition = edition_name(release, key, language)
    if before is None:
        return left_out(language.text("{edition}: no earlier edition to compare components with.", edition=edition))
    components = release.catalogue.index(key.index).parts(OVERALL, key.year)
    rows = {component: row_of(change_between(release, before, key, component).table, unit) for component in components}
    held = {name: row for name, row in rows.items() if pd.notna(row["score_from"]) and pd.notna(row["score_to"])}
    if not held:
        return left_out(
            language.text(
                "{edition}: no component of {province} is held in {first} and {last}.",
                edition=edition,
                province=question.name(unit),
                first=before.year,
                last=key.year,
            )
        )
    parted = decompose_change(release, before, key)
    exact = isinstance(parted, Decomposition) and bool(row_of(parted.units, unit)["exact"])
    contributed = _contributions(parted, unit) if exact and isinstance(parted, Decomposition) else {}
    text = language.text
    headings = [text("Component"), str(before.year), str(key.year), text("Change")]
    headings += [text("Contribution to the total")] if contributed else [text("Remark")]
    table = Table(
        text("Scores of the components"),
        columns(*headings, wide=(0,), numbers=(1, 2, 3, 4) if contributed else (1, 2, 3)),
        tuple(_row(question, key, before, name, row, contributed) for name, row in held.items()),
    )
    changes = pd.Series({name: row["score_change"] for name, row in held.items()}, dtype="float64")
    title = components_title(release, key, before.year, changes, language, question.name(unit) if name else "")
    figures = [_figures(question, edition_key, unit, list(held)) for edition_key in (before, key)]
    why = "" if isinstance(parted, Decomposition) else cannot_words(release, key, parted, language)
    absent = [name for name in components if name not in held]
    line = source_line_of(question, key, edition_table(release, key))
    on = grounds(question, key.index, pd.concat(figures), line, [why, _absent(question, key, absent)])
    return table_parts(f"components-{key.index}{name}", "change", title, table, on)


def _contributions(parted: Decomposition, unit: str) -> dict[str, float]:
    parts = parted.parts[parted.parts["unit"] == unit]
    return {str(name): float(value) for name, value in zip(parts["component"], parts["contribution"], strict=True)}


def _row(
    question: Question,
    key: EditionKey,
    before: EditionKey,
    component: str,
    row: dict[str, object],
    contributed: dict[str, float],
) -> tuple[Cell, ...]:
    language, index = question.language, question.release.catalogue.index(key.index)
    scores = [
        score_cell(row[f"score{end}"], origin_of(row, end), index, year, language, component)
        for end, year in (("_from", before.year), ("_to", key.year))
    ]

    degree = str(row["degree"])
    if contributed:
        value = contributed[component]
        last = score_change_of(value, index, language)
    elif degree in ("break", "unit_system"):
        last = text_cell(short_cannot(degree, language))
    else:
        last = text_cell(language.text("compare with caution") if degree == "revision" else "")
    name = component_name(index, component, key.year, language, short=True)
    return (Cell(name), *scores, score_change_of(row["score_change"], index, language), last)


def _figures(question: Question, key: EditionKey, unit: str, components: list[str]) -> pd.DataFrame:
    frames = [question.release.figures(key, component) for component in components]
    table = pd.concat(frames)
    return table.loc[table["unit"] == unit, ["kind", "note_codes", "source_id"]]


def _absent(question: Question, key: EditionKey, components: list[str]) -> str:
    if not components:
        return ""
    index = question.release.catalogue.index(key.index)
    names = [component_name(index, name, key.year, question.language, short=True) for name in components]
    return question.language.text("Not held in both editions: {components}.", components="; ".join(names))
