"""The strengths and weaknesses of a province in words: which components, where it stands in them, and for how long."""

from typing import Any, cast

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.strengths import Strengths
from wording.answers import short_cannot
from wording.findings import place_words
from wording.language import Language
from wording.names import component_name, edition_name, province_name

_LASTING = {"persistent": "persistent", "new": "new"}
_LASTING_SENTENCES = {
    "persistent": "Persistent: so in three editions running",
    "new": "New: not so in the edition before",
    "": "So in this edition and the one before",
}
_NOT_SAID = {
    "break": "Whether persistent or new cannot be said: the method changed",
    "unit_system": "Whether persistent or new cannot be said: the administrative units changed",
    "no_edition": "Whether persistent or new cannot be said: there are not enough earlier editions",
    "edition_not_whole": "Whether persistent or new cannot be said: an earlier edition is not held whole",
    "no_figure": "Whether persistent or new cannot be said: the province has no figure in an earlier edition",
}


def strengths_words(release: Release, answer: Strengths, unit: str, language: Language) -> str:
    """Say what a province is strong and weak in, most extreme first, with its place and how long it has been so.

    "Điểm mạnh: … (thứ tự theo điểm 4/63, mới); điểm yếu: …".
    """
    own = answer.table[answer.table["unit"] == unit]
    if own["percentile"].isna().all():
        return language.text(
            "Strengths and weaknesses cannot be said: {edition} has no figures of {province} that can be compared",
            edition=edition_name(release, answer.key, language),
            province=province_name(release.provinces, unit, language),
        )
    strong, weak = (_listed(release, answer, unit, kind, language) for kind in ("strength", "weakness"))
    if strong and weak:
        return language.text("Strengths: {strengths}; weaknesses: {weaknesses}", strengths=strong, weaknesses=weak)
    if strong:
        return language.text("Strengths: {strengths}; no component is among the lowest quarter", strengths=strong)
    if weak:
        return language.text("Weaknesses: {weaknesses}; no component is among the best quarter", weaknesses=weak)
    return language.text("No component is among the best or the lowest quarter")


def lasting_words(row: pd.Series, language: Language) -> str:
    """Say of one strength or weakness how long it has been so, or why that cannot be said; "" for neither.

    `row`: a row of `strengths.Strengths.table`.
    """
    if not row["kind"]:
        return ""
    reason = str(row["lasting_reason"])
    if reason:
        return language.text(_NOT_SAID[reason])
    words = language.text(_LASTING_SENTENCES[str(row["lasting"])])
    return words + language.text(" (compare with caution)") if row["cautious"] else words


def short_lasting(row: pd.Series, language: Language) -> str:
    """Say the same in a few words, for a cell: "kéo dài", "mới", "hai kỳ liền", or why it cannot be said."""
    if not row["kind"]:
        return ""
    reason = str(row["lasting_reason"])
    if reason:
        return short_cannot(reason, language)
    words = language.text(_LASTING.get(str(row["lasting"]), "two editions running"))
    return words + language.text(" (compare with caution)") if row["cautious"] else words


def not_judged_words(release: Release, answer: Strengths, language: Language) -> str:
    """Name the components by which nobody is judged, since their scores are not all held; "" where there are none."""
    if not answer.not_whole:
        return ""
    index = release.catalogue.index(answer.key.index)
    names = [component_name(index, name, answer.key.year, language, short=True) for name in answer.not_whole]
    return language.text("Not judged, as not all scores are held: {components}", components="; ".join(names))


def no_strengths_words(release: Release, key: EditionKey, answer: CannotBeSaid, language: Language) -> str:
    """Say why an edition has no strengths and weaknesses."""
    edition = edition_name(release, key, language)
    if answer.reason == "edition_not_whole":
        return language.text(
            "Strengths and weaknesses of {edition} cannot be said: no component has the scores of all provinces "
            "({held} of {due} scores are held)",
            edition=edition,
            held=answer.held,
            due=answer.due,
        )
    return language.text("Strengths and weaknesses of {edition} cannot be said: it has no components", edition=edition)


def _listed(release: Release, answer: Strengths, unit: str, kind: str, language: Language) -> str:
    rows = cast("list[dict[str, Any]]", answer.of(unit, kind).to_dict("records"))
    return ", ".join(_named(release, answer.key, row, language) for row in rows)


def _named(release: Release, key: EditionKey, row: dict[str, Any], language: Language) -> str:
    name = component_name(release.catalogue.index(key.index), str(row["component"]), key.year, language, short=True)
    of = None if pd.isna(row["place_of"]) else int(row["place_of"])
    words = place_words(int(row["place"]), of, str(row["place_kind"]), str(row["note_codes"]), language)
    if row["lasting"]:
        words = f"{words}, {language.text(_LASTING[str(row['lasting'])])}"
    return f"{name} ({words})"
