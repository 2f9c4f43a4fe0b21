"""What is measured: the indices, the trees of their components by year, and their editions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from indicators.units import UnitSystem

OVERALL = "overall"

Role = Literal["root", "addend", "lens", "same_as"]
ScoreUnit = Literal["points", "percent", "index_0_1"]
WhatIsPublished = Literal["all_ranks", "best_30", "groups", ""]
EditionStatus = Literal["published", "not_yet_published", "unknown"]


class UnknownIndexError(KeyError):
    """An index id that the catalogue does not hold."""


class UnknownEditionError(KeyError):
    """An edition that the catalogue does not list."""


@dataclass(frozen=True, slots=True)
class Words:
    """One expression in both languages."""

    vi: str
    en: str

    def in_language(self, code: str) -> str:
        """Return the expression in the language of that code; Vietnamese unless English is asked for."""
        return self.en if code == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Period:
    """How a component is named, scaled and weighted over consecutive years.

    `maximum` and `minimum` are in the unit of the score. `weight` is None where it is not known or where the list of
    parts is not whole: parent = sum of weight × score holds only where every addend of the year has one.
    """

    first_year: int
    last_year: int | None
    name: Words
    short_name: Words
    role: Role
    parent: str | None
    weight: float | None
    minimum: float | None
    maximum: float | None
    unit: ScoreUnit | None

    def covers(self, year: int) -> bool:
        """Tell whether the period holds in that year."""
        return _covers(self.first_year, self.last_year, year)


@dataclass(frozen=True, slots=True)
class Component:
    """A node of an index's tree; `overall` is its root."""

    id: str
    periods: tuple[Period, ...]

    def period(self, year: int) -> Period | None:
        """Return the period of that year, or None where the catalogue holds none (see `Index.lacks`)."""
        return next((period for period in self.periods if period.covers(year)), None)

    @property
    def latest(self) -> Period:
        """The newest period of the component."""
        return max(self.periods, key=lambda period: period.first_year)


@dataclass(frozen=True, slots=True)
class Group:
    """A band that the publisher gives, best first."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class DatedWords:
    """An expression that holds over consecutive years."""

    first_year: int
    last_year: int | None
    words: Words
    short: Words


@dataclass(frozen=True, slots=True)
class PublisherMean:
    """How the publisher itself makes a figure of a merged province out of those of its predecessors, and who says so.

    `rule` is `plain`: the mean of the predecessors, each counted once.
    """

    first_year: int
    last_year: int | None
    rule: Literal["plain"]
    source_id: str


@dataclass(frozen=True)
class Index:
    """One index as its publisher defines it.

    `whole_lists`: the years (first, last) whose list of components was read whole, so that a component without a period
    then is known not to have been measured; in other years it is not known.
    """

    id: str
    position: int
    short_name: str
    help: Words
    unit: ScoreUnit
    display_decimals: int
    publishes_ranks: bool
    component_word: Words
    groups: tuple[Group, ...]
    components: tuple[Component, ...]
    dated_names: tuple[DatedWords, ...]
    dated_publishers: tuple[DatedWords, ...]
    whole_lists: tuple[tuple[int, int | None], ...] = ()
    merged_units_means: tuple[PublisherMean, ...] = ()

    def name(self, year: int | None = None) -> Words:
        """Return the full name in that year of measurement, the newest one without a year."""
        return _of_year(self.dated_names, year).words

    def publisher(self, year: int | None = None) -> Words:
        """Return who published the edition of that year, the newest publisher without a year."""
        return _of_year(self.dated_publishers, year).words

    def short_publisher(self, year: int) -> Words:
        """Return how sentences call the publisher of that year: a short name where there is one ("VCCI")."""
        return _of_year(self.dated_publishers, year).short

    def lacks(self, component: str, year: int) -> bool:
        """Tell whether a component is known not to have been measured in that year."""
        listed = any(_covers(first, last, year) for first, last in self.whole_lists)
        return listed and self.period(component, year) is None

    def merged_units_mean(self, year: int) -> PublisherMean | None:
        """Return how the publisher makes figures of merged provinces in that year, or None where it is not known."""
        return next((m for m in self.merged_units_means if _covers(m.first_year, m.last_year, year)), None)

    @cached_property
    def _by_id(self) -> dict[str, Component]:
        return {component.id: component for component in self.components}

    def unit_of(self, component: str, year: int) -> ScoreUnit:
        """Return the unit of a component's scores in that year: its own where it has one (PAR areas are in points)."""
        period = self.period(component, year)
        return period.unit if period is not None and period.unit is not None else self.unit

    def component(self, component: str) -> Component | None:
        """Return the component of that id, or None where the index has no such component."""
        return self._by_id.get(component)

    def period(self, component: str, year: int) -> Period | None:
        """Return the period of a component in that year, or None where there is none."""
        found = self.component(component)
        return found.period(year) if found else None

    def components_in(self, year: int, roles: Sequence[Role] = ("root", "addend", "lens", "same_as")) -> list[str]:
        """List the ids of the components of that year, in the catalogue's order."""
        return [
            component.id
            for component in self.components
            if (period := component.period(year)) is not None and period.role in roles
        ]

    def parts(self, component: str, year: int) -> list[str]:
        """List the addends of a component in that year.

        An addend whose own parent has no period that year belongs to that parent's parent (the five SIPAS factors
        belong to `service` from 2022 and to `overall` before). A parent with a period and no figures keeps its parts.
        """
        return [
            part for part in self.components_in(year, ("addend",)) if self._standing_parent(part, year) == component
        ]

    def _standing_parent(self, component: str, year: int) -> str | None:
        period = self.period(component, year)
        parent = period.parent if period else None
        while parent is not None and self.period(parent, year) is None:
            parent_component = self.component(parent)
            parent = parent_component.latest.parent if parent_component else None
        return parent


