"""Two processes of the dashboard behind nginx: a hundred visits, one process lost, a new release, a rolling restart."""

import asyncio
import json
import shutil
import signal
import threading
import time
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from dashboard_process import DashboardProcess, fetched, running_processes
from nginx_server import Nginx, running_nginx
from object_store import ObjectStore, object_store, object_store_server
from websockets.exceptions import ConnectionClosed

from benchmarks.visitor import Visitor, visiting
from indicators.release_store import CURRENT, VERSIONS, AddressStore, release_store
from ui.page_list import PAGES

__all__ = ["object_store", "object_store_server"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx here: two processes are not tried"),
]

VISITS = 100
PAGES_OF_VISITS = [entry.url_path for entry in PAGES if entry.url_path in {"", "bang-xep-hang", "xu-huong", "so-sanh"}]
# Longer than nginx takes a process that did not answer for lost (fail_timeout).
UNTIL_TRUSTED_AGAIN = 6.0


@dataclass(frozen=True)
class Pair:
    """Two processes on one release, and nginx before them."""

    nginx: Nginx
    processes: tuple[DashboardProcess, DashboardProcess]
    release: Path

    def versions(self) -> set[str]:
        """The versions that the processes have in use, as they tell probes."""
        return {str(process.readiness()["version"]) for process in self.processes}


@dataclass
class Visit:
    """One open page: its cookie, its page, and what is seen there."""

    number: int
    cookie: str

    @property
    def page(self) -> str:
        """The page's place in the address."""
        return PAGES_OF_VISITS[self.number % len(PAGES_OF_VISITS)]

    @property
    def query(self) -> dict[str, str]:
        """What stands in its address."""
        return {"don_vi": f"63-{(22, 67, 66, 48)[self.number % 4]}", "chi_so": "PAPI", "ngon_ngu": "vi"}


@pytest.fixture(scope="module")
def pair(published_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Two processes on a release of their own, for all tests here: each leaves them running."""
    folder = tmp_path_factory.mktemp("pair")
    release = Path(shutil.copytree(published_folder, folder / "release"))
    with (
        running_processes(release, folder / "first.log", folder / "second.log") as (first, second),
        running_nginx(folder / "nginx", first.place, second.place) as nginx,
    ):
        yield Pair(nginx, (first, second), release)


def cookie_of_a_visit(url: str) -> str:
    """The cookie that keeps a new visitor at one process."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{url}/", timeout=30) as answer:
        given: list[str] = answer.headers.get_all("Set-Cookie") or []
    return next(line.partition(";")[0] for line in given if line.startswith("node="))


def process_of(pair: Pair, visit: Visit) -> str:
    """The process that nginx leads a visit to, asked by a file that is asked for once."""
    path = f"/app/static/asked-by-{visit.number}-{time.monotonic_ns()}"
    with pytest.raises(OSError, match="404"):
        fetched(f"{pair.nginx.url}{path}", visit.cookie)
    while not (found := pair.nginx.processes_of(path)):
        time.sleep(0.01)  # the line follows the answer
    return found[0]


def seen(visitor: Visitor) -> tuple[object, ...]:
    """What a page stands for: its address, its buttons and lists, and how many elements there are."""
    held = visitor.held
    return held.query, dict(held.buttons), dict(held.lists), held.elements


async def opened(stack: AsyncExitStack, url: str, visit: Visit) -> Visitor:
    """Open the page of a visit."""
    visitor = await stack.enter_async_context(visiting(url, visit.cookie))
    answer = await visitor.open(visit.page, visit.query)
    assert answer.faults == ()
    return visitor


def run(what: Callable[[AsyncExitStack], Coroutine[Any, Any, None]]) -> None:
    """Run what visits do, and let them leave."""

    async def whole() -> None:
        async with AsyncExitStack() as stack:
            await what(stack)

    asyncio.run(whole())


def new_version(release: Path, name: str) -> None:
    """Put a whole version into a release and switch it in."""
    held = json.loads((release / CURRENT).read_text(encoding="utf-8"))["version"]
    shutil.copytree(release / VERSIONS / held, release / VERSIONS / name)
    (release / ".new").write_text(json.dumps({"version": name}), encoding="utf-8")
    (release / ".new").replace(release / CURRENT)


