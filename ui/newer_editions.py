"""Which editions newer than the one on a card there are, and why they are not on it."""

from indicators.catalogue import OVERALL, Edition, EditionKey
from indicators.release import Release
from indicators.results import newer_editions_not_held
from ui import cached_answers
from ui.address import LAST_YEAR
from ui.score_template import NOT_GATHERED
from ui.view import View
from wording.gaps import missing_together_words, missing_words, newer_edition_words

_SAID_TOGETHER = (NOT_GATHERED, "best_30_only")


def newer_edition_sentences(release: Release, view: View, key: EditionKey, units: list[str]) -> list[str]:
    """Say which newer editions there are: those held without a figure of these units, and those not held at all.

    Where the reader has chosen an earlier year, what came out after it is no part of the view. Editions that lack the
    same units for the same reason are said in one sentence.
    """
    last_year = view.values.number(LAST_YEAR)
    together: dict[tuple[str, tuple[str, ...]], list[EditionKey]] = {}
    sentences: list[str] = []
    for newer in _held_and_newer(release, key, last_year) if units else ():
        reasons = _reasons(release, newer, units)
        for reason in dict.fromkeys(reasons.values()):
            lacking = tuple(unit for unit in units if reasons[unit] == reason)
            if reason in _SAID_TOGETHER:
                together.setdefault((reason, lacking), []).append(newer)
            else:
                sentences += [missing_words(release, newer, OVERALL, unit, reason, view.language) for unit in lacking]
    for (reason, lacking), keys in together.items():
        sentences.append(missing_together_words(release, keys, lacking, reason, view.language))
    province = view.province if units else None
    not_held = _not_held(release, view, key, units)
    return sentences + [newer_edition_words(release, edition, view.language, province) for edition in not_held]


def newer_editions_to_fill(release: Release, view: View, key: EditionKey, units: list[str]) -> list[EditionKey]:
    """Name the newer editions that are said to be published and not held here, of these units or at all."""
    last_year = view.values.number(LAST_YEAR)
    held = _held_and_newer(release, key, last_year) if units else ()
    lacking = [newer for newer in held if NOT_GATHERED in _reasons(release, newer, units).values()]
    not_held = _not_held(release, view, key, units)
    return lacking + [e.key for e in not_held if e.status == "published" and not release.holds(e.key, OVERALL)]


def _not_held(release: Release, view: View, key: EditionKey, units: list[str]) -> list[Edition]:
    """Return the newer editions not held at all that belong to the view: all of them where it goes to the last year."""
    last_year = view.values.number(LAST_YEAR)
    newest_shown = last_year == cached_answers.all_years(release)[0]
    found = newer_editions_not_held(release, key, view.province if units else None)
    return [edition for edition in found if newest_shown or edition.key.year <= last_year]


def _held_and_newer(release: Release, key: EditionKey, last_year: int) -> list[EditionKey]:
    """Return the editions after the one on the card of which figures are held."""
    editions = [edition.key for edition in release.catalogue.editions_of(key.index, key.system)]
    return [e for e in editions if key.year < e.year <= last_year and release.holds(e, OVERALL)]


def _reasons(release: Release, key: EditionKey, units: list[str]) -> dict[str, str]:
    """Give the reason why each unit has no score in an edition; of one with a figure of any of them nothing is said."""
    rows = [cached_answers.edition_row(release, key, OVERALL, unit) for unit in units]
    if any(row["place_kind"] or not row["reason"] for row in rows):
        return {}
    return {str(row["unit"]): str(row["reason"]) for row in rows}
