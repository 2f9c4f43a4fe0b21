"""The ranking page as it is read: figures of data/published, typed here, in both languages."""

from dataclasses import dataclass

import pytest
from dashboard_server import Dashboard
from page_reading import (
    body_text,
    drawn_rows,
    headings,
    keep_drawn_texts,
    language_of_page,
    pick,
    pictures_without_words,
    press,
    press_heading,
    sideways_scroll,
    table_headings,
    table_rows,
)
from playwright.sync_api import Page, expect
from streamlit_page import open_page, wait_until_finished

PAGE = "bang-xep-hang"


@dataclass(frozen=True)
class Reading:
    """An edition with a chosen province, and what is read of it in one language.

    `row`: the chosen province's row, which stands first, from the left as far as typed here; `next_row` the one below.
    """

    asked: tuple[str, str, str]
    language: str
    heading: str
    sentence: str
    columns: list[str]
    row: list[str]
    next_row: list[str]
    notes: tuple[str, ...] = ()


READINGS = [
    Reading(
        ("PAPI", "2024", "63-67"),
        "vi",
        "PAPI 2024: Quảng Ninh có điểm cao nhất (47,82 †)",
        "PAPI 2024: Đắk Nông đạt 40,54 điểm †, thuộc Nhóm điểm thấp nhất (nhóm suy ra), thứ tự theo điểm 58/61;",
        ["Tỉnh, thành phố", "Thứ tự theo điểm (*)", "Điểm", "Nhóm"],
        ["Đắk Nông", "58/61 (*)", "40,54 †", "Nhóm điểm thấp nhất †", "+1,57"],
        ["Quảng Ninh", "1/61 (*)", "47,82 †"],
        ("(*) Thứ tự theo điểm do trang này tính, không phải thứ hạng do cơ quan công bố đưa ra.",),
    ),
    Reading(
        ("PAPI", "2024", "63-67"),
        "en",
        "PAPI 2024: Quang Ninh has the highest score (47.82 †)",
        "PAPI 2024: Dak Nong scores 40.54 points †, in the group Low (Poor Performers) (deduced), order by score 58",
        ["Province", "Order by score (*)", "Score", "Group"],
        ["Dak Nong", "58/61 (*)", "40.54 †", "Low (Poor Performers) †", "+1.57"],
        ["Quang Ninh", "1/61 (*)", "47.82 †"],
        ("(*) Order by score is computed by this site; it is not a rank given by the publisher.",),
    ),
    Reading(
        ("PAPI", "2021", "63-22"),
        "vi",
        "PAPI 2021: Thừa Thiên Huế có điểm cao nhất (48,06 †)",
        "Không có kết quả: đơn vị công bố không đưa Quảng Ninh vào đánh giá năm 2021 (không đủ dữ liệu để đánh giá).",
        ["Tỉnh, thành phố", "Thứ tự theo điểm (*)", "Điểm"],
        ["Quảng Ninh", "–", "–"],
        ["Thừa Thiên Huế", "1/60 (*)", "48,06 †"],
    ),
    Reading(
        ("PAPI", "2021", "63-22"),
        "en",
        "PAPI 2021: Thua Thien Hue has the highest score (48.06 †)",
        "not enough data for an assessment",
        ["Province", "Order by score (*)", "Score"],
        ["Quang Ninh", "–", "–"],
        ["Thua Thien Hue", "1/60 (*)", "48.06 †"],
    ),
    Reading(
        ("PCI", "2023", "63-67"),
        "vi",
        "PCI 2023: Quảng Ninh xếp thứ nhất (71,25)",
        "PCI 2023: Đắk Nông đạt 67,79 điểm, hạng 21/30; tăng 17 bậc, tăng 2,92 điểm so với năm 2022.",
        ["Tỉnh, thành phố", "Thứ hạng", "Điểm"],
        ["Đắk Nông", "21/30", "67,79", "+2,92"],
        ["Quảng Ninh", "1/30", "71,25", "−1,70"],
        ("Từ năm 2023 chỉ công bố điểm và thứ hạng của 30 tỉnh, thành phố dẫn đầu",),
    ),
    Reading(
        ("PCI", "2006", "63-67"),
        "en",
        "PCI 2006: Binh Duong ranks first (76.23)",
        "PCI 2006: Dak Nong scores 38.91 points, rank 63 of 64; not compared with 2005, as the method changed.",
        ["Province", "Rank", "Score"],
        ["Dak Nong", "63/64", "38.91"],
        ["Binh Duong", "1/64", "76.23"],
    ),
    Reading(
        ("PAR", "2022", "63-67"),
        "vi",
        "PAR INDEX 2022: Quảng Ninh xếp thứ nhất (90,10%)",
        "PAR INDEX 2022: Đắk Nông đạt 84,66%, hạng 37/63; không so sánh với năm 2021 do thay đổi phương pháp.",
        ["Tỉnh, thành phố", "Thứ hạng", "Điểm"],
        ["Đắk Nông", "37/63", "84,66%"],
        ["Quảng Ninh", "1/63", "90,10%"],
        ("Chưa xác định được thứ tự theo điểm",),
    ),
    Reading(
        ("DTI", "2022", "63-38"),
        "vi",
        "DTI 2022: Đà Nẵng (trước 01/07/2025) xếp thứ nhất (0,8002)",
        "DTI 2022: Thanh Hóa đạt 0,6350, hạng 15/63 (đồng hạng với Yên Bái); giảm 3 bậc, tăng 0,1470 điểm",
        ["Tỉnh, thành phố", "Thứ hạng", "Điểm"],
        ["Thanh Hóa", "15/63", "0,6350", "+0,1470"],
        ["Đà Nẵng", "1/63", "0,8002"],
    ),
    Reading(
        ("DTI", "2022", "63-15"),
        "en",
        "DTI 2022: Da Nang (before 1 July 2025) ranks first (0.8002)",
        "DTI 2022: Yen Bai scores 0.6350, rank 15 of 63 (tied with Thanh Hoa)",
        ["Province", "Rank", "Score"],
        ["Yen Bai", "15/63", "0.6350"],
        ["Da Nang", "1/63", "0.8002"],
    ),
]


