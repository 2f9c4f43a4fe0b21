"""Several maps at once and maps of today's provinces: what is drawn, said, counted, chosen, and how much is sent."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from dashboard_server import Dashboard
from drawn_charts import charts, click_on, hint, legend, point_to, provinces_drawn, provinces_hatched
from page_reading import (
    body_text,
    drawn_rows,
    headings,
    keep_drawn_texts,
    pictures_without_words,
    press,
    sideways_scroll,
)
from playwright.sync_api import Locator, Page, WebSocket, expect
from streamlit_page import open_page, wait_until_finished

AT_SEA = {"vi": ["Hoàng Sa (Đà Nẵng)", "Trường Sa (Khánh Hòa)"], "en": ["Hoang Sa (Da Nang)", "Truong Sa (Khanh Hoa)"]}
MOST_BYTES_A_CLICK = 40 * 1024


def names_at_sea(chart: Locator) -> list[str]:
    labels = chart.locator("g.mark-text.role-mark text:has(tspan)").all()
    return sorted({" ".join(label.locator("tspan").all_text_contents()) for label in labels})


def click_on_nghe_an(page: Page, chart: Locator) -> None:
    """Click into the middle of Nghệ An, the fourth of the shapes by the size of their boxes."""
    chart.scroll_into_view_if_needed()
    x, y = chart.evaluate(
        """(svg) => {
          const size = (box) => box.width * box.height;
          const boxes = [...svg.querySelectorAll('g.role-mark.layer_0_marks path')]
            .map((path) => path.getBoundingClientRect());
          const box = boxes.sort((one, other) => size(other) - size(one))[3];
          return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    page.mouse.click(x, y)
    wait_until_finished(page)


def chosen(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query)["don_vi"][0]


def test_all_indices_at_once(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", bo_ban_do="cac-chi-so", don_vi="63-67"))
    assert headings(page) == ["Các chỉ số: kết quả mới nhất đến năm 2024"]
    assert charts(page).count() == 5
    assert "không có tổng của các chỉ số" in body_text(page)
    papi = charts(page).nth(2)
    assert (provinces_drawn(papi), provinces_hatched(papi)) == (63, 2)
    assert legend(papi)[0] == "37,22 đến 41,25 (9 tỉnh)"
    assert "PAPI 2024: Đắk Nông đạt 40,54 điểm †" in body_text(page)
    for position in range(5):
        assert names_at_sea(charts(page).nth(position)) == AT_SEA["vi"]
    press(page, "Thứ hạng, thứ tự (*)")
    expect(charts(page).nth(2).get_by_text("Thứ tự 1–12 (12 tỉnh)")).to_be_visible()
    click_on_nghe_an(page, charts(page).nth(4))
    expect(page).to_have_url(re.compile("don_vi=63-40"))
    expect(page.get_by_text("SIPAS 2024: Nghệ An")).to_be_visible()


def test_one_index_over_the_years(dashboard: Dashboard, page: Page) -> None:
    address = dashboard.address("ban-do", bo_ban_do="cac-nam", chi_so="PAPI", den_nam="2019", ngon_ngu="en")
    open_page(page, address)
    assert headings(page) == ["PAPI – PAPI overall, unweighted, 2011–2019", "2018–2019", "2011–2017"]
    said = body_text(page)
    assert "2017 → 2018: Not comparable: the method changed." in said
    # A legend for each series, and a map for each year.
    assert charts(page).count() == 2 + 9
    key, first = charts(page).nth(0), charts(page).nth(1)
    assert legend(key)[0] == "37.22 to 41.25"
    assert legend(key)[-1] == "No data"
    assert legend(first) == ["1", "10", "12", "16", "22", "2"]
    assert names_at_sea(first) == AT_SEA["en"]


def test_an_edition_of_the_63_by_todays_provinces(dashboard: Dashboard, page: Page) -> None:
    keep_drawn_texts(page)
    open_page(page, dashboard.address("ban-do", chi_so="PAPI", nam="2023", he="34", don_vi="34-68"))
    assert headings(page) == ["PAPI 2023, theo tỉnh hiện nay"]
    said = body_text(page)
    assert "PAPI 2023: Lâm Đồng (mới): các tỉnh trước sắp xếp đạt 38,97–42,47 †; trung bình 41,10 †." in said
    assert "† Trung bình theo dân số trung bình năm 2024." in said
    assert "TP. Hồ Chí Minh (không có số liệu của Bình Dương)" in said
    chart = charts(page).nth(0)
    assert (provinces_drawn(chart), provinces_hatched(chart)) == (34, 2)
    assert "Ranh giới vùng" not in said
    point_to(page, chart, "Đà Nẵng")
    assert hint(page) == "Đà Nẵng Điểm 41,53 † Các tỉnh trước sắp xếp 40,60–42,67 †"
    click_on(page, chart, "Cần Thơ")
    assert chosen(page) == "34-92"
    page.get_by_text("Xem bảng số liệu", exact=True).click()
    wait_until_finished(page)
    assert ["Bắc Ninh", "44,93 †", "44,32–45,70 †"] in [row[:3] for row in drawn_rows(page)]


def test_a_click_on_one_map_sends_little(dashboard: Dashboard, page: Page) -> None:
    received: list[int] = []

    def count(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(len(frame)))

    page.on("websocket", count)
    open_page(page, dashboard.address("ban-do", chi_so="PAPI", nam="2024"))
    received.clear()
    # The dot of Đà Nẵng lies on the coast, where the outline of a region passes.
    click_on(page, charts(page).nth(0), "Đà Nẵng")
    assert chosen(page) == "63-48"
    assert sum(received) <= MOST_BYTES_A_CLICK


@pytest.mark.viewport(390, 844)
def test_phone_has_the_maps_one_under_another(dashboard: Dashboard, page: Page) -> None:
    open_page(page, dashboard.address("ban-do", bo_ban_do="cac-chi-so", ngon_ngu="en"))
    assert sideways_scroll(page) == 0
    assert pictures_without_words(page) == []
    boxes = [charts(page).nth(position).bounding_box() for position in range(5)]
    assert all(box is not None and box["width"] > 300 for box in boxes)
    assert names_at_sea(charts(page).nth(0)) == AT_SEA["en"]
