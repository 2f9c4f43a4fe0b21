"""The method series of every index on a time line, and every change of method with its sentence."""

from typing import Any, cast

import pandas as pd
import streamlit as st

from charts.method_series import IndexMethods, method_rows
from indicators.catalogue import Index
from indicators.release import Release
from ui import data_answers
from ui.asked_tables import closed_table
from ui.downloads import show_downloads
from ui.grounds import Grounds
from ui.tables import Column, show_table
from ui.view import View
from wording.coverage import degree_words, found_how_words
from wording.language import Language
from wording.names import component_name, joined
from wording.terms import terms_help

ANY = "*"


def show_methods(release: Release, view: View) -> None:
    """Draw the section."""
    text, language = view.language.text, view.language
    title = text("Method series of the indices and what lies between their editions")
    st.subheader(title, anchor=False, help=terms_help(["method series", "break in method"], language))
    spec, description = data_answers.method_chart(release, language.code)
    st.vega_lite_chart(cast("dict[str, Any]", spec), theme=None, width="stretch", alt=description)
    st.caption(
        text(
            "A bar holds editions measured in the same way. Across a break no line is drawn and no change is worked "
            "out; across a revision the change is shown with its mark."
        )
    )
    methods = data_answers.methods_of_all(release)
    st.markdown(f"**{text('Changes of the overall scores')}**")
    st.table(_overall_changes(methods, language))
    title = text("All changes, by component ({count})", count=len(release.breaks))
    box, is_open = closed_table(view, "all-changes", title)
    if is_open:
        with box:
            _show_all_changes(release, view, title)


def _show_all_changes(release: Release, view: View, title: str) -> None:
    """Draw the table of every row of `breaks` with its files."""
    text = view.language.text
    changes = _all_changes(release, view.language)
    headings = {
        "index": text("Index"),
        "component": text("Component"),
        "years": text("Between"),
        "degree": text("Meaning"),
        "reason": text("Reason"),
        "known": text("Known from"),
        "provinces": text("Provinces concerned"),
        "sources": text("Source"),
    }
    columns = [
        Column(name, heading, config={"width": "large"} if name == "reason" else {})
        for name, heading in headings.items()
    ]
    show_table(changes, columns, alternative=f"{title}, {_span(changes)}", rows_shown=14)
    show_downloads(
        release,
        view,
        "thay-doi-phuong-phap",
        title,
        lambda: changes[list(headings)].rename(columns=headings),
        Grounds((), ()),
    )


def _overall_changes(methods: tuple[IndexMethods, ...], language: Language) -> pd.DataFrame:
    rows = [
        {
            language.text("Between"): row["heading"],
            language.text("Meaning"): row["degree_words"],
            language.text("Reason"): row["reason"],
        }
        for row in method_rows(methods, language)
    ]
    return pd.DataFrame(rows).set_index(language.text("Between"))


def _all_changes(release: Release, language: Language) -> pd.DataFrame:
    """Return one row a row of `breaks`: index, component, years, degree, reason, known, provinces, sources, unit."""
    indices = {index.id: index for index in release.catalogue.indices}
    rows = [
        {
            "unit": "",
            "index": language.text("all") if row["index"] == ANY else indices[str(row["index"])].short_name,
            "component": _component(indices.get(str(row["index"])), str(row["component"]), row, language),
            "years": f"{row['between_year']} → {row['and_year']}",
            "degree": degree_words(str(row["degree"]), language),
            "reason": str(row[f"reason_{language.code}"]),
            "known": found_how_words(str(row["found_how"]), language),
            "provinces": _provinces(release, str(row["province_codes"]), language),
            "sources": "; ".join(_titles(release, row)),
        }
        for row in cast("list[dict[str, Any]]", release.breaks.to_dict("records"))
    ]
    return pd.DataFrame(rows)


def _component(index: Index | None, component: str, row: dict[str, Any], language: Language) -> str:
    if component == ANY or index is None:
        return language.text("all")
    return component_name(index, component, int(row["and_year"]), language)


def _provinces(release: Release, codes: str, language: Language) -> str:
    units = [f"63-{code}" for code in codes.split(";") if code]
    return joined([release.provinces.name(unit, language.code) for unit in units], language)


def _titles(release: Release, row: dict[str, Any]) -> list[str]:
    ids = [part for part in str(row["source_id"]).split(";") if part]
    return [str(release.source(str(row["index"]), source)["title"]) for source in ids]


def _span(changes: pd.DataFrame) -> str:
    years = changes["years"].str.split(" → ")
    return f"{years.str[0].min()}–{years.str[1].max()}"
