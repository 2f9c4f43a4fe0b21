"""Where the chosen province stands, in a sentence above a table or chart."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from indicators.catalogue import EditionKey
from indicators.change import Change
from indicators.release import Release
from indicators.units import UnitSystem
from ui import cached_answers
from ui.score_template import NOT_GATHERED, show_score_template
from ui.view import View
from wording.headlines import province_headline
from wording.names import joined


def show_standing(
    release: Release,
    view: View,
    key: EditionKey,
    component: str,
    table: pd.DataFrame,
    change: Change | None,
    earlier_year: int | None,
) -> None:
    """Draw one sentence for each unit that holds the figures of the chosen province in an edition, and the form of the
    edition where one of them has not been collected.

    `table` as from `results.edition_table`; `change` since the edition of `earlier_year`, None where there is none.
    """
    show_no_such_unit(release, view, key.system)
    units = cached_answers.chosen_units(release, view.province, key.system)
    for unit in units:
        st.markdown(province_headline(release, key, component, table, unit, change, earlier_year, view.language))
    show_form_of_lacking(view, {key: table}, units)


def show_form_of_lacking(view: View, tables: Mapping[EditionKey, pd.DataFrame], units: Sequence[str]) -> bool:
    """Draw the forms of the editions that lack a figure of these units that is published; tells whether there are any.

    `tables`: an edition's rows as from `results.edition_table`, of all units or of some.
    """
    keys = [
        key
        for key, table in tables.items()
        if (table["unit"].isin(list(units)) & (table["reason"] == NOT_GATHERED)).any()
    ]
    if keys:
        show_score_template(view, *keys)
    return bool(keys)


def show_no_such_unit(release: Release, view: View, system: UnitSystem) -> None:
    """Say it where the chosen province does not exist in a unit system: a figure of the 34 is none of a part of it."""
    if view.province in release.provinces and not cached_answers.chosen_units(release, view.province, system):
        st.caption(view.language.text("This unit does not exist among the {count} provinces.", count=system))


def show_territory(release: Release, view: View) -> None:
    """Say how the chosen one of today's 34 provinces stands to the 63; nothing of the whole country and of the 63."""
    text = view.language.text
    predecessors = release.provinces[view.province].predecessors if view.province in release.provinces else ()
    if len(predecessors) > 1:
        names = joined([release.provinces.name(unit, view.language.code) for unit in predecessors], view.language)
        st.caption(
            text(
                "Merged on 1 July 2025 from {provinces}. Results of the 63 provinces stand beside each other; "
                "they are not results of the new province.",
                provinces=names,
            )
        )
    elif predecessors:
        st.caption(text("Results of the 63 provinces are those of the same territory before 1 July 2025."))
