"""What every layout is given: the declaration, the headings and names, and what is wrong with a table."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.declarations import TableDeclaration
from etl.layouts.figures import TableReading
from etl.normalise.headings import Headings, Meaning, normalised
from etl.normalise.names import Names
from etl.problems import Code, Problem, error
from etl.readers.grid import Grid

HEADINGS_TOLD = 4
# A year by itself or in words, not that of a date or of a decision.
YEAR = re.compile(r"(?<![\d/.\-])(?:19|20)\d\d(?![\d/])")


@dataclass(frozen=True)
class Frame:
    """What a table is read by: its declaration, the headings of the year, the names of provinces, the file's name."""

    declaration: TableDeclaration
    headings: Headings
    year: int
    names: Names
    file: str

    def is_name(self, text: str) -> bool:
        """Whether a text is a province of the unit system, or a unit that ended before."""
        return bool(text) and (self.names.code(text) is not None or self.names.is_former(text))

    def is_heading_of_names(self, text: str) -> bool:
        """Whether a text is the heading over the provinces."""
        return normalised(text) in {normalised(name) for name in self.declaration.name}

    def is_skipped(self, text: str) -> bool:
        """Whether a row's name is declared to be no province (a total, the highest, the median)."""
        return normalised(text) in {normalised(name) for name in self.declaration.skip}

    def is_read(self, meaning: Meaning) -> bool:
        """Whether what a heading stands over is read here."""
        declaration = self.declaration
        among = not declaration.components or meaning.component in declaration.components
        return declaration.reads(meaning.holds) and among and meaning.component not in declaration.without

    def awaited(self) -> list[Meaning]:
        """What the table must have a heading for; groups that are colours stand in the cells of the scores."""
        fields = [
            "score" if field == "group" and self.declaration.groups_by_fill else field
            for field in self.declaration.gives
        ]
        return [
            meaning
            for field in dict.fromkeys(fields)
            for component in self.headings.components(field)
            if (meaning := Meaning(field, component)) and self._is_needed(component)
        ]

    def missing(self, found: set[Meaning], place: str) -> list[Problem]:
        """An error for each heading that is awaited and was not found."""
        return [
            error(
                Code.HEADER_WRONG,
                self.file,
                f"{place}: no heading of {meaning.component} ({meaning.holds}) in the first "
                f"{self.declaration.header_within} rows; known are {self._known(meaning)}. Where the publisher "
                f"renamed it, add the new heading to etl/headings/{self.declaration.headings.name}.",
                column=meaning.component,
            )
            for meaning in self.awaited()
            if meaning not in found and not self._stands_with_rank(meaning, found)
        ]

    def of_another_year(self, grid: Grid) -> list[Problem]:
        """An error where the headings of a page name years and none of them is the one asked for."""
        texts = [text for text in (*grid.page_headings, grid.title) if YEAR.search(text)]
        years = {int(year) for text in texts for year in YEAR.findall(text)}
        if not grid.page_headings or not years or self.year in years or self.declaration.any_year:
            return []
        named = ", ".join(str(year) for year in sorted(years))
        message = (
            f"'{grid.name}': the page is headed with {named} ('{texts[0][:80]}'), not with {self.year}; check the year "
            f"asked for. Where it is of {self.year} all the same, add 'any_year: true' to {self.declaration.place}."
        )
        return [error(Code.HEADER_WRONG, self.file, message)]

    def _stands_with_rank(self, meaning: Meaning, found: set[Meaning]) -> bool:
        """Whether a score is awaited in the cells of a rank, or a rank in those of a score."""
        other = {"score": "rank", "rank": "score"}.get(meaning.holds, "")
        return self.declaration.rank_with_score and Meaning(other, meaning.component) in found

    def _is_needed(self, component: str) -> bool:
        needs = self.declaration.needs
        return self._is_among(component) and (not needs or component in needs)

    def _is_among(self, component: str) -> bool:
        declaration = self.declaration
        among = not declaration.components or component in declaration.components
        return among and component not in declaration.without

    def _known(self, meaning: Meaning) -> str:
        known = self.headings.of(meaning)
        more = f" and {len(known) - HEADINGS_TOLD} more" if len(known) > HEADINGS_TOLD else ""
        return ", ".join(f"'{heading}'" for heading in known[:HEADINGS_TOLD]) + more


Layout = Callable[[Grid, Frame], TableReading]
