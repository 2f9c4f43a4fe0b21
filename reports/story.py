"""The story that builds itself: from a subject and a period to finished slides, all figures from the release."""

from collections.abc import Callable, Iterable

from indicators.release import Release
from indicators.targets import Target
from reports.slides import Story
from reports.story_country import country_parts, region_parts
from reports.story_parts import Part, Question
from reports.story_period import period_parts
from reports.story_province import province_parts, told
from reports.story_subject import Subject, SubjectKind, check_subject
from wording.language import LanguageCode
from wording.language import language as words_of
from wording.names import region_name

# Whom the story is about, the units whose results it misses where they are not there, and its parts.
Told = tuple[str, list[str], list[Part]]


def build_story(
    release: Release,
    subject: Subject,
    first_year: int,
    last_year: int,
    language: LanguageCode,
    *,
    targets: Iterable[Target] = (),
) -> Story:
    """Build the story of a subject over the years of measurement from `first_year` to `last_year`.

    `targets` lie over those of the release for this story only. A slide without content is left out, and the slide on
    what is not compared says why. Raises SubjectError for a province or region that the release does not hold, and
    ValueError for years out of order.
    """
    check_subject(release, subject)
    if first_year > last_year:
        message = f"{first_year} lies after {last_year}: give the first year of the period first."
        raise ValueError(message)
    question = Question(release, first_year, last_year, words_of(language))
    name, units, parts = _PARTS[subject.kind](question, subject.key, tuple(targets))
    slides = told(question, name, units, parts, review=subject.kind == "period")
    return Story(slides[0].title, slides[0].source, language, slides)


def _of_province(question: Question, unit: str, targets: tuple[Target, ...]) -> Told:
    return question.name(unit), _units(question, unit), province_parts(question, unit, targets)


def _of_period(question: Question, unit: str, targets: tuple[Target, ...]) -> Told:
    return question.name(unit), _units(question, unit), period_parts(question, unit, targets)


def _units(question: Question, unit: str) -> list[str]:
    return list(dict.fromkeys([unit, *question.release.provinces.units_for(unit, "63")]))


def _of_region(question: Question, region: str, targets: tuple[Target, ...]) -> Told:
    del targets
    name = region_name(question.release.provinces, region, question.language)
    return name, question.release.provinces.units("63", region), region_parts(question, region)


def _of_country(question: Question, key: str, targets: tuple[Target, ...]) -> Told:
    del key, targets
    return question.language.text("Whole country"), [], country_parts(question)


_PARTS: dict[SubjectKind, Callable[[Question, str, tuple[Target, ...]], Told]] = {
    "province": _of_province,
    "period": _of_period,
    "region": _of_region,
    "country": _of_country,
}
