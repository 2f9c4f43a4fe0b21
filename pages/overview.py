"""Tổng quan: where a province (or the country) stands in the indices, what moved, and a small map."""

import streamlit as st

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from ui import cached_answers, filters, labels
from ui.address import INDEX, LAST_YEAR, Parameter
from ui.grounds import show_edition_grounds
from ui.map_view import show_map
from ui.moves import show_component_moves, show_province_moves
from ui.overview_cards import show_card
from ui.page_parameters import index_parameter, last_year_parameter
from ui.standing import show_territory
from ui.view import View
from wording.marks import mark_sentences
from wording.names import province_name

YEAR_WIDTH = 140  # pixels


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (last_year_parameter(release), index_parameter(release))


def show(release: Release, view: View) -> None:
    """Draw the page."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container():
            _heading(release, view)
        with st.container(width=YEAR_WIDTH):
            filters.last_year_list(view)
    columns = st.columns(len(release.catalogue.indices))
    marks = ""
    for column, index in zip(columns, release.catalogue.indices, strict=True):
        with column:
            marks += show_card(release, view, index)
    st.caption("  \n".join(mark_sentences(marks, view.language)))
    left, right = st.columns([1, 1], gap="large")
    key = cached_answers.newest_shown(
        release, view.values.one(INDEX), OVERALL, view.province, view.values.number(LAST_YEAR)
    )
    with left:
        _moves(release, view, key)
    with right:
        filters.index_buttons(view, labels.index_labels(release), labels.about_indices(release, view))
        if key is not None:
            _map(release, view, key)


def _heading(release: Release, view: View) -> None:
    text = view.language.text
    whole_country = view.province not in release.provinces
    name = text("Whole country") if whole_country else province_name(release.provinces, view.province, view.language)
    last_year = view.values.number(LAST_YEAR)
    if last_year == cached_answers.all_years(release)[0]:
        st.header(text("{province}: newest results of the indices", province=name))
    else:
        st.header(text("{province}: results of the indices up to {year}", province=name, year=last_year))
    show_territory(release, view)


def _moves(release: Release, view: View, key: EditionKey | None) -> None:
    if view.province in release.provinces:
        show_component_moves(release, view)
    elif key is not None:
        show_province_moves(release, view, key)


def _map(release: Release, view: View, key: EditionKey) -> None:
    show_map(release, view, key, OVERALL, "diem", compact=True)
    table = cached_answers.edition_table(release, key, OVERALL)
    show_edition_grounds(release, view, key, OVERALL, table)
