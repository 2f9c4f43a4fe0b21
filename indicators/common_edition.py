"""The edition by which some provinces are compared: the newest one in which most of them have a figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.results import units_with_figure
from indicators.units import UnitSystem


@dataclass(frozen=True, slots=True)
class EditionHeld:
    """An edition, and how many of the units asked about have a figure in it."""

    key: EditionKey
    count: int


@dataclass(frozen=True, slots=True)
class CommonEdition:
    """The edition to compare by (`shown`), and the newer ones in which fewer of the units have a figure, newest first.

    A newer edition in which none of them has a figure is not listed.
    """

    shown: EditionHeld
    newer: tuple[EditionHeld, ...]


@once_a_release
def common_edition(
    release: Release, index: str, system: UnitSystem, units: tuple[str, ...], last_year: int | None = None
) -> CommonEdition | None:
    """Find the newest edition, up to a year where one is given, in which more than half of some units have a figure.

    A figure is a score or a published rank of the total. Where in no edition more than half have one, it is the edition
    in which most have, the newest of equal ones; None where no edition has any.
    """
    years = [
        e.key for e in release.catalogue.editions_of(index, system) if last_year is None or e.key.year <= last_year
    ]
    found = [EditionHeld(key, _count(release, key, units, [OVERALL], ranks_too=True)) for key in reversed(years)]
    held = [edition for edition in found if edition.count]
    if not held:
        return None
    shown = newest_with_most(held, len(units))
    return CommonEdition(shown, tuple(edition for edition in held if edition.key.year > shown.key.year))


@once_a_release
def component_editions(
    release: Release, index: str, system: UnitSystem, units: tuple[str, ...]
) -> tuple[EditionHeld, ...]:
    """List the editions in which two or more of some units have a score of a part of the total, newest first.

    Where there is none, those in which one of them has. `count`: how many units have any such score.
    """
    found = [
        EditionHeld(key, _count(release, key, units, release.catalogue.index(index).parts(OVERALL, key.year)))
        for key in (edition.key for edition in reversed(release.catalogue.editions_of(index, system)))
    ]
    several = tuple(edition for edition in found if edition.count > 1)
    return several or tuple(edition for edition in found if edition.count)


def newest_with_most(editions: Sequence[EditionHeld], units: int) -> EditionHeld:
    """Choose the newest edition in which more than half of so many units have a figure, else the one with most of them.

    `editions`: one or more, newest first; of two in which equally many have one it is the newer.
    """
    most = [edition for edition in editions if 2 * edition.count > units]
    return most[0] if most else max(editions, key=lambda edition: edition.count)


def _count(
    release: Release, key: EditionKey, units: Sequence[str], components: Sequence[str], *, ranks_too: bool = False
) -> int:
    """Count the units that have a score (or a published rank) in any of some components of an edition."""
    found: set[str] = set()
    for component in components:
        found |= units_with_figure(release, key, component, ranks_too=ranks_too)
    return len(found.intersection(units))
