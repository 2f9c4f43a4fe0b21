"""Reads a finished PPTX as a reader sees it: titles, tables, charts, and how much room each text takes."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.util import Length

from reports.text_fitting import paragraph_height

TOLERANCE = 1.5  # points: boxes are kept in whole units of a file
_DEFAULT_SIDE = 7.2


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def slide_of(presentation: Any, title: str) -> Any:
    """The first slide whose title begins so."""
    return next(slide for slide in presentation.slides if slide.shapes.title.text_frame.text.startswith(title))


def table_of(slide: Any) -> list[list[str]]:
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def chart_of(slide: Any) -> Any:
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def values_of(chart: Any) -> dict[str, list[float | None]]:
    """Values a category by the name of a series; the pieces of a line that is cut are joined."""
    found: dict[str, list[float | None]] = {}
    for series in chart.plots[0].series:
        held = found.setdefault(series.name, [None] * len(series.values))
        found[series.name] = [new if new is not None else old for old, new in zip(held, series.values, strict=True)]
    return found


def labels_of(chart: Any) -> list[str]:
    return [text.text for text in chart._chartSpace.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")]


def overflowing(presentation: Any) -> list[str]:
    """Say of every text that is larger than its box, and of every shape that leaves the slide or meets another one."""
    found: list[str] = []
    width, height = Length(presentation.slide_width).pt, Length(presentation.slide_height).pt
    for number, slide in enumerate(presentation.slides, start=1):
        boxes: list[tuple[str, float, float, float, float]] = []
        for shape in slide.shapes:
            left, top = Length(shape.left).pt, Length(shape.top).pt
            right, bottom = left + Length(shape.width).pt, top + _height(shape)
            if left < -1 or top < -1 or right > width + 1 or bottom > height + 1:
                found.append(f"slide {number}: {shape.name} leaves the slide")
            for other, *edges in boxes:
                if _meet((left, top, right, bottom), edges):
                    found.append(f"slide {number}: {shape.name} lies over {other}")
            boxes.append((shape.name, left, top, right, bottom))
            found += [f"slide {number}: {words}" for words in _too_large(shape)]
    return found


def _height(shape: Any) -> float:
    return sum(Length(row.height).pt for row in shape.table.rows) if shape.has_table else Length(shape.height).pt


def _meet(first: tuple[float, ...], second: list[float]) -> bool:
    beside = first[2] <= second[0] + TOLERANCE or second[2] <= first[0] + TOLERANCE
    return not (beside or first[3] <= second[1] + TOLERANCE or second[3] <= first[1] + TOLERANCE)


def _too_large(shape: Any) -> Iterator[str]:
    if shape.has_text_frame:
        frame = shape.text_frame
        side = Length(frame.margin_left).pt + Length(frame.margin_right).pt
        if _text_height(frame, Length(shape.width).pt - side) > Length(shape.height).pt + TOLERANCE:
            yield f"{frame.text!r} is higher than its box"
    if shape.has_table:
        for row in shape.table.rows:
            for cell, column in zip(row.cells, shape.table.columns, strict=True):
                room = Length(column.width).pt - Length(cell.margin_left).pt - Length(cell.margin_right).pt
                above = Length(cell.margin_top).pt + Length(cell.margin_bottom).pt
                if _text_height(cell.text_frame, room) + above > Length(row.height).pt + TOLERANCE:
                    yield f"{cell.text!r} is higher than its row"


def _text_height(frame: Any, width: float) -> float:
    height = 0.0
    for paragraph in frame.paragraphs:
        indent = Length(int((paragraph._p.pPr is not None and paragraph._p.pPr.get("marL")) or 0)).pt
        for run in paragraph.runs:
            height += paragraph_height(run.text, run.font.size.pt, width - indent, bold=bool(run.font.bold))
        height += paragraph.space_after.pt if paragraph.space_after is not None else 0.0
    return height
