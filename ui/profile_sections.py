"""The parts of a profile that speak of one province in one edition: strong and weak, what moved, how far, like whom.

Each draws its sentences without a heading, and answers with what it has written, whose marks are to be explained.
"""

import pandas as pd
import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.headroom import NextPlace
from indicators.release import Release
from indicators.responsibility import MERGED_ON
from indicators.strengths import Strengths
from ui import cached_answers, finished_charts
from ui.view import View
from wording.answers import cannot_words
from wording.decomposition import largest_words, remainder_words, reweighted_words
from wording.findings import DOWN, UP, place_text, score_text
from wording.headlines import next_place_words, since_words
from wording.headroom import best_words, largest_gaps_words, median_words
from wording.marks import ORDER, Origin
from wording.movement import field_words, movement_words, rank_beside_words
from wording.names import component_name
from wording.peers import distance_words, no_peers_words, no_places_among_words, peer_median_words, peers_words
from wording.responsibility import lead_words
from wording.robustness import rounding_words, separation_words, tied_words
from wording.strengths import lasting_words, no_strengths_words, not_judged_words, strengths_words


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
    text, language = view.language.text, view.language
    before = cached_answers.previous_edition(release, key, OVERALL)
    if before is None:
        return _sentences([cannot_words(release, key, CannotBeSaid("no_edition"), language)])
    change = cached_answers.change_between(release, before.key, key, OVERALL)
    index = release.catalogue.index(key.index)
    said = [_first_upper(since_words(index, key, OVERALL, unit, change, before.key.year, language))]
    movement = cached_answers.movement_between(release, before.key, key)
    if isinstance(movement, CannotBeSaid):
        said.append(cannot_words(release, key, movement, language))
    else:
        own = movement.table[movement.table["unit"] == unit].iloc[0]
        said.append(_first_upper(movement_words(movement, unit, language)))
        said.append(rank_beside_words(movement, unit, language) or field_words(movement, language))
        if own["reason"] == "no_figure":
            said.append(text("Own and field movement cannot be said: there is no score of one of the two editions"))
    written = _sentences(said)
    return f"{written} {_contributions(release, view, before.key, key, unit, said)}"


def show_distances(release: Release, view: View, key: EditionKey, unit: str) -> str:
    """Draw how far the next place, the median and the best are, where most of it lies, and how firm the place is."""
    language = view.language
    to_next = cached_answers.points_to_next_place(release, key, unit)
    if isinstance(to_next, NextPlace):
        table = cached_answers.edition_table(release, key, OVERALL)
        said = [next_place_words(release, key, to_next, table, language)]
    else:
        said = [cannot_words(release, key, to_next, language)]
    of_all = cached_answers.headroom_of_all(release, key)
    if not isinstance(of_all, CannotBeSaid):
        said.append(median_words(release, key, of_all, unit, language))
        said.append(best_words(release, key, of_all, unit, language))
    gaps = cached_answers.gaps_of_all(release, key)
    if isinstance(gaps, CannotBeSaid):
        said.append(cannot_words(release, key, gaps, language))
    else:
        said.append(largest_gaps_words(release, key, gaps, unit, language))
    firm = cached_answers.robustness_of_all(release, key)
    if not isinstance(firm, CannotBeSaid):
        said.append(_first_upper(separation_words(release, key, firm, unit, language)))
        said.append(_first_upper(tied_words(firm, unit, language)))
        said.append(rounding_words(release, key, firm, unit, language))
    return _sentences(said)


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


def show_distance_notes(release: Release, view: View, key: EditionKey, units: list[str]) -> None:
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
    small = [lasting_words(row, language), _first_upper(lead_words(led, language)) if led else ""]
    return f"{sign} **{name}** {score} · {place}  \n  :small[{'. '.join(part for part in small if part)}.]"


def _contributions(
    release: Release, view: View, earlier: EditionKey, later: EditionKey, unit: str, said: list[str]
) -> str:
    """Draw the contributions of the components to a change, or why there are none if that is not `said` already."""
    language = view.language
    answer = cached_answers.decompose_change(release, earlier, later)
    if isinstance(answer, CannotBeSaid):
        words = cannot_words(release, later, answer, language)
        return "" if words in said else _sentences([words])
    row = answer.units[answer.units["unit"] == unit].iloc[0]
    spec, description = finished_charts.contributions_chart(release, earlier, later, unit, language.code)
    if spec is None and row["reason"] == "no_figure":
        words = language.text("Contributions cannot be said: there is no score of one of the two editions")
        return _sentences([words])
    if spec is None:
        missing = tuple(name for name in str(row["missing"]).split(";") if name)
        reason = CannotBeSaid(row["reason"], missing=missing if row["reason"] == "parts_not_held" else ())
        words = cannot_words(release, later, reason, language)
        return "" if words in said else _sentences([words])
    st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)
    return _sentences(
        [
            largest_words(release, later, answer, unit, language),
            remainder_words(release, later, answer, unit, language),
            reweighted_words(release, later, answer, language),
        ]
    )


def _sentences(said: list[str]) -> str:
    """Draw sentences as a list, each with its full stop, and answer with them in one text."""
    lines = [line if line.endswith(".") else f"{line}." for line in dict.fromkeys(said) if line]
    _list(lines)
    return " ".join(lines)


def _list(lines: list[str]) -> None:
    """Draw lines as a list; the star of the order by score is no emphasis."""
    st.markdown("\n".join(f"- {line}" for line in lines).replace(ORDER, "(\\*)"))


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
