"""Where a publish writes a release: a folder of this machine, or an address of an object store."""

import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from filelock import FileLock

from etl.atomic_files import remove_leftovers, replace_file, sync_folder, write_all_synced
from indicators.release_store import (
    CURRENT,
    MANIFEST,
    VERSIONS,
    AddressStore,
    FolderStore,
    StoreError,
    release_store,
    versions_held,
    whole_version,
)

KEPT_VERSIONS = 3
ASIDE = "aside"
LOCK = "publish.lock"


class ReleasePlace(Protocol):
    """The steps of a publish: whoever reads meanwhile sees the old release or the new, each whole."""

    def write_version(self, version: str, contents: Mapping[str, bytes]) -> None:
        """Write a whole version under its name; nothing reads it yet."""
        ...

    def switch(self, pointer: bytes) -> None:
        """Replace what names the version that is served, in one step."""
        ...

    def tidy_away(self, served: str) -> None:
        """Keep the version served and the newest of the others, three in all."""
        ...


@contextmanager
def opened_place(place: Path | str) -> Generator[ReleasePlace]:
    """Open a place for one publish.

    Two publishes into one folder take turns. A store has no lock: there each writes a version of its own, and the one
    that switches last is served. Raises OSError where a folder cannot be made, StoreError for an unusable address.
    """
    store = release_store(place)
    if isinstance(store, AddressStore):
        yield AddressPlace(store)
    elif isinstance(store, FolderStore):
        store.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(store.folder / LOCK):
            yield FolderPlace(store.folder)


class FolderPlace:
    """A folder: a version is written aside and moved to its name, the pointer replaced by one rename."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write_version(self, version: str, contents: Mapping[str, bytes]) -> None:
        """Write a whole version aside, then move it among the versions; raises OSError."""
        aside = self._folder / ASIDE
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        write_all_synced(aside, contents)
        (self._folder / VERSIONS).mkdir(exist_ok=True)
        aside.rename(self._folder / VERSIONS / version)
        sync_folder(self._folder / VERSIONS)

    def switch(self, pointer: bytes) -> None:
        """Replace the pointer; raises OSError."""
        replace_file(self._folder / CURRENT, pointer)

    def tidy_away(self, served: str) -> None:
        """Keep three versions; remove what a killed publish left."""
        remove_leftovers(self._folder)
        for version in _surplus([path.name for path in (self._folder / VERSIONS).iterdir()], served):
            shutil.rmtree(self._folder / VERSIONS / version, ignore_errors=True)


class AddressPlace:
    """A store without renames: the manifest of a version comes last, and the pointer only when all was read back."""

    def __init__(self, store: AddressStore) -> None:
        self._store = store

    def write_version(self, version: str, contents: Mapping[str, bytes]) -> None:
        """Write the files, the manifest last, and read all back; raises StoreError, ReleaseError where they differ."""
        for name in sorted(contents, key=lambda name: name == MANIFEST):
            self._store.write(f"{VERSIONS}/{version}/{name}", contents[name])
        whole_version(self._store, version)

    def switch(self, pointer: bytes) -> None:
        """Replace the pointer; raises StoreError."""
        self._store.write(CURRENT, pointer)

    def tidy_away(self, served: str) -> None:
        """Keep three versions; what a store will not remove stays, as the next publish tries again."""
        try:
            for version in _surplus(versions_held(self._store), served):
                self._store.remove_folder(f"{VERSIONS}/{version}")
        except StoreError:
            return


def _surplus(versions: list[str], served: str) -> list[str]:
    others = sorted((version for version in versions if version != served), reverse=True)
    return others[KEPT_VERSIONS - 1 :]
