"""The map as it is read: its shapes, its legend, the archipelagos, what lies under the mouse, and a click."""

from urllib.parse import parse_qs, urlsplit

import pytest
from dashboard_server import Dashboard
from drawn_charts import charts, click_on, hint, legend, point_to, provinces_drawn, provinces_hatched
from page_reading import body_text, captions, headings, language_of_page, pictures_without_words, press, sideways_scroll
from playwright.sync_api import Locator, Page, expect
from streamlit_page import open_page

ARCHIPELAGOS = {
    "vi": {"Quần đảo Hoàng Sa (Đà Nẵng)", "Quần đảo Trường Sa (Khánh Hòa)"},
    "en": {"Hoang Sa Archipelago (Da Nang)", "Truong Sa Archipelago (Khanh Hoa)"},
}
CREDIT_VI = (
    "Ranh giới tỉnh: Open Development Mekong (nguồn: Cục Đo đạc và Bản đồ, 2016), giấy phép CC BY-SA 4.0; "
    "đã đơn giản hoá; 34 tỉnh: ghép từ 63 tỉnh."
)
CREDIT_EN = (
    "Provincial boundaries: Open Development Mekong (source: Dept of Survey and Mapping, 2016), CC BY-SA 4.0; "
    "simplified; 34 provinces merged from the 63."
)


def names_at_sea(chart: Locator) -> set[str]:
    """The labels of two lines, which stand at the archipelagos; each is drawn in sight."""
    labels = chart.locator("g.mark-text.role-mark text:has(tspan)")
    expect(labels.first).to_be_visible()
    return {" ".join(label.locator("tspan").all_text_contents()) for label in labels.all() if label.is_visible()}


def test_papi_2024_of_the_63(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", chi_so="PAPI", nam="2024"))
    assert headings(page) == ["PAPI 2024: Quảng Ninh có điểm cao nhất (47,82 †)"]
    chart = charts(page).nth(0)
    assert (provinces_drawn(chart), provinces_hatched(chart)) == (63, 2)
    assert names_at_sea(chart) == ARCHIPELAGOS["vi"]
    assert legend(chart) == [
        "39,91 đến 41,63 (13 tỉnh)",
        "trên 41,63 đến 43,07 (12 tỉnh)",
        "trên 43,07 đến 43,89 (12 tỉnh)",
        "trên 43,89 đến 44,87 (12 tỉnh)",
        "trên 44,87 đến 47,82 (12 tỉnh)",
        "Không có số liệu (2 tỉnh)",
    ]
    assert CREDIT_VI in captions(page)
    said = body_text(page)
    for province in ("Tiền Giang", "Vĩnh Phúc"):
        assert f"đơn vị công bố không đưa {province} vào đánh giá năm 2024" in said
    point_to(page, chart, "Cần Thơ")
    assert hint(page) == "Cần Thơ Điểm 40,44 † Thứ tự theo điểm (*) 59/61 (*)"
    press(page, "English")
    assert language_of_page(page) == "en"
    assert headings(page) == ["PAPI 2024: Quang Ninh has the highest score (47.82 †)"]
    chart = charts(page).nth(0)
    assert names_at_sea(chart) == ARCHIPELAGOS["en"]
    assert legend(chart)[-1] == "No data (2 provinces)"
    assert legend(chart)[0] == "39.91 to 41.63 (13 provinces)"
    assert CREDIT_EN in captions(page)


def test_dti_2024_of_the_34(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", chi_so="DTI", nam="2024", he="34"))
    assert headings(page) == ["DTI 2024, 34 tỉnh, thành phố: Hà Nội xếp thứ nhất (0,8241)"]
    chart = charts(page).nth(0)
    assert (provinces_drawn(chart), provinces_hatched(chart)) == (34, 26)
    assert names_at_sea(chart) == ARCHIPELAGOS["vi"]
    assert legend(chart)[-1] == "Không có số liệu (26 tỉnh)"
    press(page, "English")
    assert headings(page) == ["DTI 2024, 34 provinces: Ha Noi ranks first (0.8241)"]
    chart = charts(page).nth(0)
    assert provinces_drawn(chart) == 34
    assert names_at_sea(chart) == ARCHIPELAGOS["en"]
    assert legend(chart)[-1] == "No data (26 provinces)"


def test_click_on_a_province_chooses_it(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", chi_so="PAPI", nam="2024"))
    click_on(page, charts(page).nth(0), "Cần Thơ")
    assert parse_qs(urlsplit(page.url).query)["don_vi"] == ["63-92"]
    assert "PAPI 2024: Cần Thơ (trước 01/07/2025) đạt 40,44 điểm †, thuộc Nhóm điểm thấp nhất" in body_text(page)
    # What is chosen already lies under an outline, which answers too.
    click_on(page, charts(page).nth(0), "Hà Nội")
    query = parse_qs(urlsplit(page.url).query)
    assert (query["don_vi"], query["chi_so"], query["nam"]) == (["63-01"], ["PAPI"], ["2024"])
    assert "PAPI 2024: Hà Nội đạt 43,77 điểm" in body_text(page)
    page.go_back()
    expect(page.get_by_text("PAPI 2024: Cần Thơ (trước 01/07/2025) đạt 40,44 điểm")).to_be_visible()


def test_map_by_group(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", chi_so="PAPI", nam="2024", the_hien="nhom"))
    assert legend(charts(page).nth(0)) == [
        "Nhóm điểm cao nhất (15 tỉnh)",
        "Nhóm trung bình cao (15 tỉnh)",
        "Nhóm trung bình thấp (15 tỉnh)",
        "Nhóm điểm thấp nhất (16 tỉnh)",
        "Không có số liệu (2 tỉnh)",
    ]


def test_map_by_rank(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", chi_so="PCI", nam="2022", the_hien="hang", ngon_ngu="en"))
    chart = charts(page).nth(0)
    assert legend(chart)[0].startswith("Rank, order (*) 1–")
    point_to(page, chart, "Da Nang")
    assert hint(page) == "Da Nang Score 68.52 Rank, order (*) 9/63"


def test_map_of_change(dashboard: Dashboard, page: Page) -> None:
    address = dashboard.address("ban-do", chi_so="PAPI", nam="2024", tu_nam="2023", the_hien="thay-doi")
    open_page(page, address)
    assert headings(page) == ["PAPI 2024: thay đổi điểm so với năm 2023"]
    chart = charts(page).nth(0)
    # Missing in 2023: Quảng Ninh and Bình Dương; in 2024: Vĩnh Phúc and Tiền Giang.
    assert legend(chart)[-1] == "Không có số liệu (4 tỉnh)"
    assert provinces_hatched(chart) == 4
    # 43,774715 after 43,960305.
    point_to(page, chart, "Hà Nội")
    assert hint(page).startswith("Hà Nội Thay đổi điểm −0,19")
    open_page(page, dashboard.address("ban-do", chi_so="PAPI", nam="2018", tu_nam="2017", the_hien="thay-doi"))
    assert "Không so sánh được do thay đổi phương pháp. Từ năm 2018 Chỉ số PAPI gồm tám" in body_text(page)
    assert charts(page).count() == 0


@pytest.mark.viewport(390, 844)
def test_phone_shows_the_whole_page_in_its_width_and_in_words(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", don_vi="63-67", chi_so="PAPI"))
    for language, code in {"Tiếng Việt": "vi", "English": "en"}.items():
        press(page, language)
        assert sideways_scroll(page) == 0
        assert pictures_without_words(page) == []
        assert names_at_sea(charts(page).nth(0)) == ARCHIPELAGOS[code]
