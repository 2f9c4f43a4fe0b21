"""The provinces of both unit systems: names, regions, order, and who went where on 1 July 2025."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import pandas as pd

from indicators.catalogue import Words
from indicators.units import Unit, UnitSystem


class UnknownUnitError(KeyError):
    """A unit key that names no province of its system."""


@dataclass(frozen=True, slots=True)
class Region:
    """One of the six regions of the 63; the 34 have none, since seven of them would span two."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Province:
    """One unit of one system.

    `successor` is the unit of the 34 that a unit of the 63 went into; `predecessors` are the units of the 63 that a
    unit of the 34 was made of (one where only the system changed). `sort_key` sorts as text into Vietnamese dictionary
    order.
    """

    unit: str
    name: Words
    kind: str
    region: str | None
    sort_key: str
    successor: str | None
    predecessors: tuple[str, ...]

    @property
    def is_merged(self) -> bool:
        """Tell whether the unit was made of several."""
        return len(self.predecessors) > 1


@dataclass(frozen=True)
class Provinces:
    """All provinces of both systems and the regions of the 63.

    By unit key: `aliases` in plain letters, for a search; `abbreviations` as people write them in capitals ("TPHCM").
    """

    by_unit: Mapping[str, Province]
    regions: tuple[Region, ...]
    aliases: Mapping[str, frozenset[str]]
    abbreviations: Mapping[str, tuple[str, ...]]

    def __getitem__(self, unit: str) -> Province:
        """Return the province of a unit key; raises UnknownUnitError."""
        if unit not in self.by_unit:
            message = f'No province has the unit key "{unit}".'
            raise UnknownUnitError(message)
        return self.by_unit[unit]

    def __contains__(self, unit: object) -> bool:
        """Tell whether a unit key names a province."""
        return unit in self.by_unit

    @cached_property
    def _ordered(self) -> dict[UnitSystem, list[str]]:
        in_order = sorted(self.by_unit.values(), key=lambda province: province.sort_key)
        ordered: dict[UnitSystem, list[str]] = {}
        for province in in_order:
            ordered.setdefault(Unit.parse(province.unit).system, []).append(province.unit)
        return ordered

    def units(self, system: UnitSystem, region: str | None = None) -> list[str]:
        """List the unit keys of a system in Vietnamese order, of one region where it is given (the 63 only)."""
        return [unit for unit in self._ordered.get(system, []) if region is None or self.by_unit[unit].region == region]

    def name(self, unit: str, language: str) -> str:
        """Return the name of a province, without its system."""
        return self[unit].name.in_language(language)

    def units_for(self, unit: str, system: UnitSystem) -> list[str]:
        """List the units of a system that hold the figures of a province.

        The unit itself in its own system; the predecessors of one of the 34 in the 63; nothing for one of the 63 in
        the 34, since a figure of the 34 is never a figure of a part of it.
        """
        if Unit.parse(unit).system == system:
            return [unit]
        return list(self[unit].predecessors)

    def search(self, text: str, system: UnitSystem) -> list[str]:
        """List, in Vietnamese order, the units of a system whose name or alias holds the text, tone marks or not."""
        wanted = plain_letters(text)
        if not wanted:
            return self.units(system)
        return [unit for unit in self.units(system) if any(wanted in name for name in self.aliases[unit])]


def plain_letters(text: str) -> str:
    """Return the letters and digits of a text in lower case without tone marks: "Đắk Nông" gives "daknong"."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ð", "d"))
    return "".join(letter for letter in decomposed if letter.isalnum())


def provinces_from_tables(
    of_63: pd.DataFrame, of_34: pd.DataFrame, regions: pd.DataFrame, aliases: pd.DataFrame
) -> Provinces:
    """Make the provinces from the tables of `data/provinces/`.

    Columns: see docs/architecture.md; `aliases` holds `alias`, `unit` and `kind`.
    """
    records = [_of_63(row) for row in _rows(of_63)] + [_of_34(row) for row in _rows(of_34)]
    by_unit = {province.unit: province for province in records}
    names: dict[str, set[str]] = {
        unit: {plain_letters(p.name.vi), plain_letters(p.name.en)} for unit, p in by_unit.items()
    }
    abbreviations: dict[str, list[str]] = {}
    for row in _rows(aliases):
        names[row["unit"]].add(plain_letters(row["alias"]))
        alias = row["alias"]
        if row["kind"] == "abbreviation" and alias.isascii() and alias.isalpha() and alias.isupper():
            abbreviations.setdefault(row["unit"], []).append(alias)
    ordered_regions = sorted(_rows(regions), key=lambda row: int(row["position"]))
    return Provinces(
        by_unit=by_unit,
        regions=tuple(Region(row["region"], Words(row["name_vi"], row["name_en"])) for row in ordered_regions),
        aliases={unit: frozenset(found) for unit, found in names.items()},
        abbreviations={unit: tuple(found) for unit, found in abbreviations.items()},
    )


def _rows(table: pd.DataFrame) -> Iterable[dict[str, str]]:
    return cast("list[dict[str, str]]", table.astype("str").to_dict("records"))


def _of_63(row: Mapping[str, str]) -> Province:
    return Province(
        unit=Unit("63", row["code"]).key,
        name=Words(row["name_vi"], row["name_en"]),
        kind=row["kind_vi"],
        region=row["region"],
        sort_key=row["sort_key"],
        successor=Unit("34", row["successor_code"]).key,
        predecessors=(),
    )


def _of_34(row: Mapping[str, str]) -> Province:
    return Province(
        unit=Unit("34", row["code"]).key,
        name=Words(row["name_vi"], row["name_en"]),
        kind=row["kind_vi"],
        region=None,
        sort_key=row["sort_key"],
        successor=None,
        predecessors=tuple(Unit("63", code).key for code in row["predecessor_codes"].split(";")),
    )
