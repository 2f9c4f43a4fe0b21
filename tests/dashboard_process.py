"""A process of the dashboard that tests may kill, end, start again at its port, and set limits to."""

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
_SECONDS = 90


class DashboardProcess:
    """`streamlit run app.py` at a port of its own, with its log in a file."""

    def __init__(self, release: Path | str, log: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.place = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{self.place}"
        self.release, self._log = release, log
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def process_id(self) -> int:
        """The number of the running process."""
        assert self._running is not None
        return self._running.pid

    def start(self) -> None:
        """Start it; its log goes on."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", self.place.partition(":")[2]]
        environment = {**os.environ, "DASHBOARD_RELEASE": str(self.release), "PYTHONUNBUFFERED": "1"}
        with self._log.open("ab") as log:
            self._running = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=log, stderr=log)

    def wait_until_ready(self) -> None:
        """Wait until it has a release to show."""
        until = time.monotonic() + _SECONDS
        while self.is_alive() and time.monotonic() < until:
            try:
                self.readiness()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(self.log_text())

    def end(self, how: signal.Signals) -> int:
        """Send the process a signal and return the code that it ended with."""
        assert self._running is not None
        self._running.send_signal(how)
        return self._running.wait(30)

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._running is not None and self._running.poll() is None

    def address_space(self) -> int:
        """Bytes of address space that it holds, which RLIMIT_AS limits."""
        return int(Path(f"/proc/{self.process_id}/statm").read_text("ascii").split()[0]) * resource.getpagesize()

    def most_memory(self) -> int:
        """The most bytes of memory that it has held since its start."""
        lines = Path(f"/proc/{self.process_id}/status").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024

    def readiness(self) -> dict[str, Any]:
        """What it answers to who asks whether it has a release. Raises OSError where it has none."""
        return json.loads(fetched(f"{self.url}/san-sang"))

    def sessions(self) -> int:
        """How many sessions are open, as Streamlit counts them."""
        told = fetched(f"{self.url}/_stcore/metrics?families=active_sessions").decode()
        return int(float(next(line.split()[-1] for line in told.splitlines() if line.startswith("active_sessions "))))

    def failed_pages(self) -> int:
        """How many pages could not be shown so far."""
        lines = fetched(f"{self.url}/metrics").decode().splitlines()
        return int(sum(float(line.split()[-1]) for line in lines if line.startswith("dashboard_failed_pages_total")))

    def log_text(self) -> str:
        """All that it has written so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")


def fetched(address: str, cookie: str = "") -> bytes:
    """What is answered at an address of this machine, without a proxy. Raises OSError with any error."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.request.Request(address, headers={"Cookie": cookie}), timeout=30) as answer:
        return bytes(answer.read())


@contextmanager
def running_processes(release: Path | str, *logs: Path) -> Iterator[list[DashboardProcess]]:
    """Start a process for each log, all on one release, and end afterwards those that still run."""
    processes = [DashboardProcess(release, log) for log in logs]
    try:
        for process in processes:
            process.start()
        for process in processes:
            process.wait_until_ready()
        yield processes
    finally:
        for process in processes:
            if process.is_alive():
                process.end(signal.SIGKILL)
