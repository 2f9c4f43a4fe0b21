"""The indices that are catalogued and have no figures yet: what they are, their editions, and the form of each."""

import streamlit as st

from indicators.catalogue import OVERALL, AwaitedIndex, Edition
from indicators.release import Release
from ui.edition_forms import form_address, offers_forms
from ui.markdown_text import plain_markdown
from ui.view import View
from wording.awaited_indices import awaited_edition_words, awaited_index_words, awaited_part_words
from wording.numbers import published_on


def show_awaited_indices(release: Release, view: View) -> None:
    """Draw each index without figures with a row an edition; nothing where there is none."""
    awaited = release.catalogue.awaited
    if not awaited:
        return
    text = view.language.text
    st.subheader(text("Listed, no figures yet ({count})", count=len(awaited)), anchor=False)
    st.caption(
        text(
            "These indices are on no other page until figures of them are held: no figure is made up. An edition is "
            "filled in with its form, taken over with `python -m etl import` and published; the index is then on every "
            "page (docs/keeper.md)."
        )
    )
    for column, one in zip(st.columns(len(awaited), gap="large"), awaited, strict=True):
        with column:
            _show_one(one, view)


def _show_one(awaited: AwaitedIndex, view: View) -> None:
    language = view.language
    index = awaited.index
    st.markdown(f"**{plain_markdown(awaited_index_words(index, language))}**")
    st.caption(f"{index.help.in_language(language.code)}  \n{plain_markdown(awaited_part_words(awaited, language))}")
    st.markdown("\n".join([*_head(view), *(_row(awaited, edition, view) for edition in awaited.editions)]))


def _head(view: View) -> list[str]:
    text = view.language.text
    headings = [text("Edition"), text("Published on"), text("Figures"), *([text("Template")] if offers_forms() else [])]
    return [f"| {' | '.join(headings)} |", f"|{' --- |' * len(headings)}"]


def _row(awaited: AwaitedIndex, edition: Edition, view: View) -> str:
    language = view.language
    words = f"{awaited.index.short_name}\N{NO-BREAK SPACE}{edition.key.year}"
    cells = [words, published_on(edition.published_on, language) or "–", awaited_edition_words(edition, language)]
    cells = [plain_markdown(cell) for cell in cells]
    if offers_forms():
        # A form needs a list of components, which the root begins.
        has_list = awaited.index.period(OVERALL, edition.key.year) is not None
        cells.append(f"[Excel\N{NO-BREAK SPACE}{edition.key.year}]({form_address(edition.key)})" if has_list else "–")
    return f"| {' | '.join(cells)} |"
