"""Where a release lies, a folder or an address of an object store, and which whole versions are there."""

import hashlib
import importlib
import json
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import unquote, urlsplit

CURRENT = "current.json"
VERSIONS = "versions"
MANIFEST = "manifest.json"
CATALOGUE = "catalogue.json"
DEFAULT_FOLDER = Path(__file__).parent.parent / "release"


class ReleaseError(Exception):
    """No valid release can be read from a place; the message says which file is wrong."""


class StoreError(ReleaseError):
    """The store does not answer or refuses: nothing is known of the release itself, and it may be asked again."""


def release_place() -> Path | str:
    """Return where the release lies: DASHBOARD_RELEASE, a folder or an address, else `release/` beside app.py."""
    named = os.environ.get("DASHBOARD_RELEASE")
    return named if named and "://" in named else Path(named or DEFAULT_FOLDER)


class ReleaseStore(Protocol):
    """Reads the files of a release by their names below its place, e.g. `versions/<id>/manifest.json`."""

    @property
    def shown(self) -> str:
        """The place as messages name it, without credentials."""
        ...

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises FileNotFoundError, OSError of a disk, StoreError of a store."""
        ...

    def folders(self, name: str) -> list[str]:
        """List the names of the folders in a folder, which need not be there; raises as `read` does."""
        ...


class FolderStore:
    """A release in a folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def shown(self) -> str:
        """The folder."""
        return str(self.folder)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises OSError."""
        return (self.folder / name).read_bytes()

    def folders(self, name: str) -> list[str]:
        """List the names of the folders in a folder."""
        place = self.folder / name
        return [entry.name for entry in place.iterdir() if entry.is_dir()] if place.is_dir() else []


class AddressStore:
    """A release at an address that pyarrow knows (`s3://`, `gs://`, `abfs://`, `hdfs://`), or fsspec (`fsspec+…://`).

    Credentials and the endpoint come from the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
    `AWS_ENDPOINT_URL`, `AWS_REGION`), as every tool of such a store reads them.
    """

    def __init__(self, address: str) -> None:
        # Loaded only here: who reads a folder does not pay for the clients of object stores.
        self._fs: Any = importlib.import_module("pyarrow.fs")
        self.shown = _without_credentials(address)
        try:
            self._system, root = self._fs.FileSystem.from_uri(address)
        except (OSError, ValueError, ImportError) as error:
            message = f"The address {self.shown} cannot be used: {error}"
            raise StoreError(message) from error
        self._root = str(root).rstrip("/")

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises FileNotFoundError and StoreError."""
        try:
            with self._system.open_input_file(f"{self._root}/{name}") as file:
                return bytes(file.read())
        except FileNotFoundError:
            raise
        except OSError as error:
            raise self._failed(name, error) from error

    def folders(self, name: str) -> list[str]:
        """List the names of the folders in a folder; raises StoreError."""
        selector = self._fs.FileSelector(f"{self._root}/{name}", allow_not_found=True)
        try:
            found = self._system.get_file_info(selector)
        except OSError as error:
            raise self._failed(name, error) from error
        return [str(entry.base_name) for entry in found if entry.type == self._fs.FileType.Directory]

    def write(self, name: str, content: bytes) -> None:
        """Put a file in place of what has its name: a reader sees the old one or the new; raises StoreError."""
        try:
            with self._system.open_output_stream(f"{self._root}/{name}") as file:
                file.write(content)
        except OSError as error:
            raise self._failed(name, error) from error

    def remove_folder(self, name: str) -> None:
        """Remove a folder with all that is in it; raises StoreError."""
        try:
            self._system.delete_dir(f"{self._root}/{name}")
        except OSError as error:
            raise self._failed(name, error) from error

    def _failed(self, name: str, error: OSError) -> StoreError:
        return StoreError(f"The store {self.shown} fails at {name}: {error}")


def release_store(place: Path | str) -> ReleaseStore:
    """Open the place of a release: a path, or an address with `://`; `file://…` is a path too.

    Raises StoreError for an address that nothing here can open.
    """
    if isinstance(place, Path) or "://" not in place:
        return FolderStore(Path(place))
    if place.startswith("file://"):
        return FolderStore(Path(unquote(urlsplit(place).path)))
    return _address_store(place)


@lru_cache(maxsize=4)
def _address_store(address: str) -> AddressStore:
    # Kept with its connections, since it is asked every few seconds.
    return AddressStore(address)


def wanted_version(store: ReleaseStore) -> str | None:
    """Return the version that is switched in; None where nothing readable names one. Raises StoreError."""
    try:
        return str(json.loads(store.read(CURRENT))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def versions_held(store: ReleaseStore) -> list[str]:
    """List the versions from the newest, whole or not: their names sort by the time they were made."""
    return sorted(store.folders(VERSIONS), reverse=True)


def whole_version(store: ReleaseStore, version: str) -> Mapping[str, bytes]:
    """Read every file of a version, its manifest too, and compare each with the sha256 in the manifest.

    Raises ReleaseError naming the first file that is missing or differs, StoreError where the store fails.
    """
    if _leads_elsewhere(version):
        message = f"{CURRENT} names a version outside the release ({version})"
        raise ReleaseError(message)
    try:
        written = store.read(f"{VERSIONS}/{version}/{MANIFEST}")
        files = cast("dict[str, str]", dict(json.loads(written)["files"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{MANIFEST} cannot be read ({error})"
        raise ReleaseError(message) from error
    contents = {MANIFEST: written}
    for name, expected in files.items():
        if _leads_elsewhere(name):
            message = f"{MANIFEST} names a file outside its folder ({name})"
            raise ReleaseError(message)
        try:
            contents[name] = store.read(f"{VERSIONS}/{version}/{name}")
        except FileNotFoundError as error:
            message = f"{name} is missing"
            raise ReleaseError(message) from error
        if hashlib.sha256(contents[name]).hexdigest() != expected:
            message = f"{name} differs from its checksum in {MANIFEST}"
            raise ReleaseError(message)
    return contents


def _leads_elsewhere(name: str) -> bool:
    return name in {"", ".", ".."} or "/" in name or "\\" in name


def _without_credentials(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
