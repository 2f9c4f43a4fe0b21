"""The kinds of units that a province ranks, what files call them, and the unit system of a kind in a year."""

from typing import Literal, get_args

from indicators.catalogue import Words
from indicators.units import UnitSystem

UnitKind = Literal["DEPARTMENT", "DISTRICT", "COMMUNE"]

UNIT_KINDS: tuple[UnitKind, ...] = get_args(UnitKind)
# Districts ended on 30/06/2025 and today's communes began the day after: the results of 2025 are of the new units.
FIRST_YEAR_OF_TODAY = 2025

KIND_NAMES: dict[UnitKind, Words] = {
    "DEPARTMENT": Words("Sở, ngành", "Departments"),
    "DISTRICT": Words("Cấp huyện", "Districts"),
    "COMMUNE": Words("Cấp xã", "Communes"),
}

_CALLED: dict[UnitKind, tuple[str, ...]] = {
    "DEPARTMENT": (
        "sở", "ban", "ngành", "sở, ngành", "sở, ban, ngành", "sở ban ngành", "cơ quan", "cơ quan, đơn vị", "đơn vị",
        "cấp sở", "cấp tỉnh", "department", "departments",
    ),
    "DISTRICT": (
        "huyện", "quận", "thị xã", "thành phố", "cấp huyện", "huyện, thị xã, thành phố", "district", "districts",
    ),
    "COMMUNE": (
        "xã", "phường", "thị trấn", "đặc khu", "cấp xã", "xã, phường", "xã, phường, thị trấn", "xã, phường, đặc khu",
        "commune", "communes",
    ),
}  # fmt: skip
_KIND_OF: dict[str, UnitKind] = {word: kind for kind, words in _CALLED.items() for word in words}


def kind_called(text: str) -> UnitKind | None:
    """Return the kind that a file means by a word, given in lower case and single blanks; None for none."""
    return _KIND_OF.get(text)


def system_of_kind(kind: UnitKind, year: int) -> UnitSystem | None:
    """Return the unit system of a kind in a year of measurement; None for districts after their end."""
    if kind == "DEPARTMENT":
        return "department"
    if kind == "DISTRICT":
        return "district" if year < FIRST_YEAR_OF_TODAY else None
    return "commune_before" if year < FIRST_YEAR_OF_TODAY else "commune"
