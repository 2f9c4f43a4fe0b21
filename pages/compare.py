"""So sánh: two to six provinces beside each other, in the indices and in the components of one."""

import streamlit as st

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from ui import address, filters, labels
from ui.address import Parameter
from ui.compare_components import show_components
from ui.compare_indices import show_indices
from ui.compare_parameters import AT_MOST, DOTS, EXAMPLE, HEAT, compare_parameters, not_in_system, units_compared
from ui.compare_sets import show_suggested_sets
from ui.page_links import link_to_page
from ui.page_parameters import system_of
from ui.standing import show_territory
from ui.view import View, choose
from wording.names import joined, province_name

AT_LEAST = 2
YEAR_WIDTH = 140  # pixels


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return compare_parameters(release)


def show(release: Release, view: View) -> None:
    """Draw the page."""
    text, language = view.language.text, view.language
    _choice(release, view)
    found = units_compared(release, view.values)
    units = tuple(found[:AT_MOST])
    if len(units) >= AT_LEAST:
        names = joined([province_name(release.provinces, unit, language) for unit in units], language)
        st.header(text("Compared: {provinces}", provinces=names), anchor=False)
    _about_choice(release, view, len(found))
    if len(units) < AT_LEAST:
        st.info(text("Choose at least two provinces to compare."))
        return
    st.subheader(text("The indices"), anchor=False)
    show_indices(release, view, units)
    st.subheader(text("Components of one index"), anchor=False)
    _components(release, view, units)
    _link_to_trends(view)


def _choice(release: Release, view: View) -> None:
    """Draw what chooses the provinces: list, unit system, year up to which editions count, suggested sets."""
    filters.further_provinces(view, labels.province_labels(release, view.language))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        filters.unit_system_buttons(view, labels.unit_system_labels(view))
        with st.container(width=YEAR_WIDTH):
            filters.last_year_list(view)
    show_suggested_sets(release, view)


def _about_choice(release: Release, view: View, found: int) -> None:
    """Say what of the choice is shown otherwise than it was made: an example, former provinces, the other system."""
    text, system = view.language.text, system_of(view.values)
    if view.province not in release.provinces and view.values[address.FURTHER_PROVINCES] == EXAMPLE[system]:
        st.caption(text("An example: choose your own province above, or provinces in the list."))
    if system == "63":
        show_territory(release, view)
    strangers = not_in_system(release, view.values)
    if strangers:
        names = joined([province_name(release.provinces, unit, view.language) for unit in strangers], view.language)
        words = text(
            "Provinces of the 63 and of the 34 are not compared in one table; not among the 34: {provinces}.",
            provinces=names,
        )
        st.warning(words)
        st.button(
            text("Compare among the 63, today's provinces by their former ones"),
            on_click=choose,
            args=(address.UNIT_SYSTEM, "63"),
        )
    if found > AT_MOST:
        st.caption(text("Of {found} provinces the first {count} are shown.", found=found, count=AT_MOST))


def _components(release: Release, view: View, units: tuple[str, ...]) -> None:
    text = view.language.text
    filters.index_buttons(view, labels.index_labels(release), labels.about_indices(release, view))
    index = release.catalogue.index(view.values.one(address.INDEX))
    if not view.values.one(address.YEAR):
        st.info(text("{index}: no component scores of these provinces are held.", index=index.short_name))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=YEAR_WIDTH):
            filters.year_list(view)
        filters.shown_buttons(view, {DOTS: text("Dots by score"), HEAT: text("Table of percentiles")})
    show_components(release, view, EditionKey(index.id, view.year, system_of(view.values)), units)


def _link_to_trends(view: View) -> None:
    """Draw the link to the same provinces over the years."""
    kept = (address.LANGUAGE, address.PROVINCE, address.INDEX, address.UNIT_SYSTEM, address.LAST_YEAR)
    target: dict[str, str | tuple[str, ...]] = {name: view.values.one(name) for name in kept}
    target[address.COMPONENT] = OVERALL
    target[address.FURTHER_PROVINCES] = view.values[address.FURTHER_PROVINCES]
    label = view.language.text("The same provinces over the years")
    link_to_page("xu-huong", label, target, icon=":material/show_chart:")
