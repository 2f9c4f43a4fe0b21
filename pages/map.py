"""Bản đồ: one component of one edition on the map, by score, rank, group or change."""

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.release import Release
from ui import address, cached_answers, filters, labels
from ui.address import Parameter
from ui.grounds import show_edition_grounds, show_grounds, span_grounds
from ui.map_view import show_map
from ui.page_parameters import (
    CHANGE,
    GROUP,
    SCORE,
    component_parameter,
    earlier_year_parameter,
    index_parameter,
    shown_parameter,
    system_of,
    unit_system_parameter,
    year_parameter,
)
from ui.source_groups import change_sources
from ui.standing import show_standing
from ui.view import View
from wording.findings import comparison_words, own_comparison_sentences
from wording.gaps import missing_words
from wording.headlines import edition_headline, edition_title
from wording.names import joined


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (
        index_parameter(release),
        component_parameter(release),
        unit_system_parameter(release),
        year_parameter(release),
        earlier_year_parameter(release),
        shown_parameter(release),
    )


def show(release: Release, view: View) -> None:
    """Draw the page."""
    shown = view.values.one(address.SHOWN)
    _filters(release, view, shown)
    component = view.values.one(address.COMPONENT)
    key = EditionKey(view.values.one(address.INDEX), view.year, system_of(view.values))
    earlier = EditionKey(key.index, view.values.number(address.EARLIER_YEAR), key.system)
    table = cached_answers.edition_table(release, key, component)
    change = cached_answers.change_between(release, earlier, key, component) if earlier.year < key.year else None
    st.subheader(_heading(release, view, key, component, earlier.year, shown))
    show_standing(release, view, key, component, table, change, earlier.year if change else None)
    verdict = comparison_words(change.comparison, view.language) if change and shown == CHANGE else ""
    if change and shown == CHANGE and not change.comparison.comparable:
        st.info(verdict)
        verdict = ""
    else:
        show_map(release, view, key, component, shown, earlier_year=earlier.year)
    if change and shown == CHANGE:
        figures = _figures_of_change(release, view, earlier, key, component, change)
        sentences = [verdict, *own_comparison_sentences(release, earlier, key, component, view.language)]
        reasons = change_sources(release, view, earlier, key, component)
        show_grounds(view, span_grounds(release, view, key.index, figures, sentences, [reasons]))
    else:
        table = table.assign(place_kind="") if shown == GROUP else table  # a map of groups writes no place
        show_edition_grounds(
            release, view, key, component, table, [verdict, *_absent(release, view, key, component, shown)]
        )


def _figures_of_change(
    release: Release, view: View, earlier: EditionKey, later: EditionKey, component: str, change: Change
) -> pd.DataFrame:
    """Return the figures of both editions of a map of change with a column `year`, and the kinds of those it writes.

    It writes changes, and in the sentence above it the later figures of the chosen province: only their marks are to
    be explained.
    """
    kinds = change.table.set_index("unit")["place_kind"]
    before, after = (cached_answers.edition_table(release, key, component) for key in (earlier, later))
    before = before.assign(year=earlier.year, kind="", place_kind=before["unit"].map(kinds))
    written = after["unit"].isin(cached_answers.chosen_units(release, view.province, later.system))
    own = {name: after[name].where(written, "") for name in ("kind", "place_kind")}
    return pd.concat([before, after.assign(year=later.year, **own)], ignore_index=True).assign(group_kind="")


def _filters(release: Release, view: View, shown: str) -> None:
    filters.index_buttons(view, labels.index_labels(release))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        filters.component_list(view, labels.component_labels(release, view))
        filters.year_list(view)
        if len(view.possible[address.UNIT_SYSTEM]) > 1:
            filters.unit_system_buttons(view, labels.unit_system_labels(view))
        filters.shown_buttons(view, labels.shown_labels(release, view))
        if shown == CHANGE:
            filters.earlier_year_list(view)


def _heading(release: Release, view: View, key: EditionKey, component: str, earlier_year: int, shown: str) -> str:
    if shown == CHANGE:
        title = edition_title(release, key, component, view.language)
        return view.language.text("{title}: change of the score since {year}", title=title, year=earlier_year)
    table = cached_answers.edition_table(release, key, component)
    return edition_headline(release, key, component, table, view.language)


def _absent(release: Release, view: View, key: EditionKey, component: str, shown: str) -> list[str]:
    """Say why provinces are hatched: one sentence each for those left out, one for all that are not held."""
    table = cached_answers.edition_table(release, key, component)
    if shown != SCORE:
        return []
    reasons = table.loc[table["reason"] != "", ["unit", "reason"]]
    left_out = reasons[reasons["reason"] == "left_out"]
    sentences = [
        missing_words(release, key, component, str(unit), "left_out", view.language) for unit in left_out["unit"]
    ]
    differ = reasons.loc[reasons["reason"] == "sources_differ", "unit"]
    if len(differ):
        names = joined([release.provinces.name(str(unit), view.language.code) for unit in differ], view.language)
        sentences.append(view.language.text("Sources differ on {provinces}; left empty.", provinces=names))
    return sentences
