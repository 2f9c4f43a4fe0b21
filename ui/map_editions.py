"""Which editions a map of one unit system can show: its own, and those of the 63 seen by today's provinces."""

from dataclasses import dataclass
from itertools import groupby

from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import Comparison, compare, method_segments
from indicators.release import Release
from indicators.units import UnitSystem
from ui import address, cached_answers
from ui.address import Values
from ui.page_parameters import system_of


@dataclass(frozen=True, slots=True)
class MapEdition:
    """An edition on a map of one unit system: its own, or an edition of the 63 seen by today's provinces."""

    key: EditionKey
    system: UnitSystem

    @property
    def seen_by_todays(self) -> bool:
        """Tell whether the map shows computed means beside published figures, and no places."""
        return self.key.system != self.system


@dataclass(frozen=True, slots=True)
class MapSeries:
    """Editions that were measured the same way, the oldest first, and what parts them from those before."""

    editions: tuple[MapEdition, ...]
    before: Comparison | None

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year."""
        return self.editions[0].key.year, self.editions[-1].key.year


def map_years(release: Release, index: str, component: str, system: UnitSystem) -> tuple[int, ...]:
    """List the years of which a map of a unit system can be drawn, the newest first: of the 34 also those of the 63."""
    held = set(cached_answers.years_held(release, index, component, system))
    if system == "34":
        held.update(cached_answers.years_held(release, index, component, "63"))
    return tuple(sorted(held, reverse=True))


def map_edition(release: Release, index: str, component: str, year: int, system: UnitSystem) -> MapEdition:
    """Return what a map of a year shows: the published figures of the 34 come before those of the 63 seen by them."""
    own = year in cached_answers.years_held(release, index, component, system)
    return MapEdition(EditionKey(index, year, system if own else "63"), system)


def chosen_map(release: Release, values: Values) -> MapEdition:
    """Return the edition that an address of the page of maps names."""
    component, year = values.one(address.COMPONENT), values.number(address.YEAR)
    return map_edition(release, values.one(address.INDEX), component, year, system_of(values))


def newest_map(release: Release, index: str, system: UnitSystem, last_year: int) -> MapEdition | None:
    """Return the newest edition of an index up to a year; None where there is none."""
    years = [year for year in map_years(release, index, OVERALL, system) if year <= last_year]
    return map_edition(release, index, OVERALL, years[0], system) if years else None


def map_series(
    release: Release, index: str, component: str, system: UnitSystem, last_year: int
) -> tuple[MapSeries, ...]:
    """Part the editions up to a year where the method or the units changed; the newest series first."""
    years = sorted(year for year in map_years(release, index, component, system) if year <= last_year)
    editions = [map_edition(release, index, component, year, system) for year in years]
    segments: dict[MapEdition, tuple[str, int]] = {}
    for of in ("63", "34"):
        own = [edition for edition in editions if edition.key.system == of]
        numbers = method_segments(release, index, component, of, [edition.key.year for edition in own])
        segments |= {edition: (of, numbers[edition.key.year]) for edition in own}
    groups = [tuple(found) for _, found in groupby(editions, key=lambda edition: segments[edition])]
    series: list[MapSeries] = []
    for position, found in enumerate(groups):
        before = groups[position - 1][-1].key if position else None
        verdict = compare(release, before, found[0].key, component) if before else None
        series.append(MapSeries(found, verdict))
    return tuple(reversed(series))
