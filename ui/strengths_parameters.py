"""What the address of the page of strengths and weaknesses holds, and what its values stand for."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from indicators.provinces import plain_letters
from indicators.release import Release
from indicators.responsibility import MERGED_ON, Responsibility, responsibilities
from ui import address
from ui.address import Parameter, Values
from ui.page_parameters import last_year_parameter
from ui.strengths_own_table import own_table

EXAMPLE = "34-01"  # Hà Nội: not merged, with figures in all indices
ALL_INDICES = "tat-ca"
ALL_AGENCIES = "tat-ca"
FIRST_LEVEL, EVERY_LEVEL = "cap-1", "moi-cap"
BEFORE_THE_MERGER, SINCE_THE_MERGER = "den-2025-02-28", "tu-2025-03-01"

# Agencies are those of a day in Viet Nam, wherever the server stands.
_AHEAD_OF_UTC = timedelta(hours=7)

DivisionOfWork = dict[tuple[str, str], Responsibility]


def strengths_parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of the page beside language and province."""
    indices = (ALL_INDICES, *(index.id for index in release.catalogue.indices))
    return (
        last_year_parameter(release),
        # Elsewhere one index is always chosen; here all of them stand below each other until one is asked for.
        Parameter(address.INDEX, lambda _: indices, lambda _: ALL_INDICES, remembered_as="strengths-indices"),
        Parameter(address.FORMER_PROVINCE, lambda values: former_provinces(release, values), lambda _: ""),
        Parameter(address.LEVEL, lambda _: (FIRST_LEVEL, EVERY_LEVEL), lambda _: FIRST_LEVEL),
        Parameter(
            address.DIVISION_OF_WORK,
            lambda _: (SINCE_THE_MERGER, BEFORE_THE_MERGER),
            lambda _: SINCE_THE_MERGER if _today() >= MERGED_ON else BEFORE_THE_MERGER,
        ),
        Parameter(
            address.AGENCY,
            lambda values: (
                ALL_AGENCIES,
                *agency_names(division_of_work(release, values.one(address.DIVISION_OF_WORK))),
            ),
            lambda _: ALL_AGENCIES,
        ),
    )


def shown_province(release: Release, values: Values) -> str:
    """Return the chosen province; for the whole country the example."""
    if values.one(address.PROVINCE) in release.provinces:
        return values.one(address.PROVINCE)
    return EXAMPLE


def former_provinces(release: Release, values: Values) -> tuple[str, ...]:
    """List the units of the 63 that hold the figures of the province shown."""
    return tuple(release.provinces.units_for(shown_province(release, values), "63"))


def day_of(division: str) -> date:
    """Return a day on which the division of work of the address holds."""
    return MERGED_ON if division == SINCE_THE_MERGER else MERGED_ON - timedelta(days=1)


def division_of_work(release: Release, division: str) -> DivisionOfWork:
    """Say who leads which component, with the table that the visitor brought laid over the general one."""
    own = own_table()
    if own is None or own.rows is None:
        return _general_division(release, division)
    return responsibilities(release, day_of(division), own.rows)


def agency_names(divided: DivisionOfWork) -> dict[str, str]:
    """Name the agencies that lead a component, by their text in the address, in the order of these texts."""
    names = dict.fromkeys(name for answer in divided.values() for name in answer.lead)
    return dict(sorted((agency_id(name), name) for name in names))


@lru_cache(maxsize=256)
def agency_id(name: str) -> str:
    """Write the name of an agency for an address: "Sở Nội vụ" is `so-noi-vu`."""
    return "-".join(letters for letters in (plain_letters(word) for word in name.split()) if letters)


@lru_cache(maxsize=4)
def _general_division(release: Release, division: str) -> DivisionOfWork:
    return responsibilities(release, day_of(division))


def _today() -> date:
    return (datetime.now(UTC) + _AHEAD_OF_UTC).date()
