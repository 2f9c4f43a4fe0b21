"""Who improved most over a period by its own score: in the country, in the region and among the peers."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from charts.best_improvers import best_improvers_chart
from charts.subject import Subject
from charts.theme import Spec
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL
from indicators.movement import Movement
from indicators.period_review import Period, PeriodReview, best_improvers
from indicators.release import Release
from indicators.units import UnitSystem
from ui import address, cached_answers, filters, labels
from ui.downloads import show_downloads
from ui.figure_columns import province_columns
from ui.grounds import show_grounds, span_grounds
from ui.period_rows import country_period, editions_not_held, held_editions
from ui.source_groups import crossing_sources, peer_sources
from ui.view import View
from wording.language import LanguageCode, language
from wording.movement import field_words
from wording.names import joined, region_name
from wording.period_review import (
    improver_line,
    improvers_description,
    improvers_title,
    no_movement_words,
    not_held_words,
    period_words,
    scores_missing_words,
)
from wording.terms import term_help

NAMED = 5
LISTS_BESIDE = 3
SYSTEM: UnitSystem = "63"


def show_improvers(release: Release, view: View, first: int, last: int) -> None:
    """Draw the best improvers of the chosen index, or which scores are missing to name them."""
    text, language = view.language.text, view.language
    title = text("Best improvers, for commendation")
    st.subheader(title, anchor=False, help=term_help("best improvers", language))
    filters.index_buttons(view, labels.index_labels(release), labels.about_indices(release, view))
    index = release.catalogue.index(view.values.one(address.INDEX))
    period, review = country_period(release, index, SYSTEM, first, last)
    if isinstance(period, CannotBeSaid) or review is None:
        held = held_editions(release, index, SYSTEM, first, last)
        st.info(" ".join(period_words(release, index.id, period, held, language)))
        return
    if isinstance(review.movement, CannotBeSaid):
        _show_missing(release, view, period, review.movement)
        return
    title = improvers_title(release, period)
    best = _best(release, period, None)
    own = _own_rows(release, view, review)
    shown = pd.concat([best, own[~own["unit"].isin(best["unit"])]], ignore_index=True)
    spec, description = _chart(release, period, tuple(shown["unit"]), tuple(own["unit"]), language.code)
    st.markdown(f"**{text('{title}: places won by own movement', title=title)}**")
    if spec is not None:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)
    _show_lists(release, view, review, best)
    figures = _figures(release, period, shown["unit"].tolist())
    peers = cached_answers.nearest_peers(release, SYSTEM, period.last.year)
    further = [crossing_sources(release, view, index.id, review.change.comparison.deciding)]
    if view.province in release.provinces and not isinstance(peers, CannotBeSaid):
        further.append(peer_sources(release, view, index.id, peers))
    sentences = [_definition(view), field_words(review.movement, language)]
    grounds = span_grounds(release, view, index.id, figures, sentences, further)
    show_grounds(view, grounds)
    show_downloads(
        release,
        view,
        f"cai-thien-{index.id.lower()}-{period.first.year}-{period.last.year}",
        title,
        lambda: improvers_download(release, view, review),
        grounds,
    )


def country_lines(release: Release, view: View, first: int, last: int) -> list[str]:
    """Say of each index what of a period is compared and who improved most, or what is missing to say it."""
    lang = view.language
    lines: list[str] = []
    for index in release.catalogue.indices:
        period, review = country_period(release, index, SYSTEM, first, last)
        held = held_editions(release, index, SYSTEM, first, last)
        said = period_words(release, index.id, period, held, lang)
        if isinstance(period, Period) and review is not None:
            if isinstance(review.movement, CannotBeSaid):
                said.insert(0, no_movement_words(release, period, review.movement, lang))
            else:
                best = best_improvers(review, 1)
                rows = [improver_line(release, review, row, lang) for row in best.to_dict("records")]
                said.insert(0, f"{improvers_title(release, period)}: {'; '.join(rows)}.")
        lines += said
    not_held = not_held_words(release, editions_not_held(release, first, last), lang)
    return [*lines, not_held] if not_held else lines


def _show_missing(release: Release, view: View, period: Period, answer: CannotBeSaid) -> None:
    st.info(no_movement_words(release, period, answer, view.language))
    words = [scores_missing_words(release, key, view.language) for key in (period.first, period.last)]
    if any(words):
        with st.expander(view.language.text("Which scores are missing"), icon=":material/search_off:"):
            st.markdown("\n".join(f"- {line}" for line in words if line))


def _show_lists(release: Release, view: View, review: PeriodReview, best: pd.DataFrame) -> None:
    """Draw the lists side by side: the country, then the region and the peers of each unit of the province."""
    lists = [(view.language.text("The whole country"), "", best)]
    for unit in cached_answers.chosen_units(release, view.province, SYSTEM):
        lists += _lists_of(release, view, review, unit)
    # Two of the former provinces can lie in one region.
    shown = list({heading: (heading, others, rows) for heading, others, rows in lists}.values())
    for start in range(0, len(shown), LISTS_BESIDE):
        beside = shown[start : start + LISTS_BESIDE]
        for column, (heading, others, rows) in zip(st.columns(LISTS_BESIDE), beside, strict=False):
            with column:
                st.markdown(f"**{heading}**")
                if others:
                    st.caption(others)
                _show_list(release, view, review, rows)


def _lists_of(release: Release, view: View, review: PeriodReview, unit: str) -> list[tuple[str, str, pd.DataFrame]]:
    """Return the heading, who belongs to it where that is not plain, and the best of the region and of the peers."""
    provinces, code = release.provinces, view.language.code
    lists: list[tuple[str, str, pd.DataFrame]] = []
    region = provinces[unit].region
    if region:
        best = _best(release, review.period, tuple(provinces.units(SYSTEM, region)))
        lists.append((region_name(provinces, region, view.language), "", best))
    peers = cached_answers.nearest_peers(release, SYSTEM, review.period.last.year)
    if not isinstance(peers, CannotBeSaid):
        near = peers.of(unit)
        heading = view.language.text("{province} and its peer provinces", province=provinces.name(unit, code))
        others = joined([provinces.name(peer, code) for peer in near], view.language)
        lists.append((heading, others, _best(release, review.period, (unit, *near))))
    return lists


def _show_list(release: Release, view: View, review: PeriodReview, rows: pd.DataFrame) -> None:
    lines = [improver_line(release, review, row, view.language, in_list=True) for row in rows.to_dict("records")]
    if lines:
        st.markdown("\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1)))
    else:
        st.markdown(view.language.text("Nobody moved up by its own score."))


@lru_cache(maxsize=512)
def _best(release: Release, period: Period, units: tuple[str, ...] | None) -> pd.DataFrame:
    """Return the best improvers of a period, among some units where they are given; nobody writes to the answer."""
    return best_improvers(cached_answers.review_period(release, period), NAMED, units)


def _own_rows(release: Release, view: View, review: PeriodReview) -> pd.DataFrame:
    units = cached_answers.chosen_units(release, view.province, SYSTEM)
    return review.table[review.table["unit"].isin(units) & review.table["own"].notna()]


@lru_cache(maxsize=128)
def _chart(
    release: Release, period: Period, units: tuple[str, ...], chosen: tuple[str, ...], code: LanguageCode
) -> tuple[Spec | None, str]:
    review = cached_answers.review_period(release, period)
    rows = review.table.set_index("unit").loc[list(units)].reset_index()
    names = {unit: release.provinces.name(unit, code) for unit in release.provinces.units(SYSTEM)}
    spoken = language(code)
    description = improvers_description(improvers_title(release, period), rows, names, spoken)
    if rows.empty:
        return None, description
    subject = Subject(release.catalogue.index(period.last.index), OVERALL, spoken, names)
    return best_improvers_chart(rows, subject=subject, chosen=chosen), description


def _definition(view: View) -> str:
    return view.language.text(
        "Own movement: what the province's own new score did to its place among the others' new scores. Field "
        "movement: what the others' new scores did to the place of its old score. Both are of the order by score."
    )


def _figures(release: Release, period: Period, units: list[str]) -> pd.DataFrame:
    tables = [
        cached_answers.edition_table(release, key, OVERALL).assign(year=key.year, place_kind="order", group_kind="")
        for key in (period.first, period.last)
    ]
    table = pd.concat(tables)
    return table[table["unit"].isin(units)]


def improvers_download(release: Release, view: View, review: PeriodReview) -> pd.DataFrame:
    """Return the movement of all units over the period, best own movement first, for a file."""
    text = view.language.text
    rows = review.table.sort_values(["own", "score_change"], ascending=False, na_position="last")
    movement = review.movement.table.set_index("unit") if isinstance(review.movement, Movement) else None
    first, last = review.period.first.year, review.period.last.year
    columns = {
        **province_columns(release, rows["unit"], view.language),
        f"{text('Score')} {first}": rows["score_from"].to_list(),
        f"{text('Score')} {last}": rows["score_to"].to_list(),
        text("Score change"): rows["score_change"].to_list(),
    }
    if movement is not None:
        places = movement.loc[rows["unit"]]
        columns[f"{text('Order by score (*)')} {first}"] = places["place_before"].to_list()
        columns[f"{text('Order by score (*)')} {last}"] = places["place_after"].to_list()
    columns[text("Own movement (*)")] = rows["own"].to_list()
    columns[text("Field movement (*)")] = rows["field"].to_list()
    return pd.DataFrame(columns)
