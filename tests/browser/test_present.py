"""A presentation in a browser: prepared on a page, shown on a wall, turned by keys, all of a slide seen at once."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from dashboard_server import Dashboard
from page_reading import body_text, headings, one_line
from playwright.sync_api import Page, expect
from streamlit_page import open_page, wait_until_finished

WALLS = ({"width": 1920, "height": 1080}, {"width": 1280, "height": 720})
# How far a slide is longer than the wall, how near its words and pictures come to the source line, and to the right.
_ROOM = """
() => {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  const foot = document.querySelector('.st-key-slide-foot').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('h1.slide-title, .slide-words, svg.marks')]
    .map((part) => part.getBoundingClientRect());
  const cells = [...document.querySelectorAll('.slide-words td, .slide-words th')];
  return {
    longer: Math.max(main.scrollHeight - main.clientHeight, document.documentElement.scrollHeight - innerHeight),
    above_foot: foot.top - Math.max(...boxes.map((box) => box.bottom)),
    beside: innerWidth - Math.max(...boxes.map((box) => box.right)),
    cells_cut: cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length,
  };
}
"""


def number(page: Page) -> str:
    return one_line(page.locator(".slide-foot b").inner_text())


def press_key(page: Page, key: str) -> None:
    page.keyboard.press(key)
    wait_until_finished(page)


def in_address(page: Page, name: str) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get(name, [])


def cells(page: Page) -> list[list[str]]:
    return [
        [one_line(text) for text in row.locator("td").all_inner_texts()]
        for row in page.locator(".slide-words tbody tr").all()
    ]


def test_keys_turn_slides_and_back_is_the_slide_before(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("trinh-chieu", don_vi="63-35"))
    page.get_by_role("button", name="Bắt đầu trình chiếu").click()
    wait_until_finished(page)
    assert headings(page) == ["Hà Nam: kết quả các chỉ số, 2022–2025"]
    assert number(page) == "Trang 1/21"
    expect(page.get_by_test_id("stPageLink")).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_count(0)
    press_key(page, "PageDown")
    assert cells(page)[0] == ["PAPI 2024", "43,38 †", "34/61 (*); Nhóm trung bình thấp †", "▲ 7 (*)", "+1,82", "2023"]
    press_key(page, "ArrowRight")
    assert number(page) == "Trang 3/21"
    assert in_address(page, "trang_so") == ["3"]
    assert headings(page)[0].startswith("PAPI 2024: Hà Nam đạt 43,38 điểm †")
    press_key(page, "ArrowLeft")
    assert number(page) == "Trang 2/21"
    press_key(page, "PageUp")
    press_key(page, "PageUp")
    assert number(page) == "Trang 1/21"
    # Of two quick presses none is lost; a hand leaves as much between them, and two at once are one to Streamlit.
    page.keyboard.press("PageDown")
    page.wait_for_timeout(80)
    page.keyboard.press("PageDown")
    expect(page.locator(".slide-foot b")).to_have_text("Trang 3/21")
    wait_until_finished(page)
    # Two quick presses may be one step of the history; one press alone is one.
    press_key(page, "PageDown")
    page.go_back()
    wait_until_finished(page)
    assert number(page) == "Trang 3/21"
    press_key(page, "Escape")
    expect(page.get_by_role("button", name="Bắt đầu trình chiếu")).to_be_visible()


def test_slides_are_chosen_ordered_and_edited(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("trinh-chieu", don_vi="63-35"))
    # Two quick clicks.
    page.get_by_text("PAPI 2024, điểm các thành phần").first.click()
    page.get_by_text("PAPI 2022–2024: Hà Nam giảm 7 vị trí").first.click()
    expect(page.get_by_role("heading", name="Các trang: 19/21")).to_be_visible()
    wait_until_finished(page)
    page.get_by_role("button", name="Chuyển xuống").click()
    wait_until_finished(page)
    assert in_address(page, "trang")[0].startswith("standing,cover,change-PAPI,map-PAPI,")
    title = page.get_by_label("Tiêu đề", exact=True)
    title.fill("Họp sơ kết: Hà Nam <b>")
    title.press("Control+Enter")
    wait_until_finished(page)
    assert in_address(page, "tieu_de") == ["cover:Họp sơ kết: Hà Nam <b>"]
    open_page(page, page.url)
    page.get_by_role("button", name="Trình chiếu trang này").click()
    wait_until_finished(page)
    assert (headings(page), number(page)) == (["Họp sơ kết: Hà Nam <b>"], "Trang 2/19")
    # What was made of one province's slides never stands over the figures of another.
    open_page(page, page.url.replace("don_vi=63-35", "don_vi=63-67").replace("trang_so=2", "trang_so=1"))
    assert headings(page) == ["Đắk Nông: kết quả các chỉ số, 2022–2025"]
    assert number(page).startswith("Trang 1/")


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("PPTX", b"PK"), ("XLSX", b"PK"), ("PDF", b"%PDF")],
)
def test_files_are_made_when_asked_for(dashboard: Dashboard, page: Page, kind: str, begins: bytes) -> None:
    parameters = {"don_vi": "63-35", "lua_chon_cua": "province:63-35.2022.2025.vi", "trang": "cover,standing"}
    open_page(page, dashboard.address("trinh-chieu", **parameters))
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile(kind)).click()
    assert download.value.suggested_filename == f"trinh-chieu-63-35-2022-2025.{kind.lower()}"
    assert download.value.path().read_bytes().startswith(begins)


@pytest.mark.slow
@pytest.mark.viewport(1920, 1080)
def test_all_of_every_slide_is_seen_without_scrolling(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("trinh-chieu", don_vi="34-68", trinh_chieu="co", ngon_ngu="en"))
    count = int(number(page).split()[-1])
    assert count > 25
    for position in range(1, count + 1):
        assert number(page) == f"Slide {position} of {count}"
        for wall in WALLS:
            page.set_viewport_size(wall)  # pyright: ignore[reportArgumentType]
            page.wait_for_timeout(100)
            room = page.evaluate(_ROOM)
            assert room["longer"] <= 0, (position, wall, room)
            assert room["above_foot"] >= 0, (position, wall, room)
            assert room["beside"] >= 0, (position, wall, room)
            assert room["cells_cut"] == 0, (position, wall, room)
        press_key(page, "PageDown")


@pytest.mark.slow
@pytest.mark.viewport(1280, 720)
def test_the_country_and_a_region(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("trinh-chieu", trinh_chieu="co", trang_so="2"))
    assert headings(page) == ["Cả nước: đơn vị dẫn đầu từng chỉ số"]
    assert cells(page)[2][:3] == ["PAPI 2024", "Quảng Ninh", "47,82 †"]
    open_page(page, dashboard.address("trinh-chieu", cau_chuyen="vung", vung="RRD"))
    assert "Đồng bằng sông Hồng: kết quả các chỉ số, 2022–2025" in body_text(page)
