"""What stands under a chart or table: its source, its edition, its notes, and every source in one click."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui.view import View
from wording.data_warnings import warning_sentences
from wording.gaps import partial_words
from wording.marks import COMPUTED, ORDER, SECONDARY_SOURCE, figure_marks, mark_sentences
from wording.sources import note_sentences, source_entries, source_line, span_source_line


def show_edition_grounds(
    release: Release, view: View, key: EditionKey, component: str, table: pd.DataFrame, sentences: Iterable[str] = ()
) -> None:
    """Draw the source line and the notes of one edition.

    `table` holds its figures: score, rank, place_kind, kind, note_codes, source_id. `sentences` are further
    ones that the page has to say, first.
    """
    held = int((table["score"].notna() | table["rank"].notna()).sum())
    lines = [source_line(release, key, held, view.language), *sentences]
    lines += [partial_words(release, key, component, view.language)]
    lines += warning_sentences(release, key, component, view.language)
    show_grounds(release, view, key.index, table, [*lines, *_marks(view, table)])


def show_span_grounds(
    release: Release, view: View, index: str, table: pd.DataFrame, sentences: Iterable[str] = ()
) -> None:
    """Draw the source line and the notes of a chart over years; `table` holds its figures and a column `year`."""
    years = table.loc[table["score"].notna() | table["rank"].notna(), "year"]
    lines = [span_source_line(release, index, int(years.min()), int(years.max()), view.language)] if len(years) else []
    lines += list(sentences)
    show_grounds(release, view, index, table, [*lines, *_marks(view, table)])


def show_grounds(release: Release, view: View, index: str, table: pd.DataFrame, lines: Iterable[str]) -> None:
    """Draw lines, the notes of the figures behind them, and a button that opens their sources."""
    notes = note_sentences(release, table["note_codes"], view.language)
    notes.pop(SECONDARY_SOURCE, None)  # its mark has a sentence already
    st.caption("  \n".join(_plain(line) for line in [*lines, *notes.values()] if line))
    show_sources(release, view, index, table)


def show_sources(release: Release, view: View, index: str, table: pd.DataFrame) -> None:
    """Draw the button that opens the sources of the figures of a table, which holds `source_id`."""
    entries = source_entries(release, index, table["source_id"], view.language)
    if not entries:
        return
    text = view.language.text
    with st.popover(text("Show source"), icon=":material/menu_book:"):
        for entry in entries:
            where = (
                f"[{_plain(entry.title)}]({entry.address})"
                if entry.address.startswith("http")
                else f"{_plain(entry.title)}"
            )
            copy = view.language.counted(
                "Published by: {publisher} · Obtained from: {obtained} ({holder}) · {count} figure",
                "Published by: {publisher} · Obtained from: {obtained} ({holder}) · {count} figures",
                entry.figures,
                publisher=entry.publisher_of_figures,
                obtained=entry.obtained,
                holder=_plain(entry.publisher),
            )
            st.markdown(f"{where}  \n:small[{copy}]")


def _marks(view: View, table: pd.DataFrame) -> list[str]:
    """Say what the marks mean that the figures of the table carry."""
    figures = table[table["score"].notna() | table["rank"].notna()]
    pairs = zip(figures["kind"].astype("str"), figures["note_codes"].astype("str"), strict=True)
    marks = {figure_marks(kind, notes) for kind, notes in pairs}
    order = ORDER if (table["place_kind"] == "order").any() else ""
    deduced = COMPUTED if "group_kind" in table and (table["group_kind"] == "computed").any() else ""
    return mark_sentences("".join(marks) + order + deduced, view.language)


def _plain(text: str) -> str:
    return text.replace("[", "(").replace("]", ")").replace("*", "\\*").replace("_", "\\_").replace("$", "\\$")
