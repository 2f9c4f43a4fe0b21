"""What a story is laid together from: a question, and the parts that answer it, each with its grounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.release import Release
from indicators.results import newest_edition_with
from reports.slides import Block, Slide, SlideKind, Table
from wording.language import Language
from wording.marks import COMPUTED, ORDER, SECONDARY_SOURCE, figure_marks, mark_sentences
from wording.names import province_name
from wording.slide_titles import numbered
from wording.sources import note_sentences, source_entries

ROWS_A_SLIDE = 10


@dataclass(frozen=True, eq=False, slots=True)
class Question:
    """What a story asks of a release: the years of measurement from first to last, in one language.

    `index`: the only one that the story is about, "" where it is about all of the release.
    """

    release: Release
    first_year: int
    last_year: int
    language: Language
    index: str = ""

    def indices(self) -> list[Index]:
        """List the indices that the story is about."""
        return [index for index in self.release.catalogue.indices if self.index in ("", index.id)]

    def newest(self, index: str, unit: str) -> EditionKey | None:
        """Find the newest edition inside the years in which a province, or a predecessor of it, has a figure."""
        key = newest_edition_with(self.release, index, unit, OVERALL, self.last_year)
        return key if key is not None and key.year >= self.first_year else None

    def name(self, unit: str) -> str:
        """Name a province so that no other can be meant."""
        return province_name(self.release.provinces, unit, self.language)


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of some figures of one index: their ids, several joined by ";", one text a figure."""

    index: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one question gives a story: slides, the sources that they rest on, and sentences on what is left out."""

    slides: tuple[Slide, ...] = ()
    sources: tuple[Sources, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a slide stands on: the line under it, the notes of the speaker, and the sources."""

    line: str
    notes: tuple[str, ...]
    sources: tuple[Sources, ...]


def left_out(*sentences: str) -> Part:
    """Return a part without slides: why there is nothing to show."""
    return Part(left_out=tuple(sentence for sentence in sentences if sentence))


def grounds(
    question: Question,
    index: str,
    figures: pd.DataFrame,
    line: str,
    cautions: Iterable[str] = (),
    further: Sequence[str] = (),
) -> Grounds:
    """Lay the grounds of a slide: cautions, what its marks mean, notes on its figures, and every source by name.

    `figures`: kind, note_codes, source_id, and where there are any place_kind, group_kind; `further`: source ids of
    what is said beside the figures.
    """
    notes = [caution for caution in cautions if caution]
    notes += mark_sentences(_marks(figures), question.language)
    codes = note_sentences(question.release, figures["note_codes"], question.language)
    codes.pop(SECONDARY_SOURCE, None)  # its mark has a sentence already
    notes += codes.values()
    ids = [*figures["source_id"].astype("str"), *further]
    sources = Sources(index, tuple(text for text in ids if text))
    notes += source_notes(question, sources)
    return Grounds(line, tuple(dict.fromkeys(notes)), (sources,))


def joined_grounds(parts: Sequence[Grounds], line: str) -> Grounds:
    """Join the grounds of what stands on one slide under one line; no note is said twice."""
    notes = dict.fromkeys(note for on in parts for note in on.notes)
    return Grounds(line, tuple(notes), tuple(source for on in parts for source in on.sources))


def source_notes(question: Question, sources: Sources) -> list[str]:
    """Name sources for a speaker: title, who published the figures, through what copy, and the address."""
    entries = source_entries(question.release, sources.index, pd.Series(sources.ids, dtype="object"), question.language)
    return [
        question.language.text(
            "Source: {title}. Published by: {publisher}; obtained from: {obtained}. {address}",
            title=entry.title,
            publisher=entry.publisher_of_figures,
            obtained=entry.obtained,
            address=entry.address,
        ).strip()
        for entry in entries
    ]


def part(name: str, kind: SlideKind, title: str, blocks: Sequence[Block], on: Grounds) -> Part:
    """Return a part of one slide."""
    return Part((Slide(name, kind, title, tuple(blocks), on.line, on.notes),), on.sources)


def table_parts(
    name: str,
    kind: SlideKind,
    title: str,
    table: Table,
    on: Grounds,
    first: Sequence[Block] = (),
    groups: Sequence[int] = (),
) -> Part:
    """Return a part of as many slides as a table needs, at most `ROWS_A_SLIDE` rows each; `first` stands on the first.

    The second slide is called as the first with "-2". `groups`: how many rows belong together, one number a group.
    """
    pieces = split(table, groups)
    slides = [
        Slide(
            name if position == 1 else f"{name}-{position}",
            kind,
            numbered(title, position, len(pieces)),
            (*first, piece) if position == 1 else (piece,),
            on.line,
            on.notes if position == 1 else (),
        )
        for position, piece in enumerate(pieces, start=1)
    ]
    return Part(tuple(slides), on.sources)


def split(table: Table, groups: Sequence[int] = ()) -> list[Table]:
    """Cut a table into pieces of at most `ROWS_A_SLIDE` rows, as equal as they can be, or between `groups` of rows."""
    sizes = _filled(groups) if groups else _equal(len(table.rows))
    pieces: list[Table] = []
    start = 0
    for size in sizes:
        stop = start + size
        kept = frozenset(row - start for row in table.emphasised if start <= row < stop)
        pieces.append(Table(table.caption, table.columns, table.rows[start:stop], kept))
        start = stop
    return pieces


def _equal(rows: int) -> list[int]:
    count = max(1, -(-rows // ROWS_A_SLIDE))
    size, larger = divmod(rows, count)
    return [size + (position < larger) for position in range(count)]


def _filled(groups: Sequence[int]) -> list[int]:
    """Fill pieces with whole groups as long as these fit; a group is never larger than a piece."""
    sizes = [0]
    for group in groups:
        if sizes[-1] and sizes[-1] + group > ROWS_A_SLIDE:
            sizes.append(0)
        sizes[-1] += group
    return sizes


def row_of(table: pd.DataFrame, unit: str) -> dict[str, Any]:
    """Return the row of a unit."""
    return cast("dict[str, Any]", table[table["unit"] == unit].iloc[0].to_dict())


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    return cast("list[dict[str, Any]]", table.to_dict("records"))


def _marks(figures: pd.DataFrame) -> str:
    pairs = zip(figures["kind"].astype("str"), figures["note_codes"].astype("str"), strict=True)
    marks = "".join({figure_marks(kind, notes) for kind, notes in pairs})
    if "place_kind" in figures and (figures["place_kind"] == "order").any():
        marks += ORDER
    deduced = "group_kind" in figures and (figures["group_kind"] == "computed").any()
    return marks + (COMPUTED if deduced else "")
