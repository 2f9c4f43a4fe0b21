"""The head of the profile: whose it is, an example where the whole country is chosen, and up to which year."""

from dataclasses import replace

import streamlit as st

from indicators.release import Release
from ui import filters
from ui.address import LAST_YEAR, PROVINCE, Values
from ui.labels import province_labels
from ui.standing import show_territory
from ui.view import View, choose
from wording.names import province_name

YEAR_WIDTH = 140  # pixels
PICKER_WIDTH = 380
EXAMPLE = "34-01"  # Hà Nội: not merged, with figures in all indices
_PICKER_KEY = "profile-province"


def shown_view(release: Release, view: View) -> View:
    """Return the view of the province that is shown: the chosen one, or the example for the whole country."""
    if view.province in release.provinces:
        return view
    return replace(view, values=Values({**view.values, PROVINCE: (EXAMPLE,)}))


def show_profile_heading(release: Release, view: View, shown: View) -> None:
    """Draw the heading; `view` is what the address says, `shown` is as from `shown_view`."""
    text = view.language.text
    name = province_name(release.provinces, shown.province, view.language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container():
            st.header(text("Profile of {province}, up to {year}", province=name, year=view.values.number(LAST_YEAR)))
            show_territory(release, shown)
        with st.container(width=YEAR_WIDTH, key="profile-year"):
            filters.last_year_list(view)
    if shown is not view:
        _show_example(release, view, name)
    with st.container(key="profile-hint"):
        st.caption(text("This page prints to two A4 pages (Ctrl+P)."))


def _show_example(release: Release, view: View, name: str) -> None:
    """Say that a province is an example, with a list to choose another one from."""
    text = view.language.text
    labels = province_labels(release, view.language)
    with st.container(horizontal=True, vertical_alignment="bottom", key="profile-example"):
        with st.container():
            st.info(text("The whole country is chosen: {province} is shown as an example.", province=name))
        with st.container(width=PICKER_WIDTH):
            st.selectbox(
                text("Show the profile of"),
                list(labels),
                index=None,
                format_func=lambda unit: labels[unit],
                key=_PICKER_KEY,
                on_change=_choose_province,
                placeholder=text("Choose"),
                filter_mode="contains",
            )


def _choose_province() -> None:
    chosen = st.session_state.get(_PICKER_KEY)
    if chosen:
        choose(PROVINCE, chosen)
