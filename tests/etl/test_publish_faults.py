"""Real faults: processes killed by the system, two publishers at once, a full disk, files that are no data."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from small_data import HEADER, SmallData
from typer.testing import CliRunner

from etl.__main__ import app
from etl.exporting import export_release
from etl.importing import prepare_import, write_import
from etl.problems import DataError
from etl.publishing import publish
from indicators.release import load

REPOSITORY = Path(__file__).resolve().parents[2]
TARGET = "published/abc/2023.csv"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_process_killed_before_any_step_leaves_a_whole_release(small: SmallData, tmp_path: Path) -> None:
    release, out = tmp_path / "release", tmp_path / "killed"
    for _ in range(3):
        publish(small.folder, release)
    before = export_release(release, None, None)
    small.change(TARGET, "01,overall,13.3,1", "01,overall,13.31,1")
    small.change("national.csv", "11.70", "11.7")
    script = REPOSITORY / "tests/etl/killed_publishers.py"
    subprocess.run(
        [sys.executable, str(script), str(small.folder), str(release), str(out)],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)}, check=True, timeout=120,
    )  # fmt: skip
    killed = sorted(out.iterdir())
    served = [export_release(folder, None, None) for folder in killed]
    after = served[-1]
    assert b"63,01,overall,13.31,1" in after
    switch = served.index(after)
    assert (set(served[:switch]), set(served[switch:])) == ({before}, {after})
    assert len(killed) > 25
    for folder in (killed[3], killed[switch - 1], killed[switch]):
        publish(small.folder, folder)
        assert export_release(folder, None, None) == after
        assert sorted(path.name for path in folder.iterdir()) == ["current.json", "publish.lock", "versions"]
        assert len(list((folder / "versions").iterdir())) == 3


def test_two_processes_that_publish_at_once_both_finish(small: SmallData, tmp_path: Path) -> None:
    release = tmp_path / "release"
    environment = os.environ | {"DASHBOARD_DATA": str(small.folder), "DASHBOARD_RELEASE": str(release)}
    command = [sys.executable, "-m", "etl", "publish"]
    running = [
        subprocess.Popen(command, cwd=REPOSITORY, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    versions = sorted(path.name for path in (release / "versions").iterdir())
    assert len(versions) == 2
    loaded = load(release)
    assert (loaded.version, loaded.damaged) == (versions[-1], None)


def _full_disk(after: int) -> Callable[[int], None]:
    calls: list[int] = []

    def fsync(_: int) -> None:
        calls.append(1)
        if len(calls) > after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return fsync


@pytest.mark.parametrize("after", [0, 5, 20])
def test_disk_that_fills_up_leaves_the_last_release(
    small: SmallData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    release = tmp_path / "release"
    publish(small.folder, release)
    before = export_release(release, None, None)
    small.change(TARGET, "01,overall,13.3,1", "01,overall,13.31,1")
    small.change("national.csv", "11.70", "11.7")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full_disk(after))
        result = CliRunner().invoke(app, ["publish"])
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert "Traceback" not in result.output
    assert export_release(release, None, None) == before
    assert CliRunner().invoke(app, ["publish"]).exit_code == 0
    assert sorted(path.name for path in release.iterdir()) == ["current.json", "publish.lock", "versions"]


def test_disk_that_fills_up_while_importing_leaves_the_figures_held(
    small: SmallData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = (small.folder / TARGET).read_bytes()
    file = tmp_path / "new.csv"
    file.write_text(HEADER + "ABC,2023,63,01,A,6.2,,,,published,,S1\n", encoding="utf-8")
    prepared = prepare_import(file, "ABC", 2023, small.folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full_disk(0))
        with pytest.raises(OSError, match="No space left"):
            write_import(prepared)
    assert (small.folder / TARGET).read_bytes() == held
    assert [path.name for path in (small.folder / TARGET).parent.iterdir() if path.suffix == ".new"] == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe\x01 not a table",
        b"<!DOCTYPE html><html><body>Sign in</body></html>\n",
        (HEADER + "ABC,2023,63,01,A,6.1,,,,pub").encode(),
        (HEADER + 'ABC,2023,63,01,A,6.1,,,,published,,"S1\n').encode(),
        HEADER.replace("score", "points").encode(),
    ],
    ids=["empty", "binary", "a page", "cut off", "open quote", "renamed column"],
)
def test_damaged_file_holds_its_edition_back_and_no_other(small: SmallData, tmp_path: Path, content: bytes) -> None:
    (small.folder / TARGET).write_bytes(content)
    done = publish(small.folder, tmp_path / "release")
    assert done.held_back == (("ABC", 2023),)
    loaded = load(tmp_path / "release")
    assert set(loaded.observations["year"]) == {2022}
    assert [(found.year, found.code) for found in loaded.warnings] == [(2023, "edition_held_back")]


def test_damaged_catalogue_leaves_the_release_as_it_was(small: SmallData, tmp_path: Path) -> None:
    first = publish(small.folder, tmp_path / "release")
    for name in ("catalogue/abc.yaml", "catalogue/editions.csv", "provinces/provinces_63.csv"):
        kept = (small.folder / name).read_bytes()
        (small.folder / name).write_bytes(kept[: len(kept) // 2] + b"\xff\xfe")
        with pytest.raises(DataError, match="The release served before stays"):
            publish(small.folder, tmp_path / "release")
        (small.folder / name).write_bytes(kept)
    assert load(tmp_path / "release").version == first.version


def test_release_without_any_whole_version_says_what_to_do(small: SmallData, tmp_path: Path) -> None:
    release = tmp_path / "release"
    version = publish(small.folder, release).version
    (release / "versions" / version / "observations.parquet").write_bytes(b"PAR1")
    result = CliRunner().invoke(app, ["export"])
    assert result.exit_code == 1
    assert "observations.parquet differs from its checksum" in " ".join(result.output.split())
    assert "Run `python -m etl publish`" in " ".join(result.output.split())
    shutil.rmtree(release)
    assert CliRunner().invoke(app, ["publish"]).exit_code == 0
