"""A what-if in words: arithmetic on the last whole edition and no forecast, said so each time."""

from collections.abc import Sequence

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.measurement import completeness
from indicators.release import Release
from indicators.what_if import WhatIf
from wording.answers import cannot_words
from wording.findings import place_change_words, score_change_words, score_number
from wording.language import Language
from wording.marks import ORDER
from wording.names import edition_name, joined, province_name


def what_if_label(release: Release, key: EditionKey, language: Language) -> str:
    """Say what a what-if is and what it is not."""
    return language.text(
        "Arithmetic on the results of the last whole edition ({edition}), not a forecast: the scores of all other "
        "provinces stay as published.",
        edition=edition_name(release, key, language),
    )


def what_if_words(release: Release, key: EditionKey, unit: str, answer: WhatIf, language: Language) -> str:
    """Say the total and the place before and after."""
    index = release.catalogue.index(key.index)
    province = province_name(release.provinces, unit, language)
    places = {"before": f"{answer.place_before}/{answer.place_of}", "after": f"{answer.place_after}/{answer.place_of}"}
    if answer.total_after == answer.total_before:
        return language.text(
            "{province}, {edition}: {total}, order by score {place}. Change a component to see what it does.",
            province=province,
            edition=edition_name(release, key, language),
            total=score_number(answer.total_before, index, OVERALL, key.year, language),
            place=f"{places['before']} {ORDER}",
        )
    return language.text(
        "{province}: total {total_before} → {total_after} ({change}); order by score {before} → {after} {mark} "
        "({moved})",
        province=province,
        total_before=score_number(answer.total_before, index, OVERALL, key.year, language),
        total_after=score_number(answer.total_after, index, OVERALL, key.year, language),
        change=score_change_words(answer.total_change, index, OVERALL, key.year, language),
        moved=place_change_words(answer.place_change, "order", language),
        mark=ORDER,
        **places,
    )


def no_what_if_words(
    release: Release, index: Index, key: EditionKey | None, answer: CannotBeSaid, unit: str | None, language: Language
) -> str:
    """Say why no what-if can be made: no whole edition (`key` is None then), a part that is not held, weights that are
    not known; of a unit, or of the country.
    """
    if unit is None and key is None:
        return language.text(
            "{index}: no edition is held whole; of the newest one, {held} of {due} scores are held.",
            index=index.short_name,
            held=answer.held,
            due=answer.due,
        )
    province = "" if unit is None else province_name(release.provinces, unit, language)
    if answer.reason == "no_edition":
        return language.text("{index}: no figures of {province} are held.", index=index.short_name, province=province)
    if key is None:
        return language.text(
            "{index}: no edition is held whole with a score of {province}; of the newest one, {held} of {due} scores "
            "are held.",
            index=index.short_name,
            province=province,
            held=answer.held,
            due=answer.due,
        )
    return f"{edition_name(release, key, language)}: {cannot_words(release, key, answer, language)}"


def newer_editions_words(release: Release, newer: Sequence[EditionKey], language: Language) -> str:
    """Say which newer editions are not counted with, and how many of their scores are held; "" for none."""
    if not newer:
        return ""
    named: list[str] = []
    for edition in newer:
        held = completeness(release, edition)
        name = edition_name(release, edition, language)
        named.append(
            language.text("{edition} ({held} of {due} scores held)", edition=name, held=held.held, due=held.due)
        )
    return language.text(
        "Not counted with: {editions}. Only an edition of which every score is held gives a place.",
        editions=joined(named, language),
    )
