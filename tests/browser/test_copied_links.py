"""A copied address opens the same view: elsewhere, after the server was restarted, after one more edition is out."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import dashboard_server
import pytest
from dashboard_server import Dashboard, running_dashboard
from data_copies import COLUMNS, codes, copy_of_data, keeper
from drawn_charts import charts, click_on
from page_reading import body_text, headings, press, texts
from page_record import PageRecord
from playwright.sync_api import Browser, Page, expect
from streamlit_page import open_page, wait_until_finished

# What each page is opened with, its headline, and a text with a figure on it.
VIEWS = {
    "overview": (
        "/?don_vi=63-67&ngon_ngu=en",
        "Dak Nong: newest results of the indices",
        "40.54 †",
    ),
    "rankings": (
        "/bang-xep-hang?don_vi=63-67&chi_so=PCI&nam=2022",
        "PCI 2022: Quảng Ninh xếp thứ nhất (72,95)",
        "PCI 2022: Đắk Nông đạt 64,87 điểm, hạng 38/63",
    ),
    "trends": (
        "/xu-huong?don_vi=63-67&chi_so=PAPI&so_sanh=63-22&vung=CHL&ngon_ngu=en",
        "PAPI – PAPI overall, unweighted, 2011–2024: Dak Nong and Quang Ninh",
        "Dak Nong 40.54",
    ),
    "rank changes": (
        "/thay-doi-thu-hang?chi_so=PAPI&tu_nam=2022&nam=2023",
        "PAPI 2022 → 2023: 26 tỉnh tăng, 30 tỉnh giảm, 3 tỉnh giữ nguyên; nhiều nhất: Hà Giang, tăng 29 vị trí",
        "11. Hà Giang",
    ),
    "map": (
        "/ban-do?don_vi=63-48&chi_so=PAPI&thanh_phan=overall&the_hien=nhom&nam=2024&ngon_ngu=en",
        "PAPI 2024: Quang Ninh has the highest score (47.82 †)",
        "Mid-low (Low Average)",
    ),
    "strengths": (
        "/diem-manh-diem-yeu?don_vi=63-67&chi_so=PAPI",
        "Đắk Nông: 0 điểm mạnh, 7 điểm yếu trong 8 thành phần",
        "Cung ứng dịch vụ công (thứ tự theo điểm 59/61, kéo dài)",
    ),
    "data": (
        "/du-lieu-va-phuong-phap?muc=do-day-du",
        "35 trong 62 kỳ đã công bố có đủ điểm tổng hợp",
        "64/64",
    ),
    "targets": (
        "/muc-tieu-va-giai-doan?phan=giai-doan&tu_nam=2022&den_nam=2025&chi_so=PAPI&ngon_ngu=en",
        "Period review",
        "▲ 57",
    ),
    "compare": (
        "/so-sanh?don_vi=63-67&so_sanh=63-66&chi_so=PAPI",
        "So sánh Đắk Nông và Đắk Lắk (trước 01/07/2025)",
        "43,01 † 39/61 (*)",
    ),
    "profile": (
        "/ho-so-tinh?don_vi=63-68&den_nam=2022&chi_so=PCI&ngon_ngu=en",
        "Profile of Lam Dong (before 1 July 2025), up to 2022",
        "0.12 points short of Khanh Hoa",
    ),
}
QUICK = {"rankings"}


def open_elsewhere(browser: Browser, page_record: PageRecord, address: str) -> Page:
    """Open an address as another reader, in a fresh profile."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    page_record.watch(context)
    page = context.new_page()
    open_page(page, address)
    return page


def moved(address: str, dashboard: Dashboard) -> str:
    """The same address on another server."""
    parts = urlsplit(address)
    return f"{dashboard.url}{parts.path}?{parts.query}"


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in VIEWS]
)
def test_copied_address_opens_the_same_elsewhere(
    dashboard: Dashboard, browser: Browser, page: Page, page_record: PageRecord, name: str
) -> None:
    address, headline, figure = VIEWS[name]
    open_page(page, dashboard.url + address)
    assert headings(page)[0] == headline
    assert figure in body_text(page)
    other = open_elsewhere(browser, page_record, page.url)
    assert other.url == page.url
    assert (headings(other), body_text(other)) == (headings(page), body_text(page))
    other.context.close()


