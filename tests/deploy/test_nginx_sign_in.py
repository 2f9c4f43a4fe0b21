"""What nginx does with a sign-in: long cookies pass both ways, are Secure behind TLS, and the code is not logged."""

import http.client
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from nginx_server import running_nginx

pytestmark = pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx here: sign-in behind it is not tried")

CODE = "khong-duoc-ghi-lai"


@contextmanager
def streamlit() -> Iterator[tuple[str, list[str]]]:
    """A stand-in that answers signing in as Streamlit does; gives its address and the cookies that came to it."""
    came: list[str] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(self.headers.get("Cookie", ""))
            self.send_response(302 if self.path.startswith("/oauth2callback") else 200)
            if self.path.startswith("/oauth2callback"):
                self.send_header("Location", "/ket-qua-noi-tinh")
                for name in ("_streamlit_user", "_streamlit_user_tokens", "_streamlit_user_tokens_1"):
                    self.send_header("Set-Cookie", f"{name}={'x' * 4000}; HttpOnly; Path=/; SameSite=lax")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}", came
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _asked(address: str, path: str, **headers: str) -> tuple[int, list[tuple[str, str]]]:
    """Ask without following where the answer leads; gives its status and headers."""
    asking = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
    try:
        asking.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = asking.getresponse()
        return answer.status, answer.getheaders()
    finally:
        asking.close()


def _cookies(headers: list[tuple[str, str]]) -> list[str]:
    return [value for name, value in headers if name.lower() == "set-cookie"]


def test_long_cookies_of_a_sign_in_pass_both_ways(tmp_path: Path) -> None:
    with streamlit() as (process, came), running_nginx(tmp_path / "one", process) as server:
        status, headers = _asked(server.url, f"/oauth2callback?code={CODE}&state=1")
        assert (status, dict(headers)["Location"]) == (302, "/ket-qua-noi-tinh")
        assert len([cookie for cookie in _cookies(headers) if "x" * 4000 in cookie]) == 3
        sent = "; ".join(f"_streamlit_user_tokens_{number}={'x' * 4000}" for number in range(5))
        assert _asked(server.url, "/_stcore/stream", Cookie=sent)[0] == 200
        assert came[-1] == sent
    written = "".join((tmp_path / "one" / name).read_text(encoding="utf-8") for name in ("access.log", "error.log"))
    assert "/oauth2callback" in written
    assert CODE not in written


def test_behind_tls_a_sign_in_is_never_sent_without_it(tmp_path: Path) -> None:
    with streamlit() as (process, _), running_nginx(tmp_path / "one", process) as server:
        _, plain = _asked(server.url, "/oauth2callback")
        _, behind_tls = _asked(server.url, "/oauth2callback", X_Forwarded_Proto="https")
    assert [cookie for cookie in _cookies(plain) if "Secure" in cookie] == []
    kept = _cookies(behind_tls)
    assert len(kept) == 3
    assert [cookie for cookie in kept if "; Secure" not in cookie or "HttpOnly" not in cookie] == []
