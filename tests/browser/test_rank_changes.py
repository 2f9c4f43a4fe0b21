"""The page of rank changes as it is read: who rose and fell, and no change where two editions are not compared."""

import pytest
from dashboard_server import Dashboard
from drawn_charts import change_rows, charts, drawn_texts
from page_reading import body_text, headings, language_of_page, pictures_without_words, press, sideways_scroll
from playwright.sync_api import Page, expect
from streamlit_page import open_page

ARROWS = ("▲", "▼", "=")
RULES = "g.mark-rule.role-mark line"
POINTS = "g.mark-symbol.role-mark path"


def test_papi_2017_to_2018_prints_both_figures_and_no_change(dashboard: Dashboard, page: Page) -> None:
    address = dashboard.address("thay-doi-thu-hang", don_vi="63-67", chi_so="PAPI", tu_nam="2017", nam="2018")
    open_page(page, address)
    assert headings(page) == ["PAPI 2017 → 2018: không so sánh được"]
    expect(page.get_by_role("alert")).to_have_text(
        "Không so sánh được do thay đổi phương pháp. Từ năm 2018 Chỉ số PAPI gồm tám chỉ số nội dung (thang điểm 8-80) "
        "thay cho sáu (thang điểm 6-60); cơ quan công bố khuyến nghị không so sánh điểm tổng hợp năm 2018 với các năm "
        "trước."
    )
    assert (
        "PAPI 2018: Đắk Nông đạt 44,59 điểm, thứ tự theo điểm 23/61; "
        "không so sánh với năm 2017 do thay đổi phương pháp."
    ) in body_text(page)
    chart = charts(page).nth(0)
    rows = change_rows(chart)
    assert len(rows) == 63
    assert (rows["1. Lạng Sơn"], rows["23. Đắk Nông"], rows["54. Hà Nội"]) == ("34,96 †", "34,57 †", "34,63 †")
    assert rows["– Quảng Ninh"] == "36,72 †"
    assert not [text for text in drawn_texts(chart) if text.startswith(ARROWS)]
    # One dot a province for 2018, and no line from the figure of 2017.
    assert (chart.locator(RULES).count(), chart.locator(POINTS).count()) == (0, 61)
    press(page, "English")
    assert language_of_page(page) == "en"
    assert headings(page) == ["PAPI 2017 → 2018: not compared"]
    expect(page.get_by_role("alert")).to_contain_text("Not comparable: the method changed.")
    assert change_rows(charts(page).nth(0))["23. Dak Nong"] == "34.57 †"
    assert not [text for text in drawn_texts(charts(page).nth(0)) if text.startswith(ARROWS)]


def test_papi_2022_to_2023_is_counted_among_the_59(dashboard: Dashboard, page: Page) -> None:
    address = dashboard.address("thay-doi-thu-hang", don_vi="63-67", chi_so="PAPI", tu_nam="2022", nam="2023")
    open_page(page, address)
    assert headings(page) == [
        "PAPI 2022 → 2023: 26 tỉnh tăng, 30 tỉnh giảm, 3 tỉnh giữ nguyên; nhiều nhất: Hà Giang, tăng 29 vị trí",
        "Đắk Nông: thay đổi 2022 → 2023 theo thành phần",
    ]
    said = body_text(page)
    assert "giảm 10 vị trí trong 59 tỉnh có số liệu ở cả hai năm, giảm 1,56 điểm so với năm 2022." in said
    assert "Thay đổi thứ hạng được tính trong 59 tỉnh, thành phố có số liệu ở cả hai năm." in said
    chart = charts(page).nth(0)
    rows = change_rows(chart)
    assert len(rows) == 63
    assert rows["1. Thừa Thiên Huế"] == "▲ 2"
    assert rows["2. Thái Nguyên"] == "▲ 18"
    assert rows["11. Hà Giang"] == "▲ 29"
    assert rows["27. Đà Nẵng"] == "▲ 2"
    assert rows["61. Đắk Nông"] == "▼ 10"
    # Measured in one of the two years only.
    assert (rows["3. Bắc Ninh"], rows["10. Bắc Giang"], rows["– Quảng Ninh"]) == ("–", "–", "–")
    assert chart.locator(RULES).count() == 59
    press(page, "English")
    assert headings(page) == [
        "PAPI 2022 → 2023: 26 rose, 30 fell, 3 unchanged; most: Ha Giang, up 29 positions",
        "Dak Nong: the change 2022 → 2023 by component",
    ]
    assert "Changes of place are counted among the 59 provinces with figures in both years." in body_text(page)
    assert change_rows(charts(page).nth(0))["11. Ha Giang"] == "▲ 29"


