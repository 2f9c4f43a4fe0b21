"""The review of a period in words: what of it is compared, what was reached, and who improved most."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import Crossing, compare
from indicators.measurement import completeness, measured_scores, measured_units
from indicators.period_review import Period, PeriodReview
from indicators.release import Release
from wording.findings import (
    comparison_words,
    place_change_words,
    place_text,
    place_words,
    score_change_words,
    score_text,
)
from wording.gaps import missing_words, short_reason
from wording.language import Language
from wording.marks import Origin
from wording.names import edition_name, joined, province_name
from wording.numbers import NO_FIGURE


def figure_cell(release: Release, key: EditionKey, row: dict[str, Any], language: Language) -> str:
    """Write what is held of a unit in an edition: "2022: 84,66% (37/63)"; `row` as of `results.edition_table`."""
    index = release.catalogue.index(key.index)
    origin = Origin(str(row["kind"]), str(row["note_codes"]))
    score = score_text(row["score"], origin, index, OVERALL, key.year, language)
    place = place_text(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]))
    if place == NO_FIGURE:
        return f"{key.year}: {score}"
    return f"{key.year}: ({place})" if score == NO_FIGURE else f"{key.year}: {score} ({place})"


def outside_words(release: Release, key: EditionKey, unit: str, row: dict[str, Any], language: Language) -> str:
    """Say what is held of a unit in an edition that its period is not compared by; `row` as of `figure_cell`."""
    index = release.catalogue.index(key.index)
    origin = Origin(str(row["kind"]), str(row["note_codes"]))
    parts = [score_text(row["score"], origin, index, OVERALL, key.year, language)] if pd.notna(row["score"]) else []
    if row["place_kind"]:
        parts.append(
            place_words(row["place"], row["place_of"], str(row["place_kind"]), str(row["note_codes"]), language)
        )
    return language.text(
        "{edition}, {province}, not compared: {figure}.",
        edition=edition_name(release, key, language),
        province=province_name(release.provinces, unit, language),
        figure=", ".join(parts) or NO_FIGURE,
    )


def counts_words(changes: Sequence[int | None], first: int, last: int, name: str, language: Language) -> str:
    """Say of how many indices a province's place is better, worse or the same over a period; None: cannot be said."""
    said = [change for change in changes if change is not None]
    return language.text(
        "Period {first}–{last}, {province}: of {all} indices the place is better in {up}, worse in {down}, the same in "
        "{same}; not to be compared in {other}",
        first=first,
        last=last,
        province=name,
        up=sum(change > 0 for change in said),
        down=sum(change < 0 for change in said),
        same=sum(change == 0 for change in said),
        other=len(changes) - len(said),
        all=len(changes),
    )


def period_words(
    release: Release,
    index: str,
    answer: Period | CannotBeSaid,
    held: Sequence[EditionKey],
    language: Language,
) -> list[str]:
    """Say what of a period cannot be compared for one index, and why; nothing where all that is held can be.

    `held`: the editions inside the period of which figures are held.
    """
    name = release.catalogue.index(index).short_name
    if any(key.system == "34" for key in held):
        name = language.text("{edition}, {units} provinces", edition=name, units="34")
    if isinstance(answer, CannotBeSaid):
        if answer.reason == "break":
            return [
                language.text("{index}: no two editions can be compared. {reason}", index=name, reason=reason)
                for reason in [_reasons(answer.crossings, language)]
            ]
        if not held:
            return [language.text("{index}: no edition of the period holds any figure.", index=name)]
        years = joined([str(key.year) for key in held], language)
        return [
            language.text("{index}: only {years} is held; a comparison needs two editions.", index=name, years=years)
        ]
    said: list[str] = []
    if answer.breaks:
        said.append(
            language.text(
                "{index}: compared for {first}–{last} only, as the method changed. {reason}",
                index=name,
                first=answer.first.year,
                last=answer.last.year,
                reason=_reasons(answer.breaks, language),
            )
        )
    comparison = compare(release, answer.first, answer.last, OVERALL)
    caution = comparison_words(comparison, language)
    return [*said, f"{name} {answer.first.year} → {answer.last.year}: {caution}"] if caution else said


def common_field_words(release: Release, review: PeriodReview, language: Language) -> str:
    """Say among how many provinces changes of place are counted where the two editions measured different ones."""
    if not review.change.fields_differ or not (review.change.table["direction"] != "").any():
        return ""
    return language.text(
        "{title}: changes of place are counted among the {count} provinces with figures in both years.",
        title=improvers_title(release, review.period),
        count=review.change.common,
    )


