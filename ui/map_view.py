"""A map on a page: the chart, a click that chooses a province, and the credit of the boundaries."""

import json
from collections.abc import Callable
from functools import cache

import streamlit as st

from charts.province_map import SELECTION
from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import cached_answers, map_charts
from ui.address import PROVINCE
from ui.map_charts import STATIC
from ui.view import View, choose


def show_map(
    release: Release,
    view: View,
    key: EditionKey,
    component: str,
    shown: str,
    *,
    earlier_year: int | None = None,
    compact: bool = False,
) -> None:
    """Draw the map of one edition; `shown` is one of `diem`, `hang`, `nhom`, `thay-doi`."""
    chosen = tuple(cached_answers.chosen_units(release, view.province, key.system))
    spec, description = map_charts.map_chart(
        release,
        key,
        component,
        shown,
        view.language.code,
        chosen,
        earlier_year=earlier_year,
        compact=compact,
    )
    if spec is None:
        st.info(description)
        return
    widget = f"map-{key.index}-{key.year}-{key.system}-{component}-{shown}-{view.province}-{compact}"
    st.vega_lite_chart(
        spec,
        theme=None,
        width="stretch",
        key=widget,
        on_select=_choose_clicked(widget),
        selection_mode=SELECTION,
        alt=description,
    )
    st.caption(_credit()[view.language.code])


def _choose_clicked(widget: str) -> Callable[[], None]:
    def clicked() -> None:
        points = st.session_state[widget]["selection"].get(SELECTION, [])
        if points:
            choose(PROVINCE, str(points[0]["unit"]))

    return clicked


@cache
def _credit() -> dict[str, str]:
    return json.loads((STATIC / "boundaries.json").read_text("utf-8"))["credit"]
