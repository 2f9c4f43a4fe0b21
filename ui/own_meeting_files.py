"""The files of own results for a meeting: slides (PPTX) and figures (XLSX), made when one is asked for."""

from collections.abc import Callable

import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from reports.sheets import WORKBOOK
from reports.slides import Story
from reports.story_own import own_kind_story, own_unit_story
from ui.own_file import plain_markdown
from ui.own_parameters import KIND_TEXTS, kind_of
from ui.present_files import PPTX
from ui.view import View
from wording.names import edition_name


def show_own_meeting_files(own: Release, view: View, key: EditionKey, chosen: tuple[str, ...]) -> None:
    """Draw the buttons of the files about the first chosen unit, or about all units where none is chosen.

    `own`: made of the visitor's file in the language of the view; the files are made of it while a button waits, and
    nothing of them is kept.
    """
    text = view.language.text
    unit = next((found for found in chosen if found in own.provinces), "")
    st.subheader(text("For a meeting"), anchor=False)
    edition = edition_name(own, key, view.language)
    if unit:
        about = text(
            "Slides and figures of {unit}, {edition}. With no unit in colour they are of all units.",
            unit=own.provinces.name(unit, view.language.code),
            edition=edition,
        )
    else:
        about = text("Slides and figures of all units, {edition}.", edition=edition)
    st.caption(plain_markdown(about))
    files: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        (text("Download slides (PPTX)"), "pptx", PPTX, lambda: _deck(_story(own, view, key, unit, whole=False))),
        (
            text("Download figures (XLSX)"),
            "xlsx",
            WORKBOOK,
            lambda: _workbook(_story(own, view, key, unit, whole=True)),
        ),
    )
    with st.container(horizontal=True):
        for label, ending, mime, make in files:
            st.download_button(
                label,
                data=make,
                file_name=f"{file_name(view, key, unit)}.{ending}",
                mime=mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"own-meeting-{ending}",
            )


def file_name(view: View, key: EditionKey, unit: str) -> str:
    """Name the files by kind, number and year and never by a name: "ket-qua-noi-tinh-cap-huyen-district-3-2024"."""
    return "-".join(["ket-qua-noi-tinh", KIND_TEXTS[kind_of(view.values)], *([unit] if unit else []), str(key.year)])


def _story(own: Release, view: View, key: EditionKey, unit: str, *, whole: bool) -> Story:
    code = view.language.code
    return own_unit_story(own, key, unit, code) if unit else own_kind_story(own, key, code, whole=whole)


def _deck(story: Story) -> bytes:
    from reports.deck import make_deck

    return make_deck(story).content


def _workbook(story: Story) -> bytes:
    from reports.workbook import workbook_xlsx

    return workbook_xlsx(story)
