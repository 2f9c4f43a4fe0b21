"""The answers of `indicators` that pages ask for on every run, worked out once a process and shared by all sessions.

An answer belongs to one release object; answers of a release that was exchanged fall out as newer ones come in. Nobody
writes to a frame that comes from here.
"""

from functools import lru_cache
from typing import Any, cast

import pandas as pd

from indicators import (
    change,
    component_gaps,
    decomposition,
    headroom,
    history,
    movement,
    movers,
    peers,
    period_review,
    places_among,
    responsibility,
    results,
    robustness,
    strengths,
    succession,
    what_if,
)
from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness
from indicators.release import Release
from indicators.units import Unit, UnitSystem

# Remembered with its release already (`indicators.remembering`).
edition_table = results.edition_table
newest_edition = lru_cache(maxsize=256)(results.newest_edition)
newest_edition_with = lru_cache(maxsize=2048)(results.newest_edition_with)
previous_edition = lru_cache(maxsize=1024)(change.previous_edition)
change_between = lru_cache(maxsize=256)(change.change_between)
history_of_all = lru_cache(maxsize=64)(history.history)
reference_lines = lru_cache(maxsize=64)(history.reference_lines)
points_to_next_place = lru_cache(maxsize=512)(headroom.points_to_next_place)
component_moves = lru_cache(maxsize=256)(movers.component_moves)
province_moves = lru_cache(maxsize=64)(movers.province_moves)
predecessor_view = lru_cache(maxsize=512)(succession.predecessor_view)
todays_view = lru_cache(maxsize=128)(succession.todays_view)
strengths_of = lru_cache(maxsize=64)(strengths.strengths)
movement_between = lru_cache(maxsize=128)(movement.movement_between)
period_of = lru_cache(maxsize=256)(period_review.period_of)
review_period = lru_cache(maxsize=128)(period_review.review_period)
last_whole_edition = lru_cache(maxsize=1024)(what_if.last_whole_edition)
adjustable_parts = lru_cache(maxsize=512)(what_if.adjustable_parts)
decompose_change = lru_cache(maxsize=128)(decomposition.decompose_change)
headroom_of_all = lru_cache(maxsize=64)(headroom.headroom)
gaps_of_all = lru_cache(maxsize=64)(component_gaps.component_gaps)
robustness_of_all = lru_cache(maxsize=64)(robustness.robustness)
nearest_peers = lru_cache(maxsize=32)(peers.nearest_peers)
responsibilities = lru_cache(maxsize=8)(responsibility.responsibilities)


@lru_cache(maxsize=2048)
def usual_peers(release: Release, system: UnitSystem, last_year: int, unit: str) -> tuple[str, ...]:
    """List the nearest peers of a unit by what is known up to a year, nearest first; none where there are no peers."""
    found = nearest_peers(release, system, last_year)
    return () if isinstance(found, CannotBeSaid) else found.of(unit)


@lru_cache(maxsize=256)
def components_held(release: Release, index: str) -> tuple[str, ...]:
    """List the components of an index that any figure is held of, in the catalogue's order."""
    return tuple(
        component.id
        for component in release.catalogue.index(index).components
        if any(release.years_held(index, component.id, system) for system in ("63", "34"))
    )


@lru_cache(maxsize=1024)
def years_held(release: Release, index: str, component: str, system: UnitSystem) -> tuple[int, ...]:
    """List the years with figures of a component, the newest first."""
    return tuple(reversed(release.years_held(index, component, system)))


@lru_cache(maxsize=8)
def all_years(release: Release) -> tuple[int, ...]:
    """List the years of measurement of which any figure is held, the newest first."""
    return tuple(sorted({int(year) for year in release.observations["year"].unique()}, reverse=True))


@lru_cache(maxsize=256)
def newest_shown(
    release: Release, index: str, component: str, province: str, last_year: int | None = None
) -> EditionKey | None:
    """Find the edition that a first view shows: the newest with a figure of the chosen province, else the newest held.

    `province` is a unit key, or anything else for the whole country; no edition after `last_year`, where it is given.
    """
    if province in release.provinces:
        of_province = newest_edition_with(release, index, province, component, last_year)
        if of_province is not None:
            return of_province
    return newest_edition(release, index, component, last_year)


@lru_cache(maxsize=512)
def newest_whole(release: Release, index: str, unit: str, last_year: int) -> EditionKey | None:
    """Find the newest edition up to a year, in the system of a unit, that holds every total and one of the unit."""
    for edition in reversed(release.catalogue.editions_of(index, Unit.parse(unit).system)):
        if edition.key.year <= last_year and completeness(release, edition.key).whole:
            table = edition_table(release, edition.key, OVERALL)
            if table.loc[table["unit"] == unit, "score"].notna().any():
                return edition.key
    return None


