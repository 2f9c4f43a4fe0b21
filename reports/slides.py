"""What a slide is made of, whatever it becomes: a page of a presentation, of a PPTX, of a brief, a sheet of a workbook.

A block holds figures as numbers and the same as the reader sees them, so that a native chart, a table and a picture of
one slide can never differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

SlideKind = Literal[
    "cover", "standing", "change", "map", "history", "strengths", "peers", "targets", "next_place", "improvers",
    "not_compared", "sources", "note",
]  # fmt: skip
ChartKind = Literal["line", "bar"]
ColumnKind = Literal["text", "number"]


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences, each a paragraph of its own; `heading` stands above them where it is not empty."""

    lines: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: the text that is shown, marks included, and the number behind it where it is one.

    `decimals` says how the number is written; `text` is the reader's own form of it ("62,41 †").
    """

    text: str
    number: float | None = None
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, whether it holds texts or numbers, and its share of the width."""

    heading: str
    kind: ColumnKind = "text"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; rows as long as `columns`. `emphasised` are the rows of the province asked about."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    emphasised: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one set of bars: a value a category, None where there is none, which is never drawn as zero.

    `labels` are the values as the reader sees them, "" where none is shown. `role` gives the colour: the province asked
    about, what it is compared with, or a quiet one.
    """

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    role: Literal["chosen", "compared", "quiet"] = "chosen"


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that an office program draws itself, and the same as a finished Vega-Lite specification.

    `breaks`: positions before which the line is cut (a break in method): no line joins the categories on both sides.
    `best_is_low`: the axis is turned round, as for ranks. `description` is the text alternative.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: int
    description: str
    specification: Mapping[str, Any] = field(hash=False)
    breaks: tuple[int, ...] = ()
    best_is_low: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """A map: a finished Vega-Lite specification, its text alternative, and the legend as sentences."""

    title: str
    description: str
    specification: Mapping[str, Any] = field(hash=False)


Block = Text | Table | Chart | Map


@dataclass(frozen=True, slots=True)
class Slide:
    """One message: the title is a sentence that states the finding, the blocks show it, the notes say on what grounds.

    `id` stays the same for the same slide of the same story ("change-PCI"), so that an address, a saved choice and an
    edited title find it again. `notes` are sentences for the speaker: sources and cautions. `source` is the line under
    the blocks.
    """

    id: str
    kind: SlideKind
    title: str
    blocks: tuple[Block, ...]
    source: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The slides in their order, and whom, when and what data they are about."""

    title: str
    subtitle: str
    language: str
    slides: tuple[Slide, ...]
