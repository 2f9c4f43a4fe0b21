"""The words of a slide as HTML: Streamlit's own table has no caption, no widths of columns and no row that stands out.

Everything that a story or a reader gives is text here: it is escaped before it is put in.
"""

import re
from html import escape

from reports.slides import Column, Table, Text
from ui.present_sizes import Sizes, column_widths, unbroken_pieces


def title_html(title: str, size: float) -> str:
    """Return the title of a slide as its heading; a span of years or figures is never broken."""
    unbroken = re.sub(r"\d[\d,.]*–\d[\d,.]*", r"<span>\g<0></span>", escape(title))
    return f'<h1 class="slide-title" style="{_type(size)}">{unbroken}</h1>'


def words_html(blocks: list[Text | Table], sizes: Sizes) -> str:
    """Return texts and tables under each other, in type of one size."""
    inner = "".join(_table(block, sizes.widest_cell) if isinstance(block, Table) else _text(block) for block in blocks)
    return f'<div class="slide-words" style="{_type(sizes.body)}">{inner}</div>'


def foot_html(source: str, number: str) -> str:
    """Return the source line and the number of a slide."""
    return f'<div class="slide-foot"><span>{escape(source)}</span><b>{escape(number)}</b></div>'


def _text(block: Text) -> str:
    heading = f"<h2>{escape(block.heading)}</h2>" if block.heading else ""
    return heading + "".join(f"<p>{escape(line)}</p>" for line in block.lines)


def _table(table: Table, widest_cell: float) -> str:
    widths = "".join(f'<col style="width: {width:.2f}%">' for width in column_widths(table, widest_cell))
    kinds = [f' class="{column.kind}"' if column.kind == "number" else "" for column in table.columns]
    heads = "".join(
        f'<th scope="col"{kind}>{escape(column.heading)}</th>'
        for column, kind in zip(table.columns, kinds, strict=True)
    )
    rows = ""
    for position, row in enumerate(table.rows):
        cells = "".join(_cell(cell.text, column) for cell, column in zip(row, table.columns, strict=True))
        look = ' class="emphasised"' if position in table.emphasised else ""
        rows += f"<tr{look}>{cells}</tr>"
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    head = f"<thead><tr>{heads}</tr></thead>"
    return f"<table>{caption}<colgroup>{widths}</colgroup>{head}<tbody>{rows}</tbody></table>"


def _cell(text: str, column: Column) -> str:
    kinds = [column.kind] if column.kind == "number" else []
    kinds += ["whole"] if unbroken_pieces(text, column) == [text] else []
    return f'<td class="{" ".join(kinds)}">{escape(text)}</td>' if kinds else f"<td>{escape(text)}</td>"


def _type(size: float) -> str:
    return f"font-size: calc({size:.2f} * var(--part))"
