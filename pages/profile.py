"""Hồ sơ tỉnh, thành phố: all about one province on one page, which prints to two sheets of A4."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.release import Release
from ui import cached_answers, filters, finished_charts, labels
from ui.address import INDEX, LAST_YEAR, PROVINCE, Parameter
from ui.downloads import show_downloads
from ui.grounds import Grounds, show_grounds
from ui.overview_cards import show_card
from ui.page_parameters import index_parameter, last_year_parameter
from ui.profile_edition import analysed_edition, show_edition_notes, show_nothing_held
from ui.profile_grounds import profile_grounds
from ui.profile_heading import show_profile_heading, shown_view
from ui.profile_print import allow_printing
from ui.profile_sections import (
    last_change_heading,
    show_distance_notes,
    show_distances,
    show_last_change,
    show_peers,
    show_strengths,
)
from ui.profile_tables import component_download, show_component_table, show_history_table
from ui.remembered_drawing import drawn_once
from ui.trend_table import trend_download
from ui.view import View
from wording.marks import mark_sentences
from wording.names import edition_name, province_name
from wording.terms import Term, terms_help

Section = Callable[[Release, View, EditionKey, str], str]


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (last_year_parameter(release), index_parameter(release))


def show(release: Release, view: View) -> None:
    """Draw the page."""
    allow_printing()
    shown = shown_view(release, view)
    show_profile_heading(release, view, shown)
    _cards(release, shown)
    filters.index_buttons(view, labels.index_labels(release), labels.about_indices(release, view))
    index = release.catalogue.index(view.values.one(INDEX))
    key = analysed_edition(release, shown, index.id)
    units = cached_answers.chosen_units(release, shown.province, key.system) if key else []
    if key is None or not units:
        show_nothing_held(release, shown, index)
        return
    _detail(release, shown, index, key, units)


def _cards(release: Release, view: View) -> None:
    """Draw the card of every index, with the places of its years below it."""
    written = ""
    columns = st.columns(len(release.catalogue.indices))
    for column, index in zip(columns, release.catalogue.indices, strict=True):
        with column:
            written += show_card(release, view, index)
            _small_ranks(release, view.only(PROVINCE, LAST_YEAR), index)
    st.caption("  \n".join(mark_sentences(written, view.language)))


@drawn_once
def _small_ranks(release: Release, view: View, index: Index) -> None:
    units = tuple(cached_answers.chosen_units(release, view.province, "63"))
    spec, description = finished_charts.small_ranks_chart(
        release,
        index.id,
        units,
        view.values.number(LAST_YEAR),
        view.language.code,
        system_named=view.province not in units,
    )
    if spec is not None:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)


def _detail(release: Release, view: View, index: Index, key: EditionKey, units: list[str]) -> None:
    """Draw one index: what is behind its newest edition, its components and its years."""
    name = province_name(release.provinces, view.province, view.language)
    st.header(f"{edition_name(release, key, view.language)}: {name}")
    written = show_edition_notes(release, view, index, key, units)
    written += _side_by_side(release, view.only(PROVINCE, LAST_YEAR), key, tuple(units))
    components = cached_answers.part_rows(release, key, tuple(units))
    history = _history(release, view, index)
    written += show_component_table(release, view, key, components)
    st.subheader(view.language.text("{index} over the years", index=index.short_name))
    written += show_history_table(release, view, index, history)
    grounds = profile_grounds(release, view, key, components, history, written)
    _downloads(release, view, index, key, components, history, grounds)
    show_grounds(view, grounds)


@drawn_once
def _side_by_side(release: Release, view: View, key: EditionKey, units: tuple[str, ...]) -> str:
    """Draw what is behind the figures: two parts beside each other, or each part once for every predecessor.

    Answers with what is written, whose marks are to be explained.
    """
    text = view.language.text
    parts: list[tuple[str, list[Term], Section]] = [
        (text("Strengths and weaknesses"), ["strength", "weakness"], show_strengths),
        (last_change_heading(release, view, key), ["contribution", "remainder"], show_last_change),
        (text("Headroom and firmness of the place"), ["headroom"], show_distances),
        (text("Peer provinces"), ["peers"], show_peers),
    ]
    written: list[str] = []
    if len(units) == 1:
        for row in (parts[:2], parts[2:]):
            for column, (heading, terms, draw) in zip(st.columns(2, gap="large"), row, strict=True):
                with column:
                    st.subheader(heading, help=terms_help(terms, view.language))
                    written.append(draw(release, view, key, units[0]))
    else:
        for heading, terms, draw in parts:
            st.subheader(heading, help=terms_help(terms, view.language))
            for column, unit in zip(st.columns(len(units), gap="medium"), units, strict=True):
                with column:
                    st.markdown(f"**:blue[{province_name(release.provinces, unit, view.language)}]**")
                    written.append(draw(release, view, key, unit))
    show_distance_notes(release, view, key, units)
    return " ".join(written)


def _history(release: Release, view: View, index: Index) -> pd.DataFrame:
    """Return the years of the province up to the chosen one: those published for the 34 first, then those of the 63."""
    frames: list[pd.DataFrame] = []
    for system in ("34", "63"):
        units = cached_answers.chosen_units(release, view.province, system)
        table = cached_answers.history_of_all(release, index.id, OVERALL, system)
        own = table[table["unit"].isin(units) & (table["year"] <= view.values.number(LAST_YEAR))]
        if (own["score"].notna() | own["rank"].notna()).any():
            frames.append(own)
    return pd.concat(frames, ignore_index=True)


def _downloads(
    release: Release,
    view: View,
    index: Index,
    key: EditionKey,
    components: pd.DataFrame,
    history: pd.DataFrame,
    grounds: Grounds,
) -> None:
    """Draw the files of the two tables."""
    text = view.language.text
    name = province_name(release.provinces, view.province, view.language)
    file = f"{index.id.lower()}-{view.province}"
    with st.container(horizontal=True, key="profile-downloads"):
        if not components.empty:
            title = text("Components of {index} {year}", index=index.short_name, year=key.year)
            st.caption(title)
            show_downloads(
                release,
                view,
                f"{file}-{key.year}",
                f"{title}: {name}",
                lambda: component_download(release, view, key, components),
                grounds,
            )
        title = text("{index} over the years", index=index.short_name)
        st.caption(title)
        show_downloads(
            release, view, file, f"{title}: {name}", lambda: trend_download(release, view, index, history), grounds
        )
