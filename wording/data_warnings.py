"""What the checks remarked about an edition, in one sentence a code for readers."""

from indicators.catalogue import EditionKey
from indicators.release import Release
from wording.language import Language


def warning_sentences(release: Release, key: EditionKey, component: str, language: Language) -> list[str]:
    """Say each kind of remark on an edition once: those on the component shown and those on the edition as a whole."""
    codes = dict.fromkeys(
        found.code
        for found in release.warnings
        if (found.index, found.year) == (key.index, key.year) and found.component in (None, component)
    )
    return [language.text(SENTENCES[code]) for code in codes if code in SENTENCES]


SENTENCES = {
    "mean_against_published": (
        "The mean of the provinces' scores differs from the published national mean; both are shown as published."
    ),
    "parts_against_total": (
        "In this edition some scores differ slightly from the sum of their parts; all are shown as published."
    ),
    "jump_against_year_before": (
        "The score of at least one province changed far more than those of the others since the edition before; "
        "all are shown as published."
    ),
    "province_missing": "At least one province that the edition measured has no figure here.",
    "edition_held_back": "The figures of this edition are being checked again and are not shown.",
}
