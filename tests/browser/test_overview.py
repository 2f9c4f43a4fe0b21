"""The overview as it is read: figures of data/published, typed here, in both languages."""

import re

import pytest
from dashboard_server import Dashboard
from page_reading import (
    body_text,
    headings,
    language_of_page,
    one_line,
    pictures_without_words,
    press,
    sideways_scroll,
)
from playwright.sync_api import Locator, Page, expect
from streamlit_page import open_page

COMPUTED_VI = "† Do trang này tính hoặc suy ra từ số liệu đã công bố."
ORDER_VI = "(*) Thứ tự theo điểm do trang này tính, không phải thứ hạng do cơ quan công bố đưa ra."
COMPUTED_EN = "† Computed or deduced by this site from published figures."
ORDER_EN = "(*) Order by score is computed by this site; it is not a rank given by the publisher."

DAK_NONG_VI = {
    "PAR INDEX 2023": ["85,42%", "Thứ hạng 51/63", "Giảm 14 bậc, tăng 0,76 điểm % so với năm 2022"],
    "SIPAS 2023": ["81,21%", "Thứ hạng 41/63", "Chưa đủ số liệu để tính thay đổi (thiếu năm 2022)"],
    "PAPI 2024": [
        "40,54 †",
        "Thứ tự theo điểm 58/61 (*)",
        "Nhóm điểm thấp nhất †",
        "tăng 1,57 điểm",
        "Còn thiếu 0,08 điểm để bằng Trà Vinh (thứ tự theo điểm 57/61); không phải dự báo.",
    ],
    "PCI 2023": ["67,79", "Thứ hạng 21/30", "Tăng 17 bậc, tăng 2,92 điểm so với năm 2022"],
    "DTI 2024": ["0,6075", "Thứ tự theo điểm 55/63 (*)", "Không so sánh với năm 2023 do thay đổi phương pháp"],
}
DAK_NONG_EN = {
    "PAR INDEX 2023": ["85.42%", "Rank 51/63", "Down 14 places, up 0.76 percentage points on 2022"],
    "SIPAS 2023": ["81.21%", "Rank 41/63", "Change cannot be worked out (2022 missing)"],
    "PAPI 2024": [
        "40.54 †",
        "Order by score 58/61 (*)",
        "†",
        "up 1.57 points",
        "0.08 points short of Tra Vinh (order by score 57 of 61); not a forecast.",
    ],
    "PCI 2023": ["67.79", "Rank 21/30", "Up 17 places, up 2.92 points on 2022"],
    "DTI 2024": ["0.6075", "Order by score 55/63 (*)", "Not compared with 2023, as the method changed"],
}
DAK_NONG_MOVES = [
    "▲ +1,22 Hỗ trợ doanh nghiệp · PCI 2022–2023",
    "▲ +0,97 Pháp lý và an ninh trật tự · PCI 2022–2023",
    "▲ +0,51 Tiếp cận đất đai · PCI 2022–2023",
    "▼ −0,93 Tính minh bạch · PCI 2022–2023",
]

