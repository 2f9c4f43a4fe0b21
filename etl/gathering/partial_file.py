"""A file that is still on its way: its bytes so far, and what is needed to ask for the rest of the same version."""

import json
import os
from dataclasses import asdict, dataclass
from io import BufferedWriter
from pathlib import Path

from etl.atomic_files import replace_file


@dataclass(frozen=True)
class _Note:
    address: str
    validator: str


class PartialFile:
    """<file>.part beside the place of the file, and <file>.part.json with the version that the bytes are of."""

    def __init__(self, place: Path, address: str) -> None:
        self.path = place.with_name(f"{place.name}.part")
        self._note_path = place.with_name(f"{place.name}.part.json")
        self._address = address

    def resuming_headers(self) -> dict[str, str]:
        """What asks for the missing rest, if the version is still the same; {} where there is nothing to go on from."""
        size, validator = self.size, self._validator()
        if not size or validator is None:
            return {}
        return {"Range": f"bytes={size}-", "If-Range": validator}

    @property
    def size(self) -> int:
        """The bytes held so far."""
        return self.path.stat().st_size if self.path.is_file() else 0

    def is_of(self, etag: str) -> bool:
        """Whether the bytes can be of the version with this ETag; always where either side has none."""
        validator = self._validator()
        return not etag or validator is None or not validator.startswith('"') or validator == etag

    def begin(self, validator: str | None) -> BufferedWriter:
        """An empty file to write to; `validator` is the strong ETag or the date of its version, None if it has none."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._note_path.unlink(missing_ok=True)
        file = self.path.open("wb")
        if validator is not None:
            replace_file(self._note_path, json.dumps(asdict(_Note(self._address, validator))).encode("utf-8"))
        return file

    def go_on(self) -> BufferedWriter:
        """The file, to write on at its end."""
        return self.path.open("ab")

    def keep_if_resumable(self) -> None:
        """Remove the bytes where the server gave nothing to recognise their version by."""
        if not self.resuming_headers():
            self.remove()

    def remove(self) -> None:
        """Take it away, bytes first: bytes without a note are never gone on from."""
        self.path.unlink(missing_ok=True)
        self._note_path.unlink(missing_ok=True)

    def _validator(self) -> str | None:
        try:
            note = _Note(**json.loads(self._note_path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return note.validator if note.address == self._address else None


def write_whole(file: BufferedWriter, chunk: bytes) -> None:
    """Write one piece to the file on its way; raises OSError where the disk refuses."""
    file.write(chunk)


def finish(file: BufferedWriter) -> None:
    """Wait until all pieces lie on the disk."""
    file.flush()
    os.fsync(file.fileno())
