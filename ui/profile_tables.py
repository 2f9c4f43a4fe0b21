"""The tables of a profile: the components of one edition, and the history of one index. They print whole, as text.

Streamlit's scrolling table is drawn as a picture of what is in sight; `st.table` is a table of the page itself.
"""

from itertools import groupby
from typing import Any, cast

import pandas as pd
import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.release import Release
from indicators.responsibility import MERGED_ON
from indicators.units import Unit
from ui import cached_answers
from ui.figure_columns import figure_columns, province_columns
from ui.view import View
from wording.answers import cannot_words
from wording.findings import group_text, place_text, score_change_text, score_number, score_text
from wording.gaps import short_reason
from wording.marks import COMPUTED_FIGURE, figure_marks, marked, origin_of
from wording.names import component_name
from wording.numbers import NO_FIGURE, number
from wording.responsibility import as_of_words, basis_words, lead_words, support_words

Row = dict[str, Any]


def show_component_table(release: Release, view: View, key: EditionKey, rows: pd.DataFrame) -> str:
    """Draw the components of one unit, or of several beside each other, with the lead agency.

    `rows` as from `cached_answers.part_rows`.
    """
    text, language = view.language.text, view.language
    index = release.catalogue.index(key.index)
    st.subheader(text("Components, with the lead agency"))
    if rows.empty or rows["score"].isna().all():
        parts = tuple(index.parts(OVERALL, key.year))
        st.markdown(cannot_words(release, key, CannotBeSaid("parts_not_held", missing=parts), language))
        return ""
    units = list(dict.fromkeys(rows["unit"]))
    headings = _headings(release, view, units)
    shown: list[dict[str, str]] = []
    records = cast("list[Row]", rows.to_dict("records"))
    for component, own in groupby(records, key=lambda row: str(row["component"])):
        led = cached_answers.responsibilities(release, MERGED_ON).get((index.id, component))
        # In one cell: a phone has no room for a column of agencies.
        lead = f" · :small[{lead_words(led, language)}]" if led else ""
        name = component_name(index, component, key.year, language)
        line = {text("Component, lead agency"): f"{name}{lead}"}
        for row in own:
            line |= _figures(release, view, key, row, headings[str(row["unit"])], component)
        if len(units) == 1:
            line |= _changes(release, view, key, units[0], component)
        shown.append(line)
    table = pd.DataFrame(shown)
    alternative = text("Components of {index} {year}", index=index.short_name, year=key.year)
    with st.container(key="profile-components"):
        st.table(table, border="horizontal", hide_index=True, alt=alternative)
    caution = text("A province may assign the work otherwise.")
    st.caption(f"{as_of_words(MERGED_ON, language)}. {caution}")
    return " ".join(table.astype("str").to_numpy().ravel())


