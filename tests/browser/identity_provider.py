"""Runs a provider of OpenID Connect on a free port of this machine."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_START_SECONDS = 30
_STOP_SECONDS = 10


@dataclass(frozen=True)
class Provider:
    """A running provider: where it answers."""

    url: str


@contextmanager
def running_provider(log: Path, people: Sequence[Mapping[str, object]], seconds: int = 3600) -> Iterator[Provider]:
    """Start a provider that knows some people by their claims and gives tokens for so many seconds; end it afterwards.

    Raises RuntimeError with its log when it does not answer.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--token-max-age", str(seconds)]
    for person in people:
        command += ["--user-claims", json.dumps(person)]
    with log.open("w", encoding="utf-8") as log_file:
        process = subprocess.Popen(
            command, env={**os.environ, "NO_COLOR": "1"}, stdin=subprocess.DEVNULL, stdout=log_file, stderr=log_file
        )
    try:
        deadline = time.monotonic() + _START_SECONDS
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > deadline:
                message = f"The provider did not start. Its log:\n{log.read_text(encoding='utf-8')}"
                raise RuntimeError(message)
            time.sleep(0.05)
        yield Provider(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0
