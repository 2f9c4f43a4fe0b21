"""Writes files so that a reader sees the old content or the new, and a power cut leaves one of the two."""

import os
from collections.abc import Mapping
from pathlib import Path

# The end of the name under which a file is written before it takes its place.
ASIDE = ".new"


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and wait until it lies on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_all_synced(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder and wait until all lie on the disk: one wait for all is shorter than one for each."""
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    for name in contents:
        with (folder / name).open("rb+") as file:
            os.fsync(file.fileno())
    sync_folder(folder)


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in place of the file at `path` in one step; its folder is made where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}{ASIDE}")
    try:
        write_synced(aside, content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    sync_folder(path.parent)


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed `replace_file` left in a folder; the caller sees to it that no other is at work there."""
    for leftover in folder.glob(f".*{ASIDE}"):
        leftover.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's list of names lies on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