def test_pci_2022_to_2023_says_what_is_published(dashboard: Dashboard, page: Page) -> None:
    address = dashboard.address("thay-doi-thu-hang", don_vi="63-67", chi_so="PCI", tu_nam="2022", nam="2023")
    open_page(page, address)
    assert headings(page) == [
        "PCI 2022 → 2023: 9 tỉnh tăng, 6 tỉnh giảm, 4 tỉnh giữ nguyên; hiện có thứ hạng hai năm của 19/63 tỉnh",
        "Đắk Nông: thay đổi 2022 → 2023 theo thành phần",
    ]
    assert (
        "Từ năm 2023 chỉ công bố điểm và thứ hạng của 30 tỉnh, thành phố dẫn đầu; cách đo lường không thay đổi."
    ) in body_text(page)
    rows = change_rows(charts(page).nth(0))
    assert (rows["1. Quảng Ninh"], rows["2. Long An"], rows["4. Bắc Giang"]) == ("=", "▲ 8", "▼ 2")
    assert (rows["21. Đắk Nông"], rows["44. Nghệ An"]) == ("▲ 17", "▼ 21")
    # No rank of 2022 is held for Hải Dương, none of 2023 for Đà Nẵng.
    assert (rows["17. Hải Dương"], rows["– Đà Nẵng"]) == ("–", "–")
    press(page, "English")
    assert (
        "From 2023 score and rank are published for the best 30 provinces only; the measure did not change."
    ) in body_text(page)
    assert change_rows(charts(page).nth(0))["21. Dak Nong"] == "▲ 17"


@pytest.mark.viewport(390, 844)
def test_phone_shows_the_whole_page_in_its_width_and_in_words(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("thay-doi-thu-hang", don_vi="63-67", chi_so="PAPI"))
    for language, row in {"Tiếng Việt": "58. Đắk Nông", "English": "58. Dak Nong"}.items():
        press(page, language)
        assert sideways_scroll(page) == 0
        assert pictures_without_words(page) == []
        assert change_rows(charts(page).nth(0))[row] == "▲ 3"


def test_a_change_over_several_years_says_which_components_it_comes_from(dashboard: Dashboard, page: Page) -> None:
    address = dashboard.address("thay-doi-thu-hang", don_vi="63-94", chi_so="PAPI", tu_nam="2021", nam="2024")
    open_page(page, address)
    assert headings(page) == [
        "PAPI 2021 → 2024: 26 tỉnh tăng, 31 tỉnh giảm, 1 tỉnh giữ nguyên; nhiều nhất: Sóc Trăng, tăng 43 vị trí",
        "Sóc Trăng: thay đổi 2021 → 2024 theo thành phần",
    ]
    assert "Đóng góp nhiều nhất vào mức tăng: Kiểm soát tham nhũng (+1,08 điểm)." in body_text(page)
    assert {"+1,08", "+1,07", "+0,98", "+0,69", "+0,61", "+0,52", "+0,21", "−0,01", "+5,15"} <= set(
        drawn_texts(charts(page).nth(1))
    )
    press(page, "English")
    assert headings(page)[1] == "Soc Trang: the change 2021 → 2024 by component"
