"""The address bar in a real browser: the dashboard's own `app.py` around invented pages, whose figures never change."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from dashboard_server import PROJECT, Dashboard, running_dashboard
from playwright.sync_api import Page, expect
from streamlit_page import open_page, wait_until_finished

from ui.page_list import PAGES

OVERVIEW = """
import streamlit as st

def parameters(release):
    return ()

def show(release, view):
    st.title("First page")
    st.text(str(dict(view.values)))
"""
RANKINGS = """
import streamlit as st
from ui import filters
from ui.address import INDEX, component_parameter, index_parameter, search_parameter, year_parameter
from ui.view import choose

YEARS = {"PAR": ["2024", "2023", "2022"], "PAPI": ["2024", "2021"], "PCI": ["2023", "2022"]}
COMPONENTS = {"PAR": ["overall"], "PAPI": ["overall", "D1"], "PCI": ["overall", "land"]}

def parameters(release):
    return (
        index_parameter(list(YEARS)),
        component_parameter(lambda values: COMPONENTS[values.one(INDEX)]),
        year_parameter(lambda values: YEARS[values.one(INDEX)], lambda values: YEARS[values.one(INDEX)][0]),
        search_parameter(),
    )

def show(release, view):
    st.title("Second page")
    filters.index_buttons(view, {}, "")
    filters.component_list(view, {})
    filters.year_list(view)
    filters.search_box(view)
    st.button("As a chart chooses", on_click=choose, args=("don_vi", "63-67"))
    st.button("No filter")
    st.text(str(dict(view.values)))
"""
TRENDS = """
import streamlit as st
from ui import filters
from ui.address import further_provinces_parameter, index_parameter

def parameters(release):
    return (
        index_parameter(["PAPI", "PAR"]),
        further_provinces_parameter(["34-66", "63-66", "63-67"], 2, lambda _: ["63-66"]),
    )

def show(release, view):
    st.title("Third page")
    filters.further_provinces(view, {})
    st.text(str(dict(view.values)))
"""
FAILING = """
def parameters(release):
    return ()

def show(release, view):
    raise RuntimeError("a secret of the server")
