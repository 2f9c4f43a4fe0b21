"""Downloads one wanted file: asks again where that can help, goes on where it broke off, switches in what is data."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import requests
from urllib3.exceptions import MaxRetryError
from urllib3.util.retry import Retry

from etl.gathering.faults import GatherError, Reason
from etl.gathering.http_session import Answer, answered, host_of, new_session
from etl.gathering.manners import Manners, Turns
from etl.gathering.origin_record import OriginRecord, held_record, put_in_place, sha256_of
from etl.gathering.pages_that_are_not_data import Received, refuse_what_is_not_data
from etl.gathering.partial_file import PartialFile, finish, write_whole
from etl.gathering.status_codes import refuse_status
from etl.gathering.wanted_file import WantedFile

PIECE = 64 * 1024

Progress = Callable[[int, int | None], None]
"""Called with the bytes held so far and the size of the whole file, None where the server does not say it."""


class State(StrEnum):
    """What a download did."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Downloaded:
    """The outcome of one download: `moved_to` is the new address of a file that moved for good."""

    state: State
    record: OriginRecord
    moved_to: str | None


@dataclass(frozen=True)
class Errand:
    """All that one download needs: the file, its place, the manners, and the turns shared by all downloads."""

    wanted: WantedFile
    place: Path
    manners: Manners
    turns: Turns
    progress: Progress


def download(errand: Errand) -> Downloaded:
    """Gather one file, or raise GatherError and leave what was held as it was; OSError where the disk refuses."""
    manners = errand.manners
    partial = PartialFile(errand.place, errand.wanted.address)
    retries = Retry(total=manners.attempts - 1, backoff_factor=manners.back_off, backoff_max=manners.longest_wait)
    with new_session(manners) as session:
        while True:
            try:
                return _attempt(session, errand, partial)
            except GatherError as fault:
                if not fault.may_pass:
                    raise
                try:
                    retries = retries.increment("GET", errand.wanted.address, error=fault)
                except MaxRetryError:
                    raise _given_up(fault, manners) from fault
                pause = fault.wait if fault.wait is not None else retries.get_backoff_time()
                errand.turns.rest(host_of(errand.wanted.address), pause)


def _given_up(fault: GatherError, manners: Manners) -> GatherError:
    return GatherError(fault.reason, f"{fault} Tried {manners.attempts} time(s).")


def _attempt(session: requests.Session, errand: Errand, partial: PartialFile) -> Downloaded:
    """One request and its answer, to the end."""
    held = held_record(errand.place)
    headers = partial.resuming_headers()
    if not headers and held is not None:
        headers = held.conditional_headers()
    with answered(session, errand.wanted.address, headers, errand.manners, errand.turns) as answer:
        status = answer.response.status_code
        if status == requests.codes.not_modified and held is not None:
            return Downloaded(State.UNCHANGED, held, answer.moved_to)
        if status == requests.codes.requested_range_not_satisfiable:
            partial.remove()
        refuse_status(answer.response, errand.manners.longest_wait)
        try:
            _receive(answer, errand, partial)
        except OSError:
            # A full disk needs the room.
            partial.remove()
            raise
        except GatherError as fault:
            if fault.reason is Reason.TOO_LARGE:
                partial.remove()
            raise
    return _take(answer, errand, partial, held)


def _receive(answer: Answer, errand: Errand, partial: PartialFile) -> None:
    """Write the body to the partial file; bytes that can be gone on from stay when it breaks off."""
    response = answer.response
    start, whole = _range(response, partial)
    _refuse_size(whole, errand)
    file = partial.go_on() if start else partial.begin(_validator(response))
    size = start
    try:
        with file:
            errand.progress(size, whole)
            while piece := response.raw.read1(PIECE, decode_content=True):
                errand.turns.go_on()
                size += len(piece)
                _refuse_size(size, errand)
                write_whole(file, piece)
                errand.progress(size, whole)
                answer.deadline.refuse_lateness()
            finish(file)
        if whole is not None and size != whole:
            sentence = f"broke off after {size} of {whole} bytes; try again later."
            raise GatherError(Reason.INTERRUPTED, sentence, may_pass=True)
    except BaseException:
        partial.keep_if_resumable()
        raise


def _range(response: requests.Response, partial: PartialFile) -> tuple[int, int | None]:
    """At which byte the answer begins, and the size of the whole file where it is known."""
    if response.status_code != requests.codes.partial_content:
        length = response.headers.get("Content-Length", "")
        is_known = length.isdigit() and not response.headers.get("Content-Encoding")
        return 0, int(length) if is_known else None
    match = re.fullmatch(r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("Content-Range", "").strip())
    if match is None or int(match[1]) != partial.size or not partial.is_of(response.headers.get("ETag", "")):
        partial.remove()
        sentence = "answered with another part of the file than was asked for; it is asked for from the start."
        raise GatherError(Reason.INTERRUPTED, sentence, may_pass=True)
    return partial.size, None if match[2] == "*" else int(match[2])


def _validator(response: requests.Response) -> str | None:
    """What recognises this version of the file byte by byte: a strong ETag, else the date of its last change."""
    if response.headers.get("Content-Encoding") or response.headers.get("Accept-Ranges", "").lower() == "none":
        return None
    etag = response.headers.get("ETag", "")
    return etag if etag and not etag.startswith("W/") else response.headers.get("Last-Modified")


def _refuse_size(size: int | None, errand: Errand) -> None:
    largest = errand.manners.largest_file
    if size is not None and size > largest:
        sentence = f"is larger than {largest / 2**20:g} MB, or has no end; look at the address in a browser."
        raise GatherError(Reason.TOO_LARGE, sentence)


def _take(answer: Answer, errand: Errand, partial: PartialFile, held: OriginRecord | None) -> Downloaded:
    """Look at what came, and switch it in with its record where it is data and new."""
    wanted, headers = errand.wanted, answer.response.headers
    content_type = headers.get("Content-Type", "")
    try:
        refuse_what_is_not_data(Received(partial.path, content_type, wanted.address, answer.address), wanted.format)
        record = OriginRecord(
            index=wanted.index,
            year=wanted.year,
            source_id=wanted.source_id,
            title=wanted.title,
            publisher=wanted.publisher,
            address=wanted.address,
            final_address=answer.address,
            published_on=wanted.published_on,
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
            sha256=sha256_of(partial.path),
            size=partial.size,
            content_type=content_type,
            etag=headers.get("ETag", ""),
            last_modified=headers.get("Last-Modified", ""),
        )
        put_in_place(partial.path, errand.place, record)
    finally:
        partial.remove()
    if held is None:
        return Downloaded(State.NEW, record, answer.moved_to)
    state = State.UNCHANGED if held.sha256 == record.sha256 else State.CHANGED
    return Downloaded(state, record, answer.moved_to)
