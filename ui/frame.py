"""The script of every visit: opens the view that the address names and draws the frame around its page."""

import importlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import Page

from indicators.release import Release
from indicators.release_store import ReleaseError
from indicators.units import UNIT_SYSTEMS
from ui import filters
from ui.address import LANGUAGE, LANGUAGES, Parameter, language_parameter, province_parameter
from ui.cached_release import current_release, is_answered
from ui.guide import remember_first_address, show_guide, show_welcome
from ui.labels import province_labels
from ui.notices import LOG, report_failed_page, show_address_problems
from ui.page_list import PAGES, PageEntry
from ui.reconnecting import come_back_when_reconnected
from ui.streamlit_words import replace_streamlit_words
from ui.view import View, address_of, open_view, read_address
from wording.language import Language, language
from wording.numbers import day

PICKER_WIDTH = 380  # pixels: the longest name of a province with its dates
ICON = Path(__file__).parent.parent / "static" / "icon.svg"
STYLE_SHEET = Path(__file__).with_name("readable.css")


def main() -> None:
    """Show the page that the address names, in the frame that all pages share."""
    # A picture of our own: the browser would fetch a named icon from an outside server.
    st.set_page_config(layout="wide", page_icon=ICON)
    shown: tuple[Release, View] | None = None

    def draw(entry: PageEntry) -> None:
        if shown is not None:
            _show(entry, *shown)

    # These titles are never seen: the frame writes its own links, and the tab's title once the language is known.
    pages = {
        entry: st.Page(partial(draw, entry), title=entry.module, url_path=entry.url_path, default=not entry.url_path)
        for entry in PAGES
    }
    # Before all that may take long: until the pages are known, the browser takes every address but "/" for wrong.
    opened = st.navigation(list(pages.values()), position="hidden")
    entry = next(entry for entry in PAGES if entry.url_path == opened.url_path)
    come_back_when_reconnected()
    release = _release_or_stop()
    remember_first_address()
    view = open_view(_parameters(entry, release))
    shown = (release, view)
    _show_frame(entry, pages, release, view)
    opened.run()


def _parameters(entry: PageEntry, release: Release) -> tuple[Parameter, ...]:
    """The parameters of a page's address: language, province and its own, these left out where the page is broken."""
    shared = (language_parameter(), province_parameter(_units(release)))
    try:
        return (*shared, *importlib.import_module(entry.module).parameters(release))
    except Exception:
        LOG.exception("The parameters of %s cannot be had", entry.module)
        return shared


def _show(entry: PageEntry, release: Release, view: View) -> None:
    """Draw one page; where it fails, say so in a sentence and log why."""
    try:
        importlib.import_module(entry.module).show(release, view)
    except Exception:
        report_failed_page(entry.url_path, view.language)


def _show_frame(entry: PageEntry, pages: Mapping[PageEntry, Page], release: Release, view: View) -> None:
    """Draw what stands above every page: name, language, the way to the other pages, the chosen province, notices.

    In an `<iframe>` (`?embed=true`) the page stands alone, with a link to the whole; a page may ask to stand alone.
    """
    replace_streamlit_words(view.language)
    st.html(STYLE_SHEET)
    product = view.language.text("Provincial index dashboard")
    st.set_page_config(page_title=f"{entry.title(view.language)} · {product}")
    # Streamlit writes <html lang="en">, from which a screen reader would read Vietnamese in an English voice.
    script = f"<script>document.documentElement.lang = '{view.language.code}'</script>"
    if entry.alone(view.values):
        st.html(script, width="content", unsafe_allow_javascript=True)
        return
    if st.context.is_embedded:
        address = f"{st.context.url or ''}?{urlencode(dict(read_address()), doseq=True)}"
        st.caption(f"[{product}]({address})")
        st.html(script, width="content", unsafe_allow_javascript=True)
    else:
        _show_head(product, release, view)
        with st.container(horizontal=True, gap="small", key="navigation"):
            for other, page in pages.items():
                values = address_of(_parameters(other, release))
                st.page_link(page, label=other.title(view.language), query_params=values)
            st.html(script, width="content", unsafe_allow_javascript=True)
        show_welcome(view)
    if release.damaged is not None:
        st.warning(
            view.language.text(
                "The new release is damaged; the one of {date} is used.", date=day(release.made_at, view.language)
            )
        )
    if not is_answered():
        st.warning(
            view.language.text(
                "No newer release can be read for now; the one of {date} is used.",
                date=day(release.made_at, view.language),
            )
        )
    index_names = {index.id: index.short_name for index in release.catalogue.indices}
    show_address_problems(view.problems, view.values, index_names, view.language)


def _show_head(product: str, release: Release, view: View) -> None:
    """Draw the name of the dashboard, the picker of the province and the switch of the language in one row."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="frame"):
        st.markdown(f"**{product}**", width="content")
        with st.container(width=PICKER_WIDTH):
            filters.province_picker(view, province_labels(release, view.language))
        with st.container(horizontal=True, vertical_alignment="bottom", width="content"):
            show_guide(view)
            filters.language_switch(view)


def _units(release: Release) -> list[str]:
    """The provinces in the order of the picker: today's 34, then the 63."""
    return [unit for system in reversed(UNIT_SYSTEMS) for unit in release.provinces.units(system)]


def _release_or_stop() -> Release:
    """The release in use; where there is none a sentence is all that is shown."""
    try:
        return current_release()
    except ReleaseError:
        LOG.exception("There is no release to show")
        spoken = _language_of_the_address()
        st.error(spoken.text("There are no figures to show yet. Please contact the administrator."))
        st.stop()


def _language_of_the_address() -> Language:
    """The language before a view can be opened."""
    return language("en" if st.query_params.get(LANGUAGE) == LANGUAGES[1] else "vi")


main()
