"""Makes a release of a file of own results: an index a kind of unit, so that every question of `indicators` fits."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pandas as pd

from indicators.catalogue import Catalogue, Edition, EditionKey, Words
from indicators.provinces import Province, Provinces, plain_letters
from indicators.release import Release
from indicators.units import Unit
from own.ranked_kinds import RankedKind, decimals_of, ranked_kinds
from own.release_index import index_of
from own.release_tables import SOURCE, breaks, empty_tables, missing, observations, sources
from own.results import OwnResults, OwnUnit
from own.unit_kinds import system_of_kind
from own.vietnamese_order import sort_key


def release_of(results: OwnResults, language_code: str) -> Release:
    """Make a release of own results: a kind of unit is an index (`DEPARTMENT`, `DISTRICT`, `COMMUNE`).

    Names of indices are short in the language of that code; names of units and components are as in the file. Codes of
    units are numbers in Vietnamese order. A unit that a year's edition does not name counts as not measured in it.
    Where a maximum changed between two years a component is not compared across them; where the list of components
    changed, the total is, with caution. Weights are known where the maxima of the parts add up to that of the total.
    """
    keys = _unit_keys(results)
    kinds = ranked_kinds(results)
    indices = [index_of(kind, position, language_code) for position, kind in enumerate(kinds, start=1)]
    rows = observations(results, keys)
    empty = empty_tables()
    return Release(
        version=SOURCE,
        made_at=datetime.now(UTC),
        damaged=None,
        catalogue=Catalogue(tuple(indices), tuple(_editions(kinds, rows))),
        provinces=_units(keys),
        observations=rows,
        former_units=empty["former_units"],
        national=empty["national"],
        breaks=breaks(kinds),
        missing=missing(results, keys),
        sources=sources(kinds, language_code),
        note_codes=empty["note_codes"],
        context=empty["context"],
        responsibility=empty["responsibility"],
        targets=empty["targets"],
        islands=empty["islands"],
        origins=empty["origins"],
        data_dictionary=empty["data_dictionary"],
    )


def _unit_keys(results: OwnResults) -> dict[OwnUnit, str]:
    found = {unit for units in results.measured.values() for unit in units}
    ordered = sorted(found, key=lambda unit: (sort_key(unit.name), sort_key(unit.belongs_to)))
    return {unit: Unit(unit.system, str(number)).key for number, unit in enumerate(ordered, start=1)}


def _units(keys: dict[OwnUnit, str]) -> Provinces:
    """Return the units by key; of several with one name in a system each says what it belongs to."""
    held: dict[tuple[str, str], int] = {}
    for unit in keys:
        held[unit.system, unit.name] = held.get((unit.system, unit.name), 0) + 1
    names = {
        unit: f"{unit.name} ({unit.belongs_to})" if held[unit.system, unit.name] > 1 and unit.belongs_to else unit.name
        for unit in keys
    }
    return Provinces(
        by_unit={
            key: Province(key, Words(names[unit], names[unit]), unit.kind, None, f"{position:06}", None, ())
            for position, (unit, key) in enumerate(keys.items())
        },
        regions=(),
        aliases={key: frozenset({plain_letters(names[unit])}) for unit, key in keys.items()},
        abbreviations={},
    )


def _editions(kinds: Iterable[RankedKind], rows: pd.DataFrame) -> Iterable[Edition]:
    for kind in kinds:
        for year in kind.years:
            system = system_of_kind(kind.kind, year)
            if system is None:
                continue
            measured = kind.results.measured[kind.kind, year]
            ranked = sum((year, unit) in kind.results.ranks for unit in measured)
            scores = rows.loc[(rows["index"] == kind.kind) & (rows["year"] == year), "score"].dropna()
            yield Edition(
                key=EditionKey(kind.kind, year, system),
                published_on="",
                decision="",
                units_measured=len(measured),
                units_ranked=len(measured) if ranked else 0,
                what_is_published="all_ranks" if ranked else "",
                series="",
                decimals=decimals_of(scores.tolist()),
                status="published",
                source_ids=(SOURCE,),
            )
