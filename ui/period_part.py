"""Giai đoạn: how a province (or the country) did over a period, and who improved most."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import cached_answers, filters
from ui.address import EARLIER_YEAR, LAST_YEAR
from ui.downloads import show_downloads
from ui.grounds import show_grounds
from ui.period_improvers import country_lines, show_improvers
from ui.period_rows import IndexPeriod, editions_not_held, figure, index_periods, units_reviewed
from ui.period_table import period_download, period_grounds, show_period_table
from ui.score_template import NOT_GATHERED, show_score_template
from ui.targets_table import show_targets_table, targets_shown
from ui.view import View
from wording.names import joined, province_name
from wording.period_review import (
    absence_words,
    common_field_words,
    counts_words,
    not_held_words,
    outside_words,
    period_words,
)

YEAR_WIDTH = 140  # pixels


def show_period(release: Release, view: View) -> None:
    """Draw the review of the chosen period."""
    text = view.language.text
    with st.container(horizontal=True):
        for parameter, name in ((EARLIER_YEAR, text("Period from")), (LAST_YEAR, text("Period to"))):
            with st.container(width=YEAR_WIDTH):
                filters.choose_from_list(view, parameter, {}, name=name)
    first, last = view.values.number(EARLIER_YEAR), view.values.number(LAST_YEAR)
    if view.province in release.provinces:
        _show_province(release, view, first, last)
    else:
        _show_country(release, view, first, last)
    targets = targets_shown(release, view, range(first, last + 1))
    if targets:
        show_targets_table(release, view, targets)
    show_improvers(release, view, first, last)


def _show_province(release: Release, view: View, first: int, last: int) -> None:
    language = view.language
    units = units_reviewed(release, view.province, first, last)
    if release.provinces[view.province].is_merged:
        former = release.provinces[view.province].predecessors
        names = joined([release.provinces.name(unit, language.code) for unit in former], language)
        st.caption(
            language.text(
                "Merged on 1 July 2025 from {provinces}. Results of the 63 provinces stand beside each other; "
                "they are not results of the new province.",
                provinces=names,
            )
        )
    periods = index_periods(release, units, first, last)
    titles = [
        counts_words(_place_changes(own), first, last, province_name(release.provinces, unit, language), language)
        for unit in cached_answers.chosen_units(release, view.province, "63")
        if (own := [period for period in periods if period.unit == unit])
    ]
    for title in titles:
        if len(titles) == 1:
            st.subheader(title, anchor=False)
        else:
            st.markdown(f"**{title}**")
    show_period_table(release, view, periods, titles[0])
    not_held = not_held_words(release, editions_not_held(release, first, last), language)
    sentences = [*_sentences(release, view, periods), *([not_held] if not_held else [])]
    st.markdown("\n".join(f"- {sentence}" for sentence in sentences))
    grounds = period_grounds(release, view, periods)
    show_grounds(view, grounds)
    lacking = [key for period in periods for key, reason in _absent(release, period) if reason == NOT_GATHERED]
    if lacking:
        show_score_template(view, *dict.fromkeys(lacking))
    show_downloads(
        release,
        view,
        f"giai-doan-{first}-{last}-{view.province}",
        titles[0],
        lambda: period_download(release, view, periods),
        grounds,
    )


def _show_country(release: Release, view: View, first: int, last: int) -> None:
    text = view.language.text
    st.subheader(text("Period {first}–{last}: what can be compared, and who improved most", first=first, last=last))
    st.markdown("\n".join(f"- {line}" for line in country_lines(release, view, first, last)))
    st.caption(text("Choose a province at the top to see its five indices over the period."))


def _place_changes(periods: Sequence[IndexPeriod]) -> list[int | None]:
    changes = [period.moved.get("place_change", pd.NA) for period in periods]
    return [None if pd.isna(change) else int(change) for change in changes]


def _sentences(release: Release, view: View, periods: Sequence[IndexPeriod]) -> list[str]:
    """Say what of the period cannot be compared and why, what lies outside, and what is missing; each thing once."""
    language = view.language
    said: list[str] = []
    for period in periods:
        said += period_words(release, period.index.id, period.answer, period.held, language)
        if period.review is not None:
            said.append(common_field_words(release, period.review, language))
        for key in period.outside:
            said.append(outside_words(release, key, period.unit, figure(release, key, period.unit), language))
        said += absence_words(release, period.index.id, period.unit, _absent(release, period), language)
    return [sentence for sentence in dict.fromkeys(said) if sentence]


def _absent(release: Release, period: IndexPeriod) -> list[tuple[EditionKey, str]]:
    """Name the editions shown in which the unit has neither a score nor a place, with the reason."""
    shown = [key for key in (period.baseline, period.middle, period.last) if key is not None]
    rows = [(key, figure(release, key, period.unit)) for key in shown]
    return [(key, str(row["reason"])) for key, row in rows if row["reason"] and not row["place_kind"]]
