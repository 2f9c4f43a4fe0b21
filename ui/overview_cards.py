"""The cards of the overview: one index each, its newest edition, where the province stands and what changed."""

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.headroom import NextPlace
from indicators.national import national_figure
from indicators.release import Release
from indicators.results import newer_editions_not_held
from ui import cached_answers, finished_charts
from ui.address import LAST_YEAR
from ui.grounds import show_sources
from ui.view import View
from wording.findings import DOWN, UP, comparison_words, place_text, score_text
from wording.gaps import missing_words, newer_edition_words, reason_sentence, short_reason
from wording.headlines import next_place_words, since_words
from wording.marks import COMPUTED, ORDER, figure_marks, rank_marks
from wording.names import group_name, joined
from wording.numbers import NO_FIGURE, number


def show_card(release: Release, view: View, index: Index) -> str:
    """Draw the card of one index for the chosen province or the country; answers with the marks that occur in it."""
    last_year = view.values.number(LAST_YEAR)
    key = cached_answers.newest_shown(release, index.id, OVERALL, view.province, last_year)
    with st.container(border=True, height="stretch"):
        if key is None:
            st.markdown(f"**{index.short_name}**")
            st.caption(view.language.text("no figures yet"))
            return ""
        st.markdown(f"##### {index.short_name} :blue[{key.year}]", help=index.help.in_language(view.language.code))
        units = cached_answers.chosen_units(release, view.province, key.system)
        if not units:
            marks = _country(release, view, index, key)
        elif len(units) == 1:
            marks = _one(release, view, index, key, units[0])
        else:
            marks = _several(release, view, index, key, units)
        for sentence in _newer_editions(release, view, key, units):
            st.caption(sentence)
        table = cached_answers.edition_table(release, key, OVERALL)
        show_sources(release, view, index.id, table[table["unit"].isin(units)] if units else table)
        return marks


def _newer_editions(release: Release, view: View, key: EditionKey, units: list[str]) -> list[str]:
    """Say which newer editions there are: those held without a figure of this province, and those not held at all."""
    sentences: list[str] = []
    for edition in release.catalogue.editions_of(key.index, key.system):
        if units and edition.key.year > key.year and len(release.figures(edition.key, OVERALL)):
            table = cached_answers.edition_table(release, edition.key, OVERALL)
            rows = [_row(table, unit) for unit in units]
            if any(row["place_kind"] or not row["reason"] for row in rows):
                continue  # held, but after the year up to which editions are shown
            sentences += [
                missing_words(release, edition.key, OVERALL, unit, str(row["reason"]), view.language)
                for unit, row in zip(units, rows, strict=True)
            ]
    not_held = newer_editions_not_held(release, key)
    return sentences + [newer_edition_words(release, edition, view.language) for edition in not_held]


def _one(release: Release, view: View, index: Index, key: EditionKey, unit: str) -> str:
    """Draw one unit's score, place and change; the small line shows its years."""
    language = view.language
    row = _row(cached_answers.edition_table(release, key, OVERALL), unit)
    before = cached_answers.previous_edition(release, key, OVERALL)
    change = cached_answers.change_between(release, before.key, key, OVERALL) if before else None
    marks = figure_marks(str(row["kind"]), str(row["note_codes"]))
    _large(language.text("Score"), f"{score_text(row['score'], index, OVERALL, key.year, language)} {marks}")
    st.markdown(_standing(row, index, view))
    if before and change:
        words = since_words(index, key, OVERALL, unit, change, before.key.year, language)
        st.markdown(_coloured(_first_upper(words), str(_row(change.table, unit)["direction"])))
    _small_line(release, view, index, key, unit)
    to_next = cached_answers.points_to_next_place(release, key, unit)
    if isinstance(to_next, NextPlace):
        st.caption(next_place_words(release, key, to_next, language) + ".")
    if row["reason"]:
        st.caption(reason_sentence(str(row["reason"]), language))
    if change and change.comparison.needs_mark:
        st.caption(comparison_words(change.comparison, language))
    return marks + rank_marks(str(row["place_kind"]), str(row["note_codes"])) + _order_mark(row) + _deduced_mark(row)


