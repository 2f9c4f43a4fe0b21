"""Streamlit speaks English only: on a Vietnamese page none of its own words is seen."""

import pytest
from dashboard_server import Dashboard
from playwright.sync_api import Locator, Page, Position, expect
from streamlit_page import open_page, wait_until_finished

RANKING = {"chi_so": "PAPI", "nam": "2024"}


def seen_in_place_of(found: Locator) -> str:
    """What stands where a text of Streamlit's was; the text itself has no height."""
    assert found.evaluate("(place) => getComputedStyle(place).fontSize") == "0px"
    return found.evaluate("(place) => getComputedStyle(place, '::after').content").strip('"')


def test_tools_and_menus_of_a_table_are_left_out(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("bang-xep-hang", **RANKING))
    table = page.get_by_test_id("stDataFrame")
    table.hover(position={"x": 300, "y": 200})
    expect(page.get_by_test_id("stElementToolbar").first).to_be_hidden()
    # The three dots at the end of the first heading.
    heading: Position = {"x": 188, "y": 18}
    table.hover(position=heading)
    table.click(position=heading)
    expect(page.get_by_text("Sort ascending")).to_be_hidden()


def test_tools_over_a_chart_are_left_out(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("xu-huong", chi_so="PAPI"))
    page.get_by_test_id("stVegaLiteChart").first.hover()
    expect(page.get_by_test_id("stElementToolbar").first).to_be_hidden()


def test_search_box_says_what_to_do_in_the_language_of_the_page(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("bang-xep-hang", **RANKING))
    box = page.get_by_placeholder("Nhập tên rồi nhấn Enter")
    box.fill("dak")
    expect(page.get_by_test_id("InputInstructions")).to_be_hidden()
    box.press("Enter")
    wait_until_finished(page)


@pytest.mark.parametrize(
    ("language", "nothing", "skip"),
    [
        ("vi", "Không có lựa chọn phù hợp", "Đến nội dung chính"),
        ("en", "Nothing matches", "Skip to the content"),
    ],
)
def test_words_that_must_stay_are_said_in_the_language_of_the_page(
    dashboard: Dashboard, page: Page, language: str, nothing: str, skip: str
) -> None:
    open_page(page, dashboard.address("bang-xep-hang", ngon_ngu=language, **RANKING))
    assert seen_in_place_of(page.get_by_test_id("stSkipToContent")) == skip
    page.get_by_role("combobox").first.click()
    page.keyboard.type("zzzz")
    assert seen_in_place_of(page.get_by_text("No results")) == nothing