@dataclass(frozen=True, order=True, slots=True)
class EditionKey:
    """One index in one year of measurement and one unit system."""

    index: str
    year: int
    system: UnitSystem


@dataclass(frozen=True, slots=True)
class Edition:
    """What is known of an edition before any figure is looked at.

    `units_ranked` is the "of how many" of its published ranks: 0 where none are published, None where not known.
    `published_on` is a day, a month, or empty where not read. `decimals` is the precision of the figures held.
    """

    key: EditionKey
    published_on: str
    decision: str
    units_measured: int | None
    units_ranked: int | None
    what_is_published: WhatIsPublished
    series: str
    decimals: int
    status: EditionStatus
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AwaitedIndex:
    """An index that is catalogued and has no figures yet, with its editions by year."""

    index: Index
    editions: tuple[Edition, ...]


@dataclass(frozen=True)
class Catalogue:
    """The indices that have figures, in the order of the pages, and their editions.

    `awaited`: the indices without figures. No page offers them and no answer counts their editions.
    """

    indices: tuple[Index, ...]
    editions: tuple[Edition, ...]
    awaited: tuple[AwaitedIndex, ...] = ()

    @cached_property
    def _index_by_id(self) -> dict[str, Index]:
        return {index.id: index for index in self.indices}

    @cached_property
    def _edition_by_key(self) -> dict[EditionKey, Edition]:
        return {edition.key: edition for edition in self.editions}

    def index(self, index: str) -> Index:
        """Return the index of that id; raises UnknownIndexError."""
        if index not in self._index_by_id:
            message = f'There is no index "{index}"; the catalogue holds {", ".join(self._index_by_id)}.'
            raise UnknownIndexError(message)
        return self._index_by_id[index]

    def edition(self, key: EditionKey) -> Edition:
        """Return the edition of that key; raises UnknownEditionError."""
        if key not in self._edition_by_key:
            message = f"The catalogue lists no edition of {key.index} {key.year} for the {key.system} provinces."
            raise UnknownEditionError(message)
        return self._edition_by_key[key]

    def editions_of(self, index: str, system: UnitSystem | None = None) -> list[Edition]:
        """List the editions of an index by year, of one unit system where it is given."""
        found = [e for e in self.editions if e.key.index == index and system in (None, e.key.system)]
        return sorted(found, key=lambda edition: (edition.key.year, edition.key.system != "63"))


def _of_year(dated: tuple[DatedWords, ...], year: int | None) -> DatedWords:
    if year is not None:
        for entry in dated:
            if _covers(entry.first_year, entry.last_year, year):
                return entry
    return max(dated, key=lambda entry: entry.first_year)


def _covers(first_year: int, last_year: int | None, year: int) -> bool:
    return first_year <= year and (last_year is None or year <= last_year)
