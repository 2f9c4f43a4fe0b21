"""The figures behind a story as an XLSX: a sheet a table or chart, native charts, and the sources."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs] - it brings none

from reports.sheets import HEADING_LOOK, OPTIONS, column_width, sheet_name
from reports.slides import Cell, Chart, Column, Slide, Story, Table
from reports.workbook_charts import chart_table, insert_chart
from wording.language import Language
from wording.language import language as words_of

HEADING_ROW = 3  # above it: what the sheet shows, and the line of its source
_LINE = 15  # how high a line is, in points
_LIST_WIDTHS = (34, 110)
_NOTE_WIDTHS = (48, 120)
_NUMBER = re.compile(r"[+\N{MINUS SIGN}-]?\d[\d.,]*")
_INDEX_OF_SLIDE = re.compile(r"[a-z_]+-([A-Z]+)")  # "components-PAPI"
_UP, _DOWN = "▲ ", "▼ "


@dataclass(frozen=True, slots=True)
class Figures:
    """What one sheet holds: the slide it is from, and a table, with the chart that is drawn from it."""

    slide: Slide
    table: Table
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class _Looks:
    heading: Any
    title: Any
    plain: Any
    wrapped: Any
    link: Any


def workbook_xlsx(story: Story) -> bytes:
    """Make the workbook of a story: contents, the figures of each table and chart, sources and notes."""
    language = words_of("en" if story.language == "en" else "vi")
    target = io.BytesIO()
    book: Any = xlsxwriter.Workbook(target, OPTIONS)
    with book:
        book.set_properties({"title": story.title, "comments": story.subtitle})
        looks = _Looks(
            book.add_format(HEADING_LOOK),
            book.add_format({"bold": True, "font_size": 14}),
            book.add_format({"font_color": "#5b6b7c"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
            book.get_default_url_format(),
        )
        contents = language.text("Contents")
        first = book.add_worksheet(sheet_name(contents, ()))
        named: list[tuple[str, Figures]] = []
        for number, figures in enumerate(figures_of(story, language), start=1):
            name = sheet_name(f"{number} {_caption(figures)}", [contents, *(name for name, _ in named)])
            named.append((name, figures))
            _write_figures(book, book.add_worksheet(name), figures, looks)
        notes = sheet_name(language.text("Sources and notes"), [contents, *(name for name, _ in named)])
        _write_notes(book.add_worksheet(notes), story, language, looks)
        _write_contents(first, story, [*((name, found.slide.title) for name, found in named), (notes, "")], looks)
    return target.getvalue()


def figures_of(story: Story, language: Language) -> Iterator[Figures]:
    """Give the tables and charts of a story in their order; a table that goes on over several slides is one."""
    held: Figures | None = None
    for slide in story.slides:
        for block in slide.blocks:
            if isinstance(block, Table) and held is not None and _goes_on(held, slide, block):
                held = replace(held, table=_joined(held.table, block))
                continue
            if not isinstance(block, Table | Chart):
                continue
            if held is not None:
                yield held
            if isinstance(block, Table):
                held = Figures(slide, block)
            else:
                held = Figures(slide, chart_table(block, language), block)
    if held is not None:
        yield held


def _caption(figures: Figures) -> str:
    """Return what a sheet is called: its caption, behind the index that it is about."""
    caption = figures.table.caption
    index = _INDEX_OF_SLIDE.match(figures.slide.id)
    return caption if index is None or index.group(1) in caption else f"{index.group(1)} {caption}"


def _goes_on(held: Figures, slide: Slide, table: Table) -> bool:
    same = (held.table.caption, held.table.columns) == (table.caption, table.columns)
    return same and held.chart is None and re.fullmatch(rf"{re.escape(held.slide.id)}-\d+", slide.id) is not None


def _joined(first: Table, second: Table) -> Table:
    emphasised = first.emphasised | {row + len(first.rows) for row in second.emphasised}
    return replace(first, rows=first.rows + second.rows, emphasised=emphasised)


def _write_figures(book: Any, sheet: Any, figures: Figures, looks: _Looks) -> None:
    table = figures.table
    sheet.write_string(0, 0, figures.slide.title, looks.title)
    sheet.write_string(1, 0, figures.slide.source, looks.plain)
    lines = 1
    for position, column in enumerate(table.columns):
        sheet.write_string(HEADING_ROW, position, column.heading, looks.heading)
        cells = [row[position] for row in table.rows]
        for row, cell in enumerate(cells, start=HEADING_ROW + 1):
            _write_cell(book, sheet, row, position, cell, bold=row - HEADING_ROW - 1 in table.emphasised)
        width = column_width(column.heading, [cell.text for cell in cells])
        sheet.set_column(position, position, width)
        lines = max(lines, ceil(len(column.heading) / (width - 1)) + (len(column.heading) > width - 1))
    # Not every program makes a row as high as its wrapped text.
    sheet.set_row(HEADING_ROW, _LINE * lines)
    sheet.freeze_panes(HEADING_ROW + 1, 1)
    if table.rows:
        sheet.autofilter(HEADING_ROW, 0, HEADING_ROW + len(table.rows), len(table.columns) - 1)
    if figures.chart is not None:
        insert_chart(book, sheet, figures.chart, HEADING_ROW, len(table.columns) + 1)
    _print_whole_width(sheet)
    sheet.repeat_rows(HEADING_ROW)


def _write_cell(book: Any, sheet: Any, row: int, column: int, cell: Cell, *, bold: bool) -> None:
    if not cell.text and cell.number is None:
        return
    if cell.number is None:
        sheet.write_string(row, column, cell.text, book.add_format({"bold": bold, "text_wrap": True, "valign": "top"}))
    else:
        look = {"num_format": number_format(cell), "bold": bold, "valign": "top"}
        sheet.write_number(row, column, cell.number, book.add_format(look))


def number_format(cell: Cell) -> str:
    """Return the form in which a program shows a number as the reader sees it elsewhere, sign and marks included."""
    digits = f"0.{'0' * cell.decimals}" if cell.decimals else "0"
    found = _NUMBER.search(cell.text)
    if found is None:
        return digits
    before, after = cell.text[: found.start()], _quoted(cell.text[found.end() :])
    if before in (_UP, _DOWN):
        return f'"{_UP}"{digits}{after};"{_DOWN}"{digits}{after};{digits}{after}'
    before = _quoted(before)
    plus = "+" if found.group().startswith("+") or "\N{MINUS SIGN}" in found.group() else ""
    minus = "\N{MINUS SIGN}"
    return f'{before}"{plus}"{digits}{after};{before}"{minus}"{digits}{after};{before}{digits}{after}'.replace('""', "")


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', "'")) if text else ""


def _write_notes(sheet: Any, story: Story, language: Language, looks: _Looks) -> None:
    """List the notes of every slide: cautions, marks, and each source with its address."""
    columns = (Column(language.text("Slide")), Column(language.text("Sources and notes")))
    for position, (column, width) in enumerate(zip(columns, _NOTE_WIDTHS, strict=True)):
        sheet.write_string(0, position, column.heading, looks.heading)
        sheet.set_column(position, position, width)
    row = 0
    for slide in story.slides:
        for note in slide.notes:
            row += 1
            sheet.write_string(row, 0, slide.title, looks.wrapped)
            sheet.write_string(row, 1, note, looks.wrapped)
    sheet.freeze_panes(1, 1)
    _print_whole_width(sheet)
    if row:
        sheet.autofilter(0, 0, row, len(columns) - 1)


def _write_contents(sheet: Any, story: Story, named: Sequence[tuple[str, str]], looks: _Looks) -> None:
    sheet.write_string(0, 0, story.title, looks.title)
    sheet.write_string(1, 0, story.subtitle, looks.plain)
    for position, width in enumerate(_LIST_WIDTHS):
        sheet.set_column(position, position, width)
    for row, (name, title) in enumerate(named, start=HEADING_ROW):
        quoted = name.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{quoted}'!A1", looks.link, string=name)
        sheet.write_string(row, 1, title, looks.wrapped)
    _print_whole_width(sheet)


def _print_whole_width(sheet: Any) -> None:
    """Let a sheet be printed on A4 with all its columns on one page."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4, as Excel counts papers
    sheet.fit_to_pages(1, 0)
