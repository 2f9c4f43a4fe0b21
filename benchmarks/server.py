"""Starts a server to measure, and tells what it costs: seconds to its first answer, processor time and memory."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from etl.settings import REPOSITORY

HEALTH = "/_stcore/health"
_START_SECONDS = 90
_STOP_SECONDS = 10


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, its process, and when it was started (`time.perf_counter`)."""

    url: str
    process_id: int
    started: float

    def processor_seconds(self) -> float:
        """Seconds of processor time that the server has taken so far; Linux counts them in hundredths."""
        fields = Path(f"/proc/{self.process_id}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Megabytes that the server holds in memory now."""
        lines = Path(f"/proc/{self.process_id}/status").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


Command = Callable[[int], Sequence[str]]


def streamlit_command(port: int) -> list[str]:
    """The command by which users start a dashboard."""
    return [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]


@contextmanager
def running(
    folder: Path,
    *,
    release: Path | None = None,
    command: Command = streamlit_command,
    health: str = HEALTH,
    environment: Mapping[str, str] | None = None,
) -> Generator[Server]:
    """Start a server in a folder, wait until it answers at `health`, and end it afterwards.

    Raises RuntimeError with its log where it does not answer.
    """
    port = _free_port()
    given = {**os.environ, **(environment or {}), "PYTHONUTF8": "1"}
    if release is not None:
        given["DASHBOARD_RELEASE"] = str(release)
    log = folder / f"server-{port}.log" if folder != REPOSITORY else Path(os.devnull)
    started = time.perf_counter()
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            command(port), cwd=folder, env=given, stdin=subprocess.DEVNULL, stdout=file, stderr=file
        )
    server = Server(f"http://127.0.0.1:{port}", process.pid, started)
    try:
        _wait(server, health, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def fetch(address: str) -> bytes:
    """The content at an address of this machine; Python's own opener would ask a proxy for it."""
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=30) as answer:
        return bytes(answer.read())


def _wait(server: Server, health: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            fetch(server.url + health)
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
        else:
            return
    message = f"The server in {process.args!r} did not answer."
    raise RuntimeError(message)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
