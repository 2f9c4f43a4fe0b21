"""The marks behind figures, each with its sentence: computed here, from one source only, our order by score."""

from wording.language import Language

ORDER = "(*)"
COMPUTED = "†"
UNCONFIRMED = "‡"

SECONDARY_SOURCE = "secondary_source"


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
        COMPUTED: "† Computed by this site from published figures.",
        UNCONFIRMED: "‡ From one secondary source, not confirmed by a second one.",
    }
    return [language.text(sentence) for mark, sentence in sentences.items() if mark in marks]
