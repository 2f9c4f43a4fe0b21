"""The address of the presentation: whom and which years it is about, what was chosen of its slides, which one is shown.

What a reader made of a story (slides kept, titles, notes) belongs to that story alone: a title of one province must
never stand over the figures of another. `lua_chon_cua` names the story that it was made for; it counts for no other.
"""

import re

from indicators.release import Release
from reports.story_choice import NOTE, SLIDES, TITLE
from reports.story_subject import Subject, SubjectKind
from ui import address
from ui.address import Parameter, Values
from ui.targets_address import USUAL_PERIOD, period_years, targets_parameter

CHOSEN_UNIT, PERIOD_REVIEW, ONE_REGION = "don-vi", "giai-doan", "vung"
SHOWN, PREPARED = "co", "khong"
NO_SLIDE = "khong"

MOST_SLIDES = 99
LONGEST_TITLE = 200
LONGEST_NOTE = 400

_ID = r"[A-Za-z][A-Za-z0-9_.-]{0,60}"
_IDS = re.compile(rf"{_ID}(,{_ID}){{0,{MOST_SLIDES}}}", re.ASCII)
_ONE_ID = re.compile(_ID, re.ASCII)


def present_parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of the page's address beside language and province."""
    numbers = tuple(str(number) for number in range(1, MOST_SLIDES + 1))
    return (
        _story_parameter(release),
        _region_parameter(release),
        *_year_parameters(release),
        targets_parameter(release),
        Parameter(address.SHOWING, lambda _: (PREPARED, SHOWN), lambda _: PREPARED),
        Parameter(address.SLIDE_NUMBER, lambda _: numbers, lambda _: numbers[0]),
        Parameter(address.CHOICE_OF, None, lambda _: ""),
        Parameter(SLIDES, None, lambda _: (), at_most=1, accepts=_accepts_slides),
        Parameter(TITLE, None, lambda _: (), at_most=MOST_SLIDES, accepts=_accepts_title),
        Parameter(NOTE, None, lambda _: (), at_most=MOST_SLIDES, accepts=_accepts_note),
        Parameter(address.EDITED_SLIDE, None, lambda _: (), at_most=1, accepts=lambda _, text: is_slide_id(text)),
    )


def subject_of(values: Values) -> Subject:
    """Return whom the story of an address is about."""
    story, province = values.one(address.STORY), values.one(address.PROVINCE)
    if story == ONE_REGION:
        return Subject("region", values.one(address.REGION))
    if province == address.WHOLE_COUNTRY:
        return Subject("country")
    kind: SubjectKind = "period" if story == PERIOD_REVIEW else "province"
    return Subject(kind, province)


def story_name(values: Values) -> str:
    """Name the story of an address, so that a choice can say what it was made for: "province:63-67.2022.2025.vi"."""
    years = f"{values.one(address.EARLIER_YEAR)}.{values.one(address.LAST_YEAR)}"
    return f"{subject_of(values).format()}.{years}.{values.one(address.LANGUAGE)}"


def is_slide_id(text: str) -> bool:
    """Say whether a text can be the id of a slide."""
    return _ONE_ID.fullmatch(text) is not None


def is_text_of_a_slide(text: str, longest: int) -> bool:
    """Say whether a text is "id:text" with one line of at most so many letters."""
    name, colon, said = text.partition(":")
    return bool(colon) and is_slide_id(name) and 0 < len(said.strip()) <= longest and said.isprintable()


def _accepts_slides(values: Values, text: str) -> bool:
    return _belongs(values) and _IDS.fullmatch(text) is not None


def _accepts_title(values: Values, text: str) -> bool:
    return _belongs(values) and is_text_of_a_slide(text, LONGEST_TITLE)


def _accepts_note(values: Values, text: str) -> bool:
    return _belongs(values) and is_text_of_a_slide(text, LONGEST_NOTE)


def _belongs(values: Values) -> bool:
    return values.one(address.CHOICE_OF) == story_name(values)


def _story_parameter(release: Release) -> Parameter:
    """The chosen province (or the country), the review of its period, or a region."""

    def possible(values: Values) -> tuple[str, ...]:
        of_province = (PERIOD_REVIEW,) if values.one(address.PROVINCE) in release.provinces else ()
        return (CHOSEN_UNIT, *of_province, ONE_REGION)

    return Parameter(address.STORY, possible, lambda _: CHOSEN_UNIT)


def _region_parameter(release: Release) -> Parameter:
    """The region of a story; usually that of the chosen province of the 63."""
    provinces = release.provinces
    regions = tuple(region.id for region in provinces.regions)

    def usual(values: Values) -> str:
        province = values.one(address.PROVINCE)
        own = provinces[province].region if province in provinces else ""
        return own or regions[0]

    return Parameter(address.REGION, lambda _: regions, usual, remembered_as="presentation: region")


def _year_parameters(release: Release) -> tuple[Parameter, Parameter]:
    """The first and the last year of a story: those of the period on the page of targets too."""
    years = period_years(release)

    def last_possible(values: Values) -> tuple[str, ...]:
        return tuple(year for year in years if year >= values.one(address.EARLIER_YEAR))

    def last_usual(values: Values) -> str:
        return USUAL_PERIOD[1] if USUAL_PERIOD[1] in last_possible(values) else years[0]

    first = Parameter(
        address.EARLIER_YEAR,
        lambda _: years,
        lambda _: USUAL_PERIOD[0] if USUAL_PERIOD[0] in years else years[-1],
        is_year=True,
        remembered_as="period: first year",
    )
    last = Parameter(address.LAST_YEAR, last_possible, last_usual, is_year=True, remembered_as="period: last year")
    return first, last
