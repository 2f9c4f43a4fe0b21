"""How much of every edition is held: the matrix, the chosen province in it, and the table behind it."""

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from charts.coverage_matrix import SELECTION
from indicators.catalogue import OVERALL
from indicators.coverage import province_coverage
from indicators.release import Release
from ui import address, cached_answers, data_answers
from ui.data_awaited import show_awaited_indices
from ui.downloads import show_downloads
from ui.grounds import Grounds
from ui.tables import Column, show_table
from ui.view import View
from wording.coverage import (
    coverage_cell,
    coverage_headline,
    coverage_reason,
    edition_of,
    held_of_due,
    province_coverage_words,
)
from wording.terms import term_help, terms_help

_RANKINGS = "bang-xep-hang"
_CHART = "coverage-matrix"
_MOST_PROVINCES = 4  # a merged province has three predecessors at most


def show_coverage(release: Release, view: View) -> None:
    """Draw the section."""
    text = view.language.text
    table = data_answers.coverage_of_all(release)
    headline = coverage_headline(table, view.language)
    st.subheader(headline, anchor=False, help=term_help("coverage", view.language))
    for unit in cached_answers.chosen_units(release, view.province, "63")[:_MOST_PROVINCES]:
        counts = {index.id: province_coverage(release, unit, index.id) for index in release.catalogue.indices}
        st.markdown(province_coverage_words(release, unit, counts, view.language))
    left, right = st.columns([1, 1], gap="large")
    with left:
        st.caption(text("Overall scores held of those due. A click on an edition opens its ranking."))
        _show_matrix(release, view, table)
    with right:
        st.caption(text("The same as a table, with ranks, components and the reason why not all is held."))
        _show_rows(release, view, table, headline)
    st.caption(
        text(
            "Due is a score of every province that the edition measured. What is missing can be filled in: "
            "`python -m etl template --index par --year 2023` writes the form of an edition, `python -m etl import` "
            "takes it over (docs/keeper.md)."
        )
    )
    show_awaited_indices(release, view)


def _show_matrix(release: Release, view: View, table: pd.DataFrame) -> None:
    spec, description = data_answers.coverage_chart(release, view.language.code)
    event: Any = st.vega_lite_chart(
        cast("dict[str, Any]", spec),
        theme=None,
        width="stretch",
        key=_CHART,
        on_select="rerun",
        selection_mode=SELECTION,
        alt=description,
    )
    points = event["selection"].get(SELECTION, [])
    if points:
        _open_clicked(release, view, table, points[0])


def _open_clicked(release: Release, view: View, table: pd.DataFrame, point: Mapping[str, Any]) -> None:
    """Go to the ranking of the edition that was clicked; where nothing of it is held, say so instead."""
    of_point = (table["index"] == point["id"]) & (table["year"] == int(point["year"]))
    rows = table[of_point & (table["unit_system"] == str(point["system"]))]
    if rows.empty:
        return
    row = rows.iloc[0].to_dict()
    if not row["figures"]:
        reason = coverage_reason(release, row, view.language)
        st.info(f"{edition_of(release, row, view.language)}: {reason}.")
        return
    # Streamlit tells pages apart by their place alone: this one stands for the one that the frame has registered.
    page = st.Page(_nothing, title=_RANKINGS, url_path=_RANKINGS)
    st.switch_page(page, query_params=_edition_address(view, row))


def _edition_address(view: View, row: Mapping[Any, Any]) -> dict[str, str]:
    return {
        address.LANGUAGE: view.language.code,
        address.PROVINCE: view.province,
        address.INDEX: str(row["index"]),
        address.COMPONENT: OVERALL,
        address.UNIT_SYSTEM: str(row["unit_system"]),
        address.YEAR: str(row["year"]),
    }


def _show_rows(release: Release, view: View, table: pd.DataFrame, headline: str) -> None:
    text, language = view.language.text, view.language
    position = {index.id: number for number, index in enumerate(release.catalogue.indices)}
    ordered = table.assign(position=table["index"].map(position))
    ordered = ordered.sort_values(["year", "unit_system", "position"], ascending=[False, True, True])
    records = ordered.to_dict("records")
    shown = pd.DataFrame(
        {
            "unit": "",
            "edition": [edition_of(release, row, language) for row in records],
            "scores": [coverage_cell(row, language) for row in records],
            "ranks": [
                held_of_due(row["ranks_held"], row["ranks_due"], language) if row["status"] == "published" else ""
                for row in records
            ],
            "all": [held_of_due(row["all_held"], row["all_due"], language) for row in records],
            "reason": [coverage_reason(release, row, language) for row in records],
            "open": [
                f"{_RANKINGS}?{urlencode(_edition_address(view, row))}" if row["figures"] else None for row in records
            ],
        }
    )
    columns = [
        Column("edition", text("Edition"), config={"help": term_help("edition", language), "pinned": True}),
        Column("scores", text("Overall scores")),
        Column(
            "reason",
            text("Why not all"),
            config={"help": terms_help(["not collected", "not published"], language), "width": "medium"},
        ),
        Column("ranks", text("Published ranks"), config={"help": term_help("rank", language)}),
        Column("all", text("Scores of all components")),
        Column("open", text("Ranking"), config={"kind": "link", "display_text": text("Open")}),
    ]
    show_table(shown, columns, alternative=headline, rows_shown=18)
    headings = {column.name: column.heading for column in columns if column.name != "open"}
    show_downloads(
        release,
        view,
        "do-day-du",
        headline,
        lambda: shown[list(headings)].rename(columns=headings),
        Grounds((), ()),
    )


def _nothing() -> None:
    """Stand for a page that another run draws."""
