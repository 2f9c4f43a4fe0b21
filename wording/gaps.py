"""Why a figure is not there, in one sentence: missing stays missing and says why."""

from collections.abc import Sequence

from indicators.catalogue import OVERALL, Edition, EditionKey
from indicators.measurement import completeness, left_out
from indicators.release import Release
from indicators.results import edition_table
from wording.data_warnings import held_back_words
from wording.language import Language
from wording.names import component_name, edition_name, joined, province_name


def missing_words(release: Release, key: EditionKey, component: str, unit: str, reason: str, language: Language) -> str:
    """Say why a province has no score in an edition; `reason` is one of `results.MissingReason`."""
    index = release.catalogue.index(key.index)
    fields = {
        "edition": edition_name(release, key, language),
        "province": province_name(release.provinces, unit, language),
        "component": component_name(index, component, key.year, language),
        "year": key.year,
        "publisher": index.short_publisher(key.year).in_language(language.code),
        "ranked": release.catalogue.edition(key).units_ranked,
    }
    if reason in ("left_out", "not_measured"):
        absence = left_out(release, key, component)[unit].words.in_language(language.code)
        if component != OVERALL or reason == "not_measured":
            return language.text("No result for {province} in {edition} ({reason}).", reason=absence, **fields)
        return language.text(
            "No result: the publisher left {province} out in {year} ({reason}).", reason=absence, **fields
        )
    return language.text(_SENTENCES[reason], **fields)


def missing_together_words(
    release: Release, keys: Sequence[EditionKey], units: Sequence[str], reason: str, language: Language
) -> str:
    """Say at once why several provinces have no total in several editions of an index, given oldest first.

    `reason` is one that needs no more than the names: `not_gathered` or `best_30_only`.
    """
    index = release.catalogue.index(keys[-1].index)
    years = [key.year for key in keys]
    if len(keys) == 1:
        editions = edition_name(release, keys[0], language)
    elif len(keys) > 2 and years == list(range(years[0], years[-1] + 1)):
        editions = f"{index.short_name} {years[0]}–{years[-1]}"
    else:
        editions = f"{index.short_name} {joined([str(year) for year in years], language)}"
    return language.text(
        _SENTENCES[reason],
        edition=editions,
        province=joined([province_name(release.provinces, unit, language) for unit in units], language),
        publisher=index.short_publisher(years[-1]).in_language(language.code),
        ranked=release.catalogue.edition(keys[-1]).units_ranked,
    )


def short_reason(reason: str, language: Language) -> str:
    """Say in a few words why a figure is not there, for a cell or a tooltip."""
    return language.text(_SHORT[reason])


def reason_sentence(reason: str, language: Language) -> str:
    """Say in a short sentence why a figure is not there."""
    words = short_reason(reason, language)
    return f"{words[:1].upper()}{words[1:]}."


def partial_words(release: Release, key: EditionKey, component: str, language: Language) -> str:
    """Say how many scores of an edition are held; "" where it is whole."""
    held = completeness(release, key, component)
    if held.whole or held.due == 0:
        return ""
    edition = release.catalogue.edition(key)
    if edition.what_is_published == "best_30" and component == OVERALL:
        return language.text(
            "{publisher} published score and rank for {ranked} of {due} provinces in {year}; {held} scores are held "
            "here. A province without a figure here is not thereby outside the best {ranked}.",
            publisher=release.catalogue.index(key.index).short_publisher(key.year).in_language(language.code),
            ranked=edition.units_ranked,
            due=held.due,
            year=key.year,
            held=held.held,
        )
    return language.text(
        "{held} of {due} scores gathered. Order by score, median and classes of the year cannot be said: "
        "{absent} scores are not held.",
        held=held.held,
        due=held.due,
        absent=held.due - held.held,
    )


def newer_edition_words(release: Release, edition: Edition, language: Language, unit: str | None = None) -> str:
    """Say that a newer edition exists, or may exist, and is not shown; of one held without `unit`, why that is so."""
    if unit is not None and release.holds(edition.key, OVERALL):
        table = edition_table(release, edition.key)
        reason = str(table.loc[table["unit"] == unit, "reason"].iloc[0])
        return missing_words(release, edition.key, OVERALL, unit, reason, language)
    if held_back := held_back_words(release, edition.key, language):
        return held_back
    name = edition_name(release, edition.key, language)
    if edition.status == "not_yet_published":
        return language.text("{edition} has not been published yet.", edition=name)
    if edition.status == "unknown":
        return language.text("No result of {edition} has been found yet.", edition=name)
    return language.text("{edition} has been published, but has not been collected here yet.", edition=name)


_SENTENCES = {
    "no_component": "{component} was not measured in {year}.",
    "sources_differ": "Sources differ on {province} in {edition}; left empty until the official text can be checked.",
    "not_known": (
        "{component}: no result of {year} has been collected; it is not known here whether it was measured then."
    ),
    "best_30_only": "{edition}: {publisher} publishes the best {ranked} only; no figure of {province} is held.",
    "not_gathered": "{edition}: the result of {province} has not been collected yet.",
    "not_yet_published": "{edition} has not been published yet.",
    "unknown": "No result of {edition} has been found yet.",
}

_SHORT = {
    "no_component": "not measured that year",
    "not_measured": "not measured",
    "left_out": "left out by the publisher",
    "sources_differ": "sources differ",
    "not_known": "not collected; not known whether it was measured",
    "best_30_only": "not held here; only the best 30 are published",
    "not_gathered": "not collected yet",
    "not_yet_published": "not published yet",
    "unknown": "no result found yet",
}
