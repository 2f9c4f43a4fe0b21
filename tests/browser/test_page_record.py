"""The watch on what pages ask for must itself be able to fail."""

from page_record import PageRecord
from playwright.sync_api import Browser


def test_a_request_to_another_machine_is_noticed(browser: Browser) -> None:
    record = PageRecord()
    context = browser.new_context()
    record.watch(context)
    page = context.new_page()
    with page.expect_event("requestfailed"):
        page.set_content(
            '<img src="https://example.org/picture.png"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
        )
    context.close()
    assert record.left_the_machine == ["https://example.org/picture.png"]


def test_errors_of_scripts_are_noticed(browser: Browser) -> None:
    record = PageRecord()
    context = browser.new_context()
    record.watch(context)
    page = context.new_page()
    with page.expect_event("pageerror"):
        page.set_content("<script>console.error('said'); throw new Error('thrown')</script>")
    context.close()
    assert record.errors == ["said", "thrown"]
