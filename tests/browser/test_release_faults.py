"""What a visitor sees when the newest release is damaged, or when there is none: a sentence, never a traceback."""

import json
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from dashboard_server import Dashboard, running_dashboard
from page_reading import body_text, headings, press
from playwright.sync_api import Page, expect
from streamlit_page import open_page

from indicators.release_store import CURRENT, MANIFEST, VERSIONS


def versions(release: Path) -> list[Path]:
    """The folders of the versions of a release, the newest last."""
    return sorted((release / VERSIONS).iterdir())


def date_version(version: Path, made_at: str) -> None:
    """Write when a version was made; its manifest has no checksum of its own."""
    manifest = json.loads((version / MANIFEST).read_text(encoding="utf-8"))
    (version / MANIFEST).write_text(json.dumps({**manifest, "made_at": made_at}), encoding="utf-8")


def switch_in(release: Path, version: str) -> None:
    """Make a version the current one, as `publish` does at its end."""
    (release / CURRENT).write_text(json.dumps({"version": version}), encoding="utf-8")


@pytest.mark.slow
def test_damaged_newest_version_leaves_the_last_good_figures_and_says_so(
    dashboard: Dashboard, page: Page, own_servers: ExitStack, tmp_path: Path
) -> None:
    release = tmp_path / "release"
    good = versions(Path(shutil.copytree(dashboard.release, release)))[-1]
    date_version(good, "2025-03-14T09:30:00+00:00")
    newer = good.with_name("99991231T000000.000000Z-damaged")
    shutil.copytree(good, newer)
    running = own_servers.enter_context(running_dashboard(release, tmp_path / "server.log"))
    address = running.address("bang-xep-hang", chi_so="PAPI", nam="2024", don_vi="63-67")
    open_page(page, address)
    expect(page.get_by_role("alert")).to_have_count(0)
    figures = newer / "observations.parquet"
    figures.write_bytes(figures.read_bytes()[:-100])
    switch_in(release, newer.name)
    open_page(page, address)
    expect(page.get_by_role("alert")).to_have_text("Bản số liệu mới bị lỗi; đang dùng bản ngày 14/03/2025.")
    assert headings(page)[0] == "PAPI 2024: Quảng Ninh có điểm cao nhất (47,82 †)"
    assert "PAPI 2024: Đắk Nông đạt 40,54 điểm †" in body_text(page)
    press(page, "English")
    expect(page.get_by_role("alert")).to_have_text("The new release is damaged; the one of 14 March 2025 is used.")
    assert headings(page)[0] == "PAPI 2024: Quang Ninh has the highest score (47.82 †)"
    # The next good one is used without a restart, and the notice goes.
    switch_in(release, good.name)
    open_page(page, address)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_without_a_release_and_without_data_a_sentence_is_all(
    page: Page, own_servers: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path / "data"))
    running = own_servers.enter_context(running_dashboard(tmp_path / "release", tmp_path / "server.log"))
    open_page(page, running.address())
    sentence = page.get_by_role("alert")
    expect(sentence).to_have_text("Chưa có số liệu để hiển thị. Đề nghị liên hệ đơn vị quản trị.")
    open_page(page, running.address("ban-do", ngon_ngu="en"))
    expect(sentence).to_have_text("There are no figures to show yet. Please contact the administrator.")
    assert "Traceback" not in page.content()
    assert "`python -m etl publish` failed (1)" in running.log_text()
