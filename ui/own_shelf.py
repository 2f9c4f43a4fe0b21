"""The files that the office keeps in a folder of the server, each version read once a process.

Nothing here answers without leave to see (`MaySee`), which is given for one run of a page. Only what was read is
shared; the release made of it, and all that is worked out from that, belongs to the visit that asked and goes with it.
"""

import threading
from pathlib import Path

from own.folder import FileVersion, content_of, files_of, version_of
from ui.own_read import OwnFile, read_file
from ui.sign_in_claims import MaySee

_read: dict[tuple[Path, str], tuple[FileVersion, OwnFile]] = {}
_turn = threading.Lock()


def names_on_shelf(folder: Path, leave: MaySee) -> list[str]:
    """List the names of the files; what was read of files that are gone is forgotten.

    Raises OSError where the folder cannot be read.
    """
    del leave
    names = [version.name for version in files_of(folder)]
    with _turn:
        for key in [key for key in _read if key[0] == folder and key[1] not in names]:
            del _read[key]
    return names


def version_on_shelf(folder: Path, name: str, leave: MaySee) -> FileVersion | None:
    """Return the version of a file that lies there now; None for none."""
    del leave
    return version_of(folder, name)


def file_on_shelf(folder: Path, name: str, leave: MaySee) -> OwnFile | None:
    """Return what a file holds, for one visit to make its release of; None where it is not there.

    Raises OSError where it cannot be read.
    """
    del leave
    version = version_of(folder, name)
    if version is None:
        return None
    with _turn:
        kept = _read.get((folder, name))
        if kept is None or kept[0] != version:
            # The version is that of before the reading: what is changed meanwhile is another one, and read again.
            kept = _read[folder, name] = version, read_file(name, content_of(folder, version))
    return OwnFile(kept[1].results, kept[1].refused, version=version)
