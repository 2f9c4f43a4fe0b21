"""Thay đổi thứ hạng: two editions, who rose and who fell."""

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from ui import address, cached_answers, finished_charts
from ui.address import Parameter
from ui.change_reasons import contribution_sources, show_contributions, show_largest_contributions
from ui.change_table import show_change_table
from ui.filter_row import show_filters
from ui.grounds import Grounds, show_grounds, span_grounds
from ui.page_parameters import chosen_edition, earlier_year_parameter, edition_parameters
from ui.remembered_drawing import drawn_once
from ui.source_groups import change_sources
from ui.standing import show_standing
from ui.view import View
from wording.findings import comparison_words, own_comparison_sentences
from wording.headlines import change_headline
from wording.terms import term_help


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (*edition_parameters(release), earlier_year_parameter(release))


def show(release: Release, view: View) -> None:
    """Draw the page."""
    show_filters(release, view, address.COMPONENT, address.YEAR, address.EARLIER_YEAR, address.UNIT_SYSTEM)
    later, component = chosen_edition(view.values)
    earlier = EditionKey(later.index, view.values.number(address.EARLIER_YEAR), later.system)
    if earlier.year >= later.year:
        st.info(view.language.text("There is no earlier edition to compare with."))
        return
    grounds = _draw_change(release, view, earlier)
    chosen = tuple(cached_answers.chosen_units(release, view.province, later.system))
    change = cached_answers.change_between(release, earlier, later, component)
    show_change_table(release, view, earlier, later, component, change, chosen, grounds)
    show_contributions(release, view, earlier, later, chosen if component == OVERALL else ())
    show_grounds(view, grounds)


@drawn_once
def _draw_change(release: Release, view: View, earlier: EditionKey) -> Grounds:
    """Draw the headline and the picture of the change since an earlier edition; answers with what they stand on."""
    later, component = chosen_edition(view.values)
    change = cached_answers.change_between(release, earlier, later, component)
    table = cached_answers.edition_table(release, later, component)
    chosen = tuple(cached_answers.chosen_units(release, view.province, later.system))
    headline = change_headline(release, earlier, later, component, change, view.language)
    term = "change of place" if change.comparison.comparable else "not comparable"
    st.subheader(headline, anchor=False, help=term_help(term, view.language))
    show_standing(release, view, later, component, table, change, earlier.year)
    looked_into = chosen if component == OVERALL else ()
    if component == OVERALL:
        show_largest_contributions(release, view, earlier, later, looked_into)
    verdict = comparison_words(change.comparison, view.language)
    if change.comparison.comparable:
        if verdict:
            st.caption(verdict)
    else:
        st.warning(verdict)
    for sentence in own_comparison_sentences(release, earlier, later, component, view.language):
        st.caption(sentence)
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
    before = cached_answers.edition_table(release, earlier, component)
    # Of the earlier edition only places that are compared are written, of neither the group: no other mark occurs.
    compared = before["unit"].map(change.table.set_index("unit")["place_kind"])
    before = before.assign(year=earlier.year, place_kind=compared)
    figures = pd.concat([before, table.assign(year=later.year)]).assign(group_kind="")
    reasons = change_sources(release, view, earlier, later, component)
    further = [contribution_sources(release, view, earlier, later, looked_into), reasons]
    return span_grounds(release, view, later.index, figures, further=further)
