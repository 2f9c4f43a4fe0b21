"""The finished charts that pages show: one function a question, each answer kept by the process for all sessions.

Every function returns the specification for `st.vega_lite_chart(…, theme=None)` and its text alternative; the
specification is None where there is nothing to draw, and the text says why. Nobody writes to a specification: it is
shared. Maps are in `ui.map_charts`.
"""

from functools import lru_cache
from typing import Any

from charts.contributions import contributions, contributions_description
from charts.place_changes import place_changes, place_changes_description
from charts.rank_lines import rank_lines, rank_lines_description
from charts.score_lines import score_lines, score_lines_description
from charts.small_line import small_line, small_line_description
from charts.small_ranks import small_ranks
from charts.theme import Spec
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import crossings_between
from indicators.release import Release
from indicators.units import Unit, UnitSystem
from ui import cached_answers
from ui.chart_subjects import subject_of
from wording.findings import own_comparison_words
from wording.language import LanguageCode
from wording.names import region_name, unit_system_name

FinishedChart = tuple[Spec | None, str]


@lru_cache(maxsize=128)
def score_chart(
    release: Release,
    index: str,
    component: str,
    system: UnitSystem,
    language_code: LanguageCode,
    chosen: tuple[str, ...],
    *,
    region: str | None = None,
    last_year: int | None = None,
) -> FinishedChart:
    """Return the scores up to a year of the chosen provinces and the lines to compare with."""
    subject = subject_of(release, index, component, system, language_code)
    history = cached_answers.history_of_all(release, index, component, system)
    references = cached_answers.reference_lines(release, index, component, system, region)
    if last_year is not None:
        history, references = (table[table["year"] <= last_year] for table in (history, references))
    description = score_lines_description(history, references, chosen=chosen, subject=subject)
    if history.empty:
        return None, description
    chart = score_lines(
        history,
        references,
        crossings_between(release, index, component, int(history["year"].min()), int(history["year"].max()), chosen),
        chosen=chosen,
        subject=subject,
        region_name=region_name(release.provinces, region, subject.language) if region else "",
    )
    return chart, description


@lru_cache(maxsize=64)
def rank_chart(
    release: Release,
    index: str,
    component: str,
    system: UnitSystem,
    language_code: LanguageCode,
    chosen: tuple[str, ...],
    *,
    last_year: int | None = None,
) -> FinishedChart:
    """Return the places up to a year of all provinces, with the chosen ones in colour."""
    subject = subject_of(release, index, component, system, language_code)
    history = cached_answers.history_of_all(release, index, component, system)
    history = history if last_year is None else history[history["year"] <= last_year]
    description = rank_lines_description(history, chosen=chosen, subject=subject)
    if history["place"].isna().all():
        return None, description
    first, last = int(history["year"].min()), int(history["year"].max())
    crossings = crossings_between(release, index, component, first, last, chosen)
    return rank_lines(history, crossings, chosen=chosen, subject=subject), description


@lru_cache(maxsize=128)
def change_chart(
    release: Release,
    earlier: EditionKey,
    later: EditionKey,
    component: str,
    language_code: LanguageCode,
    chosen: tuple[str, ...] = (),
) -> FinishedChart:
    """Return who rose and who fell between two editions; across a break both figures and no change."""
    subject = subject_of(release, later.index, component, later.system, language_code)
    change = cached_answers.change_between(release, earlier, later, component)
    years = (earlier.year, later.year)
    own_reasons = own_comparison_words(release, earlier, later, component, subject.language)
    about: dict[str, Any] = {"years": years, "subject": subject, "own_reasons": own_reasons, "chosen": chosen}
    table = cached_answers.edition_table(release, later, component)
    return place_changes(change, later=table, **about), place_changes_description(change, **about)


@lru_cache(maxsize=1024)
def small_line_chart(
    release: Release, index: str, component: str, unit: str, year: int, language_code: LanguageCode
) -> FinishedChart:
    """Return the small line of a province's scores up to a year."""
    system = Unit.parse(unit).system
    subject = subject_of(release, index, component, system, language_code)
    history = cached_answers.history_of_all(release, index, component, system)
    own = history[(history["unit"] == unit) & (history["year"] <= year)]
    description = small_line_description(own, subject=subject)
    return (None if own["score"].isna().all() else small_line(own, subject=subject)), description


@lru_cache(maxsize=512)
def small_ranks_chart(
    release: Release,
    index: str,
    units: tuple[str, ...],
    last_year: int,
    language_code: LanguageCode,
    *,
    system_named: bool = False,
) -> FinishedChart:
    """Return the small picture of the places of some units of one system, which it may name, up to a year."""
    system = Unit.parse(units[0]).system
    subject = subject_of(release, index, OVERALL, system, language_code)
    history = cached_answers.history_of_all(release, index, OVERALL, system)
    own = history[history["unit"].isin(units) & (history["year"] <= last_year)]
    description = rank_lines_description(own, chosen=units, subject=subject)
    if own["place"].isna().all():
        return None, description
    crossings = crossings_between(release, index, OVERALL, int(own["year"].min()), last_year, units)
    among = unit_system_name(system, subject.language) if system_named else ""
    return small_ranks(own, crossings, chosen=units, subject=subject, among=among), description


@lru_cache(maxsize=512)
def contributions_chart(
    release: Release, earlier: EditionKey, later: EditionKey, unit: str, language_code: LanguageCode
) -> FinishedChart:
    """Return what each component contributed to the last change of a unit; None where that cannot be said of it."""
    answer = cached_answers.decompose_change(release, earlier, later)
    if isinstance(answer, CannotBeSaid):
        return None, ""
    whole = answer.units[answer.units["unit"] == unit].iloc[0]
    if whole["reason"]:
        return None, ""
    parts = answer.parts[answer.parts["unit"] == unit]
    subject = subject_of(release, later.index, OVERALL, later.system, language_code)
    years = (earlier.year, later.year)
    description = contributions_description(parts, whole, years=years, subject=subject)
    return contributions(parts, whole, year=later.year, subject=subject), description
