"""What stands under a chart or table: its source, its edition, its notes, and every source in one click."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui.markdown_text import plain_markdown
from ui.source_groups import (
    SourceGroup,
    absence_sources,
    edition_sources,
    figure_sources,
    former_sources,
    without_empty,
)
from ui.source_list import show_source_list
from ui.view import View
from wording.data_warnings import held_back_sentences, warning_sentences
from wording.gaps import partial_words
from wording.marks import COMPUTED, ORDER, SECONDARY_SOURCE, figure_marks, mark_sentences
from wording.sources import note_sentences, source_line, span_source_line


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a chart or table stands on: sentences, the source line first, and the sources behind all that it shows."""

    lines: tuple[str, ...]
    sources: tuple[SourceGroup, ...]


def edition_grounds(
    release: Release,
    view: View,
    key: EditionKey,
    component: str,
    table: pd.DataFrame,
    sentences: Iterable[str] = (),
    further: Iterable[SourceGroup] = (),
) -> Grounds:
    """Return the source line and the notes of one edition.

    `table` holds its figures: score, rank, place_kind, kind, note_codes, source_id. `sentences` are further ones that
    the page has to say, first; `further` are sources of what it says or draws beside the figures.
    """
    held = int((table["score"].notna() | table["rank"].notna()).sum())
    lines = [source_line(release, key, held, view.language), *sentences]
    lines += [partial_words(release, key, component, view.language)]
    lines += warning_sentences(release, key, component, view.language)
    lines += held_back_sentences(release, key.index, view.language)
    groups = [
        *further,
        absence_sources(release, view, key, component),
        former_sources(release, view, key, component),
        edition_sources(release, view, key),
    ]
    return _grounds(release, view, key.index, table, lines, groups)


def span_grounds(
    release: Release,
    view: View,
    index: str,
    table: pd.DataFrame,
    sentences: Iterable[str] = (),
    further: Iterable[SourceGroup] = (),
) -> Grounds:
    """Return the source line and the notes of a chart over years; `table` holds its figures and a column `year`."""
    years = table.loc[table["score"].notna() | table["rank"].notna(), "year"]
    lines = [span_source_line(release, index, years.astype("int"), view.language)] if len(years) else []
    lines += [*sentences, *held_back_sentences(release, index, view.language)]
    return _grounds(release, view, index, table, lines, further)


def show_grounds(view: View, grounds: Grounds) -> None:
    """Draw the sentences and a button that opens the sources."""
    st.caption("  \n".join(plain_markdown(line) for line in grounds.lines))
    show_source_list(view, grounds.sources)


def show_edition_grounds(
    release: Release,
    view: View,
    key: EditionKey,
    component: str,
    table: pd.DataFrame,
    sentences: Iterable[str] = (),
    further: Iterable[SourceGroup] = (),
) -> None:
    """Draw what `edition_grounds` returns, where no file needs it too."""
    show_grounds(view, edition_grounds(release, view, key, component, table, sentences, further))


def show_sources(
    release: Release, view: View, index: str, table: pd.DataFrame, further: Iterable[SourceGroup] = ()
) -> None:
    """Draw the button that opens the sources of the figures of a table, which holds `source_id`, and further ones."""
    groups = (figure_sources(release, view, index, table["source_id"]), *further)
    show_source_list(view, without_empty(groups))


def _grounds(
    release: Release,
    view: View,
    index: str,
    table: pd.DataFrame,
    lines: Iterable[str],
    further: Iterable[SourceGroup],
) -> Grounds:
    notes = note_sentences(release, table["note_codes"], view.language)
    notes.pop(SECONDARY_SOURCE, None)  # its mark has a sentence already
    groups = (figure_sources(release, view, index, table["source_id"]), *further)
    said = [line for line in [*lines, *_marks(view, table), *notes.values()] if line]
    return Grounds(tuple(said), without_empty(groups))


def _marks(view: View, table: pd.DataFrame) -> list[str]:
    """Say what the marks mean that the figures of the table carry."""
    figures = table[table["score"].notna() | table["rank"].notna()]
    pairs = zip(figures["kind"].astype("str"), figures["note_codes"].astype("str"), strict=True)
    marks = {figure_marks(kind, notes) for kind, notes in pairs}
    order = ORDER if (table["place_kind"] == "order").any() else ""
    deduced = COMPUTED if "group_kind" in table and (table["group_kind"] == "computed").any() else ""
    return mark_sentences("".join(marks) + order + deduced, view.language)
