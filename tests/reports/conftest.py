"""The stories that the files of a meeting are made of."""

from collections.abc import Callable

import pytest

from indicators.release import Release
from reports.slides import Story
from reports.story import build_story
from reports.story_subject import Subject
from wording.language import LanguageCode

TellStory = Callable[..., Story]


@pytest.fixture(scope="session")
def story_of(release: Release) -> TellStory:
    """Build a story of 2022–2024 once for all tests that ask for it."""
    told: dict[tuple[str, LanguageCode], Story] = {}

    def build(subject: str, language: LanguageCode = "vi") -> Story:
        key = (subject, language)
        if key not in told:
            told[key] = build_story(release, Subject.parse(subject), 2022, 2024, language)
        return told[key]

    return build
