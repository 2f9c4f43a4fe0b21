"""What who runs the dashboard can ask a real server: whether it is ready, its numbers, and its log as JSON lines."""

import json
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from dashboard_server import Dashboard, running_dashboard
from playwright.sync_api import Page
from streamlit_page import open_page

SECRET = "khong-duoc-ghi-lai"


def answer(dashboard: Dashboard, path: str) -> tuple[int, str]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{dashboard.url}{path}", timeout=10) as found:
            return found.status, found.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def json_lines(dashboard: Dashboard) -> list[dict[str, Any]]:
    """The lines of the log, without Streamlit's greeting."""
    lines = [line.strip() for line in dashboard.log_text().splitlines() if line.strip()]
    greeting = [line for line in lines if line.startswith(("You can now view", "URL:", "Local URL:", "Network URL:"))]
    return [json.loads(line) for line in lines if line not in greeting]


@pytest.mark.slow
def test_a_server_without_a_release_is_alive_and_not_ready(
    own_servers: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path / "no data"))
    monkeypatch.setenv("DASHBOARD_LOG_FORMAT", "json")
    running = own_servers.enter_context(running_dashboard(tmp_path / "release", tmp_path / "server.log"))
    assert answer(running, "/_stcore/health")[0] == 200
    status, told = answer(running, "/san-sang")
    assert (status, json.loads(told)) == (503, {"is_ready": False, "reason": "There is no whole release yet."})
    assert "dashboard_release_in_use 0.0" in answer(running, "/metrics")[1]


@pytest.mark.slow
def test_a_watched_server_tells_of_itself_and_not_of_its_visitors(
    dashboard: Dashboard, page: Page, own_servers: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_LOG_FORMAT", "json")
    place = tmp_path / "release"
    place.symlink_to(dashboard.release.resolve(), target_is_directory=True)
    running = own_servers.enter_context(running_dashboard(place, tmp_path / "server.log"))
    status, told = answer(running, "/san-sang")
    assert (status, json.loads(told)["is_ready"]) == (200, True)
    version = json.loads(told)["version"]
    open_page(page, running.address("so-sanh", tim=SECRET, don_vi=SECRET))
    assert 'dashboard_failed_pages_total{page="so-sanh"} 0.0' in answer(running, "/metrics")[1]
    assert "active_sessions 1" in answer(running, "/_stcore/metrics?families=active_sessions")[1]
    place.unlink()
    open_page(page, running.address("bang-xep-hang", tim=SECRET))
    assert json.loads(answer(running, "/san-sang")[1])["is_answered"] is False
    messages = {line["message"]: line["level"] for line in json_lines(running) if line["logger"] == "dashboard"}
    assert any(version in message for message, level in messages.items() if level == "INFO")
    assert any("The release in use is kept" in message for message, level in messages.items() if level == "WARNING")
    assert SECRET not in running.log_text()
    assert "127.0.0.1:" not in running.log_text().replace(running.url, "")
