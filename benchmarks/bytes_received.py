"""Counts what a page of a browser receives over the network: files as they are sent, compressed, and websockets."""

from typing import Any

from playwright.sync_api import CDPSession, Page


class Bytes:
    """The bytes that a page received since it is watched."""

    def __init__(self, page: Page) -> None:
        """Watch a page from now on."""
        self._received = 0.0
        session: CDPSession = page.context.new_cdp_session(page)
        session.send("Network.enable")  # pyright: ignore[reportUnknownMemberType]
        session.on("Network.loadingFinished", self._file)
        session.on("Network.webSocketFrameReceived", self._frame)

    @property
    def kilobytes(self) -> float:
        """Thousands of bytes received so far."""
        return self._received / 1000

    def _file(self, event: dict[str, Any]) -> None:
        self._received += float(event["encodedDataLength"])

    def _frame(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        content = str(frame["payloadData"])
        # What is not text comes in base64, four letters for three bytes.
        self._received += len(content.encode()) if frame["opcode"] == 1 else len(content) * 3 // 4 - content.count("=")
