"""The finished charts that pages show: one function a question, each answer kept by the process for all sessions.

Every function returns the specification for `st.vega_lite_chart(…, theme=None)` and its text alternative; the
specification is None where there is nothing to draw, and the text says why. Nobody writes to a specification: it is
shared.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from charts.contributions import contributions, contributions_description
from charts.map_questions import CHANGE, map_of_change, map_of_edition
from charts.place_changes import place_changes, place_changes_description
from charts.province_map import province_map, province_map_description, with_chosen
from charts.rank_lines import rank_lines, rank_lines_description
from charts.score_lines import score_lines, score_lines_description
from charts.small_line import small_line, small_line_description
from charts.small_ranks import small_ranks
from charts.subject import Subject
from charts.theme import Spec
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import crossings_between
from indicators.release import Release
from indicators.units import Unit, UnitSystem
from ui import cached_answers
from wording.findings import own_comparison_words
from wording.language import LanguageCode, language
from wording.names import region_name

FinishedChart = tuple[Spec | None, str]

STATIC = Path(__file__).parent.parent / "static"


def map_chart(
    release: Release,
    key: EditionKey,
    component: str,
    shown: str,
    language_code: LanguageCode,
    chosen: tuple[str, ...] = (),
    *,
    earlier_year: int | None = None,
    compact: bool = False,
) -> FinishedChart:
    """Return the map of one edition; another choice of provinces costs nothing.

    `shown` is `diem`, `hang`, `nhom` or `thay-doi` (then with `earlier_year`). A click answers through the selection
    `charts.province_map.SELECTION` with `unit`.
    """
    chart, description = _map(release, key, component, shown, language_code, earlier_year, compact)
    return (None if chart is None else with_chosen(chart, chosen)), description


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
    subject = _subject(release, index, component, system, language_code)
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
    subject = _subject(release, index, component, system, language_code)
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
    subject = _subject(release, later.index, component, later.system, language_code)
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
    subject = _subject(release, index, component, system, language_code)
    history = cached_answers.history_of_all(release, index, component, system)
    own = history[(history["unit"] == unit) & (history["year"] <= year)]
    description = small_line_description(own, subject=subject)
    return (None if own["score"].isna().all() else small_line(own, subject=subject)), description


@lru_cache(maxsize=512)
def small_ranks_chart(
    release: Release, index: str, units: tuple[str, ...], last_year: int, language_code: LanguageCode
) -> FinishedChart:
    """Return the small picture of the places of some units of one system up to a year."""
    system = Unit.parse(units[0]).system
    subject = _subject(release, index, OVERALL, system, language_code)
    history = cached_answers.history_of_all(release, index, OVERALL, system)
    own = history[history["unit"].isin(units) & (history["year"] <= last_year)]
    description = rank_lines_description(own, chosen=units, subject=subject)
    if own["place"].isna().all():
        return None, description
    crossings = crossings_between(release, index, OVERALL, int(own["year"].min()), last_year, units)
    return small_ranks(own, crossings, chosen=units, subject=subject), description


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
    subject = _subject(release, later.index, OVERALL, later.system, language_code)
    years = (earlier.year, later.year)
    description = contributions_description(parts, whole, years=years, subject=subject)
    return contributions(parts, whole, year=later.year, subject=subject), description


@lru_cache(maxsize=128)
def _map(
    release: Release,
    key: EditionKey,
    component: str,
    shown: str,
    language_code: LanguageCode,
    earlier_year: int | None,
    compact: bool,
) -> FinishedChart:
    subject = _subject(release, key.index, component, key.system, language_code)
    if shown == CHANGE and earlier_year is not None:
        earlier = EditionKey(key.index, earlier_year, key.system)
        change = cached_answers.change_between(release, earlier, key, component)
        own_reasons = own_comparison_words(release, earlier, key, component, subject.language)
        question = map_of_change(change, earlier, key, subject, own_reasons)
    else:
        table = cached_answers.edition_table(release, key, component)
        question = map_of_edition(release, key, subject, table, shown)
    title = ", ".join(question.title)
    if question.legend is None:
        return None, question.refusal
    chart = province_map(
        question.rows,
        question.legend,
        boundaries_url=_boundaries_url(key.system),
        language=subject.language,
        legend_title=question.title,
        value_title=question.value_title,
        place_title=question.place_title,
        compact=compact,
    )
    return chart, province_map_description(question.rows, question.legend, title=title, language=subject.language)


@lru_cache(maxsize=256)
def _subject(release: Release, index: str, component: str, system: UnitSystem, language_code: LanguageCode) -> Subject:
    names = {unit: release.provinces.name(unit, language_code) for unit in release.provinces.units(system)}
    return Subject(release.catalogue.index(index), component, language(language_code), names)


@lru_cache(maxsize=2)
def _boundaries_url(system: UnitSystem) -> str:
    """Return the address of the built boundaries, which is the same below any base path."""
    files = json.loads((STATIC / "boundaries.json").read_text("utf-8"))
    return f"app/static/{files[system]}"
