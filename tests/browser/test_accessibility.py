"""WCAG 2.2 AA, as far as a program can judge it (axe), on every page; and the filters by keyboard alone.

Left to axe: contrast, names of buttons and fields, order of headings, sizes of targets, languages. Text alternatives
of charts and tables are looked for by each page's own test.
"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from dashboard_server import Dashboard
from page_reading import body_text, headings
from playwright.sync_api import Page, expect
from streamlit_page import open_page, show_whole_length, wait_until_finished

from ui.page_list import PAGES

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
GRAVE = {"serious", "critical"}
PROVINCE = {"don_vi": "63-67"}


def findings(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds on the page as it stands, the grave ones: rule, message and element."""
    found = Axe().run(page, options=rules).response["violations"]
    return [
        f"{violation['id']}: {node['failureSummary']} {node['html'][:200]}"
        for violation in found
        if violation["impact"] in GRAVE or violation["id"] == "heading-order"
        for node in violation["nodes"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("url_path", [entry.url_path for entry in PAGES])
def test_page_has_no_grave_finding(dashboard: Dashboard, page: Page, url_path: str, language: str) -> None:
    open_page(page, dashboard.address(url_path, ngon_ngu=language, **PROVINCE))
    # What lies outside the window is not judged.
    show_whole_length(page)
    assert findings(page) == []
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.viewport(390, 844)
def test_phone_with_the_guide_open_has_no_grave_finding(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("bang-xep-hang"))
    page.get_by_role("button", name="Hướng dẫn").click()
    expect(page.get_by_role("listitem").filter(has_text="Chọn tỉnh")).to_be_visible()
    assert findings(page) == []


def test_filters_by_keyboard_alone(dashboard: Dashboard, page: Page) -> None:
    """From the picker over the indices to the year, with Tab, arrows, letters and Enter."""
    open_page(page, dashboard.address("bang-xep-hang", chi_so="PCI", nam="2022"))
    page.get_by_role("combobox", name="Tỉnh, thành phố").focus()
    page.keyboard.type("dak nong")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_until_finished(page)
    assert "PCI 2022: Đắk Nông đạt 64,87 điểm, hạng 38/63" in body_text(page)
    # Tab comes to the first of the buttons, arrows go on from there.
    _tab_to(page, "PAR INDEX")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    wait_until_finished(page)
    assert headings(page)[0].startswith("PAPI 2022")
    _tab_to(page, "Năm")
    page.keyboard.type("2024")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_until_finished(page)
    assert headings(page)[0] == "PAPI 2024: Quảng Ninh có điểm cao nhất (47,82 †)"


_FOCUSED = """
() => {
  const element = document.activeElement;
  return element.getAttribute('aria-label') || element.closest('label')?.innerText || element.innerText || '';
}
"""


def _tab_to(page: Page, name: str, at_most: int = 60) -> None:
    """Press Tab until what is so named has the focus."""
    passed: list[str] = []
    for _ in range(at_most):
        page.keyboard.press("Tab")
        focused = str(page.evaluate(_FOCUSED)).strip()
        if focused == name:
            return
        passed.append(focused)
    message = f"{name!r} was not reached by Tab; passed: {passed}"
    raise AssertionError(message)
