"""Downloads that break off, crawl or never end: what was held stays, and the next try goes on where it can."""

from dataclasses import replace
from pathlib import Path

import pytest
from gathering_tools import ETAG, QUICK, WORKBOOK, files_in, gather_one, wanted, workbook
from http_server import Handler, Publisher

from etl.gathering.gather import would_gather
from etl.gathering.origin_record import held_record, record_path


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
