"""A map on a page: the chart, a click that chooses a province, and the credit of the boundaries."""

import json
from collections.abc import Callable
from functools import cache

import streamlit as st

from charts.boundaries import STATIC
from charts.province_map import SELECTION
from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.units import UnitSystem
from ui import cached_answers, map_charts
from ui.address import PROVINCE
from ui.finished_charts import FinishedChart
from ui.map_editions import MapEdition
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
    regions: bool = False,
) -> None:
    """Draw the map of one edition; `shown` is one of `diem`, `hang`, `nhom`, `thay-doi`."""
    chart = map_charts.map_chart(
        release,
        key,
        component,
        shown,
        view.language.code,
        _chosen(release, view, key.system),
        earlier_year=earlier_year,
        compact=compact,
        regions=regions,
    )
    _draw(view, chart, f"map-{key.index}-{key.year}-{key.system}-{component}-{shown}-{compact}")
    show_credit(view)


def show_todays_map(release: Release, view: View, key: EditionKey, component: str) -> None:
    """Draw the map of an edition of the 63 by today's provinces."""
    chosen = _chosen(release, view, "34")
    chart = map_charts.todays_map_chart(release, key, component, view.language.code, chosen)
    _draw(view, chart, f"map-{key.index}-{key.year}-todays-{component}")
    show_credit(view)


def show_small_map(
    release: Release, view: View, edition: MapEdition, component: str, shown: str, *, key_apart: bool, regions: bool
) -> None:
    """Draw one of several maps; with `key_apart` its classes are explained once for all."""
    chart = map_charts.small_map_chart(
        release,
        edition,
        component,
        shown,
        view.language.code,
        _chosen(release, view, edition.system),
        key_apart=key_apart,
        regions=regions,
    )
    key = edition.key
    _draw(view, chart, f"small-map-{key.index}-{key.year}-{edition.system}-{component}-{shown}")


def show_series_key(release: Release, view: View, key: EditionKey, component: str) -> None:
    """Draw the classes that all maps of an edition's method series share."""
    spec, description = map_charts.series_key_chart(release, key, component, view.language.code)
    if spec is not None:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=f"{view.language.text('Classes')}: {description}")


def show_credit(view: View) -> None:
    """Draw the line that names where the boundaries are from."""
    st.caption(_credit()[view.language.code])


def _chosen(release: Release, view: View, system: UnitSystem) -> tuple[str, ...]:
    return tuple(cached_answers.chosen_units(release, view.province, system))


def _draw(view: View, chart: FinishedChart, name: str) -> None:
    spec, description = chart
    if spec is None:
        st.info(description)
        return
    # Another choice makes another element: the mark of the click before would stay on it.
    widget = f"{name}-{view.province}"
    st.vega_lite_chart(
        spec,
        theme=None,
        width="stretch",
        key=widget,
        on_select=_choose_clicked(widget),
        selection_mode=SELECTION,
        alt=description,
    )


def _choose_clicked(widget: str) -> Callable[[], None]:
    def clicked() -> None:
        points = st.session_state[widget]["selection"].get(SELECTION, [])
        unit = points[0].get("unit") if points else None
        if unit:
            choose(PROVINCE, str(unit))

    return clicked


@cache
def _credit() -> dict[str, str]:
    return json.loads((STATIC / "boundaries.json").read_text("utf-8"))["credit"]
