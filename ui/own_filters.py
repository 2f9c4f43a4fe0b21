"""The filters of the page of own results."""

import streamlit as st

from indicators.release import Release
from own.unit_kinds import KIND_NAMES
from ui import address, filters
from ui.own_parameters import AT_MOST, KIND_TEXTS, kind_of
from ui.view import View, show_filter, take_clicks
from wording.names import component_name


def show_own_filters(own: Release, view: View) -> None:
    """Draw kind of unit, component, year and earlier year."""
    kinds = {text: KIND_NAMES[kind].in_language(view.language.code) for kind, text in KIND_TEXTS.items()}
    filters.choose_from_buttons(view, address.UNIT_KIND, kinds)
    index = own.catalogue.index(kind_of(view.values))
    names = {component.id: component_name(index, component.id, None, view.language) for component in index.components}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        filters.component_list(view, names)
        filters.year_list(view)
        if view.possible[address.EARLIER_YEAR]:
            filters.earlier_year_list(view)


def show_units_in_colour(own: Release, view: View) -> None:
    """Draw the list of the units that the lines over the years show in colour."""
    parameter = address.OWN_UNITS
    st.multiselect(
        filters.parameter_name(parameter, view.language),
        view.possible[parameter],
        format_func=lambda unit: own.provinces.name(unit, view.language.code),
        key=show_filter(parameter, view.values[parameter]),
        on_change=take_clicks,
        max_selections=AT_MOST,
        placeholder=view.language.text("Choose units"),
        filter_mode="contains",
        select_all=False,
    )
