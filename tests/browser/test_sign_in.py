"""Signing in at a provider, and what each of those who come then sees of the results that the office keeps."""

import json
import time
import urllib.request
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from dashboard_server import Dashboard, running_dashboard
from identity_provider import running_provider
from page_reading import body_text, headings, press, sideways_scroll
from page_record import PageRecord
from playwright.sync_api import Browser, Page, expect
from signing_provider import running_signing_provider
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit_page import open_page, wait_until_finished

PAGE = "ket-qua-noi-tinh"
NAME = "Huyện Zzyxqua"
FILE = "kết quả huyện.csv"
RESULTS = f"""Năm;Loại đơn vị;Đơn vị;Tổng điểm;Thể chế;Thủ tục
;;Điểm tối đa;100;40;60
2023;Huyện;{NAME};80;30;50
2023;Huyện;Huyện B;75;30;45
2024;Huyện;{NAME};79,5;30;49,5
2024;Huyện;Huyện B;82,25;32;50,25
"""
COOKIE_SECRET = "only-for-these-tests-0123456789abcdef"
ROLE = "xem-noi-bo"
WITH_ROLE = {"sub": "an", "name": "Nguyễn Văn An", "roles": ["khac", ROLE]}
WITHOUT_ROLE = {"sub": "binh", "name": "Trần Thị Bình", "roles": "khac"}
SECONDS = 45
PROVIDERS_STYLE = "https://cdn.jsdelivr.net/npm/@picocss/pico@2/css/pico.min.css"

