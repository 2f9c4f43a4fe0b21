"""The template of a deck: which layout serves what, found by its placeholders and not by its name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Length

from reports.text_fitting import FONT
from wording.language import Language

TEMPLATE = Path(__file__).parent / "template.pptx"

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_CONTENTS = (
    PP_PLACEHOLDER.OBJECT,
    PP_PLACEHOLDER.BODY,
    PP_PLACEHOLDER.CHART,
    PP_PLACEHOLDER.TABLE,
    PP_PLACEHOLDER.PICTURE,
)
# A placeholder lower than this share of the slide is for a line of text and not for contents.
_LINE_HEIGHT = 0.15
# Contents that hold less than this share of the slide are a decoration of the layout.
_SMALLEST_CONTENT = 0.1
_SOURCE_HEIGHT = 30.0
_GAP = 20.0


class TemplateError(ValueError):
    """A file that cannot serve as a template; the message says why."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its placeholders by what they are for. `contents` and `source` are (idx of the placeholder, box).

    An idx is None where the template has no placeholder for it and a box of our own stands there.
    """

    layout: Any
    title: Box
    contents: tuple[tuple[int | None, Box], ...]
    source: tuple[int | None, Box]
    number: int | None


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """A presentation without slides, and its layouts for a cover, for one content and for two beside each other.

    `missing`: what the template lacks and what is done instead, each a sentence for whoever gave it.
    """

    presentation: Any
    cover: Layout
    one: Layout
    two: Layout
    missing: tuple[str, ...] = field(default=())


def read_template(file: Path | None, language: Language) -> DeckTemplate:
    """Open a template, ours where `file` is None; slides that it has are taken out.

    Raises TemplateError where it is no PPTX, or has no layout with a title and a place for contents.
    """
    presentation = _opened(file or TEMPLATE)
    _take_out_slides(presentation)
    name = (file or TEMPLATE).name
    width, height = Length(presentation.slide_width).pt, Length(presentation.slide_height).pt
    missing: list[str] = []
    found = [described for layout in _layouts(presentation) if (described := _described(layout, width, height))]
    one = _first(found, lambda layout: len(layout.contents) == 1)
    if one is None:
        message = (
            f"{name} cannot serve as a template: it has no layout with a title and one place for contents. "
            "Add one (in PowerPoint: View, Slide Master, Insert Layout, Insert Placeholder) and try again."
        )
        raise TemplateError(message)
    two = _first(found, lambda layout: len(layout.contents) == 2 and _beside(layout))
    if two is None:
        missing.append(
            language.text(
                "{file} has no layout with two contents beside each other: the one content is halved.", file=name
            )
        )
        two = _halved(one)
    cover = _cover(presentation, width, height)
    if cover is None:
        missing.append(
            language.text("{file} has no title slide: the cover takes the layout of the contents.", file=name)
        )
        cover = one
    if one.source[0] is None:
        missing.append(language.text("{file} has no line for the source: a text box holds it.", file=name))
    if one.number is None:
        missing.append(language.text("{file} has no slide number: the slides carry none.", file=name))
    font = _font(presentation)
    if font != FONT:
        missing.append(
            language.text(
                "{file} is set in {font}: texts are measured as {measured}.", file=name, font=font, measured=FONT
            )
        )
    return DeckTemplate(presentation, cover, one, two, tuple(missing))


def _opened(file: Path) -> Any:
    try:
        return Presentation(str(file))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        message = f"{file} cannot serve as a template: it is no PPTX file, or it is damaged."
        raise TemplateError(message) from error


def _take_out_slides(presentation: Any) -> None:
    ids = presentation.slides._sldIdLst  # noqa: SLF001 - python-pptx has no public way to take a slide out
    for slide in list(ids):
        presentation.part.drop_rel(slide.rId)
        ids.remove(slide)


def _layouts(presentation: Any) -> Iterator[Any]:
    for master in presentation.slide_masters:
        yield from master.slide_layouts


def _first(layouts: list[Layout], fits: Callable[[Layout], bool]) -> Layout | None:
    return next((layout for layout in layouts if fits(layout)), None)


def _box(placeholder: Any) -> Box:
    lengths = (placeholder.left, placeholder.top, placeholder.width, placeholder.height)
    return Box(*(Length(length or 0).pt for length in lengths))


def _of_types(layout: Any, *types: Any) -> list[Any]:
    return [found for found in layout.placeholders if found.placeholder_format.type in types]


def _described(layout: Any, width: float, height: float) -> Layout | None:
    """Say what the placeholders of a layout are for; None for one without a title or without contents."""
    titles = _of_types(layout, PP_PLACEHOLDER.TITLE)
    if not titles:
        return None
    lines: list[Any] = []
    contents: list[tuple[int | None, Box]] = []
    for found in _of_types(layout, *_CONTENTS):
        box = _box(found)
        if box.height < height * _LINE_HEIGHT:
            lines.append(found)
        elif box.width * box.height > width * height * _SMALLEST_CONTENT:
            contents.append((found.placeholder_format.idx, box))
    if not contents:
        return None
    numbers = _of_types(layout, PP_PLACEHOLDER.SLIDE_NUMBER)
    left, right = min(box.left for _, box in contents), max(box.left + box.width for _, box in contents)
    bottom = max(box.bottom for _, box in contents)
    low = [line for line in lines if _box(line).top >= bottom - 1] + _of_types(layout, PP_PLACEHOLDER.FOOTER)
    if low:
        source = (low[0].placeholder_format.idx, _widened(_box(low[0]), left, right, numbers))
    else:
        source = (None, Box(left, min(bottom + 2, height - _SOURCE_HEIGHT), right - left, _SOURCE_HEIGHT))
    number = numbers[0].placeholder_format.idx if numbers else None
    return Layout(layout, _box(titles[0]), tuple(sorted(contents, key=_left_of)), source, number)


def _widened(box: Box, left: float, right: float, numbers: list[Any]) -> Box:
    """Let a narrow footer take the width of the contents, up to the number of the slide."""
    beside = [_box(number).left for number in numbers if _box(number).left > box.left]
    end = min([right, *beside])
    start = min(box.left, left)
    return Box(start, box.top, max(end - start, box.width), box.height)


def _left_of(content: tuple[int | None, Box]) -> float:
    return content[1].left


def _beside(layout: Layout) -> bool:
    (_, first), (_, second) = layout.contents
    return first.left + first.width <= second.left + 1


def _halved(one: Layout) -> Layout:
    index, box = one.contents[0]
    width = (box.width - _GAP) / 2
    left = Box(box.left, box.top, width, box.height)
    right = Box(box.left + width + _GAP, box.top, width, box.height)
    return Layout(one.layout, one.title, ((index, left), (None, right)), one.source, one.number)


def _cover(presentation: Any, width: float, height: float) -> Layout | None:
    """Find the title slide: a title in the middle with a subtitle."""
    for layout in _layouts(presentation):
        titles, subtitles = _of_types(layout, *_TITLES), _of_types(layout, PP_PLACEHOLDER.SUBTITLE)
        if titles and subtitles:
            index = subtitles[0].placeholder_format.idx
            nowhere = (None, Box(0, height, width, 0))
            return Layout(layout, _box(titles[0]), ((index, _box(subtitles[0])),), nowhere, None)
    return None


def _font(presentation: Any) -> str:
    """Return the font of the theme for texts."""
    theme = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob
    found = re.search(rb'<a:minorFont>.*?<a:latin typeface="([^"]*)"', theme, re.DOTALL)
    return found.group(1).decode("utf-8") if found else ""
