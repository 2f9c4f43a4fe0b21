"""Gathering survives what networks and servers do: what was held stays, and nothing half-written counts as gathered."""

import errno
import json
import shutil
import subprocess
import threading
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from gathering_tools import ETAG, QUICK, WORKBOOK, files_in, gather_one, wanted, workbook
from http_server import Handler, Publisher, running_publisher

from etl.gathering import download as downloads
from etl.gathering import origin_record
from etl.gathering.gather import gather, would_gather
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


def test_refused_connection(raw: Path) -> None:
    with running_publisher() as gone:
        address = gone.address("/a.xlsx")
    outcome = gather_one(address, raw)
    assert outcome.reason == "unreachable"
    assert "takes no connection" in outcome.message
    assert "Tried 3 time(s)." in outcome.message
    assert files_in(raw) == set()


def test_a_download_that_is_reset_goes_on_where_it_broke_off(publisher: Publisher, raw: Path) -> None:
    half = len(WORKBOOK) // 2

    def break_off(handler: Handler) -> None:
        handler.begin(200, Content_Length=str(len(WORKBOOK)), ETag=ETAG)
        handler.wfile.write(WORKBOOK[:half])

    def rest(handler: Handler) -> None:
        start = int(handler.headers["Range"].removeprefix("bytes=").removesuffix("-"))
        whole = len(WORKBOOK)
        handler.reply(206, WORKBOOK[start:], Content_Range=f"bytes {start}-{whole - 1}/{whole}", ETag=ETAG)

    address = publisher.on("/a.xlsx", break_off, rest)
    assert gather_one(address, raw).state == "new"
    assert publisher.asked[1].headers["Range"] == f"bytes={half}-"
    assert publisher.asked[1].headers["If-Range"] == ETAG
    place = wanted(address).place(raw)
    assert place.read_bytes() == WORKBOOK
    assert files_in(raw) == {place.name, record_path(place).name}


def test_a_run_goes_on_from_the_run_before_unless_the_file_changed_meanwhile(publisher: Publisher, raw: Path) -> None:
    def break_off(handler: Handler) -> None:
        handler.begin(200, Content_Length=str(len(WORKBOOK)), ETag=ETAG)
        handler.wfile.write(WORKBOOK[:1000])

    address = publisher.on("/a.xlsx", break_off)
    assert gather_one(address, raw, replace(QUICK, attempts=1)).reason == "interrupted"
    assert would_gather([wanted(address)], raw)[0].state == "partial"
    changed = workbook("Huế")
    publisher.file("/a.xlsx", changed, ETag='"version-2"')
    assert gather_one(address, raw).state == "new"
    assert publisher.asked[1].headers["Range"] == "bytes=1000-"
    assert wanted(address).place(raw).read_bytes() == changed


def test_a_wrong_part_is_asked_for_from_the_start(publisher: Publisher, raw: Path) -> None:
    def break_off(handler: Handler) -> None:
        handler.begin(200, Content_Length=str(len(WORKBOOK)), ETag=ETAG)
        handler.wfile.write(WORKBOOK[:1000])

    def wrong_part(handler: Handler) -> None:
        handler.reply(206, WORKBOOK[10:], Content_Range=f"bytes 10-{len(WORKBOOK) - 1}/{len(WORKBOOK)}")

    address = publisher.on("/a.xlsx", break_off, wrong_part, lambda handler: handler.reply(200, WORKBOOK))
    assert gather_one(address, raw).state == "new"
    assert "Range" not in publisher.asked[2].headers
    assert wanted(address).place(raw).read_bytes() == WORKBOOK


@pytest.mark.parametrize("hard", [True, False])
def test_a_connection_that_breaks_midway_leaves_what_was_held(publisher: Publisher, raw: Path, *, hard: bool) -> None:
    address = publisher.file("/a.xlsx", WORKBOOK)
    gather_one(address, raw)

    def break_off(handler: Handler) -> None:
        handler.begin(200, Content_Length="5000")
        handler.wfile.write(b"PK\x03\x04half")
        if hard:
            handler.reset()

    publisher.on("/a.xlsx", break_off)
    outcome = gather_one(address, raw)
    assert (outcome.state, outcome.reason) == ("failed", "interrupted")
    place = wanted(address).place(raw)
    assert place.read_bytes() == WORKBOOK
    assert held_record(place) is not None
    assert files_in(raw) == {place.name, record_path(place).name}


def test_slow_drip_ends_with_the_time_for_one_file(publisher: Publisher, raw: Path) -> None:
    def drip(handler: Handler) -> None:
        handler.begin(200, Content_Length="100000")
        while not publisher.closing.wait(0.02):
            handler.wfile.write(b"P")

    outcome = gather_one(publisher.on("/a.xlsx", drip), raw, replace(QUICK, total_timeout=0.2))
    assert outcome.reason == "too_slow"
    assert "not through after 0.2 seconds" in outcome.message
    assert len(publisher.asked) == 1
    assert files_in(raw) == set()


