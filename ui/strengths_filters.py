"""The filters of the page of strengths and weaknesses."""

import streamlit as st

from indicators.release import Release
from ui import address, filters, labels
from ui.strengths_parameters import (
    ALL_AGENCIES,
    ALL_INDICES,
    BEFORE_THE_MERGER,
    EVERY_LEVEL,
    FIRST_LEVEL,
    SINCE_THE_MERGER,
    agency_names,
    division_of_work,
)
from ui.view import View
from wording.terms import term_help

AGENCY_WIDTH = 340  # pixels
YEAR_WIDTH = 110


def show_strengths_filters(release: Release, view: View) -> None:
    """Draw the index, the agency, the level of components, the division of work and the last year."""
    text = view.language.text
    with st.container(horizontal=True, vertical_alignment="bottom"):
        indices = {ALL_INDICES: text("All"), **labels.index_labels(release)}
        filters.index_buttons(view, indices, labels.about_indices(release, view))
        levels = {FIRST_LEVEL: text("First level"), EVERY_LEVEL: text("Every level")}
        filters.choose_from_buttons(view, address.LEVEL, levels)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=AGENCY_WIDTH):
            agencies = agency_names(division_of_work(release, view.values.one(address.DIVISION_OF_WORK)))
            choices = {ALL_AGENCIES: text("All agencies"), **agencies}
            about = term_help("lead agency", view.language)
            filters.choose_from_list(view, address.AGENCY, choices, help_text=about)
        divisions = {
            SINCE_THE_MERGER: text("From 1 March 2025"),
            BEFORE_THE_MERGER: text("To 28 February 2025"),
        }
        filters.choose_from_buttons(view, address.DIVISION_OF_WORK, divisions)
        with st.container(width=YEAR_WIDTH):
            filters.last_year_list(view)


def show_former_provinces(release: Release, view: View) -> None:
    """Draw the former provinces of a merged one, to choose whose components are shown."""
    if len(view.possible[address.FORMER_PROVINCE]) > 1:
        units = view.possible[address.FORMER_PROVINCE]
        names = {unit: release.provinces.name(unit, view.language.code) for unit in units}
        filters.choose_from_buttons(view, address.FORMER_PROVINCE, names)
