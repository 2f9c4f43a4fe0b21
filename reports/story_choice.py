"""What a user made of a story: the slides kept in their order, titles of their own, and notes.

It is kept in a small file, or in the address of a presentation. A slide is found again by its id; what is not in a
later story any more is passed over.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from reports.slides import Slide, Story

SLIDES, TITLE, NOTE = "trang", "tieu_de", "ghi_chu"


class ChoiceError(ValueError):
    """A file that holds no choice of slides; the message says what is wrong in it."""


def _no_texts() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Choice:
    """`kept`: ids of the slides in the order wanted, all as they come where it is None; texts by the id of a slide."""

    kept: tuple[str, ...] | None = None
    titles: Mapping[str, str] = field(default_factory=_no_texts, hash=False)
    notes: Mapping[str, str] = field(default_factory=_no_texts, hash=False)


def choose(story: Story, choice: Choice) -> Story:
    """Return the story with the slides kept, in their order, under the titles given; a note goes before the others."""
    by_id = {slide.id: slide for slide in story.slides}
    kept = by_id if choice.kept is None else dict.fromkeys(choice.kept)
    return replace(story, slides=tuple(_edited(by_id[name], choice) for name in kept if name in by_id))


def _edited(slide: Slide, choice: Choice) -> Slide:
    note = choice.notes.get(slide.id, "").strip()
    return replace(
        slide,
        title=choice.titles.get(slide.id, "").strip() or slide.title,
        notes=(note, *slide.notes) if note else slide.notes,
    )


def write_choice(choice: Choice, file: Path) -> None:
    """Save a choice as a small JSON file."""
    file.write_text(choice_to_json(choice), "utf-8")


def choice_to_json(choice: Choice) -> str:
    """Return the text of the file of a choice, which `choice_from_json` reads."""
    content = {"slides": choice.kept, "titles": dict(choice.titles), "notes": dict(choice.notes)}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_choice(file: Path) -> Choice:
    """Open a choice that was saved; raises ChoiceError for anything else, OSError where there is no file."""
    return choice_from_json(file.read_text("utf-8"), file.name)


def choice_from_json(text: str, name: str) -> Choice:
    """Read a choice from the text of a file called `name`; raises ChoiceError."""
    try:
        content: Any = json.loads(text)
    except ValueError as error:
        message = f"{name} is no choice of slides: it is not JSON ({error})."
        raise ChoiceError(message) from error
    if not isinstance(content, dict):
        message = f'{name} is no choice of slides: it needs "slides", "titles" and "notes".'
        raise ChoiceError(message)
    fields = cast("dict[str, Any]", content)
    kept = fields.get("slides")
    if kept is not None and not _all_texts(kept):
        message = f'{name}: "slides" must be a list of ids of slides, for example ["cover", "standing"].'
        raise ChoiceError(message)
    for wanted in ("titles", "notes"):
        found: Any = fields.get(wanted, {})
        if not isinstance(found, dict) or not _all_texts(list(cast("dict[str, Any]", found).values())):
            message = f'{name}: "{wanted}" must give a text by the id of a slide, for example {{"cover": "…"}}.'
            raise ChoiceError(message)
    return Choice(None if kept is None else tuple(kept), fields.get("titles", {}), fields.get("notes", {}))


def _all_texts(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in cast("list[Any]", values))


def choice_to_parameters(choice: Choice) -> list[tuple[str, str]]:
    """Return the parameters of an address, only those needed: `trang` (ids joined by a comma), `tieu_de`, `ghi_chu`.

    The last two are repeated, each "id:text".
    """
    parameters = [] if choice.kept is None else [(SLIDES, ",".join(choice.kept))]
    parameters += [(TITLE, f"{name}:{text}") for name, text in choice.titles.items()]
    return parameters + [(NOTE, f"{name}:{text}") for name, text in choice.notes.items()]


def choice_from_parameters(parameters: Mapping[str, Sequence[str]]) -> Choice:
    """Read a choice from the values of an address by name; a text without an id is passed over."""
    kept = [name for value in parameters.get(SLIDES, ()) for name in value.split(",") if name]
    return Choice(
        tuple(kept) if SLIDES in parameters else None,
        _texts(parameters.get(TITLE, ())),
        _texts(parameters.get(NOTE, ())),
    )


def _texts(values: Sequence[str]) -> dict[str, str]:
    parts = (value.partition(":") for value in values)
    return {name: text for name, colon, text in parts if name and colon and text}
