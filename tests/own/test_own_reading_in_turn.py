"""Files of several visitors are read one after the other, so that their memory does not add up."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from own.problems import Problem, UnreadableFileError
from ui import own_read


def test_files_are_read_one_after_the_other_and_a_bad_one_does_not_hold_up_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, at_once = threading.Semaphore(1), list[bool]()

    def read(*_: object) -> None:
        at_once.append(not reading.acquire(blocking=False))
        time.sleep(0.01)
        reading.release()
        raise UnreadableFileError(Problem("empty_file"))

    monkeypatch.setattr(own_read, "read_own_results", read)
    with ThreadPoolExecutor(4) as pool:
        read_files = list(pool.map(lambda number: own_read.read_file(f"{number}.csv", b""), range(8)))
    assert [file.results for file in read_files] == [None] * 8
    assert at_once == [False] * 8
