"""The entry of a target: index and component as filters, the rest in a form; what is entered goes into the address."""

import re

import streamlit as st

from indicators.own_targets import number_of
from indicators.release import Release
from indicators.targets import NEEDS_VALUE
from ui import address, filters, labels
from ui.targets_address import MOST_TARGETS, YEARS_AHEAD, period_years, target_in
from ui.view import View, choose, show_filter, take_clicks
from wording.targets import kind_name, target_words

KINDS = ("rank_at_most", "score_at_least", "rank_kept", "score_kept")

_YEAR, _KIND, _VALUE = "target form: year", "target form: kind", "target form: value"
_REFUSED = "target form: refused"


def show_target_form(release: Release, view: View) -> None:
    """Draw the entry of a target of the chosen province: index and component as filters, the rest in a form."""
    text = view.language.text
    st.caption(text("A rank such as 20, a score such as 65.5, or the year whose rank or score is to be kept."))
    filters.index_buttons(view, labels.index_labels(release), labels.about_indices(release, view))
    filters.component_list(view, labels.component_labels(release, view))
    newest = int(period_years(release)[0])
    oldest = int(period_years(release)[-1])
    years = [str(year) for year in range(newest + YEARS_AHEAD, oldest - 1, -1)]
    if st.session_state.get(_YEAR) not in years:
        st.session_state[_YEAR] = str(newest)
    with st.form("target form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(text("Year"), years, key=_YEAR, width=120, filter_mode="contains")
        st.selectbox(
            text("Kind of target"),
            KINDS,
            format_func=lambda kind: kind_name(kind, view.language),
            key=_KIND,
            width=320,
            filter_mode="contains",
        )
        st.text_input(
            text("Rank, score or earlier year"),
            key=_VALUE,
            max_chars=12,
            width=220,
        )
        st.form_submit_button(
            text("Add the target"), on_click=_add, args=(release, view), type="primary", icon=":material/add:"
        )
    refused = st.session_state.pop(_REFUSED, None)
    if refused is not None:
        st.error(_refusal(view, str(refused)))
    _show_entered(release, view)


def _add(release: Release, view: View) -> None:
    """Add what the form holds to the targets of the address, or keep it to be named as no target."""
    state = st.session_state
    kind, value = str(state[_KIND]), number_of(str(state[_VALUE]))
    index, component = view.values.one(address.INDEX), view.values.one(address.COMPONENT)
    written = "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")
    text = f"{index}.{component}.{state[_YEAR]}.{kind}.{written}"
    target = target_in(release, text, view.province) if view.province in release.provinces else None
    if target is None:
        state[_REFUSED] = f"{kind} {state[_VALUE]}"
        return
    entered = list(view.values[address.TARGETS])
    choose(address.TARGETS, list(dict.fromkeys([*entered, text]))[-MOST_TARGETS:])
    state[_VALUE] = ""


def _refusal(view: View, refused: str) -> str:
    kind, _, value = refused.partition(" ")
    shown = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", value)
    if kind in NEEDS_VALUE:
        sentence = (
            '"{value}" is no rank; write a whole number such as 20.'
            if kind == "rank_at_most"
            else '"{value}" is no score; write a number such as 65.5.'
        )
    else:
        sentence = '"{value}" is no year before that of the target.'
    return view.language.text(sentence, value=shown)


def _show_entered(release: Release, view: View) -> None:
    """Draw the targets of the address; each can be taken out."""
    entered = view.values[address.TARGETS]
    if not entered:
        return

    def words(text: str) -> str:
        target = target_in(release, text, view.province)
        return target_words(release, target, view.language) if target else text

    st.multiselect(
        view.language.text("Targets entered (take one out with ×)"),
        view.possible[address.TARGETS],
        format_func=words,
        key=show_filter(address.TARGETS, entered),
        on_change=take_clicks,
        select_all=False,
        placeholder=view.language.text("Choose"),
    )
