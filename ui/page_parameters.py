"""The parameters of the pages' addresses, filled with what the release holds.

Each asks the ones before it: index → component → unit system → year → earlier year.
"""

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.units import UNIT_SYSTEMS, UnitSystem, unit_system
from ui import address, cached_answers
from ui.address import Parameter, Values

SCORE, PLACE, GROUP, CHANGE = "diem", "hang", "nhom", "thay-doi"


def edition_parameters(release: Release) -> tuple[Parameter, ...]:
    """List what names one component of one edition: index, component, unit system, year."""
    return (
        index_parameter(release),
        component_parameter(release),
        unit_system_parameter(release),
        year_parameter(release),
    )


def chosen_edition(values: Values) -> tuple[EditionKey, str]:
    """Return the edition and the component that the values of `edition_parameters` name."""
    key = EditionKey(values.one(address.INDEX), values.number(address.YEAR), system_of(values))
    return key, values.one(address.COMPONENT)


def index_parameter(release: Release) -> Parameter:
    """The index; usually the first one whose newest edition is whole."""
    return address.index_parameter(
        [index.id for index in release.catalogue.indices], cached_answers.first_index(release)
    )


def component_parameter(release: Release) -> Parameter:
    """The component, of those of the index that figures are held of."""
    return address.component_parameter(
        lambda values: cached_answers.components_held(release, values.one(address.INDEX)), OVERALL
    )


def unit_system_parameter(release: Release) -> Parameter:
    """The unit system, of those that the component has figures in; usually that of the newest edition to show."""

    def possible(values: Values) -> tuple[str, ...]:
        index, component = values.one(address.INDEX), values.one(address.COMPONENT)
        held = tuple(s for s in UNIT_SYSTEMS if cached_answers.years_held(release, index, component, s))
        return held or UNIT_SYSTEMS[:1]

    def usual(values: Values) -> str:
        key = cached_answers.newest_shown(
            release, values.one(address.INDEX), values.one(address.COMPONENT), values.one(address.PROVINCE)
        )
        return key.system if key else UNIT_SYSTEMS[0]

    return Parameter(address.UNIT_SYSTEM, possible, usual)


def year_parameter(release: Release) -> Parameter:
    """The year, of those that the component has figures in; usually the newest one with a figure of the province."""

    def usual(values: Values) -> str:
        key = cached_answers.newest_shown(
            release, values.one(address.INDEX), values.one(address.COMPONENT), values.one(address.PROVINCE)
        )
        return str(key.year) if key else ""

    return address.year_parameter(lambda values: _years(release, values), usual)


def earlier_year_parameter(release: Release) -> Parameter:
    """The year to compare with, of those before the chosen one; usually the one just before it."""

    def possible(values: Values) -> tuple[str, ...]:
        years = _years(release, values)
        return tuple(year for year in years if year < values.one(address.YEAR)) or years[-1:]

    # A year after the chosen one may well have figures: what is wrong with it is not that there are none.
    return Parameter(address.EARLIER_YEAR, possible, lambda values: possible(values)[:1])


def last_year_parameter(release: Release) -> Parameter:
    """The year up to which editions are shown, usually the newest: a link copied today opens the same ones later."""
    return address.year_parameter(
        lambda _: tuple(str(year) for year in cached_answers.all_years(release)),
        lambda _: str(cached_answers.all_years(release)[0]),
        address.LAST_YEAR,
    )


def region_parameter(release: Release) -> Parameter:
    """The region: only the 63 have regions."""

    def possible(values: Values) -> tuple[str, ...]:
        regions = tuple(region.id for region in release.provinces.regions)
        return (address.ALL_REGIONS, *(regions if values.get(address.UNIT_SYSTEM, ("63",)) == ("63",) else ()))

    return Parameter(address.REGION, possible, lambda _: address.ALL_REGIONS)


def system_of(values: Values) -> UnitSystem:
    """Return the chosen unit system."""
    return unit_system(values.one(address.UNIT_SYSTEM))


def _years(release: Release, values: Values) -> tuple[str, ...]:
    held = cached_answers.years_held(
        release, values.one(address.INDEX), values.one(address.COMPONENT), system_of(values)
    )
    return tuple(str(year) for year in held)


def further_provinces_parameter(release: Release, at_most: int) -> Parameter:
    """Further provinces beside the chosen one; usually the first three of the newest edition where none is chosen."""
    provinces = release.provinces
    units = [unit for system in ("34", "63") for unit in provinces.units(system)]

    def usual(values: Values) -> tuple[str, ...]:
        if values.one(address.PROVINCE) in provinces:
            return ()
        return cached_answers.first_units(
            release, values.one(address.INDEX), values.one(address.COMPONENT), system_of(values)
        )

    return address.further_provinces_parameter(units, at_most, usual)