# A merged province: its predecessors' figures, one line each, and the range with the computed mean.
LAM_DONG_VI = {
    "PAR INDEX 2023": ["Bình Thuận: 81,87% · 61/63", "Đắk Nông: 85,42% · 51/63", "Lâm Đồng: – · 46/63"],
    "SIPAS 2024": ["Lâm Đồng: 83,00% ‡ · 39/63 ‡"],
    "PAPI 2024": [
        "Bình Thuận: 47,13 † · 3/61 (*)",
        "Đắk Nông: 40,54 † · 58/61 (*)",
        "Lâm Đồng: 41,02 † · 54/61 (*)",
        "Khoảng điểm 40,54–47,13 †; trung bình theo dân số năm 2024: 43,24 † (tính toán)",
    ],
    "PCI 2023": ["Bình Thuận: 68,06 · 18/30", "Đắk Nông: 67,79 · 21/30", "Lâm Đồng: – ("],
    "DTI 2024": [
        "Bình Thuận: 0,6781 · 40/63 (*)",
        "Đắk Nông: 0,6075 · 55/63 (*)",
        "Lâm Đồng: 0,7331 · 22/63 (*)",
        "Khoảng điểm 0,6075–0,7331; trung bình cộng theo cách của cơ quan công bố: 0,6729 † (tính toán)",
    ],
}
LAM_DONG_EN = {
    "PAR INDEX 2023": ["Binh Thuan: 81.87% · 61/63", "Dak Nong: 85.42% · 51/63", "Lam Dong: – · 46/63"],
    "SIPAS 2024": ["Lam Dong: 83.00% ‡ · 39/63 ‡"],
    "PAPI 2024": [
        "Binh Thuan: 47.13 † · 3/61 (*)",
        "Dak Nong: 40.54 † · 58/61 (*)",
        "Lam Dong: 41.02 † · 54/61 (*)",
        "Range 40.54–47.13 †; mean weighted by the population of 2024: 43.24 † (computed)",
    ],
    "PCI 2023": ["Binh Thuan: 68.06 · 18/30", "Dak Nong: 67.79 · 21/30", "Lam Dong: – ("],
    "DTI 2024": [
        "Binh Thuan: 0.6781 · 40/63 (*)",
        "Dak Nong: 0.6075 · 55/63 (*)",
        "Lam Dong: 0.7331 · 22/63 (*)",
        "Range 0.6075–0.7331; plain mean by the publisher's rule 0.6729 † (computed)",
    ],
}
# Today's Bắc Ninh has the code of the former Bắc Giang (24) and the name of the former Bắc Ninh (27).
BAC_NINH_VI = {
    "PAR INDEX 2023": ["Bắc Giang: 91,16% · 4/63", "Bắc Ninh: – ("],
    "PAPI 2024": [
        "Bắc Giang: 44,69 † · 16/61 (*)",
        "Bắc Ninh: 45,49 † · 8/61 (*)",
        "Khoảng điểm 44,69–45,49 †; trung bình theo dân số năm 2024: 45,04 † (tính toán)",
    ],
    "PCI 2024": ["Bắc Giang: 71,24 · 4/30", "Bắc Ninh: – ("],
    "DTI 2024": ["Bắc Giang: 0,7583 · 13/63 (*)", "Bắc Ninh: 0,7364 · 21/63 (*)"],
}
# Today's An Giang has the code of the former Kiên Giang (91) and the name of the former An Giang (89).
AN_GIANG_EN = {
    "PAR INDEX 2023": ["An Giang: 81.32% · 63/63", "Kien Giang: – ("],
    "SIPAS 2024": ["An Giang: – · 60/63", "Kien Giang: – ("],
    "PAPI 2024": [
        "An Giang: 42.89 † · 40/61 (*)",
        "Kien Giang: 39.91 † · 61/61 (*)",
        "Range 39.91–42.89 †; mean weighted by the population of 2024: 41.46 † (computed)",
    ],
    "DTI 2024": ["An Giang: 0.5393 · 60/63 (*)", "Kien Giang: 0.7313 · 23/63 (*)"],
}
MERGED = [
    ("34-68", "vi", "Lâm Đồng (mới): kết quả mới nhất của các chỉ số", LAM_DONG_VI, 3),
    ("34-68", "en", "Lam Dong (new): newest results of the indices", LAM_DONG_EN, 3),
    ("34-24", "vi", "Bắc Ninh (mới): kết quả mới nhất của các chỉ số", BAC_NINH_VI, 2),
    ("34-91", "en", "An Giang (new): newest results of the indices", AN_GIANG_EN, 2),
]
COUNTRY_VI = {
    "PAR INDEX 2024": ["88,37%", "trung bình cả nước (công bố)", "1/63: Hải Phòng"],
    "SIPAS 2024": ["83,94%", "trung bình cả nước (công bố)", "1/63: Hải Phòng"],
    "PAPI 2024": ["43,48 †", "trung vị cả nước (tính toán)", "1/61 (*): Quảng Ninh"],
    "PCI 2024": ["–", "không có số liệu chung của cả nước", "1/30: Hải Phòng"],
    "DTI 2024": ["0,6961", "trung bình cả nước (công bố)", "1/63: TP. Hồ Chí Minh"],
}
COUNTRY_EN = {
    "PAR INDEX 2024": ["88.37%", "national mean (published)", "1/63: Hai Phong"],
    "SIPAS 2024": ["83.94%", "national mean (published)", "1/63: Hai Phong"],
    "PAPI 2024": ["43.48 †", "national median (computed)", "1/61 (*): Quang Ninh"],
    "PCI 2024": ["–", "no national figure is held", "1/30: Hai Phong"],
    "DTI 2024": ["0.6961", "national mean (published)", "1/63: Ho Chi Minh City"],
}


def column_of(page: Page, edition: str) -> Locator:
    """The card of an edition; the map below may be of the same edition."""
    return page.get_by_test_id("stColumn").filter(has=page.get_by_role("heading", name=edition)).first


def card(page: Page, edition: str) -> str:
    """What is written on the card of an edition, in one line."""
    return one_line(column_of(page, edition).inner_text())


def assert_in_this_order(text: str, parts: list[str]) -> None:
    position = 0
    for part in parts:
        found = text.find(part, position)
        assert found >= 0, f"{part!r} is not in {text[position:]!r}"
        position = found + len(part)


def assert_cards(page: Page, cards: dict[str, list[str]]) -> None:
    for edition, parts in cards.items():
        assert_in_this_order(card(page, edition), [edition, *parts])


