"""What a chart is about and how its figures are said."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.catalogue import Index
from wording.findings import score_text
from wording.language import Language
from wording.marks import Origin


@dataclass(frozen=True)
class Subject:
    """One component of an index, in one language, with the names of the provinces by unit key."""

    index: Index
    component: str
    language: Language
    names: Mapping[str, str]

    def score(self, value: float | None, origin: Origin, year: int) -> str:
        """Write a score of that year as its publisher prints it, with its marks; an en dash for none."""
        return score_text(value, origin, self.index, self.component, year, self.language)

    def score_title(self, year: int) -> str:
        """Name the axis of scores, with the unit where it is percent."""
        percent = self.index.unit_of(self.component, year) == "percent"
        return self.language.text("Score (%)") if percent else self.language.text("Score")
