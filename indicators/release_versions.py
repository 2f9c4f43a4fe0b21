"""The versions of the release that a place keeps, and the files of each."""

import importlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from indicators.release_store import (
    MANIFEST,
    VERSIONS,
    FolderStore,
    ReleaseError,
    ReleaseStore,
    StoreError,
    release_store,
    versions_held,
    whole_version,
)

# pyarrow brings no types.
parquet: Any = importlib.import_module("pyarrow.parquet")

_OBSERVATIONS = "observations.parquet"


@dataclass(frozen=True)
class KeptVersion:
    """One version of the release: when it was made, how many figures it holds, the sha256 of its files, its place."""

    version: str
    made_at: datetime
    figures: int
    files: Mapping[str, str]
    place: Path | str


def kept_versions(place: Path | str) -> list[KeptVersion]:
    """List the versions of a release, the newest first; one whose manifest cannot be read is left out.

    Raises StoreError where a store does not answer.
    """
    store = release_store(place)
    found = [_kept(place, store, version) for version in versions_held(store)]
    return [version for version in found if version is not None]


@lru_cache(maxsize=4)
def version_files(place: Path | str, version: str) -> Mapping[str, bytes]:
    """Return the bytes of all files of a version that is whole; it never changes then, and is kept by the process.

    Raises ReleaseError where it differs from its manifest, StoreError where a store does not answer.
    """
    return whole_version(release_store(place), version)


def _kept(place: Path | str, store: ReleaseStore, version: str) -> KeptVersion | None:
    try:
        if isinstance(store, FolderStore):
            written = store.read(f"{VERSIONS}/{version}/{MANIFEST}")
            observations: object = store.folder / VERSIONS / version / _OBSERVATIONS
        else:
            # From far away all is fetched once; half a version is left out.
            contents = version_files(place, version)
            written, observations = contents[MANIFEST], io.BytesIO(contents[_OBSERVATIONS])
        manifest = json.loads(written)
        files = {str(name): str(digest) for name, digest in manifest["files"].items()}
        figures = int(parquet.read_metadata(observations).num_rows)
        return KeptVersion(version, datetime.fromisoformat(manifest["made_at"]), figures, files, place)
    except StoreError:
        raise
    except (ReleaseError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