def not_held_words(release: Release, editions: Sequence[EditionKey], language: Language) -> str:
    """Name the editions of a period of which no figure is held; "" for none."""
    if not editions:
        return ""
    names = joined([edition_name(release, key, language) for key in editions], language)
    return language.text("No figures yet of: {editions}.", editions=names)


def absence_words(
    release: Release, index: str, unit: str, reasons: Sequence[tuple[EditionKey, str]], language: Language
) -> list[str]:
    """Say in which editions of an index a unit has neither a score nor a place, one sentence a reason.

    `reasons`: editions with their `results.MissingReason`.
    """
    said: list[str] = []
    for reason in dict.fromkeys(reason for _, reason in reasons):
        keys = [key for key, other in reasons if other == reason]
        if len(keys) == 1:
            said.append(missing_words(release, keys[0], OVERALL, unit, reason, language))
            continue
        said.append(
            language.text(
                "{index} {years}: no result of {province} is held ({reason}).",
                index=release.catalogue.index(index).short_name,
                years=joined([str(key.year) for key in keys], language),
                province=province_name(release.provinces, unit, language),
                reason=short_reason(reason, language),
            )
        )
    return said


def improvers_title(release: Release, period: Period) -> str:
    """Name what the best improvers are of: "PAPI 2022 → 2024"."""
    name = release.catalogue.index(period.last.index).short_name
    return f"{name} {period.first.year} → {period.last.year}"


def improver_line(
    release: Release, review: PeriodReview, row: Mapping[Any, Any], language: Language, *, in_list: bool = False
) -> str:
    """Say what a province improved by its own score, and what the others' scores did to it.

    `in_list`: whether it stands in a list whose heading says of which provinces it is, so that the name alone will do.
    """
    key = review.period.last
    index, unit = release.catalogue.index(key.index), str(row["unit"])
    sentence = language.text(
        "**{province}**: own movement {own}, field movement {field}",
        province=release.provinces.name(unit, language.code)
        if in_list
        else province_name(release.provinces, unit, language),
        own=place_change_words(int(row["own"]), "order", language),
        field=place_change_words(int(row["field"]), "order", language),
    )
    if pd.isna(row["score_change"]):
        return sentence
    return f"{sentence}; {score_change_words(float(row['score_change']), index, OVERALL, key.year, language)}"


def no_movement_words(release: Release, period: Period, answer: CannotBeSaid, language: Language) -> str:
    """Say why own and field movement cannot be told apart: in which of the two editions how many scores are missing."""
    title = improvers_title(release, period)
    if answer.reason != "edition_not_whole":
        return language.text(
            "{title}: who improved most cannot be said. {reason}",
            title=title,
            reason=_reasons(answer.crossings, language),
        )
    lacking: list[str] = []
    for key in (period.first, period.last):
        held = completeness(release, key)
        if not held.whole:
            lacking.append(
                language.text(
                    "{edition} lacks {missing} of {due} scores",
                    edition=edition_name(release, key, language),
                    missing=held.due - held.held,
                    due=held.due,
                )
            )
    return language.text(
        "{title}: who improved most by its own score cannot be said: {lacking}.",
        title=title,
        lacking=joined(lacking, language),
    )


def scores_missing_words(release: Release, key: EditionKey, language: Language) -> str:
    """Name the provinces whose score of an edition is not held; "" where all are."""
    held = measured_scores(release, key, OVERALL).index
    measured = measured_units(release, key, OVERALL)
    missing = [unit for unit in release.provinces.units(key.system) if unit in measured and unit not in held]
    if not missing:
        return ""
    names = ", ".join(province_name(release.provinces, unit, language) for unit in missing)
    return language.text(
        "{edition}, scores not held ({count}): {provinces}.",
        edition=edition_name(release, key, language),
        count=len(missing),
        provinces=names,
    )


def improvers_description(title: str, rows: pd.DataFrame, names: dict[str, str], language: Language) -> str:
    """Say what a picture of the best improvers shows; `rows`: unit, own, field."""
    said = [
        language.text(
            "{province}: own {own}, field {field}",
            province=names[str(row["unit"])],
            own=place_change_words(int(row["own"]), "order", language),
            field=place_change_words(int(row["field"]), "order", language),
        )
        for row in cast("list[dict[str, Any]]", rows.to_dict("records"))
    ]
    return f"{title}. {'; '.join(said)}."


def _reasons(crossings: Sequence[Crossing], language: Language) -> str:
    return " ".join(dict.fromkeys(crossing.reason.in_language(language.code) for crossing in crossings))
