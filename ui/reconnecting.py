"""Has an open page come back by itself when it finds a server again: after a restart, or at another process."""

import streamlit as st

# The only reruns of this length that anybody notices are those at a reconnection; a browser's timers hold 24 days.
_SELDOM = "1d"


@st.fragment(run_every=_SELDOM)
def come_back_when_reconnected() -> None:
    """Have the browser ask for its view as soon as it is connected again, by the address that it shows.

    Without this a page whose session is gone would wait for a click, which then comes to a process that knows none of
    its filters and is lost. Streamlit's page runs at a reconnection only what has an interval, however long.
    """
