"""What nginx does with probes: it finds the process that has a release, and keeps what is not for visitors inside."""

import json
import shutil
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from nginx_server import running_nginx

pytestmark = pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx here: its probes are not tried")


@contextmanager
def process(status: int) -> Iterator[str]:
    """A stand-in for a process of the dashboard that answers everything with one status; gives its address."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps({"is_ready": status == 200}).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_one_process_with_a_release_is_enough(tmp_path: Path) -> None:
    with process(503) as empty, process(200) as ready:
        with running_nginx(tmp_path / "both", empty, ready) as server:
            assert {status_of(f"{server.url}/san-sang") for _ in range(8)} == {200}
        with running_nginx(tmp_path / "empty", empty) as server:
            assert status_of(f"{server.url}/san-sang") == 503


def test_what_is_not_for_visitors_stays_inside(tmp_path: Path) -> None:
    with process(200) as ready, running_nginx(tmp_path / "one", ready) as server:
        assert status_of(f"{server.url}/ho-so-tinh") == 200
        hidden = ["/metrics", "/metrics?x=1", "/_stcore/metrics", "/_stcore/metrics?families=x", "//metrics",
                  "/%6detrics", "/./metrics", "/metrics/", "/_stcore//metrics", "/_stcore/agent/x"]  # fmt: skip
        assert {path: status_of(f"{server.url}{path}") for path in hidden} == dict.fromkeys(hidden, 404)


def test_a_line_of_the_log_says_nothing_of_the_visitor(tmp_path: Path) -> None:
    with process(200) as ready, running_nginx(tmp_path / "one", ready) as server:
        asked = urllib.request.Request(
            f"{server.url}/bang-xep-hang?tim=khong-duoc-ghi-lai",
            headers={"Referer": "https://khong-duoc-ghi-lai.example", "X-Forwarded-For": "203.0.113.7"},
        )
        with urllib.request.urlopen(asked, timeout=10) as answer:
            answer.read()
    written = (tmp_path / "one" / "access.log").read_text(encoding="utf-8")
    (line,) = (json.loads(line) for line in written.splitlines())
    assert (line["path"], line["status"], line["process"]) == ("/bang-xep-hang", 200, ready)
    assert "khong-duoc-ghi-lai" not in written
    assert "203.0.113.7" not in written


def test_a_process_that_is_gone_leaves_no_visitor_in_the_errors(tmp_path: Path) -> None:
    with process(200) as gone:
        pass
    with running_nginx(tmp_path / "one", gone) as server:
        assert status_of(f"{server.url}/bang-xep-hang?tim=khong-duoc-ghi-lai") == 502
    assert "khong-duoc-ghi-lai" not in (tmp_path / "one" / "error.log").read_text(encoding="utf-8")
