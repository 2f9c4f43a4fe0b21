"""Fixtures of the browser tests: one dashboard and one browser for all, a fresh page for each."""

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from chromium import HOW_TO_GET_ONE, find_chromium, launch_options
from dashboard_server import Dashboard, release_to_show, running_dashboard
from page_record import PageRecord
from playwright.sync_api import Browser, Page, sync_playwright

DESKTOP = (1440, 900)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium. Where there is none the tests are skipped, or fail if REQUIRE_BROWSER=1."""
    with sync_playwright() as playwright:
        executable = find_chromium(playwright.chromium)
        if executable is None:
            if os.environ.get("REQUIRE_BROWSER") == "1":
                pytest.fail(HOW_TO_GET_ONE, pytrace=False)
            pytest.skip(HOW_TO_GET_ONE)
        chromium = playwright.chromium.launch(executable_path=executable, args=launch_options())
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def dashboard(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The running dashboard, on the release that DASHBOARD_RELEASE names or on one built for these tests.

    Asks for the browser first, so that nothing is built where the tests are skipped.
    """
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("dashboard")
    release = release_to_show(folder / "release")
    with running_dashboard(release, folder / "server.log") as running:
        yield running


@pytest.fixture
def page_record() -> PageRecord:
    """What the page of this test did: `errors` of its console, requests that left the machine."""
    return PageRecord()


@pytest.fixture
def own_servers() -> Iterator[ExitStack]:
    """Where a test enters a dashboard of its own: it ends after the page, which would miss it on its console."""
    with ExitStack() as servers:
        yield servers


@pytest.fixture
def page(
    browser: Browser, request: pytest.FixtureRequest, page_record: PageRecord, own_servers: ExitStack
) -> Iterator[Page]:
    """A page in a fresh profile, 1440 × 900 or as `@pytest.mark.viewport(width, height)` says.

    The test fails if a request of the page leaves this machine or its console shows an error.
    """
    marker = request.node.get_closest_marker("viewport")
    width, height = marker.args if marker else DESKTOP
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
    )
    page_record.watch(context)
    # The stack is asked for so that it is emptied after this page is closed.
    assert own_servers
    yield context.new_page()
    context.close()
    assert page_record.left_the_machine == [], "requests left this machine"
    assert page_record.errors == [], "errors on the browser's console"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Print the server's log under a failed test, and a missing browser once instead of once a test."""
    report: pytest.TestReport = yield  # pyright: ignore[reportAssignmentType]
    if report.skipped and HOW_TO_GET_ONE in str(report.longrepr):
        report.longrepr = ("tests/browser", None, HOW_TO_GET_ONE)  # pyright: ignore[reportAttributeAccessIssue]
    running = getattr(item, "funcargs", {}).get("dashboard")
    if report.failed and isinstance(running, Dashboard):
        report.sections.append(("the dashboard's log", running.log_text()[-8000:]))
    return report  # pyright: ignore[reportReturnType]
