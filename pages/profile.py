"""Hồ sơ tỉnh, thành phố: all about one province on one page, which prints to two sheets of A4."""

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.release import Release
from ui import cached_answers, filters, finished_charts, labels
from ui.address import INDEX, LAST_YEAR, Parameter
from ui.downloads import show_downloads
from ui.grounds import Grounds, show_grounds
from ui.overview_cards import show_card, show_predecessors
from ui.page_parameters import index_parameter, last_year_parameter
from ui.profile_grounds import profile_grounds
from ui.profile_heading import show_profile_heading, shown_view
from ui.profile_print import allow_printing
from ui.profile_sections import show_distances, show_last_change, show_peers, show_strengths
from ui.profile_tables import component_download, component_rows, show_component_table, show_history_table
from ui.trend_table import trend_download
from ui.view import View
from wording.marks import mark_sentences
from wording.names import province_name


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return (last_year_parameter(release), index_parameter(release))


def show(release: Release, view: View) -> None:
    """Draw the page."""
    allow_printing()
    shown = shown_view(release, view)
    show_profile_heading(release, view, shown)
    _cards(release, shown)
    filters.index_buttons(view, labels.index_labels(release))
    index = release.catalogue.index(view.values.one(INDEX))
    key = cached_answers.newest_shown(release, index.id, OVERALL, shown.province, view.values.number(LAST_YEAR))
    units = cached_answers.chosen_units(release, shown.province, key.system) if key else []
    if key is None or not _held(release, key, units):
        text = view.language.text
        name = province_name(release.provinces, shown.province, view.language)
        st.header(f"{index.short_name}: {name}")
        st.info(text("No figure of {province} in {index} is held.", province=name, index=index.short_name))
        return
    _detail(release, shown, index, key, units)


def _cards(release: Release, view: View) -> None:
    """Draw the card of every index, with the places of its years below it."""
    written = ""
    columns = st.columns(len(release.catalogue.indices))
    for column, index in zip(columns, release.catalogue.indices, strict=True):
        with column:
            written += show_card(release, view, index)
            _small_ranks(release, view, index)
    st.caption("  \n".join(mark_sentences(written, view.language)))


def _small_ranks(release: Release, view: View, index: Index) -> None:
    units = tuple(cached_answers.chosen_units(release, view.province, "63"))
    spec, description = finished_charts.small_ranks_chart(
        release, index.id, units, view.values.number(LAST_YEAR), view.language.code
    )
    if spec is not None:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)


def _detail(release: Release, view: View, index: Index, key: EditionKey, units: list[str]) -> None:
    """Draw one index: what is behind its newest edition, its components and its years."""
    name = province_name(release.provinces, view.province, view.language)
    st.header(f"{index.short_name} {key.year}: {name}")
    written = _predecessors(release, view, index, key)
    for row in _side_by_side(release, view, key, units):
        written += row
    components = component_rows(release, key, units)
    history = _history(release, view, index)
    written += show_component_table(release, view, key, components)
    st.markdown(f"### {view.language.text('{index} over the years', index=index.short_name)}")
    written += show_history_table(release, view, index, history)
    grounds = profile_grounds(release, view, key, components, history, written)
    _downloads(release, view, index, key, components, history, grounds)
    show_grounds(view, grounds)


def _predecessors(release: Release, view: View, index: Index, key: EditionKey) -> str:
    """Draw a merged province's predecessors below its own published figure, from the newest edition of the 63."""
    former = cached_answers.chosen_units(release, view.province, "63")
    if key.system != "34" or len(former) < 2:
        return ""
    years = cached_answers.years_held(release, index.id, OVERALL, "63")
    year = next((year for year in years if year <= view.values.number(LAST_YEAR)), None)
    if year is None:
        return ""
    st.markdown(
        f"### {view.language.text('The former provinces in {index} {year}', index=index.short_name, year=year)}"
    )
    return " ".join(show_predecessors(release, view, index, EditionKey(index.id, year, "63"), former))


def _side_by_side(release: Release, view: View, key: EditionKey, units: list[str]) -> list[str]:
    """Draw what is behind the figures: in two columns for one unit, else a column for each of the predecessors."""
    if len(units) > 1:
        written: list[str] = []
        for column, unit in zip(st.columns(len(units), gap="medium"), units, strict=True):
            with column:
                st.markdown(f"### :blue[{province_name(release.provinces, unit, view.language)}]")
                written += [draw(release, view, key, unit) for draw in _SECTIONS]
        return written
    left, right = st.columns(2, gap="large")
    with left:
        written = [draw(release, view, key, units[0]) for draw in (show_strengths, show_distances)]
    with right:
        return written + [draw(release, view, key, units[0]) for draw in (show_last_change, show_peers)]


def _history(release: Release, view: View, index: Index) -> pd.DataFrame:
    """Return the years of the province up to the chosen one: those published for the 34 first, then those of the 63."""
    frames: list[pd.DataFrame] = []
    for system in ("34", "63"):
        units = cached_answers.chosen_units(release, view.province, system)
        table = cached_answers.history_of_all(release, index.id, OVERALL, system)
        own = table[table["unit"].isin(units) & (table["year"] <= view.values.number(LAST_YEAR))]
        if (own["score"].notna() | own["rank"].notna()).any():
            frames.append(own)
    return pd.concat(frames, ignore_index=True)


def _held(release: Release, key: EditionKey, units: list[str]) -> bool:
    """Tell whether the edition holds a figure of any of the units."""
    table = cached_answers.edition_table(release, key, OVERALL)
    own = table[table["unit"].isin(units)]
    return bool((own["score"].notna() | own["rank"].notna()).any())


def _downloads(
    release: Release,
    view: View,
    index: Index,
    key: EditionKey,
    components: pd.DataFrame,
    history: pd.DataFrame,
    grounds: Grounds,
) -> None:
    """Draw the files of the two tables."""
    text = view.language.text
    name = province_name(release.provinces, view.province, view.language)
    file = f"{index.id.lower()}-{view.province}"
    with st.container(horizontal=True, key="profile-downloads"):
        if not components.empty:
            title = text("Components of {index} {year}", index=index.short_name, year=key.year)
            st.caption(title)
            show_downloads(
                release,
                view,
                f"{file}-{key.year}",
                f"{title}: {name}",
                lambda: component_download(release, view, key, components),
                grounds,
            )
        title = text("{index} over the years", index=index.short_name)
        st.caption(title)
        show_downloads(
            release, view, file, f"{title}: {name}", lambda: trend_download(release, view, index, history), grounds
        )


_SECTIONS = (show_strengths, show_last_change, show_distances, show_peers)
