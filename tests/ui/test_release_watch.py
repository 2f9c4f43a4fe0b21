"""What a running server shows when its release is switched, damaged, deleted or out of reach: the last good one."""

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from object_store import ObjectStore, address, object_store, object_store_server

from indicators.release_store import CURRENT, VERSIONS, AddressStore, ReleaseError, StoreError, release_store
from ui.release_watch import InUse, ReleaseWatch

__all__ = ["address", "object_store", "object_store_server"]

NEVER = 3600.0
SOON = 0.02


@pytest.fixture
def folder(published_folder: Path, tmp_path: Path) -> Path:
    """A release folder of this test alone with two versions, `a` and `b`, of which `a` is switched in."""
    source = published_folder / VERSIONS / json.loads((published_folder / CURRENT).read_text("utf-8"))["version"]
    for version in "ab":
        shutil.copytree(source, tmp_path / VERSIONS / version)
    _switch(tmp_path, "a")
    return tmp_path


@pytest.fixture
def watched(request: pytest.FixtureRequest) -> Iterator[Callable[[Path | str, float], ReleaseWatch]]:
    """Make watches, which end with the test."""
    del request
    made: list[ReleaseWatch] = []

    def make(place: Path | str, seconds: float = NEVER) -> ReleaseWatch:
        made.append(ReleaseWatch(place, seconds))
        return made[-1]

    yield make
    for watch in made:
        watch.end()


Watched = Callable[..., ReleaseWatch]


def _switch(folder: Path, version: str) -> None:
    (folder / CURRENT).write_text(json.dumps({"version": version}), "utf-8")


def _until(watch: ReleaseWatch, holds: Callable[[InUse], bool]) -> InUse:
    """Wait for the looks in the background; a look that never brings it fails by the limit of the wait."""
    for _ in range(3000):
        if holds(watch.in_use()):
            return watch.in_use()
        time.sleep(SOON)
    pytest.fail(f"It never came: {watch.in_use().release.version}, answered: {watch.in_use().is_answered}")


def _upload(folder: Path, address: str, version: str, *names: str) -> None:
    """Write files of a version of a folder into a store: those named, else all."""
    store = release_store(address)
    assert isinstance(store, AddressStore)
    for file in sorted((folder / VERSIONS / version).iterdir()):
        if not names or file.name in names:
            store.write(f"{VERSIONS}/{version}/{file.name}", file.read_bytes())


def _point(address: str, version: str) -> None:
    store = release_store(address)
    assert isinstance(store, AddressStore)
    store.write(CURRENT, json.dumps({"version": version}).encode())


def test_a_switch_in_a_folder_is_seen_at_once(folder: Path, watched: Watched) -> None:
    watch = watched(folder)
    held = watch.in_use()
    assert (held.release.version, [version.version for version in held.versions]) == ("a", ["b", "a"])
    assert watch.in_use().release is held.release
    _switch(folder, "b ")
    assert watch.in_use().release.damaged == "b "
    _switch(folder, "b")
    assert (watch.in_use().release.version, watch.in_use().release.damaged) == ("b", None)


@pytest.mark.parametrize("now", [0.0, 4e9])
def test_a_switch_is_seen_whatever_the_clock_says(
    folder: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch, now: float
) -> None:
    watch = watched(folder, SOON)
    assert watch.in_use().release.version == "a"
    monkeypatch.setattr(time, "time", lambda: now)
    whole = (folder / VERSIONS / "b" / "breaks.parquet").read_bytes()
    (folder / VERSIONS / "b" / "breaks.parquet").write_bytes(whole[:-9])
    _switch(folder, "b")
    os.utime(folder / CURRENT, (now, now))
    assert watch.in_use().release.damaged == "b"
    (folder / VERSIONS / "b" / "breaks.parquet").write_bytes(whole)
    assert _until(watch, lambda held: held.release.version == "b").release.damaged is None


def test_a_folder_that_is_deleted_leaves_the_release_in_use(folder: Path, watched: Watched) -> None:
    watch = watched(folder)
    held = watch.in_use().release
    kept = folder.rename(folder.with_name("elsewhere"))
    assert (watch.in_use().release, watch.in_use().is_answered) == (held, False)
    kept.rename(folder)
    assert (watch.in_use().release, watch.in_use().is_answered) == (held, True)


