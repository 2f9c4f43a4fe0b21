"""Every source behind a chart, a table or a card, one click away."""

from collections.abc import Sequence

import streamlit as st

from ui.markdown_text import plain_markdown
from ui.source_groups import SourceGroup
from ui.view import View
from wording.sources import SourceEntry


def show_source_list(view: View, groups: Sequence[SourceGroup]) -> None:
    """Draw the button that opens the sources; nothing where there are none.

    The list is one element: fifty of them in a closed box took longer to draw than the rest of a page.
    """
    if not groups:
        return
    with st.popover(view.language.text("Show source"), icon=":material/menu_book:"):
        st.markdown("\n\n".join(line for group in groups for line in _lines(view, group)))


def _lines(view: View, group: SourceGroup) -> list[str]:
    heading = [f"**{group.heading}**"] if group.heading else []
    entries = [
        f"{_where(entry)}  \n:small[{_copy(view, entry, counted=group.counted)}]{_hash(entry)}"
        for entry in group.entries
    ]
    return [*heading, *entries]


def _where(entry: SourceEntry) -> str:
    """Name a source and where it lies: a link, or the address as it is written where a browser cannot open it."""
    title = plain_markdown(entry.title)
    if entry.address.startswith("http"):
        return f"[{title}]({entry.address})"
    return f"{title} ({plain_markdown(entry.address)})"


def _hash(entry: SourceEntry) -> str:
    """Give the hash of the file that was read, on its own line, where it is known."""
    return f"  \n:small[sha256 `{entry.sha256}`]" if entry.sha256 else ""


def _copy(view: View, entry: SourceEntry, *, counted: bool) -> str:
    """Say who published what an entry is the source of and through what copy it was obtained."""
    fields = {
        "publisher": entry.publisher_of_figures,
        "obtained": entry.obtained,
        "holder": plain_markdown(entry.publisher),
    }
    if not counted:
        return view.language.text("Published by: {publisher} · Obtained from: {obtained} ({holder})", **fields)
    return view.language.counted(
        "Published by: {publisher} · Obtained from: {obtained} ({holder}) · {count} figure",
        "Published by: {publisher} · Obtained from: {obtained} ({holder}) · {count} figures",
        entry.figures,
        **fields,
    )
