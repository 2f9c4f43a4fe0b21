"""A visitor without a browser: speaks Streamlit's protocol with a server, so that one machine can be many visitors."""

import asyncio
import time
import urllib.request
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

SECONDS = 60.0
_STREAMLIT = Subprotocol("streamlit")
_KEPT_RUNS = 2  # a browser forgets a message that two runs have not shown (global.maxCachedMessageAge)


@dataclass(frozen=True)
class Answer:
    """What a visit or a click brought: seconds until the script was over, bytes, and how many elements were sent."""

    seconds: float
    received: int
    elements: int
    faults: tuple[str, ...] = ()


@dataclass
class Held:
    """What a browser would hold of a page after the messages so far."""

    session: str = ""
    page: str = ""
    query: str = ""
    buttons: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict[str, tuple[str, tuple[str, ...]]])
    lists: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict[str, tuple[str, tuple[str, ...]]])
    places_for_files: list[str] = field(default_factory=list[str])
    remembered: dict[str, int] = field(default_factory=dict[str, int])
    faults: list[str] = field(default_factory=list[str])
    elements: int = 0
    runs: int = 0

    def take(self, message: ForwardMsg) -> bool:
        """Take one message in; tell whether the script is over with it and no further run follows at once."""
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._take_element(message.delta.new_element)
        elif kind == "ref_hash":
            self._take_known(message.ref_hash)
        else:
            self._take_state(message)
        if message.metadata.cacheable:
            self.remembered[message.hash] = self.runs
        if kind != "script_finished" or message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        self.runs += 1
        self.remembered = {known: run for known, run in self.remembered.items() if self.runs - run <= _KEPT_RUNS}
        return True

    def _take_state(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id or self.session
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "page_not_found":
            self.faults.append("page not found")
        elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self.faults.append("the script cannot be run")

    def _take_known(self, known: str) -> None:
        """Take an element that the server names only, since a browser holds it already."""
        self.elements += 1
        if known not in self.remembered:
            self.faults.append("an element was taken for known")
        self.remembered[known] = self.runs

    def _take_element(self, element: Element) -> None:
        self.elements += 1
        kind = element.WhichOneof("type")
        if kind == "button_group":
            group = element.button_group
            self.buttons[_key(group.id)] = (group.id, tuple(option.content for option in group.options))
        elif kind == "selectbox":
            self.lists[_key(element.selectbox.id)] = (element.selectbox.id, tuple(element.selectbox.options))
        elif kind == "file_uploader":
            self.places_for_files = [element.file_uploader.id]
        elif kind == "exception":
            self.faults.append(element.exception.message)


class Visitor:
    """One open page of a Streamlit server."""

    def __init__(self, url: str, connection: ClientConnection) -> None:
        """Take over an open connection to the server at `url`; `visiting` opens one."""
        self._url, self._connection, self.held = url, connection, Held()

    async def open(self, page: str = "", query: Mapping[str, str] | None = None) -> Answer:
        """Open a page by its place in the address ("" for the first), as a browser does at the first visit."""
        message = BackMsg()
        message.rerun_script.page_name = page
        self.held.query = urlencode(query or {})
        return await self._run(message)

    async def press(self, key: str, option: str) -> Answer:
        """Press one of the buttons that stand side by side under a key of the page."""
        state = WidgetState(id=self.held.buttons[key][0])
        state.string_array_value.data.append(option)
        return await self._run(self._with(state))

    async def choose(self, key: str, option: str) -> Answer:
        """Choose from the list under a key of the page."""
        return await self._run(self._with(WidgetState(id=self.held.lists[key][0], string_value=option)))

    async def give_file(self, name: str, content: bytes) -> Answer:
        """Put a file into the only place for one on the page; the time is that of the run that reads it."""
        asked = BackMsg()
        asked.file_urls_request.request_id = name
        asked.file_urls_request.file_names.append(name)
        asked.file_urls_request.session_id = self.held.session
        await self._connection.send(asked.SerializeToString())
        urls = FileURLs()
        while not urls.upload_url:
            message = ForwardMsg.FromString(_bytes(await self._connection.recv()))
            if message.WhichOneof("type") == "file_urls_response":
                urls.CopyFrom(message.file_urls_response.file_urls[0])
        _upload(self._url, urls.upload_url, name, content)
        state = WidgetState(id=self.held.places_for_files[0])
        info = state.file_uploader_state_value.uploaded_file_info.add()
        info.name, info.size, info.file_id = name, len(content), urls.file_id
        info.file_urls.CopyFrom(urls)
        return await self._run(self._with(state))

    def _with(self, state: WidgetState) -> BackMsg:
        message = BackMsg()
        message.rerun_script.page_script_hash = self.held.page
        message.rerun_script.widget_states.widgets.append(state)
        return message

    async def _run(self, message: BackMsg) -> Answer:
        message.rerun_script.query_string = self.held.query
        message.rerun_script.cached_message_hashes.extend(self.held.remembered)
        message.rerun_script.context_info.timezone = "Asia/Ho_Chi_Minh"
        message.rerun_script.context_info.url = self._url
        self.held.elements, self.held.faults = 0, []
        started, received, over = time.perf_counter(), 0, False
        await self._connection.send(message.SerializeToString())
        try:
            async with asyncio.timeout(SECONDS):
                while not over:
                    content = _bytes(await self._connection.recv())
                    received += len(content)
                    over = self.held.take(ForwardMsg.FromString(content))
        except TimeoutError:
            self.held.faults.append(f"no answer within {SECONDS:.0f} s")
        return Answer(time.perf_counter() - started, received, self.held.elements, tuple(self.held.faults))


@asynccontextmanager
async def visiting(url: str, cookie: str = "") -> AsyncGenerator[Visitor]:
    """Connect to a Streamlit server, with a cookie where one was given, and leave it again."""
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(
        address,
        subprotocols=[_STREAMLIT],
        additional_headers={"Cookie": cookie} if cookie else None,
        max_size=None,
        open_timeout=SECONDS,
        proxy=None,
    ) as opened:
        yield Visitor(url, opened)


def _key(identity: str) -> str:
    """The key that a page gave a widget, at the end of its id: `$$ID-<hash>-<key>`."""
    return identity.split("-", 2)[-1]


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _upload(url: str, path: str, name: str, content: bytes) -> None:
    """Send a file the way the browser's page does, with the token against forged requests."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{url}/_stcore/health") as health:
        set_cookies: list[str] = health.headers.get_all("Set-Cookie") or []
    cookies = [line.split(";")[0] for line in set_cookies]
    token = next((cookie.split("=", 1)[1] for cookie in cookies if cookie.startswith("_streamlit_xsrf=")), "")
    boundary = "boundary-of-the-file"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\n\r\n'
    request = urllib.request.Request(
        f"{url}/{path.lstrip('/')}",
        data=head.encode() + content + f"\r\n--{boundary}--\r\n".encode(),
        method="PUT",
        headers={
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Cookie": "; ".join(cookies),
            "X-Xsrftoken": token,
        },
    )
    with opener.open(request):
        pass