def test_slow_drip_of_the_head_ends_too(publisher: Publisher, raw: Path) -> None:
    def drip(handler: Handler) -> None:
        while not publisher.closing.wait(0.02):
            handler.wfile.write(b"H")

    address = publisher.on("/a.xlsx", drip)
    outcome = gather_one(address, raw, replace(QUICK, total_timeout=0.2))
    assert (outcome.state, outcome.reason) == ("failed", "too_slow")


def test_a_silent_server(publisher: Publisher, raw: Path) -> None:
    def say_nothing(_: Handler) -> None:
        publisher.closing.wait(5)

    address = publisher.on("/a.xlsx", say_nothing)
    outcome = gather_one(address, raw, replace(QUICK, read_timeout=0.1, attempts=2))
    assert outcome.reason == "too_slow"
    assert "said nothing for 0.1 seconds" in outcome.message


def test_endless_body_stops_at_the_size_limit(publisher: Publisher, raw: Path) -> None:
    def endless(handler: Handler) -> None:
        handler.begin(200, ETag=ETAG)
        while True:
            handler.wfile.write(b"PK\x03\x04" * 4096)

    outcome = gather_one(publisher.on("/a.xlsx", endless), raw, replace(QUICK, largest_file=2**20))
    assert outcome.reason == "too_large"
    assert "larger than 1 MB, or has no end" in outcome.message
    assert files_in(raw) == set()


def test_a_body_that_says_it_is_too_large_is_not_begun(publisher: Publisher, raw: Path) -> None:
    address = publisher.on("/a.xlsx", lambda handler: handler.begin(200, Content_Length="3000000000"))
    assert gather_one(address, raw).reason == "too_large"


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_left_alone_as_long_as_it_asks(
    publisher: Publisher, raw: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    rests: list[float] = []
    monkeypatch.setattr(downloads.Turns, "rest", lambda _self, _host, seconds: rests.append(seconds))
    address = publisher.on(
        "/a.xlsx",
        lambda handler: handler.reply(status, Retry_After="7"),
        lambda handler: handler.reply(200, WORKBOOK),
    )
    assert gather_one(address, raw).state == "new"
    assert rests == [QUICK.pause, 7.0, QUICK.pause]


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_stays_busy(publisher: Publisher, raw: Path, status: int) -> None:
    address = publisher.on("/a.xlsx", lambda handler: handler.reply(status, Retry_After="0"))
    outcome = gather_one(address, raw)
    assert outcome.reason == "busy"
    assert len(publisher.asked) == 3
    publisher.on("/a.xlsx", lambda handler: handler.reply(status, Retry_After="86400"))
    outcome = gather_one(address, raw)
    assert "asks to wait 86400 seconds" in outcome.message
    assert len(publisher.asked) == 4


def test_one_request_at_a_time_to_a_host_and_a_pause_between(publisher: Publisher, raw: Path) -> None:
    taken: list[bool] = []
    only_one = threading.Lock()

    def answer(handler: Handler) -> None:
        taken.append(only_one.acquire(blocking=False))
        publisher.closing.wait(0.02)
        only_one.release()
        handler.reply(200, WORKBOOK)

    files = [wanted(publisher.on(f"/{number}.xlsx", answer)) for number in range(4)]
    outcomes = gather(files, raw, replace(QUICK, pause=0.05), lambda _: lambda _size, _whole: None)
    assert [outcome.state for outcome in outcomes] == ["new"] * 4
    assert taken == [True] * 4
    times = [asked.at for asked in publisher.asked]
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(times))


def test_two_hosts_are_asked_side_by_side(publisher: Publisher, raw: Path) -> None:
    both = threading.Barrier(2, timeout=5)

    def answer(handler: Handler) -> None:
        both.wait()
        handler.reply(200, WORKBOOK)

    publisher.on("/a.xlsx", answer)
    files = [wanted(publisher.address("/a.xlsx", host)) for host in ("127.0.0.1", "localhost")]
    outcomes = gather(files, raw, QUICK, lambda _: lambda _size, _whole: None)
    assert [outcome.state for outcome in outcomes] == ["new", "new"]


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


def test_certificates_are_checked_against_the_bundle_of_the_environment(
    tmp_path: Path, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed: no certificate to try")
    pem, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    options = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    command = [openssl, *options, "-keyout", str(key), "-out", str(pem), *subject]
    subprocess.run(command, check=True, capture_output=True)
    both = tmp_path / "both.pem"
    both.write_bytes(key.read_bytes() + pem.read_bytes())
    monkeypatch.setenv("NO_PROXY", "localhost")
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.delenv("CURL_CA_BUNDLE", raising=False)
    with running_publisher(both) as secured:
        secured.file("/a.xlsx", WORKBOOK)
        address = secured.address("/a.xlsx", "localhost")
        outcome = gather_one(address, raw)
        assert outcome.reason == "certificate"
        assert "REQUESTS_CA_BUNDLE" in outcome.message
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))
        assert gather_one(address, raw).state == "new"


def test_the_proxy_of_the_environment_is_asked(
    publisher: Publisher, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.file("http://publisher.invalid/a.xlsx", WORKBOOK)
    monkeypatch.setenv("http_proxy", publisher.address(""))
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert gather_one("http://publisher.invalid/a.xlsx", raw).state == "new"
