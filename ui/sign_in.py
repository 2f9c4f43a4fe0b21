"""Signing in, and what it is needed for: the files of own results that the office keeps on the server.

Streamlit's own login (`st.login`, with Authlib) gets the ID token and checks its signature. What the token claims is
judged on every run (`ui.sign_in_claims`): Streamlit remembers a sign-in for thirty days and asks no further.
"""

import logging
import time

import streamlit as st

from ui.markdown_text import plain_markdown
from ui.sign_in_claims import MaySee, Reason, Refused, judge
from ui.sign_in_settings import NotSetUp, own_results_folder, sign_in_settings
from ui.view import View

LOG = logging.getLogger("dashboard")

_TOLD = "sign-in: last refusal that was logged"
_NAMES = ("name", "preferred_username", "email")
_NOT_FOR_THIS = "This sign-in does not count for this page. Sign in again to see the files of the office."
_SENTENCES: dict[Reason, str] = {
    "not signed in": "The office keeps results on this server for people who sign in and have the role.",
    "expired": "Your sign-in has ended. Sign in again to see the files of the office.",
    "no role": "You are signed in, but your account does not have the role that may see the files of the office.",
    "wrong issuer": _NOT_FOR_THIS,
    "wrong audience": _NOT_FOR_THIS,
    "no times": _NOT_FOR_THIS,
    "not yet valid": _NOT_FOR_THIS,
}


def verdict() -> MaySee | Refused | NotSetUp | None:
    """Tell whether the visitor may see the files of the office in this run; None where the office keeps none."""
    if own_results_folder() is None:
        return None
    settings = sign_in_settings()
    if isinstance(settings, NotSetUp):
        return settings
    found = judge(st.user.to_dict(), time.time(), settings)
    _log_refusal(found)
    return found


def show_sign_in(view: View, found: MaySee | Refused | NotSetUp) -> None:
    """Draw how the visitor stands: the way in, why there is no leave, the way out."""
    text = view.language.text
    if isinstance(found, NotSetUp):
        st.info(text("The files that the office keeps are not shown: sign-in is not set up on this server."))
        return
    is_signed_in = isinstance(found, MaySee) or found.reason != "not signed in"
    if isinstance(found, Refused):
        sentence = text(_SENTENCES[found.reason])
        if is_signed_in:
            st.warning(sentence)
        else:
            st.markdown(sentence)
    if st.context.is_embedded:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if isinstance(found, Refused) and found.reason != "no role":
            st.button(text("Sign in"), on_click=st.login, icon=":material/login:", key="sign-in")
        if is_signed_in:
            st.button(text("Sign out"), on_click=st.logout, icon=":material/logout:", key="sign-out")
        name = next((str(st.user[key]) for key in _NAMES if st.user.get(key)), "") if is_signed_in else ""
        if name:
            st.caption(text("Signed in: {name}", name=plain_markdown(name)), width="content")


def _log_refusal(found: MaySee | Refused) -> None:
    """Log once a visit why a sign-in was refused, without who it was."""
    reason = found.reason if isinstance(found, Refused) else None
    if reason in {None, "not signed in"} or st.session_state.get(_TOLD) == reason:
        return
    st.session_state[_TOLD] = reason
    LOG.warning("A sign-in was refused the files of own results: %s", reason)
