"""Several maps at once: the newest of every index, or all years of one index on the same scale."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL
from indicators.release import Release
from indicators.succession import TodaysView
from ui import address, cached_answers
from ui.grounds import Grounds, edition_grounds, show_grounds, span_grounds
from ui.map_editions import MapEdition, MapSeries, map_series, newest_map
from ui.map_parameters import OUTLINED
from ui.map_tables import show_indices_table, show_todays_table
from ui.map_view import show_credit, show_series_key, show_small_map
from ui.page_parameters import PLACE, system_of
from ui.source_groups import crossing_sources, merged_mean_sources
from ui.standing import show_no_such_unit
from ui.trend_table import show_trend_table
from ui.view import View
from wording.findings import comparison_words, crossing_words
from wording.headlines import province_headline
from wording.names import component_name, edition_name
from wording.todays_provinces import hatched_sentence, todays_headline, todays_sentences

A_ROW = 5  # maps beside each other on a desk and on a wall; one under another on a phone


def show_all_indices(release: Release, view: View) -> None:
    """Draw the newest map of every index up to the chosen year, each on its own scale."""
    text, system = view.language.text, system_of(view.values)
    last_year, shown = view.values.number(address.LAST_YEAR), view.values.one(address.SHOWN)
    found = [newest_map(release, index.id, system, last_year) for index in release.catalogue.indices]
    editions = [edition for edition in found if edition is not None]
    st.subheader(text("All indices: the newest results up to {year}", year=last_year), anchor=False)
    st.caption(text("Each index has its own scale and its own classes; there is no total of the indices."))
    show_no_such_unit(release, view, system)
    if not editions:
        st.info(text("No figures are held."))
        return
    all_grounds: list[Grounds] = []
    for first in range(0, len(editions), A_ROW):
        for column, edition in zip(st.columns(A_ROW), editions[first : first + A_ROW], strict=False):
            with column:
                all_grounds.append(_show_index(release, view, edition, shown))
    show_credit(view)
    grounds = _joined(release, view, editions, all_grounds)
    show_indices_table(release, view, editions, places=shown == PLACE, grounds=grounds)


def show_over_years(release: Release, view: View) -> None:
    """Draw one index of every year up to the chosen one, in the classes of its method series; a break ends a row."""
    language, system = view.language, system_of(view.values)
    index = release.catalogue.index(view.values.one(address.INDEX))
    component = view.values.one(address.COMPONENT)
    series = map_series(release, index.id, component, system, view.values.number(address.LAST_YEAR))
    if not series:
        st.info(language.text("No figures are held."))
        return
    name = f"{index.short_name} – {component_name(index, component, None, language)}"
    first, last = series[-1].years[0], series[0].years[1]
    st.subheader(language.text("{name}, {first}–{last}", name=name, first=first, last=last), anchor=False)
    st.caption(
        language.text(
            "Maps of one row of years share their classes, which are the same for all its years; under each map stand "
            "the numbers of provinces in them."
        )
    )
    show_no_such_unit(release, view, system)
    for found, older in zip_longest(series, series[1:]):
        _show_series(release, view, found, component)
        if older is not None and found.before is not None:
            st.info(f"{older.years[1]} → {found.years[0]}: {comparison_words(found.before, language)}")
    show_credit(view)
    editions = [edition for found in series for edition in reversed(found.editions)]
    grounds = _grounds_of_years(release, view, series, editions, component)
    if system == "34":
        show_todays_table(release, view, editions, component, grounds)
    else:
        history = cached_answers.history_of_all(release, index.id, component, system)
        history = history[history["year"].between(first, last)]
        chosen = tuple(cached_answers.chosen_units(release, view.province, system))
        show_trend_table(release, view, index, component, history, chosen, grounds)
    show_grounds(view, grounds)


def _show_index(release: Release, view: View, edition: MapEdition, shown: str) -> Grounds:
    """Draw one index with what it stands on, which is the answer."""
    key, language = edition.key, view.language
    index = release.catalogue.index(key.index)
    st.markdown(f"**{index.short_name}** :blue[**{key.year}**]", help=index.help.in_language(language.code))
    show_small_map(release, view, edition, OVERALL, shown, key_apart=False, regions=_regions(view))
    for unit in cached_answers.chosen_units(release, view.province, edition.system):
        st.caption(_standing(release, view, edition, unit))
    table = cached_answers.edition_table(release, key, OVERALL)
    if not edition.seen_by_todays:
        grounds = edition_grounds(release, view, key, OVERALL, table)
    else:
        seen = cached_answers.todays_view(release, key, OVERALL)
        sentences = [*todays_sentences([seen], language), hatched_sentence(release, seen, language)]
        means = merged_mean_sources(release, view, key.index, seen)
        grounds = edition_grounds(release, view, key, OVERALL, table.assign(place_kind=""), sentences, [means])
    show_grounds(view, grounds)
    return grounds


def _standing(release: Release, view: View, edition: MapEdition, unit: str) -> str:
    key = edition.key
    if edition.seen_by_todays:
        seen = cached_answers.todays_view(release, key, OVERALL)
        return todays_headline(release, key, OVERALL, seen, unit, view.language)
    table = cached_answers.edition_table(release, key, OVERALL)
    return province_headline(release, key, OVERALL, table, unit, None, None, view.language)


def _joined(release: Release, view: View, editions: Sequence[MapEdition], grounds: Sequence[Grounds]) -> Grounds:
    """Return all that the maps of all indices stand on, each source under the name of its edition."""
    figures = view.language.text("Figures")
    sources = [
        replace(group, heading=f"{edition_name(release, edition.key, view.language)}: {group.heading or figures}")
        for edition, found in zip(editions, grounds, strict=True)
        for group in found.sources
    ]
    lines = dict.fromkeys(line for found in grounds for line in found.lines)
    return Grounds(tuple(lines), tuple(sources))


def _show_series(release: Release, view: View, series: MapSeries, component: str) -> None:
    first, last = series.years
    st.markdown(f"#### {first}–{last}" if first < last else f"#### {first}")
    show_series_key(release, view, series.editions[-1].key, component)
    for start in range(0, len(series.editions), A_ROW):
        for column, edition in zip(st.columns(A_ROW), series.editions[start : start + A_ROW], strict=False):
            with column:
                st.markdown(f"**{edition.key.year}**")
                shown = view.values.one(address.SHOWN)
                show_small_map(release, view, edition, component, shown, key_apart=True, regions=_regions(view))


def _grounds_of_years(
    release: Release, view: View, series: Sequence[MapSeries], editions: Sequence[MapEdition], component: str
) -> Grounds:
    """Return what the maps stand on: their figures, means by today's provinces, and what lies between the years."""
    index, language = editions[0].key.index, view.language
    tables: list[pd.DataFrame] = []
    views: list[TodaysView] = []
    sources = [
        crossing_sources(release, view, index, found.before.deciding) for found in series if found.before is not None
    ]
    for edition in editions:
        table = cached_answers.edition_table(release, edition.key, component)
        if edition.seen_by_todays:
            seen = cached_answers.todays_view(release, edition.key, component)
            views.append(seen)
            sources.append(merged_mean_sources(release, view, index, seen))
            table = seen.table.assign(rank=float("nan"), place_kind="")
        tables.append(table.assign(year=edition.key.year))
    sentences = todays_sentences(views, language)
    for found in series:
        sentences += crossing_words(release, index, component, *found.years, language)
    figures = pd.concat(tables, ignore_index=True)
    merged = {group.heading: group for group in sources}
    for group in sources:
        kept = merged[group.heading]
        further = tuple(entry for entry in group.entries if entry not in kept.entries)
        merged[group.heading] = replace(kept, entries=(*kept.entries, *further))
    return span_grounds(release, view, index, figures, dict.fromkeys(sentences), merged.values())


def _regions(view: View) -> bool:
    return view.values.one(address.REGION_OUTLINES) == OUTLINED
