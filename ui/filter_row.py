"""The filters above a chart or table: the index as buttons, and beside each other those that a page asks for."""

import streamlit as st

from indicators.release import Release
from ui import address, filters, labels
from ui.view import View

# A page whose address has one of these draws it only while there is something to choose between.
_ONLY_WITH_A_CHOICE = (address.UNIT_SYSTEM, address.REGION, address.SHOWN, address.REGION_OUTLINES)


def show_filters(release: Release, view: View, *row: str, explained: bool = True) -> None:
    """Draw the index, and under it the filters of some parameters of the page's address, in the order given.

    `explained`: what each index is stands behind a help icon.

    Some are left out where there is one value only. Raises KeyError for a parameter that has no
    place in the row.
    """
    about = labels.about_indices(release, view) if explained else ""
    filters.index_buttons(view, labels.index_labels(release), about)
    show_row(release, view, *row)


def show_row(release: Release, view: View, *row: str) -> None:
    """Draw the filters without the index, for what shows all indices."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for parameter in row:
            if parameter not in _ONLY_WITH_A_CHOICE or len(view.possible[parameter]) > 1:
                _draw(release, view, parameter)


def _draw(release: Release, view: View, parameter: str) -> None:
    draw = {
        address.COMPONENT: lambda: filters.component_list(view, labels.component_labels(release, view)),
        address.EARLIER_YEAR: lambda: filters.earlier_year_list(view),
        address.YEAR: lambda: filters.year_list(view),
        address.LAST_YEAR: lambda: filters.last_year_list(view),
        address.UNIT_SYSTEM: lambda: filters.unit_system_buttons(view, labels.unit_system_labels(view)),
        address.REGION: lambda: filters.region_list(view, labels.region_labels(release, view)),
        address.SHOWN: lambda: filters.shown_buttons(view, labels.shown_labels(release, view)),
        address.REGION_OUTLINES: lambda: filters.choose_from_buttons(
            view, address.REGION_OUTLINES, labels.outline_labels(view)
        ),
        address.SEARCH: lambda: filters.search_box(view),
    }
    draw[parameter]()
