"""The parameters of the comparison's address, and which units of one system they choose."""

from indicators.catalogue import OVERALL
from indicators.common_edition import EditionHeld, component_editions, newest_with_most
from indicators.release import Release
from indicators.units import UNIT_SYSTEMS, Unit, UnitSystem
from ui import address, cached_answers
from ui.address import Parameter, Values
from ui.page_parameters import index_parameter, last_year_parameter, system_of

AT_MOST = 6
DOTS, HEAT = "cham-diem", "bang-mau"
# An example for readers who have chosen nothing: the three largest cities, which every edition of the data measured.
EXAMPLE = {"63": ("63-01", "63-79", "63-48"), "34": ("34-01", "34-79", "34-48")}


def compare_parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of the page's address beside language and province."""
    return (
        last_year_parameter(release),
        _system_parameter(release),
        _provinces_parameter(release),
        index_parameter(release),
        _year_parameter(release),
        Parameter(
            address.SHOWN, lambda _: (DOTS, HEAT), lambda _: DOTS, remembered_as=f"{address.SHOWN} of a comparison"
        ),
    )


def units_compared(release: Release, values: Values) -> list[str]:
    """List the units of the chosen system that hold the figures of the chosen provinces, without repeats, uncut."""
    system = system_of(values)
    wanted = [values.one(address.PROVINCE), *values[address.FURTHER_PROVINCES]]
    units = [unit for province in wanted for unit in cached_answers.chosen_units(release, province, system)]
    return list(dict.fromkeys(units))


def not_in_system(release: Release, values: Values) -> list[str]:
    """List the chosen provinces of which the chosen system holds nothing: those of the 63 where the 34 are compared."""
    system = system_of(values)
    wanted = [values.one(address.PROVINCE), *values[address.FURTHER_PROVINCES]]
    return [u for u in wanted if u in release.provinces and not cached_answers.chosen_units(release, u, system)]


def editions_with_components(release: Release, values: Values) -> tuple[EditionHeld, ...]:
    """List the editions of the chosen index by whose components the chosen provinces can be compared, newest first."""
    units = tuple(units_compared(release, values)[:AT_MOST])
    return component_editions(release, values.one(address.INDEX), system_of(values), units)


def _system_parameter(release: Release) -> Parameter:
    """The unit system of the comparison: that of one of the 63, else the one in which more indices have figures."""

    def usual(values: Values) -> str:
        province = values.one(address.PROVINCE)
        if province in release.provinces and Unit.parse(province).system == "63":
            return "63"
        last_year = values.number(address.LAST_YEAR)
        return max(reversed(UNIT_SYSTEMS), key=lambda system: _indices_held(release, system, last_year))

    return Parameter(address.UNIT_SYSTEM, lambda _: UNIT_SYSTEMS, usual)


def _indices_held(release: Release, system: UnitSystem, last_year: int) -> int:
    held = (cached_answers.years_held(release, index.id, OVERALL, system) for index in release.catalogue.indices)
    return sum(any(year <= last_year for year in years) for years in held)


def _provinces_parameter(release: Release) -> Parameter:
    """The further provinces; usually the nearest peers of the chosen one, and three cities where none is chosen.

    Beside a merged province, whose former provinces stand there already, it is usually none.
    """
    every = [unit for system in reversed(UNIT_SYSTEMS) for unit in release.provinces.units(system)]

    def usual(values: Values) -> tuple[str, ...]:
        system = system_of(values)
        own = cached_answers.chosen_units(release, values.one(address.PROVINCE), system)
        if len(own) != 1:
            return () if own else EXAMPLE[system]
        return cached_answers.usual_peers(release, system, values.number(address.LAST_YEAR), own[0])

    return address.further_provinces_parameter(every, AT_MOST, usual)


def _year_parameter(release: Release) -> Parameter:
    """The year whose components are compared; usually that of the edition in which most of the provinces have them."""

    def usual(values: Values) -> str:
        editions = editions_with_components(release, values)
        until = [edition for edition in editions if edition.key.year <= values.number(address.LAST_YEAR)]
        if not editions:
            return ""
        return str(newest_with_most(until or editions, len(units_compared(release, values)[:AT_MOST])).key.year)

    def possible(values: Values) -> tuple[str, ...]:
        return tuple(str(edition.key.year) for edition in editions_with_components(release, values))

    return Parameter(address.YEAR, possible, usual)
