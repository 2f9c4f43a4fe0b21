"""The marks behind figures, each with its sentence: computed here, from one source only, our order by score."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from wording.language import Language
from wording.numbers import NO_FIGURE

ORDER = "(*)"
COMPUTED = "†"
UNCONFIRMED = "‡"

SECONDARY_SOURCE = "secondary_source"


@dataclass(frozen=True, slots=True)
class Origin:
    """What of a figure its marks depend on: `kind` (`published`, `computed`) and `note_codes` of its row."""

    kind: str
    note_codes: str


COMPUTED_FIGURE = Origin("computed", "")


def origin_of(row: Mapping[Any, Any] | pd.Series, end: str = "") -> Origin:
    """Read the origin of a row that has `kind` and `note_codes`, of one end of a change with `end` ("_from", "_to")."""
    return Origin(str(row[f"kind{end}"]), str(row[f"note_codes{end}"]))


def marked(text: str, marks: str) -> str:
    """Put marks behind the text of a figure; an empty one carries none."""
    return f"{text} {marks}" if marks and text != NO_FIGURE else text


def figure_marks(kind: str, note_codes: str) -> str:
    """Return the marks of a score: † computed by this site, ‡ from one unconfirmed source; the same for every index."""
    marks = COMPUTED if kind == "computed" else ""
    return marks + (UNCONFIRMED if SECONDARY_SOURCE in note_codes.split(";") else "")


def rank_marks(place_kind: str, note_codes: str) -> str:
    """Return the mark of a published rank: ‡ from one unconfirmed source."""
    return UNCONFIRMED if place_kind == "rank" and SECONDARY_SOURCE in note_codes.split(";") else ""


def mark_sentences(marks: str, language: Language) -> list[str]:
    """Say what the marks that occur in a text stand for."""
    sentences = {
        ORDER: "(*) Order by score is computed by this site; it is not a rank given by the publisher.",
        COMPUTED: "† Computed or deduced by this site from published figures.",
        UNCONFIRMED: "‡ From one secondary source, not confirmed by a second one.",
    }
    return [language.text(sentence) for mark, sentence in sentences.items() if mark in marks]
