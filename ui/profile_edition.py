"""Which edition of an index a profile looks into, and what has to be said of that choice."""

import streamlit as st

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.measurement import completeness
from indicators.release import Release
from ui import cached_answers
from ui.address import LAST_YEAR
from ui.overview_cards import show_predecessors
from ui.score_template import show_score_template
from ui.view import View, choose
from wording.gaps import missing_words
from wording.names import edition_name, province_name


def analysed_edition(release: Release, view: View, index: str) -> EditionKey | None:
    """Find the edition to look into: the newest one up to the chosen year with a figure of the province.

    An edition of the 34 that is held in part answers little of what that of the 63 before it answers, so that the
    newest one of the 63 stands in for it; the figures published for the 34 come first all the same, on the card.
    None where no figure of the province is held.
    """
    last_year = view.values.number(LAST_YEAR)
    key = cached_answers.newest_edition_with(release, index, view.province, OVERALL, last_year)
    if key is None or key.system == "63" or completeness(release, key).whole:
        return key
    former = [
        cached_answers.newest_edition_with(release, index, unit, OVERALL, last_year)
        for unit in release.provinces[view.province].predecessors
    ]
    return max((found for found in former if found), key=lambda found: found.year, default=key)


def show_edition_notes(release: Release, view: View, index: Index, key: EditionKey, units: list[str]) -> str:
    """Draw why this edition is looked into, a merged province's range and mean, and the way to an edition held whole.

    Answers with the figures written, whose marks are to be explained.
    """
    text, language = view.language.text, view.language
    written = ""
    newest = cached_answers.newest_edition_with(
        release, index.id, view.province, OVERALL, view.values.number(LAST_YEAR)
    )
    if newest is not None and newest.system != key.system:
        st.caption(
            text(
                "What was published as {published} is on the card above. Not all of its scores are held, so that what "
                "follows is of {edition}.",
                published=edition_name(release, newest, language),
                edition=edition_name(release, key, language),
            )
        )
        if len(units) > 1:
            written = " ".join(show_predecessors(release, view, index, key, units))
    _way_to_a_whole_edition(release, view, index, key, units)
    return written


def show_nothing_held(release: Release, view: View, index: Index) -> None:
    """Say that no figure of the province is held, and why there is none in the newest edition that has any."""
    text, language = view.language.text, view.language
    name = province_name(release.provinces, view.province, language)
    st.header(f"{index.short_name}: {name}")
    said = [text("No figure of {province} in {index} is held.", province=name, index=index.short_name)]
    newest = cached_answers.newest_edition(release, index.id, OVERALL, view.values.number(LAST_YEAR))
    if newest is not None:
        table = cached_answers.edition_table(release, newest, OVERALL)
        for unit in cached_answers.chosen_units(release, view.province, newest.system):
            reason = str(table.loc[table["unit"] == unit, "reason"].iloc[0])
            said.append(missing_words(release, newest, OVERALL, unit, reason, language))
    st.info(" ".join(said))
    if newest is not None:
        show_score_template(view, newest)


def _way_to_a_whole_edition(release: Release, view: View, index: Index, key: EditionKey, units: list[str]) -> None:
    """Offer the newest edition of which every score is held, where this one is held in part."""
    if completeness(release, key).whole:
        return
    found = [cached_answers.newest_whole(release, index.id, unit, key.year) for unit in units]
    years = [whole.year for whole in found if whole]
    if not years:
        return
    year = max(years)
    text = view.language.text
    with st.container(horizontal=True, vertical_alignment="center", key="profile-whole-edition"):
        st.caption(
            text(
                "Not all scores of {edition} are held, which leaves questions open.",
                edition=edition_name(release, key, view.language),
            ),
            width="content",
        )
        st.button(
            text("Up to {year}, of which all are held", year=year),
            key="profile-to-whole-edition",
            on_click=choose,
            args=(LAST_YEAR, str(year)),
        )
