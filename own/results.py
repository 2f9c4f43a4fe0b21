"""What was read of a file of own results: units, maxima, figures, and what was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.units import UnitSystem
from own.problems import Problem
from own.unit_kinds import UnitKind

TOTAL = "overall"


@dataclass(frozen=True, order=True, slots=True)
class OwnUnit:
    """A department, district or commune: its name as first written, and the unit that it belongs to ("" for none)."""

    kind: UnitKind
    system: UnitSystem
    name: str
    belongs_to: str


@dataclass(frozen=True, slots=True)
class Maximum:
    """The highest score of a component in a year; the scores of a maximum in percent are in percent too."""

    value: float
    percent: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """The score of a unit in a component, or in the total (`TOTAL`), in one year."""

    year: int
    unit: OwnUnit
    component: str
    score: float


@dataclass(frozen=True)
class OwnResults:
    """The results of a file that can be used, and what is wrong with the rest.

    `measured`: by kind and year the units that have a row, also where a figure of theirs cannot be used: the edition
    is not whole then. `components`: the name by id ("c1", "c2", …), in the order of the columns. `maxima` by kind, year
    and component id, `TOTAL` among them. `ranks`: as printed, by year and unit.
    """

    measured: Mapping[tuple[UnitKind, int], frozenset[OwnUnit]]
    components: Mapping[str, str]
    maxima: Mapping[tuple[UnitKind, int, str], Maximum]
    figures: tuple[Figure, ...]
    ranks: Mapping[tuple[int, OwnUnit], int]
    problems: tuple[Problem, ...]
