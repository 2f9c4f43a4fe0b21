"""The files that readers take with them: what is seen, as numbers, made when they are asked for."""

import csv
import re
from pathlib import Path

import openpyxl
from dashboard_server import Dashboard
from playwright.sync_api import Page, WebSocket
from streamlit_page import open_page

PAGE = "bang-xep-hang"
FILE_ON_THE_SERVER = re.compile(rb"/media/[0-9a-f]+\.(?:xlsx|csv)")


def download(page: Page, button: str, folder: Path) -> Path:
    """Press a download button and keep the file under the name that it was given."""
    with page.expect_download() as waited:
        page.get_by_role("button", name=button).click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    return file


def files_told_of(page: Page) -> list[bytes]:
    """The finished files that the server tells the page of, from now on."""
    told: list[bytes] = []

    def note(payload: str | bytes) -> None:
        told.extend(FILE_ON_THE_SERVER.findall(payload.encode() if isinstance(payload, str) else payload))

    def listen(websocket: WebSocket) -> None:
        websocket.on("framereceived", note)

    page.on("websocket", listen)
    return told


def test_a_workbook_holds_real_numbers(dashboard: Dashboard, page: Page, tmp_path: Path) -> None:
    told = files_told_of(page)
    open_page(page, dashboard.address(PAGE, chi_so="PAPI", nam="2024", don_vi="63-67"))
    assert told == []
    file = download(page, "Tải Excel", tmp_path)
    assert len(told) == 1
    assert file.name == "papi-overall-2024-63.xlsx"
    book = openpyxl.load_workbook(file)
    figures, about, sources = book.worksheets
    assert figures.freeze_panes == "B2"
    assert figures.auto_filter.ref is not None
    assert figures.max_row == 64
    names = [str(cell.value) for cell in figures[1]]
    found = [row for row in figures.iter_rows(min_row=2) if row[names.index("Tỉnh, thành phố")].value == "Đắk Nông"]
    assert len(found) == 1
    cells = dict(zip(names, found[0], strict=True))
    expected = {
        "Mã": "67",
        "Vùng": "Tây Nguyên",
        "Năm": 2024,
        "Điểm": 40.537382,
        "Loại số liệu": "tính toán",
        "Thứ hạng công bố": None,
        "Thứ hạng hoặc thứ tự theo điểm": 58,
        "Trên tổng số": 61,
        "Loại thứ hạng": "thứ tự theo điểm",
        "Nhóm": "Nhóm điểm thấp nhất",
        "Loại phân nhóm": "tính toán",
        "Thay đổi điểm": 1.566279,
    }
    assert {name: cells[name].value for name in expected} == expected
    assert cells["Điểm"].data_type == "n"
    said = [str(row[1].value) for row in about.iter_rows()]
    assert "Kỳ: PAPI 2024" in said[2]
    assert [line[:3] for line in said if line.startswith(("†", "(*)"))] == ["(*)", "† D"]
    addresses = [str(row[2].value) for row in sources.iter_rows(min_row=2)]
    assert [address for address in str(cells["Địa chỉ nguồn"].value).split(" | ") if address not in addresses] == []


def test_a_csv_opens_in_excel_and_holds_what_is_seen(dashboard: Dashboard, page: Page, tmp_path: Path) -> None:
    told = files_told_of(page)
    open_page(page, dashboard.address(PAGE, chi_so="PCI", nam="2023", vung="CHL", ngon_ngu="en"))
    assert told == []
    file = download(page, "Download CSV", tmp_path)
    assert file.name == "pci-overall-2023-63.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = {row["Province"]: row for row in csv.DictReader(lines)}
    assert set(rows) == {"Dak Lak", "Dak Nong", "Gia Lai", "Kon Tum", "Lam Dong"}
    expected = {
        "Code": "67",
        "Year": "2023",
        "Score": "67.79",
        "Published rank": "21",
        "Of how many ranked": "30",
        "Kind of place": "published rank",
        "Score change": "2.92",
        "Place change": "17",
    }
    assert {name: rows["Dak Nong"][name] for name in expected} == expected
    assert (rows["Lam Dong"]["Score"], rows["Lam Dong"]["Published rank"]) == ("", "")
