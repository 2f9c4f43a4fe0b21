"""The files of own results for a meeting: slides (PPTX), figures (XLSX), brief (PDF), made when asked for."""

import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.targets import Target
from reports.own_archive import ENDINGS, OwnFileKind, file_of
from reports.sheets import WORKBOOK
from reports.story_own import own_kind_story, own_unit_story
from ui.markdown_text import plain_markdown
from ui.own_archive import show_own_archive
from ui.own_file import own_targets, while_it_may_be_seen
from ui.own_parameters import own_file_name
from ui.present_files import PDF, PPTX
from ui.view import View
from wording.names import edition_name

MEDIA_TYPES: dict[OwnFileKind, str] = {"deck": PPTX, "workbook": WORKBOOK, "brief": PDF}


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
    names: tuple[tuple[OwnFileKind, str], ...] = (
        ("deck", text("Download slides (PPTX)")),
        ("workbook", text("Download figures (XLSX)")),
        ("brief", text("Download brief (PDF)")),
    )
    # A file is made outside the run that drew its button, where the visit is not at hand.
    targets = own_targets()
    with st.container(horizontal=True):
        for kind, label in names:
            st.download_button(
                label,
                data=while_it_may_be_seen(lambda kind=kind: _file(own, view, key, unit, kind, targets)),
                file_name=f"{own_file_name(view.values, key, unit)}.{ENDINGS[kind]}",
                mime=MEDIA_TYPES[kind],
                on_click="ignore",
                icon=":material/download:",
                key=f"own-meeting-{ENDINGS[kind]}",
            )
    show_own_archive(own, view, key)


def _file(
    own: Release, view: View, key: EditionKey, unit: str, kind: OwnFileKind, targets: tuple[Target, ...]
) -> bytes:
    code = view.language.code
    if unit:
        story = own_unit_story(own, key, unit, code, targets)
    else:
        story = own_kind_story(own, key, code, whole=kind == "workbook", targets=targets)
    return file_of(story, kind, code)