pytestmark = pytest.mark.slow


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_servers: ExitStack) -> tuple[Path, Path]:
    """A folder of the office and the file of secrets, both named by settings."""
    folder, secrets = tmp_path / "office", tmp_path / "secrets.toml"
    folder.mkdir()
    (folder / FILE).write_text(RESULTS, encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_OWN_RESULTS", str(folder))
    monkeypatch.setenv("STREAMLIT_SECRETS_FILES", str(secrets))
    # A provider without TLS is for tests on one machine alone.
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    assert own_servers
    return folder, secrets


@pytest.fixture
def answer_for_style(page: Page, page_record: PageRecord) -> Iterator[Callable[[Page], None]]:
    """Answers for the one style sheet of another host in the pages of the provider: it never leaves this machine."""
    assert page.context

    def answer(visitor: Page) -> None:
        visitor.context.route(PROVIDERS_STYLE, lambda route: route.fulfill(body="", content_type="text/css"))

    yield answer
    page_record.left_the_machine[:] = [
        address for address in page_record.left_the_machine if address != PROVIDERS_STYLE
    ]


def _write_secrets(file: Path, provider: str) -> None:
    file.write_text(
        f"""[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{COOKIE_SECRET}"
client_id = "dashboard"
client_secret = "only-for-these-tests"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[own_results]
role = "{ROLE}"
clock_skew_seconds = 0
""",
        encoding="utf-8",
    )


def _sign_in(page: Page, who: Mapping[str, Any], label: str = "Đăng nhập") -> None:
    page.get_by_role("button", name=label).click()
    page.wait_for_url("**/oauth2/authorize**")
    page.get_by_role("button", name=str(who["sub"]), exact=True).click()
    page.wait_for_url(f"**/{PAGE}**")
    wait_until_finished(page)


def _choose_file(page: Page) -> None:
    page.get_by_test_id("stSelectbox").filter(has_text="Tệp kết quả").get_by_role("combobox").click()
    page.get_by_role("option", name=FILE).click()
    wait_until_finished(page)


def _sees_nothing(page: Page) -> bool:
    written = page.content()
    return "Zzyxqua" not in written and FILE not in written


def test_signing_in_and_out_and_who_sees_what(
    dashboard: Dashboard,
    browser: Browser,
    page: Page,
    page_record: PageRecord,
    answer_for_style: Callable[[Page], None],
    office: tuple[Path, Path],
    own_servers: ExitStack,
    tmp_path: Path,
) -> None:
    people = [WITH_ROLE, WITHOUT_ROLE]
    provider = own_servers.enter_context(running_provider(tmp_path / "provider.log", people))
    _write_secrets(office[1], provider.url)
    server = own_servers.enter_context(running_dashboard(dashboard.release, tmp_path / "server.log"))
    answer_for_style(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    # A public page opens without, and says nothing of sign-in.
    open_page(page, server.address("bang-xep-hang", chi_so="PAPI", nam="2024"))
    assert headings(page)
    assert "Đăng nhập" not in body_text(page)
    open_page(page, server.address(PAGE, don_vi="63-67"))
    assert "người được phân quyền đăng nhập để xem" in body_text(page)
    assert _sees_nothing(page)
    assert [url for url in asked if url.startswith(provider.url)] == []
    # With the role: back at the page that was left, and the file is ranked.
    _sign_in(page, WITH_ROLE)
    assert f"/{PAGE}?ngon_ngu=vi&don_vi=63-67&" in page.url
    assert "Đã đăng nhập: Nguyễn Văn An" in body_text(page)
    _choose_file(page)
    assert headings(page)[1] == "Cấp huyện 2024: Huyện B có điểm cao nhất (82,25)"
    assert NAME in page.content()
    assert "Zzyxqua" not in page.url
    assert sideways_scroll(page) == 0
    press(page, "English")
    assert headings(page)[1] == "Districts 2024: Huyện B has the highest score (82.25)"
    press(page, "Tiếng Việt")
    # Nobody else sees what is now remembered: without the role, without signing in, or as another program.
    other_context = browser.new_context(locale="vi-VN")
    page_record.watch(other_context)
    other = other_context.new_page()
    answer_for_style(other)
    open_page(other, page.url)
    assert _sees_nothing(other)
    _sign_in(other, WITHOUT_ROLE)
    assert "Đã đăng nhập, nhưng tài khoản này không được phân quyền" in body_text(other)
    assert _sees_nothing(other)
    assert headings(other) == ["Kết quả nội tỉnh"]
    open_page(other, server.address("bang-xep-hang", chi_so="PAPI", nam="2024"))
    assert _sees_nothing(other)
    other_context.close()
    with urllib.request.urlopen(server.address("du-lieu/danh-muc.json"), timeout=20) as answer:
        assert "DISTRICT" not in answer.read().decode()
    # A link that is sent to somebody with the role opens the same after signing in.
    colleague_context = browser.new_context(locale="vi-VN")
    page_record.watch(colleague_context)
    colleague = colleague_context.new_page()
    answer_for_style(colleague)
    open_page(colleague, page.url)
    assert _sees_nothing(colleague)
    _sign_in(colleague, WITH_ROLE)
    assert headings(colleague)[1] == "Cấp huyện 2024: Huyện B có điểm cao nhất (82,25)"
    assert colleague.url == page.url
    colleague_context.close()
    # Out again, through the provider, and the file is gone.
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/oauth2/end_session**")
    page.get_by_role("button").first.click()
    page.wait_for_url(f"**/{PAGE}**")
    wait_until_finished(page)
    assert "người được phân quyền đăng nhập để xem" in body_text(page)
    assert _sees_nothing(page)
    log = server.log_text()
    assert "A sign-in was refused the files of own results: no role" in log
    assert not any(secret in log for secret in ("Zzyxqua", "Nguyễn Văn An", "Trần Thị Bình", FILE, COOKIE_SECRET))


@pytest.mark.viewport(390, 844)
def test_a_sign_in_that_has_ended_is_refused_on_the_next_click(
    dashboard: Dashboard,
    page: Page,
    answer_for_style: Callable[[Page], None],
    office: tuple[Path, Path],
    own_servers: ExitStack,
    tmp_path: Path,
) -> None:
    provider = own_servers.enter_context(running_provider(tmp_path / "provider.log", [WITH_ROLE], SECONDS))
    _write_secrets(office[1], provider.url)
    server = own_servers.enter_context(running_dashboard(dashboard.release, tmp_path / "server.log"))
    answer_for_style(page)
    open_page(page, server.address(PAGE))
    _sign_in(page, WITH_ROLE)
    ends = time.time() + SECONDS
    _choose_file(page)
    assert headings(page)[1] == "Cấp huyện 2024: Huyện B có điểm cao nhất (82,25)"
    assert sideways_scroll(page) == 0
    page.wait_for_timeout(max(0, ends - time.time()) * 1000 + 1000)
    press(page, "English")
    assert "Your sign-in has ended. Sign in again to see the files of the office." in body_text(page)
    assert _sees_nothing(page)
    assert sideways_scroll(page) == 0
    # Reloading brings nothing back, and signing in again does.
    open_page(page, page.url)
    assert "Your sign-in has ended." in body_text(page)
    assert _sees_nothing(page)
    _sign_in(page, WITH_ROLE, "Sign in")
    assert "ngon_ngu=en" in page.url
    assert "Signed in: Nguyễn Văn An" in body_text(page)


CLAIMS: dict[str, object] = {"is_logged_in": True, "provider": "default", "sub": "an", "roles": [ROLE]}


def _signed_cookie(server: Dashboard, secret: str = COOKIE_SECRET, **changed: object) -> str:
    """A cookie of a sign-in that no provider gave: as the server would keep such claims, if it was let to."""
    claims = {**CLAIMS, "origin": server.url, "iss": "http://127.0.0.1:9", "aud": "dashboard"}
    claims = {**claims, "exp": int(time.time()) + 600, **changed}
    return create_signed_value(secret, "_streamlit_user", json.dumps(claims)).decode()


@contextmanager
def _visit(browser: Browser, record: PageRecord, server: Dashboard, changed: Mapping[str, Any]) -> Generator[Page]:
    """Open the page in a fresh profile that already holds such a cookie."""
    context = browser.new_context(locale="vi-VN")
    record.watch(context)
    context.add_cookies([{"name": "_streamlit_user", "value": _signed_cookie(server, **changed), "url": server.url}])
    page = context.new_page()
    open_page(page, server.address(PAGE))
    yield page
    context.close()


def test_claims_that_no_provider_would_give_are_refused_one_by_one(
    dashboard: Dashboard, browser: Browser, page_record: PageRecord, office: tuple[Path, Path], tmp_path: Path
) -> None:
    # Nobody answers there: what is judged on every run needs no provider.
    _write_secrets(office[1], "http://127.0.0.1:9")
    not_for_this = "Phiên đăng nhập này không có giá trị đối với trang này."
    refused: list[tuple[dict[str, object], str]] = [
        ({"aud": "khac"}, not_for_this),
        ({"aud": ["dashboard", "khac"], "azp": "khac"}, not_for_this),
        ({"iss": "http://127.0.0.1:10"}, not_for_this),
        ({"exp": int(time.time()) - 1}, "Phiên đăng nhập đã hết hạn."),
        ({"exp": None}, not_for_this),
        ({"nbf": int(time.time()) + 600}, not_for_this),
        ({"roles": None}, "tài khoản này không được phân quyền"),
        ({"secret": "of somebody else, 0123456789abcdef"}, "người được phân quyền đăng nhập để xem"),
        ({"origin": "http://127.0.0.1:10"}, "người được phân quyền đăng nhập để xem"),
    ]
    with running_dashboard(dashboard.release, tmp_path / "server.log") as server:
        for changed, sentence in refused:
            with _visit(browser, page_record, server, changed) as page:
                assert sentence in body_text(page), changed
                assert _sees_nothing(page), changed
        with _visit(browser, page_record, server, {}) as page:
            expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
            _choose_file(page)
            assert NAME in page.content()
    assert page_record.left_the_machine == []


def test_without_sign_in_set_up_the_folder_is_shown_to_nobody(
    dashboard: Dashboard, page: Page, office: tuple[Path, Path], own_servers: ExitStack, tmp_path: Path
) -> None:
    assert not office[1].exists()
    server = own_servers.enter_context(running_dashboard(dashboard.release, tmp_path / "server.log"))
    open_page(page, server.address(PAGE))
    assert "chưa thiết lập đăng nhập" in body_text(page)
    assert "Đăng nhập" not in body_text(page)
    assert _sees_nothing(page)
    assert "its files are shown to nobody: sign-in is not set up; missing: secrets.toml" in server.log_text()


def test_tokens_that_are_wrong_lead_to_nothing_however_they_are_signed(
    dashboard: Dashboard, browser: Browser, page_record: PageRecord, office: tuple[Path, Path], tmp_path: Path
) -> None:
    now = int(time.time())
    not_signed_in = "người được phân quyền đăng nhập để xem"
    # Authlib lets the first two sign in: what is judged on every run is all that stands in their way.
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"exp": now - 1}, "Phiên đăng nhập đã hết hạn."),
        ({"aud": "khac", "azp": "dashboard"}, "Phiên đăng nhập này không có giá trị đối với trang này."),
        ({"roles": ["khac"]}, "tài khoản này không được phân quyền"),
        ({"aud": "khac"}, not_signed_in),
        ({"aud": ["dashboard", "khac"], "azp": "khac"}, not_signed_in),
        ({"iss": "http://127.0.0.1:10"}, not_signed_in),
        ({"nonce": "of somebody else"}, not_signed_in),
        ({"iat": now - 7200, "exp": now - 3600}, not_signed_in),
    ]
    with (
        running_signing_provider(WITH_ROLE) as provider,
        running_dashboard(dashboard.release, _with_secrets(office, provider.url, tmp_path)) as server,
    ):
        for changed, sentence in wrong:
            provider.changed = changed
            with _signed_in(browser, page_record, server) as page:
                assert sentence in body_text(page), changed
                assert _sees_nothing(page), changed
                assert page.get_by_text("Tệp kết quả", exact=True).count() == 0, changed
        provider.changed, provider.with_own_key = {}, False
        with _signed_in(browser, page_record, server) as page:
            assert not_signed_in in body_text(page)
            assert _sees_nothing(page)
        provider.with_own_key = True
        with _signed_in(browser, page_record, server) as page:
            _choose_file(page)
            assert NAME in page.content()
    assert page_record.left_the_machine == []


def _with_secrets(office: tuple[Path, Path], provider: str, tmp_path: Path) -> Path:
    _write_secrets(office[1], provider)
    return tmp_path / "server.log"


@contextmanager
def _signed_in(browser: Browser, record: PageRecord, server: Dashboard) -> Generator[Page]:
    """Sign in with a fresh profile at a provider that asks nothing."""
    context = browser.new_context(locale="vi-VN")
    record.watch(context)
    page = context.new_page()
    open_page(page, server.address(PAGE))
    with page.expect_navigation(url=f"**/{PAGE}**", wait_until="load"):
        page.get_by_role("button", name="Đăng nhập").click()
    wait_until_finished(page)
    yield page
    context.close()
