"""The checked bundle of all editions that the pages read: loaded whole, verified, read-only."""

import io
import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import pandas as pd

from indicators.catalogue import Catalogue, EditionKey
from indicators.catalogue_records import catalogue_of, edition_from_record, index_from_record
from indicators.provinces import Provinces, provinces_from_tables
from indicators.release_store import (
    CATALOGUE,
    MANIFEST,
    ReleaseError,
    ReleaseStore,
    StoreError,
    release_store,
    versions_held,
    wanted_version,
    whole_version,
)

_ORIGIN_COLUMNS = ("index", "year", "source_id", "address", "fetched_at", "sha256", "size")
_DICTIONARY_COLUMNS = ("table", "column", "type", "meaning_vi", "meaning_en")


@dataclass(frozen=True, slots=True)
class DataWarning:
    """What the checks remark about an edition that is published all the same, or about one that is held back.

    `code` is of the closed list of `etl.problems.Code`; `component` is None where it concerns the whole edition.
    """

    index: str
    year: int
    code: str
    component: str | None


@dataclass(frozen=True, eq=False)
class Release:
    """All that the pages know, from one version of the release.

    Frames (their columns as in docs/architecture.md, a province as `unit`, e.g. "63-67"):
    `observations`, `former_units`, `national`, `breaks`, `missing`, `sources`, `note_codes`, `context`,
    `responsibility`, `targets`, `islands`; `origins` (gathered files: index, year, source_id, address, fetched_at,
    sha256, size) and `data_dictionary` (table, column, type, meaning_vi, meaning_en), both without rows where the
    release is older than they are. Nobody writes to them: they are shared by all sessions.
    Indices without figures stand in `catalogue.awaited`; `breaks` has no rows of them.
    Two releases are the same only if they are the same object, so that a release can be part of a cached question.
    `damaged` names the newer version that was refused, where one was; the pages say so.
    `warnings`: what the checks remarked about single editions when the release was made.
    """

    version: str
    made_at: datetime
    damaged: str | None
    catalogue: Catalogue
    provinces: Provinces
    observations: pd.DataFrame
    former_units: pd.DataFrame
    national: pd.DataFrame
    breaks: pd.DataFrame
    missing: pd.DataFrame
    sources: pd.DataFrame
    note_codes: pd.DataFrame
    context: pd.DataFrame
    responsibility: pd.DataFrame
    targets: pd.DataFrame
    islands: pd.DataFrame
    origins: pd.DataFrame
    data_dictionary: pd.DataFrame
    warnings: tuple[DataWarning, ...] = ()

    @cached_property
    def _positions(self) -> dict[Hashable, Any]:
        grouped = self.observations.groupby(["index", "year", "unit_system", "component"], observed=True, sort=False)
        return cast("dict[Hashable, Any]", grouped.indices)

    def figures(self, key: EditionKey, component: str) -> pd.DataFrame:
        """Return the observations of one component in one edition: a fresh frame, empty where none is held."""
        positions = self._positions.get((key.index, key.year, key.system, component), [])
        return self.observations.take(positions)

    def holds(self, key: EditionKey, component: str) -> bool:
        """Tell whether any observation of one component in one edition is held."""
        return (key.index, key.year, key.system, component) in self._positions

    @cached_property
    def _missing(self) -> dict[tuple[str, int], list[dict[str, Any]]]:
        rows: dict[tuple[str, int], list[dict[str, Any]]] = {}
        for record in cast("list[dict[str, Any]]", self.missing.to_dict("records")):
            rows.setdefault((str(record["index"]), int(record["year"])), []).append(record)
        return rows

    def missing_in(self, index: str, year: int) -> list[dict[str, Any]]:
        """List the rows of `missing` of one year of an index, of both unit systems."""
        return self._missing.get((index, year), [])

    @cached_property
    def _former_positions(self) -> dict[Hashable, Any]:
        return cast("dict[Hashable, Any]", self.former_units.groupby(["index", "year", "component"]).indices)

    def has_former(self, index: str, year: int, component: str) -> bool:
        """Tell whether `former_units` holds any row of one component in one year."""
        return (index, year, component) in self._former_positions

    def former_in(self, index: str, year: int, component: str) -> pd.DataFrame:
        """Return the rows of `former_units` of one component in one year: a fresh frame."""
        return self.former_units.take(self._former_positions.get((index, year, component), []))

    @cached_property
    def _sources(self) -> dict[tuple[str, str], dict[str, Any]]:
        records = cast("list[dict[str, Any]]", self.sources.to_dict("records"))
        return {(str(record["index"]), str(record["source_id"])): record for record in records}

    def source(self, index: str, source_id: str) -> dict[str, Any]:
        """Return the record of a source id of an index; one of another folder is written `context:nq202` or `sipas:…`.

        Raises KeyError for an id that is not in the table, which the checks of `etl` refuse.
        """
        folder, _, name = source_id.rpartition(":")
        return self._sources[(folder if folder == "context" else folder.upper() or index, name)]

    def years_held(self, index: str, component: str, system: str) -> list[int]:
        """List the years in which at least one figure of a component is held, ascending."""
        keys = cast("list[tuple[str, int, str, str]]", list(self._positions))
        return sorted(int(year) for i, year, s, c in keys if (i, s, c) == (index, system, component))


