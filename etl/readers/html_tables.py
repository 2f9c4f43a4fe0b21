"""Reads every table of an HTML page into a grid; tells a page that is no page of data by what it is."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
from lxml import etree

from etl.readers.grid import EMPTY, Cell, Grid
from etl.readers.html_pages import fault_of_page
from etl.readers.text_encoding import decode, unreadable

SILENT = {"script", "style", "noscript", "template", "select", "svg"}
BREAKS = {"br", "p", "div", "li", "tr", "td", "th"}
SPAN_LIMIT = 1000
YEAR = re.compile(r"(?:19|20)\d\d")
HEADINGS = {"title", "h1", "h2", "h3", "h4", "h5", "h6"}
TITLES = {*HEADINGS, "p", "strong", "b", "caption"} - {"title"}
TITLE_LENGTH = 300


def read_grids(path: Path) -> list[Grid]:
    """The tables of a page in their order, named "table 1" ...; each has the text above it as its title, and the
    headings of the page above it.

    A merged cell (colspan, rowspan) holds its text in its first cell. A table inside a cell is a grid of its own and
    no text of that cell. A raised mark in a cell stands in brackets behind its text ("87,12 [1]"). Raises DataError
    for a page that is cut off, a login or error page, or one without a table.
    """
    text = decode(path.read_bytes(), path.name)
    root = _parsed(text, path.name)
    tables = [element for element in root.iter("table") if not _is_silent(element)]
    read = [_grid(table, number) for number, table in enumerate(tables, start=1)]
    grids = [grid for grid in read if any(not cell.is_empty for row in grid.rows for cell in row)]
    fault = fault_of_page(root, has_table=any(len(grid.rows) > 1 for grid in grids))
    if fault:
        raise unreadable(path.name, fault)
    if text.lower().count("<table") > text.lower().count("</table"):
        raise unreadable(path.name, "it ends inside a table: the page is cut off. Download it again.")
    return grids


def _parsed(text: str, shown_as: str) -> lxml.html.HtmlElement:
    # A declaration of the encoding would be obeyed against the text that is decoded already.
    without_declaration = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    if "<" not in without_declaration:
        raise unreadable(shown_as, "it is no HTML page: it holds no element.")
    try:
        return lxml.html.document_fromstring(without_declaration)
    except etree.ParserError:
        raise unreadable(shown_as, "it is no HTML page: it holds no element.") from None


def _grid(table: lxml.html.HtmlElement, number: int) -> Grid:
    placed: dict[tuple[int, int], Cell] = {}
    rows = list(_rows(table))
    for position, row in enumerate(rows):
        column = 0
        for element in row:
            if element.tag not in ("td", "th"):
                continue
            while (position, column) in placed:
                column += 1
            height = min(_span(element, "rowspan") or len(rows), len(rows) - position)
            width = _span(element, "colspan") or 1
            for down in range(height):
                for right in range(width):
                    placed.setdefault((position + down, column + right), EMPTY)
            placed[position, column] = Cell(_text(element))
            column += width
    width = 1 + max((column for _, column in placed), default=-1)
    cells = tuple(
        tuple(placed.get((position, column), EMPTY) for column in range(width)) for position in range(len(rows))
    )
    return Grid(f"table {number}", cells, title=_title(table), page_headings=_page_headings(table))


def _rows(table: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """The rows of this table in the order that a browser shows: head, bodies, foot; none of the tables inside it."""
    parts = {"thead": 0, "tbody": 1, "tr": 1, "tfoot": 2}
    children = sorted((child for child in table if child.tag in parts), key=lambda child: parts[str(child.tag)])
    for child in children:
        if child.tag == "tr":
            yield child
        else:
            yield from (row for row in child if row.tag == "tr")


def _span(element: lxml.html.HtmlElement, name: str) -> int:
    """The number of cells that one spans; 0, which means to the end, stays 0; nonsense is 1."""
    value = (element.get(name) or "").strip()
    return min(int(value), SPAN_LIMIT) if value.isdecimal() else 1


def _text(element: lxml.html.HtmlElement) -> str:
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: lxml.html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = str(child.tag)
        # Comments and processing instructions have no text tag.
        if isinstance(child.tag, str) and tag not in SILENT and tag != "table" and not _is_hidden(child):
            inner = _text(child)
            if tag == "sup" and inner:
                # Without brackets the mark 1 behind 87,12 would become a digit of it.
                yield f" [{inner.strip('()[]')}]"
            else:
                yield from (" ", *_pieces(child), " ") if tag in BREAKS else _pieces(child)
        yield child.tail or ""


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _is_silent(element: lxml.html.HtmlElement) -> bool:
    return any(str(parent.tag) in SILENT for parent in element.iterancestors())


def _title(table: lxml.html.HtmlElement) -> str:
    caption = table.find("caption")
    if caption is not None and _text(caption):
        return _text(caption)
    for element in table.xpath("preceding::*[not(ancestor::table)]")[::-1]:
        if element.tag in TITLES and (text := _text(element)):
            return text[:TITLE_LENGTH]
    return ""


def _page_headings(table: lxml.html.HtmlElement) -> tuple[str, ...]:
    """The title of the page, every heading above a table in their order, and the year chosen in a list of years."""
    around = set(table.iterancestors("table"))
    above = (element for element in table.xpath("preceding::*") if element.tag in HEADINGS)
    outside = (element for element in above if around.issuperset(element.iterancestors("table")))
    chosen = (option for option in table.xpath("//option[@selected]") if YEAR.fullmatch(_text(option)))
    return tuple(text[:TITLE_LENGTH] for element in (*outside, *chosen) if (text := _text(element)))
