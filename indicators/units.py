"""The key of a unit: a unit system and a code, never a code or a name alone.

All 23 merged provinces of today keep the name of one predecessor and seven carry the code of another (91 is Kiên Giang
among the 63 and An Giang among the 34), so that neither is a key by itself. Frames carry the key as one text,
`"63-67"`; this module alone takes it apart.

A province's own departments, districts and communes are units like provinces, of systems that end and begin on the same
day: districts and the communes before end on 30/06/2025, today's communes begin on 01/07/2025. Their codes are numbers
that a release of own results gives.
"""

import re
from dataclasses import dataclass
from typing import Literal, cast

UnitSystem = Literal["63", "34", "department", "district", "commune_before", "commune"]

SYSTEM_63: UnitSystem = "63"
SYSTEM_34: UnitSystem = "34"
UNIT_SYSTEMS: tuple[UnitSystem, ...] = (SYSTEM_63, SYSTEM_34)

OWN_SYSTEMS: tuple[UnitSystem, ...] = ("department", "district", "commune_before", "commune")

_PROVINCE_KEY = re.compile(r"(63|34)-(\d\d)")
_OWN_KEY = re.compile(rf"({'|'.join(OWN_SYSTEMS)})-(\d+)")


class UnitKeyError(ValueError):
    """A text that is not a unit key such as "63-67"."""


@dataclass(frozen=True, order=True, slots=True)
class Unit:
    """One unit of one unit system."""

    system: UnitSystem
    code: str

    @property
    def key(self) -> str:
        """The text that stands for the unit in frames and in addresses, e.g. "63-67"."""
        return f"{self.system}-{self.code}"

    @classmethod
    def parse(cls, key: str) -> "Unit":
        """Read a unit key.

        Raises UnitKeyError for anything else, also for a bare code: without its system a code means two provinces.
        """
        match = _PROVINCE_KEY.fullmatch(key) or _OWN_KEY.fullmatch(key)
        if match is None:
            message = f'"{key}" is not a unit key; write the system and the two-digit code, for example "63-67".'
            raise UnitKeyError(message)
        return cls(cast("UnitSystem", match[1]), match[2])


def unit_system(text: str) -> UnitSystem:
    """Read the name of a system of provinces; raises UnitKeyError for anything but "63" and "34"."""
    if text not in UNIT_SYSTEMS:
        message = f'"{text}" is not a unit system; there are "63" (to 30/06/2025) and "34" (from 01/07/2025).'
        raise UnitKeyError(message)
    return text
