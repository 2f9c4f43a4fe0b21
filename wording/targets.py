"""Targets in words: what was set out for, whether it was reached, by how much, and why that cannot be said."""

from typing import Any, cast

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey, UnknownEditionError
from indicators.change import change_between
from indicators.comparability import compare
from indicators.own_targets import TargetFault
from indicators.release import Release
from indicators.results import edition_table
from indicators.targets import Target, TargetResult
from indicators.units import Unit
from wording.answers import cannot_words
from wording.findings import comparison_words, score_number
from wording.gaps import missing_words
from wording.language import Language
from wording.names import component_name
from wording.numbers import NO_FIGURE, number

_KINDS = {
    "rank_at_most": "rank {value} or better",
    "score_at_least": "score {value} or more",
    "rank_kept": "rank of {since} kept or raised",
    "score_kept": "score of {since} kept or raised",
}
_KIND_NAMES = {
    "rank_at_most": "Rank … or better",
    "score_at_least": "Score … or more",
    "rank_kept": "Keep or raise the rank of the year …",
    "score_kept": "Keep or raise the score of the year …",
}
_VERDICTS = {"reached": "✓ Reached", "missed": "✗ Missed", "cannot_be_said": "? Cannot be said"}
_FAULTS = {
    "column_missing": "The heading lacks the column {column}.",
    "no_rows": "The table has a heading and no rows.",
    "too_many_rows": "The table has {value} rows; only so many as {row} can be read. Split the file.",
    "not_valid": 'Row {row}, column {column}: "{value}" is not valid.',
    "allowed": 'Row {row}, column {column}: "{value}" is not valid; allowed: {allowed}.',
}


def target_words(release: Release, target: Target, language: Language) -> str:
    """Say what is set out for: "PCI 2024: hạng 20 trở lên", with the component where it is not the total."""
    index = release.catalogue.index(target.index)
    title = f"{index.short_name} {target.year}"
    if target.component != "overall":
        title += f" – {component_name(index, target.component, target.year, language, short=True)}"
    value = ""
    if target.value is not None and target.kind == "score_at_least":
        value = score_number(target.value, index, target.component, target.year, language)
    elif target.value is not None:
        value = number(target.value, 0, language)
    wanted = language.text(_KINDS[target.kind], value=value, since=target.since_year)
    return f"{title}: {wanted}"


def kind_name(kind: str, language: Language) -> str:
    """Name a kind of target in a list to choose from."""
    return language.text(_KIND_NAMES[kind])


def verdict_words(verdict: str, language: Language) -> str:
    """Say whether a target was reached; a sign tells the verdicts apart as well as the words."""
    return language.text(_VERDICTS[verdict])


def margin_words(release: Release, result: TargetResult, language: Language) -> str:
    """Say by how much a result is better than the target or short of it; an en dash where nothing can be said."""
    if result.margin is None:
        return NO_FIGURE
    target = result.target
    if target.kind in ("score_at_least", "score_kept"):
        index = release.catalogue.index(target.index)
        amount = number(abs(result.margin), index.display_decimals, language)
        percent = index.unit_of(target.component, target.year) == "percent"
        if result.margin >= 0:
            return language.text(
                "{amount} percentage points to spare" if percent else "{amount} points to spare", amount=amount
            )
        return language.text("{amount} percentage points short" if percent else "{amount} points short", amount=amount)
    count = abs(int(result.margin))
    if result.place_kind == "order":
        if result.margin >= 0:
            return language.counted("{count} position to spare", "{count} positions to spare", count)
        return language.counted("{count} position short", "{count} positions short", count)
    if result.margin >= 0:
        return language.counted("{count} place to spare", "{count} places to spare", count)
    return language.counted("{count} place short", "{count} places short", count)


def target_note(release: Release, result: TargetResult, language: Language) -> str:
    """Say why a target cannot be judged, or with what caution it is; "" where nothing has to be said."""
    target = result.target
    system = Unit.parse(target.unit).system
    key = EditionKey(target.index, target.year, system)
    if result.reason == "no_edition":
        if since := _since_of_other_units(release, target, key):
            return comparison_words(compare(release, since, key, target.component), language)
        year = target.since_year if _listed(release, key) else target.year
        name = release.catalogue.index(target.index).short_name
        return language.text("There is no edition {index} {year} to judge by.", index=name, year=year)
    if target.since_year is not None:
        earlier = EditionKey(target.index, target.since_year, system)
        comparison = compare(release, earlier, key, target.component, target.unit)
        if not comparison.comparable:
            return comparison_words(comparison, language)
        if not result.reason:
            caution = comparison_words(comparison, language) if comparison.degree == "revision" else ""
            return " ".join(part for part in (caution, _among_common(release, target, earlier, key, language)) if part)
    if not result.reason:
        return ""
    # Across two editions the one that lacks the figure is named, the earlier one first.
    years = [target.year] if target.since_year is None else [target.since_year, target.year]
    for year in years:
        edition = EditionKey(target.index, year, system)
        table = edition_table(release, edition, target.component)
        row = cast("dict[str, Any]", table[table["unit"] == target.unit].iloc[0].to_dict())
        by_rank = target.kind in ("rank_at_most", "rank_kept")
        if row["reason"] and not (by_rank and row["place_kind"]):
            return missing_words(release, edition, target.component, target.unit, str(row["reason"]), language)
    return cannot_words(release, key, CannotBeSaid(result.reason), language)


def target_fault_words(fault: TargetFault, language: Language) -> str:
    """Say what is wrong in a file of targets, where, and what could stand there."""
    sentence = "allowed" if fault.allowed else fault.fault
    return language.text(
        _FAULTS[sentence],
        row=fault.row if fault.fault != "too_many_rows" else fault.row - 2,
        column=fault.column,
        value=fault.value,
        allowed=", ".join(fault.allowed),
    )


def _among_common(release: Release, target: Target, earlier: EditionKey, later: EditionKey, language: Language) -> str:
    """Say among how many a kept rank is counted, where the two editions measured different provinces."""
    change = change_between(release, earlier, later, target.component)
    if target.kind != "rank_kept" or not change.fields_differ:
        return ""
    return language.text(
        "Changes of place are counted among the {count} provinces with figures in both years.", count=change.common
    )


def _since_of_other_units(release: Release, target: Target, key: EditionKey) -> EditionKey | None:
    """Return the edition of the year to be kept where it is one of other units, as before a reorganisation."""
    if target.since_year is None or not _listed(release, key):
        return None
    editions = [edition.key for edition in release.catalogue.editions_of(target.index)]
    if EditionKey(target.index, target.since_year, key.system) in editions:
        return None
    return next((found for found in editions if found.year == target.since_year), None)


def _listed(release: Release, key: EditionKey) -> bool:
    try:
        release.catalogue.edition(key)
    except UnknownEditionError:
        return False
    return True
