"""Hosts are asked politely: one request at a time to each, with pauses, and none while a host says that it is busy."""

import threading
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from gathering_tools import QUICK, WORKBOOK, gather_one, wanted
from http_server import Handler, Publisher

from etl.gathering import download as downloads
from etl.gathering.gather import gather


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
