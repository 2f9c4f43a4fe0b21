"""The workbook holds the published figures as numbers, in the form in which they are read elsewhere."""

import io
from typing import Any

import openpyxl
import pytest
from conftest import TellStory

from reports.slides import Cell, Chart, Column, Series, Slide, Story, Table
from reports.workbook import HEADING_ROW, number_format, workbook_xlsx

DTI = "DTI 2024, 63 tỉnh, thành phố: Đắk Nông"
FIRST = HEADING_ROW + 2  # rows of openpyxl are counted from one


def book_of(story: Story) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook_xlsx(story)))


def sheet_about(book: Any, title: str) -> Any:
    return next(sheet for sheet in book if str(sheet["A1"].value).startswith(title))


def test_published_figures_are_numbers(story_of: TellStory) -> None:
    sheet = sheet_about(book_of(story_of("province:63-67")), "Kết quả mới nhất của Đắk Nông")
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=FIRST)}
    pci, papi = rows["PCI 2023"], rows["PAPI 2024"]
    assert [cell.value for cell in pci[:5]] == ["PCI 2023", 67.79, "21/30", 17, 2.92]
    assert papi[1].value == pytest.approx(40.537382)
    assert papi[1].number_format.split(";")[0] == '0.00" †"'
    assert papi[2].value.startswith("58/61 (*)")


def test_a_chart_is_native_and_drawn_from_the_numbers_of_its_sheet(story_of: TellStory) -> None:
    book = book_of(story_of("province:63-67"))
    sheet = sheet_about(book, "PCI 2022–2023")
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST - 1)] == [
        ["Năm", "Đắk Nông"],
        ["2022", 38],
        ["2023", 21],
        ["2024", None],  # a text would be drawn as zero
    ]
    assert sheet.cell(FIRST, 2).number_format.split(";")[0] == '0"/63"'
    (chart,) = sheet._charts
    assert chart.series[0].val.numRef.f.endswith("$B$5:$B$7")
    assert chart.display_blanks == "gap"


def test_what_no_line_may_join_stands_in_columns_of_its_own(story_of: TellStory) -> None:
    # The line stands on the slide of the change, so that both its sheets have one title.
    _, sheet = (found for found in book_of(story_of("province:63-67")) if str(found["A1"].value).startswith(DTI))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST - 1)]
    assert rows[0] == ["Năm", "Đắk Nông 2022", "Đắk Nông 2023", "Đắk Nông 2024"]
    assert [row[1:] for row in rows[1:]] == [[49, None, None], [None, 57, None], [None, None, 55]]


def test_headings_stay_in_sight_and_can_be_filtered(story_of: TellStory) -> None:
    book = book_of(story_of("province:63-67"))
    for sheet in book.worksheets[1:-1]:
        assert sheet.freeze_panes == f"B{FIRST}"
        assert sheet.auto_filter.ref.startswith(f"A{FIRST - 1}:")


def test_a_table_over_several_slides_is_one_sheet(story_of: TellStory) -> None:
    sources = [sheet for sheet in book_of(story_of("province:63-67")) if "Nguồn số liệu" in sheet.title]
    whole = next(sheet for sheet in sources if str(sheet["A1"].value).startswith("Nguồn số liệu: "))
    count = int(str(whole["A1"].value).split()[3])
    assert whole.max_row - FIRST + 1 == count


def test_the_last_sheet_holds_every_source_with_its_address(story_of: TellStory) -> None:
    sheet = book_of(story_of("province:63-67")).worksheets[-1]
    notes = [str(row[1].value) for row in sheet.iter_rows(min_row=2)]
    assert any(note.startswith("Nguồn: ") and "https://" in note for note in notes)


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@tỉnh", "https://dti.gov.vn"])
def test_text_stays_text(text: str) -> None:
    table = Table(text, (Column(text),), ((Cell(text),),))
    story = Story(text, text, "vi", (Slide("note", "note", text, (table,), text, (text,)),))
    for sheet in book_of(story):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")  # an empty cell counts as a number
                assert cell.hyperlink is None or cell.hyperlink.location


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell("67,79", 67.79, 2), "0.00"),
        (Cell("85,42%", 85.42, 2), '0.00"%"'),
        (Cell("+0,76", 0.76, 2), '"+"0.00'),
        (Cell("▲ 3 (*)", 3, 0), '"▲ "0" (*)"'),
        (Cell("7,03 †/10", 7.03, 2), '0.00" †/10"'),
        (Cell("21/30", 21, 0), '0"/30"'),
    ],
)
def test_a_number_is_shown_as_the_reader_knows_it(cell: Cell, expected: str) -> None:
    assert number_format(cell).split(";")[0] == expected


def test_a_fall_keeps_its_sign_and_its_arrow() -> None:
    assert number_format(Cell("▼ 14", -14, 0)).split(";")[1] == '"▼ "0'
    assert number_format(Cell("−0,06", -0.06, 2)).split(";")[1] == '"−"0.00'


def test_sheets_that_would_have_one_name_are_told_apart() -> None:
    chart = Chart("bar", "Điểm", ("A",), (Series("S", (1.0,), ("1,0",)),), "điểm", 1, "", {})
    slides = tuple(Slide(f"note-{number}", "note", "Điểm", (chart,)) for number in range(3))
    names = book_of(Story("", "", "vi", slides)).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 5
