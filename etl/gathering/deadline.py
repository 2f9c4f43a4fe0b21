"""Ends a request that takes too long as a whole, however often a byte arrives: no read timeout sees a slow drip."""

import contextlib
import socket
import threading
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

from etl.gathering.faults import GatherError, Reason


class WatchedAdapter(HTTPAdapter):
    """Remembers the connections that it opens, so that another thread can end them."""

    def __init__(self) -> None:
        self._connections: list[HTTPConnection] = []
        super().__init__()

    def get_connection_with_tls_context(
        self,
        request: requests.PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: str | tuple[str, str] | None = None,
    ) -> HTTPConnectionPool:
        """The pool for a request; its new connections are remembered."""
        pool: Any = super().get_connection_with_tls_context(request, verify, proxies, cert)
        if "ConnectionCls" not in vars(pool):
            pool.ConnectionCls = self._remembering(pool.ConnectionCls)
        return pool

    def _remembering(self, open_connection: Any) -> Any:
        def opened(*arguments: Any, **named: Any) -> HTTPConnection:
            connection: HTTPConnection = open_connection(*arguments, **named)
            self._connections.append(connection)
            return connection

        return opened

    def end_connections(self) -> None:
        """Make every read that waits on these connections return at once."""
        for connection in self._connections:
            # Taken by its base class: TLS would first try to say goodbye.
            with contextlib.suppress(OSError, TypeError):
                socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)


class Deadline:
    """When a request has taken too long; `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def refuse_lateness(self) -> None:
        """Raise GatherError after the end."""
        if time.monotonic() >= self._end:
            sentence = f"was not through after {self._seconds:g} seconds; gather again to go on, or try later."
            raise GatherError(Reason.TOO_SLOW, sentence)

    @contextmanager
    def held(self, adapter: WatchedAdapter) -> Generator[None]:
        """End the adapter's connections at the deadline; what breaks by that is told as slowness."""
        timer = threading.Timer(self._seconds, adapter.end_connections)
        timer.daemon = True
        timer.start()
        try:
            yield
        except GatherError as fault:
            if fault.may_pass:
                self.refuse_lateness()
            raise
        finally:
            timer.cancel()
