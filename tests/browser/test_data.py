"""The page on data and methods as it is read: coverage, methods, sources, notes, files, in both languages."""

import json
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from dashboard_server import Dashboard
from drawn_charts import charts, drawn_texts, legend
from page_reading import (
    body_text,
    drawn_rows,
    headings,
    keep_drawn_texts,
    pictures_without_words,
    press,
    sideways_scroll,
)
from playwright.sync_api import Page, expect
from streamlit_page import open_page, wait_until_finished

PAGE = "du-lieu-va-phuong-phap"


def test_coverage_says_what_is_held_and_a_square_opens_its_ranking(dashboard: Dashboard, page: Page) -> None:
    keep_drawn_texts(page)
    open_page(page, dashboard.address(PAGE, don_vi="63-35"))
    assert headings(page) == [
        "35 trong 62 kỳ đã công bố có đủ điểm tổng hợp",
        "Đã có trong danh mục, chưa có số liệu (2)",
    ]
    assert "Hà Nam: số kỳ có kết quả trong dữ liệu trên số kỳ đã công bố: PAR INDEX 0/13 · SIPAS 0/8" in body_text(page)
    assert pictures_without_words(page) == []
    assert legend(charts(page).nth(0))[0] == "đủ điểm"
    assert drawn_texts(charts(page).nth(0)).count("61/61") == 5
    rows = [row[:3] for row in drawn_rows(page)]
    assert ["PCI 2024", "19/63", "chỉ công bố 30 địa phương dẫn đầu"] in rows
    assert ["PAR INDEX 2023", "31/63", "còn 32 điểm chưa thu thập được"] in rows
    press(page, "English")
    assert headings(page)[0] == "All scores are held of 35 of 62 published editions"
    charts(page).nth(0).locator("text", has_text="8/34").click()
    page.wait_for_url("**/bang-xep-hang?**")
    wait_until_finished(page)
    asked = parse_qs(urlsplit(page.url).query)
    assert [asked[name] for name in ("chi_so", "nam", "he", "don_vi", "ngon_ngu")] == [
        ["DTI"], ["2024"], ["34"], ["63-35"], ["en"],
    ]  # fmt: skip
    page.go_back()
    expect(page.get_by_role("heading", name="All scores are held")).to_be_visible()


def test_a_square_without_figures_says_why(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE))
    charts(page).nth(0).locator("text", has_text="?").first.click()
    wait_until_finished(page)
    assert "DTI 2025: chưa tìm thấy kết quả." in body_text(page)
    assert PAGE in page.url


@pytest.mark.viewport(390, 844)
def test_indices_without_figures_say_so_and_their_forms_are_one_click_away(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE))
    said = body_text(page)
    assert "PGI: Chỉ số Xanh cấp tỉnh (VCCI)" in said
    assert "Vai trò của chính quyền tỉnh; Ưu đãi và dịch vụ hỗ trợ. Tổng điểm tối đa là 40." in said
    rows = [" ".join(row.inner_text().split()) for row in page.get_by_role("row").all()]
    assert "PGI 2022 11/04/2023 chưa có số liệu: đã công bố, chưa thu thập được Excel 2022" in rows
    assert "PII 2025 01/10/2025 chưa có số liệu: đã công bố, chưa thu thập được Excel 2025" in rows
    assert sideways_scroll(page) == 0
    with page.expect_download() as waited:
        page.get_by_role("link", name="Excel 2024").first.click()
    assert waited.value.suggested_filename == "PGI-2024.xlsx"


@pytest.mark.viewport(390, 844)
def test_sections_on_a_phone(dashboard: Dashboard, page: Page) -> None:
    keep_drawn_texts(page)
    open_page(page, dashboard.address(PAGE, muc="phuong-phap"))
    text = body_text(page)
    assert "SIPAS, 2021 → 2022 không so sánh được" in text
    assert "giá trị trung bình cả nước giảm từ 87,16% xuống 80,08%" in text
    assert pictures_without_words(page) == []
    assert sideways_scroll(page) == 0
    press(page, "Ghi chú và giới hạn")
    text = body_text(page)
    assert "PAR INDEX: có 163/819 điểm tổng hợp của 13 kỳ đã công bố" in text
    assert "Thứ hạng đã được công bố nhưng chưa thu thập được. 158 rank_not_gathered" in text
    assert sideways_scroll(page) == 0
    press(page, "Nguồn số liệu")
    assert headings(page) == ["516 nguồn, trong đó 395 nguồn có số liệu đang dùng"]
    assert "Đã biết mã băm tệp của cơ quan công bố đối với 12 nguồn" in body_text(page)
    assert sideways_scroll(page) == 0


@pytest.mark.slow
def test_a_source_is_found_without_tone_marks_and_by_its_address(dashboard: Dashboard, page: Page) -> None:
    keep_drawn_texts(page)
    open_page(page, dashboard.address(PAGE, muc="nguon", tim_nguon="quyet dinh 922", ngon_ngu="en"))
    assert headings(page) == ["516 sources; figures rest on 395 of them"]
    titles = [row[1] for row in drawn_rows(page)]
    assert any("922/QĐ-BTTTT" in title for title in titles[1:])
    assert all("PCI 2006" not in title for title in titles)
    open_page(page, dashboard.address(PAGE, muc="nguon", tim_nguon="nothing like this"))
    assert "Không có nguồn nào chứa “nothing like this”. Hãy thử từ ngắn hơn." in body_text(page)


def test_files_and_addresses(dashboard: Dashboard, page: Page, tmp_path: Path) -> None:
    open_page(page, dashboard.address(PAGE, muc="tai-ve"))
    assert headings(page)[0].endswith(": 42.399 số liệu")
    with page.expect_download() as waited:
        page.get_by_role("button", name="Toàn bộ dữ liệu, CSV").click()
    waited.value.save_as(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.read("observations.csv").count(b"\n") == 42400
    with page.expect_download() as waited:
        page.get_by_role("button", name="Biểu mẫu mục tiêu, CSV").click()
    waited.value.save_as(tmp_path / "targets.csv")
    header = "unit_system,province_code,index,component,year,kind,value,since_year,source"
    assert (tmp_path / "targets.csv").read_text("utf-8-sig").strip() == header
    catalogue = f"{dashboard.url}/du-lieu/danh-muc.json"
    assert page.get_by_role("link", name="/du-lieu/danh-muc.json").get_attribute("href") == catalogue
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(catalogue) as answer:
        assert json.load(answer)["figures"] == 42399
    page.get_by_text("Python (pandas)").click()
    expect(page.locator("code", has_text=f"{dashboard.url}/du-lieu/observations.csv").first).to_be_visible()
