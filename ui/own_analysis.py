"""What is behind the total of the own units in colour: what moved, strong and weak, how far, how firm, by component."""

import pandas as pd
import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.results import edition_table
from indicators.strengths import Strengths
from ui import own_answers
from ui.markdown_text import plain_markdown
from ui.own_component_table import show_component_table
from ui.view import View
from wording.answers import cannot_words
from wording.findings import DOWN, UP, place_text, score_text
from wording.headlines import province_headline
from wording.marks import COMPUTED, ORDER, Origin, mark_sentences
from wording.names import component_name
from wording.strengths import lasting_words, no_strengths_words, not_judged_words, strengths_words
from wording.terms import Term, terms_help
from wording.unit_findings import Distances, change_sentences, contribution_sentences, distance_sentences


def show_own_analysis(
    own: Release, view: View, key: EditionKey, earlier: EditionKey | None, chosen: tuple[str, ...]
) -> None:
    """Draw a box for each chosen unit under its standing; the first is open, the others are worked out when opened."""
    text, language = view.language.text, view.language
    st.subheader(text("What is behind the total, unit by unit"), anchor=False)
    if not chosen:
        st.info(text("Choose units in colour above: each is looked into here."))
        return
    table = edition_table(own, key)
    change = own_answers.change_between(own, earlier, key, OVERALL) if earlier else None
    year = earlier.year if earlier else None
    for position, unit in enumerate(chosen):
        standing = province_headline(own, key, OVERALL, table, unit, change, year, language)
        label = f"**{plain_markdown(standing)}**"
        box = st.expander(label, expanded=position == 0, key=f"own-unit-{unit}", on_change="rerun")
        if box.open:
            with box:
                _show_unit(own, view, key, earlier, unit)
    marks = COMPUTED + (ORDER if (table["place_kind"] == "order").any() else "")
    lines = [text("Arithmetic on the figures of the file; not a forecast."), *mark_sentences(marks, language)]
    st.caption("  \n".join(plain_markdown(line) for line in lines))


def _show_unit(own: Release, view: View, key: EditionKey, earlier: EditionKey | None, unit: str) -> None:
    text = view.language.text
    left, right = st.columns(2, gap="large")
    with left:
        _heading(view, _change_heading(view, key, earlier), ["contribution", "remainder"])
        _show_change(own, view, key, earlier, unit)
    with right:
        _heading(view, text("Strengths and weaknesses"), ["strength", "weakness"])
        _show_strengths(own, view, key, unit)
        _heading(view, text("Headroom, and how firm the place is"), ["headroom"])
        distances = Distances(
            own_answers.points_to_next_place(own, key, unit),
            own_answers.headroom_of_all(own, key),
            own_answers.gaps_of_all(own, key),
            own_answers.robustness_of_all(own, key),
        )
        _show_sentences(distance_sentences(own, key, unit, distances, view.language))
    show_component_table(own, view, key, earlier, unit)


def _heading(view: View, heading: str, terms: list[Term]) -> None:
    st.markdown(f"**{heading}**", help=terms_help(terms, view.language))


def _change_heading(view: View, key: EditionKey, earlier: EditionKey | None) -> str:
    if earlier is None:
        return view.language.text("The last change")
    return view.language.text("The change {earlier} → {later}", earlier=earlier.year, later=key.year)


def _show_change(own: Release, view: View, key: EditionKey, earlier: EditionKey | None, unit: str) -> None:
    """Draw what changed and by which components; of the first edition of a unit system, why there is no change."""
    language = view.language
    if earlier is None:
        _show_sentences([no_change_words(own, view, key)])
        return
    change = own_answers.change_between(own, earlier, key, OVERALL)
    movement = own_answers.movement_between(own, earlier, key)
    said = change_sentences(own, key, unit, earlier.year, change, movement, language)
    _show_sentences(said)
    spec, description = own_answers.contributions_chart(own, earlier, key, unit, language.code)
    if spec is not None:
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=description)
    answer = own_answers.decompose_change(own, earlier, key)
    further = contribution_sentences(own, key, answer, unit, language)
    _show_sentences([words for words in further if words not in said])


def no_change_words(own: Release, view: View, key: EditionKey) -> str:
    """Say why an edition has none before it to be compared with: other units were measured, or there is none."""
    before = [edition.key for edition in own.catalogue.editions_of(key.index) if edition.key.year < key.year]
    answer = own_answers.decompose_change(own, before[-1], key) if before else CannotBeSaid("no_edition")
    if isinstance(answer, CannotBeSaid) and answer.reason == "unit_system":
        return cannot_words(own, key, answer, view.language)
    return view.language.text("There is no earlier edition to compare with.")


def _show_strengths(own: Release, view: View, key: EditionKey, unit: str) -> None:
    language = view.language
    answer = own_answers.strengths_of(own, key)
    if isinstance(answer, CannotBeSaid):
        _show_sentences([no_strengths_words(own, key, answer, language)])
        return
    lines = [
        _strength_line(own, view, answer, row, sign)
        for kind, sign in (("strength", UP), ("weakness", DOWN))
        for _, row in answer.of(unit, kind).iterrows()
    ]
    _show_sentences(lines or [strengths_words(own, answer, unit, language)])
    not_judged = not_judged_words(own, answer, language)
    if not_judged:
        st.caption(plain_markdown(f"{not_judged}."))


def _strength_line(own: Release, view: View, answer: Strengths, row: pd.Series, sign: str) -> str:
    index, language = own.catalogue.index(answer.key.index), view.language
    component, year = str(row["component"]), answer.key.year
    origin = Origin(str(row["score_kind"]), str(row["note_codes"]))
    score = score_text(row["score"], origin, index, component, year, language)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    name = component_name(index, component, year, language, short=True)
    return f"{sign} {name}: {score} · {place}. {lasting_words(row, language)}"


def _show_sentences(said: list[str]) -> None:
    """Draw sentences as a list, each with its full stop; nothing of a file in them is read as Markdown."""
    lines = [line if line.endswith(".") else f"{line}." for line in dict.fromkeys(said) if line]
    if lines:
        st.markdown("\n".join(f"- {plain_markdown(line)}" for line in lines))
