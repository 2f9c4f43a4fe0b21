"""The files of a presentation: PPTX, XLSX and PDF, made when one is asked for, and the choice of slides itself."""

from collections.abc import Callable

import streamlit as st

from reports.sheets import WORKBOOK
from reports.slides import Story
from reports.story_choice import Choice, ChoiceError, choice_from_json, choice_to_json
from ui.address import EARLIER_YEAR, LAST_YEAR
from ui.present_choice import take_choice, usable
from ui.present_parameters import subject_of
from ui.view import View

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PDF = "application/pdf"

_UPLOAD = "presentation: file of a choice"
_OUTCOME = "presentation: what became of the file"


def show_files(view: View, story: Story) -> None:
    """Draw the buttons of the files; each is made while its button waits."""
    text = view.language.text
    files: tuple[tuple[str, str, str, Callable[[Story], bytes]], ...] = (
        (text("Download slides (PPTX)"), "pptx", PPTX, _deck),
        (text("Download figures (XLSX)"), "xlsx", WORKBOOK, _workbook),
        (text("Download brief (PDF)"), "pdf", PDF, _brief),
    )
    for label, ending, mime, make in files:
        st.download_button(
            label,
            data=lambda make=make: make(story),
            file_name=f"{file_name(view)}.{ending}",
            mime=mime,
            on_click="ignore",
            icon=":material/download:",
            disabled=not story.slides,
        )


def file_name(view: View) -> str:
    """Name the files of a presentation: "trinh-chieu-63-67-2022-2025"."""
    subject = subject_of(view.values)
    about = subject.key or view.province
    return f"trinh-chieu-{about.lower()}-{view.values.one(EARLIER_YEAR)}-{view.values.one(LAST_YEAR)}"


def show_choice_file(view: View, story: Story, choice: Choice) -> None:
    """Draw the choice of slides as a file to keep, and the place to open one."""
    text = view.language.text
    ids = tuple(slide.id for slide in story.slides)
    with st.expander(text("Keep or open this choice of slides"), icon=":material/upload_file:"):
        st.download_button(
            text("Save the choice"),
            data=choice_to_json(choice),
            file_name=f"{file_name(view)}.json",
            mime="application/json",
            on_click="ignore",
            icon=":material/download:",
        )
        st.file_uploader(
            text("File of a choice (JSON)"), type=["json"], key=_UPLOAD, on_change=_take_file, args=(view, ids)
        )
        st.caption(text("The uploaded file is used for this visit only; it is not stored or sent."))
        _show_outcome(view)


def _take_file(view: View, ids: tuple[str, ...]) -> None:
    file = st.session_state.get(_UPLOAD)
    if file is None:
        st.session_state.pop(_OUTCOME, None)
        return
    try:
        found = choice_from_json(file.getvalue().decode("utf-8-sig"), file.name)
    except (ChoiceError, UnicodeDecodeError):
        st.session_state[_OUTCOME] = None
        return
    choice, lost = usable(found, ids)
    st.session_state[_OUTCOME] = lost
    take_choice(view.values, ids, choice)


def _show_outcome(view: View) -> None:
    text = view.language.text
    if _OUTCOME not in st.session_state:
        return
    lost: int | None = st.session_state[_OUTCOME]
    if lost is None:
        st.error(text("The file holds no choice of slides. Open one that was saved with the button above."))
    elif lost:
        st.warning(
            text("The choice of the file is used; {count} of its slides or texts do not fit these slides.", count=lost)
        )
    else:
        st.success(text("The choice of the file is used."))


def _deck(story: Story) -> bytes:
    from reports.deck import make_deck

    return make_deck(story).content


def _workbook(story: Story) -> bytes:
    from reports.workbook import workbook_xlsx

    return workbook_xlsx(story)


def _brief(story: Story) -> bytes:
    from reports.brief import brief_pdf

    return brief_pdf(story)