def _several(release: Release, view: View, index: Index, key: EditionKey, units: list[str]) -> str:
    """Draw the predecessors of a merged province beside each other, their range and the computed mean."""
    language = view.language
    seen = cached_answers.predecessor_view(release, view.province, key, OVERALL)
    marks = ""
    lines: list[str] = []
    for unit in units:
        row = _row(seen.table, unit)
        marks += figure_marks(str(row["kind"]), str(row["note_codes"])) + _order_mark(row)
        score = score_text(row["score"], index, OVERALL, key.year, language)
        written = f"{score} {figure_marks(str(row['kind']), str(row['note_codes']))}".strip()
        place = place_text(row["place"], row["place_of"], str(row["place_kind"]))
        missing = f" ({short_reason(str(row['reason']), language)})" if row["reason"] and place == NO_FIGURE else ""
        lines.append(f"- {release.provinces.name(unit, language.code)}: **{written}** · {place}{missing}")
    st.markdown("\n".join(lines))
    if seen.lowest is not None and seen.highest is not None and seen.mean is not None:
        decimals = index.display_decimals
        mean = number(seen.mean, decimals, language)
        ends = {
            "lowest": number(seen.lowest, decimals, language),
            "highest": number(seen.highest, decimals, language),
            "mean": f"{mean} {COMPUTED}",
        }
        marks += COMPUTED
        if seen.rule == "publisher":
            st.caption(
                language.text("Range {lowest}–{highest}; plain mean by the publisher's rule {mean} (computed)", **ends)
            )
        else:
            st.caption(
                language.text(
                    "Range {lowest}–{highest}; mean weighted by the population of {year}: {mean} (computed)",
                    year=seen.weight_year,
                    **ends,
                )
            )
    return marks


def _country(release: Release, view: View, index: Index, key: EditionKey) -> str:
    """Draw the national figure and who has the best place."""
    language = view.language
    table = cached_answers.edition_table(release, key, OVERALL)
    national = national_figure(release, key)
    figure = score_text(national.value if national else None, index, OVERALL, key.year, language)
    computed = national is not None and national.kind == "computed"
    _large(language.text("National figure"), f"{figure} {COMPUTED}" if computed else figure)
    st.markdown(_national_words(national.statistic if national else "", view))
    best = table[table["place"] == 1]
    if len(best):
        names = joined([release.provinces.name(str(unit), language.code) for unit in best["unit"]], language)
        place = place_text(1, best["place_of"].iloc[0], str(best["place_kind"].iloc[0]))
        st.markdown(language.text("{place}: **{provinces}**", place=place, provinces=names))
    held = int(table["score"].notna().sum())
    st.caption(language.text("{count} provinces with a score", count=held))
    return (COMPUTED if computed else "") + (ORDER if (best["place_kind"] == "order").any() else "")


def _national_words(statistic: str, view: View) -> str:
    if statistic == "mean":
        return view.language.text("national mean (published)")
    if statistic == "median":
        return view.language.text("national median (computed)")
    return view.language.text("no national figure is held")


def _small_line(release: Release, view: View, index: Index, key: EditionKey, unit: str) -> None:
    spec, description = finished_charts.small_line_chart(release, index.id, OVERALL, unit, key.year, view.language.code)
    if spec is not None:
        st.vega_lite_chart(spec, theme=None, alt=description, width="stretch")


def _standing(row: pd.Series, index: Index, view: View) -> str:
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]))
    mark = rank_marks(str(row["place_kind"]), str(row["note_codes"]))
    heading = view.language.text("Order by score") if row["place_kind"] == "order" else view.language.text("Rank")
    lines = [f"{heading} **{place}** {mark}".strip()] if row["place_kind"] else []
    if row["group"]:
        group = group_name(index, str(row["group"]), view.language)
        lines.append(f"{group} {_deduced_mark(row)}".strip())
    return "  \n".join(lines)


def _large(label: str, value: str) -> None:
    st.metric(label, value.strip(), label_visibility="collapsed")


def _coloured(words: str, direction: str) -> str:
    """Put a sign and a colour before a change: the sign says it where the colour is not seen."""
    if direction == "up":
        return f":blue[{UP} {words}]"
    if direction == "down":
        return f":orange[{DOWN} {words}]"
    return words


def _row(table: pd.DataFrame, unit: str) -> pd.Series:
    return table[table["unit"] == unit].iloc[0]


def _order_mark(row: pd.Series) -> str:
    return ORDER if row["place_kind"] == "order" else ""


def _deduced_mark(row: pd.Series) -> str:
    return COMPUTED if row["group_kind"] == "computed" else ""


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
