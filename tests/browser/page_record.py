"""What a browser page did meanwhile: requests that left the machine, errors on its console."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebSocket

_OF_THIS_MACHINE = {"127.0.0.1", None}


@dataclass
class PageRecord:
    """Addresses asked outside this machine, and errors written to the console or thrown by scripts."""

    left_the_machine: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Record every page of this browser context from now on."""
        context.on("request", lambda request: self._note_address(request.url))
        context.on("page", self._watch_page)

    def _watch_page(self, page: Page) -> None:
        page.on("websocket", self._note_websocket)
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note_websocket(self, websocket: WebSocket) -> None:
        self._note_address(websocket.url)

    def _note_address(self, address: str) -> None:
        # data: and blob: addresses have no host and ask nobody.
        if urlsplit(address).hostname not in _OF_THIS_MACHINE:
            self.left_the_machine.append(address)

    def _note_console(self, message: ConsoleMessage) -> None:
        # Below the root, Streamlit first looks for its server under the page's own path and gets a 404.
        looked_for_server = "/_stcore/" in message.location.get("url", "")
        if message.type == "error" and not looked_for_server:
            self.errors.append(message.text)
