"""The targets page as it is read: verdicts, the review of a period, and a what-if, in both languages."""

from pathlib import Path

import pytest
from dashboard_server import Dashboard
from page_reading import (
    body_text,
    headings,
    pictures_without_words,
    press,
    sideways_scroll,
    table_rows,
)
from playwright.sync_api import Page
from streamlit_page import open_page, wait_until_finished

PAGE = "muc-tieu-va-giai-doan"


def test_targets_are_judged_by_the_published_results_and_entered_into_the_address(
    dashboard: Dashboard, page: Page
) -> None:
    # VCCI, PCI 2022: Bắc Giang second of 63 with 72.80. SIPAS is measured anew from 2022.
    targets = "&".join(
        f"muc_tieu={text}"
        for text in (
            "PCI.overall.2022.rank_at_most.5",
            "PCI.overall.2022.score_at_least.73",
            "SIPAS.overall.2022.score_kept.2021",
            "PCI.overall.2022.first",
        )
    )
    open_page(page, dashboard.address(PAGE, don_vi="63-24", chi_so="PCI") + f"&{targets}")
    assert "Liên kết có giá trị không hợp lệ (Mục tiêu: PCI.overall.2022.first)" in body_text(page)
    assert "Mục tiêu: 1 đạt, 1 không đạt, 1 chưa đủ cơ sở đánh giá" in headings(page)
    assert table_rows(page)[:2] == [
        ["PCI 2022: hạng 5 trở lên", "✓ Đạt", "2/63 · 72,80", "vượt 3 bậc", "nhập trên trang"],
        ["PCI 2022: điểm từ 73,00 trở lên", "✗ Không đạt", "2/63 · 72,80", "thiếu 0,20 điểm", "nhập trên trang"],
    ]
    assert table_rows(page)[2][1] == "? Chưa đủ cơ sở đánh giá"
    assert "Không so sánh được do thay đổi phương pháp." in body_text(page)
    # The list is long: what is typed finds the year.
    page.get_by_role("combobox", name="Năm", exact=True).click()
    page.keyboard.type("2022")
    page.get_by_role("option", name="2022", exact=True).click()
    wait_until_finished(page)
    page.get_by_role("textbox", name="Hạng, điểm hoặc năm gốc").fill("2,5")
    page.get_by_role("button", name="Thêm mục tiêu").click()
    wait_until_finished(page)
    assert '"2,5" không phải là hạng' in body_text(page)
    page.get_by_role("textbox", name="Hạng, điểm hoặc năm gốc").fill("1")
    page.get_by_role("button", name="Thêm mục tiêu").click()
    wait_until_finished(page)
    assert "muc_tieu=PCI.overall.2022.rank_at_most.1&" in page.url
    press(page, "English")
    # The later of two targets for the same thing stands.
    assert ["PCI 2022: rank 1 or better", "✗ Missed", "2/63 · 72.80", "1 place short", "this page"] in table_rows(page)
    assert pictures_without_words(page) == []


