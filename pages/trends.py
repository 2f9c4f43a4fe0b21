"""Xu hướng: scores and places over the years, for the chosen provinces among all."""

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.comparability import crossings_between
from indicators.release import Release
from ui import address, cached_answers, filters, finished_charts, labels
from ui.address import ALL_REGIONS, Parameter
from ui.filter_row import show_filters
from ui.grounds import Grounds, show_grounds, span_grounds
from ui.page_parameters import (
    component_parameter,
    further_provinces_parameter,
    index_parameter,
    last_year_parameter,
    region_parameter,
    system_of,
    unit_system_parameter,
)
from ui.remembered_drawing import drawn_once
from ui.source_groups import crossing_sources, mean_sources, other_sources
from ui.standing import show_form_of_lacking, show_no_such_unit
from ui.trend_table import show_trend_table
from ui.view import View
from wording.findings import crossing_words
from wording.gaps import missing_words
from wording.names import component_name, joined

AT_MOST = 5


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (
        index_parameter(release),
        component_parameter(release),
        unit_system_parameter(release),
        last_year_parameter(release),
        region_parameter(release),
        further_provinces_parameter(release, AT_MOST),
    )


def show(release: Release, view: View) -> None:
    """Draw the page."""
    show_filters(release, view, address.COMPONENT, address.UNIT_SYSTEM, address.LAST_YEAR, address.REGION)
    filters.further_provinces(view, labels.province_labels(release, view.language))
    drawn = _draw_years(release, view)
    if drawn is None:
        return
    own, grounds = drawn
    index = release.catalogue.index(view.values.one(address.INDEX))
    show_trend_table(release, view, index, view.values.one(address.COMPONENT), own, _chosen(release, view), grounds)
    show_grounds(view, grounds)


@drawn_once
def _draw_years(release: Release, view: View) -> tuple[pd.DataFrame, Grounds] | None:
    """Draw the headline and the two charts; answers with the figures and what they stand on, None without figures."""
    index = release.catalogue.index(view.values.one(address.INDEX))
    component, system = view.values.one(address.COMPONENT), system_of(view.values)
    chosen = _chosen(release, view)
    text, language = view.language.text, view.language
    last_year = view.values.number(address.LAST_YEAR)
    history = cached_answers.history_of_all(release, index.id, component, system)
    history = history[history["year"] <= last_year]
    if history.empty:
        st.info(text("No figures are held."))
        return None
    first, last = int(history["year"].min()), int(history["year"].max())
    name = f"{index.short_name} – {component_name(index, component, None, language)}"
    names = joined([release.provinces.name(unit, language.code) for unit in chosen], language)
    heading = text("{name}, {first}–{last}", name=name, first=first, last=last)
    st.subheader(f"{heading}: {names}" if names else heading, anchor=False)
    show_no_such_unit(release, view, system)
    _show_newest_lacking(release, view, EditionKey(index.id, last, system), component)
    charts = {
        text("Score over the years"): finished_charts.score_chart(
            release,
            index.id,
            component,
            system,
            language.code,
            chosen,
            region=_region(view),
            last_year=last_year,
        ),
        text("Place over the years"): finished_charts.rank_chart(
            release, index.id, component, system, language.code, chosen, last_year=last_year
        ),
    }
    for title, (spec, description) in charts.items():
        st.markdown(f"**{title}**")
        if spec is None:
            st.info(description)
        else:
            st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)
    own = history[history["unit"].isin(chosen)] if chosen else history
    return own, _grounds(release, view, history, own)


def _show_newest_lacking(release: Release, view: View, key: EditionKey, component: str) -> None:
    """Say why the chosen province has no score at the end of its line, and offer the form where that can be filled."""
    table = cached_answers.edition_table(release, key, component)
    units = cached_answers.chosen_units(release, view.province, key.system)
    for unit, reason in table.loc[table["unit"].isin(units) & (table["reason"] != ""), ["unit", "reason"]].to_numpy():
        st.caption(missing_words(release, key, component, str(unit), str(reason), view.language))
    show_form_of_lacking(view, {key: table}, units)


def _grounds(release: Release, view: View, history: pd.DataFrame, own: pd.DataFrame) -> Grounds:
    """Return what the two charts stand on: `own` figures, those of all in `history`, means, and what lies between."""
    index, component = view.values.one(address.INDEX), view.values.one(address.COMPONENT)
    first, last = int(history["year"].min()), int(history["year"].max())
    units = own["unit"].unique().tolist() if len(own) < len(history) else []
    references = cached_answers.reference_lines(release, index, component, system_of(view.values), _region(view))
    means = references[(references["kind"] == "published") & references["year"].between(first, last)]
    further = [
        mean_sources(release, view, index, means["source_id"]),
        crossing_sources(release, view, index, crossings_between(release, index, component, first, last, units)),
        other_sources(release, view, index, history["source_id"], own["source_id"]),
    ]
    crossings = crossing_words(release, index, component, first, last, view.language, units)
    computed = references[(references["kind"] == "computed") & references["year"].between(first, last)]
    marked = computed[["year", "score", "kind"]].assign(place_kind="", note_codes="", source_id="")
    return span_grounds(release, view, index, pd.concat([own, marked]), crossings, further)


def _region(view: View) -> str | None:
    region = view.values.one(address.REGION)
    return None if region == ALL_REGIONS else region


def _chosen(release: Release, view: View) -> tuple[str, ...]:
    """Return the units of the system to draw in colour: the chosen province's first, then the further ones."""
    system = system_of(view.values)
    wanted = [view.province, *view.values[address.FURTHER_PROVINCES]]
    units = [unit for province in wanted for unit in cached_answers.chosen_units(release, province, system)]
    return tuple(dict.fromkeys(units))