BAD_VALUES = {
    "vi": (
        "Liên kết có giá trị không hợp lệ (Tỉnh, thành phố: 67; Vùng: TAY-BAC); trang hiển thị lựa chọn mặc định. "
        "Năm 1999 không có số liệu của PAPI; đang hiển thị năm 2024."
    ),
    "en": (
        "The link holds an invalid value (Province: 67; Region: TAY-BAC); the default view is shown. "
        "PAPI has no figures for 1999; 2024 is shown."
    ),
}


@pytest.mark.parametrize("language", BAD_VALUES)
def test_bad_values_are_named_in_one_sentence_and_the_rest_counts(
    dashboard: Dashboard, page: Page, language: str
) -> None:
    bad = {"don_vi": "67", "nam": "1999", "vung": "TAY-BAC"}
    open_page(page, dashboard.address("bang-xep-hang", chi_so="PAPI", thanh_phan="D1", ngon_ngu=language, **bad))
    expect(page.get_by_role("alert")).to_have_text(BAD_VALUES[language])
    assert "thanh_phan=D1" in page.url
    assert headings(page)[0].startswith("PAPI 2024")


def test_back_returns_to_the_page_before_with_its_filters(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", chi_so="PAPI", nam="2024"))
    press(page, "Nhóm")
    click_on(page, charts(page).nth(0), "Cần Thơ")
    before = page.url
    page.get_by_role("link", name="Xu hướng", exact=True).click()
    wait_until_finished(page)
    assert headings(page)[0].endswith("2011–2024: Cần Thơ")
    page.go_back()
    wait_until_finished(page)
    assert page.url == before
    assert headings(page)[0] == "PAPI 2024: Quảng Ninh có điểm cao nhất (47,82 †)"
    expect(page.get_by_role("radio", name="Nhóm", exact=True)).to_be_checked()
    assert "PAPI 2024: Cần Thơ (trước 01/07/2025) đạt 40,44 điểm" in body_text(page)


@pytest.fixture
def restarted(
    dashboard: Dashboard,
    page: Page,
    page_record: PageRecord,
    own_servers: ExitStack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Dashboard:
    """A server that was restarted while the page had a ranking open; the page has found it again."""
    with running_dashboard(dashboard.release, tmp_path / "first.log") as first:
        open_page(page, first.address("bang-xep-hang", don_vi="63-67", chi_so="PCI", nam="2022"))
    port = urlsplit(first.url).port
    monkeypatch.setattr(dashboard_server, "_free_port", lambda: port)
    second = own_servers.enter_context(running_dashboard(dashboard.release, tmp_path / "second.log"))
    wait_until_finished(page)
    page_record.errors.clear()  # while there was no server, the page said so on its console
    return second


@pytest.mark.slow
def test_restarted_server_shows_the_same_view_again(restarted: Dashboard, page: Page) -> None:
    assert page.url.startswith(restarted.url)
    page.reload()
    wait_until_finished(page)
    assert headings(page)[0] == "PCI 2022: Quảng Ninh xếp thứ nhất (72,95)"
    press(page, "English")
    assert headings(page)[0] == "PCI 2022: Quang Ninh ranks first (72.95)"
    assert "PCI 2022: Dak Nong scores 64.87 points, rank 38 of 63" in body_text(page)


@pytest.mark.slow
def test_first_click_after_a_restart_counts(restarted: Dashboard, page: Page) -> None:
    assert page.url.startswith(restarted.url)
    press(page, "English")
    assert headings(page)[0] == "PCI 2022: Quang Ninh ranks first (72.95)"


@pytest.fixture(scope="module")
def one_edition_later(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard after PAPI 2025 came out, invented: the first PAPI edition of today's 34 provinces."""
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("one_edition_later")
    data = copy_of_data(folder)
    editions = data / "catalogue" / "editions.csv"
    lines = editions.read_text(encoding="utf-8").splitlines()
    assert "PAPI,2025,34,,,,,,,6,unknown,S46" in lines
    announced = "PAPI,2025,34,2026-04,,34,0,,papi-2025,6,published,S46"
    lines[lines.index("PAPI,2025,34,,,,,,,6,unknown,S46")] = announced
    editions.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
    rows = [
        f"PAPI,2025,34,{code},overall,{50 - place / 10:.6f},,,,published,,S46"
        for place, code in enumerate(codes(data, "34"))
    ]
    (folder / "papi_2025.csv").write_text("\n".join([COLUMNS, *rows, ""]), encoding="utf-8", newline="\n")
    keeper(
        data, folder / "release", "import", str(folder / "papi_2025.csv"), "--index", "papi", "--year", "2025", "--yes"
    )
    keeper(data, folder / "release", "publish")
    with running_dashboard(folder / "release", folder / "server.log") as running:
        yield running


SEEN = ", ".join(
    f'[data-testid="{kind}"]'
    for kind in ("stHeading", "stMarkdown", "stMetric", "stCaptionContainer", "stAlert", "stVegaLiteChart")
)
COPIED_TODAY = {
    "rankings": "/bang-xep-hang?chi_so=PAPI",
    "rankings of a merged province": "/bang-xep-hang?chi_so=PAPI&don_vi=34-68",
    "trends": "/xu-huong?chi_so=PAPI&don_vi=63-67",
    "trends of a merged province": "/xu-huong?chi_so=PAPI&don_vi=34-68",
    "rank changes": "/thay-doi-thu-hang?chi_so=PAPI",
    "map": "/ban-do?chi_so=PAPI",
    "overview of a former province": "/?chi_so=PAPI&don_vi=63-67",
    "overview of the country": "/?chi_so=PAPI",
    "overview of a merged province": "/?chi_so=PAPI&don_vi=34-68",
    "profile": "/ho-so-tinh?chi_so=PAPI&don_vi=63-67",
    "comparison": "/so-sanh?chi_so=PAPI&don_vi=63-67",
    "strengths": "/diem-manh-diem-yeu?chi_so=PAPI&don_vi=63-67",
    "period": "/muc-tieu-va-giai-doan?chi_so=PAPI&phan=giai-doan&don_vi=63-67",
}


def seen(page: Page) -> list[str]:
    """What is written and drawn on the page, but for the filters, the title and sentences on editions of 2025."""
    shown = texts(page.get_by_test_id("stMain").locator(SEEN))
    sentences = (sentence for text in shown if text != headings(page)[0] for sentence in text.split(". "))
    return [sentence for sentence in sentences if "2025" not in sentence]


@pytest.mark.slow
@pytest.mark.parametrize("name", COPIED_TODAY)
def test_link_copied_today_opens_the_same_figures_after_one_more_edition(
    dashboard: Dashboard, one_edition_later: Dashboard, page: Page, name: str
) -> None:
    open_page(page, dashboard.url + COPIED_TODAY[name])
    copied, title, figures = page.url, headings(page), seen(page)
    open_page(page, moved(copied, one_edition_later))
    assert urlsplit(page.url).query == urlsplit(copied).query
    assert headings(page)[1:] == title[1:]
    # The overview says up to which year it shows results once there are newer ones.
    newest = "kết quả mới nhất của các chỉ số"
    assert headings(page)[0] == title[0].replace(newest, "kết quả của các chỉ số tính đến năm 2024")
    assert seen(page) == figures


@pytest.mark.slow
def test_bare_address_opens_the_newer_edition(one_edition_later: Dashboard, page: Page) -> None:
    open_page(page, one_edition_later.address("bang-xep-hang", chi_so="PAPI"))
    assert "he=34&nam=2025" in page.url
    assert headings(page)[0] == "PAPI 2025: Hà Nội có điểm cao nhất (50,00)"