def test_a_file_of_targets_is_laid_over_for_the_visit(dashboard: Dashboard, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "muc-tieu.csv"
    file.write_text(
        "unit_system;province_code;index;component;year;kind;value;since_year;source\n"
        "63;67;PAPI;overall;2024;score_at_least;40,5;;\n"
        "63;67;PAPI;overall;2024;rank;40;;\n",
        "utf-8",
    )
    open_page(page, dashboard.address(PAGE, don_vi="63-67", phan="muc-tieu"))
    assert headings(page)[1] == "Đắk Nông: chưa có mục tiêu. Kết quả mới nhất để làm căn cứ đặt mục tiêu"
    page.get_by_text("Mục tiêu dạng tệp").click()
    wait_until_finished(page)
    page.locator("input[type=file]").set_input_files(file)
    wait_until_finished(page)
    # PAPI 2024: Đắk Nông 40.537382, 58th by score of the 61 measured.
    assert table_rows(page) == [
        ["PAPI 2024: điểm từ 40,50 trở lên", "✓ Đạt", "58/61 (*) · 40,54 †", "vượt 0,04 điểm", "tệp tải lên"]
    ]
    assert 'Dòng 3, cột kind: "rank" không hợp lệ' in body_text(page)
    assert "muc_tieu=&" in page.url


def test_a_period_is_reviewed_as_far_as_it_can_be_compared(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="34-01", chi_so="PAPI"))
    assert headings(page)[0] == "Giai đoạn"
    assert headings(page)[1].startswith("Giai đoạn 2022–2025, Hà Nội: trong 5 chỉ số có ")
    rows = {row[0]: row[2:] for row in table_rows(page)}
    # VCCI: 20th of 63 with 66.74 in 2022, 28th in 2023, 24th with 68.38 in 2024.
    assert rows["PCI"][:5] == ["2022: 66,74 (20/63)", "2023: (28/30)", "2024: 68,38 (24/30)", "+1,64", "▼ 4"]
    assert rows["DTI"][:5] == ["2022: 0,6098 (24/63)", "–", "2023: 0,7448 (6/63)", "+0,1350", "▲ 18"]
    assert rows["DTI"][5:] == ["▲ 51", "▼ 33"]
    text = body_text(page)
    assert "DTI: chỉ so sánh được 2022–2023 do thay đổi phương pháp." in text
    assert "PAPI 2022 → 2024: mức thay đổi thứ tự tính trong 59 tỉnh, thành phố có số liệu ở cả hai năm." in text
    assert "Tây Ninh: do tỉnh thay đổi tăng 57 vị trí" in text
    assert "Đồng bằng sông Hồng" in text
    assert pictures_without_words(page) == []
    press(page, "PCI")
    assert "PCI 2022 → 2024: chưa xác định được tỉnh cải thiện nhiều nhất" in body_text(page)
    assert "PCI 2024 thiếu 44/63 điểm." in body_text(page)
    press(page, "English")
    assert "PCI 2024 lacks 44 of 63 scores." in body_text(page)


def test_a_what_if_is_arithmetic_on_the_last_whole_edition(dashboard: Dashboard, page: Page) -> None:
    # PCI 2022, Quảng Nam 66.62: labour 5.35 → 8.00 with weight 1.
    open_page(page, dashboard.address(PAGE, don_vi="63-49", phan="phuong-an-thu", chi_so="PCI", gia_dinh="labor.8.00"))
    before = (
        "Quảng Nam: điểm tổng hợp 66,62 → 69,27 (tăng 2,65 điểm); thứ tự theo điểm 22/63 → 7/63 (*) (tăng 15 vị trí)"
    )
    assert headings(page)[1] == before
    assert "không phải dự báo" in body_text(page)
    assert pictures_without_words(page) == []
    page.get_by_role("button", name="Cao nhất: 7,94").click()
    wait_until_finished(page)
    # Land 7.23 → 7.94.
    assert headings(page)[1].startswith("Quảng Nam: điểm tổng hợp 66,62 → 69,98 (tăng 3,36 điểm)")
    assert "gia_dinh=land.7.94&gia_dinh=labor.8.00" in page.url
    # The value over a slider stands in one line.
    value = page.get_by_test_id("stSliderThumbValue").first.bounding_box()
    assert value
    assert value["height"] < 30
    land = page.get_by_role("slider").nth(1)
    land.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**land.7.90**")
    wait_until_finished(page)
    page.get_by_role("button", name="Về điểm đã công bố").click()
    wait_until_finished(page)
    assert headings(page)[1].startswith("Quảng Nam, PCI 2022: 66,62, thứ tự theo điểm 22/63 (*).")
    press(page, "SIPAS")
    press(page, "English")
    assert "The weights are not known of: Policy; Service delivery." in body_text(page)


@pytest.mark.viewport(390, 844)
def test_phone_shows_all_parts_in_its_width(dashboard: Dashboard, page: Page) -> None:
    # Today's Lâm Đồng is shown by its three predecessors; the whole country has an answer before a choice.
    for address in (
        dashboard.address(PAGE, don_vi="34-68"),
        dashboard.address(PAGE, don_vi="34-68", phan="phuong-an-thu", chi_so="PCI"),
        dashboard.address(PAGE),
    ):
        open_page(page, address)
        assert sideways_scroll(page) == 0
        assert pictures_without_words(page) == []
    assert "Tây Ninh (trước 01/07/2025): do tỉnh thay đổi tăng 57 vị trí" in body_text(page)
