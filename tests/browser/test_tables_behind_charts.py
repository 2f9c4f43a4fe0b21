"""The tables behind the charts of changes and trends: closed until asked for, with files of their own."""

from pathlib import Path

import pytest
from dashboard_server import Dashboard
from page_reading import drawn_rows, keep_drawn_texts, table_headings
from playwright.sync_api import Page
from streamlit_page import open_page

# Page, parameters, language, a row as it is drawn, and what the CSV has of it.
TABLES = [
    (
        "thay-doi-thu-hang",
        {"chi_so": "PCI", "tu_nam": "2022", "nam": "2023"},
        ("Xem bảng số liệu", "Tải CSV"),
        ["Tỉnh, thành phố", "Điểm 2022", "Điểm 2023", "Thay đổi điểm"],
        ["Đắk Nông", "64,87", "67,79", "+2,92"],
        "67,Đắk Nông,Tây Nguyên,64.87,công bố,38,63,38,63,thứ hạng công bố,",
    ),
    (
        "xu-huong",
        {"chi_so": "PAPI", "ngon_ngu": "en", "so_sanh": ""},
        ("Show table", "Download CSV"),
        ["Year", "Province", "Score", "Order by score (*)"],
        ["2024", "Dak Nong", "40.54 †", "58/61 (*)"],
        "67,Dak Nong,Central Highlands,40.537382,computed,,,58,61,order by score,",
    ),
]


@pytest.mark.parametrize(("path", "asked", "buttons", "columns", "row", "line"), TABLES, ids=[t[0] for t in TABLES])
def test_table_and_file_hold_the_figures_of_the_chart(
    dashboard: Dashboard,
    page: Page,
    tmp_path: Path,
    path: str,
    asked: dict[str, str],
    buttons: tuple[str, str],
    columns: list[str],
    row: list[str],
    line: str,
) -> None:
    keep_drawn_texts(page)
    open_page(page, dashboard.address(path, don_vi="63-67", **asked))
    page.get_by_text(buttons[0], exact=True).click()
    assert table_headings(page)[: len(columns)] == columns
    assert row in [drawn[: len(row)] for drawn in drawn_rows(page)]
    with page.expect_download() as waited:
        page.get_by_role("button", name=buttons[1]).click()
    file = tmp_path / waited.value.suggested_filename
    waited.value.save_as(file)
    assert any(line in written for written in file.read_text("utf-8-sig").splitlines())
