"""Lets a profile print on two A4 pages; why that needs a style sheet stands in `profile_print.css`."""

from pathlib import Path

import streamlit as st

STYLE_SHEET = Path(__file__).with_name("profile_print.css")


def allow_printing() -> None:
    """Add the style sheet for printing to the page; once a run."""
    st.html(STYLE_SHEET)
