"""Runs the dashboard as its users do (`streamlit run app.py`) on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

PROJECT = Path(__file__).resolve().parents[2]
_START_SECONDS = 60
_STOP_SECONDS = 10


@dataclass(frozen=True)
class Dashboard:
    """A running dashboard: where it answers, what it reads and where it writes its log."""

    url: str
    release: Path
    log: Path

    def address(self, url_path: str = "", **parameters: str | list[str]) -> str:
        """The full address of a page, e.g. `address("bang-xep-hang", chi_so="PAPI", nam="2024")`."""
        query = f"?{urlencode(parameters, doseq=True)}" if parameters else ""
        return f"{self.url}/{url_path.strip('/')}{query}"

    def log_text(self) -> str:
        """All that the server has written so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")


def build_release(folder: Path) -> None:
    """Publish `data/` into `folder`. Raises RuntimeError with what `etl` said when that fails."""
    command = [sys.executable, "-m", "etl", "publish"]
    outcome = subprocess.run(
        command, cwd=PROJECT, env=_environment(folder), capture_output=True, text=True, check=False
    )
    if outcome.returncode:
        message = f"`python -m etl publish` failed:\n{outcome.stdout}\n{outcome.stderr}"
        raise RuntimeError(message)


def release_to_show(folder: Path) -> Path:
    """The release that DASHBOARD_RELEASE names, or one of `data/` as it is, published into `folder`."""
    named = os.environ.get("DASHBOARD_RELEASE")
    if named:
        return Path(named).resolve()
    build_release(folder)
    return folder


@contextmanager
def running_dashboard(release: Path, log: Path, project: Path = PROJECT) -> Iterator[Dashboard]:
    """Start `app.py` of `project` on `release`, wait until it answers, and end it afterwards.

    Raises RuntimeError with the server's log when it does not answer.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1"]
    with log.open("w", encoding="utf-8") as log_file:
        process = subprocess.Popen(
            command, cwd=project, env=_environment(release), stdin=subprocess.DEVNULL, stdout=log_file, stderr=log_file
        )
    dashboard = Dashboard(url=f"http://127.0.0.1:{port}", release=release, log=log)
    try:
        _wait_until_healthy(dashboard, process)
        yield dashboard
    finally:
        _end(process)


def _environment(release: Path) -> dict[str, str]:
    return {**os.environ, "DASHBOARD_RELEASE": str(release), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_healthy(dashboard: Dashboard, process: "subprocess.Popen[bytes]") -> None:
    # Python's own opener would ask a configured proxy for 127.0.0.1.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with opener.open(f"{dashboard.url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    message = f"The dashboard did not start. Its log:\n{dashboard.log_text()}"
    raise RuntimeError(message)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
