"""What the checks remarked about an edition, in one sentence a code for readers."""

from indicators.catalogue import EditionKey
from indicators.release import Release
from wording.language import Language
from wording.names import edition_name

HELD_BACK = "edition_held_back"


def warning_sentences(release: Release, key: EditionKey, component: str, language: Language) -> list[str]:
    """Say each kind of remark on an edition once: those on the component shown and those on the edition as a whole."""
    codes = dict.fromkeys(
        found.code
        for found in release.warnings
        if (found.index, found.year) == (key.index, key.year) and found.component in (None, component)
    )
    return [language.text(SENTENCES[code]) for code in codes if code in SENTENCES]


def held_back_words(release: Release, key: EditionKey, language: Language) -> str:
    """Say that an edition has an error and is not in the release; "" where it is not held back."""
    if not any((found.index, found.year, found.code) == (key.index, key.year, HELD_BACK) for found in release.warnings):
        return ""
    edition = edition_name(release, key, language)
    return language.text("The figures of {edition} are being checked again and are not shown.", edition=edition)


def held_back_sentences(release: Release, index: str, language: Language) -> list[str]:
    """Say of every edition of an index that is held back that it is."""
    told = (held_back_words(release, edition.key, language) for edition in release.catalogue.editions_of(index))
    return [sentence for sentence in told if sentence]


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
}