"""
INVENTED = {"": OVERVIEW, "bang-xep-hang": RANKINGS, "xu-huong": TRENDS, "thay-doi-thu-hang": FAILING}


@pytest.fixture(scope="module")
def app(dashboard: Dashboard, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The project with its pages exchanged, on the release of the other tests."""
    folder = tmp_path_factory.mktemp("address")
    for name in (".streamlit", "indicators", "locales", "ui", "wording"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copytree(PROJECT / "static", folder / "static")
    shutil.copy(PROJECT / "app.py", folder)
    for entry in PAGES:
        file = folder.joinpath(*entry.module.split(".")).with_suffix(".py")
        file.parent.mkdir(exist_ok=True)
        file.write_text(INVENTED.get(entry.url_path, OVERVIEW), encoding="utf-8")
    with running_dashboard(dashboard.release, folder / "server.log", project=folder) as running:
        yield running


def address(page: Page) -> tuple[str, list[tuple[str, str]]]:
    """The page and the parameters in the address bar."""
    parts = urlsplit(page.url)
    return parts.path, parse_qsl(parts.query, keep_blank_values=True)


def follow(page: Page, link: str) -> None:
    page.get_by_role("link", name=link, exact=True).click()
    wait_until_finished(page)


def press(page: Page, button: str) -> None:
    page.get_by_role("radio", name=button, exact=True).click()
    wait_until_finished(page)


def pick(page: Page, label: str, choice: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=choice, exact=True).click()
    wait_until_finished(page)


def ranking_address(**changed: str) -> tuple[str, list[tuple[str, str]]]:
    whole = {"ngon_ngu": "vi", "don_vi": "ca-nuoc", "chi_so": "PAR", "thanh_phan": "overall", "nam": "2024", "tim": ""}
    return "/bang-xep-hang", list({**whole, **changed}.items())


@pytest.mark.parametrize("query", [{}, {"chi_so": "PAR"}])
def test_bare_address_ends_whole(app: Dashboard, page: Page, query: dict[str, str]) -> None:
    open_page(page, app.address("bang-xep-hang", **query))
    assert address(page) == ranking_address()
    expect(page.get_by_text("'nam': ('2024',)")).to_be_visible()


def test_root_ends_whole(app: Dashboard, page: Page) -> None:
    open_page(page, app.address())
    assert address(page) == ("/", [("ngon_ngu", "vi"), ("don_vi", "ca-nuoc")])


def test_filters_changed_in_turn_all_stay(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("bang-xep-hang"))
    press(page, "PCI")
    pick(page, "Năm", "2022")
    pick(page, "Thành phần", "land")
    page.get_by_role("searchbox").or_(page.get_by_role("textbox")).fill("dak nong")
    page.keyboard.press("Enter")
    wait_until_finished(page)
    assert address(page) == ranking_address(chi_so="PCI", thanh_phan="land", nam="2022", tim="dak nong")
    expect(page.get_by_text("'tim': ('dak nong',)")).to_be_visible()
    page.reload()
    wait_until_finished(page)
    assert address(page) == ranking_address(chi_so="PCI", thanh_phan="land", nam="2022", tim="dak nong")
    expect(page.get_by_role("radio", name="PCI", exact=True)).to_be_checked()
    expect(page.get_by_role("combobox", name="Năm")).to_have_value("2022")


def test_two_clicks_before_the_first_is_answered_both_count(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("bang-xep-hang"))
    page.evaluate(
        """() => {
          const press = (name) => [...document.querySelectorAll('[role=radio]')]
            .find((button) => button.textContent.trim() === name).click();
          press('PCI');
          setTimeout(() => press('English'), 5);
        }"""
    )
    wait_until_finished(page)
    assert address(page) == ranking_address(ngon_ngu="en", chi_so="PCI", nam="2023")


def test_choice_of_a_chart_moves_the_filter_and_keeps_the_others(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("bang-xep-hang", chi_so="PAPI", thanh_phan="D1", nam="2021"))
    page.get_by_role("button", name="As a chart chooses").click()
    wait_until_finished(page)
    assert address(page) == ranking_address(don_vi="63-67", chi_so="PAPI", thanh_phan="D1", nam="2021")
    picker = page.get_by_role("combobox", name="Tỉnh, thành phố", exact=True)
    expect(picker).to_have_value(re.compile(r"^Đắk Nông \(.+\) · Dak Nong$"))
    page.go_back()
    wait_until_finished(page)
    expect(picker).to_have_value("Cả nước")


def test_what_is_no_longer_possible_follows_in_one_step(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("bang-xep-hang", chi_so="PAPI", thanh_phan="D1", nam="2021"))
    press(page, "PCI")
    assert address(page) == ranking_address(chi_so="PCI", nam="2023")
    expect(page.get_by_role("alert")).to_have_text("Năm 2021 không có số liệu của PCI; đang hiển thị năm 2023.")
    page.go_back()
    wait_until_finished(page)
    assert address(page) == ranking_address(chi_so="PAPI", thanh_phan="D1", nam="2021")
    expect(page.get_by_role("radio", name="PAPI", exact=True)).to_be_checked()


def test_navigation_keeps_what_is_shared_and_back_returns_with_the_filters(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("bang-xep-hang", don_vi="63-67", nam="2023"))
    press(page, "PAPI")
    before = address(page)
    follow(page, "Xu hướng")
    assert address(page) == (
        "/xu-huong",
        [("ngon_ngu", "vi"), ("don_vi", "63-67"), ("chi_so", "PAPI"), ("so_sanh", "63-66")],
    )
    page.go_back()
    wait_until_finished(page)
    assert address(page) == before
    expect(page.get_by_role("heading", name="Second page")).to_be_visible()
    page.go_forward()
    wait_until_finished(page)
    expect(page.get_by_role("heading", name="Third page")).to_be_visible()
    follow(page, "Tổng quan")
    follow(page, "Bảng xếp hạng")
    assert address(page) == before


def test_link_of_the_navigation_is_the_whole_address(app: Dashboard, page: Page) -> None:
    open_page(page, app.address(don_vi="63-67"))
    link = page.get_by_role("link", name="Bảng xếp hạng", exact=True)
    page.goto(link.evaluate("(link) => link.href"))
    wait_until_finished(page)
    assert address(page) == ranking_address(don_vi="63-67")


def test_bad_values_are_named_once_and_the_rest_counts(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("bang-xep-hang", don_vi="67", chi_so="PAPI", nam="1999", thanh_phan="D1"))
    assert address(page) == ranking_address(chi_so="PAPI", thanh_phan="D1")
    notice = page.get_by_role("alert")
    expect(notice).to_have_text(
        "Liên kết có giá trị không hợp lệ (Tỉnh, thành phố: 67); trang hiển thị lựa chọn mặc định. "
        "Năm 1999 không có số liệu của PAPI; đang hiển thị năm 2024."
    )
    page.get_by_role("button", name="No filter").click()
    wait_until_finished(page)
    expect(notice).to_have_count(0)


def test_language_changes_all_at_once_and_keeps_the_filters(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("bang-xep-hang", don_vi="63-67", chi_so="PCI", nam="2022"))
    assert page.title() == "Bảng xếp hạng · Bảng theo dõi các chỉ số cấp tỉnh"
    assert page.locator("html").get_attribute("lang") == "vi"
    press(page, "English")
    assert address(page) == ranking_address(ngon_ngu="en", don_vi="63-67", chi_so="PCI", nam="2022")
    assert page.title() == "Rankings · Provincial index dashboard"
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_role("link", name="Rank changes", exact=True)).to_be_visible()
    expect(page.get_by_role("combobox", name="Year")).to_have_value("2022")
    expect(page.get_by_role("combobox", name="Province", exact=True)).to_have_value("Dak Nong (to 30 June 2025)")
    press(page, "PAR")
    assert address(page) == ranking_address(ngon_ngu="en", don_vi="63-67", nam="2022")
    press(page, "Tiếng Việt")
    assert address(page) == ranking_address(don_vi="63-67", nam="2022")


