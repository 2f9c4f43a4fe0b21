"""The choice among the files of own results that the office keeps on the server, for those who may see them."""

import logging

import streamlit as st

from ui.own_address import was_not_found
from ui.own_file import could_not_be_read, name_on_shelf, take_from_shelf
from ui.own_shelf import names_on_shelf
from ui.sign_in import show_sign_in, verdict
from ui.sign_in_claims import MaySee
from ui.sign_in_settings import own_results_folder
from ui.view import View

LOG = logging.getLogger("dashboard")

_CHOICE = "own results: chosen file of the office"


def show_own_folder(view: View) -> None:
    """Draw the sign-in and, with leave to see them, the files of the office; nothing where the office keeps none."""
    found = verdict()
    if found is None:
        return
    with st.container(border=True, key="own-folder"):
        st.markdown(f"**{view.language.text('Results kept by the office')}**")
        if isinstance(found, MaySee):
            _show_choice(view, found)
        show_sign_in(view, found)


def _show_choice(view: View, leave: MaySee) -> None:
    text, folder = view.language.text, own_results_folder()
    if folder is None:
        return
    try:
        names = names_on_shelf(folder, leave)
    except OSError:
        LOG.warning("The folder of own results cannot be read")
        st.error(text("The folder of the office's files cannot be read. Please tell the administrator."))
        return
    if could_not_be_read():
        st.error(text("The chosen file cannot be read from the folder. Please tell the administrator."))
    if was_not_found():
        st.warning(text("The file that the link names is not in the folder."))
    if not names:
        st.info(text("There is no file of results in the folder yet (XLSX or CSV)."))
        return
    st.session_state[_CHOICE] = name_on_shelf()
    st.selectbox(
        text("File of results"),
        names,
        key=_CHOICE,
        on_change=_take,
        placeholder=text("Choose a file"),
        filter_mode="contains",
    )
    st.caption(text("These files are shown only to signed-in people with the role; the dashboard never changes them."))


def _take() -> None:
    take_from_shelf(st.session_state[_CHOICE])
