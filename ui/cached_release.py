"""The release that the pages read: loaded once a process, shared by all sessions, exchanged when a newer one comes."""

import os
import threading
from pathlib import Path

from indicators.release import Release
from indicators.release_versions import KeptVersion
from ui.release_watch import ReleaseWatch

DEFAULT_FOLDER = Path(__file__).parent.parent / "release"
SECONDS_BETWEEN_LOOKS = 20.0

_watches: dict[Path | str, ReleaseWatch] = {}
_turn = threading.Lock()


def release_place() -> Path | str:
    """Return where the release lies: DASHBOARD_RELEASE, a folder or an address, else `release/` beside app.py."""
    named = os.environ.get("DASHBOARD_RELEASE")
    return named if named and "://" in named else Path(named or DEFAULT_FOLDER)


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


def _watch() -> ReleaseWatch:
    place = release_place()
    with _turn:
        if place not in _watches:
            for other in _watches.values():
                other.end()
            _watches.clear()
            _watches[place] = ReleaseWatch(place, SECONDS_BETWEEN_LOOKS)
        return _watches[place]
