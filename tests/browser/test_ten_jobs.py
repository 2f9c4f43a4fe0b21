"""Ten jobs that people come for, each from the bare address by clicks and letters, in both languages.

The figures are those that the publishers printed, as `data/published` holds them; sums and differences of them were
made by hand.
"""

from dataclasses import dataclass

import pytest
from dashboard_server import Dashboard
from page_reading import body_text, headings, one_line, pick, press, table_headings, table_rows, texts
from page_record import PageRecord
from playwright.sync_api import Browser, Page, expect
from streamlit_page import open_page, wait_until_finished


@dataclass(frozen=True)
class Words:
    """What stands on the buttons and lists that lead to the answers, and how a number is written."""

    code: str
    language: str
    province: str
    year: str
    last_year: str
    region: str
    dak_nong: str
    lam_dong_before: str
    lam_dong_today: str
    central_highlands: str
    profile: str
    compare: str
    strengths: str
    rankings: str
    rank_changes: str
    compared_with: str
    same_region: str
    source: str
    point: str

    def number(self, figure: str) -> str:
        """A figure with the decimal sign of the language."""
        return figure.replace(".", self.point)


VIETNAMESE = Words(
    code="vi",
    language="Tiếng Việt",
    province="Tỉnh, thành phố",
    year="Năm",
    last_year="Đến năm",
    region="Vùng",
    dak_nong="Đắk Nông (đến 30/06/2025)",
    lam_dong_before="Lâm Đồng (đến 30/06/2025)",
    lam_dong_today="Lâm Đồng · Lam Dong",
    central_highlands="Tây Nguyên",
    profile="Hồ sơ tỉnh",
    compare="So sánh",
    strengths="Điểm mạnh, điểm yếu",
    rankings="Bảng xếp hạng",
    rank_changes="Thay đổi thứ hạng",
    compared_with="So với năm",
    same_region="Cùng vùng",
    source="Xem nguồn",
    point=",",
)
ENGLISH = Words(
    code="en",
    language="English",
    province="Province",
    year="Year",
    last_year="Up to year",
    region="Region",
    dak_nong="Dak Nong (to 30 June 2025)",
    lam_dong_before="Lam Dong (to 30 June 2025)",
    lam_dong_today="Lam Dong",
    central_highlands="Central Highlands",
    profile="Province profile",
    compare="Compare",
    strengths="Strengths and weaknesses",
    rankings="Rankings",
    rank_changes="Rank changes",
    compared_with="Compared with year",
    same_region="Same region",
    source="Show source",
    point=".",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("words", [pytest.param(VIETNAMESE, id="vi"), pytest.param(ENGLISH, id="en")]),
]


@pytest.fixture
def start(dashboard: Dashboard, page: Page, words: Words) -> Page:
    """The bare address, in the language of the reader."""
    open_page(page, dashboard.address())
    if words is not VIETNAMESE:
        press(page, words.language)
    return page


def go_to(page: Page, title: str) -> None:
    """Follow the link to another page."""
    page.get_by_role("link", name=title, exact=True).click()
    wait_until_finished(page)


def choose_province(page: Page, words: Words, typed: str, choice: str) -> None:
    """Type letters of a name into the picker and take one of what is found."""
    page.get_by_role("combobox", name=words.province, exact=True).click()
    page.keyboard.type(typed)
    found = page.get_by_role("option").filter(has_text=choice)
    expect(found.first).to_be_visible()
    found.first.click()
    wait_until_finished(page)


def cells(page: Page) -> list[list[str]]:
    """The rows of the table that is written in words, the heading first."""
    return [texts(row.locator("th, td")) for row in page.get_by_test_id("stTable").locator("tr").all()]


def test_own_rank(start: Page, words: Words) -> None:
    """PCI 2023: Đắk Nông 67.79 points, 21st of the 30 that VCCI ranks."""
    choose_province(start, words, "dak nong", words.dak_nong)
    card = one_line(start.get_by_test_id("stColumn").filter(has_text="PCI 2023").first.inner_text())
    assert words.number("67.79") in card
    assert "21/30" in card
    go_to(start, words.rankings)
    press(start, "PCI")
    pick(start, words.year, "2023")
    said = {
        "vi": "PCI 2023: Đắk Nông đạt 67,79 điểm, hạng 21/30",
        "en": "PCI 2023: Dak Nong scores 67.79 points, rank 21 of",
    }
    assert said[words.code] in body_text(start)


def test_who_is_first(start: Page, words: Words) -> None:
    """PCI 2022: Quảng Ninh, 72.95 points."""
    go_to(start, words.rankings)
    press(start, "PCI")
    pick(start, words.year, "2022")
    first = {"vi": "PCI 2022: Quảng Ninh xếp thứ nhất (72,95)", "en": "PCI 2022: Quang Ninh ranks first (72.95)"}
    assert headings(start)[0] == first[words.code]
    assert table_rows(start)[0][1:3] == ["1", "72.95"]


def test_comparison_with_a_neighbour(start: Page, words: Words) -> None:
    """Đắk Nông and Đắk Lắk: PAPI 2024 40.537382 and 43.010228, PCI 2022 64.87 and 60.91."""
    choose_province(start, words, "dak nong", words.dak_nong)
    go_to(start, words.compare)
    start.get_by_role("button", name=words.same_region).click()
    wait_until_finished(start)
    heading, *rows = cells(start)
    neighbour = next(place for place, name in enumerate(heading) if name.startswith(("Đắk Lắk", "Dak Lak")))
    papi = next(row for row in rows if row[0].startswith("PAPI 2024"))
    pci = next(row for row in rows if row[0].startswith("PCI 2022"))
    assert papi[1].startswith(words.number("40.54 †"))
    assert papi[neighbour].startswith(words.number("43.01 †"))
    assert pci[1].startswith(words.number("64.87"))
    assert pci[neighbour].startswith(words.number("60.91"))


