"""What the change of the chosen province's total between two editions comes from: its components, in points."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import cached_answers, finished_charts
from ui.source_groups import SourceGroup
from ui.view import View
from wording.decomposition import largest_words, remainder_words, reweighted_words
from wording.names import province_name
from wording.sources import source_entries


def show_largest_contributions(
    release: Release, view: View, earlier: EditionKey, later: EditionKey, units: Sequence[str]
) -> None:
    """Say of each unit which component contributed most to its change; nothing where the parts do not make it up.

    Without a unit, the whole country being chosen, it says how one is looked into.
    """
    answer = cached_answers.decompose_change(release, earlier, later)
    if isinstance(answer, CannotBeSaid):
        return
    if not units:
        st.caption(view.language.text("Choose a province at the top to see which components its change comes from."))
    for unit in units:
        words = largest_words(release, later, answer, unit, view.language)
        if words:
            name = province_name(release.provinces, unit, view.language)
            st.markdown(f"{name}: {words[:1].lower()}{words[1:]}." if len(units) > 1 else f"{words}.")


def show_contributions(
    release: Release, view: View, earlier: EditionKey, later: EditionKey, units: Sequence[str]
) -> None:
    """Draw for each unit what every component contributed to its change, and what remains."""
    language = view.language
    answer = cached_answers.decompose_change(release, earlier, later)
    if isinstance(answer, CannotBeSaid):
        return
    for unit in units:
        spec, description = finished_charts.contributions_chart(release, earlier, later, unit, language.code)
        if spec is None:
            continue
        fields = {
            "province": province_name(release.provinces, unit, language),
            "earlier": earlier.year,
            "later": later.year,
        }
        heading = language.text("{province}: the change {earlier} → {later} by component", **fields)
        st.subheader(heading, anchor=False)
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)
        said = [
            remainder_words(release, later, answer, unit, language),
            reweighted_words(release, later, answer, language),
        ]
        st.caption("  \n".join(sentence for sentence in said if sentence))


def contribution_sources(
    release: Release, view: View, earlier: EditionKey, later: EditionKey, units: Sequence[str]
) -> SourceGroup:
    """Group the sources of the components' figures that the changes of some units are made up of."""
    answer = cached_answers.decompose_change(release, earlier, later)
    parts = [] if isinstance(answer, CannotBeSaid) else list(answer.parts["component"].unique())
    ids = [
        table.loc[table["unit"].isin(list(units)), "source_id"]
        for key in (earlier, later)
        for table in (cached_answers.edition_table(release, key, str(part)) for part in parts)
    ]
    entries = source_entries(release, later.index, pd.concat(ids), view.language) if ids else []
    return SourceGroup(view.language.text("Components, for the contributions"), tuple(entries), counted=True)
