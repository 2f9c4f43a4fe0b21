"""The table behind a chart: it is closed, and is worked out and sent to the browser only when it is asked for."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.view import View


def closed_table(view: View, name: str = "table") -> tuple[DeltaGenerator, bool]:
    """Draw a closed box "Show table"; answers with the box and whether it is open, so that its table is to be drawn.

    `name` tells the boxes of a page apart.
    """
    heading = view.language.text("Show table")
    box = st.expander(heading, icon=":material/table:", key=f"box-{name}", on_change="rerun")
    return box, bool(box.open)
