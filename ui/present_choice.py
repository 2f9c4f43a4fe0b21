"""What a reader does to the slides of a story: which are kept, in which order, under which titles, with which notes.

The choice stands in the address; each function of a click writes it there, with the story that it is made for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from reports.story_choice import NOTE, SLIDES, TITLE, Choice, choice_from_parameters, choice_to_parameters
from ui.address import CHOICE_OF, SLIDE_NUMBER, Values
from ui.present_parameters import LONGEST_NOTE, LONGEST_TITLE, NO_SLIDE, is_text_of_a_slide, story_name
from ui.view import choose_all


def chosen_slides(values: Values) -> Choice:
    """Read the choice of an address."""
    given = {name: values[name] for name in (SLIDES, TITLE, NOTE) if values[name]}
    return choice_from_parameters(given)


def listed(ids: Sequence[str], kept: Sequence[str] | None) -> list[str]:
    """Order the slides of a story as the reader does: those kept in their order, each other one behind the slide that
    the story tells before it.
    """
    order = [name for name in dict.fromkeys(ids if kept is None else kept) if name in ids]
    before = ""
    for name in ids:
        if name not in order:
            order.insert(order.index(before) + 1 if before else 0, name)
        before = name
    return order


def kept_slides(ids: Sequence[str], choice: Choice) -> list[str]:
    """List the ids of the slides that are shown, in their order."""
    return list(ids) if choice.kept is None else [name for name in dict.fromkeys(choice.kept) if name in ids]


def moved(order: Sequence[str], kept: Sequence[str], name: str, step: int) -> list[str]:
    """Move a kept slide before the kept one above it (step -1) or behind the one below it (step 1)."""
    shown = [other for other in order if other in kept]
    place = shown.index(name)
    other = place + step
    if 0 <= other < len(shown):
        shown[place], shown[other] = shown[other], shown[place]
    return shown


def with_text(texts: Mapping[str, str], name: str, text: str, longest: int) -> dict[str, str]:
    """Give a slide another text in one line; an empty one takes its text away."""
    line = " ".join(text.split())[:longest].strip()
    others = {other: said for other, said in texts.items() if other != name}
    return {**others, name: line} if line else others


def usable(choice: Choice, ids: Sequence[str]) -> tuple[Choice, int]:
    """Return what of a choice fits the slides of a story, and how many of its slides and texts do not."""
    kept = None if choice.kept is None else tuple(name for name in dict.fromkeys(choice.kept) if name in ids)
    titles = _fitting(choice.titles, ids, LONGEST_TITLE)
    notes = _fitting(choice.notes, ids, LONGEST_NOTE)
    lost = 0 if choice.kept is None or kept is None else len(choice.kept) - len(kept)
    lost += len(choice.titles) - len(titles) + len(choice.notes) - len(notes)
    return Choice(kept, titles, notes), lost


def _fitting(texts: Mapping[str, str], ids: Sequence[str], longest: int) -> dict[str, str]:
    said = {name: " ".join(text.split()) for name, text in texts.items()}
    return {name: text for name, text in said.items() if name in ids and is_text_of_a_slide(f"{name}:{text}", longest)}


def choice_in_address(values: Values, ids: Sequence[str], choice: Choice) -> dict[str, list[str]]:
    """Return the parameters that hold a choice; all slides in the order of the story need no list."""
    kept = None if choice.kept is None or list(choice.kept) == list(ids) else choice.kept or (NO_SLIDE,)
    found: dict[str, list[str]] = {SLIDES: [], TITLE: [], NOTE: []}
    for name, text in choice_to_parameters(replace(choice, kept=kept)):
        found[name].append(text)
    return {**found, CHOICE_OF: [story_name(values) if any(found.values()) else ""], SLIDE_NUMBER: ["1"]}


def take_choice(values: Values, ids: Sequence[str], choice: Choice) -> None:
    """Write a choice into the address; in a callback."""
    choose_all(choice_in_address(values, ids, choice))


def take_ticks(values: Values, ids: Sequence[str], order: Sequence[str], choice: Choice) -> None:
    """Keep the slides that are ticked: all boxes are read, since of two quick clicks none may be lost."""
    kept = tuple(name for name in order if st.session_state[tick_key(name)])
    take_choice(values, ids, replace(choice, kept=kept))


def tick_key(name: str) -> str:
    """The Streamlit key of the box of a slide."""
    return f"slide kept: {name}"
