"""Điểm mạnh – điểm yếu: one province by component, whose work each is, and the workbook that agencies fill in."""

import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.release import Release
from ui import address
from ui.address import Parameter
from ui.remembered_drawing import drawn_once
from ui.strengths_download import show_download
from ui.strengths_filters import show_former_provinces, show_strengths_filters
from ui.strengths_headline import (
    chosen_agency,
    division_words,
    headline,
    show_former_headlines,
    show_picture,
    show_sentences,
)
from ui.strengths_own_table import show_own_table
from ui.strengths_parameters import division_of_work, shown_province, strengths_parameters
from ui.strengths_standings import Shown, shown_standings
from ui.strengths_table import draw_index
from ui.view import View
from wording.names import edition_name, province_name


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return strengths_parameters(release)


def show(release: Release, view: View) -> None:
    """Draw the page."""
    text, values = view.language.text, view.values
    province = shown_province(release, values)
    show_strengths_filters(release, view)
    if view.province not in release.provinces:
        name = province_name(release.provinces, province, view.language)
        st.info(
            text(
                "The whole country is chosen: {province} is shown as an example. Choose a province above.",
                province=name,
            )
        )
    former, possible = values.one(address.FORMER_PROVINCE), view.possible[address.FORMER_PROVINCE]
    by_unit = {unit: shown_standings(release, values, unit) for unit in possible}
    shown, _ = by_unit[former]
    if len(possible) > 1:
        _merged(release, view, province)
        show_former_headlines(release, view, {unit: found for unit, (found, _) in by_unit.items()})
        show_former_provinces(release, view)
    title = headline(release, shown, former, chosen_agency(release, view), view.language)
    st.header(title, anchor=False)
    show_sentences(release, view, shown)
    show_picture(release, view, shown)
    st.caption(division_words(view))
    show_download(release, view, shown, division_of_work(release, values.one(address.DIVISION_OF_WORK)), title)
    _draw_indices(release, view)
    show_own_table(release, view)


@drawn_once
def _draw_indices(release: Release, view: View) -> None:
    """Draw the tables of the indices, then what is not among them and why."""
    text, values = view.language.text, view.values
    shown, without = shown_standings(release, values, values.one(address.FORMER_PROVINCE))
    divided = division_of_work(release, values.one(address.DIVISION_OF_WORK))
    # What is answered stands before what cannot be.
    for item in sorted(shown, key=lambda item: isinstance(item.standing.answer, CannotBeSaid)):
        if len(item.rows) or isinstance(item.standing.answer, CannotBeSaid):
            draw_index(release, view, item, divided)
    _led_by_others(release, view, shown)
    for index in without:
        st.subheader(index.short_name, anchor=False)
        year = values.one(address.LAST_YEAR)
        st.info(text("No figures of {index} up to {year} are held.", index=index.short_name, year=year))


def _led_by_others(release: Release, view: View, shown: list[Shown]) -> None:
    """Name the editions of which the chosen agency leads no component."""
    language = view.language
    names = [
        edition_name(release, item.standing.key, language)
        for item in shown
        if item.standing.table.size and item.rows.empty
    ]
    agency = chosen_agency(release, view)
    if names and agency:
        st.caption(
            language.text("{agency} leads no component shown of {editions}.", agency=agency, editions="; ".join(names))
        )


def _merged(release: Release, view: View, province: str) -> None:
    name = province_name(release.provinces, province, view.language)
    st.markdown(
        view.language.text(
            "**{province}** has no results of its own by component yet; those of its former provinces are shown one by "
            "one, not of the whole:",
            province=name,
        )
    )
