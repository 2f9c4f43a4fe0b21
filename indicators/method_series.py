"""The method series of an index: consecutive editions whose totals are measured in the same way."""

from dataclasses import dataclass

from indicators.catalogue import OVERALL
from indicators.comparability import Crossing, crossings_between, method_segments
from indicators.release import Release
from indicators.units import UNIT_SYSTEMS, UnitSystem


@dataclass(frozen=True, slots=True)
class MethodSeries:
    """Consecutive published editions of one index and unit system without a break between them, oldest first."""

    index: str
    system: UnitSystem
    years: tuple[int, ...]

    @property
    def first_year(self) -> int:
        """The year of its oldest edition."""
        return self.years[0]

    @property
    def last_year(self) -> int:
        """The year of its newest edition."""
        return self.years[-1]


def method_series(release: Release, index: str) -> list[MethodSeries]:
    """List the series of an index's total, those of the 63 first, each from its oldest edition that was published."""
    found: list[MethodSeries] = []
    for system in UNIT_SYSTEMS:
        editions = release.catalogue.editions_of(index, system)
        years = [edition.key.year for edition in editions if edition.status == "published"]
        segments = method_segments(release, index, OVERALL, system, years)
        members = (tuple(y for y in years if segments[y] == number) for number in sorted(set(segments.values())))
        found += [MethodSeries(index, system, series) for series in members]
    return found


def method_changes(release: Release, index: str) -> list[Crossing]:
    """List what lies between the editions of an index for its total, of all provinces, oldest first."""
    years = [edition.key.year for edition in release.catalogue.editions_of(index)]
    return crossings_between(release, index, OVERALL, min(years), max(years)) if years else []
