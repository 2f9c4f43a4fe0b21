"""What goes wrong under a running process: its release, the disk, its memory, its end. It goes on by itself."""

import asyncio
import json
import resource
import shutil
import signal
import urllib.error
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from dashboard_process import PROJECT, DashboardProcess, fetched, running_processes
from websockets.exceptions import ConnectionClosed

from benchmarks.visitor import Visitor, visiting
from indicators.release_store import CURRENT, MANIFEST, VERSIONS
from ui.page_list import PAGES

pytestmark = pytest.mark.slow

OWN_RESULTS = "ket-qua-noi-tinh"
OWN_FILE = "Năm,Loại đơn vị,Đơn vị,Tổng điểm,Thể chế\n,,Điểm tối đa,100,40\n2025,Cấp xã,Xã A,90.5,30\n".encode()
FORM = "du-lieu/bieu-mau/PAPI-2024.xlsx"


@pytest.fixture(scope="module")
def dashboard(published_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DashboardProcess]:
    """A process on a release of its own, for all tests here."""
    folder = tmp_path_factory.mktemp("faults")
    release = Path(shutil.copytree(published_folder, folder / "release"))
    with running_processes(release, folder / "server.log") as (process,):
        yield process


@contextmanager
def limited(process: DashboardProcess, what: int, value: int) -> Iterator[None]:
    """Set a limit to a running process for a while."""
    before = resource.prlimit(process.process_id, what)
    resource.prlimit(process.process_id, what, (value, before[1]))
    try:
        yield
    finally:
        resource.prlimit(process.process_id, what, before)


def visit(process: DashboardProcess, what: Callable[[Visitor], Coroutine[Any, Any, None]]) -> None:
    """Let one visitor come, do something and leave."""

    async def whole() -> None:
        async with visiting(process.url) as visitor:
            await what(visitor)

    asyncio.run(whole())


async def open_every_page(visitor: Visitor) -> None:
    """Open all pages for a province, then bring own results."""
    await open_pages(visitor, *(entry.url_path for entry in PAGES))
    await open_own_results(visitor)


async def open_some_pages(visitor: Visitor) -> None:
    """Open the map and the rankings."""
    await open_pages(visitor, "ban-do", "bang-xep-hang")


async def open_pages(visitor: Visitor, *pages: str) -> None:
    """Open pages for a province."""
    for page in pages:
        assert (await visitor.open(page, {"don_vi": "63-67"})).faults == (), page


async def open_own_results(visitor: Visitor) -> None:
    """Bring a file of own results and see more than there was without it."""
    before = await visitor.open(OWN_RESULTS)
    after = await visitor.give_file("xa.csv", OWN_FILE)
    assert (after.faults, after.elements > before.elements) == ((), True)


def status_of(address: str) -> int:
    """The status that an address is answered with."""
    try:
        fetched(address)
    except urllib.error.HTTPError as refused:
        return refused.code
    return 200


def test_a_full_disk_takes_no_page_away(dashboard: DashboardProcess) -> None:
    failed, written = dashboard.failed_pages(), dashboard.log_text()
    with limited(dashboard, resource.RLIMIT_FSIZE, 0):
        visit(dashboard, open_every_page)
        assert status_of(f"{dashboard.url}/{FORM}") == 503
        assert status_of(f"{dashboard.url}/app/static/icon.svg") == 200
        assert dashboard.log_text() == written, "the log had no room either"
    assert dashboard.failed_pages() == failed
    assert status_of(f"{dashboard.url}/{FORM}") == 200


def test_a_release_that_is_deleted_truncated_and_replaced_is_shown_until_there_is_a_whole_one(
    dashboard: DashboardProcess, published_folder: Path
) -> None:
    release, failed = Path(dashboard.release), dashboard.failed_pages()
    held = json.loads((release / CURRENT).read_text(encoding="utf-8"))["version"]
    for file in (release / VERSIONS / held).iterdir():
        file.write_bytes(file.read_bytes()[:100])
    visit(dashboard, open_some_pages)
    release.rename(release.with_name("deleted"))
    visit(dashboard, open_some_pages)
    assert dashboard.readiness()["version"] == held
    assert dashboard.readiness()["is_answered"] is False
    shutil.copytree(published_folder, release)
    (release / VERSIONS / held).rename(release / VERSIONS / f"{held}-replaced")
    (release / CURRENT).write_text(json.dumps({"version": f"{held}-replaced"}), encoding="utf-8")
    visit(dashboard, open_some_pages)
    assert dashboard.readiness()["version"] == f"{held}-replaced"
    assert dashboard.readiness()["is_answered"] is True
    assert dashboard.failed_pages() == failed
    assert (release / VERSIONS / f"{held}-replaced" / MANIFEST).is_file()


def test_the_largest_upload_needs_less_memory_than_a_container_has(dashboard: DashboardProcess) -> None:
    # As many units as there are communes in the country, over 15 years, with 12 components.
    heading = ",".join(["Năm,Loại đơn vị,Đơn vị,Tổng điểm", *(f"Phần {part}" for part in range(1, 13))])
    maxima = ",".join([",,Điểm tối đa,96", *["8"] * 12])
    rows = [f"{year},Cấp sở,Sở {unit},60,{','.join(['5'] * 12)}" for year in range(2011, 2026) for unit in range(3321)]
    content = "\n".join([heading, maxima, *rows, ""]).encode()

    async def bring(visitor: Visitor) -> None:
        before = await visitor.open(OWN_RESULTS)
        answer = await visitor.give_file("xa.csv", content)
        assert (answer.faults, answer.elements > before.elements) == ((), True)
        assert len(visitor.held.lists) > 1, "units to choose from: the file was read"

    visit(dashboard, bring)
    compose = yaml.safe_load((PROJECT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
    assert compose["services"]["dashboard-1"]["mem_limit"] == "1g"
    assert dashboard.most_memory() < 0.8 * 2**30


def test_a_process_that_is_told_to_end_lets_its_visitors_go_and_ends_without_an_error(
    dashboard: DashboardProcess,
) -> None:
    async def stay(visitor: Visitor) -> None:
        await visitor.open("bang-xep-hang", {"don_vi": "63-67"})
        assert await asyncio.to_thread(dashboard.end, signal.SIGTERM) == -signal.SIGTERM
        with pytest.raises(ConnectionClosed):
            await visitor.open("bang-xep-hang", {"don_vi": "63-67"})

    written = len(dashboard.log_text())
    visit(dashboard, stay)
    assert "Traceback" not in dashboard.log_text()[written:]
    dashboard.start()
    dashboard.wait_until_ready()
    visit(dashboard, open_some_pages)
