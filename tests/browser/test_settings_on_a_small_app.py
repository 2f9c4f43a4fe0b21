"""The project's settings and the waiting, on an app of a few lines: what fails here is not the dashboard's doing."""

import shutil
from collections.abc import Iterator

import pytest
from dashboard_server import PROJECT, Dashboard, running_dashboard
from playwright.sync_api import Browser, Page
from streamlit_page import open_page, show_whole_length, wait_until_finished

APP = """
from pathlib import Path
import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

here = Path(__file__).parent
app = st.App(here / "ui" / "frame.py", routes=[Mount("/app/static", StaticFiles(directory=here / "static"))])
"""
FRAME = """
import streamlit as st

first = st.Page("../pages/first.py", title="Một", default=True)
st.navigation([first, st.Page("../pages/second.py", title="Hai")]).run()
"""
FIRST_PAGE = """
import time
import streamlit as st

st.title("Tỉnh Đắk Nông")
chosen = st.segmented_control("Chỉ số", ["PAR", "PAPI"], default="PAR")
time.sleep(1)
bars = {"mark": "bar", "encoding": {"x": {"field": "score", "type": "quantitative"}}}
st.vega_lite_chart({"data": {"values": [{"score": 1}]}, **bars})
st.container(height=2000, border=False).write("Chosen: " + chosen)
st.write("The end")
"""


@pytest.fixture(scope="module")
def small_app(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """An app with the project's `.streamlit` and fonts, and its layout: `app.py`, `ui/frame.py`, `pages`."""
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("small_app")
    shutil.copytree(PROJECT / ".streamlit", folder / ".streamlit")
    shutil.copytree(PROJECT / "static" / "fonts", folder / "static" / "fonts")
    (folder / "pages").mkdir()
    (folder / "app.py").write_text(APP, encoding="utf-8")
    (folder / "ui").mkdir()
    (folder / "ui" / "frame.py").write_text(FRAME, encoding="utf-8")
    (folder / "pages" / "first.py").write_text(FIRST_PAGE, encoding="utf-8")
    (folder / "pages" / "second.py").write_text('import streamlit as st\n\nst.write("second")\n', encoding="utf-8")
    with running_dashboard(folder / "release", folder / "server.log", project=folder) as running:
        yield running


@pytest.mark.slow
def test_waits_for_the_end_of_a_slow_run(small_app: Dashboard, page: Page) -> None:
    open_page(page, small_app.address())
    assert page.get_by_text("Chosen: PAR").is_visible()
    assert page.locator("svg.marks").is_visible()
    page.get_by_text("PAPI", exact=True).click()
    wait_until_finished(page)
    assert page.get_by_text("Chosen: PAPI").is_visible()


def test_pages_folder_gives_no_second_navigation(small_app: Dashboard, page: Page) -> None:
    open_page(page, small_app.address())
    assert page.get_by_role("link", name="Hai").count() == 1


@pytest.mark.viewport(390, 844)
def test_window_grows_to_the_length_of_the_page(small_app: Dashboard, page: Page) -> None:
    open_page(page, small_app.address())
    show_whole_length(page)
    assert page.viewport_size is not None
    assert page.viewport_size["width"] == 390
    assert page.viewport_size["height"] > 2000
    assert page.get_by_text("The end").bounding_box()["y"] < page.viewport_size["height"]  # pyright: ignore[reportOptionalSubscript]


def test_shipped_font_is_used_and_its_figures_have_one_width(small_app: Dashboard, page: Page) -> None:
    open_page(page, small_app.address())
    loaded = page.evaluate("() => [...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)")
    families = [family.strip("'\"") for family in loaded]
    assert families.count("Source Sans 3") == 2  # the Latin and the Vietnamese part
    widths = page.evaluate(
        """() => {
          const pen = document.createElement('canvas').getContext('2d');
          pen.font = "20px 'Source Sans 3'";
          return [...'0123456789−'].map((figure) => pen.measureText(figure).width);
        }"""
    )
    assert len(set(widths)) == 1


def test_server_log_has_no_warning(small_app: Dashboard, page: Page) -> None:
    open_page(page, small_app.address())
    log = small_app.log_text().lower()
    assert "warning" not in log
    assert "not a valid config option" not in log
    assert "external url" not in log
