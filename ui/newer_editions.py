"""Which editions newer than the one on a card there are, and why they are not on it."""

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.results import newer_editions_not_held
from ui import cached_answers
from ui.address import LAST_YEAR
from ui.view import View
from wording.gaps import missing_together_words, missing_words, newer_edition_words

_SAID_TOGETHER = ("not_gathered", "best_30_only")


def newer_edition_sentences(release: Release, view: View, key: EditionKey, units: list[str]) -> list[str]:
    """Say which newer editions there are: those held without a figure of these units, and those not held at all.

    Where the reader has chosen an earlier year, what came out after it is no part of the view. Editions that lack the
    same units for the same reason are said in one sentence.
    """
    last_year = view.values.number(LAST_YEAR)
    newest_shown = last_year == cached_answers.all_years(release)[0]
    together: dict[tuple[str, tuple[str, ...]], list[EditionKey]] = {}
    sentences: list[str] = []
    for edition in release.catalogue.editions_of(key.index, key.system):
        if not units or not key.year < edition.key.year <= last_year or not release.holds(edition.key, OVERALL):
            continue
        reasons = _reasons(release, edition.key, units)
        for reason in dict.fromkeys(reasons.values()):
            lacking = tuple(unit for unit in units if reasons[unit] == reason)
            if reason in _SAID_TOGETHER:
                together.setdefault((reason, lacking), []).append(edition.key)
            else:
                sentences += [
                    missing_words(release, edition.key, OVERALL, unit, reason, view.language) for unit in lacking
                ]
    for (reason, lacking), keys in together.items():
        sentences.append(missing_together_words(release, keys, lacking, reason, view.language))
    province = view.province if units else None
    not_held = [e for e in newer_editions_not_held(release, key, province) if newest_shown or e.key.year <= last_year]
    return sentences + [newer_edition_words(release, edition, view.language, province) for edition in not_held]


def _reasons(release: Release, key: EditionKey, units: list[str]) -> dict[str, str]:
    """Give the reason why each unit has no score in an edition; of one with a figure of any of them nothing is said."""
    rows = [cached_answers.edition_row(release, key, OVERALL, unit) for unit in units]
    if any(row["place_kind"] or not row["reason"] for row in rows):
        return {}
    return {str(row["unit"]): str(row["reason"]) for row in rows}
