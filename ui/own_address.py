"""The file of the office in the address of the page, so that a link sent within the office opens what its sender saw.

The address holds a mark that tells nothing of the file's name. Whoever opens it without leave keeps the mark in the
address, and comes back with it from signing in.
"""

import streamlit as st

from ui.address import OWN_FILE, Parameter
from ui.own_file import name_on_shelf, use_from_shelf
from ui.own_shelf import names_on_shelf
from ui.sign_in import verdict
from ui.sign_in_claims import MaySee
from ui.sign_in_settings import mark_of, own_results_folder

_WRITTEN = "own results: mark of the file that the address had after the last run"
_NOT_FOUND = "own results: no file has the mark of the address"


def follow_address() -> None:
    """Use the file that the address names where a link or the browser's "back" brought another one than was written."""
    given = st.query_params.get(OWN_FILE, "")
    folder = own_results_folder()
    if not given or folder is None or given == st.session_state.get(_WRITTEN):
        return
    st.session_state[_WRITTEN] = given
    leave = verdict()
    if not isinstance(leave, MaySee):
        return
    try:
        named = next((name for name in names_on_shelf(folder, leave) if mark_of(name) == given), None)
    except OSError:
        return
    if named is None:
        st.session_state[_NOT_FOUND] = True
    elif named != name_on_shelf():
        use_from_shelf(named)


def file_parameters() -> tuple[Parameter, ...]:
    """List the parameter of the file, where the office keeps any: its mark, or what the address says without a file."""
    if own_results_folder() is None:
        return ()
    name = name_on_shelf()
    if name is None:
        if not st.query_params.get(OWN_FILE):
            # The file was put away: "back" may bring it again.
            st.session_state.pop(_WRITTEN, None)
        return (Parameter(OWN_FILE, None, lambda _: ""),)
    mark = mark_of(name)
    st.session_state[_WRITTEN] = mark
    return (Parameter(OWN_FILE, lambda _: (mark,), lambda _: mark),)


def was_not_found() -> bool:
    """Tell, once, whether the address named a file that is not in the folder."""
    return bool(st.session_state.pop(_NOT_FOUND, False))
