"""The first and the last slides: what the story is about, what it cannot compare or say, and its sources."""

from collections.abc import Sequence
from math import ceil

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.results import edition_table
from reports.cells import columns, text_cell
from reports.slides import Cell, Slide, Table, Text
from reports.story_parts import Grounds, Part, Question, Sources, source_notes, table_parts
from wording.findings import crossing_words
from wording.gaps import missing_together_words, missing_words, newer_edition_words, short_reason
from wording.names import edition_name
from wording.numbers import day, published_on
from wording.slide_titles import cover_title, numbered
from wording.sources import source_entries

# What fits under a title in the type of a slide that is read from the back of a room.
LETTERS_A_LINE = 105
LINES_A_SLIDE = 14
# Reasons that need no more than the names, so that several years are said at once.
SAID_TOGETHER = ("not_gathered", "best_30_only")


def cover(question: Question, name: str, *, review: bool) -> Slide:
    """Say whom the story is about, which years, and of what date the data are."""
    language, release = question.language, question.release
    lines = (
        language.text("Data as of {date}", date=day(release.made_at, language)),
        language.text("Figures as the publishers gave them; what is computed here carries a mark."),
    )
    title = cover_title(name, question.first_year, question.last_year, language, review=review)
    return Slide("cover", "cover", title, (Text(lines),), lines[0], (lines[0],))


def absent_results(question: Question, units: Sequence[str]) -> list[str]:
    """Say of every edition of the years without a figure of these units why that is so."""
    release, language = question.release, question.language
    said: list[str] = []
    absent: dict[tuple[str, str, tuple[str, ...], str], list[EditionKey]] = {}
    for index in question.indices():
        for edition in release.catalogue.editions_of(index.id):
            key = edition.key
            if not question.first_year <= key.year <= question.last_year:
                continue
            if not len(release.figures(key, OVERALL)):
                said.append(newer_edition_words(release, edition, language))
                continue
            table = edition_table(release, key)
            rows = table[table["unit"].isin(list(units)) & (table["reason"] != "") & (table["place_kind"] == "")]
            for reason, group in rows.groupby("reason"):
                lacking = tuple(str(unit) for unit in group["unit"])
                absent.setdefault((index.id, key.system, lacking, str(reason)), []).append(key)
        said += [
            sentence
            for (index_id, _, lacking, reason), keys in absent.items()
            if index_id == index.id
            for sentence in _absent(question, keys, lacking, reason)
        ]
    return list(dict.fromkeys(said))


def _absent(question: Question, keys: Sequence[EditionKey], units: Sequence[str], reason: str) -> list[str]:
    """Say why units have no result in some editions of an index: at once where the reason is the same for all."""
    release, language = question.release, question.language
    if reason in SAID_TOGETHER and len(keys) > 1:
        return [missing_together_words(release, keys, units, reason, language)]
    if len(units) == 1:
        return [missing_words(release, key, OVERALL, units[0], reason, language) for key in keys]
    return [
        language.text(
            "{edition}, {reason}: {names}.",
            edition=edition_name(release, key, language),
            reason=short_reason(reason, language),
            names=", ".join(question.name(unit) for unit in units),
        )
        for key in keys
    ]


def crossings_of_years(question: Question, units: Sequence[str]) -> list[str]:
    """Say what lies between the editions of the years, index by index."""
    said: list[str] = []
    for index in question.indices():
        years = (question.first_year, question.last_year)
        words = crossing_words(question.release, index.id, OVERALL, *years, question.language, units)
        said += [f"{index.short_name} {sentence}" for sentence in words]
    return list(dict.fromkeys(said))


def not_compared(question: Question, units: Sequence[str], left_out: Sequence[str]) -> Part:
    """Say what the story cannot compare, which results are missing and why, and what it leaves out."""
    text = question.language.text
    groups = {
        text("Changes of the method or of what is published"): crossings_of_years(question, units),
        text("Results that are not there"): absent_results(question, units),
        text("Left out of these slides"): list(dict.fromkeys(left_out)),
    }
    pages = _even_pages(groups)
    line = text("Data as of {date}", date=day(question.release.made_at, question.language))
    title = text("What cannot be compared or said")
    slides = tuple(
        Slide(
            "not_compared" if position == 1 else f"not_compared-{position}",
            "not_compared",
            numbered(title, position, len(pages)),
            tuple(page),
            line,
            (line,),
        )
        for position, page in enumerate(pages, start=1)
    )
    return Part(slides)


def _even_pages(groups: dict[str, list[str]]) -> list[list[Text]]:
    """Spread sentences over as few pages as they need, each filled about as much as the others."""
    fewest = len(_pages(groups, LINES_A_SLIDE))
    spread = (_pages(groups, lines) for lines in range(1, LINES_A_SLIDE + 1))
    return next(pages for pages in spread if len(pages) == fewest)


def _pages(groups: dict[str, list[str]], lines: int) -> list[list[Text]]:
    """Spread sentences under their headings over pages of so many lines."""
    pages: list[list[Text]] = []
    room = 0
    for heading, sentences in groups.items():
        kept: list[str] = []
        for sentence in sentences:
            needed = ceil(len(sentence) / LETTERS_A_LINE)
            if not pages or needed + (0 if kept else 1) > room:
                if kept:
                    pages[-1].append(Text(tuple(kept), heading))
                kept = []
                pages.append([])
                room = lines
            room -= needed + (0 if kept else 1)
            kept.append(sentence)
        if kept:
            pages[-1].append(Text(tuple(kept), heading))
    return pages


def sources_of(question: Question, parts: Sequence[Part]) -> Part:
    """List every source that the slides rest on, index by index, the one of most figures first.

    The whole address of a source is in the notes; the table names the site.
    """
    release, language, text = question.release, question.language, question.language.text
    by_index: dict[str, list[str]] = {}
    for source in (source for part in parts for source in part.sources):
        by_index.setdefault(source.index, []).extend(source.ids)
    rows: list[tuple[Cell, ...]] = []
    notes: list[str] = []
    for index in release.catalogue.indices:
        ids = tuple(by_index.get(index.id, []))
        notes += source_notes(question, Sources(index.id, ids))
        rows += [
            (
                Cell(index.short_name),
                Cell(entry.title),
                text_cell(entry.publisher_of_figures),
                text_cell(entry.obtained),
                text_cell(published_on(entry.published_on, language)),
                text_cell(_site(entry.address)),
            )
            for entry in source_entries(release, index.id, pd.Series(ids, dtype="object"), language)
        ]
    if not rows:
        return Part()
    headings = [text("Index"), text("Source"), text("Published by")]
    headings += [text("Obtained from"), text("Date"), text("Address")]
    table = Table(text("Sources"), columns(*headings, wide=(1,)), tuple(rows))
    line = text("Data as of {date}", date=day(release.made_at, language))
    title = text("Sources of the figures: {count}", count=len(rows))
    return table_parts("sources", "sources", title, table, Grounds(line, tuple(dict.fromkeys(notes)), ()))


def _site(address: str) -> str:
    """Name the site of an address, or the address up to its first blank or colon where it is no link."""
    if address.startswith("http"):
        return address.split("/")[2].removeprefix("www.")
    return address.replace(":", " ").split(" ")[0]
