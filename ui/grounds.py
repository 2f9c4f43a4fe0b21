"""What stands under a chart or table: its source, its edition, its notes, and every source in one click."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui.view import View
from wording.gaps import partial_words
from wording.sources import note_sentences, source_entries, source_line, span_source_line

ORDER_FOOTNOTE = "(*) Order by score is computed by this site; it is not a rank given by the publisher."


def show_edition_grounds(
    release: Release, view: View, key: EditionKey, component: str, table: pd.DataFrame, sentences: Iterable[str] = ()
) -> None:
    """Draw the source line and the notes of one edition; `table` holds its figures (score, place_kind, note_codes, source_id).

    `sentences` are further ones that the page has to say, first.
    """
    held = int((table["score"].notna() | table["rank"].notna()).sum())
    lines = [source_line(release, key, held, view.language), *sentences]
    lines += [partial_words(release, key, component, view.language)]
    if (table["place_kind"] == "order").any():
        lines.append(view.language.text(ORDER_FOOTNOTE))
    show_grounds(release, view, key.index, table, lines)


def show_span_grounds(
    release: Release, view: View, index: str, table: pd.DataFrame, sentences: Iterable[str] = ()
) -> None:
    """Draw the source line and the notes of a chart over years; `table` holds its figures and a column `year`."""
    years = table.loc[table["score"].notna() | table["rank"].notna(), "year"]
    lines = [span_source_line(release, index, int(years.min()), int(years.max()), view.language)] if len(years) else []
    lines += list(sentences)
    if (table["place_kind"] == "order").any():
        lines.append(view.language.text(ORDER_FOOTNOTE))
    show_grounds(release, view, index, table, lines)


def show_grounds(release: Release, view: View, index: str, table: pd.DataFrame, lines: Iterable[str]) -> None:
    """Draw lines, the notes of the figures behind them, and a button that opens their sources."""
    notes = note_sentences(release, table["note_codes"], view.language)
    for line in [*lines, *notes.values()]:
        if line:
            st.caption(line)
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
            copy = text(
                "Published by: {publisher} · Obtained from: {obtained} ({holder}) · {count} figures",
                publisher=entry.publisher_of_figures,
                obtained=entry.obtained,
                holder=_plain(entry.publisher),
                count=entry.figures,
            )
            st.markdown(f"{where}  \n:small[{copy}]")


def _plain(text: str) -> str:
    return text.replace("[", "(").replace("]", ")").replace("*", "\\*").replace("_", "\\_").replace("$", "\\$")
