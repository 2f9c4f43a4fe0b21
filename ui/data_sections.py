"""The sections of the page on data and methods: their names, and the buttons that choose one."""

import streamlit as st

from ui import address
from ui.address import Parameter
from ui.view import View, show_filter, take_clicks

COVERAGE, METHODS, SOURCES, NOTES, FILES = "do-day-du", "phuong-phap", "nguon", "ghi-chu", "tai-ve"
SECTIONS = (COVERAGE, METHODS, SOURCES, NOTES, FILES)


def section_parameter() -> Parameter:
    """The section that is shown, the coverage where the address says none."""
    return Parameter(address.SECTION, lambda _: SECTIONS, lambda _: COVERAGE)


def show_section_buttons(view: View) -> str:
    """Draw the sections side by side and return the one in force."""
    text = view.language.text
    labels = {
        COVERAGE: text("Coverage"),
        METHODS: text("Methods"),
        SOURCES: text("Sources"),
        NOTES: text("Notes and limits"),
        FILES: text("Download"),
    }
    st.segmented_control(
        text("Section"),
        view.possible[address.SECTION],
        required=True,
        format_func=lambda value: labels[value],
        key=show_filter(address.SECTION, view.values.one(address.SECTION)),
        on_change=take_clicks,
        label_visibility="collapsed",
    )
    return view.values.one(address.SECTION)
