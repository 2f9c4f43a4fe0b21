"""The versions of the release that a folder keeps, and the files of each."""

import importlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from indicators.release import MANIFEST, VERSIONS

# pyarrow brings no types.
parquet: Any = importlib.import_module("pyarrow.parquet")


@dataclass(frozen=True)
class KeptVersion:
    """One version of the release: when it was made, how many figures it holds, and the sha256 of each of its files."""

    version: str
    made_at: datetime
    figures: int
    files: Mapping[str, str]
    folder: Path


def kept_versions(release_folder: Path) -> list[KeptVersion]:
    """List the versions of a release folder, the newest first; one whose manifest cannot be read is left out."""
    folders = release_folder / VERSIONS
    names = sorted((path.name for path in folders.iterdir() if path.is_dir()), reverse=True) if folders.is_dir() else []
    found = [_kept(folders / name) for name in names]
    return [version for version in found if version is not None]


def _kept(folder: Path) -> KeptVersion | None:
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        files = {str(name): str(digest) for name, digest in manifest["files"].items()}
        figures = int(parquet.read_metadata(folder / "observations.parquet").num_rows)
        return KeptVersion(folder.name, datetime.fromisoformat(manifest["made_at"]), figures, files, folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
