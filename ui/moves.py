"""What rose and fell most: components of the chosen province, or provinces of one edition."""

import pandas as pd
import streamlit as st

from indicators.catalogue import OVERALL, EditionKey
from indicators.movers import ComponentMove
from indicators.release import Release
from ui import cached_answers
from ui.address import LAST_YEAR, PROVINCE
from ui.remembered_drawing import drawn_once
from ui.view import View
from wording.findings import DOWN, UP, place_change_cell, score_change_text, score_text
from wording.gaps import partial_words
from wording.headlines import edition_title
from wording.marks import origin_of
from wording.names import component_name

SHOWN_EACH_WAY = 3
PROVINCES_EACH_WAY = 5


def show_component_moves(release: Release, view: View) -> None:
    """Draw the components that rose and fell most in the newest editions of the chosen province."""
    _draw_component_moves(release, view.only(PROVINCE, LAST_YEAR))


@drawn_once
def _draw_component_moves(release: Release, view: View) -> None:
    text = view.language.text
    st.subheader(text("What rose and fell most"))
    units = cached_answers.chosen_units(release, view.province, "63")
    for unit in units:
        if len(units) > 1:
            st.markdown(f"**{release.provinces.name(unit, view.language.code)}**")
        moves = cached_answers.component_moves(release, unit, view.values.number(LAST_YEAR))
        rising = [move for move in moves if move.change > 0][:SHOWN_EACH_WAY]
        falling = [move for move in reversed(moves) if move.change < 0][:SHOWN_EACH_WAY]
        if not rising and not falling:
            st.caption(text("No component of this province can be compared with the edition before."))
            continue
        st.markdown("\n".join(_component_line(release, view, move) for move in [*rising, *falling]))
    st.caption(
        text(
            "Components of the newest edition up to {year} against the edition before, where the two are comparable; "
            "in the order of the change as a share of the component's maximum.",
            year=view.values.number(LAST_YEAR),
        )
    )


def show_province_moves(release: Release, view: View, key: EditionKey) -> None:
    """Draw the provinces whose total rose and fell most since the edition before."""
    text = view.language.text
    st.subheader(text("{edition}: who rose and fell most", edition=edition_title(release, key, OVERALL, view.language)))
    moves = cached_answers.province_moves(release, key)
    before = cached_answers.previous_edition(release, key, OVERALL)
    if moves.empty or before is None:
        partial = partial_words(release, key, OVERALL, view.language)
        st.caption(text("Who rose and fell most cannot be said for this edition and the one before.") + f" {partial}")
        return
    rising = moves[moves["score_change"] > 0].head(PROVINCES_EACH_WAY)
    falling = moves[moves["score_change"] < 0].tail(PROVINCES_EACH_WAY)[::-1]
    for heading, rows in ((f"{UP} {text('rose')}", rising), (f"{DOWN} {text('fell')}", falling)):
        st.markdown(f"**{heading}**")
        st.markdown("\n".join(_province_line(release, view, key, row) for _, row in rows.iterrows()))
    st.caption(text("Change of the score since {year}.", year=before.key.year))


def _component_line(release: Release, view: View, move: ComponentMove) -> str:
    index = release.catalogue.index(move.later.index)
    sign = UP if move.change > 0 else DOWN
    change = score_change_text(move.change, index, view.language)
    name = component_name(index, move.component, move.later.year, view.language, short=True)
    caution = f" ({view.language.text('compare with caution')})" if move.cautious else ""
    years = f"{move.earlier.year}–{move.later.year}"
    return f"- {sign} **{change}** {name} · {index.short_name} {years}{caution}"


def _province_line(release: Release, view: View, key: EditionKey, row: pd.Series) -> str:
    index = release.catalogue.index(key.index)
    name = release.provinces.name(str(row["unit"]), view.language.code)
    change = score_change_text(row["score_change"], index, view.language)
    score = score_text(row["score_to"], origin_of(row, "_to"), index, OVERALL, key.year, view.language)
    kind = str(row["place_kind"])
    moved = f" · {place_change_cell(row['place_change'], kind)}" if kind else ""
    return f"- {name}: **{change}** → {score}{moved}"
