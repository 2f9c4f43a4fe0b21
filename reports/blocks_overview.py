"""The country at a glance: who stands first in each index, the means and medians, the first places."""

from collections.abc import Sequence

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.national import NationalFigure, national_figure, region_figure
from indicators.results import edition_table, newest_edition
from reports.blocks_standing import change_cells, columns_of_results, result_cells, source_line_of
from reports.cells import columns, score_cell, text_cell
from reports.slides import Cell, Table
from reports.story_parts import (
    Grounds,
    Part,
    Question,
    Sources,
    grounds,
    joined_grounds,
    left_out,
    records,
    table_parts,
)
from wording.gaps import partial_words
from wording.headlines import edition_headline
from wording.marks import Origin
from wording.names import edition_name, named_or_counted, region_name
from wording.slide_overviews import first_title, mean_words, means_title
from wording.sources import editions_source_line

FIRST_PLACES = 10


def newest_of_country(question: Question) -> list[EditionKey]:
    """List the newest edition of each index inside the years of the story."""
    found = (
        newest_edition(question.release, index.id, OVERALL, question.last_year)
        for index in question.release.catalogue.indices
    )
    return [key for key in found if key is not None and key.year >= question.first_year]


def first_of_each(question: Question, keys: Sequence[EditionKey], name: str) -> Part:
    """Lay who stands first in each index into one table, with the middle of the edition."""
    release, language, text = question.release, question.language, question.language.text
    if not keys:
        return left_out(text("No index has figures in these years."))
    rows: list[tuple[Cell, ...]] = []
    firsts: list[tuple[str, str]] = []
    parts: list[Grounds] = []
    line = editions_source_line(release, keys, language)
    for key in keys:
        table = edition_table(release, key)
        edition = edition_name(release, key, language)
        first = table[table["place"] == 1]
        names = named_or_counted([question.name(str(unit)) for unit in first["unit"]], language)
        if names:
            firsts.append((edition, names))
        held = int((table["score"].notna() | table["rank"].notna()).sum())
        score, place = result_cells(question, key, records(first)[0]) if names else (text_cell(""), text_cell(""))
        middle = mean_words(release, key, national_figure(release, key), language)
        rows.append(
            (Cell(edition), text_cell(names), score, place, text_cell(middle), text_cell(f"{held}/{key.system}"))
        )
        parts.append(grounds(question, key.index, first, line, [partial_words(release, key, OVERALL, language)]))
    headings = [text("Index"), text("First"), text("Score"), text("Place, group")]
    headings += [text("Middle of the provinces"), text("Provinces with figures")]
    table = Table(text("First of each index"), columns(*headings, wide=(1, 3, 4), numbers=(2,)), tuple(rows))
    return table_parts("standing", "standing", first_title(name, firsts, language), table, joined_grounds(parts, line))


def means(question: Question, region: str = "") -> Part:
    """List the published means, or the medians of whole editions, of all editions of the years; of a region too."""
    release, language, text = question.release, question.language, question.language.text
    rows: list[tuple[Cell, ...]] = []
    keys: list[EditionKey] = []
    published: list[Sources] = []
    parts: list[Grounds] = []
    for index in release.catalogue.indices:
        for edition in release.catalogue.editions_of(index.id):
            key = edition.key
            own = region_figure(release, key, OVERALL, region) if region else None
            figure = national_figure(release, key)
            if not question.first_year <= key.year <= question.last_year or (figure is None and own is None):
                continue
            keys.append(key)
            cells = [_middle(question, key, found) for found in ((own, figure) if region else (figure,))]
            rows.append((Cell(edition_name(release, key, language)), *(cell for pair in cells for cell in pair)))
            figures = pd.DataFrame(
                [(found.kind, "", found.source_id) for found in (own, figure) if found],
                columns=["kind", "note_codes", "source_id"],
            )
            parts.append(grounds(question, index.id, figures, ""))
            printed = figures.loc[figures["kind"] == "published", "source_id"]
            published.append(Sources(index.id, tuple(printed.astype("str"))))
    if not rows:
        return left_out(text("No mean is published and no edition is held whole in these years."))
    headings = [text("Edition")]
    headings += [region_name(release.provinces, region, language), text("Kind")] if region else []
    headings += [text("Whole country"), text("Kind")]
    numbers = (1, 3) if region else (1,)
    table = Table(text("Means and medians"), columns(*headings, wide=(0,), numbers=numbers), tuple(rows))
    line = editions_source_line(release, keys, language)
    title = means_title(len(rows), question.first_year, question.last_year, language)
    shown = table_parts("means", "standing", title, table, joined_grounds(parts, line))
    # The notes name the sources of every score behind a median; the list of the story's sources keeps to what is shown.
    return Part(shown.slides, tuple(published))


def first_places(question: Question, key: EditionKey) -> Part:
    """List the first places of an edition that are held, with what became of them since the edition before."""
    release, language = question.release, question.language
    table = edition_table(release, key)
    placed = table[table["place"].notna()].sort_values("place", kind="stable")
    best = placed[placed["place"] <= FIRST_PLACES].head(FIRST_PLACES)
    if best.empty:
        edition = edition_name(release, key, language)
        return left_out(language.text("{edition}: none of the first ten places is held.", edition=edition))
    rows = tuple(
        (
            Cell(question.name(str(row["unit"]))),
            *result_cells(question, key, row),
            *change_cells(question, key, str(row["unit"])),
        )
        for row in records(best)
    )
    caption = language.text("First places that are held")
    shown = Table(caption, columns_of_results(question, language.text("Province")), rows)
    on = grounds(
        question,
        key.index,
        best,
        source_line_of(question, key, table),
        [partial_words(release, key, OVERALL, language)],
    )
    title = edition_headline(release, key, OVERALL, table, language)
    return table_parts(f"first-{key.index}", "standing", title, shown, on)


def _middle(question: Question, key: EditionKey, figure: NationalFigure | None) -> tuple[Cell, Cell]:
    if figure is None:
        return text_cell(""), text_cell("")
    index = question.release.catalogue.index(key.index)

    text = question.language.text
    kind = text("published mean") if figure.statistic == "mean" else text("median, computed")
    return score_cell(figure.value, Origin(figure.kind, ""), index, key.year, question.language), Cell(kind)
