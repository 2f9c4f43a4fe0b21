"""How the program behaves towards publishers' servers: who asks, how often, how long it waits, how much it takes."""

import re
import threading
import time
from collections import defaultdict
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

PROGRAM = "provincial-index-dashboard"


@dataclass(frozen=True)
class Manners:
    """Times in seconds, sizes in bytes.

    `contact`: an address for a server's keeper to write to. `pause`: between two requests to the same host.
    `total_timeout`: for one attempt at one file. `attempts`: how often a passing fault is met before giving up.
    `longest_wait`: a server that asks to wait longer is left alone. `side_by_side`: files at once, one a host.
    """

    contact: str = ""
    pause: float = 1.0
    connect_timeout: float = 15.0
    read_timeout: float = 60.0
    total_timeout: float = 900.0
    attempts: int = 4
    back_off: float = 1.0
    longest_wait: float = 120.0
    largest_file: int = 200 * 1024 * 1024
    side_by_side: int = 4

    @property
    def user_agent(self) -> str:
        """Who asks; raises ValueError where the contact cannot stand in a header."""
        if not self.contact:
            return f"{PROGRAM} (gathers published provincial indices)"
        if not re.fullmatch(r"[ -~]+", self.contact):
            message = f"The contact '{self.contact}' must be plain ASCII, e.g. an e-mail or a web address."
            raise ValueError(message)
        return f"{PROGRAM} (gathers published provincial indices; contact: {self.contact})"


class Stopped(Exception):
    """The run was asked to stop; what is on the disk stays for the next run."""


class Turns:
    """Lets one request a host through at a time, with a pause after each; all waiting ends when the run is stopped."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._stop = threading.Event()
        self._guard = threading.Lock()
        self._hosts: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free_at: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Generator[None]:
        """Hold the host for one request, from its first byte to its last; raises Stopped."""
        with self._guard:
            lock = self._hosts[host]
        with lock:
            self._stop.wait(max(0.0, self._free_at.get(host, 0.0) - time.monotonic()))
            self.go_on()
            try:
                yield
            finally:
                self.rest(host, self._pause)

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long: its next turn begins later, whoever takes it."""
        self._free_at[host] = max(self._free_at.get(host, 0.0), time.monotonic() + seconds)

    def go_on(self) -> None:
        """Raise Stopped where the run was stopped."""
        if self._stop.is_set():
            raise Stopped

    def stop(self) -> None:
        """End all waiting and downloading."""
        self._stop.set()
