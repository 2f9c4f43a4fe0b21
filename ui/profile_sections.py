"""The parts of a profile that speak of one province in one edition: strong and weak, what moved, how far, like whom.

Each draws its sentences without a heading, and answers with what it has written, whose marks are to be explained.
"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.responsibility import MERGED_ON
from indicators.strengths import Strengths
from ui import cached_answers, finished_charts
from ui.view import View
from wording.answers import cannot_words
from wording.findings import DOWN, UP, place_text, score_text
from wording.marks import ORDER, Origin
from wording.names import component_name
from wording.peers import distance_words, no_peers_words, no_places_among_words, peer_median_words, peers_words
from wording.responsibility import lead_words
from wording.strengths import lasting_words, no_strengths_words, not_judged_words, strengths_words
from wording.unit_findings import (
    Distances,
    change_sentences,
    contribution_sentences,
    distance_sentences,
    first_upper,
)


def last_change_heading(release: Release, view: View, key: EditionKey) -> str:
    """Name the last change with its two years."""
    before = cached_answers.previous_edition(release, key, OVERALL)
    if before is None:
        return view.language.text("The last change")
    return view.language.text("The last change, {earlier} → {later}", earlier=before.key.year, later=key.year)


def show_strengths(release: Release, view: View, key: EditionKey, unit: str) -> str:
    """Draw the strengths and weaknesses of a unit, each with its place, for how long, and who leads the work."""
    language = view.language
    answer = cached_answers.strengths_of(release, key)
    if isinstance(answer, CannotBeSaid):
        return _sentences([no_strengths_words(release, key, answer, language)])
    lines = [
        _strength_line(release, view, answer, row, sign)
        for kind, sign in (("strength", UP), ("weakness", DOWN))
        for _, row in answer.of(unit, kind).iterrows()
    ]
    if lines:
        _list(lines)
    else:
        lines = [_sentences([strengths_words(release, answer, unit, language)])]
    not_judged = not_judged_words(release, answer, language)
    if not_judged:
        st.caption(f"{not_judged}.")
    return " ".join(lines)


def show_last_change(release: Release, view: View, key: EditionKey, unit: str) -> str:
    """Draw what changed since the edition before: place and score, own and field movement, and by which components."""
    language = view.language
    before = cached_answers.previous_edition(release, key, OVERALL)
    if before is None:
        return _sentences([cannot_words(release, key, CannotBeSaid("no_edition"), language)])
    change = cached_answers.change_between(release, before.key, key, OVERALL)
    movement = cached_answers.movement_between(release, before.key, key)
    said = change_sentences(release, key, unit, before.key.year, change, movement, language)
    written = _sentences(said)
    return f"{written} {_contributions(release, view, before.key, key, unit, said)}"


def show_distances(release: Release, view: View, key: EditionKey, unit: str) -> str:
    """Draw how far the next place, the median and the best are, where most of it lies, and how firm the place is."""
    distances = Distances(
        cached_answers.points_to_next_place(release, key, unit),
        cached_answers.headroom_of_all(release, key),
        cached_answers.gaps_of_all(release, key),
        cached_answers.robustness_of_all(release, key),
    )
    return _sentences(distance_sentences(release, key, unit, distances, view.language))


def show_peers(release: Release, view: View, key: EditionKey, unit: str) -> str:
    """Draw the nearest provinces by population, area and GRDP per head, and how the unit compares with their median."""
    language = view.language
    nearest = cached_answers.nearest_peers(release, key.system, key.year)
    if isinstance(nearest, CannotBeSaid):
        return _sentences([no_peers_words(nearest, language)])
    said = [peers_words(release, nearest, unit, language)]
    medians = cached_answers.medians_of_nearest_peers(release, key)
    if isinstance(medians, CannotBeSaid):
        said.append(no_places_among_words(release, key, medians, language))
    else:
        row = medians[medians["unit"] == unit].iloc[0]
        no_figure = CannotBeSaid("no_figure")
        words = peer_median_words(release, key, OVERALL, row, language)
        said.append(words or cannot_words(release, key, no_figure, language))
    return _sentences(said)


def show_distance_notes(release: Release, view: View, key: EditionKey, units: Sequence[str]) -> None:
    """Draw once what the distances between the peers of some units rest on."""
    nearest = cached_answers.nearest_peers(release, key.system, key.year)
    if not isinstance(nearest, CannotBeSaid):
        notes = [distance_words(release, nearest, unit, view.language) for unit in units]
        st.caption("  \n".join(dict.fromkeys(notes)))


def _strength_line(release: Release, view: View, answer: Strengths, row: pd.Series, sign: str) -> str:
    index, language = release.catalogue.index(answer.key.index), view.language
    component, year = str(row["component"]), answer.key.year
    name = component_name(index, component, year, language, short=True)
    origin = Origin(str(row["score_kind"]), str(row["note_codes"]))
    score = score_text(row["score"], origin, index, component, year, language)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    led = cached_answers.responsibilities(release, MERGED_ON).get((index.id, component))
    small = [lasting_words(row, language), first_upper(lead_words(led, language)) if led else ""]
    return f"{sign} **{name}** {score} · {place}  \n  :small[{'. '.join(part for part in small if part)}.]"


def _contributions(
    release: Release, view: View, earlier: EditionKey, later: EditionKey, unit: str, said: list[str]
) -> str:
    """Draw the contributions of the components to a change, or why there are none if that is not `said` already."""
    answer = cached_answers.decompose_change(release, earlier, later)
    spec, description = finished_charts.contributions_chart(release, earlier, later, unit, view.language.code)
    if spec is not None:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)
    sentences = contribution_sentences(release, later, answer, unit, view.language)
    return _sentences([words for words in sentences if words not in said])


def _sentences(said: list[str]) -> str:
    """Draw sentences as a list, each with its full stop, and answer with them in one text."""
    lines = [line if line.endswith(".") else f"{line}." for line in dict.fromkeys(said) if line]
    if lines:
        _list(lines)
    return " ".join(lines)


def _list(lines: list[str]) -> None:
    """Draw lines as a list; the star of the order by score is no emphasis."""
    st.markdown("\n".join(f"- {line}" for line in lines).replace(ORDER, "(\\*)"))
