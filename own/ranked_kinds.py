"""What a file holds of one kind of unit: its years, its components and their maxima."""

from collections.abc import Iterable
from dataclasses import dataclass

from own.results import TOTAL, Maximum, OwnResults
from own.unit_kinds import UNIT_KINDS, UnitKind


@dataclass(frozen=True)
class RankedKind:
    """The results of one kind of unit: the years that the file has of it, and the ids of its components."""

    results: OwnResults
    kind: UnitKind
    years: tuple[int, ...]
    components: tuple[str, ...]

    def maximum(self, year: int, component: str) -> Maximum | None:
        """Return the maximum of a component in a year; None where the year has no such component."""
        return self.results.maxima.get((self.kind, year, component))

    def listed(self, year: int) -> list[str]:
        """List the components of a year, in the order of the file."""
        return [component for component in self.components if self.maximum(year, component)]

    def adds_up(self, year: int) -> bool:
        """Tell whether the maxima of the components of a year make that of the total."""
        total = self.maximum(year, TOTAL)
        parts = [maximum.value for name in self.components if (maximum := self.maximum(year, name))]
        return total is not None and bool(parts) and round(sum(parts), 6) == total.value


def ranked_kinds(results: OwnResults) -> list[RankedKind]:
    """List the kinds of units that a file has results of."""
    return [kind for name in UNIT_KINDS if (kind := _kind(results, name)).years]


def decimals_of(scores: Iterable[float]) -> int:
    """Count the decimals that any of some scores is written with."""
    return max((len(f"{score:.6f}".rstrip("0").partition(".")[2]) for score in scores), default=0)


def _kind(results: OwnResults, kind: UnitKind) -> RankedKind:
    years = sorted(year for of_kind, year in results.measured if of_kind == kind)
    listed = {component for of_kind, _, component in results.maxima if of_kind == kind}
    return RankedKind(results, kind, tuple(years), tuple(name for name in results.components if name in listed))
