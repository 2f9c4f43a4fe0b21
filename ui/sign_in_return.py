"""Brings people back to the page of own results after signing in or out: Streamlit would leave them at the first page.

The address of the page stands in the `Referer` of the way out, and in a cookie of this server until the way back. It
holds numbers and kinds only; what else might come in its place is not taken. No other host can be named by it.
"""

import re

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE = "ket-qua-noi-tinh"

_WAYS_OUT = ("/auth/login", "/auth/logout")
_WAY_BACK = "/oauth2callback"
_COOKIE = "own_results_address"
_COOKIE_SECONDS = 900
_ADDRESS = re.compile(rf"^https?://[^/?#]+/(?:[^?#]*/)?{PAGE}\?([\w.~%&=+-]{{1,1000}})$", re.ASCII)
_QUERY = re.compile(r"[\w.~%&=+-]{1,1000}", re.ASCII)


class ReturnToPage:
    """Streamlit's server with this one change: where it leads to its first page after signing in or out."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before a server."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand everything on, and answers to signing in and out with the way to the page."""
        path = scope["path"] if scope["type"] == "http" else ""
        route = next((route for route in (*_WAYS_OUT, _WAY_BACK) if path.endswith(route)), None)
        if route is None:
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        referer = request.headers.get("referer", "")
        query = _kept_query(request.cookies.get(_COOKIE, "")) if route == _WAY_BACK else _query_of(referer)
        base = path.removesuffix(route)

        async def send_with_the_way(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                leads_to_first_page = headers.get("location", "-").rstrip("/") == base
                if leads_to_first_page:
                    headers["location"] = f"{base}/{PAGE}{'?' if query else ''}{query}"
                seconds = 0 if route == _WAY_BACK or leads_to_first_page else _COOKIE_SECONDS
                headers.append(
                    "set-cookie", f"{_COOKIE}={query}; Path={base}/; Max-Age={seconds}; HttpOnly; SameSite=Lax"
                )
            await send(message)

        await self._app(scope, receive, send_with_the_way)


def _kept_query(text: str) -> str:
    return text if _QUERY.fullmatch(text) else ""


def _query_of(address: str) -> str:
    found = _ADDRESS.match(address)
    return found[1] if found else ""
