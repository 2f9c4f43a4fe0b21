"""Why a question has no answer, in one sentence: for a whole edition, or for one province of an answer."""

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.units import UNIT_SYSTEMS
from wording.language import Language
from wording.names import component_name, edition_name, province_name


def cannot_words(release: Release, key: EditionKey, answer: CannotBeSaid, language: Language) -> str:
    """Say why a question about an edition (the later one of two) has no answer, and what is missing for one.

    `answer.missing` is named: components as the edition calls them, provinces by their names. Of a row whose `reason`
    is not empty make the answer of that reason: `CannotBeSaid("no_figure")`.
    """
    fields = {
        "edition": edition_name(release, key, language),
        "missing": answer.scores_missing,
        "due": answer.due,
        # Names of components hold commas ("Chỉ đạo, điều hành").
        "named": "; ".join(_name(release, key, missing, language) for missing in answer.missing),
        "reason": " ".join(dict.fromkeys(c.reason.in_language(language.code) for c in answer.crossings)),
    }
    sentences = _NAMING if answer.missing else _SENTENCES
    return language.text(sentences.get(answer.reason, _SENTENCES[answer.reason]), **fields).strip()


def short_cannot(reason: str, language: Language) -> str:
    """Say in a few words why there is no answer, for a cell; "" for no reason."""
    return language.text(_SHORT[reason]) if reason else ""


def _name(release: Release, key: EditionKey, missing: str, language: Language) -> str:
    if missing.startswith(tuple(f"{system}-" for system in UNIT_SYSTEMS)):
        return province_name(release.provinces, missing, language)
    return component_name(release.catalogue.index(key.index), missing, key.year, language, short=True)


_SENTENCES = {
    "no_edition": "There is no edition to answer from.",
    "no_figure": "{edition}: no figure of this province to answer from.",
    "first_place": "{edition}: nobody stands ahead.",
    "edition_not_whole": "Cannot be said: {missing} of {due} scores are not held.",
    "parts_not_held": "Cannot be said: figures of components are not held.",
    "weights_unknown": "Cannot be said: how the components make the total of {edition} is not known.",
    "break": "Not comparable: the method changed. {reason}",
    "unit_system": "Not comparable: the administrative units changed. {reason}",
    "not_published": "{edition}: the publisher does not give this figure.",
}

_NAMING = {
    "parts_not_held": "Cannot be said. No figures are held of: {named}.",
    "weights_unknown": "Cannot be said. The weights are not known of: {named}.",
    "break": "Not comparable, since the measure changed of: {named}. {reason}",
}

_SHORT = {
    "no_edition": "no edition",
    "no_figure": "no figure",
    "first_place": "nobody stands ahead",
    "edition_not_whole": "not all scores are held",
    "parts_not_held": "components are not held",
    "weights_unknown": "weights are not known",
    "break": "not comparable: the method changed",
    "unit_system": "not comparable: the administrative units changed",
    "not_published": "not published",
}
