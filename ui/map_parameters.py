"""The parameters of the page of maps: which maps, of which unit system and year, what they show, with which lines."""

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.units import UNIT_SYSTEMS
from ui import address, cached_answers
from ui.address import Parameter, Values
from ui.map_editions import chosen_map, map_years
from ui.page_parameters import CHANGE, GROUP, PLACE, SCORE, system_of

ONE_MAP, ALL_INDICES, OVER_YEARS = "mot", "cac-chi-so", "cac-nam"
OUTLINED, NOT_OUTLINED = "co", "khong"


def map_set_parameter() -> Parameter:
    """The maps of the page: one, the newest of every index, or all years of one index."""
    return Parameter(address.MAP_SET, lambda _: (ONE_MAP, ALL_INDICES, OVER_YEARS), lambda _: ONE_MAP)


def map_system_parameter(release: Release) -> Parameter:
    """The unit system: the 34 also where only figures of the 63 can be seen by them."""

    def possible(values: Values) -> tuple[str, ...]:
        if values.one(address.MAP_SET) == ALL_INDICES:
            return UNIT_SYSTEMS
        index, component = values.one(address.INDEX), values.one(address.COMPONENT)
        held = tuple(system for system in UNIT_SYSTEMS if map_years(release, index, component, system))
        return held or UNIT_SYSTEMS[:1]

    def usual(values: Values) -> str:
        key = _newest_shown(release, values)
        return UNIT_SYSTEMS[0] if key is None or values.one(address.MAP_SET) == ALL_INDICES else key.system

    return Parameter(address.UNIT_SYSTEM, possible, usual)


def map_year_parameter(release: Release) -> Parameter:
    """The year, of those that a map can be drawn of; usually the newest one with a figure of the province."""

    def usual(values: Values) -> str:
        key = _newest_shown(release, values)
        return str(key.year) if key else ""

    return address.year_parameter(lambda values: _years(release, values), usual)


def map_earlier_year_parameter(release: Release) -> Parameter:
    """The year that a change is counted from, of those of the same unit system before; usually the one just before."""

    def possible(values: Values) -> tuple[str, ...]:
        years = _years_of_changes(release, values)
        return tuple(year for year in years if year < values.one(address.YEAR)) or _years(release, values)[-1:]

    return address.year_parameter(possible, lambda values: possible(values)[:1], address.EARLIER_YEAR)


def map_shown_parameter(release: Release) -> Parameter:
    """What maps show: scores; of published editions also places, groups where the edition has any, and the change.

    Maps over the years show scores, in classes that are the same for all years.
    """

    def possible(values: Values) -> tuple[str, ...]:
        maps = values.one(address.MAP_SET)
        if maps == ALL_INDICES:
            return (SCORE, PLACE) if system_of(values) == "63" else (SCORE,)
        if maps == OVER_YEARS or not values.one(address.YEAR) or chosen_map(release, values).seen_by_todays:
            return (SCORE,)
        groups = cached_answers.has_groups(release, chosen_map(release, values).key, values.one(address.COMPONENT))
        earlier = values.one(address.EARLIER_YEAR)
        changes = earlier < values.one(address.YEAR) and earlier in _years_of_changes(release, values)
        return (SCORE, PLACE, *((GROUP,) if groups else ()), *((CHANGE,) if changes else ()))

    return Parameter(address.SHOWN, possible, lambda _: SCORE)


def region_outlines_parameter() -> Parameter:
    """Whether regions are outlined: only the 63 have regions."""

    def possible(values: Values) -> tuple[str, ...]:
        return (OUTLINED, NOT_OUTLINED) if system_of(values) == "63" else (NOT_OUTLINED,)

    return Parameter(address.REGION_OUTLINES, possible, lambda values: possible(values)[0])


def _newest_shown(release: Release, values: Values) -> EditionKey | None:
    names = (address.INDEX, address.COMPONENT, address.PROVINCE)
    return cached_answers.newest_shown(release, *(values.one(name) for name in names))


def _years(release: Release, values: Values) -> tuple[str, ...]:
    years = map_years(release, values.one(address.INDEX), values.one(address.COMPONENT), system_of(values))
    return tuple(str(year) for year in years)


def _years_of_changes(release: Release, values: Values) -> tuple[str, ...]:
    held = cached_answers.years_held(
        release, values.one(address.INDEX), values.one(address.COMPONENT), system_of(values)
    )
    return tuple(str(year) for year in held)
