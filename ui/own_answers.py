"""What the page of own results asks of `indicators`, and its finished charts.

They are remembered as long as the release that was made of the file, and go with it when the visit ends: the answers
that a process keeps for all sessions (`ui.cached_answers`, `ui.finished_charts`) would outlive it.
"""

from typing import Any

from charts.contributions import contributions, contributions_description
from charts.place_changes import place_changes
from charts.rank_lines import rank_lines, rank_lines_description
from charts.score_lines import score_lines, score_lines_description
from charts.subject import Subject
from charts.theme import Spec
from indicators import change, component_gaps, decomposition, headroom, history, movement, robustness
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import crossings_between
from indicators.component_standing import strengths_of_all
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.results import edition_table
from indicators.strengths import Strengths
from own.unit_kinds import UnitKind
from wording.findings import own_comparison_words
from wording.language import LanguageCode
from wording.own_language import own_language
from wording.own_results import own_change_headline

MOST_UNITS_OF_CHART = 150
FIRST_UNITS = 3

FinishedChart = tuple[Spec | None, str]

change_between = once_a_release(change.change_between)
history_of_all = once_a_release(history.history)
reference_lines = once_a_release(history.reference_lines)
movement_between = once_a_release(movement.movement_between)
decompose_change = once_a_release(decomposition.decompose_change)
headroom_of_all = once_a_release(headroom.headroom)
points_to_next_place = once_a_release(headroom.points_to_next_place)
gaps_of_all = once_a_release(component_gaps.component_gaps)
robustness_of_all = once_a_release(robustness.robustness)


def strengths_of(release: Release, key: EditionKey) -> Strengths | CannotBeSaid:
    """Mark every component that is a strength or a weakness of a unit; remembered with its release already."""
    return strengths_of_all(release, key, every_level=False)


@once_a_release
def components_held(release: Release, kind: UnitKind) -> tuple[str, ...]:
    """List the components of a kind, the total first."""
    return tuple(component.id for component in release.catalogue.index(kind).components)


@once_a_release
def years_of(release: Release, kind: UnitKind, component: str) -> tuple[int, ...]:
    """List the years with figures of a component, the newest first."""
    systems = {edition.key.system for edition in release.catalogue.editions_of(kind)}
    years = {year for system in systems for year in release.years_held(kind, component, system)}
    return tuple(sorted(years, reverse=True))


@once_a_release
def first_units(release: Release, key: EditionKey, component: str) -> tuple[str, ...]:
    """Name the first three units of an edition by place; the first in Vietnamese order where there are no places."""
    table = edition_table(release, key, component)
    table = table[table["score"].notna() | table["rank"].notna()].sort_values(
        "place", na_position="last", kind="stable"
    )
    return tuple(table["unit"].head(FIRST_UNITS))


@once_a_release
def trend_charts(
    release: Release, key: EditionKey, component: str, language_code: LanguageCode, chosen: tuple[str, ...]
) -> tuple[FinishedChart, FinishedChart]:
    """Return the scores of the chosen units over the years, and the places of all with the chosen ones in colour.

    Of more units than can be told apart, the places of the chosen ones alone.
    """
    subject = _subject(release, key, component, language_code)
    figures = history_of_all(release, key.index, component, key.system)
    references = reference_lines(release, key.index, component, key.system)
    said = score_lines_description(figures, references, chosen=chosen, subject=subject)
    placed = rank_lines_description(figures, chosen=chosen, subject=subject)
    if figures.empty:
        return (None, said), (None, placed)
    crossings = crossings_between(
        release, key.index, component, int(figures["year"].min()), int(figures["year"].max()), chosen
    )
    scores = score_lines(figures, references, crossings, chosen=chosen, subject=subject)
    many = len(release.provinces.units(key.system)) > MOST_UNITS_OF_CHART
    told_apart = figures[figures["unit"].isin(list(chosen))] if many else figures
    has_places = told_apart["place"].notna().any()
    ranks = rank_lines(told_apart, crossings, chosen=chosen, subject=subject) if has_places else None
    return (scores, said), (ranks, placed)


@once_a_release
def change_chart(
    release: Release,
    earlier: EditionKey,
    later: EditionKey,
    component: str,
    language_code: LanguageCode,
    chosen: tuple[str, ...],
) -> FinishedChart:
    """Return who rose and who fell; no picture of more units than can be told apart."""
    subject = _subject(release, later, component, language_code)
    found = change_between(release, earlier, later, component)
    own_reasons = own_comparison_words(release, earlier, later, component, subject.language)
    about: dict[str, Any] = {"years": (earlier.year, later.year), "subject": subject, "chosen": chosen}
    about["own_reasons"] = own_reasons
    said = own_change_headline(release, earlier.year, later, found, subject.language)
    if len(found.table) > MOST_UNITS_OF_CHART:
        return None, said
    return place_changes(found, later=edition_table(release, later, component), **about), said


@once_a_release
def contributions_chart(
    release: Release, earlier: EditionKey, later: EditionKey, unit: str, language_code: LanguageCode
) -> FinishedChart:
    """Return what each component contributed to a change of a unit's total; None where that cannot be said of it."""
    answer = decompose_change(release, earlier, later)
    if isinstance(answer, CannotBeSaid):
        return None, ""
    whole = answer.units[answer.units["unit"] == unit].iloc[0]
    if whole["reason"]:
        return None, ""
    parts = answer.parts[answer.parts["unit"] == unit]
    subject = _subject(release, later, OVERALL, language_code)
    said = contributions_description(parts, whole, years=(earlier.year, later.year), subject=subject)
    return contributions(parts, whole, year=later.year, subject=subject), said


def _subject(release: Release, key: EditionKey, component: str, language_code: LanguageCode) -> Subject:
    names = {unit: release.provinces.name(unit, language_code) for unit in release.provinces.units(key.system)}
    return Subject(release.catalogue.index(key.index), component, own_language(language_code), names)
