"""Keeps a release in use while its place is watched: a newer one is taken when it is whole, else the old is kept."""

import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from indicators.release import Release, load
from indicators.release_store import (
    CURRENT,
    FolderStore,
    ReleaseError,
    StoreError,
    release_store,
    wanted_version,
    whole_version,
)
from indicators.release_versions import KeptVersion, kept_versions

LOG = logging.getLogger("dashboard")

_NONE_YET = object()


@dataclass(frozen=True)
class InUse:
    """The release in use and the versions kept beside it.

    `is_answered` is False where the last look found no answer, or nothing that is whole, so that it is kept.
    """

    release: Release
    versions: tuple[KeptVersion, ...]
    is_answered: bool = True


class ReleaseWatch:
    """The release of one place, loaded once a process and shared by all sessions.

    A folder is looked at with every question, which costs little. A store is looked at every `seconds` in the
    background, so that no visitor waits for it; so is a folder, whose damaged version may have been mended.
    """

    def __init__(self, place: Path | str, seconds: float) -> None:
        self.place = place
        self._seconds = seconds
        self._in_use: InUse | None = None
        self._mark: object = _NONE_YET
        self._refused: object = _NONE_YET
        self._why_none = ReleaseError("It has not been looked for yet.")
        self._turn = threading.Lock()
        self._is_ended = threading.Event()
        self._thread = threading.Thread(target=self._look_again_and_again, name="release-watch", daemon=True)

    def in_use(self) -> InUse:
        """Return what is in use; the same objects until another version is taken.

        Raises ReleaseError where there has been no valid release yet.
        """
        held = self._in_use
        if held is None or not isinstance(self.place, str):
            return self.look()
        return held

    def known(self) -> InUse:
        """Return what was in use at the last look, without a look at the place: who asks never waits for a store.

        Raises ReleaseError where there was nothing to use, StoreError (one of them) where the store did not answer.
        """
        held = self._in_use
        if held is None:
            # Kept and raised again with every probe: the traceback of the look must not grow with them.
            raise self._why_none.with_traceback(None)
        return held

    def look(self, *, mended: bool = False) -> InUse:
        """Look whether another version was switched in, with `mended` also whether the damaged one is whole by now.

        Raises ReleaseError where nothing is in use and nothing can be loaded.
        """
        with self._turn:
            self._start()
            held, mark = self._in_use, _NONE_YET
            try:
                mark = self._mark_of_the_switch()
                if held is None or self._is_to_be_loaded(held, mark, mended=mended):
                    held = InUse(load(self.place), tuple(kept_versions(self.place)))
                    self._mark, self._refused = mark, _NONE_YET
                    LOG.info("The release %s of %s is in use", held.release.version, held.release.made_at.date())
                elif mark == self._mark and not held.is_answered:
                    held = replace(held, is_answered=True)
            except ReleaseError as error:
                if not isinstance(error, StoreError):
                    self._refused = mark
                if held is None:
                    self._why_none = error
                    raise
                if held.is_answered:
                    LOG.warning("The release in use is kept: %s", error)
                held = replace(held, is_answered=False)
            self._in_use = held
            return held

    def end(self) -> None:
        """Look no more."""
        self._is_ended.set()

    def _mark_of_the_switch(self) -> object:
        """Return what changes when a version is switched in: time and size of the file that names it, or the name."""
        store = release_store(self.place)
        if not isinstance(store, FolderStore):
            return wanted_version(store)
        try:
            found = (store.folder / CURRENT).stat()
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size)

    def _is_to_be_loaded(self, held: InUse, mark: object, *, mended: bool) -> bool:
        """Tell whether another version was switched in; one that was refused is tried again with `mended` only."""
        if mark != self._mark:
            return mended or mark != self._refused
        if not mended or held.release.damaged is None:
            return False
        try:
            whole_version(release_store(self.place), held.release.damaged)
        except StoreError:
            raise
        except (ReleaseError, OSError):
            return False
        return True

    def _start(self) -> None:
        if not self._thread.is_alive() and not self._is_ended.is_set():
            self._thread.start()

    def _look_again_and_again(self) -> None:
        while not self._is_ended.wait(self._seconds):
            try:
                self.look(mended=True)
            except ReleaseError:
                continue  # there is still none; who asks is told
            except Exception:
                LOG.exception("The release could not be looked for")
