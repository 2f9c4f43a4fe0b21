"""The headings of the brief, in the words of an administrative report."""

from typing import Literal

from wording.language import Language

BriefSection = Literal["standing", "change", "strengths", "others", "not_compared", "grounds"]


def brief_heading(section: BriefSection, language: Language) -> str:
    """Name a section of the brief."""
    headings: dict[BriefSection, str] = {
        "standing": language.text("Where the province stands"),
        "change": language.text("What changed and why"),
        "strengths": language.text("Strengths and weaknesses"),
        "others": language.text("Against other provinces, and how far to the next"),
        "not_compared": language.text("What is not compared or cannot be said"),
        "grounds": language.text("Sources and notes"),
    }
    return headings[section]


def brief_kind(language: Language) -> str:
    """Name the brief itself, as its heading does."""
    return language.text("Summary report")


def brief_footer(language: Language) -> str:
    """Name what the brief was made by, at the foot of each page."""
    return language.text("Made by the provincial index dashboard from published results")
