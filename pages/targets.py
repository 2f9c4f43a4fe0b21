"""Mục tiêu và giai đoạn: targets and whether they were reached, the review of a period, and a what-if."""

import streamlit as st

from indicators.release import Release
from ui import filters
from ui.address import PART, Parameter
from ui.period_part import show_period
from ui.targets_address import GOALS, PERIOD, WHAT_IF, page_parameters
from ui.targets_part import show_targets
from ui.view import View
from ui.what_if_part import show_what_if
from wording.terms import Term, term_help


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return page_parameters(release)


def show(release: Release, view: View) -> None:
    """Draw the chosen part of the page."""
    text = view.language.text
    names = {GOALS: text("Targets"), PERIOD: text("Period review"), WHAT_IF: text("What-if")}
    part = filters.choose_from_buttons(view, PART, names, label_shown=False)
    terms: dict[str, Term] = {GOALS: "target", PERIOD: "reviews", WHAT_IF: "what-if"}
    st.header(names[part], anchor=part, help=term_help(terms[part], view.language))
    {GOALS: show_targets, PERIOD: show_period, WHAT_IF: show_what_if}[part](release, view)
