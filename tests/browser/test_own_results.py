"""A province's own results as they are read, and what is left of the file anywhere."""

import os
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from dashboard_server import PROJECT, Dashboard, running_dashboard
from page_reading import body_text, headings, pictures_without_words, press, sideways_scroll, table_headings, table_rows
from playwright.sync_api import FilePayload, Page
from streamlit_page import open_page, wait_until_finished

PAGE = "ket-qua-noi-tinh"
NAME = "Huyện Zzyxqua"
FILE = f"""Năm;Loại đơn vị;Đơn vị;Tổng điểm;Thể chế;Thủ tục
;;Điểm tối đa;100;40;60
2023;Huyện;{NAME};80;30;50
2023;Huyện;Huyện B;75;30;45
2024;Huyện;{NAME};79,5;30;49,5
2024;Huyện;Huyện B;82,25;32;50,25
2024;Huyện;Huyện [C](http://c.example);70;30;40
2024;Tổ;Tổ 1;70;30;40
2025;Xã;Xã D;70;30;40
"""
# Kept where a browser or a program for tests keeps what it was given itself.
_OTHERS = ("playwright", ".org.chromium", ".com.google")


def _upload(page: Page) -> None:
    given: FilePayload = {"name": "huyen.csv", "mimeType": "text/csv", "buffer": FILE.encode()}
    page.locator("input[type=file]").set_input_files(given)
    wait_until_finished(page)


@pytest.mark.slow
@pytest.mark.viewport(390, 844)
def test_own_units_are_ranked_and_the_file_leaves_no_trace(
    dashboard: Dashboard, page: Page, own_servers: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for setting in ("TMPDIR", "HOME"):
        monkeypatch.setenv(setting, str(home))
    started = time.time()
    server = own_servers.enter_context(running_dashboard(dashboard.release, tmp_path / "server.log"))
    open_page(page, server.address(PAGE))
    assert headings(page) == ["Kết quả nội tỉnh"]
    assert "không lưu trữ" in body_text(page)
    _upload(page)
    assert 'Dòng 8, cột B: "Tổ" không phải là loại đơn vị.' in body_text(page)
    press(page, "Cấp huyện")
    assert headings(page)[1:] == [
        "Cấp huyện 2024: Huyện B có điểm cao nhất (82,25)",
        "Qua các năm",
        "Cấp huyện 2023 → 2024: 1 đơn vị tăng, 1 đơn vị giảm, 0 đơn vị giữ nguyên; nhiều nhất: Huyện B, tăng 1 vị trí",
        "Phân tích tổng điểm của từng đơn vị",
        "Mục tiêu",
        "Tài liệu cho cuộc họp",
    ]
    assert table_headings(page)[:3] == ["Đơn vị", "Thứ tự theo điểm (*)", "Điểm"]
    assert [row[0] for row in table_rows(page)][:3] == ["Huyện B", NAME, "Huyện [C](http://c.example)"]
    assert "Đóng góp nhiều nhất vào mức tăng: Thủ tục (+5,25 điểm)." in body_text(page)
    # A box is worked out when it is opened; a target stays in the visit too.
    page.get_by_text(f"Cấp huyện 2024: {NAME} đạt 79,50 điểm").click()
    wait_until_finished(page)
    assert "Còn thiếu 2,75 điểm để bằng Huyện B (thứ tự theo điểm 1/3); không phải dự báo." in body_text(page)
    page.get_by_label("Thứ hạng, điểm hoặc năm").fill("1")
    page.get_by_role("button", name="Thêm mục tiêu").click()
    wait_until_finished(page)
    assert "Mục tiêu: 1 đạt, 0 không đạt, 0 chưa đủ cơ sở đánh giá" in headings(page)
    assert pictures_without_words(page) == []
    assert sideways_scroll(page) == 0
    # The address may be written down on its way: it holds numbers and kinds only.
    assert "Zzyxqua" not in page.url
    assert "loai_don_vi=cap-huyen&thanh_phan=overall&nam=2024&tu_nam=2023&don_vi_noi_tinh=district-" in page.url
    address = page.url
    press(page, "English")
    assert headings(page)[1] == "Districts 2024: Huyện B has the highest score (82.25)"
    # Another visit does not see it.
    other = page.context.new_page()
    open_page(other, address)
    assert "Zzyxqua" not in other.content()
    assert headings(other) == ["Kết quả nội tỉnh"]
    assert _traces(home, server, started) == []


def _traces(home: Path, server: Dashboard, started: float) -> list[str]:
    """List the files of the server's own folders, of the release and of the project that hold the name."""
    wanted = [NAME.encode(encoding) for encoding in ("utf-8", "utf-16-le")]
    found: list[str] = []
    skipped = {".git", ".venv", "node_modules", "__pycache__", ".pytest_cache", ".ruff_cache"}
    for folder in (home, server.release, PROJECT):
        for root, folders, files in os.walk(folder):
            folders[:] = [name for name in folders if name not in skipped and not name.startswith(_OTHERS)]
            for file in (Path(root) / name for name in files):
                if file.is_file() and file.stat().st_mtime >= started and file != Path(__file__):
                    content = file.read_bytes()
                    found += [str(file) for text in wanted if text in content]
    if any(text in server.log.read_bytes() for text in wanted):
        found.append("the log")
    return found
