"""The story as a PPTX: 16:9, native charts and tables that can be edited, maps as pictures, notes for the speaker."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from reports.deck_pages import SIDE, Page, Placed, Regions, pages_of
from reports.deck_shapes import lengths, place, placeholder, text_frame, write_block, write_paragraph
from reports.deck_template import Box, DeckTemplate, Layout, read_template
from reports.slides import Chart, Map, Slide, Story, Table, Text
from reports.text_fitting import Room, largest_size, shortened
from wording.language import Language
from wording.language import language as words_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
TITLE_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0)
COVER_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0)
SUBTITLE_SIZES = (20.0, 18.0, 16.0, 14.0)
SOURCE_SIZES = (11.0, 10.0, 9.0)


@dataclass(frozen=True, slots=True)
class Deck:
    """A finished PPTX, how many slides it has, and what is to be said of its template, each a sentence."""

    content: bytes
    slides: int
    notices: tuple[str, ...] = ()


def make_deck(story: Story, template: Path | None = None) -> Deck:
    """Make the deck of a story in a template, ours where none is given; raises TemplateError."""
    language = words_of("en" if story.language == "en" else "vi")
    opened = read_template(template, language)
    regions = Regions(opened.one.contents[0][1], opened.two.contents[0][1], opened.two.contents[1][1])
    for slide in story.slides:
        if slide.kind == "cover":
            _write_cover(opened, slide, language)
            continue
        for page in pages_of(slide, regions):
            _write_page(opened, slide, page, language)
    properties = opened.presentation.core_properties
    properties.title, properties.subject = story.title, story.subtitle
    properties.language = story.language
    target = io.BytesIO()
    opened.presentation.save(target)
    return Deck(target.getvalue(), len(opened.presentation.slides), opened.missing)


def _write_cover(template: DeckTemplate, slide: Slide, language: Language) -> None:
    drawn = template.presentation.slides.add_slide(template.cover.layout)
    index, box = template.cover.contents[0]
    cut = _line(drawn.shapes.title, slide.title, template.cover.title, COVER_SIZES, language)
    lines = [line for block in slide.blocks if isinstance(block, Text) for line in block.lines]
    if index is not None:
        frame = text_frame(placeholder(drawn, index))
        frame.vertical_anchor = MSO_ANCHOR.TOP
        room = Room(box.width - 2 * SIDE, box.height / max(1, len(lines)))
        letters = min((largest_size(line, SUBTITLE_SIZES, room) or SUBTITLE_SIZES[-1] for line in lines), default=0)
        for position, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
            write_paragraph(paragraph, line, letters, language)
    _finish(drawn, [placeholder(drawn, index)] if index is not None else [])
    _notes(drawn, [*cut, *slide.notes])


def _write_page(template: DeckTemplate, slide: Slide, page: Page, language: Language) -> None:
    layout = template.one if page.layout == "one" else template.two
    drawn = template.presentation.slides.add_slide(layout.layout)
    title = slide.title
    if page.position > 1:
        title = language.text("{title} (continued)", title=title)
    cut = _line(drawn.shapes.title, title, layout.title, TITLE_SIZES, language)
    shapes: list[Any] = []
    for (index, _), placed in zip(layout.contents, page.regions, strict=False):
        shapes += _write_region(drawn, placed, index, language)
    source, cut_source = _write_source(drawn, layout, slide.source, language)
    shapes += source
    if layout.number is not None:
        shapes.append(_number(drawn, layout, layout.number))
    _finish(drawn, shapes)
    _notes(drawn, [*cut, *cut_source, *(slide.notes if page.position == 1 else ())])


def _write_region(drawn: Any, placed: Sequence[Placed], index: int | None, language: Language) -> list[Any]:
    """Write what stands above each other: the weightiest block into the placeholder, others beside it."""
    weights = {Chart: 3, Map: 3, Table: 2, Text: 1}
    main = max(placed, key=lambda found: weights[type(found.block)], default=None)
    return [write_block(drawn, found, index if found is main else None, language) for found in placed]


def _line(shape: Any, words: str, box: Box, sizes: Sequence[float], language: Language) -> list[str]:
    """Write a title in the largest size at which it fits; return the whole of it where it had to be cut."""
    room = Room(box.width - 2 * SIDE, box.height)
    letters = largest_size(words, sizes, room, bold=True) or sizes[-1]
    kept = shortened(words, letters, room, bold=True)
    frame = text_frame(shape)
    write_paragraph(frame.paragraphs[0], kept, letters, language, bold=True)
    return [] if kept == words else [words]


def _write_source(drawn: Any, layout: Layout, words: str, language: Language) -> tuple[list[Any], list[str]]:
    """Write the line under the blocks; return its shape, and the whole of it where it had to be cut."""
    index, box = layout.source
    if not words:
        return [], []
    room = Room(box.width - 2 * SIDE, box.height)
    letters = largest_size(words, SOURCE_SIZES, room) or SOURCE_SIZES[-1]
    kept = shortened(words, letters, room)
    if index is None:
        shape = drawn.shapes.add_textbox(*lengths(box))
    else:
        shape = _own_placeholder(drawn, layout, index)
        place(shape, box)
    write_paragraph(text_frame(shape).paragraphs[0], kept, letters, language)
    return [shape], [] if kept == words else [words]


def _own_placeholder(drawn: Any, layout: Layout, index: int) -> Any:
    """Return a placeholder of a slide; python-pptx gives a new slide none for a footer and for its number."""
    if index not in [found.placeholder_format.idx for found in drawn.placeholders]:
        of_layout = next(found for found in layout.layout.placeholders if found.placeholder_format.idx == index)
        drawn.shapes.clone_placeholder(of_layout)
    return placeholder(drawn, index)


def _number(drawn: Any, layout: Layout, index: int) -> Any:
    shape = _own_placeholder(drawn, layout, index)
    number = len(drawn.part.package.presentation_part.presentation.slides)
    field = (
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f"<a:rPr/><a:t>{number}</a:t></a:fld>"
    )
    shape.text_frame.paragraphs[0]._p.append(parse_xml(field))  # noqa: SLF001 - python-pptx has no fields
    return shape


def _finish(drawn: Any, shapes: Sequence[Any]) -> None:
    """Take out placeholders that hold nothing, and lay the shapes in the order in which they are read aloud."""
    title = drawn.shapes.title
    used = {id(shape.element) for shape in (title, *shapes)}
    for found in list(drawn.placeholders):
        if id(found.element) not in used and found.placeholder_format.type != PP_PLACEHOLDER.TITLE:
            found.element.getparent().remove(found.element)
    tree = title.element.getparent()
    for shape in (title, *shapes):
        tree.append(shape.element)


def _notes(drawn: Any, notes: Sequence[str]) -> None:
    if notes:
        drawn.notes_slide.notes_text_frame.text = "\n".join(notes)
