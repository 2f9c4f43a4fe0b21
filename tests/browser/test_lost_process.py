"""An open page whose process is killed behind nginx comes back to its view by itself, at the other process."""

import shutil
import signal
from contextlib import ExitStack
from pathlib import Path

import pytest
from dashboard_process import DashboardProcess, fetched, running_processes
from dashboard_server import Dashboard
from nginx_server import Nginx, running_nginx
from page_reading import body_text, headings, press
from page_record import PageRecord
from playwright.sync_api import Page, expect
from streamlit_page import open_page, wait_until_finished

VIEW = "/bang-xep-hang?don_vi=63-67&chi_so=PCI&nam=2022"


def node_of(nginx: Nginx, process: DashboardProcess) -> str:
    """A value of the cookie that leads to a process."""
    for number in range(1000):
        path = f"/media/asked-by-{number}"
        with pytest.raises(OSError, match="404"):
            fetched(f"{nginx.url}{path}", f"node={number}")
        while not (found := nginx.processes_of(path)):
            pass  # the line follows the answer
        if found == [process.place]:
            return str(number)
    pytest.fail("nginx never leads to this process")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx here: two processes are not tried")
def test_an_open_page_comes_back_to_its_view_when_its_process_is_killed(
    dashboard: Dashboard, page: Page, page_record: PageRecord, own_servers: ExitStack, tmp_path: Path
) -> None:
    (lost,) = own_servers.enter_context(running_processes(dashboard.release, tmp_path / "lost.log"))
    kept = dashboard.url.partition("//")[2]
    nginx = own_servers.enter_context(running_nginx(tmp_path / "nginx", lost.place, kept))
    page.context.add_cookies([{"name": "node", "value": node_of(nginx, lost), "url": nginx.url}])
    open_page(page, nginx.url + VIEW)
    assert lost.sessions() == 1
    address, view = page.url, body_text(page)
    page.evaluate("() => { window.isTheSameDocument = true; }")
    lost.end(signal.SIGKILL)
    # By itself: nobody clicks, and the document is not loaded again.
    app = page.get_by_test_id("stApp")
    expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=30_000)
    wait_until_finished(page)
    assert page.evaluate("window.isTheSameDocument") is True
    assert (page.url, body_text(page)) == (address, view)
    press(page, "English")
    assert headings(page)[0] == "PCI 2022: Quang Ninh ranks first (72.95)"
    page_record.errors.clear()  # while its process was gone, the page said so on its console
