"""The files of own results in a folder of the server: which there are, and the bytes of one; read only."""

import stat
from dataclasses import dataclass
from pathlib import Path

from own.grid import MOST_BYTES

ENDINGS = (".xlsx", ".csv")
MOST_FILES = 200

# What a file system hides, and what Excel lays beside a workbook while somebody has it open.
_NOT_MEANT = (".", "~$")


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file of the folder as it is now: another time of change (nanoseconds) or size (bytes) is another version."""

    name: str
    changed: int
    size: int


def files_of(folder: Path) -> tuple[FileVersion, ...]:
    """List the XLSX and CSV files of a folder by name, up to `MOST_FILES`; folders in it are not looked into.

    Raises OSError where the folder cannot be read.
    """
    names = sorted((entry.name for entry in folder.iterdir()), key=lambda name: (name.casefold(), name))
    found = (version_of(folder, name) for name in names)
    return tuple(version for version in found if version is not None)[:MOST_FILES]


def version_of(folder: Path, name: str) -> FileVersion | None:
    """Return the file of that name as it is now; None for what is no file of own results in this very folder."""
    if name != Path(name).name or name.startswith(_NOT_MEANT) or not name.casefold().endswith(ENDINGS):
        return None
    try:
        # A name that is no text (of an old system, say) can be neither shown nor chosen.
        name.encode("utf-8")
        found = (folder / name).stat()
    except (OSError, ValueError):
        return None
    return FileVersion(name, found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None


def content_of(folder: Path, version: FileVersion) -> bytes:
    """Return the bytes of a file, one more than may be read of a longer one; raises OSError where it cannot be read."""
    with (folder / version.name).open("rb") as file:
        return file.read(MOST_BYTES + 1)
