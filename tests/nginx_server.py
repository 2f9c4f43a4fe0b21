"""Runs Debian's nginx with the project's own configuration before processes of the dashboard."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TEMPLATE = Path(__file__).resolve().parents[1] / "deploy" / "nginx" / "dashboard.conf.template"


@dataclass(frozen=True)
class Nginx:
    """A running nginx: its address, and the folder with its logs."""

    url: str
    folder: Path

    def processes_of(self, path: str) -> list[str]:
        """The processes (`127.0.0.1:8501`) that answered what was asked at a path, in their order."""
        lines = (self.folder / "access.log").read_text(encoding="utf-8").splitlines()
        visits = [json.loads(line) for line in lines]
        return [visit["process"].rpartition(", ")[2] for visit in visits if visit["path"] == path]


def rendered(upstreams: str, listen: str = "127.0.0.1:18080") -> str:
    """The configuration with its settings filled in, as the image's start does it."""
    text = TEMPLATE.read_text(encoding="utf-8")
    values = {"LISTEN": listen, "UPSTREAM_SERVERS": upstreams, "FRAME_ANCESTORS": "'self' https://portal.example.vn"}
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    return text


@contextmanager
def running_nginx(folder: Path, *processes: str) -> Iterator[Nginx]:
    """Run nginx before some processes, each `address:port`; `folder` is made for its files."""
    folder.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    servers = " ".join(f"server {process} max_fails=1 fail_timeout=5s;" for process in processes)
    text = rendered(servers, listen).replace("/tmp/nginx_cache", str(folder / "cache"))
    text = text.replace("/var/log/nginx", str(folder))
    (folder / "dashboard.conf").write_text(text, encoding="utf-8")
    temporary = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    # As root, nginx would give its workers to a user who may not write here.
    user = "user root; " if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}pid {folder}/pid; error_log {folder}/error.log; daemon off; events {{}}\n"
        f"http {{ access_log off; {temporary} include {folder}/dashboard.conf; }}\n",
        encoding="utf-8",
    )
    running = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf")])
    try:
        host, port = listen.split(":")
        for _ in range(200):
            with socket.socket() as tried:
                if tried.connect_ex((host, int(port))) == 0:
                    break
            time.sleep(0.05)
        yield Nginx(f"http://{listen}", folder)
    finally:
        running.terminate()
        running.wait(20)
