"""The page of strengths and weaknesses as it is read: sentences, picture, tables, agencies, what cannot be said."""

from pathlib import Path

import openpyxl
import pytest
from dashboard_server import Dashboard
from drawn_charts import axis_labels, change_rows, charts
from page_reading import (
    body_text,
    drawn_rows,
    headings,
    keep_drawn_texts,
    pick,
    pictures_without_words,
    press,
    sideways_scroll,
)
from playwright.sync_api import Page
from streamlit_page import open_page, wait_until_finished

PAGE = "diem-manh-diem-yeu"
HEADING = "index,component,lead_to_2025_02_28,lead_from_2025_03_01,with,basis,source"


def test_dak_nong_by_component_in_both_languages(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="63-67"))
    # PCI 2023: five of ten in the best quarter, four in the lowest; PAPI 2024: seven of eight in the lowest.
    assert headings(page)[0] == "Đắk Nông: 5 điểm mạnh, 13 điểm yếu trong 22 thành phần"
    text = body_text(page)
    assert "PCI 2023: Điểm mạnh: Pháp lý và an ninh trật tự (thứ tự theo điểm 4/63, mới)" in text
    assert "PAPI 2024: Điểm yếu: Cung ứng dịch vụ công (thứ tự theo điểm 59/61, kéo dài)" in text
    assert "Chưa đủ cơ sở nêu điểm mạnh, điểm yếu của SIPAS 2024" in text
    assert "python -m etl template --index sipas --year 2024" not in text
    page.get_by_role("button", name="Biểu mẫu để điền điểm").last.click()
    page.get_by_text("python -m etl template --index sipas --year 2024").wait_for()
    page.keyboard.press("Escape")
    drawn = change_rows(charts(page).first)
    assert len(drawn) == 3 + 22
    names = axis_labels(charts(page).first, "Y")
    assert names[:1] + names[9:11] == ["PAPI 2024", "PCI 2023", "Pháp lý và an ninh trật tự"]
    assert pictures_without_words(page) == []
    press(page, "English")
    assert headings(page)[0] == "Dak Nong: 5 strengths and 13 weaknesses among 22 components"
    assert "no component has the scores of all provinces (10 of 504 scores are held)" in body_text(page)


def test_an_agency_sees_its_own_rows_and_takes_them_along(dashboard: Dashboard, page: Page, tmp_path: Path) -> None:
    keep_drawn_texts(page)
    open_page(page, dashboard.address(PAGE, don_vi="63-67", chi_so="PCI"))
    pick(page, "Cơ quan chủ trì", "Sở Tài chính")
    assert "co_quan=so-tai-chinh" in page.url
    assert headings(page)[0] == "Đắk Nông, Sở Tài chính: 1 điểm mạnh, 1 điểm yếu trong 3 thành phần"
    entry = next(row for row in drawn_rows(page) if row[0] == "Gia nhập thị trường")
    assert entry[1:6] == ["◆ Điểm yếu", "59/63 (*)", "6,5", "6,68", "10,00"]
    assert "thường do Sở Tài chính tham mưu" in entry
    with page.expect_download() as waited:
        page.get_by_role("button", name="Tải Excel để các cơ quan điền").click()
    file = tmp_path / waited.value.suggested_filename
    waited.value.save_as(file)
    assert openpyxl.load_workbook(file).sheetnames == ["Sở Tài chính", "Thông tin", "Nguồn số liệu"]
    press(page, "Đến 28/02/2025")
    # The department led other work then: nothing of PCI.
    assert "Cơ quan theo phân công đến ngày 28/02/2025" in body_text(page)
    assert "Sở Tài chính không chủ trì thành phần nào đang xét của PCI 2023." in body_text(page)


def test_a_province_brings_its_own_division_of_work(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="63-67", chi_so="PCI"))
    table = f"{HEADING}\nPCI,land,Sở A,Trung tâm Phát triển quỹ đất,,stated,QĐ 1\nPCI,wrong,A,B,,stated,x\n"
    page.get_by_text("Dùng bảng phân công của tỉnh, thành phố").click()
    page.locator('input[type="file"]').set_input_files(
        {"name": "bang.csv", "mimeType": "text/csv", "buffer": table.encode("utf-8-sig")}
    )
    page.get_by_text("Đã đọc 1 dòng; 1 dòng không dùng được vì:").wait_for()
    wait_until_finished(page)
    assert "Dòng 3, cột component" in body_text(page)
    # The list draws only the options in sight: what is typed brings the one looked for there.
    agencies = page.get_by_role("combobox", name="Cơ quan chủ trì", exact=True)
    agencies.click()
    agencies.fill("Trung tâm")
    page.get_by_role("option", name="Trung tâm Phát triển quỹ đất", exact=True).click()
    wait_until_finished(page)
    assert headings(page)[0] == "Đắk Nông, Trung tâm Phát triển quỹ đất: 1 điểm mạnh, 0 điểm yếu trong 1 thành phần"


@pytest.mark.viewport(390, 844)
def test_a_merged_province_on_a_phone_is_shown_by_its_former_ones(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="34-68"))
    text = body_text(page)
    assert "Bình Thuận: 10 điểm mạnh, 4 điểm yếu" in text
    assert "Lâm Đồng (trước 01/07/2025): 4 điểm mạnh, 8 điểm yếu" in text
    press(page, "Đắk Nông")
    assert headings(page)[0] == "Đắk Nông: 5 điểm mạnh, 13 điểm yếu trong 22 thành phần"
    assert "tinh_cu=63-67" in page.url
    assert sideways_scroll(page) == 0


def test_the_whole_country_shows_an_example_and_says_so(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, cap="moi-cap", chi_so="PAPI"))
    assert "Đang chọn cả nước: Hà Nội được hiển thị làm ví dụ" in body_text(page)
    assert headings(page)[0] == "Hà Nội: 12 điểm mạnh, 10 điểm yếu trong 36 thành phần"