def test_a_province_reads_the_same_in_both_languages(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(don_vi="63-67"))
    assert headings(page)[:6] == ["Đắk Nông: kết quả mới nhất của các chỉ số", *DAK_NONG_VI]
    assert_cards(page, DAK_NONG_VI)
    body = body_text(page)
    assert_in_this_order(body, [ORDER_VI, COMPUTED_VI, "Tăng và giảm nhiều nhất", *DAK_NONG_MOVES])
    assert "hạng 58" not in body
    assert language_of_page(page) == "vi"
    press(page, "English")
    assert headings(page)[:6] == ["Dak Nong: newest results of the indices", *DAK_NONG_EN]
    assert_cards(page, DAK_NONG_EN)
    assert_in_this_order(body_text(page), [ORDER_EN, COMPUTED_EN, "What rose and fell most"])
    assert language_of_page(page) == "en"
    assert pictures_without_words(page) == []


def test_the_source_of_a_card_is_one_click_away(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(don_vi="63-67", ngon_ngu="en"))
    column_of(page, "PCI 2023").get_by_role("button", name="Show source").click()
    source = page.get_by_test_id("stPopoverBody").get_by_role("link").first
    expect(source).to_have_attribute("href", re.compile(r"^https://baogialai\.com\.vn/.+-nam-2023-post277041\.html$"))
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text("Published by: VCCI")


def test_what_is_not_held_says_so_once_and_how_to_fill_it_in(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(don_vi="63-35"))
    assert_in_this_order(card(page, "SIPAS 2024"), ["SIPAS 2024", "–", "Chưa thu thập được.", "Biểu mẫu để điền điểm"])
    assert "Chưa đủ số liệu để tính thay đổi" not in card(page, "SIPAS 2024")
    assert "Biểu mẫu" not in card(page, "PAPI 2024")
    column_of(page, "SIPAS 2024").get_by_role("button", name="Biểu mẫu để điền điểm").click()
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text("python -m etl template --index sipas --year 2024")


def test_a_card_of_an_older_year_offers_the_form_of_the_newer_one(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(don_vi="63-67"))
    column_of(page, "PAR INDEX 2023").get_by_role("button", name="Biểu mẫu để điền điểm").click()
    form = page.get_by_test_id("stPopoverBody").get_by_role("link", name="Tải biểu mẫu PAR 2024 (Excel)")
    expect(form).to_have_attribute("href", re.compile(r"du-lieu/bieu-mau/PAR-2024\.xlsx$"))


@pytest.mark.parametrize(
    ("province", "language", "heading", "cards", "predecessors"), MERGED, ids=[f"{m[0]}-{m[1]}" for m in MERGED]
)
def test_a_merged_province_shows_its_predecessors_beside_each_other(
    dashboard: Dashboard,
    page: Page,
    province: str,
    language: str,
    heading: str,
    cards: dict[str, list[str]],
    predecessors: int,
) -> None:
    open_page(page, dashboard.address(don_vi=province, ngon_ngu=language))
    assert headings(page)[0] == heading
    assert_cards(page, cards)
    for edition in cards:
        assert column_of(page, edition).get_by_role("listitem").count() == predecessors
    # A large figure would be one of the new province itself, and there is none.
    assert page.get_by_test_id("stMetric").count() == 0
    assert (COMPUTED_VI if language == "vi" else COMPUTED_EN) in body_text(page)


def test_the_country_is_the_first_view(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address())
    assert headings(page)[:6] == ["Cả nước: kết quả mới nhất của các chỉ số", *COUNTRY_VI]
    assert_cards(page, COUNTRY_VI)
    moves = [
        "PAPI 2024: các tỉnh, thành phố tăng và giảm nhiều nhất",
        "Tây Ninh: +8,11 → 47,35",
        "Bạc Liêu: −1,48 → 44,10",
    ]
    assert_in_this_order(body_text(page), moves)
    press(page, "English")
    assert_cards(page, COUNTRY_EN)
    moves = ["PAPI 2024: who rose and fell most", "Tay Ninh: +8.11 → 47.35", "Bac Lieu: −1.48 → 44.10"]
    assert_in_this_order(body_text(page), moves)
    assert pictures_without_words(page) == []


@pytest.mark.viewport(390, 844)
@pytest.mark.parametrize("province", ["63-67", "34-68"])
def test_a_phone_needs_no_sideways_scroll(dashboard: Dashboard, page: Page, province: str) -> None:
    open_page(page, dashboard.address(don_vi=province))
    assert sideways_scroll(page) <= 0
    press(page, "English")
    assert sideways_scroll(page) <= 0
    assert "PAPI 2024" in headings(page)


def test_an_earlier_year_shows_the_editions_of_then(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(don_vi="63-67", den_nam="2022"))
    assert headings(page)[0] == "Đắk Nông: kết quả của các chỉ số tính đến năm 2022"
    body = body_text(page)
    for shown in ("PAR INDEX 2022", "84,66%", "Thứ hạng 37/63", "PAPI 2022", "40,53"):
        assert shown in body
