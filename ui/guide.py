"""How to begin: four steps behind a button, and one line for who comes to the bare address for the first time."""

import streamlit as st

from ui.address import WHOLE_COUNTRY
from ui.view import View, read_address

_CAME_BARE = "guide: came to the bare address"


def remember_first_address() -> None:
    """Remember whether the visit began at an address without a choice; once a visit, before the address is written."""
    if _CAME_BARE not in st.session_state:
        st.session_state[_CAME_BARE] = not read_address()


def show_guide(view: View) -> None:
    """Draw the button that opens the steps."""
    text = view.language.text
    steps = (
        text("Choose your province at the top; type its name with or without tone marks."),
        text("Read where it stands: each card names the year, the rank and of how many."),
        text("Follow a question: the pages above say what changed, against whom, and whose work it is."),
        text("Send what you see: the address of the page holds every choice; each table can be downloaded."),
    )
    with st.popover(text("Guide"), icon=":material/help:"):
        st.markdown("\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1)))


def show_welcome(view: View) -> None:
    """Draw one line for a first visit, until a province is chosen, the line is closed or the visit ends."""
    if not st.session_state.get(_CAME_BARE) or view.province != WHOLE_COUNTRY:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="welcome"):
        st.markdown(
            view.language.text(
                "Published results of every province by year, with their sources. Choose a province to begin."
            ),
            width="stretch",
        )
        st.button(view.language.text("Close"), key="welcome-closed", type="tertiary", on_click=_close)


def _close() -> None:
    st.session_state[_CAME_BARE] = False
