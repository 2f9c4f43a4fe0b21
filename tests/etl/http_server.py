"""A web server of the tests' own, on loopback: each address has its behaviour, every request is noted."""

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A request as the server saw it, and when."""

    path: str
    headers: Mapping[str, str]
    at: float


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the behaviour of its path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.publisher.answer(self)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing: the tests look at the requests."""

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer whole; underscores in the names of headers stand for hyphens."""
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def begin(self, status: int, **headers: str) -> None:
        """Answer the head alone; the connection ends with the body."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.close_connection = True

    def reset(self) -> None:
        """Break the connection the hard way: the other side sees a reset, not an end."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.connection.close()
        self.close_connection = True


Behaviour = Callable[[Handler], None]


class Server(ThreadingHTTPServer):
    """A threading server that knows its publisher, and is silent about clients that go away."""

    daemon_threads = True
    publisher: "Publisher"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that break off are what is tested."""


@dataclass
class Publisher:
    """What the server publishes: behaviours by path; one list of them is used up request by request, the last stays."""

    server: Server
    scheme: str = "http"
    behaviours: dict[str, list[Behaviour]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """The whole address of a path."""
        return f"{self.scheme}://{host}:{self.server.server_port}{path}"

    def on(self, path: str, *behaviours: Behaviour) -> str:
        """Set how a path answers, first to last, and return its address."""
        self.behaviours[path] = list(behaviours)
        return self.address(path)

    def file(self, path: str, body: bytes, content_type: str = "application/octet-stream", **headers: str) -> str:
        """Publish a file that does not change; return its address."""
        return self.on(path, lambda handler: handler.reply(200, body, Content_Type=content_type, **headers))

    def requests(self, path: str) -> list[Asked]:
        """Every request for a path, in order."""
        return [asked for asked in self.asked if asked.path == path]

    def answer(self, handler: Handler) -> None:
        """Note the request and behave."""
        self.asked.append(Asked(handler.path, dict(handler.headers), time.monotonic()))
        behaviours = self.behaviours.get(handler.path)
        if not behaviours:
            handler.reply(404)
            return
        (behaviours.pop(0) if len(behaviours) > 1 else behaviours[0])(handler)


@contextmanager
def running_publisher(certificate: Path | None = None) -> Generator[Publisher]:
    """A server on a free port of loopback, ended with the block; with a PEM of key and certificate it speaks TLS."""
    server = Server(("127.0.0.1", 0), Handler)
    scheme = "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    publisher = Publisher(server, scheme)
    server.publisher = publisher
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield publisher
    finally:
        publisher.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
