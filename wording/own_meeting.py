"""The words of the slides and the workbook of own results: what is said of provinces, said of units of a file."""

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness
from indicators.release import Release
from wording.gaps import short_reason
from wording.language import Language, LanguageCode
from wording.language import language as words_of
from wording.names import edition_name, joined, province_name
from wording.own_language import OwnLanguage

_NAMED_AT_MOST = 10


class MeetingLanguage(OwnLanguage):
    """The language of own units with the words of slides: headings, lines of sources, titles."""

    def __init__(self, code: LanguageCode) -> None:
        """Choose a language by its code."""
        super().__init__(code)
        told = words_of(code)
        self._sentences |= {own: told.text(on_slides) for own, on_slides in ON_SLIDES.items()}

    def __eq__(self, other: object) -> bool:
        """Two of these are the same when their codes are."""
        return isinstance(other, MeetingLanguage) and other.code == self.code

    def __hash__(self) -> int:
        """Hash by code and by what is spoken of."""
        return hash((MeetingLanguage, self.code))


def absent_words(release: Release, key: EditionKey, table: pd.DataFrame, language: Language) -> list[str]:
    """Name the units without a result in an edition, or count them, one sentence a reason.

    `table` as from `results.edition_table`.
    """
    said: list[str] = []
    absent = table[(table["reason"] != "") & (table["place_kind"] == "")]
    for reason, rows in absent.groupby("reason"):
        names = [province_name(release.provinces, str(unit), language) for unit in rows["unit"]]
        count = language.counted("{count} unit", "{count} units", len(names))
        said.append(
            language.text(
                "{edition}, {reason}: {names}.",
                edition=edition_name(release, key, language),
                reason=short_reason(str(reason), language),
                names=joined(names, language) if len(names) <= _NAMED_AT_MOST else count,
            )
        )
    return said


def no_order_words(release: Release, key: EditionKey, language: Language) -> str:
    """Say why an edition has no order by score; "" where it has one."""
    units = completeness(release, key, OVERALL)
    if units.whole:
        return ""
    words = language.counted(
        "Order by score cannot be said: {count} score is missing.",
        "Order by score cannot be said: {count} scores are missing.",
        units.due - units.held,
    )
    return f"{edition_name(release, key, language)}: {words[:1].lower()}{words[1:]}"


# By the sentence about provinces; those that `own_language` has already are not here.
ON_SLIDES = {
    "Province": "Unit",
    "Index": "Edition",
    "Place, group": "Place",
    "Who stands there": "Unit ahead",
    "{count} provinces": "{count} units",
    "Source: {publisher}. Edition: {edition}. {count} province with figures.": (
        "Source: the uploaded file. {edition}: {count} unit with figures."
    ),
    "Source: {publisher}. Edition: {edition}. {count} provinces with figures.": (
        "Source: the uploaded file. {edition}: {count} units with figures."
    ),
    "Source: {publisher}. Editions: {index} {years}.": "Source: the uploaded file. {index} {years}.",
    "Sources: {publishers}. Editions: {editions}.": "Source: the uploaded file. {editions}.",
    "Source: {title}. Published by: {publisher}; obtained from: {obtained}. {address}": "Source: {title}.",
    "Data as of {date}": "File read on {date}",
    "Figures as the publishers gave them; what is computed here carries a mark.": (
        "Figures as in the uploaded file; what is computed here carries a mark."
    ),
    "{name}: results of the indices, {years}": "{name}: results, {years}",
    "{title}: results of {count} provinces": "{title}: results of {count} units",
    "{edition}: who rose most cannot be said, since two whole and comparable editions are needed.": (
        "{edition}: which unit rose most cannot be said, since two whole and comparable editions are needed."
    ),
    "Points to the next place": "Points to the next unit ahead",
    "Arithmetic on one published edition and not a forecast: in the next edition the others move too.": (
        "Arithmetic on one edition of the file and not a forecast: in the next edition the others move too."
    ),
    "{edition}, points to the next place: {reason}": "{edition}, points to the next unit ahead: {reason}",
    "{name}, short of the next place ahead: {points}; not a forecast": (
        "{name}, short of the next unit ahead: {points}; not a forecast"
    ),
    "{name}: points to the next place ahead in {count} indices; not a forecast": (
        "{name}: points to the next unit ahead; not a forecast"
    ),
    "{edition}: the publisher does not give this figure.": "{edition}: the file does not give this figure.",
    "{edition} has been published, but has not been collected here yet.": (
        "{edition}: the file holds no total that can be used."
    ),
    "{held} of {due} scores gathered. Order by score, median and classes of the year cannot be said: "
    "{absent} scores are not held.": (
        "{held} of {due} scores can be used. Order by score and median of the year cannot be said: {absent} "
        "scores are missing."
    ),
    "Published ranks": "Ranks of the file",
    # Who improved most.
    "Own movement": "By the own score",
    "Field movement": "By the scores of the others",
    "Own movement: places gained through the own score, against the others' later scores.": (
        "By the own score: places gained through the unit's own score, against the others' later scores."
    ),
    "{title}: {provinces} improved most: own score {change}": (
        "{title}: {provinces} improved most by its own score, {change}"
    ),
    "{index} {first}–{last}: no own score moved a province up.": (
        "{index} {first}–{last}: no own score moved a unit up."
    ),
    "{index} {first}–{last}: who improved most by their own score cannot be said. {reason}": (
        "{index} {first}–{last}: which unit improved most by its own score cannot be said. {reason}"
    ),
    # The brief.
    "Where the province stands": "Overall results",
    "Against other provinces, and how far to the next": "How far to the next unit, and the targets",
    "Made by the provincial index dashboard from published results": (
        "Made by the provincial index dashboard from an uploaded file"
    ),
}
