"""Publishing: what is served is always a whole release, whatever happens on the way."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_data import SmallData

from etl import atomic_files, release_place
from etl.exporting import export_release
from etl.problems import Code, DataError
from etl.publishing import publish, served_manifest
from indicators.release import load
from indicators.release_store import ReleaseError


class Killed(BaseException):
    """Stands for the end of the process: nothing in the program catches it."""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return tmp_path / "release"


def test_release_holds_what_the_data_hold(small: SmallData, release: Path) -> None:
    done = publish(small.folder, release)
    assert (done.is_new, done.observations, done.held_back) == (True, 9, ())
    loaded = load(release)
    assert loaded.version == done.version
    figures = loaded.observations.to_dict("records")
    shown = [(row["year"], row["unit"], row["score"], row["score_text"], row["rank"], row["group"]) for row in figures]
    assert (2023, "63-01", 13.3, "13.3", 1, "high") in shown
    without_score = [row for row in figures if row["score_text"] == ""]
    assert [(row["year"], row["unit"], row["rank"], row["group"]) for row in without_score] == [(2022, "63-02", 3, "")]
    assert loaded.missing["unit"].to_list() == ["63-08"]
    assert loaded.context[["unit", "measured_in", "value"]].to_numpy().tolist() == [["63-01", "km2", 3359.8]]
    assert not {"province_code", "name"} & set(loaded.observations)


def test_edition_with_an_error_is_held_back_and_the_others_are_published(small: SmallData, release: Path) -> None:
    small.change("published/abc/2022.csv", "3.3333", "33")
    done = publish(small.folder, release)
    assert done.held_back == (("ABC", 2022),)
    assert set(load(release).observations["year"]) == {2023}
    manifest = served_manifest(release)
    assert manifest is not None
    assert Code.EDITION_HELD_BACK in [warning["code"] for warning in _warnings(manifest)]


def test_error_in_the_catalogue_stops_and_the_last_release_stays(small: SmallData, release: Path) -> None:
    first = publish(small.folder, release)
    small.change("catalogue/abc.yaml", "position: 1\n", "")
    with pytest.raises(DataError, match="The release served before stays") as caught:
        publish(small.folder, release)
    assert [problem.file for problem in caught.value.problems] == ["catalogue/abc.yaml"]
    assert load(release).version == first.version


def test_nothing_is_published_when_no_edition_is_left(small: SmallData, release: Path) -> None:
    small.change("published/abc/2022.csv", "3.3333", "33")
    small.change("published/abc/2023.csv", "6.1", "61")
    with pytest.raises(DataError, match="no edition is free of errors"):
        publish(small.folder, release)
    with pytest.raises(ReleaseError):
        load(release)


def test_stale_means_other_data_or_a_damaged_release(small: SmallData, release: Path) -> None:
    first = publish(small.folder, release, only_if_stale=True)
    assert not publish(small.folder, release, only_if_stale=True).is_new
    small.write("raw/page.csv", "not data yet")
    assert not publish(small.folder, release, only_if_stale=True).is_new
    small.change("national.csv", "11.70", "11.7")
    second = publish(small.folder, release, only_if_stale=True)
    assert second.is_new
    assert second.version > first.version
    (release / "versions" / second.version / "observations.parquet").write_bytes(b"PAR1")
    assert publish(small.folder, release, only_if_stale=True).is_new


def test_tampered_release_is_refused_and_the_one_before_served(small: SmallData, release: Path) -> None:
    first = publish(small.folder, release)
    second = publish(small.folder, release)
    figures = release / "versions" / second.version / "observations.parquet"
    figures.write_bytes(figures.read_bytes().replace(b"13.3", b"19.9"))
    assert served_manifest(release) is None
    assert load(release).version == first.version


def test_three_versions_are_kept(small: SmallData, release: Path) -> None:
    versions = [publish(small.folder, release).version for _ in range(4)]
    assert sorted(path.name for path in (release / "versions").iterdir()) == versions[1:]
    assert load(release).version == versions[3]


@pytest.mark.slow
def test_killed_between_any_two_steps_leaves_a_whole_release(
    small: SmallData, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(small.folder, release)
    before = export_release(release, None, None)
    small.change("published/abc/2023.csv", "01,overall,13.3,1", "01,overall,13.31,1")
    small.change("national.csv", "11.70", "11.7")
    served: list[bytes] = []
    step, finished = 0, False
    while not finished:
        with monkeypatch.context() as patch:
            _kill_at(patch, step)
            try:
                publish(small.folder, release)
                finished = True
            except Killed:
                step += 1
        served.append(export_release(release, None, None))
    after = served[-1]
    assert b"63,01,overall,13.31,1" in after
    switch = served.index(after)
    # Old to the switch, new from then on, never anything else; and there were many steps to be killed at.
    assert set(served[:switch]) == {before}
    assert set(served[switch:]) == {after}
    assert step > 20
    publish(small.folder, release)
    assert sorted(path.name for path in release.iterdir()) == ["current.json", "publish.lock", "versions"]


def test_two_publishes_at_once_take_turns(small: SmallData, release: Path) -> None:
    done: list[str] = []
    threads = [threading.Thread(target=lambda: done.append(publish(small.folder, release).version)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(done)) == 2
    assert load(release).version == max(done)
    assert sorted(path.name for path in (release / "versions").iterdir()) == sorted(done)


def test_full_disk_leaves_the_last_release(small: SmallData, release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish(small.folder, release)

    def refuse(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match="No space left"):
        publish(small.folder, release)
    assert load(release).version == first.version


def _kill_at(patch: pytest.MonkeyPatch, step: int) -> None:
    """End the process, so to speak, at the given step: before a rename, or with a file half written."""
    steps = iter(range(10_000))

    def fused(original: Callable[..., Any]) -> Callable[..., Any]:
        def run(first: Any, *rest: Any) -> Any:
            if next(steps) == step:
                if rest and isinstance(rest[0], bytes):
                    with first.open("wb") as file:
                        file.write(rest[0][: len(rest[0]) // 2])
                raise Killed
            return original(first, *rest)

        return run

    for module in (release_place, atomic_files):
        patch.setattr(module, "sync_folder", fused(module.sync_folder))
    patch.setattr(atomic_files, "write_synced", fused(atomic_files.write_synced))
    patch.setattr(Path, "write_bytes", fused(Path.write_bytes))
    patch.setattr(Path, "rename", fused(Path.rename))
    patch.setattr(Path, "replace", fused(Path.replace))
    patch.setattr(release_place.shutil, "rmtree", _rmtree_fused(release_place.shutil.rmtree, fused))


def _rmtree_fused(original: Callable[..., Any], fused: Callable[..., Any]) -> Callable[..., Any]:
    def remove(path: Path, ignore_errors: bool) -> None:
        fused(lambda folder: original(folder, ignore_errors=ignore_errors))(path)

    return remove


def _warnings(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return json.loads(json.dumps(manifest["warnings"]))
