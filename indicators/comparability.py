"""Whether two editions may be compared, and the reason in a sentence. Every chart, table and export asks here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal, cast

import pandas as pd

from indicators.catalogue import EditionKey, Words
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.units import Unit, UnitSystem

Degree = Literal["same", "publication", "revision", "break", "unit_system"]

_STRENGTH: dict[Degree, int] = {"same": 0, "publication": 1, "revision": 2, "break": 3, "unit_system": 4}


@dataclass(frozen=True, slots=True)
class Crossing:
    """One thing that lies between two editions."""

    degree: Degree
    between_year: int
    and_year: int
    reason: Words
    source_id: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two editions: the strongest degree of all that lies between them, and every reason."""

    degree: Degree
    crossings: tuple[Crossing, ...]

    @property
    def comparable(self) -> bool:
        """Tell whether a change may be printed and a line drawn: across a revision yes, with its mark."""
        return self.degree in ("same", "publication", "revision")

    @property
    def needs_mark(self) -> bool:
        """Tell whether the comparison needs a mark and its sentence beside it."""
        return self.degree != "same"

    @property
    def deciding(self) -> tuple[Crossing, ...]:
        """The crossings of the strongest degree: the reasons to print."""
        return tuple(crossing for crossing in self.crossings if crossing.degree == self.degree)


def compare(
    release: Release, earlier: EditionKey, later: EditionKey, component: str, unit: str | None = None
) -> Comparison:
    """Compare two editions of one index in one component.

    A row of `breaks` counts when it names the index (or `*`), the component (or `*`), and years that overlap the
    span. Rows that name single provinces count only where one of them is asked about.
    Raises ValueError for two indices, since these are never compared.
    """
    if earlier.index != later.index:
        message = f"{earlier.index} and {later.index} measure different things and are never compared."
        raise ValueError(message)
    first, last = sorted((earlier.year, later.year))
    crossings = crossings_between(release, earlier.index, component, first, last, () if unit is None else (unit,))
    if earlier.system != later.system:
        changed = change_of_units(release, earlier.index)
        crossings = [*([changed] if changed else []), *crossings]
    degrees: list[Degree] = ["same", *(crossing.degree for crossing in crossings)]
    degree = max(degrees, key=_STRENGTH.__getitem__)
    return Comparison(degree, tuple(crossings))


def crossings_between(
    release: Release, index: str, component: str, first: int, last: int, units: Collection[str] = ()
) -> list[Crossing]:
    """List what lies between two years for one component, oldest first; what names provinces only for those asked."""
    return [
        row.crossing
        for row in _rows_of(release, index, component)
        if row.crossing.between_year < last and row.crossing.and_year > first and row.concerns(units)
    ]


def own_comparisons(release: Release, earlier: EditionKey, later: EditionKey, component: str) -> dict[str, Comparison]:
    """Give by unit key the verdict of what concerns a unit alone, where it is as strong as that on the two editions.

    Its reasons are to be said beside those of `compare` without a unit, which does not hold them. Both editions are of
    one unit system.
    """
    own: dict[str, list[Crossing]] = {}
    for row in _rows_of(release, later.index, component):
        if row.crossing.between_year < later.year and row.crossing.and_year > earlier.year:
            for unit in sorted(row.units.intersection(release.provinces.units(later.system))):
                own.setdefault(unit, []).append(row.crossing)
    of_all = _STRENGTH[compare(release, earlier, later, component).degree]
    verdicts: dict[str, Comparison] = {}
    for unit, crossings in own.items():
        degrees: list[Degree] = [crossing.degree for crossing in crossings]
        degree = max(degrees, key=_STRENGTH.__getitem__)
        if _STRENGTH[degree] >= of_all:
            verdicts[unit] = Comparison(degree, tuple(crossings))
    return verdicts


def degrees_between(
    release: Release, earlier: EditionKey, later: EditionKey, components: Sequence[str]
) -> pd.DataFrame:
    """Give the degree of `compare` for many components of two editions of one index and unit system at once.

    One row a unit of the system in Vietnamese order, one column a component, values of `Degree`; what concerns single
    provinces is in their rows alone.
    """
    units = release.provinces.units(later.system)
    degrees = pd.DataFrame("same", index=units, columns=list(components), dtype="object")
    for component in components:
        rows = [
            row
            for row in _rows_of(release, later.index, component)
            if row.crossing.between_year < later.year and row.crossing.and_year > earlier.year
        ]
        for row in sorted(rows, key=lambda row: _STRENGTH[row.crossing.degree]):
            degrees.loc[[unit for unit in units if row.concerns((unit,))], component] = row.crossing.degree
    return degrees


def method_segments(
    release: Release, index: str, component: str, system: UnitSystem, years: list[int], unit: str | None = None
) -> dict[int, int]:
    """Number the method series that each year belongs to: consecutive years without a break share a number.

    `years` ascending; only these are looked at, so that a break between two of them cuts the series wherever it lies.
    With a unit, what breaks its series alone cuts as well.
    """
    segments = dict.fromkeys(years[:1], 0)
    for before, after in pairwise(years):
        keys = (EditionKey(index, before, system), EditionKey(index, after, system))
        segments[after] = segments[before] + (0 if compare(release, *keys, component, unit).comparable else 1)
    return segments


def change_of_units(release: Release, index: str) -> Crossing | None:
    """Return the row of `breaks` that ends a unit system of an index, as the reason why two systems are not compared.

    It is the first that concerns all components: for provinces the row that ends the 63 for every index. None where an
    index has one system only.
    """
    if len({edition.key.system for edition in release.catalogue.editions_of(index)}) == 1:
        return None
    rows = (row for row in _all_rows(release) if row.index in ("*", index) and row.component == "*")
    row = next((row.crossing for row in rows if row.crossing.degree == "break"), None)
    return None if row is None else replace(row, degree="unit_system")


def units_with_own_breaks(release: Release, index: str, component: str) -> frozenset[str]:
    """Return the units of the 63 that rows of `breaks` name: their comparisons and series are asked for one by one."""
    rows = _rows_of(release, index, component)
    return frozenset(unit for row in rows if row.crossing.degree == "break" for unit in row.units)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of `breaks`: whom and what it concerns; `units` is empty where it concerns all."""

    index: str
    component: str
    units: frozenset[str]
    crossing: Crossing

    def concerns(self, units: Collection[str]) -> bool:
        return not self.units or not self.units.isdisjoint(units)


@once_a_release
def _rows_of(release: Release, index: str, component: str) -> tuple[_Row, ...]:
    rows = (row for row in _all_rows(release) if row.index in ("*", index) and row.component in ("*", component))
    return tuple(sorted(rows, key=lambda row: (row.crossing.between_year, row.crossing.and_year)))


@once_a_release
def _all_rows(release: Release) -> tuple[_Row, ...]:
    """Return the rows of `breaks` in their order; the codes of provinces in them are those of the 63."""
    return tuple(
        _Row(
            str(row["index"]),
            str(row["component"]),
            frozenset(Unit("63", code).key for code in str(row["province_codes"]).replace(" ", ";").split(";") if code),
            Crossing(
                row["degree"],
                int(row["between_year"]),
                int(row["and_year"]),
                Words(str(row["reason_vi"]), str(row["reason_en"])),
                str(row["source_id"]),
            ),
        )
        for row in cast("list[dict[str, Any]]", release.breaks.to_dict("records"))
    )
