"""The checked bundle of all editions that the pages read: loaded whole, verified, read-only."""

import hashlib
import json
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import pandas as pd

from indicators.catalogue import Catalogue, EditionKey
from indicators.catalogue_records import edition_from_record, index_from_record
from indicators.provinces import Provinces, provinces_from_tables

CURRENT = "current.json"
VERSIONS = "versions"
MANIFEST = "manifest.json"
CATALOGUE = "catalogue.json"

_ORIGIN_COLUMNS = ("index", "year", "source_id", "address", "fetched_at", "sha256", "size")
_DICTIONARY_COLUMNS = ("table", "column", "type", "meaning_vi", "meaning_en")


class ReleaseError(Exception):
    """No valid release can be read from a folder; the message says which file is wrong."""


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


def load(folder: Path) -> Release:
    """Load the current version of the release in a folder, or the last good one where it is damaged.

    Raises ReleaseError where the folder holds no valid version.
    """
    wanted = _current_version(folder)
    problems: list[str] = []
    for version in _versions_to_try(folder, wanted):
        try:
            verify(folder / VERSIONS / version)
            return _read(folder / VERSIONS / version, damaged=wanted if version != wanted else None)
        except (ReleaseError, OSError, ValueError, KeyError) as error:
            problems.append(f"{version}: {error}")
    details = "; ".join(problems) or "it holds no version"
    message = f"No valid release in {folder} ({details}). Run `python -m etl publish`."
    raise ReleaseError(message)


def verify(version_folder: Path) -> dict[str, Any]:
    """Compare every file of a version with the sha256 in its manifest and return the manifest.

    Raises ReleaseError naming the first file that is missing or differs.
    """
    try:
        manifest = json.loads((version_folder / MANIFEST).read_text("utf-8"))
        files = cast("dict[str, str]", manifest["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{MANIFEST} cannot be read ({error})"
        raise ReleaseError(message) from error
    for name, expected in files.items():
        file = version_folder / name
        if not file.is_file():
            message = f"{name} is missing"
            raise ReleaseError(message)
        if hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            message = f"{name} differs from its checksum in {MANIFEST}"
            raise ReleaseError(message)
    return manifest


def _current_version(folder: Path) -> str | None:
    try:
        return str(json.loads((folder / CURRENT).read_text("utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _versions_to_try(folder: Path, wanted: str | None) -> list[str]:
    """List the current version, then the others from the newest: version names sort by the time they were made."""
    versions = folder / VERSIONS
    held = (
        sorted((entry.name for entry in versions.iterdir() if entry.is_dir()), reverse=True)
        if versions.is_dir()
        else []
    )
    return ([wanted] if wanted in held else []) + [version for version in held if version != wanted]


def _read(version_folder: Path, damaged: str | None) -> Release:
    manifest = json.loads((version_folder / MANIFEST).read_text("utf-8"))
    records = json.loads((version_folder / CATALOGUE).read_text("utf-8"))

    def table(name: str) -> pd.DataFrame:
        return pd.read_parquet(version_folder / f"{name}.parquet")

    def later_table(name: str, columns: Sequence[str]) -> pd.DataFrame:
        # A version that was made before there was such a table is still a good one to fall back to.
        return (
            table(name) if f"{name}.parquet" in manifest["files"] else pd.DataFrame(columns=list(columns), dtype="str")
        )

    indices = sorted((index_from_record(record) for record in records), key=lambda index: index.position)
    rows = cast("list[dict[str, Any]]", table("editions").to_dict("records"))
    editions = tuple(edition_from_record(row) for row in rows)
    return Release(
        version=version_folder.name,
        made_at=datetime.fromisoformat(manifest["made_at"]),
        damaged=damaged,
        catalogue=Catalogue(tuple(indices), editions),
        provinces=provinces_from_tables(
            table("provinces_63"), table("provinces_34"), table("regions"), table("aliases")
        ),
        observations=table("observations"),
        former_units=table("former_units"),
        national=table("national"),
        breaks=table("breaks"),
        missing=table("missing"),
        sources=table("sources"),
        note_codes=table("note_codes"),
        context=table("context"),
        responsibility=table("responsibility"),
        targets=table("targets"),
        islands=table("islands"),
        origins=later_table("origins", _ORIGIN_COLUMNS),
        data_dictionary=later_table("data_dictionary", _DICTIONARY_COLUMNS),
        warnings=_warnings(manifest),
    )


def _warnings(manifest: dict[str, Any]) -> tuple[DataWarning, ...]:
    records = cast("list[dict[str, Any]]", manifest.get("warnings", []))
    return tuple(
        DataWarning(str(record["index"]), int(record["year"]), str(record["code"]), record.get("component"))
        for record in records
        if record.get("index") is not None
    )
