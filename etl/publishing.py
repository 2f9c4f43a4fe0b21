"""Publishes a release: checked, written aside, and switched in by one atomic replace."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from etl.checks import check_all
from etl.corrections import apply_corrections
from etl.data_folder import DataFolder, load_data_folder
from etl.dictionary import DICTIONARY, dictionary
from etl.fingerprint import data_fingerprint
from etl.origins import ORIGINS, origins
from etl.problems import Code, DataError, Problem, Severity, errors_of, warning
from etl.release_place import ReleasePlace, opened_place
from etl.release_tables import release_tables
from indicators.release_store import (
    CATALOGUE,
    MANIFEST,
    ReleaseError,
    StoreError,
    release_store,
    wanted_version,
    whole_version,
)


@dataclass(frozen=True)
class Published:
    """What a publish did: the version that is served now, whether it is new, and what was found on the way."""

    version: str
    is_new: bool
    observations: int
    held_back: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]


def publish(
    data_folder: Path, release_place: Path | str, *, only_if_stale: bool = False, raw_folder: Path | None = None
) -> Published:
    """Check all editions and publish those without an error, with the hashes of the files gathered in `raw_folder`.

    The release is written into a folder or at an address. With `only_if_stale` nothing is done where the release served
    is whole and of this very data. Two publishes into one folder take turns. Raises DataError where the catalogue has
    an error or no edition is left, OSError where the disk and ReleaseError where the store refuses: then the release
    served before stays.
    """
    with opened_place(release_place) as place:
        fingerprint = data_fingerprint(data_folder)
        served = served_manifest(release_place) if only_if_stale else None
        if served is not None and served.get("data_fingerprint") == fingerprint:
            return Published(version=str(served["version"]), is_new=False, observations=0, held_back=(), problems=())
        data = load_data_folder(data_folder)
        problems = check_all(data)
        held_back = _held_back(problems)
        tables = release_tables(apply_corrections(data)[0], held_back)
        tables[ORIGINS] = origins(raw_folder)
        tables[DICTIONARY] = dictionary(tables)
        if tables["observations"].empty:
            message = "Nothing was published: no edition is free of errors. The release served before stays."
            raise DataError(message, problems)
        told = [problem for problem in problems if problem.severity is Severity.WARNING]
        told += [_held_back_warning(index, year) for index, year in held_back]
        version = _write_version(place, tables, data, fingerprint, told)
        place.switch(_json({"version": version}))
        place.tidy_away(version)
        return Published(
            version=version,
            is_new=True,
            observations=len(tables["observations"]),
            held_back=held_back,
            problems=tuple(problems),
        )


def served_manifest(release_place: Path | str) -> dict[str, object] | None:
    """The manifest of the version that current.json names; None where there is none, or it is damaged.

    Raises indicators.release_store.StoreError where a store does not answer.
    """
    store = release_store(release_place)
    version = wanted_version(store)
    try:
        return None if version is None else json.loads(whole_version(store, version)[MANIFEST])
    except StoreError:
        raise
    except (OSError, ReleaseError):
        return None


def _held_back(problems: list[Problem]) -> tuple[tuple[str, int], ...]:
    errors = errors_of(problems)
    everywhere = [problem for problem in errors if problem.edition is None]
    if everywhere:
        message = (
            f"Nothing was published: the catalogue has {len(everywhere)} error(s). The release served before stays."
        )
        raise DataError(message, problems)
    return tuple(sorted({problem.edition for problem in errors if problem.edition is not None}))


def _held_back_warning(index: str, year: int) -> Problem:
    message = f"{index} {year} has an error and is not in this release."
    return warning(Code.EDITION_HELD_BACK, f"published/{index.lower()}/{year}.csv", message)


def _write_version(
    place: ReleasePlace, tables: Mapping[str, pd.DataFrame], data: DataFolder, fingerprint: str, told: list[Problem]
) -> str:
    """Write a whole version under its final name, which it returns."""
    made_at = datetime.now(UTC)
    # Names sort by the time they were made, to the microsecond: the loader falls back to the newest.
    version = f"{made_at:%Y%m%dT%H%M%S.%fZ}-{fingerprint[:8]}"
    contents = {f"{name}.parquet": frame.to_parquet(index=False) for name, frame in tables.items()}
    contents[CATALOGUE] = _json([file.document for file in data.catalogue])
    manifest = {
        "version": version,
        "made_at": made_at.isoformat(timespec="seconds"),
        "data_fingerprint": fingerprint,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
        "warnings": [_warning_record(problem) for problem in told],
    }
    place.write_version(version, {**contents, MANIFEST: _json(manifest)})
    return version


def _warning_record(problem: Problem) -> dict[str, object]:
    index, year = problem.edition or (None, None)
    return {**problem.as_record(), "index": index, "year": year}


def _json(value: object) -> bytes:
    # Without indents, which the fast encoder of the standard library does not know.
    return json.dumps(value, ensure_ascii=False).encode("utf-8")
