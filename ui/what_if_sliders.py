"""The sliders of a what-if: one a component, with buttons for its median and its best score.

A slider goes by even steps; the published score, the median and the best score lie between them as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey, Index
from indicators.release import Release
from indicators.what_if import Adjustable, scores_to_try
from ui import cached_answers
from ui.address import ASSUMED_SCORES
from ui.targets_address import assumed_text
from ui.view import View, choose
from wording.findings import score_number
from wording.names import component_name
from wording.numbers import number


@dataclass(frozen=True)
class Marks:
    """The median and the best score of each component of an edition, where all its scores are held."""

    median: Mapping[str, float]
    best: Mapping[str, float]


def marks_of(release: Release, key: EditionKey) -> Marks:
    """Return the median and the best score by component."""
    found: list[dict[str, float]] = []
    for gaps in (cached_answers.gaps_of_all(release, key, "median"), cached_answers.gaps_of_all(release, key, "best")):
        if isinstance(gaps, CannotBeSaid):
            found.append({})
        else:
            of_parts = gaps.table.drop_duplicates("component")
            pairs = zip(of_parts["component"], of_parts["reference"], strict=True)
            found.append({str(component): float(score) for component, score in pairs})
    return Marks(*found)


def show_sliders(
    view: View,
    index: Index,
    key: EditionKey,
    parts: Sequence[Adjustable],
    assumed: Mapping[str, float],
    marks: Marks,
) -> None:
    """Draw the sliders; what they say goes into the address, a component at its published score is left out of it."""
    text, language = view.language.text, view.language
    for part in parts:
        name = component_name(index, part.component, key.year, language, short=True)
        now = assumed.get(part.component, part.score)
        median, best = marks.median.get(part.component), marks.best.get(part.component)
        options = scores_to_try(part, (now, median, best))
        words = {score: score_number(score, index, part.component, key.year, language) for score in options}
        shown = {**words, part.score: text("{score} (published)", score=words[part.score])}
        state = _state(part.component)
        st.session_state[state] = now
        with st.container(key=f"what-if-{part.component.replace('.', '-')}", gap=None):
            st.select_slider(
                text("{component} (weight {weight})", component=name, weight=number(part.weight, 2, language)),
                options,
                format_func=shown.__getitem__,
                key=state,
                on_change=_take,
                args=(tuple(parts),),
            )
            with st.container(horizontal=True, gap="small"):
                for label, score in ((text("Median"), median), (text("Best"), best)):
                    if score is not None:
                        st.button(
                            f"{label}: {words[score]}",
                            key=f"{state} {label}",
                            on_click=_set,
                            args=(tuple(parts), part.component, score),
                            disabled=score == now,
                            type="tertiary",
                        )
    st.button(
        text("Back to the published scores"),
        on_click=choose,
        args=(ASSUMED_SCORES, []),
        disabled=not assumed,
        icon=":material/undo:",
    )


def _state(component: str) -> str:
    return f"what-if slider: {component}"


def _take(parts: tuple[Adjustable, ...]) -> None:
    """Hand all sliders to the run that begins: of two quick moves the second comes with the address of before."""
    now = {part.component: float(st.session_state.get(_state(part.component), part.score)) for part in parts}
    _choose(parts, now)


def _set(parts: tuple[Adjustable, ...], component: str, score: float) -> None:
    now = {part.component: float(st.session_state.get(_state(part.component), part.score)) for part in parts}
    _choose(parts, now | {component: score})


def _choose(parts: tuple[Adjustable, ...], now: Mapping[str, float]) -> None:
    moved = [part.component for part in parts if now[part.component] != part.score]
    choose(ASSUMED_SCORES, [assumed_text(component, now[component]) for component in moved])
