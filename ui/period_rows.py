"""The five indices over a period for one province: one entry an index and unit, with the editions that are held."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, cast

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.period_review import Period, PeriodReview
from indicators.release import Release
from indicators.units import Unit, UnitSystem
from ui import cached_answers


@dataclass(frozen=True)
class IndexPeriod:
    """One index over a period for one unit.

    `held`: the editions inside the period of which figures are held. `review` is None where no two editions can be
    compared.
    """

    index: Index
    unit: str
    held: tuple[EditionKey, ...]
    answer: Period | CannotBeSaid
    review: PeriodReview | None

    @property
    def baseline(self) -> EditionKey | None:
        """The edition that the period begins with; None where only one is held."""
        if isinstance(self.answer, Period):
            return self.answer.first
        return self.held[0] if len(self.held) > 1 else None

    @property
    def middle(self) -> EditionKey | None:
        """The edition of the mid-term review."""
        return self.answer.middle if isinstance(self.answer, Period) else None

    @property
    def last(self) -> EditionKey | None:
        """The edition that the period ends with."""
        if isinstance(self.answer, Period):
            return self.answer.last
        return self.held[-1] if self.held else None

    @property
    def outside(self) -> tuple[EditionKey, ...]:
        """The editions held of the period that cannot be compared with its last one, or lie beyond it."""
        if not isinstance(self.answer, Period):
            return ()
        inside = range(self.answer.first.year, self.answer.last.year + 1)
        return tuple(key for key in self.held if key.year not in inside)

    @cached_property
    def moved(self) -> dict[str, Any]:
        """The row of the review: score_change, place_change, place_kind, own, field; empty without a review."""
        if self.review is None:
            return {}
        table = self.review.table
        return cast("dict[str, Any]", table[table["unit"] == self.unit].iloc[0].to_dict())


@lru_cache(maxsize=64)
def index_periods(release: Release, units: tuple[str, ...], first_year: int, last_year: int) -> list[IndexPeriod]:
    """Review all indices over a period for some units, unit by unit; nobody writes to the answer."""
    return [
        _index_period(release, index, unit, first_year, last_year)
        for unit in units
        for index in release.catalogue.indices
        if Unit.parse(unit).system == "63" or _has_figures(release, index, unit, first_year, last_year)
    ]


@lru_cache(maxsize=256)
def units_reviewed(release: Release, province: str, first_year: int, last_year: int) -> tuple[str, ...]:
    """Name the units that hold the figures of a province over a period: of one of the 34 its predecessors, and itself
    where the period holds a figure of it.
    """
    former = cached_answers.chosen_units(release, province, "63")
    own = any(_has_figures(release, index, province, first_year, last_year) for index in release.catalogue.indices)
    return (*former, province) if own and province not in former else tuple(former)


@lru_cache(maxsize=4096)
def figure(release: Release, key: EditionKey, unit: str) -> dict[str, Any]:
    """Return the row of a unit in an edition, as of `results.edition_table`; nobody writes to it."""
    table = cached_answers.edition_table(release, key, OVERALL)
    return cast("dict[str, Any]", table[table["unit"] == unit].iloc[0].to_dict())


def country_period(
    release: Release, index: Index, system: UnitSystem, first_year: int, last_year: int
) -> tuple[Period | CannotBeSaid, PeriodReview | None]:
    """Review one index over a period for all units."""
    answer = cached_answers.period_of(release, index.id, system, first_year, last_year)
    return answer, cached_answers.review_period(release, answer) if isinstance(answer, Period) else None


def held_editions(
    release: Release, index: Index, system: UnitSystem, first_year: int, last_year: int
) -> tuple[EditionKey, ...]:
    """List the editions of a period of which figures are held."""
    keys = (edition.key for edition in release.catalogue.editions_of(index.id, system))
    return tuple(key for key in keys if first_year <= key.year <= last_year and release.holds(key, OVERALL))


def editions_not_held(release: Release, first_year: int, last_year: int) -> list[EditionKey]:
    """List the editions of a period, of both unit systems, that the catalogue knows of and no figure is held of."""
    keys = (edition.key for index in release.catalogue.indices for edition in release.catalogue.editions_of(index.id))
    return [key for key in keys if first_year <= key.year <= last_year and not release.holds(key, OVERALL)]


def _has_figures(release: Release, index: Index, unit: str, first_year: int, last_year: int) -> bool:
    held = held_editions(release, index, Unit.parse(unit).system, first_year, last_year)
    return any(unit in set(release.figures(key, OVERALL)["unit"]) for key in held)


def _index_period(release: Release, index: Index, unit: str, first_year: int, last_year: int) -> IndexPeriod:
    system = Unit.parse(unit).system
    held = held_editions(release, index, system, first_year, last_year)
    answer, review = country_period(release, index, system, first_year, last_year)
    return IndexPeriod(index, unit, held, answer, review)