def test_largest_rise_in_the_region(start: Page, words: Words) -> None:
    """PAPI 2023 to 2024 in the Central Highlands: Đắk Nông, from 38.971103 to 40.537382."""
    go_to(start, words.rankings)
    press(start, "PAPI")
    pick(start, words.region, words.central_highlands)
    # A table is drawn a moment after the page.
    expect(start.locator('[data-testid="stDataFrame"] table tbody tr')).to_have_count(5)
    change = next(place for place, name in enumerate(table_headings(start)) if name.endswith("2023"))
    rises = {row[0]: row[change] for row in table_rows(start)}
    largest = max(rises, key=lambda name: float(rises[name]))
    assert (largest, rises[largest]) == ({"vi": "Đắk Nông", "en": "Dak Nong"}[words.code], "1.566279")


def test_weakest_dimension(start: Page, words: Words) -> None:
    """PAPI 2024: Đắk Nông stands 59th of 61 in public service delivery (7.028904), nowhere lower."""
    choose_province(start, words, "dak nong", words.dak_nong)
    go_to(start, words.strengths)
    press(start, "PAPI")
    weakest = {
        "vi": "PAPI 2024: Điểm yếu: Cung ứng dịch vụ công (thứ tự theo điểm 59/61, kéo dài)",
        "en": "PAPI 2024: Weaknesses: Public Service Delivery (order by score 59 of 61, persistent)",
    }
    assert weakest[words.code] in body_text(start)
    assert ["weakness", "59"] in [row[1:3] for row in table_rows(start) if row[4] == "7.028904"]


def test_points_to_the_next_place(start: Page, words: Words) -> None:
    """PCI 2022: Lâm Đồng 67.62 (17th), before it Khánh Hòa with 67.74."""
    choose_province(start, words, "lam dong", words.lam_dong_before)
    go_to(start, words.profile)
    pick(start, words.last_year, "2022")
    card = one_line(start.get_by_test_id("stColumn").filter(has_text="PCI 2022").first.inner_text())
    assert f"{words.number('67.62')} " in card
    assert "17/63" in card
    said = {"vi": "Còn thiếu 0,12 điểm để bằng Khánh Hòa", "en": "0.12 points short of Khanh Hoa"}
    assert said[words.code] in card


def test_whether_two_editions_compare(start: Page, words: Words) -> None:
    """SIPAS 2021 and 2022: no; Quảng Ninh's 94.07 % and 87.59 % are both shown, without a change."""
    go_to(start, words.rank_changes)
    press(start, "SIPAS")
    pick(start, words.year, "2022")
    pick(start, words.compared_with, "2021")
    title = {"vi": "SIPAS 2021 → 2022: không so sánh được", "en": "SIPAS 2021 → 2022: not compared"}
    assert headings(start)[0] == title[words.code]
    reason = {
        "vi": "Không so sánh được do thay đổi phương pháp. Từ năm 2022",
        "en": "Not comparable: the method changed. New",
    }
    alert = one_line(start.get_by_role("alert").inner_text())
    assert alert.startswith(reason[words.code])
    assert words.number("94.07%") in body_text(start)


def test_figures_of_a_province_of_today(start: Page, words: Words) -> None:
    """Lâm Đồng since 1 July 2025: DTI 2024 of its three predecessors, and their plain mean."""
    choose_province(start, words, "lam dong", words.lam_dong_today)
    assert "don_vi=34-68" in start.url
    card = one_line(start.get_by_test_id("stColumn").filter(has_text="DTI 2024").first.inner_text())
    assert all(words.number(figure) in card for figure in ("0.6781", "0.6075", "0.7331", "0.6075–0.7331", "0.6729 †"))


def test_source_of_one_number(start: Page, words: Words) -> None:
    """SIPAS 2022, Quảng Ninh 87.59 %: who published it, and what it was read in, one click away."""
    go_to(start, words.rankings)
    press(start, "SIPAS")
    pick(start, words.year, "2022")
    start.get_by_role("button", name=words.source).click()
    sources = start.get_by_test_id("stPopoverBody")
    expect(sources.get_by_role("link").first).to_be_visible()
    published = {"vi": "Đơn vị công bố: Bộ Nội vụ", "en": "Published by: Ministry of Home Affairs"}
    assert published[words.code] in one_line(sources.inner_text())
    addresses = [link.get_attribute("href") or "" for link in sources.get_by_role("link").all()]
    assert all(address.startswith("http") for address in addresses)


def test_link_sent_to_a_colleague(start: Page, words: Words, browser: Browser, page_record: PageRecord) -> None:
    """The colleague reads the same, in the language of the sender."""
    choose_province(start, words, "dak nong", words.dak_nong)
    go_to(start, words.rankings)
    press(start, "PCI")
    pick(start, words.year, "2022")
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page_record.watch(context)
    colleague = context.new_page()
    open_page(colleague, start.url)
    assert (headings(colleague), body_text(colleague)) == (headings(start), body_text(start))
    assert words.number("64.87") in body_text(colleague)
    assert "38" in [row[1] for row in table_rows(colleague)]
    context.close()
