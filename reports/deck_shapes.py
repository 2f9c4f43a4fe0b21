"""Writes blocks into the placeholders of a slide: texts, native tables, native charts, pictures of maps."""

import io
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.placeholder import ChartPlaceholder, PicturePlaceholder, TablePlaceholder
from pptx.util import Length, Pt

from charts.theme import CHOSEN_GROUND, GRID
from reports.deck_charts import chart_data, chart_type, rgb, style_chart, title_of
from reports.deck_pages import INDENT, Placed, paragraphs_of, space_after
from reports.deck_pages import SIDE as TEXT_SIDE
from reports.deck_table_sizes import SIDE, TableSizes, above
from reports.deck_template import Box
from reports.pictures import picture
from reports.slides import Chart, Map, Table, Text
from wording.language import Language

_LANGUAGES = {"vi": MSO_LANGUAGE_ID.VIETNAMESE, "en": MSO_LANGUAGE_ID.ENGLISH_US}
# "Light Style 1, Accent 1": lines above and below, in the colours of the theme.
_TABLE_STYLE = "{3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5}"
_DOTS_A_POINT = 2.5
# A chart's own letters of 12 pixels become 16 points, to be read from the back of a room.
_PIXELS_A_POINT = 0.75
# On half a slide letters are smaller, so that the legend stands beside the map and not over it.
_PIXELS_A_POINT_OF_HALF = 1.25
_WIDE = 600.0  # points


def write_block(slide: Any, placed: Placed, index: int | None, language: Language) -> Any:
    """Write a block into the placeholder `index`, or into a shape of its own where that is None; return the shape."""
    if isinstance(placed.block, Text):
        return _text(slide, placed.block, placed, index, language)
    if isinstance(placed.block, Table) and placed.sizes:
        return _table(slide, placed.block, placed.sizes, placed.box, index, language)
    if isinstance(placed.block, Chart):
        return _chart(slide, placed.block, placed.box, index)
    if isinstance(placed.block, Map):
        return _map(slide, placed.block, placed.box, index)
    message = f"A {type(placed.block).__name__} has no measures."
    raise TypeError(message)


def placeholder(slide: Any, index: int) -> Any:
    """Return the placeholder of a slide with an idx."""
    return next(found for found in slide.placeholders if found.placeholder_format.idx == index)


def text_frame(shape: Any, *, side: float = TEXT_SIDE) -> Any:
    """Return the frame of a shape, emptied, with margins that are known."""
    frame = shape.text_frame
    frame.clear()
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = Pt(side)
    frame.margin_top = frame.margin_bottom = 0
    return frame


def write_paragraph(paragraph: Any, words: str, letters: float, language: Language, *, bold: bool | None = None) -> Any:
    """Write one paragraph in letters of a size, set solid, in its language; return its run."""
    paragraph.line_spacing = 1.0
    paragraph.space_before = paragraph.space_after = Pt(0)
    run = paragraph.add_run()
    run.text = words
    run.font.size = Pt(letters)
    run.font.language_id = _LANGUAGES[language.code]
    if bold is not None:
        run.font.bold = bold
    return run


def place(shape: Any, box: Box) -> None:
    """Move a shape into a box."""
    shape.left, shape.top, shape.width, shape.height = lengths(box)


def lengths(box: Box) -> tuple[Length, Length, Length, Length]:
    """Return the left, upper edge, width and height of a box as python-pptx wants them."""
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def describe(shape: Any, words: str) -> None:
    """Give a shape its text alternative."""
    shape.element.xpath("./*/p:cNvPr")[0].set("descr", words)


def _text(slide: Any, text: Text, placed: Placed, index: int | None, language: Language) -> Any:
    if index is None:
        shape = slide.shapes.add_textbox(*lengths(placed.box))
    else:
        shape = placeholder(slide, index)
        place(shape, placed.box)
    frame = text_frame(shape)
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for position, (words, bold, bullet) in enumerate(paragraphs_of(text)):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        write_paragraph(paragraph, words, placed.letters, language, bold=bold)
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(space_after(placed.letters))
        _bullet(paragraph, bullet=bullet)
    return shape


