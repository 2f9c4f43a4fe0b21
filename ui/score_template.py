"""How the scores that an edition lacks are filled in: the two commands of whoever keeps the data."""

import streamlit as st

from indicators.catalogue import EditionKey
from ui.edition_forms import show_form_link
from ui.view import View

NOT_GATHERED = "not_gathered"
"""The reason of a missing figure that a template can bring: it is published, and not held here."""


def show_score_template(view: View, *keys: EditionKey) -> None:
    """Draw the button with the templates of some editions: how they are made, and how read when they are filled in."""
    text = view.language.text
    with st.popover(text("Template to fill the scores in"), icon=":material/edit_note:"):
        for key in keys:
            show_form_link(view, key)
        st.markdown(
            text(
                "Whoever keeps the data makes the template with the first command: a workbook with every province and "
                "every component, and the scores that are held. Filled in, it is read with the second one."
            )
        )
        st.code("\n".join(_commands(key) for key in keys), language="bash")
        st.caption(text("Step by step: docs/keeper.md."))


def _commands(key: EditionKey) -> str:
    index, name = key.index.lower(), f"{key.index.lower()}_{key.year}.xlsx"
    return (
        f"python -m etl template --index {index} --year {key.year} --output {name}\n"
        f"python -m etl import {name} --index {index} --year {key.year}"
    )