def edition_row(release: Release, key: EditionKey, component: str, unit: str) -> dict[str, Any]:
    """Return the row of one unit in `edition_table`."""
    return _edition_rows(release, key, component)[unit]


@lru_cache(maxsize=512)
def _edition_rows(release: Release, key: EditionKey, component: str) -> dict[str, dict[str, Any]]:
    records = cast("list[dict[str, Any]]", edition_table(release, key, component).to_dict("records"))
    return {str(record["unit"]): record for record in records}


@lru_cache(maxsize=512)
def part_rows(release: Release, key: EditionKey, units: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of `edition_table` of some units for every first-level component, with `component`."""
    parts = release.catalogue.index(key.index).parts(OVERALL, key.year)
    if not parts:
        return pd.DataFrame()
    table = pd.concat([edition_table(release, key, part).assign(component=part) for part in parts], ignore_index=True)
    return table[table["unit"].isin(units)].reset_index(drop=True)


@lru_cache(maxsize=128)
def contributions_by_part(release: Release, key: EditionKey) -> dict[tuple[str, str], float]:
    """Return what every component contributed to the last change of every unit, by unit and component."""
    before = previous_edition(release, key, OVERALL)
    if before is None:
        return {}
    answer = decompose_change(release, before.key, key)
    return {} if isinstance(answer, CannotBeSaid) else _by_unit_and_part(answer.parts, "contribution")


@lru_cache(maxsize=128)
def gaps_by_part(release: Release, key: EditionKey) -> dict[tuple[str, str], float]:
    """Return the points of the total that every unit lacks to the best score of every component, by both."""
    answer = gaps_of_all(release, key)
    return {} if isinstance(answer, CannotBeSaid) else _by_unit_and_part(answer.table, "weighted_gap")


def _by_unit_and_part(table: pd.DataFrame, column: str) -> dict[tuple[str, str], float]:
    held = table[table[column].notna()]
    rows = zip(held["unit"], held["component"], held[column], strict=True)
    return {(str(unit), str(part)): float(value) for unit, part, value in rows}


@lru_cache(maxsize=128)
def current_series_of_all(release: Release, key: EditionKey, component: str) -> dict[str, list[float]]:
    """Return the scores of every unit that lead up to an edition, by unit; nobody writes to the answer."""
    return history.current_series(history_of_all(release, key.index, component, key.system), key.year)


@lru_cache(maxsize=1024)
def has_groups(release: Release, key: EditionKey, component: str) -> bool:
    """Tell whether an edition puts any unit in a group by a component."""
    return bool((edition_table(release, key, component)["group"] != "").any())


@lru_cache(maxsize=512)
def units_by_place(release: Release, key: EditionKey, component: str) -> tuple[str, ...]:
    """Name the units of an edition that have a place, the best first."""
    table = edition_table(release, key, component)
    return tuple(str(unit) for unit in table[table["place"].notna()].sort_values("place", kind="stable")["unit"])


def first_units(release: Release, index: str, component: str, system: UnitSystem) -> tuple[str, ...]:
    """Name the first three units of the newest edition of a unit system, by place."""
    years = years_held(release, index, component, system)
    return units_by_place(release, EditionKey(index, years[0], system), component)[:3] if years else ()


@lru_cache(maxsize=8)
def first_index(release: Release) -> str:
    """Choose the index that a first view shows: the first one whose newest total is held for every measured unit."""
    for index in release.catalogue.indices:
        key = newest_edition(release, index.id, OVERALL)
        if key is not None and completeness(release, key).whole:
            return index.id
    return release.catalogue.indices[0].id


@lru_cache(maxsize=512)
def chosen_units(release: Release, province: str, system: UnitSystem) -> list[str]:
    """List the units of a system that hold the figures of the chosen province; none for the whole country."""
    return release.provinces.units_for(province, system) if province in release.provinces else []


@lru_cache(maxsize=64)
def medians_of_nearest_peers(release: Release, key: EditionKey) -> pd.DataFrame | CannotBeSaid:
    """Compare every unit of an edition with the median of its nearest peers, as `places_among.peer_medians` does."""
    nearest = nearest_peers(release, key.system, key.year)
    return nearest if isinstance(nearest, CannotBeSaid) else places_among.peer_medians(release, key, nearest.table)
