"""What gathering keeps: a file with its record, whole or not at all, whatever ends the run or fills the disk."""

import errno
import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from gathering_tools import ETAG, QUICK, WORKBOOK, files_in, gather_one, wanted, workbook
from http_server import Handler, Publisher

from etl.gathering import download as downloads
from etl.gathering import origin_record
from etl.gathering.gather import gather
from etl.gathering.origin_record import held_record, record_path
from etl.problems import DataError


class Killed(BaseException):
    """Stands for the end of the process: nothing in the program catches it."""


def test_a_file_comes_with_a_record_of_its_origin(publisher: Publisher, raw: Path) -> None:
    address = publisher.file("/tai-lieu/PCI%202023.xlsx", WORKBOOK, "application/vnd.ms-excel", ETag=ETAG)
    outcome = gather_one(address, raw, replace(QUICK, contact="keeper@example.org"))
    place = wanted(address).place(raw)
    assert (outcome.state, outcome.message, outcome.size) == ("new", "", len(WORKBOOK))
    assert place.name.startswith("PCI-2023-")
    assert (place.parent.relative_to(raw).as_posix(), place.suffix) == ("abc/2023", ".xlsx")
    assert place.read_bytes() == WORKBOOK
    record = json.loads(record_path(place).read_text("utf-8"))
    fetched_at = record.pop("fetched_at")
    assert fetched_at.endswith("+00:00")
    assert record == {
        "index": "ABC",
        "year": 2023,
        "source_id": "S1",
        "title": "Results",
        "publisher": "Ministry A",
        "address": address,
        "final_address": address,
        "published_on": "2024-04",
        "sha256": outcome.sha256,
        "size": len(WORKBOOK),
        "content_type": "application/vnd.ms-excel",
        "etag": ETAG,
        "last_modified": "",
    }
    assert files_in(raw) == {place.name, record_path(place).name}
    assert "contact: keeper@example.org" in publisher.asked[0].headers["User-Agent"]


def test_a_file_that_did_not_change_is_not_sent_again(publisher: Publisher, raw: Path) -> None:
    def answer(handler: Handler) -> None:
        if handler.headers["If-None-Match"] == ETAG:
            handler.reply(304)
        else:
            handler.reply(200, WORKBOOK, ETag=ETAG)

    address = publisher.on("/a.xlsx", answer)
    gather_one(address, raw)
    before = {path: path.read_bytes() for path in raw.rglob("*") if path.is_file()}
    assert gather_one(address, raw).state == "unchanged"
    assert {path: path.read_bytes() for path in raw.rglob("*") if path.is_file()} == before


def test_a_changed_file_takes_the_place_of_the_old_one(publisher: Publisher, raw: Path) -> None:
    address = publisher.file("/a.xlsx", WORKBOOK, ETag=ETAG)
    gather_one(address, raw)
    changed = workbook("Huế")
    publisher.file("/a.xlsx", changed, ETag='"version-2"')
    assert gather_one(address, raw).state == "changed"
    assert wanted(address).place(raw).read_bytes() == changed


def test_one_file_that_fails_does_not_stop_the_others(publisher: Publisher, raw: Path) -> None:
    good, bad = publisher.file("/good.xlsx", WORKBOOK), publisher.address("/bad.xlsx")
    outcomes = gather([wanted(bad), wanted(good), wanted(good)], raw, QUICK, lambda _: lambda _size, _whole: None)
    assert [(outcome.address, outcome.state) for outcome in outcomes] == [(bad, "failed"), (good, "new")]


def test_kill_between_file_and_record(publisher: Publisher, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = publisher.file("/a.xlsx", WORKBOOK, ETag=ETAG)
    place = wanted(address).place(raw)

    def killed(_aside: Path, _path: Path) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(origin_record, "put_record", killed)
        with pytest.raises(Killed):
            gather_one(address, raw)
    assert place.is_file()
    assert held_record(place) is None
    assert gather_one(address, raw).state == "new"
    assert "If-None-Match" not in publisher.asked[1].headers
    assert held_record(place) is not None


@pytest.mark.parametrize("step", ["bytes", "record"])
def test_full_disk_leaves_what_was_held(
    publisher: Publisher, raw: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    address = publisher.file("/a.xlsx", WORKBOOK, ETag=ETAG)
    gather_one(address, raw)
    before = {path: path.read_bytes() for path in raw.rglob("*") if path.is_file()}
    publisher.file("/a.xlsx", workbook("Huế"), ETag='"version-2"')

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((downloads, "write_whole") if step == "bytes" else (origin_record, "write_synced")), full)
    outcome = gather_one(address, raw)
    assert outcome.reason == "disk"
    assert "No space left on device" in outcome.message
    assert {path: path.read_bytes() for path in raw.rglob("*") if path.is_file()} == before


def test_two_runs_at_once_do_not_mix(publisher: Publisher, raw: Path) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def answer(handler: Handler) -> None:
        inside.set()
        go_on.wait(5)
        handler.reply(200, WORKBOOK)

    address = publisher.on("/a.xlsx", answer)
    first = threading.Thread(target=gather_one, args=(address, raw))
    first.start()
    try:
        assert inside.wait(5)
        with pytest.raises(DataError, match="Another run gathers"):
            gather_one(address, raw)
    finally:
        go_on.set()
        first.join()
