"""Hà Nam, of which no figure of SIPAS is held: each page says so and has the form of the edition one click away."""

import re

import pytest
from dashboard_server import Dashboard
from page_reading import body_text
from playwright.sync_api import Page, expect
from streamlit_page import open_page

_SAID = "SIPAS 2024: chưa thu thập được kết quả của Hà Nam."
PAGES = {
    "bang-xep-hang": _SAID,
    "xu-huong": _SAID,
    "thay-doi-thu-hang": _SAID,
    "ban-do": _SAID,
    "so-sanh": "chưa thu thập được",
    "ho-so-tinh": _SAID,
    "diem-manh-diem-yeu": "SIPAS 2024",
    "muc-tieu-va-giai-doan": "SIPAS 2022, 2023 và 2024: không có kết quả của Hà Nam (chưa thu thập được).",
}


@pytest.mark.slow
@pytest.mark.parametrize(("place", "said"), PAGES.items(), ids=list(PAGES))
def test_a_page_says_what_is_missing_and_offers_the_form(
    dashboard: Dashboard, page: Page, place: str, said: str
) -> None:
    open_page(page, dashboard.address(place, don_vi="63-35", chi_so="SIPAS", phan="giai-doan"))
    assert said in body_text(page)
    page.get_by_role("button", name="Biểu mẫu để điền điểm").last.click()
    form = page.get_by_test_id("stPopoverBody").get_by_role("link", name=re.compile(r"Tải biểu mẫu SIPAS 202\d"))
    expect(form.last).to_be_visible()
    # A relative address: the page is kept for everyone, by whatever name of the server they came.
    assert re.fullmatch(r"du-lieu/bieu-mau/SIPAS-202\d\.xlsx", form.last.get_attribute("href") or "")
    assert form.last.evaluate("link => link.href").startswith(f"{dashboard.url}/du-lieu/bieu-mau/")
