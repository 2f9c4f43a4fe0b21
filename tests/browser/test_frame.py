"""What stands around every page: the picker that finds a province by any name, the guide, the page in a frame."""

import re

import pytest
from dashboard_server import Dashboard
from page_reading import body_text, headings, press, sideways_scroll, texts
from playwright.sync_api import Page, expect
from streamlit_page import open_page, wait_until_finished

WELCOME = "Hãy chọn một tỉnh, thành phố để bắt đầu."

FOUND = {
    "tphcm": ["TP. Hồ Chí Minh", "TP. Hồ Chí Minh (đến 30/06/2025)"],
    "hcm": ["TP. Hồ Chí Minh", "TP. Hồ Chí Minh (đến 30/06/2025)"],
    "brvt": ["Bà Rịa - Vũng Tàu (đến 30/06/2025)"],
    "dak nong": ["Đắk Nông (đến 30/06/2025)"],
    "ĐẮK NÔNG": ["Đắk Nông (đến 30/06/2025)"],
    "thua thien": ["Thừa Thiên Huế (đến 30/06/2025)"],
    "can tho": ["Cần Thơ", "Cần Thơ (đến 30/06/2025)"],
}


def test_picker_finds_provinces_without_tone_marks_by_former_names_and_abbreviations(
    dashboard: Dashboard, page: Page
) -> None:
    open_page(page, dashboard.address())
    picker = page.get_by_role("combobox", name="Tỉnh, thành phố", exact=True)
    for typed, names in FOUND.items():
        picker.click()
        picker.fill(typed)
        options = page.get_by_role("option")
        expect(options).to_have_count(len(names))
        assert [text.split(" · ")[0] for text in texts(options)] == names, typed
        page.keyboard.press("Escape")
    picker.click()
    picker.fill("brvt")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_until_finished(page)
    assert "don_vi=63-77" in page.url
    assert headings(page)[0] == "Bà Rịa - Vũng Tàu: kết quả mới nhất của các chỉ số"


def test_guide_has_four_steps_and_the_welcome_goes_when_it_is_closed(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address())
    assert WELCOME in body_text(page)
    page.get_by_role("button", name="Hướng dẫn").click()
    steps = page.get_by_test_id("stPopoverBody").get_by_role("listitem")
    expect(steps).to_have_count(4)
    assert texts(steps)[0] == "Chọn tỉnh, thành phố ở đầu trang."
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Đóng", exact=True).click()
    wait_until_finished(page)
    assert WELCOME not in body_text(page)
    page.get_by_role("link", name="Xu hướng", exact=True).click()
    wait_until_finished(page)
    assert WELCOME not in body_text(page)


def test_welcome_is_for_the_bare_address_and_goes_when_a_province_is_chosen(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("bang-xep-hang", chi_so="PCI"))
    assert WELCOME not in body_text(page)
    open_page(page, dashboard.address())
    press(page, "English")
    assert "Choose a province to begin." in body_text(page)
    page.get_by_role("combobox", name="Province", exact=True).click()
    page.keyboard.type("Ha Nam")
    page.get_by_role("option").first.click()
    wait_until_finished(page)
    assert "Choose a province to begin." not in body_text(page)


@pytest.mark.viewport(700, 900)
def test_embedded_page_stands_alone_in_a_frame_of_a_portal(dashboard: Dashboard, page: Page) -> None:
    """PCI 2022 in a frame 640 pixels wide, as a portal of a province would show it."""
    address = dashboard.address("thay-doi-thu-hang", embed="true", don_vi="63-67", chi_so="PCI", nam="2022")
    page.set_content(f'<h1>Portal</h1><iframe src="{address}" width="640" height="820" title="PCI"></iframe>')
    framed = page.frame_locator("iframe")
    expect(framed.get_by_role("heading", name=re.compile("PCI 2021 → 2022"))).to_be_visible(timeout=30_000)
    expect(framed.get_by_test_id("stVegaLiteChart").locator("svg.marks").first).to_be_visible()
    expect(framed.get_by_role("link", name="Xu hướng", exact=True)).to_have_count(0)
    expect(framed.get_by_role("combobox", name="Tỉnh, thành phố", exact=True)).to_have_count(0)
    expect(framed.get_by_role("radio", name="English")).to_have_count(0)
    whole = framed.get_by_role("link", name="Bảng theo dõi các chỉ số cấp tỉnh")
    href = whole.get_attribute("href") or ""
    assert href.startswith(f"{dashboard.url}/thay-doi-thu-hang?")
    assert "embed" not in href
    open_page(page, href)
    assert headings(page)[0].startswith("PCI 2021 → 2022")
    expect(page.get_by_role("link", name="Xu hướng", exact=True)).to_be_visible()


@pytest.mark.slow
@pytest.mark.viewport(480, 600)
@pytest.mark.parametrize("url_path", ["ban-do", "xu-huong", "bang-xep-hang", "ho-so-tinh"])
def test_embedded_page_fits_a_narrow_frame(dashboard: Dashboard, page: Page, url_path: str) -> None:
    open_page(page, dashboard.address(url_path, embed="true", don_vi="63-67"))
    assert sideways_scroll(page) == 0
    expect(page.get_by_role("combobox", name="Tỉnh, thành phố", exact=True)).to_have_count(0)
