"""How the figures of a comparison by component are said in its two pictures: names, scores, places, gaps."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from charts.subject import Subject
from charts.theme import Row
from indicators.component_comparison import ComponentComparison
from wording.findings import place_text, score_number
from wording.gaps import short_reason
from wording.marks import COMPUTED_FIGURE, Origin, origin_of
from wording.names import component_name, named_or_counted


@dataclass(frozen=True)
class ComparedComponents:
    """A comparison by component with its words; of `subject` the index, the language and the names count."""

    comparison: ComponentComparison
    subject: Subject

    @property
    def year(self) -> int:
        """The year of measurement."""
        return self.comparison.key.year

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The provinces compared, the first being the one that the others are compared with."""
        return tuple(dict.fromkeys(str(unit) for unit in self.comparison.figures["unit"]))

    @cached_property
    def names(self) -> list[str]:
        """Their names."""
        return [self.subject.names[unit] for unit in self.units]

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], dict[Hashable, Any]]:
        rows = self.comparison.figures.to_dict("records")
        return {(str(row["component"]), str(row["unit"])): row for row in rows}

    def is_near(self, component: str, unit: str) -> bool:
        """Tell whether a province is known not to lie far from the first one in a component."""
        matters = self.figure(component, unit)["matters"]
        return not pd.isna(matters) and not matters

    def figure(self, component: str, unit: str) -> dict[Hashable, Any]:
        """Return the row of `ComponentComparison.figures` of a province in a component."""
        return self._by_place[component, unit]

    def short(self, component: str) -> str:
        """Name a component shortly, as it was called that year."""
        return component_name(self.subject.index, component, self.year, self.subject.language, short=True)

    def number(self, component: str, value: float) -> str:
        """Write a number on the scale of a component, such as a gap."""
        return score_number(value, self.subject.index, component, self.year, self.subject.language)

    def computed(self, component: str, value: float) -> str:
        """Write a figure that is made of several scores, with the mark of a computed one."""
        return self._score(component, value, COMPUTED_FIGURE)

    def score(self, component: str, unit: str) -> str:
        """Write the score of a province in a component with its marks."""
        row = self.figure(component, unit)
        return self._score(component, row["score"], origin_of(row))

    def tooltip_row(self, component: str, unit: str) -> Row:
        """Return what a pointer is told of one figure: heading, text (the score, or why there is none), place."""
        row = self.figure(component, unit)
        reason = str(row["reason"])
        return {
            "heading": f"{self.subject.names[unit]}, {self.short(component)}",
            "text": short_reason(reason, self.subject.language) if reason else self.score(component, unit),
            "place": _place(row),
        }

    def ends(self, component: str) -> tuple[str, str] | None:
        """Name who scores best and worst in a component; None without two scores, or where all are the same."""
        best, worst = self.comparison.leaders(component), self.comparison.last(component)
        if not best or best == worst:
            return None
        names = [[self.subject.names[unit] for unit in found] for found in (best, worst)]
        first, last = (named_or_counted(found, self.subject.language) for found in names)
        return first, last

    def description(self) -> str:
        """Say in each component who scores best and worst, with the scores: the text alternative of both pictures."""
        text = self.subject.language.text
        said = [f"{self.subject.index.short_name} {self.year}."]
        for component in self.comparison.components["component"].astype("str"):
            ends = self.ends(component)
            if ends is None:
                continue
            best, worst = self.comparison.leaders(component)[0], self.comparison.last(component)[0]
            sentence = text(
                "{component}: highest {best} {best_score}, lowest {worst} {worst_score}.",
                component=self.short(component),
                best=ends[0],
                best_score=self.score(component, best),
                worst=ends[1],
                worst_score=self.score(component, worst),
            )
            said.append(sentence)
        return " ".join(said)

    def _score(self, component: str, value: float, origin: Origin) -> str:
        return replace(self.subject, component=component).score(value, origin, self.year)


def _place(row: Mapping[Hashable, Any]) -> str:
    return "" if pd.isna(row["place"]) else place_text(row["place"], row["place_of"], "order", str(row["note_codes"]))