def test_repeated_parameter_opens_changes_and_can_be_emptied(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("xu-huong", so_sanh=["63-67", "34-66"]))
    assert address(page)[1][-2:] == [("so_sanh", "63-67"), ("so_sanh", "34-66")]
    page.get_by_role("combobox", name="Các tỉnh, thành phố khác").click()
    page.get_by_role("option", name="63-66", exact=True).click()
    page.keyboard.press("Escape")
    wait_until_finished(page)
    expect(page.get_by_role("alert")).to_have_text("Chọn tối đa 2 tỉnh, thành phố.")
    assert address(page)[1][-2:] == [("so_sanh", "63-67"), ("so_sanh", "34-66")]
    open_page(page, app.address("xu-huong", so_sanh=""))
    assert address(page)[1][-1] == ("so_sanh", "")


@pytest.mark.parametrize("typed", ["dak nong", "Đắk Nông", "DAK NONG"])
def test_province_is_found_with_and_without_tone_marks(app: Dashboard, page: Page, typed: str) -> None:
    open_page(page, app.address())
    picker = page.get_by_role("combobox", name="Tỉnh, thành phố", exact=True)
    picker.click()
    expect(page.get_by_role("option").first).to_have_text("Cả nước")
    picker.fill(typed)
    expect(page.get_by_role("option")).to_have_text([re.compile(r"^Đắk Nông \(.+\) · Dak Nong$")])
    page.keyboard.press("Enter")
    wait_until_finished(page)
    assert dict(address(page)[1])["don_vi"] == "63-67"


def test_failing_page_says_a_sentence_and_logs_why(app: Dashboard, page: Page) -> None:
    open_page(page, app.address("thay-doi-thu-hang"))
    notice = page.get_by_role("alert").inner_text()
    assert notice.startswith("Trang không hiển thị được.")
    assert "secret" not in page.content()
    code = notice.rstrip(".").rsplit(" ", 1)[-1]
    assert f"code {code}" in app.log_text()
    assert "a secret of the server" in app.log_text()
    follow(page, "Bảng xếp hạng")
    expect(page.get_by_role("heading", name="Second page")).to_be_visible()


@pytest.mark.slow
def test_restarted_server_opens_the_same_view(
    app: Dashboard, page: Page, own_servers: ExitStack, tmp_path: Path
) -> None:
    open_page(page, app.address("bang-xep-hang", don_vi="63-67", chi_so="PCI", nam="2022"))
    copied = urlsplit(page.url)
    restarted = own_servers.enter_context(
        running_dashboard(app.release, tmp_path / "server.log", project=app.log.parent)
    )
    open_page(page, f"{restarted.url}{copied.path}?{copied.query}")
    assert address(page) == ranking_address(don_vi="63-67", chi_so="PCI", nam="2022")
    expect(page.get_by_text("'nam': ('2022',)")).to_be_visible()


def test_first_visitor_of_a_new_server_can_open_any_page(
    app: Dashboard, page: Page, own_servers: ExitStack, tmp_path: Path
) -> None:
    started = own_servers.enter_context(running_dashboard(app.release, tmp_path / "server.log", project=app.log.parent))
    open_page(page, f"{started.url}/bang-xep-hang")
    expect(page.get_by_role("dialog")).to_have_count(0)