def load(place: Path | str) -> Release:
    """Load the current version of the release in a folder or at an address, or the last good one where it is damaged.

    Raises ReleaseError where the place holds no valid version, StoreError (one of them) where a store does not answer.
    """
    store = release_store(place)
    wanted = wanted_version(store)
    problems: list[str] = []
    for version in _versions_to_try(store, wanted):
        try:
            return _read(version, whole_version(store, version), damaged=wanted if version != wanted else None)
        except StoreError:
            # An older version would be taken for the last good one though nothing is known of the newer.
            raise
        except (ReleaseError, OSError, ValueError, ArithmeticError, LookupError, TypeError, AttributeError) as error:
            problems.append(f"{version}: {error}")
    details = "; ".join(problems) or "it holds no version"
    message = f"No valid release in {store.shown} ({details}). Run `python -m etl publish`."
    raise ReleaseError(message)


def _versions_to_try(store: ReleaseStore, wanted: str | None) -> list[str]:
    """List the current version, then the others from the newest."""
    held = versions_held(store)
    return ([wanted] if wanted in held else []) + [version for version in held if version != wanted]


def _read(version: str, contents: Mapping[str, bytes], damaged: str | None) -> Release:
    manifest = json.loads(contents[MANIFEST])
    records = json.loads(contents[CATALOGUE])

    def table(name: str) -> pd.DataFrame:
        return pd.read_parquet(io.BytesIO(contents[f"{name}.parquet"]))

    def later_table(name: str, columns: Sequence[str]) -> pd.DataFrame:
        # A version that was made before there was such a table is still a good one to fall back to.
        return (
            table(name) if f"{name}.parquet" in manifest["files"] else pd.DataFrame(columns=list(columns), dtype="str")
        )

    rows = cast("list[dict[str, Any]]", table("editions").to_dict("records"))
    observations, warnings = table("observations"), _warnings(manifest)
    # An index whose only editions are held back has figures: its pages say that they are being checked.
    with_figures = {*observations["index"].astype("str").unique(), *(warning.index for warning in warnings)}
    catalogue = catalogue_of(
        [index_from_record(record) for record in records], [edition_from_record(row) for row in rows], with_figures
    )
    breaks = table("breaks")
    return Release(
        version=version,
        made_at=datetime.fromisoformat(manifest["made_at"]),
        damaged=damaged,
        catalogue=catalogue,
        provinces=provinces_from_tables(
            table("provinces_63"), table("provinces_34"), table("regions"), table("aliases")
        ),
        observations=observations,
        former_units=table("former_units"),
        national=table("national"),
        breaks=breaks[~breaks["index"].isin([awaited.index.id for awaited in catalogue.awaited])].reset_index(
            drop=True
        ),
        missing=table("missing"),
        sources=table("sources"),
        note_codes=table("note_codes"),
        context=table("context"),
        responsibility=table("responsibility"),
        targets=table("targets"),
        islands=table("islands"),
        origins=later_table("origins", _ORIGIN_COLUMNS),
        data_dictionary=later_table("data_dictionary", _DICTIONARY_COLUMNS),
        warnings=warnings,
    )


def _warnings(manifest: dict[str, Any]) -> tuple[DataWarning, ...]:
    records = cast("list[dict[str, Any]]", manifest.get("warnings", []))
    return tuple(
        DataWarning(str(record["index"]), int(record["year"]), str(record["code"]), record.get("component"))
        for record in records
        if record.get("index") is not None
    )
