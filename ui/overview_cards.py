"""The cards of the overview: one index each, its newest edition, where the province stands and what changed."""

from typing import Any, cast

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.comparability import compare
from indicators.headroom import NextPlace
from indicators.national import national_figure
from indicators.release import Release
from ui import cached_answers, finished_charts
from ui.address import LAST_YEAR, PROVINCE
from ui.grounds import show_sources
from ui.newer_editions import newer_edition_sentences, newer_editions_to_fill
from ui.remembered_drawing import drawn_once
from ui.score_template import NOT_GATHERED, show_score_template
from ui.source_groups import SourceGroup, crossing_sources, mean_sources, merged_mean_sources
from ui.view import View
from wording.findings import DOWN, UP, comparison_words, group_text, place_text, score_number, score_text
from wording.gaps import reason_sentence, short_reason
from wording.headlines import next_place_words, since_words
from wording.marks import COMPUTED_FIGURE, Origin, figure_marks, marked, origin_of
from wording.names import joined
from wording.numbers import NO_FIGURE
from wording.terms import term_help

Row = dict[Any, Any]


def show_card(release: Release, view: View, index: Index) -> str:
    """Draw the card of one index for the chosen province or the country; answers with the figures written in it, whose
    marks are to be explained.
    """
    return _draw_card(release, view.only(PROVINCE, LAST_YEAR), index)


@drawn_once
def _draw_card(release: Release, view: View, index: Index) -> str:
    last_year = view.values.number(LAST_YEAR)
    key = cached_answers.newest_shown(release, index.id, OVERALL, view.province, last_year)
    with st.container(border=True, height="stretch"):
        if key is None:
            st.markdown(f"**{index.short_name}**")
            st.caption(view.language.text("no figures yet"))
            return ""
        st.markdown(f"### {index.short_name} :blue[{key.year}]", help=index.help.in_language(view.language.code))
        units = cached_answers.chosen_units(release, view.province, key.system)
        if not units:
            written = _country(release, view, index, key)
        elif len(units) == 1:
            written = _one(release, view, index, key, units[0])
        else:
            written = show_predecessors(release, view, index, key, units)
        table = cached_answers.edition_table(release, key, OVERALL)
        figures = table[table["unit"].isin(units)] if units else table
        for sentence in newer_edition_sentences(release, view, key, units):
            st.caption(sentence)
        to_fill = newer_editions_to_fill(release, view, key, units)
        if units and (figures["reason"] == NOT_GATHERED).any():
            to_fill = [key, *to_fill]
        if to_fill:
            show_score_template(view, *to_fill)
        show_sources(release, view, index.id, figures, _further_sources(release, view, key, units))
        return " ".join(written)


def _further_sources(release: Release, view: View, key: EditionKey, units: list[str]) -> list[SourceGroup]:
    """Return the sources of what a card says beside the figures: a published mean, weights, a change of method."""
    if not units:
        national = national_figure(release, key)
        published = [national.source_id] if national and national.kind == "published" else []
        return [mean_sources(release, view, key.index, published)]
    if len(units) > 1:
        seen = cached_answers.predecessor_view(release, view.province, key, OVERALL)
        return [merged_mean_sources(release, view, key.index, seen)]
    before = cached_answers.previous_edition(release, key, OVERALL)
    if before is None:
        return []
    return [crossing_sources(release, view, key.index, compare(release, before.key, key, OVERALL, units[0]).deciding)]


def _one(release: Release, view: View, index: Index, key: EditionKey, unit: str) -> list[str]:
    """Draw one unit's score, place and change; the small line shows its years."""
    language = view.language
    table = cached_answers.edition_table(release, key, OVERALL)
    row = cached_answers.edition_row(release, key, OVERALL, unit)
    before = cached_answers.previous_edition(release, key, OVERALL)
    change = cached_answers.change_between(release, before.key, key, OVERALL) if before else None
    written = [
        score_text(row["score"], origin_of(row), index, OVERALL, key.year, language),
        _standing(row, index, view),
    ]
    _large(language.text("Score"), written[0])
    if written[1]:
        st.markdown(written[1])
    held = bool(row["place_kind"]) or bool(pd.notna(row["score"]))
    if held and before and change:
        words = since_words(index, key, OVERALL, unit, change, before.key.year, language)
        st.markdown(_coloured(_first_upper(words), str(change.of(unit)["direction"])))
    _small_line(release, view, index, key, unit)
    to_next = cached_answers.points_to_next_place(release, key, unit)
    if isinstance(to_next, NextPlace):
        written.append(next_place_words(release, key, to_next, table, language) + ".")
        st.caption(written[-1])
    if row["reason"]:
        st.caption(reason_sentence(str(row["reason"]), language))
    comparison = compare(release, before.key, key, OVERALL, unit) if held and before else None
    verdict = comparison_words(comparison, language) if comparison else ""
    if comparison and verdict:
        st.caption(verdict, help=term_help("not comparable", language) if not comparison.comparable else None)
    return written