def component_download(release: Release, view: View, key: EditionKey, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the components of `part_rows` for a file: figures, contribution, headroom, who leads and on what
    evidence.
    """
    text, language = view.language.text, view.language
    index = release.catalogue.index(key.index)
    answers = cached_answers.responsibilities(release, MERGED_ON)
    led = [answers.get((index.id, str(component))) for component in rows["component"]]
    pairs = list(zip(rows["unit"], rows["component"], strict=True))
    contributed = cached_answers.contributions_by_part(release, key)
    gaps = cached_answers.gaps_by_part(release, key)
    return pd.DataFrame(
        {
            **province_columns(release, rows["unit"], language),
            text("Year"): [key.year] * len(rows),
            text("Component"): [component_name(index, str(part), key.year, language) for part in rows["component"]],
            **figure_columns(release, index, rows, language),
            text("Contribution to the change"): [contributed.get(pair) for pair in pairs],
            text("Headroom, points of the total"): [gaps.get(pair) for pair in pairs],
            text("Lead agency"): ["; ".join(answer.lead) if answer else "" for answer in led],
            text("Takes part"): [support_words(answer, language) if answer else "" for answer in led],
            text("On what evidence"): [basis_words(answer, index, language) if answer else "" for answer in led],
        }
    )


def show_history_table(release: Release, view: View, index: Index, history: pd.DataFrame) -> str:
    """Draw the years of one unit, or of several beside each other; `history` holds rows of these alone.

    Of a merged province's predecessors the range and the computed mean of each year stand behind them.
    """
    text = view.language.text
    units = list(dict.fromkeys(history["unit"].astype("str")))
    headings = _headings(release, view, units)
    merged = sum(Unit.parse(unit).system == "63" for unit in units) > 1
    shown: list[dict[str, str]] = []
    newest_first = history.sort_values("year", ascending=False, kind="stable")
    records = cast("list[Row]", newest_first.to_dict("records"))
    for year, own in groupby(records, key=lambda row: int(row["year"])):
        line = {text("Year"): str(year)}
        for row in own:
            unit = str(row["unit"])
            key = EditionKey(index.id, year, Unit.parse(unit).system)
            line |= _figures(release, view, key, row, headings[unit])
        if merged:
            line |= _range(release, view, index, year)
        shown.append(line)
    table = pd.DataFrame(shown).fillna(NO_FIGURE)
    if len(units) == 1 and index.groups:
        groups = [_group(release, view, index, units[0], int(year)) for year in table[text("Year")]]
        if any(groups):
            table[text("Group")] = groups
    alternative = text("{index} over the years", index=index.short_name)
    st.table(table, border="horizontal", hide_index=True, alt=alternative)
    return " ".join(table.astype("str").to_numpy().ravel())


def _headings(release: Release, view: View, units: list[str]) -> dict[str, str]:
    """Name the column of each unit, with its unit system where there are two; "" where the unit stands alone."""
    if len(units) == 1:
        return {units[0]: ""}
    names = {unit: release.provinces.name(unit, view.language.code) for unit in units}
    systems = {unit: Unit.parse(unit).system for unit in units}
    if len(set(systems.values())) == 1:
        return names
    text = view.language.text
    return {unit: text("{province}, of {count}", province=name, count=systems[unit]) for unit, name in names.items()}


def _figures(
    release: Release, view: View, key: EditionKey, row: Row, heading: str, component: str = OVERALL
) -> dict[str, str]:
    """Write score and place of one row: in two columns, or in one under a heading where several units have one."""
    text, language = view.language.text, view.language
    index = release.catalogue.index(key.index)
    score = score_text(row["score"], origin_of(row), index, component, key.year, language)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    missing = short_reason(str(row["reason"]), language) if row["reason"] else ""
    if not heading:
        return {text("Score"): missing if score == NO_FIGURE else _whole(score), text("Rank or order"): _whole(place)}
    both = " · ".join(_whole(written) for written in (score, place) if written != NO_FIGURE)
    return {heading: both or missing or NO_FIGURE}


def _whole(figure: str) -> str:
    """Keep a figure and its marks in one line."""
    return figure.replace(" ", "\N{NO-BREAK SPACE}")


def _group(release: Release, view: View, index: Index, unit: str, year: int) -> str:
    row = cached_answers.edition_row(release, EditionKey(index.id, year, Unit.parse(unit).system), OVERALL, unit)
    return group_text(index, str(row["group"]), str(row["group_kind"]), view.language)


def _changes(release: Release, view: View, key: EditionKey, unit: str, component: str) -> dict[str, str]:
    """Write what a component contributed to the last change, and its points of the total up to the best score."""
    index, text = release.catalogue.index(key.index), view.language.text
    contributed = cached_answers.contributions_by_part(release, key).get((unit, component))
    gap = cached_answers.gaps_by_part(release, key).get((unit, component))
    return {
        text("Contribution to the change"): score_change_text(contributed, index, view.language),
        text("Headroom, points of the total"): number(gap, index.display_decimals, view.language),
    }


def _range(release: Release, view: View, index: Index, year: int) -> dict[str, str]:
    """Write the range of the predecessors and their computed mean, with its rule."""
    text, language = view.language.text, view.language
    key = EditionKey(index.id, year, "63")
    seen = cached_answers.predecessor_view(release, view.province, key, OVERALL)
    heading = text("Range; mean (computed)")
    if seen.lowest is None or seen.highest is None:
        return {heading: NO_FIGURE}
    low, high = (score_number(end, index, OVERALL, year, language) for end in (seen.lowest, seen.highest))
    origins = [origin_of(row) for _, row in seen.table.iterrows()]
    marks = "".join(dict.fromkeys("".join(figure_marks(origin.kind, origin.note_codes) for origin in origins)))
    ends = _whole(marked(f"{low}–{high}", marks))
    mean = _whole(score_text(seen.mean, COMPUTED_FIGURE, index, OVERALL, year, language))
    rules = {
        "publisher": text("plain, the publisher's rule"),
        "population": text("by population {year}", year=seen.weight_year),
    }
    return {heading: f"{ends}; {mean} ({rules[seen.rule]})" if seen.rule else ends}
