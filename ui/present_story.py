"""The story of a presentation, built once a process for all sessions that ask for the same."""

from collections.abc import Sequence
from functools import lru_cache

from indicators.release import Release
from indicators.targets import Target
from reports.slides import Story
from reports.story import build_story
from reports.story_choice import choose
from reports.story_subject import Subject
from ui import address
from ui.address import Values
from ui.present_choice import chosen_slides
from ui.present_parameters import subject_of
from ui.targets_address import targets_in_address
from wording.language import LanguageCode


def whole_story(release: Release, values: Values, further: Sequence[Target] = ()) -> Story:
    """Return the story that an address is about, with all its slides; `further` targets lie beside those of the
    address.
    """
    subject = subject_of(values)
    about_province = subject.kind in ("province", "period")
    targets = (*targets_in_address(release, values), *further) if about_province else ()
    language: LanguageCode = "en" if values.one(address.LANGUAGE) == "en" else "vi"
    years = values.number(address.EARLIER_YEAR), values.number(address.LAST_YEAR)
    return _built(release, subject, *years, language, targets)


def chosen_story(story: Story, values: Values) -> Story:
    """Return the story as the reader of an address made it: slides kept, in their order, under their titles."""
    return choose(story, chosen_slides(values))


@lru_cache(maxsize=64)
def _built(
    release: Release, subject: Subject, first: int, last: int, language: LanguageCode, targets: tuple[Target, ...]
) -> Story:
    return build_story(release, subject, first, last, language, targets=targets)
