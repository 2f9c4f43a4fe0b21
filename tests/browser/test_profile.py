"""The profile of a province as it is read, and as it is printed: two A4 pages with the same figures."""

import io

import pdfplumber
import pytest
from dashboard_server import Dashboard
from drawn_charts import charts
from page_reading import (
    body_text,
    headings,
    language_of_page,
    one_line,
    pictures_without_words,
    press,
    sideways_scroll,
    texts,
)
from playwright.sync_api import Page
from streamlit_page import open_page, wait_until_finished

PAGE = "ho-so-tinh"
A4 = (595, 842)  # points


def rows_of_table(page: Page, number: int) -> list[str]:
    """The rows of the components (0) or of the years (1), each in one line."""
    return texts(page.get_by_test_id("stTable").nth(number).locator("tbody tr"))


def printed(page: Page) -> list[str]:
    """What each printed page says, in one line; every one is A4."""
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        assert {(round(sheet.width), round(sheet.height)) for sheet in pdf.pages} == {A4}
        return [one_line(sheet.extract_text()) for sheet in pdf.pages]


def test_dak_nong_in_papi_2024(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="63-67", chi_so="PAPI"))
    assert headings(page)[:6] == [
        "Hồ sơ Đắk Nông, tính đến năm 2024",
        "PAR INDEX 2023",
        "SIPAS 2023",
        "PAPI 2024",
        "PCI 2023",
        "DTI 2024",
    ]
    assert headings(page)[6:] == [
        "PAPI 2024: Đắk Nông",
        "Điểm mạnh, điểm yếu",
        "Thay đổi gần nhất, 2023 → 2024",
        "Dư địa và độ chắc của thứ hạng",
        "Tỉnh tương đồng",
        "Các thành phần và cơ quan chủ trì",
        "PAPI qua các năm",
    ]
    said = body_text(page)
    for sentence in (
        "▼ Kiểm soát tham nhũng 6,32 † · 58/61 (*)",
        "Kéo dài: lặp lại ba kỳ liền. Thường do Thanh tra tỉnh, thành phố tham mưu.",
        (
            "Thứ tự theo điểm: tăng 3 vị trí trong 59 tỉnh, thành phố; do tỉnh thay đổi: tăng 3 vị trí; "
            "do các tỉnh khác thay đổi: giữ nguyên vị trí."
        ),
        "Đóng góp nhiều nhất vào mức tăng: Công khai, minh bạch (+0,40 điểm).",
        "Còn thiếu 0,08 điểm để bằng Trà Vinh (thứ tự theo điểm 57/61); không phải dự báo.",
        "Thấp hơn trung vị các tỉnh, thành phố 2,94 điểm (43,48 †).",
        "Thấp hơn trung vị nhóm tương đồng 2,01 điểm (5/5 tỉnh có số liệu).",
    ):
        assert sentence in said
    components, years = rows_of_table(page, 0), rows_of_table(page, 1)
    assert components[3].endswith("thường do Thanh tra tỉnh, thành phố tham mưu 6,32 † 58/61 (*) +0,36 1,88")
    assert years[0] == "2024 40,54 † 58/61 (*) Nhóm điểm thấp nhất †"
    assert years[-1] == "2011 35,80 27/63 (*)"
    press(page, "English")
    assert language_of_page(page) == "en"
    assert headings(page)[0] == "Profile of Dak Nong, up to 2024"
    assert "▼ Control of Corruption 6.32 † · 58/61 (*)" in body_text(page)
    assert "Contributed most to the rise: Transparency (+0.40 points)." in body_text(page)
    assert rows_of_table(page, 1)[0] == "2024 40.54 † 58/61 (*) Low (Poor Performers) †"


def test_what_cannot_be_said_says_why_and_where_it_can(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="34-01", chi_so="PCI", ngon_ngu="en"))
    said = body_text(page)
    assert "Up 4 places on 2023." in said
    assert "Cannot be said: 44 of 63 scores are not held." in said
    assert "Contributions cannot be said: there is no score of one of the two editions." in said
    page.get_by_role("button", name="Up to 2022, of which all are held").click()
    wait_until_finished(page)
    assert "den_nam=2022" in page.url
    assert "PCI 2022: Ha Noi" in headings(page)
    assert rows_of_table(page, 1)[0] == "2022 66.74 20/63"


