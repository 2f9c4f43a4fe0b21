"""The names that readers see: indices, components, groups, regions, provinces and editions."""

from indicators.catalogue import EditionKey, Index
from indicators.provinces import Provinces
from indicators.release import Release
from indicators.units import Unit, UnitSystem
from wording.language import Language

NAMED_AT_MOST = 3


def component_name(index: Index, component: str, year: int | None, language: Language, *, short: bool = False) -> str:
    """Name a component as it was called in that year, as it is called now where the year has no such component."""
    found = index.component(component)
    if found is None:
        return component
    period = (found.period(year) if year is not None else None) or found.latest
    return (period.short_name if short else period.name).in_language(language.code)


def group_name(index: Index, group: str, language: Language) -> str:
    """Name a group of an index; "" for no group."""
    return next((g.name.in_language(language.code) for g in index.groups if g.id == group), group)


def region_name(provinces: Provinces, region: str, language: Language) -> str:
    """Name one of the six regions of the 63."""
    return next(r.name.in_language(language.code) for r in provinces.regions if r.id == region)


def unit_system_name(system: UnitSystem, language: Language) -> str:
    """Name a unit system with the dates it holds for."""
    called = {
        "63": "63 provinces (to 30 June 2025)",
        "34": "34 provinces (from 1 July 2025)",
        "department": "Departments",
        "district": "Districts (to 30 June 2025)",
        "commune_before": "Communes (to 30 June 2025)",
        "commune": "Communes (from 1 July 2025)",
    }
    return language.text(called[system])


def province_in_picker(provinces: Provinces, unit: str, language: Language) -> str:
    """Name a province in a list that holds both systems: today's plainly, those of the 63 with their last day."""
    name = provinces.name(unit, language.code)
    if Unit.parse(unit).system == "34":
        return name
    return language.text("{province} (to 30 June 2025)", province=name)


def province_name(provinces: Provinces, unit: str, language: Language) -> str:
    """Name a province so that no other can be meant: the merged ones and the old ones of the same name say which they
    are.
    """
    name = provinces.name(unit, language.code)
    if Unit.parse(unit).system == "34":
        merged = provinces[unit].is_merged
        return language.text("{province} (new)", province=name) if merged else name
    if any(
        provinces[new].is_merged and provinces.name(new, "vi") == provinces.name(unit, "vi")
        for new in provinces.units("34")
    ):
        return language.text("{province} (before 1 July 2025)", province=name)
    return name


def edition_name(release: Release, key: EditionKey, language: Language) -> str:
    """Name an edition, "PAPI 2023"; with its units where the year has one for each system."""
    name = f"{release.catalogue.index(key.index).short_name} {key.year}"
    systems = {
        edition.key.system for edition in release.catalogue.editions_of(key.index) if edition.key.year == key.year
    }
    if len(systems) == 1:
        return name
    return language.text("{edition}, {units} provinces", edition=name, units=key.system)


def named_or_counted(names: list[str], language: Language) -> str:
    """Name up to three provinces as a sentence does; of more only say how many: "5 tỉnh, thành phố"."""
    if len(names) <= NAMED_AT_MOST:
        return joined(names, language)
    return language.text("{count} provinces", count=len(names))


def joined(names: list[str], language: Language) -> str:
    """Join names as a sentence does: "A, B và C"."""
    if len(names) < 2:
        return "".join(names)
    return language.text("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
