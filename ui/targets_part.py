"""Mục tiêu: what a province set out for and whether it was reached; without a target, where it stands to set one."""

import pandas as pd
import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.release import Release
from ui import cached_answers
from ui.grounds import Grounds, show_grounds, span_grounds
from ui.period_grounds import joined_grounds
from ui.period_rows import figure
from ui.tables import Column, show_table
from ui.targets_form import show_target_form
from ui.targets_table import show_targets_table, targets_shown
from ui.targets_upload import show_target_file
from ui.view import View
from wording.answers import cannot_words
from wording.findings import place_text, score_text
from wording.headlines import next_place_words
from wording.marks import origin_of
from wording.names import edition_name, province_name
from wording.numbers import NO_FIGURE
from wording.terms import term_help


def show_targets(release: Release, view: View) -> None:
    """Draw the verdicts on the targets of the chosen province, the entry of a further one, and the place for a file."""
    text = view.language.text
    of_province = view.province in release.provinces
    targets = targets_shown(release, view)
    if targets:
        show_targets_table(release, view, targets)
    elif of_province:
        _show_starting_point(release, view)
    if of_province:
        st.subheader(text("Add a target"), anchor=False)
        st.caption(text("A target entered here stands in the address of this page: the copied link holds it."))
        show_target_form(release, view)
    elif not targets:
        st.info(text("No target is held. Choose a province at the top to enter targets, or bring them as a file."))
    show_target_file(release, view, targets)


def _show_starting_point(release: Release, view: View) -> None:
    """Draw the newest result in each index and the way to the next place: what a target can be set from."""
    text, language = view.language.text, view.language
    title = text(
        "{province}: no targets yet. The newest results to set them from",
        province=province_name(release.provinces, view.province, language),
    )
    st.subheader(title, anchor=False)
    rows: list[dict[str, str]] = []
    found: list[tuple[str, Grounds]] = []
    for index in release.catalogue.indices:
        key = cached_answers.newest_edition_with(release, index.id, view.province, OVERALL)
        if key is None:
            rows.append(_no_row(release, view, index))
            continue
        units = cached_answers.chosen_units(release, view.province, key.system)
        rows += [_row(release, view, index, key, unit) for unit in units]
        figures = pd.DataFrame([figure(release, key, unit) | {"year": key.year} for unit in units])
        found.append((index.short_name, span_grounds(release, view, index.id, figures.assign(group_kind=""))))
    frame = pd.DataFrame(rows)
    columns = [
        Column("edition", text("Edition"), config={"pinned": True}),
        Column("place", text("Rank, order (*)")),
        Column("score", text("Score")),
        Column("next", text("To the next place"), config={"help": term_help("next place", language), "width": "large"}),
    ]
    if frame["unit"].nunique() > 1:
        columns.insert(1, Column("name", text("Province"), config={"width": "medium"}))
    said = [f"{row['name']}, {row['edition']}: {row['place']}, {row['score']}" for row in rows]
    show_table(frame, columns, alternative=f"{title}. {'; '.join(said)}")
    show_grounds(view, joined_grounds(found))


def _row(release: Release, view: View, index: Index, key: EditionKey, unit: str) -> dict[str, str]:
    row = figure(release, key, unit)
    answer = cached_answers.points_to_next_place(release, key, unit, OVERALL)
    if isinstance(answer, CannotBeSaid):
        ahead = cannot_words(release, key, answer, view.language)
    else:
        table = cached_answers.edition_table(release, key, OVERALL)
        ahead = next_place_words(release, key, answer, table, view.language)
    return {
        "unit": unit,
        "name": province_name(release.provinces, unit, view.language),
        "edition": edition_name(release, key, view.language),
        "place": place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"])),
        "score": score_text(row["score"], origin_of(row), index, OVERALL, key.year, view.language),
        "next": ahead,
    }


def _no_row(release: Release, view: View, index: Index) -> dict[str, str]:
    return {
        "unit": view.province,
        "name": province_name(release.provinces, view.province, view.language),
        "edition": index.short_name,
        "place": NO_FIGURE,
        "score": NO_FIGURE,
        "next": view.language.text("No figures are held."),
    }