def test_a_hundred_visits_stay_and_come_back_to_their_views_when_a_process_is_killed(pair: Pair) -> None:
    first, second = pair.processes
    visits = [Visit(number, cookie_of_a_visit(pair.nginx.url)) for number in range(VISITS)]

    async def lose_one(stack: AsyncExitStack) -> None:
        before = [process.sessions() for process in pair.processes]
        visitors = await asyncio.gather(*(opened(stack, pair.nginx.url, visit) for visit in visits))
        views = [seen(visitor) for visitor in visitors]
        places = [process_of(pair, visit) for visit in visits]
        held = [process.sessions() - earlier for process, earlier in zip(pair.processes, before, strict=True)]
        assert held == [places.count(first.place), places.count(second.place)]
        assert (sum(held), min(held) >= 20) == (VISITS, True)
        for visitor, visit in list(zip(visitors, visits, strict=True))[::4]:
            assert (await visitor.press("address-ngon_ngu", "English")).faults == ()
            assert process_of(pair, visit) == places[visit.number]
            await visitor.press("address-ngon_ngu", "Tiếng Việt")
        first.end(signal.SIGKILL)
        lost = [visit for visit, place in zip(visits, places, strict=True) if place == first.place]
        for visit in lost:
            with pytest.raises(ConnectionClosed):
                await visitors[visit.number].open(visit.page, visit.query)
        again = await asyncio.gather(*(opened(stack, pair.nginx.url, visit) for visit in lost))
        assert [seen(visitor) for visitor in again] == [views[visit.number] for visit in lost]
        assert second.sessions() - before[1] == VISITS

    try:
        run(lose_one)
    finally:
        if not first.is_alive():
            first.start()
            first.wait_until_ready()


def test_a_new_release_is_taken_by_both_within_a_minute(pair: Pair) -> None:
    (held,) = pair.versions()
    new_version(pair.release, f"{held}-next")
    until = time.monotonic() + 60
    while pair.versions() != {f"{held}-next"}:
        assert time.monotonic() < until, pair.versions()
        time.sleep(0.5)


def test_a_rolling_restart_shows_no_visitor_an_error(pair: Pair) -> None:
    url, is_over = pair.nginx.url, threading.Event()
    asked: list[str] = []

    def again_and_again(visit: Callable[[str], None]) -> None:
        while not is_over.wait(0.05):
            try:
                visit(url)
            except Exception as error:
                asked.append(repr(error))
            else:
                asked.append(visit.__name__)

    visitors = [threading.Thread(target=again_and_again, args=[visit]) for visit in (ask_for_a_page, open_a_page)]
    for visitor in visitors:
        visitor.start()
    try:
        for process in pair.processes:
            process.end(signal.SIGTERM)
            process.start()
            process.wait_until_ready()
            time.sleep(UNTIL_TRUSTED_AGAIN)
    finally:
        is_over.set()
        for visitor in visitors:
            visitor.join()
    assert set(asked) == {"ask_for_a_page", "open_a_page"}
    assert [process.log_text().count("Traceback") for process in pair.processes] == [0, 0]


def ask_for_a_page(url: str) -> None:
    """Get the page as it is before its script runs."""
    fetched(f"{url}/bang-xep-hang")


def open_a_page(url: str) -> None:
    """Open a page and leave; where its process ends meanwhile, connect again, as browsers do by themselves."""

    async def open_one(stack: AsyncExitStack) -> None:
        await opened(stack, url, Visit(1, cookie_of_a_visit(url)))

    with suppress(ConnectionClosed):
        run(open_one)


def test_a_switch_in_a_store_reaches_both_while_visitors_click(
    published_folder: Path, object_store: ObjectStore, tmp_path: Path
) -> None:
    address = object_store.new_bucket("two-processes")
    store = release_store(address)
    assert isinstance(store, AddressStore)
    held = json.loads((published_folder / CURRENT).read_text(encoding="utf-8"))["version"]
    files = sorted((published_folder / VERSIONS / held).iterdir())
    for file in files:
        store.write(f"{VERSIONS}/a/{file.name}", file.read_bytes())
    store.write(CURRENT, json.dumps({"version": "a"}).encode())

    async def click_meanwhile(stack: AsyncExitStack) -> None:
        visitors = [await opened(stack, nginx.url, Visit(n, cookie_of_a_visit(nginx.url))) for n in range(6)]
        assert {process.readiness()["version"] for process in (first, second)} == {"a"}
        for file in files:
            store.write(f"{VERSIONS}/b/{file.name}", file.read_bytes())
        store.write(CURRENT, json.dumps({"version": "b"}).encode())
        until, clicks = time.monotonic() + 60, 0
        while {process.readiness()["version"] for process in (first, second)} != {"b"}:
            assert time.monotonic() < until
            for visitor in visitors:
                clicks += 1
                answer = await visitor.press("address-ngon_ngu", ("English", "Tiếng Việt")[clicks // 6 % 2])
                assert answer.faults == ()
        for visitor in visitors:
            assert (await visitor.press("address-ngon_ngu", "English")).faults == ()
        assert clicks >= 6

    with (
        running_processes(address, tmp_path / "first.log", tmp_path / "second.log") as (first, second),
        running_nginx(tmp_path / "nginx", first.place, second.place) as nginx,
    ):
        run(click_meanwhile)
        assert [process.failed_pages() for process in (first, second)] == [0, 0]
        assert [process.log_text().count("Traceback") for process in (first, second)] == [0, 0]
