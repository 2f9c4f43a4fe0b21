"""An index is data: a catalogue file, its editions, a source and its figures; the pages show it without new code."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from dashboard_server import Dashboard, running_dashboard
from data_copies import COLUMNS, add_line, codes, copy_of_data, keeper
from drawn_charts import change_rows, charts, drawn_texts, legend, provinces_drawn
from page_reading import body_text, headings, pictures_without_words, table_rows
from playwright.sync_api import Browser, Page, expect
from streamlit_page import open_page

CATALOGUE = """id: GRN
position: 8
short_name: GREEN
names: [{from: 2022, vi: Chỉ số Xanh thử nghiệm, en: Trial Green Index}]
publishers: [{from: 2022, vi: Viện Thử nghiệm, en: Trial Institute}]
help: {vi: Một chỉ số chỉ có trong kiểm thử., en: An index of the tests alone.}
unit: points
display_decimals: 2
publishes_ranks: true
groups: []
component_word: {vi: lĩnh vực, en: area}
components:
  - id: overall
    periods: [{from: 2022, role: root, minimum: 0, maximum: 200, vi: Điểm tổng hợp, en: Overall}]
  - id: air
    periods: [{from: 2022, role: addend, parent: overall, weight: 1, maximum: 100, vi: Không khí, en: Air}]
  - id: water
    periods: [{from: 2022, role: addend, parent: overall, weight: 1, maximum: 100, vi: Nước, en: Water}]
"""


def edition(year: int, provinces: list[str]) -> str:
    """An edition in which the first of the provinces is first, with 90 points in each area, and so on down."""
    rows: list[str] = []
    for place, code in enumerate(provinces, start=1):
        points = 91 - place
        where = f"GRN,{year},63,{code}"
        rows += [f"{where},{area},{points}.25,,,,published,,T1" for area in ("air", "water")]
        rows.append(f"{where},overall,{2 * points}.50,{place},,,published,,T1")
    return "\n".join([COLUMNS, *rows, ""])


@pytest.fixture(scope="module")
def with_sixth_index(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard on a copy of the data to which an invented index was added."""
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("sixth_index")
    data = copy_of_data(folder)
    (data / "catalogue" / "grn.yaml").write_text(CATALOGUE, encoding="utf-8", newline="\n")
    for year in (2022, 2023):
        line = f"GRN,{year},63,{year + 1}-05,,63,63,all_ranks,grn-2022,2,published,T1"
        add_line(data / "catalogue" / "editions.csv", line)
    add_line(data / "sources.csv", "GRN,T1,Trial results,Trial Institute,,2024,Trial Institute,publisher,")
    provinces = codes(data, "63")
    # In 2023 Đắk Nông passes all others.
    for year, order in {2022: provinces, 2023: ["67", *(code for code in provinces if code != "67")]}.items():
        file = folder / f"grn_{year}.csv"
        file.write_text(edition(year, order), encoding="utf-8", newline="\n")
        keeper(data, folder / "release", "import", str(file), "--index", "grn", "--year", str(year), "--yes")
    keeper(data, folder / "release", "publish")
    with running_dashboard(folder / "release", folder / "server.log") as running:
        yield running


@pytest.mark.slow
def test_overview_has_a_sixth_card(with_sixth_index: Dashboard, page: Page) -> None:
    open_page(page, with_sixth_index.address(don_vi="63-67"))
    assert "GREEN 2023" in headings(page)
    said = body_text(page)
    assert "180,50" in said
    assert "1/63" in said
    assert pictures_without_words(page) == []


@pytest.mark.slow
def test_other_pages_show_it_too(with_sixth_index: Dashboard, page: Page) -> None:
    open_page(page, with_sixth_index.address("bang-xep-hang", chi_so="GRN", don_vi="63-67"))
    assert parse_qs(urlsplit(page.url).query)["nam"] == ["2023"]
    expect(page.get_by_role("radio", name="GREEN", exact=True)).to_be_checked()
    assert headings(page)[0] == "GREEN 2023: Đắk Nông xếp thứ nhất (180,50)"
    assert "Nguồn: Viện Thử nghiệm. Kỳ: GREEN 2023. 63 tỉnh, thành phố có số liệu." in body_text(page)
    assert any("Đắk Nông" in cell for cell in table_rows(page)[0])
    open_page(page, with_sixth_index.address("xu-huong", chi_so="GRN", don_vi="63-67", ngon_ngu="en"))
    assert headings(page)[0] == "GREEN – Overall, 2022–2023: Dak Nong"
    assert "Dak Nong 180.50" in drawn_texts(charts(page).nth(0))
    open_page(page, with_sixth_index.address("thay-doi-thu-hang", chi_so="GRN"))
    rows = change_rows(charts(page).nth(0))
    assert (rows["1. Đắk Nông"], rows["2. Hà Nội"]) == ("▲ 42", "▼ 1")
    open_page(page, with_sixth_index.address("ban-do", chi_so="GRN", thanh_phan="water"))
    assert provinces_drawn(charts(page).nth(0)) == 63
    assert len(legend(charts(page).nth(0))) == 5
