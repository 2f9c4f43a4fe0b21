"""Speaks of own units: the sentences that name provinces, their publishers or their ranks, said of units and a file."""

from functools import cache

from wording.language import Language, LanguageCode, language


class OwnLanguage(Language):
    """A language that says "unit" wherever the sentences about provinces say "province".

    So every function that takes a language speaks rightly of own units. It is not equal to the language of the same
    code: an answer in words about the ones is none about the others.
    """

    def __init__(self, code: LanguageCode) -> None:
        """Choose a language by its code."""
        super().__init__(code)
        told = language(code)
        self._sentences = dict(self._sentences) | {own: told.text(of_units) for own, of_units in OF_UNITS.items()}
        if code == "en":
            self._sentences |= OF_ONE_UNIT

    def __eq__(self, other: object) -> bool:
        """Two are the same when both speak of own units and their codes are the same."""
        return isinstance(other, OwnLanguage) and other.code == self.code

    def __hash__(self) -> int:
        """Hash by code and by what is spoken of."""
        return hash((OwnLanguage, self.code))


@cache
def own_language(code: LanguageCode) -> OwnLanguage:
    """Return the language of a code that speaks of own units."""
    return OwnLanguage(code)


# By the sentence about provinces.
OF_UNITS = {
    # Marks and terms.
    "(*) Order by score is computed by this site; it is not a rank given by the publisher.": (
        "(*) Order by score is computed by this site; it is not a rank given in the file."
    ),
    "† Computed or deduced by this site from published figures.": (
        "† Computed by this site from the figures of the file."
    ),
    "The place printed by the publisher, always with the number of provinces ranked.": (
        "The place written in the file, always with the number of units ranked."
    ),
    "The place that this site works out from scores where no rank was published.": (
        "The place that this site works out from scores where the file gives no rank."
    ),
    "The middle value when provinces are sorted by score.": "The middle value when units are sorted by score.",
    "Share of the other provinces that score lower: 100 is best, 0 lowest.": (
        "Share of the other units that score lower: 100 is best, 0 lowest."
    ),
    "Places gained or lost through the province's own score, against the others' later scores.": (
        "Places gained or lost through the unit's own score, against the others' later scores."
    ),
    "Places gained or lost had the province kept its old score among the others' new ones.": (
        "Places gained or lost had the unit kept its old score among the others' new ones."
    ),
    "Points needed to draw level with the next province in the published edition; not a forecast.": (
        "Points needed to draw level with the next unit in the same year; not a forecast."
    ),
    "A score or rank that the province set for an edition.": "A score or rank that was set for a unit.",
    # Answers, and why there is none.
    "{edition}: no figure of this province to answer from.": "{edition}: no figure of this unit to answer from.",
    "{edition}: nobody stands ahead.": "{edition}: no unit stands ahead.",
    "{edition}: the result of {province} has not been collected yet.": (
        "{edition}: the file holds no score of {province} that can be used."
    ),
    "not collected yet": "no score in the file that can be used",
    "not all scores are held": "scores of some units are missing",
    "nobody stands ahead": "no unit stands ahead",
    "not every score of that year is held": "scores of some units of that year are missing",
    "No places: neither published ranks nor every score of a year are held.": (
        "No places: the file has neither ranks nor every score of a year."
    ),
    # Places, changes and distances.
    " among the {count} provinces with figures in both years": " among the {count} units with figures in both years",
    "Order by score: {whole} of {of}; own movement: {own}; field movement: {field}": (
        "Order by score among {of} units: {whole}; by its own score: {own}; by the scores of the others: {field}"
    ),
    "Published rank: {change}. The publisher ranks equal scores differently, so the two parts add up to the change "
    "of the order by score, not to that of the rank.": (
        "Printed rank: {change}. The file ranks equal scores differently, so the two parts add up to the change of "
        "the order by score, not to that of the rank."
    ),
    "Places are those among the {count} provinces measured in both editions.": (
        "Places are those among the {count} units of both editions."
    ),
    "Level with the median of all provinces ({median})": "Level with the median of all units ({median})",
    "{amount} points below the median of all provinces ({median})": (
        "{amount} points below the median of all units ({median})"
    ),
    "{amount} points above the median of all provinces ({median})": (
        "{amount} points above the median of all units ({median})"
    ),
    "{amount} percentage points below the median of all provinces ({median})": (
        "{amount} percentage points below the median of all units ({median})"
    ),
    "{amount} percentage points above the median of all provinces ({median})": (
        "{amount} percentage points above the median of all units ({median})"
    ),
    "{count} other provinces score within {amount}: such a difference may come from rounding alone.": (
        "{count} other units score within {amount}: such a difference may come from rounding alone."
    ),
    "tied with {count} provinces": "tied with {count} units",
    "{amount} ahead of {count} places down": "{amount} ahead of the unit {count} places down",
    "{amount} ahead of {count} positions down": "{amount} ahead of the unit {count} positions down",
    "Own and field movement cannot be said: there is no score of one of the two editions": (
        "What the unit and what the others did cannot be said: there is no score of one of the two editions"
    ),
    "published rank": "rank in the file",
    # Strengths and weaknesses.
    "Whether persistent or new cannot be said: the province has no figure in an earlier edition": (
        "Whether persistent or new cannot be said: the unit has no figure in an earlier edition"
    ),
    "Strengths and weaknesses of {edition} cannot be said: no component has the scores of all provinces "
    "({held} of {due} scores are held)": (
        "Strengths and weaknesses of {edition} cannot be said: no component has the scores of all units "
        "({held} of {due} scores are held)"
    ),
    "Not judged, as not all scores are held: {components}": (
        "Not judged, as scores of some units are missing: {components}"
    ),
}

# The forms for one, which Vietnamese has not.
OF_ONE_UNIT = {
    "{count} other province scores within {amount}: such a difference may come from rounding alone.": (
        "{count} other unit scores within {amount}: such a difference may come from rounding alone."
    ),
    "tied with {count} province": "tied with {count} unit",
}
