"""The release that the pages read: loaded once a process, shared by all sessions, exchanged when a newer one comes."""

import os
from pathlib import Path

import streamlit as st

from indicators.release import CURRENT, Release, load

DEFAULT_FOLDER = Path(__file__).parent.parent / "release"


def release_folder() -> Path:
    """Return the folder of the release: the setting DASHBOARD_RELEASE, else `release/` beside app.py."""
    return Path(os.environ.get("DASHBOARD_RELEASE") or DEFAULT_FOLDER)


def current_release() -> Release:
    """Return the release in use; the same object for every session until another version is switched in.

    Raises ReleaseError where there is no valid release.
    """
    folder = release_folder()
    return _loaded(str(folder), _switch_mark(folder))


def _switch_mark(folder: Path) -> tuple[int, int]:
    """Return what changes when a version is switched in: time and size of the file that names it."""
    try:
        found = (folder / CURRENT).stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


@st.cache_resource(max_entries=2, show_spinner=False)
def _loaded(folder: str, switch_mark: tuple[int, int]) -> Release:  # noqa: ARG001 - part of the question that is cached
    return load(Path(folder))
