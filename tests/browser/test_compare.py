"""The comparison as it is read: the indices side by side, the components of one, and the sets that a click fills in."""

import re

import pytest
from dashboard_server import Dashboard
from drawn_charts import charts, drawn_texts
from page_reading import body_text, headings, pictures_without_words, press, sideways_scroll, texts
from playwright.sync_api import Page, expect
from streamlit_page import open_page, wait_until_finished


def _cells(page: Page) -> list[list[str]]:
    """The rows of the table of indices, the heading first, each cell in one line."""
    rows = page.get_by_test_id("stTable").locator("tr").all()
    return [texts(row.locator("th, td")) for row in rows]


def test_a_province_stands_beside_its_nearest_peers(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("so-sanh", don_vi="63-67"))
    assert headings(page)[0] == (
        "So sánh Đắk Nông, Lào Cai (trước 01/07/2025), Quảng Trị (trước 01/07/2025), Hòa Bình, Phú Yên và "
        "Tuyên Quang (trước 01/07/2025)"
    )
    rows = {row[0]: row[1:] for row in _cells(page)}
    assert rows["PAPI 2024 thay đổi so với năm 2023"][0] == "40,54 † 58/61 (*) ▲ 3 (*) · +1,57"
    assert rows["PCI 2022 thay đổi so với năm 2021"][0] == "64,87 38/63 không so sánh được"
    assert rows["SIPAS 2023 thay đổi so với năm 2022"][1] == "– chưa thu thập được"
    said = body_text(page)
    assert "PCI 2022: có số liệu của 6/6 tỉnh, thành phố được chọn. Kỳ mới hơn" in said
    assert "(*) Thứ tự theo điểm do trang này tính" in said
    assert "PAPI 2024: trong 8 thành phần, Quảng Trị (trước 01/07/2025) dẫn đầu 7, Hòa Bình dẫn đầu 1." in said
    drawn = drawn_texts(charts(page).nth(0))
    assert {"Tham gia ở cấp cơ sở", "↔ 1,18", "Quảng Trị"} <= set(drawn)
    press(page, "English")
    assert _cells(page)[3][:2] == ["PAPI 2024 change since 2023", "40.54 † 58/61 (*) ▲ 3 (*) · +1.57"]
    press(page, "Table of percentiles")
    assert "the_hien=bang-mau" in page.url
    # Dak Nong in D1: 25 of 100, 46th of 61.
    assert "25" in drawn_texts(charts(page).nth(0))


def test_a_suggested_set_fills_the_address_in_one_click(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("so-sanh"))
    assert headings(page)[0] == "So sánh Hà Nội, TP. Hồ Chí Minh (trước 01/07/2025) và Đà Nẵng (trước 01/07/2025)"
    assert "Đây là ví dụ" in body_text(page)
    # The rank of Hà Nội did not change: "=" is no line under a heading.
    assert _cells(page)[1][1] == "– 3/63 ="
    page.get_by_role("button", name="Dẫn đầu PAPI 2024").click()
    wait_until_finished(page)
    assert headings(page)[0].startswith("So sánh Quảng Ninh, ")
    assert "so_sanh=63-22" in page.url
    page.get_by_role("link", name="Các tỉnh này qua các năm").click()
    wait_until_finished(page)
    expect(page).to_have_url(re.compile(r"/xu-huong\?.*so_sanh=63-22"))
    assert "chi_so=PAPI" in page.url


def test_the_34_and_the_63_are_not_mixed(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("so-sanh", don_vi="34-68", he="34", so_sanh=["34-01", "63-67"], chi_so="DTI"))
    expect(page.get_by_role("alert").first).to_contain_text("không có trong 34 tỉnh, thành phố: Đắk Nông.")
    assert _cells(page)[5][:3] == ["DTI 2024, 34 tỉnh, thành phố", "– chưa thu thập được", "0,8241 1/34 –"]
    page.get_by_role("button", name="So sánh theo 63 tỉnh, thành phố").click()
    wait_until_finished(page)
    assert _cells(page)[0][1:] == ["Bình Thuận", "Đắk Nông", "Lâm Đồng", "Hà Nội"]


@pytest.mark.viewport(390, 844)
def test_phone_shows_the_whole_page_in_its_width_and_in_words(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("so-sanh", don_vi="63-35"))
    for language in ("English", "Tiếng Việt"):
        press(page, language)
        assert sideways_scroll(page) == 0
        assert pictures_without_words(page) == []