def test_a_damaged_version_is_taken_when_it_is_mended(folder: Path, watched: Watched) -> None:
    whole = (folder / VERSIONS / "b" / "breaks.parquet").read_bytes()
    (folder / VERSIONS / "b" / "breaks.parquet").write_bytes(whole[:-9])
    _switch(folder, "b")
    watch = watched(folder, SOON)
    assert (watch.in_use().release.version, watch.in_use().release.damaged) == ("a", "b")
    (folder / VERSIONS / "b" / "breaks.parquet").write_bytes(whole)
    assert _until(watch, lambda held: held.release.version == "b").release.damaged is None


def test_nothing_is_shown_until_there_is_a_release(folder: Path, watched: Watched) -> None:
    kept = folder.rename(folder.with_name("elsewhere"))
    watch = watched(folder)
    with pytest.raises(ReleaseError, match="it holds no version"):
        watch.in_use()
    kept.rename(folder)
    assert watch.in_use().release.version == "a"


def test_a_probe_is_told_what_the_last_look_found(folder: Path, watched: Watched) -> None:
    kept = folder.rename(folder.with_name("elsewhere"))
    watch = watched(folder)
    with pytest.raises(ReleaseError, match="not been looked for"):
        watch.known()
    with pytest.raises(ReleaseError):
        watch.look()
    with pytest.raises(ReleaseError, match="it holds no version"):
        watch.known()
    kept.rename(folder)
    with pytest.raises(ReleaseError, match="it holds no version") as refused:
        watch.known()
    assert len(refused.traceback) == 2, "an error that is raised with every probe grows with none"
    assert watch.look() is watch.known()
    folder.rename(folder.with_name("elsewhere again"))
    assert watch.known().is_answered
    watch.look()
    assert (watch.known().release.version, watch.known().is_answered) == ("a", False)


def test_a_probe_does_not_wait_for_a_look(folder: Path, watched: Watched) -> None:
    watch = watched(folder)
    held = watch.look()
    with watch._turn:
        assert watch.known() is held


def test_a_switch_in_a_store_is_seen_in_the_background_by_all_who_read_meanwhile(
    folder: Path, address: str, watched: Watched
) -> None:
    _upload(folder, address, "a")
    _point(address, "a")
    watch = watched(address, SOON)
    seen: set[tuple[str, int, int]] = set()
    is_over = threading.Event()

    def visit() -> None:
        while not is_over.wait(SOON / 4):
            release = watch.in_use().release
            seen.add((release.version, len(release.observations), len(release.sources)))

    visitors = [threading.Thread(target=visit) for _ in range(4)]
    assert watch.in_use().release.version == "a"
    for visitor in visitors:
        visitor.start()
    _upload(folder, address, "b")
    _point(address, "b")
    try:
        held = _until(watch, lambda held: held.release.version == "b")
    finally:
        is_over.set()
        for visitor in visitors:
            visitor.join()
    assert [version.version for version in held.versions] == ["b", "a"]
    assert {len(version.files) for version in held.versions} == {len(held.versions[0].files)}
    assert seen <= {("a", 42399, 516), ("b", 42399, 516)}


def test_half_a_version_in_a_store_is_refused_until_it_is_whole(folder: Path, address: str, watched: Watched) -> None:
    _upload(folder, address, "a")
    _point(address, "a")
    watch = watched(address)
    held = watch.look().release
    _upload(folder, address, "b", "manifest.json", "catalogue.json", "observations.parquet")
    assert watch.look(mended=True).release is held
    _point(address, "b")
    refused = watch.look(mended=True)
    assert (refused.release.version, refused.release.damaged) == ("a", "b")
    assert [version.version for version in refused.versions] == ["a"]
    assert watch.look(mended=True).release is refused.release
    _upload(folder, address, "b")
    assert (watch.look(mended=True).release.version, watch.look().release.damaged) == ("b", None)


@pytest.mark.slow
def test_a_store_out_of_reach_leaves_the_release_in_use(
    folder: Path, address: str, object_store: ObjectStore, watched: Watched
) -> None:
    _upload(folder, address, "a")
    _upload(folder, address, "b")
    _point(address, "a")
    watch = watched(address)
    held = watch.look().release
    object_store.stop()
    try:
        assert (watch.look(mended=True).release, watch.in_use().is_answered) == (held, False)
        with pytest.raises(StoreError):
            watched(address).look()
    finally:
        object_store.start_again()
    assert (watch.look(mended=True).release, watch.in_use().is_answered) == (held, True)
    _point(address, "b")
    assert watch.look().release.version == "b"