def test_merged_province_has_its_published_figure_first_then_its_predecessors(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="34-44", chi_so="DTI"))
    assert "Hồ sơ Quảng Trị (mới), tính đến năm 2024" in headings(page)
    said = body_text(page)
    assert "Thứ hạng 33/34" in said
    assert said.index("Thứ hạng 33/34") < said.index("Quảng Bình: 0,4946 · 63/63 (*)")
    assert "Khoảng điểm 0,4946–0,6770; trung bình cộng theo cách của cơ quan công bố: 0,5858 † (tính toán)" in said
    assert rows_of_table(page, 1)[0] == (
        "2024 33/34 0,4946 · 63/63 (*) 0,6770 · 41/63 (*) 0,4946–0,6770; 0,5858 † (quy tắc của cơ quan công bố)"
    )


def test_whole_country_shows_an_example_and_a_list_to_choose_from(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE))
    assert headings(page)[0] == "Hồ sơ Hà Nội, tính đến năm 2024"
    assert "Đang chọn cả nước: hiển thị Hà Nội làm ví dụ." in body_text(page)
    page.get_by_role("combobox", name="Xem hồ sơ của", exact=True).click()
    page.keyboard.type("dak nong")
    page.get_by_role("option", name="Đắk Nông (đến 30/06/2025) · Dak Nong", exact=True).click()
    wait_until_finished(page)
    assert "don_vi=63-67" in page.url
    assert headings(page)[0] == "Hồ sơ Đắk Nông, tính đến năm 2024"


def test_index_without_any_figure_says_why(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="63-35", chi_so="PAR", ngon_ngu="en"))
    assert "PAR INDEX: Ha Nam" in headings(page)
    assert (
        "No figure of Ha Nam in PAR INDEX is held. PAR INDEX 2024: the result of Ha Nam has not been collected yet."
    ) in body_text(page)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "unit", "index", "last_year", "on_first", "on_second"),
    [
        ("vi", "63-67", "PAPI", "2024", "Hồ sơ Đắk Nông, tính đến năm 2024", "2024 40,54 † 58/61 (*)"),
        ("en", "63-67", "PCI", "2019", "Profile of Dak Nong, up to 2019", "2019 60.50 62/63"),
        # Three predecessors, ten components, fifteen years: the longest there is.
        ("vi", "34-37", "PCI", "2019", "Hồ sơ Ninh Bình (mới), tính đến năm 2019", "64,95 † (theo dân số 2019)"),
    ],
)
def test_prints_to_two_pages_with_nothing_to_press(
    dashboard: Dashboard,
    page: Page,
    language: str,
    unit: str,
    index: str,
    last_year: str,
    on_first: str,
    on_second: str,
) -> None:
    address = dashboard.address(PAGE, don_vi=unit, chi_so=index, den_nam=last_year, ngon_ngu=language)
    open_page(page, address)
    first, second = printed(page)
    assert first.startswith(on_first)
    assert on_second in second
    for pressed in ("Tải Excel", "Xem nguồn", "Download Excel", "Show source", "Tiếng Việt", "Ctrl+P"):
        assert pressed not in first + second


@pytest.mark.viewport(390, 844)
def test_phone_shows_the_whole_page_in_its_width_and_in_words(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="34-68", chi_so="PAPI"))
    assert charts(page).count() > 5
    assert sideways_scroll(page) == 0
    assert pictures_without_words(page) == []


# Where the heading of the last column ends, and where its table does.
_LAST_HEADING = """
() => {
  const table = document.querySelector('.st-key-profile-components table');
  const words = document.createRange();
  words.selectNodeContents([...table.querySelectorAll('th')].at(-1));
  return [words.getBoundingClientRect().right, table.getBoundingClientRect().right].map(Math.floor);
}
"""


@pytest.mark.viewport(390, 844)
def test_phone_shows_the_last_column_of_the_components_whole(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address(PAGE, don_vi="63-67", chi_so="PAPI", ngon_ngu="en"))
    words, table = page.evaluate(_LAST_HEADING)
    assert words <= table <= 390 - 15
