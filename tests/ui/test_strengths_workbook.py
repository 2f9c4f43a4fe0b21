"""The workbook that agencies fill in: a sheet an agency, figures as numbers, four open columns, sources and marks."""

import io

import openpyxl
import pytest

from indicators.release import Release
from reports.sheets import sheet_name
from ui.address import Values
from ui.strengths_download import agency_workbook
from ui.strengths_parameters import agency_id, division_of_work
from ui.strengths_standings import shown_standings
from ui.view import View
from wording.language import LanguageCode, language

SINCE = "tu-2025-03-01"
DAK_NONG = "63-67"


def _workbook(release: Release, code: LanguageCode, agency: str = "tat-ca", index: str = "PCI") -> openpyxl.Workbook:
    values = Values(
        {
            "don_vi": [DAK_NONG], "den_nam": ["2024"], "chi_so": [index], "tinh_cu": [DAK_NONG], "cap": ["cap-1"],
            "phan_cong": [SINCE], "co_quan": [agency],
        }
    )  # fmt: skip
    view = View(language(code), values, {}, ())
    shown, _ = shown_standings(release, values, DAK_NONG)
    file = agency_workbook(release, view, shown, division_of_work(release, SINCE), "Đắk Nông")
    return openpyxl.load_workbook(io.BytesIO(file))


def test_each_agency_has_a_sheet_with_its_own_rows(release: Release) -> None:
    book = _workbook(release, "vi")
    assert book.sheetnames == [
        "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Nông nghiệp và Môi trường", "Sở Tài chính", "Sở Tư pháp",
        "Thanh tra tỉnh, thành phố", "Văn phòng Ủy ban nhân dân tỉnh…", "Thông tin", "Nguồn số liệu",
    ]  # fmt: skip
    sheet = book["Sở Tài chính"]
    names = [str(cell.value) for cell in sheet[1]]
    rows = [dict(zip(names, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert [row["Thành phần"] for row in rows] == [
        "Gia nhập thị trường",
        "Cạnh tranh bình đẳng",
        "Chính sách hỗ trợ doanh nghiệp",
    ]
    # VCCI's workbook of 2023: Đắk Nông 6.68 in entry costs, the 59th of 63.
    expected = {
        "Chỉ số": "PCI", "Năm": 2023, "Mã": "67", "Điểm": 6.68, "Điểm tối đa": 10, "Thứ hạng hoặc thứ tự theo điểm": 59,
        "Trên tổng số": 63, "Loại thứ hạng": "thứ tự theo điểm", "Điểm mạnh, điểm yếu": "điểm yếu",
        "Cơ quan chủ trì": "Sở Tài chính", "Nguyên nhân": None, "Giải pháp": None, "Người chịu trách nhiệm": None,
        "Thời hạn": None,
    }  # fmt: skip
    assert {name: rows[0][name] for name in expected} == expected
    assert (sheet.freeze_panes, sheet.auto_filter.ref is not None) == ("D2", True)
    cause = sheet.cell(row=2, column=names.index("Nguyên nhân") + 1)
    assert cause.fill.fgColor.rgb == "FFFFFBE6"
    assert any("(*)" in str(row[1].value) for row in book["Thông tin"].iter_rows())
    addresses = {str(row[2].value) for row in book["Nguồn số liệu"].iter_rows(min_row=2)}
    assert str(rows[0]["Địa chỉ nguồn"]) in addresses


def test_a_chosen_agency_has_its_sheet_alone(release: Release) -> None:
    book = _workbook(release, "en", agency_id("Sở Nội vụ"), index="tat-ca")
    assert book.sheetnames == ["Sở Nội vụ", "About", "Sources"]
    sheet = book["Sở Nội vụ"]
    assert {"PCI", "PAPI"} <= {str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert {"Cause", "Measure", "Person responsible", "Deadline"} <= {str(cell.value) for cell in sheet[1]}


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("Sở Y tế", [], "Sở Y tế"),
        ("Sở A/B: [C]", [], "Sở A B C"),
        ("Văn phòng Ủy ban nhân dân tỉnh, thành phố", [], "Văn phòng Ủy ban nhân dân tỉnh…"),
        ("sở y tế", ["Sở Y tế"], "sở y tế 2"),
    ],
)
def test_names_of_sheets_are_allowed_and_told_apart(wanted: str, taken: list[str], name: str) -> None:
    found = sheet_name(wanted, taken)
    assert found == name
    assert len(found) <= 31