def _bullet(paragraph: Any, *, bullet: bool) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no bullets
    properties.set("marL", str(round(Pt(INDENT)) if bullet else 0))
    properties.set("indent", str(-round(Pt(INDENT)) if bullet else 0))
    sign = '<a:buFont {0} typeface="Arial"/>|<a:buChar {0} char="•"/>' if bullet else "<a:buNone {0}/>"
    for element in sign.format(nsdecls("a")).split("|"):
        properties.append(parse_xml(element))


def _table(slide: Any, table: Table, sizes: TableSizes, box: Box, index: int | None, language: Language) -> Any:
    count = len(table.rows) + 1
    if index is None:
        shape = slide.shapes.add_table(count, len(table.columns), *lengths(box))
    else:
        holder = placeholder(slide, index)
        place(holder, box)
        own: Any = TablePlaceholder(holder.element, slide.shapes)
        shape = own.insert_table(count, len(table.columns))
        place(shape, box)
    describe(shape, table.caption)
    native: Any = shape.table
    native.horz_banding = False
    native._tbl.tblPr.find(qn("a:tableStyleId")).text = _TABLE_STYLE  # noqa: SLF001 - no public way to choose a style
    for column, width in zip(native.columns, sizes.columns, strict=True):
        column.width = Pt(width)
    for row, height in zip(native.rows, (sizes.heading, *sizes.rows), strict=True):
        row.height = Pt(height)
    for position, column in enumerate(table.columns):
        _cell(
            native.cell(0, position), column.heading, sizes.letters, language, right=column.kind == "number", bold=True
        )
        _fill(native.cell(0, position), GRID)
        for number, row in enumerate(table.rows):
            cell, emphasised = native.cell(number + 1, position), number in table.emphasised
            right = column.kind == "number"
            _cell(cell, row[position].text, sizes.letters, language, right=right, bold=emphasised)
            if emphasised:
                _fill(cell, CHOSEN_GROUND)
    return shape


def _cell(cell: Any, words: str, letters: float, language: Language, *, right: bool, bold: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(SIDE)
    cell.margin_top = cell.margin_bottom = Pt(above(letters))
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    run = write_paragraph(paragraph, words, letters, language, bold=bold)
    # A style of the table would set its headings in white, which not every program fills the ground for.
    run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT


def _fill(cell: Any, colour: str) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(colour)


def _chart(slide: Any, chart: Chart, box: Box, index: int | None) -> Any:
    kind, data = chart_type(chart), chart_data(chart)
    if index is None:
        shape = slide.shapes.add_chart(kind, *lengths(box), data)
    else:
        own: Any = ChartPlaceholder(placeholder(slide, index).element, slide.shapes)
        shape = own.insert_chart(kind, data)
        place(shape, box)
    style_chart(shape.chart, chart)
    describe(shape, f"{title_of(chart)}. {chart.description}")
    return shape


def _map(slide: Any, drawn: Map, box: Box, index: int | None) -> Any:
    pixels = _PIXELS_A_POINT if box.width >= _WIDE else _PIXELS_A_POINT_OF_HALF
    width, height = round(box.width * pixels), round(box.height * pixels)
    image = io.BytesIO(picture(drawn.specification, width=width, height=height, scale=_DOTS_A_POINT / pixels))
    if index is None:
        shape = slide.shapes.add_picture(image, *lengths(box))
    else:
        own: Any = PicturePlaceholder(placeholder(slide, index).element, slide.shapes)
        shape = own.insert_picture(image)
        shape.crop_left = shape.crop_right = shape.crop_top = shape.crop_bottom = 0
        place(shape, box)
    describe(shape, drawn.description)
    return shape
