"""What a what-if can be set against, before a province is chosen: weight, median and best score of each component."""

import pandas as pd
import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey, Index
from indicators.release import Release
from ui import cached_answers
from ui.grounds import show_grounds, span_grounds
from ui.tables import Column, show_table
from ui.view import View
from ui.what_if_sliders import marks_of
from wording.findings import score_number
from wording.names import component_name, edition_name
from wording.numbers import number
from wording.terms import term_help
from wording.what_if import no_what_if_words


def show_levels(release: Release, view: View, index: Index, key: EditionKey) -> None:
    """Draw the table of an edition's components, or say why their weights or scores are not known."""
    text, language = view.language.text, view.language
    st.caption(text("Choose a province at the top to try other scores of its components."))
    gaps = cached_answers.gaps_of_all(release, key, "median")
    if isinstance(gaps, CannotBeSaid):
        st.info(no_what_if_words(release, index, key, gaps, None, language))
        return
    marks = marks_of(release, key)
    parts = gaps.table.drop_duplicates("component")

    def words(component: str, score: float | None) -> str:
        return score_number(score, index, component, key.year, language)

    components = [str(component) for component in parts["component"]]
    frame = pd.DataFrame(
        {
            "unit": "",
            "name": [component_name(index, part, key.year, language) for part in components],
            "weight": [number(weight, 2, language) for weight in parts["weight"]],
            "median": [words(part, marks.median.get(part)) for part in components],
            "best": [words(part, marks.best.get(part)) for part in components],
        }
    )
    title = text(
        "{edition}: weight, median and best score of the components", edition=edition_name(release, key, language)
    )
    st.subheader(title, anchor=False)
    columns = [
        Column("name", text("Component"), config={"pinned": True}),
        Column("weight", text("Weight")),
        Column("median", text("Median"), config={"help": term_help("median", language)}),
        Column("best", text("Best")),
    ]
    said = [f"{row['name']}: {row['median']}, {row['best']}" for _, row in frame.iterrows()]
    show_table(frame, columns, alternative=f"{title}. {'; '.join(said)}")
    tables = [cached_answers.edition_table(release, key, part) for part in components]
    figures = pd.concat(tables).assign(year=key.year, place_kind="", group_kind="")
    show_grounds(view, span_grounds(release, view, index.id, figures))