def show_predecessors(release: Release, view: View, index: Index, key: EditionKey, units: list[str]) -> list[str]:
    """Draw the predecessors of a merged province in an edition of the 63, their range and the computed mean.

    Answers with the figures written, whose marks are to be explained.
    """
    language = view.language
    seen = cached_answers.predecessor_view(release, view.province, key, OVERALL)
    lines: list[str] = []
    rows = {str(row["unit"]): row for row in cast("list[Row]", seen.table.to_dict("records"))}
    for unit in units:
        row = rows[unit]
        score = score_text(row["score"], origin_of(row), index, OVERALL, key.year, language)
        place = _place(row)
        missing = f" ({short_reason(str(row['reason']), language)})" if row["reason"] and place == NO_FIGURE else ""
        figures = f"**{score}** · {place}" if (score, place) != (NO_FIGURE, NO_FIGURE) else NO_FIGURE
        lines.append(f"- {release.provinces.name(unit, language.code)}: {figures}{missing}")
    st.markdown("\n".join(lines))
    if seen.lowest is not None and seen.highest is not None and seen.mean is not None:
        low, high = (score_number(end, index, OVERALL, key.year, language) for end in (seen.lowest, seen.highest))
        origins = [origin_of(row) for row in rows.values()]
        marks = "".join(dict.fromkeys("".join(figure_marks(origin.kind, origin.note_codes) for origin in origins)))
        said = {
            "range": marked(f"{low}–{high}", marks),
            "mean": score_text(seen.mean, COMPUTED_FIGURE, index, OVERALL, key.year, language),
        }
        if seen.rule == "publisher":
            lines.append(language.text("Range {range}; plain mean by the publisher's rule {mean} (computed)", **said))
        else:
            sentence = "Range {range}; mean weighted by the population of {year}: {mean} (computed)"
            lines.append(language.text(sentence, year=seen.weight_year, **said))
        st.caption(lines[-1])
    return lines


def _country(release: Release, view: View, index: Index, key: EditionKey) -> list[str]:
    """Draw the national figure and who has the best place."""
    language = view.language
    table = cached_answers.edition_table(release, key, OVERALL)
    national = national_figure(release, key)
    value, kind = (national.value, national.kind) if national else (None, "")
    written = [score_text(value, Origin(kind, ""), index, OVERALL, key.year, language)]
    _large(language.text("National figure"), written[0])
    st.markdown(_national_words(national.statistic if national else "", view))
    best = table[table["place"] == 1]
    if len(best):
        names = joined([release.provinces.name(str(unit), language.code) for unit in best["unit"]], language)
        written.append(_place(best.iloc[0].to_dict()))
        st.markdown(language.text("{place}: **{provinces}**", place=written[-1], provinces=names))
    held, due = int(table["score"].notna().sum()), len(release.provinces.units(key.system))
    st.caption(language.text("{count} of {all} provinces with a score", count=held, all=due))
    return written


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


def _standing(row: Row, index: Index, view: View) -> str:
    heading = view.language.text("Order by score") if row["place_kind"] == "order" else view.language.text("Rank")
    lines = [f"{heading} **{_place(row)}**"] if row["place_kind"] else []
    if row["group"]:
        lines.append(group_text(index, str(row["group"]), str(row["group_kind"]), view.language))
    return "  \n".join(lines)


def _place(row: Row) -> str:
    return place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))


def _large(label: str, value: str) -> None:
    st.metric(label, value.strip(), label_visibility="collapsed")


def _coloured(words: str, direction: str) -> str:
    """Put a sign and a colour before a change: the sign says it where the colour is not seen."""
    if direction == "up":
        return f":blue[{UP} {words}]"
    if direction == "down":
        return f":orange[{DOWN} {words}]"
    return words


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