@pytest.mark.parametrize("reading", READINGS, ids=[" ".join((*r.asked, r.language)) for r in READINGS])
def test_an_edition_reads_as_published(dashboard: Dashboard, page: Page, reading: Reading) -> None:
    index, year, province = reading.asked
    keep_drawn_texts(page)
    open_page(page, dashboard.address(PAGE, chi_so=index, nam=year, don_vi=province, ngon_ngu=reading.language))
    assert headings(page) == [reading.heading]
    body = body_text(page)
    for sentence in (reading.sentence, *reading.notes):
        assert sentence in body
    shown = table_headings(page)
    assert shown[: len(reading.columns)] == reading.columns
    drawn = drawn_rows(page)
    assert drawn[1][: len(reading.row)] == reading.row
    assert drawn[2][: len(reading.next_row)] == reading.next_row
    if "(*)" in reading.next_row[1]:
        assert not [column for column in shown if "thứ hạng" in column.lower() or "rank" in column.lower()]
    else:
        assert "(*)" not in body
        assert not [cell for row in drawn for cell in row if "(*)" in cell]
    assert language_of_page(page) == reading.language
    assert pictures_without_words(page) == []


def test_a_heading_sorts_numbers_as_numbers(dashboard: Dashboard, page: Page) -> None:
    keep_drawn_texts(page)
    open_page(page, dashboard.address(PAGE, chi_so="PCI", nam="2022", thanh_phan="overall"))
    first = page.get_by_test_id("glide-cell-0-0")
    expect(first).to_have_text("Quảng Ninh")
    place = page.get_by_test_id("glide-cell-1-0")
    press_heading(page, "Thứ hạng, thứ tự (*)")
    expect(place).to_have_text("1")
    assert [row[1] for row in table_rows(page)][:12] == [str(rank) for rank in range(1, 13)]
    press_heading(page, "Thứ hạng, thứ tự (*)")
    expect(place).to_have_text("63")
    press_heading(page, "Điểm")
    expect(page.get_by_test_id("glide-cell-2-0")).not_to_have_text("72.95")
    scores = [float(row[2]) for row in table_rows(page)]
    assert scores == sorted(scores)
    press_heading(page, "Điểm")
    expect(first).to_have_text("Quảng Ninh")


def test_the_province_heading_sorts_in_vietnamese_order(dashboard: Dashboard, page: Page) -> None:
    keep_drawn_texts(page)
    open_page(page, dashboard.address(PAGE, chi_so="PAPI", nam="2024"))
    press_heading(page, "Tỉnh, thành phố")
    expect(page.get_by_test_id("glide-cell-0-0")).to_have_text("An Giang")
    names = [row[0] for row in table_rows(page)]
    assert names[:6] == ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh"]
    assert names[11:18] == ["Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên"]


def test_search_and_region_leave_what_was_asked_for(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, chi_so="PAPI", nam="2024"))
    box = page.get_by_role("searchbox").or_(page.get_by_role("textbox"))
    box.fill("dak nong")
    page.keyboard.press("Enter")
    wait_until_finished(page)
    assert [row[:3] for row in table_rows(page)] == [["Đắk Nông", "58", "40.537382"]]
    box.fill("")
    page.keyboard.press("Enter")
    wait_until_finished(page)
    pick(page, "Vùng", "Tây Nguyên")
    places = {"Đắk Lắk": "39", "Gia Lai": "52", "Lâm Đồng": "54", "Đắk Nông": "58", "Kon Tum": "60"}
    assert {row[0]: row[1] for row in table_rows(page)} == places
    box.fill("quang ninh")
    page.keyboard.press("Enter")
    wait_until_finished(page)
    expect(page.get_by_role("status")).to_contain_text("Không có tỉnh, thành phố nào phù hợp với bộ lọc.")


@pytest.mark.viewport(390, 844)
def test_a_phone_needs_no_sideways_scroll(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, chi_so="DTI", nam="2022", don_vi="34-68"))
    assert sideways_scroll(page) <= 0
    press(page, "English")
    assert sideways_scroll(page) <= 0
    assert {row[0] for row in table_rows(page)[:3]} == {"Binh Thuan", "Dak Nong", "Lam Dong"}
