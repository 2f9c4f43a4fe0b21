"""The brief: two to four pages of A4 that say in words and tables what the slides of a story show.

Written by Typst, a typesetter whose PDF is tagged (headings, tables, alternative texts), which office libraries for PDF
do not do; it comes as one wheel and needs no font of the machine.
"""

import importlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typst

from reports.pictures import FONTS, picture
from reports.slides import Chart, Map, Slide, SlideKind, Story, Table, Text
from wording.brief import BriefSection, brief_footer, brief_heading, brief_kind
from wording.language import Language, language
from wording.slide_titles import tells_a_change

PAGE = Path(__file__).parent / "brief.typ"
MOST_PAGES = 4
# Width and height in pixels of two pictures beside each other, and of one as wide as the page.
PICTURE_BESIDE, PICTURE_ALONE = (520, 430), (1040, 430)
# From all that is told to less of it: the first that fits on the pages is taken.
DETAILS = (("10.5pt", 12, 8), ("10pt", 8, 5), ("9.5pt", 5, 3), ("9pt", 3, 2))

Item = dict[str, Any]

_SECTIONS: tuple[tuple[BriefSection, tuple[SlideKind, ...]], ...] = (
    ("standing", ("standing",)),
    ("change", ("change", "history", "improvers")),
    ("strengths", ("strengths",)),
    ("others", ("peers", "next_place", "targets")),
    ("not_compared", ("not_compared",)),
)


def brief_pdf(story: Story, words: Language | None = None) -> bytes:
    """Write the brief of a story as a tagged PDF of at most four pages; less is told where all would not fit.

    `words` says its headings: those of own results where it is about these, else the language of the story.
    """
    said = words or language("en" if story.language == "en" else "vi")
    found = b""
    for size, sentences, tables in DETAILS:
        content = _content(story, said, size, sentences, tables)
        found = typst.compile(
            PAGE, font_paths=[FONTS], ignore_system_fonts=True, format="pdf", sys_inputs={"story": json.dumps(content)}
        )
        if _pages(found) <= MOST_PAGES:
            break
    return found


def _pages(pdf: bytes) -> int:
    # pypdfium2 brings no types.
    pdfium: Any = importlib.import_module("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _content(story: Story, words: Language, size: str, sentences: int, tables: int) -> dict[str, Any]:
    told: list[tuple[BriefSection, list[Item]]] = [
        (section, list(_items(_of_kinds(story, kinds), sentences, tables))) for section, kinds in _SECTIONS
    ]
    pictures = _pictures(story)
    if pictures:
        told[0][1].append({"kind": "pictures", "pictures": pictures})
    told.append(("grounds", _grounds(story)))
    sections = [{"heading": brief_heading(section, words), "items": items} for section, items in told if items]
    return {
        "title": story.title,
        "subtitle": story.subtitle,
        "heading": brief_kind(words),
        "footer": brief_footer(words),
        "language": story.language,
        "size": size,
        "sections": sections,
    }


def _of_kinds(story: Story, kinds: tuple[SlideKind, ...]) -> list[Slide]:
    return [slide for slide in story.slides if slide.kind in kinds]


def _items(slides: list[Slide], sentences: int, tables: int) -> Iterator[Item]:
    """Say each slide's finding, then its sentences and its table; slides that go on from another repeat no title."""
    told: set[str] = set()
    left = tables
    for slide in slides:
        if slide.kind == "not_compared":
            lines = [line for block in slide.blocks if isinstance(block, Text) for line in block.lines]
            yield from ({"kind": "sentence", "text": line} for line in lines[:sentences])
            continue
        if slide.kind == "history" and not tells_a_change(slide.title):
            continue
        if slide.title not in told:
            told.add(slide.title)
            yield {"kind": "sentence", "text": slide.title}
        for block in slide.blocks:
            if isinstance(block, Text) and slide.kind != "peers":
                yield from ({"kind": "small", "text": line} for line in block.lines)
            if (
                isinstance(block, Table)
                and left > 0
                and slide.kind in ("standing", "strengths", "next_place", "targets")
            ):
                left -= 1
                yield _table(block)


def _table(table: Table) -> Item:
    return {
        "kind": "table",
        "headings": [column.heading for column in table.columns],
        "widths": [column.width for column in table.columns],
        "alignments": ["right" if column.kind == "number" else "left" for column in table.columns],
        "cells": [[cell.text for cell in row] for row in table.rows],
    }


def _pictures(story: Story) -> list[Item]:
    """Draw the first chart of what a change is made of, and beside it the map of the same index."""
    charts = [
        (slide, block) for slide in _of_kinds(story, ("change",)) for block in slide.blocks if isinstance(block, Chart)
    ]
    # A line of places may stand on the slide of a change too.
    charts.sort(key=lambda found: found[1].kind != "bar")
    with_maps = _of_kinds(story, ("map", "change"))
    maps = [(slide, block) for slide in with_maps for block in slide.blocks if isinstance(block, Map)]
    # The map of the index whose change the chart shows, where there is one ("change-PAPI", "map-PAPI").
    of_chart = charts[0][0].id.partition("-")[2] if charts else ""
    maps.sort(key=lambda found: found[0].id.partition("-")[2] != of_chart)
    drawn = (*maps[:1], *charts[:1])
    width, height = PICTURE_BESIDE if len(drawn) > 1 else PICTURE_ALONE
    return [
        {
            "svg": picture(block.specification, width=width, height=height, form="svg").decode("utf-8"),
            "description": block.description,
            "caption": block.title,
        }
        for _, block in drawn
    ]


def _grounds(story: Story) -> list[Item]:
    """List the source lines once each, then the cautions that are no source of a single figure."""
    lines = dict.fromkeys(slide.source for slide in story.slides if slide.source)
    marks = dict.fromkeys(note for slide in story.slides for note in slide.notes if note[:1] in ("(", "†", "‡"))
    return [{"kind": "small", "text": line} for line in _once((*lines, *marks))]


def _once(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(lines))
