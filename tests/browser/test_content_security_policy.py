"""Every page under the policy that nginx sends: it draws, and the browser refuses nothing of it."""

import re
from pathlib import Path

import pytest
from dashboard_server import PROJECT, Dashboard
from page_record import PageRecord
from playwright.sync_api import Page, Route, expect
from streamlit_page import open_page

from ui.page_list import PAGES

TEMPLATE = Path(PROJECT) / "deploy" / "nginx" / "dashboard.conf.template"


@pytest.fixture
def policy(page: Page) -> str:
    """The policy of the template, put on every document as nginx puts it."""
    found = re.search(r'default "(default-src [^"]*)"', TEMPLATE.read_text(encoding="utf-8"))
    assert found is not None
    policy = found[1].replace("${FRAME_ANCESTORS}", "'self'")

    def send(route: Route) -> None:
        if route.request.resource_type != "document":
            route.continue_()
            return
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    # To the browser, a page that a test answers for comes from nowhere, and may not speak to this machine.
    page.context.grant_permissions(["local-network-access"])
    # Pages alone: to hand every file of Streamlit through takes longer than a page may.
    page.route(re.compile(r"^http://[^/]+/[\w-]*(\?.*)?$"), send)
    return policy


@pytest.mark.slow
def test_every_page_draws_under_the_policy(
    dashboard: Dashboard, page: Page, policy: str, page_record: PageRecord
) -> None:
    assert "unsafe-eval" not in policy
    for language in ("vi", "en"):
        for entry in PAGES if language == "vi" else PAGES[:1]:
            open_page(page, dashboard.address(entry.url_path, ngon_ngu=language, don_vi="63-67"))
            assert page.locator("html").get_attribute("lang") == language, entry.url_path
            assert page_record.errors == [], entry.url_path
    open_page(page, dashboard.address("ban-do"))
    expect(page.locator("svg.marks").first).to_be_visible()


def test_the_policy_is_in_force(dashboard: Dashboard, page: Page, policy: str, page_record: PageRecord) -> None:
    assert policy
    open_page(page, dashboard.address("xu-huong"))
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.wasRun = true";
          document.body.append(script);
        }"""
    )
    assert page.evaluate("() => window.wasRun === undefined")
    assert any("Content Security Policy" in error for error in page_record.errors)
    page_record.errors.clear()
