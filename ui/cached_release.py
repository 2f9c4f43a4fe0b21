"""The release that the pages read: loaded once a process, shared by all sessions, exchanged when a newer one comes."""

import threading
from pathlib import Path

from indicators.release import Release
from indicators.release_store import release_place
from indicators.release_versions import KeptVersion
from ui.release_watch import InUse, ReleaseWatch

SECONDS_BETWEEN_LOOKS = 20.0

_watches: dict[Path | str, ReleaseWatch] = {}
_turn = threading.Lock()


def current_release() -> Release:
    """Return the release in use; the same object for every session until another version is switched in.

    Raises ReleaseError where there is no valid release.
    """
    return _watch().in_use().release


def versions_in_use() -> list[KeptVersion]:
    """List the versions that were kept beside the release in use when it was taken, the newest first.

    Raises ReleaseError where there is no valid release.
    """
    return list(_watch().in_use().versions)


def is_answered() -> bool:
    """Tell whether the place of the release could be read at the last look; where not, the one in use is kept."""
    return _watch().in_use().is_answered


def known_release() -> InUse:
    """Return what was in use at the last look, without a look at the place; for probes, which may not wait.

    Raises ReleaseError where there was nothing to use, StoreError (one of them) where the store did not answer.
    """
    return _watch().known()


def end_watches() -> None:
    """Look no more, and forget what was in use."""
    for watch in _watches.values():
        watch.end()
    _watches.clear()


def _watch() -> ReleaseWatch:
    place = release_place()
    with _turn:
        if place not in _watches:
            end_watches()
            _watches[place] = ReleaseWatch(place, SECONDS_BETWEEN_LOOKS)
        return _watches[place]
