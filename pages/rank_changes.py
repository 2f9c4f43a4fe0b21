"""Thay đổi thứ hạng: two editions, who rose and who fell."""

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import address, cached_answers, filters, finished_charts, labels
from ui.address import Parameter
from ui.change_table import show_change_table
from ui.grounds import show_span_grounds
from ui.page_parameters import (
    component_parameter,
    earlier_year_parameter,
    index_parameter,
    system_of,
    unit_system_parameter,
    year_parameter,
)
from ui.standing import show_standing
from ui.view import View
from wording.findings import comparison_words
from wording.headlines import change_headline


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (
        index_parameter(release),
        component_parameter(release),
        unit_system_parameter(release),
        year_parameter(release),
        earlier_year_parameter(release),
    )


def show(release: Release, view: View) -> None:
    """Draw the page."""
    _filters(release, view)
    component = view.values.one(address.COMPONENT)
    later = EditionKey(view.values.one(address.INDEX), view.year, system_of(view.values))
    earlier = EditionKey(later.index, view.values.number(address.EARLIER_YEAR), later.system)
    if earlier.year >= later.year:
        st.info(view.language.text("There is no earlier edition to compare with."))
        return
    change = cached_answers.change_between(release, earlier, later, component)
    table = cached_answers.edition_table(release, later, component)
    chosen = tuple(cached_answers.chosen_units(release, view.province, later.system))
    st.subheader(change_headline(release, earlier, later, component, change, view.language))
    show_standing(release, view, later, component, table, change, earlier.year)
    verdict = comparison_words(change.comparison, view.language)
    if change.comparison.comparable:
        if verdict:
            st.caption(verdict)
    else:
        st.warning(verdict)
    if change.fields_differ and (change.table["direction"] != "").any():
        words = view.language.text(
            "Changes of place are counted among the {count} provinces with figures in both years.", count=change.common
        )
        st.caption(words)
    spec, description = finished_charts.change_chart(release, earlier, later, component, view.language.code, chosen)
    if spec is None:
        st.info(description)
    else:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)
    show_change_table(release, view, earlier, later, component, change, chosen)
    before = cached_answers.edition_table(release, earlier, component).assign(year=earlier.year)
    show_span_grounds(release, view, later.index, pd.concat([before, table.assign(year=later.year)]))


def _filters(release: Release, view: View) -> None:
    filters.index_buttons(view, labels.index_labels(release))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        filters.component_list(view, labels.component_labels(release, view))
        filters.earlier_year_list(view, label=view.language.text("From year"))
        filters.year_list(view)
        if len(view.possible[address.UNIT_SYSTEM]) > 1:
            filters.unit_system_buttons(view, labels.unit_system_labels(view))
