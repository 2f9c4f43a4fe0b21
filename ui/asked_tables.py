"""The table behind a chart: it is closed, and is worked out and sent to the browser only when it is asked for."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.view import View


def closed_table(view: View, name: str = "table", heading: str = "") -> tuple[DeltaGenerator, bool]:
    """Draw a closed box, "Show table" or with another heading; answers with the box and whether it is open, so that its
    table is to be drawn.

    `name` tells the boxes of a page apart.
    """
    label = heading or view.language.text("Show table")
    box = st.expander(label, icon=":material/table:", key=f"box-{name}", on_change="rerun")
    return box, bool(box.open)
