"""Bản đồ: one map, the newest of every index at once, or one index over the years."""

from indicators.release import Release
from ui import address, filters, labels
from ui.address import Parameter
from ui.filter_row import show_filters, show_row
from ui.map_one import show_one_map
from ui.map_parameters import (
    ALL_INDICES,
    OVER_YEARS,
    map_earlier_year_parameter,
    map_set_parameter,
    map_shown_parameter,
    map_system_parameter,
    map_year_parameter,
    region_outlines_parameter,
)
from ui.map_several import show_all_indices, show_over_years
from ui.page_parameters import CHANGE, component_parameter, index_parameter, last_year_parameter
from ui.view import View


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (
        map_set_parameter(),
        index_parameter(release),
        component_parameter(release),
        map_system_parameter(release),
        map_year_parameter(release),
        map_earlier_year_parameter(release),
        last_year_parameter(release),
        map_shown_parameter(release),
        region_outlines_parameter(),
    )


def show(release: Release, view: View) -> None:
    """Draw the page."""
    maps = filters.choose_from_buttons(view, address.MAP_SET, labels.map_set_labels(view))
    if maps == ALL_INDICES:
        row = (address.LAST_YEAR, address.UNIT_SYSTEM, address.SHOWN, address.REGION_OUTLINES)
        show_row(release, view, *row)
        show_all_indices(release, view)
    elif maps == OVER_YEARS:
        row = (address.COMPONENT, address.LAST_YEAR, address.UNIT_SYSTEM, address.REGION_OUTLINES)
        # What each index is stands on the other pages: a click on a map is kept small.
        show_filters(release, view, *row, explained=False)
        show_over_years(release, view)
    else:
        earlier = (address.EARLIER_YEAR,) if view.values.one(address.SHOWN) == CHANGE else ()
        row = (address.COMPONENT, address.YEAR, address.UNIT_SYSTEM, address.SHOWN, *earlier, address.REGION_OUTLINES)
        # What each index is stands on the other pages: a click on a map is kept small.
        show_filters(release, view, *row, explained=False)
        show_one_map(release, view)
