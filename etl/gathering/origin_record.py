"""The origin record: what a raw file is and where it came from, in <file>.origin.json beside it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from etl.atomic_files import sync_folder, write_synced


@dataclass(frozen=True)
class OriginRecord:
    """Where a raw file came from. Dates are ISO 8601; what the server or the source did not say is empty.

    `address` was asked, `final_address` answered; `size` in bytes; `etag`, `last_modified` as the server wrote them.
    """

    index: str
    year: int
    source_id: str
    title: str
    publisher: str
    address: str
    final_address: str
    published_on: str
    fetched_at: str
    sha256: str
    size: int
    content_type: str
    etag: str
    last_modified: str

    def conditional_headers(self) -> dict[str, str]:
        """What asks the server for the file only if it is another one by now."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


def record_path(place: Path) -> Path:
    """Where the record of the raw file at `place` lies."""
    return place.with_name(f"{place.name}.origin.json")


def held_record(place: Path) -> OriginRecord | None:
    """The record of the raw file; None where file or record is missing, or they are not of each other."""
    try:
        record = OriginRecord(**json.loads(record_path(place).read_text("utf-8")))
        return record if sha256_of(place) == record.sha256 else None
    except (OSError, ValueError, TypeError):
        return None


def put_in_place(new_file: Path, place: Path, record: OriginRecord) -> None:
    """Switch in a finished file, then its record.

    The record is written aside before anything is switched, so a full disk changes nothing. A kill between the two
    switches leaves a record of other bytes: the file then does not count as gathered and is asked for again.
    """
    aside = place.with_name(f".{place.name}.origin.new")
    try:
        write_synced(aside, (json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
        new_file.replace(place)
        put_record(aside, record_path(place))
    finally:
        aside.unlink(missing_ok=True)
    sync_folder(place.parent)


def put_record(aside: Path, path: Path) -> None:
    """Switch in a record that was written aside."""
    aside.replace(path)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
