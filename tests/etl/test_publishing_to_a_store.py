"""A release in an object store: the same as in a folder, and never half of one, whatever fails on the way."""

from pathlib import Path

import pytest
from object_store import ObjectStore, address, object_store, object_store_server
from small_data import SmallData
from typer.testing import CliRunner

from etl.__main__ import app
from etl.exporting import export_release
from etl.publishing import publish
from indicators.release import load
from indicators.release_store import AddressStore, ReleaseError, StoreError, release_store, versions_held

__all__ = ["address", "object_store", "object_store_server"]


class Killed(BaseException):
    """Stands for the end of the process: nothing in the program catches it."""


def _change(small: SmallData) -> None:
    small.change("published/abc/2023.csv", "01,overall,13.3,1", "01,overall,13.31,1")
    small.change("national.csv", "11.70", "11.7")


def test_a_store_holds_the_figures_that_a_folder_holds(small: SmallData, address: str, tmp_path: Path) -> None:
    done = publish(small.folder, address)
    publish(small.folder, tmp_path / "release")
    assert (done.observations, load(address).version, load(address).damaged) == (9, done.version, None)
    assert export_release(address, None, None) == export_release(tmp_path / "release", None, None)
    assert not publish(small.folder, address, only_if_stale=True).is_new


def test_three_versions_are_kept_in_a_store(small: SmallData, address: str) -> None:
    versions = [publish(small.folder, address).version for _ in range(4)]
    assert versions_held(release_store(address)) == versions[:0:-1]
    assert load(address).version == versions[3]


def test_the_command_publishes_to_the_address_of_the_setting(
    small: SmallData, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", address)
    done = CliRunner().invoke(app, ["publish"])
    assert (done.exit_code, "9 figures" in done.output) == (0, True), done.output
    assert b"ABC,2023,63,01,overall,13.3,1" in CliRunner().invoke(app, ["export"]).stdout_bytes
    assert small.folder.is_dir()


@pytest.mark.parametrize("step", [0, 10, -3, -2, -1], ids=["first", "amid", "manifest", "pointer", "not at all"])
def test_a_publisher_killed_at_a_write_leaves_a_whole_release(
    small: SmallData, address: str, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    write = AddressStore.write
    names: list[str] = []

    def count(self: AddressStore, name: str, content: bytes) -> None:
        names.append(name)
        write(self, name, content)

    with monkeypatch.context() as patch:
        patch.setattr(AddressStore, "write", count)
        first = publish(small.folder, address)
    assert [name.rpartition("/")[2] for name in names[-2:]] == ["manifest.json", "current.json"]
    before = export_release(address, None, None)
    _change(small)
    steps = iter(range(len(names) + 1))

    def killed(self: AddressStore, name: str, content: bytes) -> None:
        if next(steps) == (len(names) + 1 + step if step < 0 else step):
            raise Killed
        write(self, name, content)

    with monkeypatch.context() as patch:
        patch.setattr(AddressStore, "write", killed)
        if step == -1:
            publish(small.folder, address)
        else:
            with pytest.raises(Killed):
                publish(small.folder, address)
    if step != -1:
        assert (load(address).version, load(address).damaged) == (first.version, None)
        assert export_release(address, None, None) == before
        publish(small.folder, address)
    assert b"63,01,overall,13.31,1" in export_release(address, None, None)


def test_a_version_that_arrived_in_part_is_refused(small: SmallData, address: str, object_store: ObjectStore) -> None:
    first, second = publish(small.folder, address), publish(small.folder, address)
    object_store.delete(f"{address}/versions/{second.version}/breaks.parquet")
    found = load(address)
    assert (found.version, found.damaged) == (first.version, second.version)
    object_store.delete(f"{address}/versions/{first.version}/manifest.json")
    with pytest.raises(ReleaseError, match=r"breaks\.parquet is missing.*manifest\.json cannot be read"):
        load(address)


@pytest.mark.slow
def test_a_store_that_does_not_answer_is_told_from_a_damaged_release(
    small: SmallData, address: str, object_store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = publish(small.folder, address)
    monkeypatch.setenv("DASHBOARD_RELEASE", address)
    object_store.stop()
    try:
        with pytest.raises(StoreError, match=r"The store s3://.*fails at current\.json"):
            load(address)
        done = CliRunner().invoke(app, ["publish", "--if-stale"])
    finally:
        object_store.start_again()
    assert done.exit_code == 1
    assert "fails at current.json" in " ".join(done.output.split())
    assert "Traceback" not in done.output
    assert load(address).version == first.version


def test_a_store_that_fails_at_one_file_is_no_reason_for_an_older_version(
    small: SmallData, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(small.folder, address)
    publish(small.folder, address)
    read = AddressStore.read

    def fail(self: AddressStore, name: str) -> bytes:
        if name.endswith("breaks.parquet"):
            message = f"The store {self.shown} fails at {name}: no answer"
            raise StoreError(message)
        return read(self, name)

    monkeypatch.setattr(AddressStore, "read", fail)
    with pytest.raises(StoreError, match=r"breaks\.parquet: no answer"):
        load(address)


def test_no_message_holds_the_credentials_of_an_address() -> None:
    with pytest.raises(StoreError) as caught:
        release_store("s3://name:password@bucket/release?no_such_option=1")
    assert "s3://bucket/release" in str(caught.value)
    assert "password" not in str(caught.value)


def test_an_address_of_no_known_kind_is_named() -> None:
    with pytest.raises(StoreError, match="nowhere://bucket/release cannot be used"):
        release_store("nowhere://bucket/release")
