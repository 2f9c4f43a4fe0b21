"""Every source of the release: address, publisher, date, the copy it was read from, its figures, the file's hash."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from indicators.provinces import plain_letters
from indicators.release import Release
from ui import address, data_answers
from ui.downloads import show_downloads
from ui.grounds import Grounds
from ui.tables import Column, show_table
from ui.view import View, show_text, take_clicks
from wording.language import Language
from wording.numbers import whole
from wording.sources import obtained_words

_CONTEXT = "context"
_SEARCHED = ("index", "title", "address", "publisher_of_figures", "publisher", "obtained", "published_on", "source_id")


def show_sources_of_all(release: Release, view: View) -> None:
    """Draw the section."""
    text, language = view.language.text, view.language
    table = _rows(release, language)
    used = table[table["figures"] > 0]
    st.subheader(
        text(
            "{sources} sources; figures rest on {used} of them",
            sources=whole(len(table), language),
            used=whole(len(used), language),
        ),
        anchor=False,
    )
    wanted = _search_box(view)
    found = table[table["searched"].str.contains(plain_letters(wanted), regex=False)] if wanted else table
    if found.empty:
        st.info(text("No source holds “{text}”. Try a shorter text.", text=wanted))
        return
    found = found.reset_index(drop=True)
    headings = {
        "index": text("Index"),
        "title": text("Source"),
        "figures": text("Figures"),
        "address": text("Address"),
        "link": text("Link"),
        "publisher_of_figures": text("Published by"),
        "obtained": text("Obtained from"),
        "publisher": text("Holder of the copy"),
        "published_on": text("Date"),
        "sha256": text("SHA-256 of the file"),
        "source_id": text("Id"),
    }
    looks = {
        "title": {"width": "large"},
        "address": {"width": "medium"},
        "link": {"kind": "link", "display_text": text("Open")},
        "sha256": {"width": "medium"},
    }
    columns = [
        Column(
            name,
            heading,
            written=(lambda count: whole(int(count), language)) if name == "figures" else None,
            config=looks.get(name, {}),
        )
        for name, heading in headings.items()
    ]
    counted = language.counted("{count} source", "{count} sources", len(found))
    show_table(found, columns, alternative=counted, rows_shown=16)
    st.caption("  \n".join([counted, _hash_words(table, language)]))
    show_downloads(
        release,
        view,
        "nguon-so-lieu",
        counted,
        lambda: found[[name for name in headings if name != "link"]].rename(columns=headings),
        Grounds((), ()),
    )


@lru_cache(maxsize=4)
def _rows(release: Release, language: Language) -> pd.DataFrame:
    """Return the sources with `index` as readers call it, `obtained` in words, `link`, `searched` in plain letters."""
    names = {index.id: index.short_name for index in release.catalogue.indices} | {_CONTEXT: language.text("common")}
    table = data_answers.sources_of_all(release)
    table = table.assign(
        unit="",
        # A browser opens only some of the addresses; others say in words where a file lies.
        link=table["address"].where(table["address"].str.startswith("http")),
        index=[names.get(str(index), str(index)) for index in table["index"]],
        obtained=[obtained_words(str(kind), language) for kind in table["obtained_from_kind"]],
    )
    texts = [" ".join(str(row[name]) for name in _SEARCHED) for row in table.to_dict("records")]
    return table.assign(searched=[plain_letters(text) for text in texts])


def _hash_words(table: pd.DataFrame, language: Language) -> str:
    known = int((table["sha256"] != "").sum())
    if not known:
        return language.text(
            "No hash of a publisher's file is known in this release: these files are not part of the repository, and "
            "none was gathered on the machine that made it (`python -m etl gather`). The figures themselves are held "
            "in data/published; the hashes of the release's own files are under “Download”."
        )
    return language.text(
        "The hash of the publisher's file is known for {count} sources: those whose file itself was read, or was "
        "gathered on the machine that made this release. The hashes of the release's own files are under “Download”.",
        count=known,
    )


def _search_box(view: View) -> str:
    text = view.language.text
    st.text_input(
        text("Find a source (with or without tone marks)"),
        key=show_text(address.SOURCE_SEARCH, view.values.one(address.SOURCE_SEARCH)),
        on_change=take_clicks,
        max_chars=address.LONGEST_FREE_TEXT,
        placeholder=text("Title, address, publisher, then Enter"),
        type="search",
    )
    return view.values.one(address.SOURCE_SEARCH)
