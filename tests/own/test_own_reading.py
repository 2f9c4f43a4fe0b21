import io
import zipfile
from datetime import datetime

import pytest
import xlsxwriter
from own_files import HEADING, MAXIMA, read, read_text, refusal, scores, table, told, workbook_of

from own import grid
from own.reading import read_own_results
from own.template import published_example, template_workbook

A, B = [2024, "Sở", "Sở Nội vụ", 88.5, 35, 53.5], [2024, "Sở", "Sở Tài chính", 80.25, 30.25, 50]


def test_a_table_is_read_with_its_components_and_maxima() -> None:
    results = read(table(A, B))
    assert results.problems == ()
    assert results.components == {"c1": "Thể chế", "c2": "Chuyển đổi số"}
    assert scores(results)[2024, "Sở Nội vụ", "overall"] == 88.5
    assert scores(results)[2024, "Sở Tài chính", "c1"] == 30.25
    assert results.maxima["DEPARTMENT", 2024, "c2"].value == 60


def test_layout_does_not_matter() -> None:
    # A title above, a heading of two rows whose cells are merged, other words, another order, a column without meaning.
    rows = [
        ["KẾT QUẢ ĐÁNH GIÁ"],
        [],
        ["STT", "Tên đơn vị", "Các thành phần", None, "Tổng điểm (%)", "CẤP", "Năm"],
        [None, None, "Thể chế", "Chuyển đổi số", None, None, None],
        [None, "Điểm tối đa", 40, 60, 100, None, None],
        [1, "Huyện Núi Thành", "30,25", "40.5", "70,75", "Huyện", "2023"],
        [2, "Thành phố Hội An", 31, 42, 73, "huyện", "Năm 2023"],
    ]
    results = read(rows)
    assert results.problems == ()
    assert scores(results)[2023, "Huyện Núi Thành", "c1"] == 30.25
    assert scores(results)[2023, "Thành phố Hội An", "overall"] == 73


def test_a_text_file_with_decimal_commas_is_read() -> None:
    results = read_text(
        "\ufeffNăm;Loại đơn vị;Đơn vị;Tổng điểm;Hạng\n;;Điểm tối đa;100;\n2024;Xã;Xã Tam Xuân;72,29;1\n"
    )
    assert results.problems == ()
    assert scores(results) == {(2024, "Xã Tam Xuân", "overall"): 72.29}
    assert [unit.system for _, unit in results.ranks] == ["commune_before"]


@pytest.mark.parametrize("code", ["vi", "en"])
def test_the_template_and_the_published_example_can_be_read_back(code: str) -> None:
    filled = read_own_results("mau.xlsx", template_workbook(code))
    assert filled.problems == ()
    assert len(filled.figures) == 12 * 5
    # Quảng Nam's own ranking of 2018: 72.29 % of the district of Núi Thành.
    example = read_own_results("vi-du.xlsx", published_example(code))
    assert example.problems == ()
    assert scores(example) == {(2018, "UBND huyện Núi Thành", "overall"): 72.29}
    assert example.maxima["DISTRICT", 2018, "overall"].percent


def test_an_empty_file_and_wrong_kinds_of_file_are_refused() -> None:
    assert refusal("a.xlsx", b"") == "empty_file"
    assert refusal("a.csv", b" \n") == "empty_file"
    assert refusal("a.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(100)) == "not_a_table"
    assert refusal("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(100)) == "not_text"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refusal("a.xlsx", packed.getvalue()) == "not_a_table"
    assert refusal("a.xlsx", workbook_of([["Kính gửi"]])) == "no_heading"


def test_a_password_and_an_old_workbook_are_told_apart() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert refusal("a.xlsx", compound + "EncryptedPackage".encode("utf-16-le")) == "password"
    assert refusal("a.xlsx", compound + "Workbook".encode("utf-16-le")) == "old_workbook"


def test_200_megabytes_are_refused_packed_or_not() -> None:
    assert refusal("a.csv", b"0" * 200_000_000) == "too_large"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(200_000_000))
    assert len(packed.getvalue()) < grid.MOST_BYTES
    assert refusal("a.xlsx", packed.getvalue()) == "too_large"


def test_a_million_rows_are_refused() -> None:
    assert refusal("a.csv", b"a\n" * 1_000_000) == "too_many_rows"
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Năm")
        sheet.write(1_000_000, 0, 2024)
    assert refusal("a.xlsx", target.getvalue()) == "too_many_rows"


def test_sheets_columns_and_time_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        for _ in range(21):
            book.add_worksheet()
    assert refusal("a.xlsx", target.getvalue()) == "too_many_sheets"
    assert refusal("a.xlsx", workbook_of([[*HEADING, *(f"TP {number}" for number in range(60))]])) == "too_many_columns"
    monkeypatch.setattr(grid, "monotonic", iter((0.0, 61.0)).__next__)
    assert refusal("a.csv", b"a\n" * 1_000) == "takes_too_long"


def test_a_needed_column_and_a_column_twice_are_named() -> None:
    results_without = workbook_of([["Năm", "Đơn vị", "Tổng điểm"], [2024, "Sở Nội vụ", 80]])
    assert refusal("a.xlsx", results_without) == "column_missing"
    assert refusal("a.xlsx", workbook_of([[*HEADING, "thể chế"], MAXIMA])) == "column_twice"


def test_a_unit_twice_in_a_year_leaves_both_rows_out_and_is_measured_all_the_same() -> None:
    results = read(table(A, B, [2024, "Sở", "Sở Nội vụ", 90, 36, 54]))
    assert told(results) == [("unit_twice", 3, "C"), ("unit_twice", 5, "C")]
    assert results.problems[0].detail == "Kết quả!3, Kết quả!5"
    assert {name for _, name, _ in scores(results)} == {"Sở Tài chính"}
    assert {unit.name for unit in results.measured["DEPARTMENT", 2024]} == {"Sở Nội vụ", "Sở Tài chính"}


def test_years_are_numbers_or_plain_texts_and_no_dates() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Kết quả")
        for number, cells in enumerate(table(A, ["hai nghìn", *B[1:]], [None, *B[1:]], ["2024", *B[1:]])):
            sheet.write_row(number, 0, cells)
        sheet.write_datetime(6, 0, datetime.fromisoformat("2024-12-31"), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_row(6, 1, ["Sở", "Sở Y tế", 70, 30, 40])
    results = read_own_results("a.xlsx", target.getvalue())
    assert told(results) == [("year_not_valid", 4, "A"), ("year_not_valid", 5, "A"), ("year_is_date", 7, "A")]
    assert {name for _, name, _ in scores(results)} == {"Sở Nội vụ", "Sở Tài chính"}


def test_percent_and_points_are_not_mixed() -> None:
    # The maximum says what a column is in; a cell that shows percent is stored as a fraction.
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0.00%"})
        sheet.write_row(0, 0, HEADING[:4])
        sheet.write_row(1, 2, ["Điểm tối đa"])
        sheet.write_number(1, 3, 1, percent)
        for row, (unit, score) in enumerate((("Huyện A", 0.7229), ("Huyện B", 0.85)), start=2):
            sheet.write_row(row, 0, [2018, "Huyện", unit])
            sheet.write_number(row, 3, score, percent)
        sheet.write_row(4, 0, [2018, "Huyện", "Huyện C", 71.5])
    results = read_own_results("a.xlsx", target.getvalue())
    assert told(results) == [("percent_and_points", 5, "D")]
    assert scores(results) == {(2018, "Huyện A", "overall"): 72.29, (2018, "Huyện B", "overall"): 85.0}
    assert told(read(table([2024, "Sở", "Sở Nội vụ", "88%", 35, 53]))) == [("percent_and_points", 3, "D")]


def test_a_score_over_its_maximum_is_left_out_alone() -> None:
    results = read(table(A, [2024, "Sở", "Sở Tài chính", 80, 40.5, 50]))
    assert told(results) == [("over_maximum", 4, "E")]
    assert results.problems[0].detail == "40"
    assert (2024, "Sở Tài chính", "c1") not in scores(results)
    assert scores(results)[2024, "Sở Tài chính", "c2"] == 50


def test_a_component_without_a_maximum_is_told_once() -> None:
    results = read([[*HEADING, "Thưởng"], MAXIMA, [*A, 2], [*B, 1]])
    assert told(results) == [("component_not_listed", 3, "G")]
    assert results.problems[0].value == "Thưởng"
    assert "c3" not in results.components


def test_names_that_differ_only_by_tone_marks_are_kept_apart_and_told() -> None:
    results = read(table([2024, "Xã", "Xã Hòa Bình", 80, 30, 50], [2024, "Xã", "Xã Hoá Bình", 70, 30, 40]))
    assert told(results) == [("alike_names", 4, "C")]
    assert results.problems[0].detail == "Xã Hòa Bình"
    assert len(results.measured["COMMUNE", 2024]) == 2
    # The same letters composed in two ways are one name.
    decomposed = [2024, "Xã", "Xa\u0303 Ho\u0300a Bi\u0300nh", 70, 30, 40]
    assert told(read(table([2024, "Xã", "Xã Hòa Bình", 80, 30, 50], decomposed)))[0][0] == "unit_twice"


def test_formulas_are_not_run() -> None:
    rows = table([2024, "Sở", "Sở Nội vụ", "=E3+F3|88.5", 35, 53.5], [2024, "Sở", "Sở Y tế", "=E4+F4", 30, 50])
    results = read(rows)
    assert told(results) == [("formula_without_result", 4, "D")]
    assert scores(results)[2024, "Sở Nội vụ", "overall"] == 88.5
    assert scores(results)[2024, "Sở Y tế", "c1"] == 30


def test_a_link_for_a_name_counts_by_what_it_shows() -> None:
    linked = '=HYPERLINK("http://x.example","Sở Nội vụ")'
    assert told(read(table([2024, "Sở", linked, 80, 30, 50]))) == [("formula_without_result", 3, "C")]
    shown = read(table([2024, "Sở", f"{linked}|Sở Nội vụ", 80, 30, 50]))
    assert (2024, "Sở Nội vụ", "overall") in scores(shown)
    text = 'Năm;Loại đơn vị;Đơn vị;Tổng điểm\n;;Điểm tối đa;100\n2024;Sở;"=HYPERLINK(""x"")";80\n'
    assert told(read_text(text)) == [("name_is_formula", 3, "C")]


def test_marks_that_nobody_sees_are_taken_out_and_told() -> None:
    results = read(table([2024, "Sở", "\u202eSở\u200b Nội vụ\u200f", 80, 30, 50]))
    assert told(results) == [("invisible_marks", 3, "C")]
    assert (2024, "Sở Nội vụ", "overall") in scores(results)


def test_names_with_html_are_refused() -> None:
    results = read(table(A, [2024, "Sở", "<b>Sở Y tế</b>", 80, 30, 50], [2024, "Sở", "&lt;i&gt;", 80, 30, 50]))
    assert told(results) == [("name_has_markup", 4, "C"), ("name_has_markup", 5, "C")]
    assert len(results.figures) == 3
    assert told(read([[*HEADING, "<img src=x>"], MAXIMA, A])) == [("name_has_markup", 1, "G")]


def test_districts_have_no_year_after_their_end() -> None:
    results = read(table([2025, "Huyện", "Huyện Núi Thành", 80, 30, 50], [2024, "Xã", "Xã A", 80, 30, 50], A))
    assert told(results) == [("kind_ended", 3, "B")]
    communes = read(table([2024, "Xã", "Xã A", 80, 30, 50], [2025, "Xã", "Xã A", 80, 30, 50]))
    assert [unit.system for units in communes.measured.values() for unit in units] == ["commune_before", "commune"]


def test_other_cells_that_mean_nothing_are_told_by_row_and_column() -> None:
    rows = [
        [*HEADING, "Hạng"],
        [*MAXIMA, None],
        [*A, "nhất"],
        [2024, "Hội", "Hội Nông dân", 80, 30, 50, 2],
        [2024, "Sở", None, 80, 30, 50, 3],
        [2024, "Sở", "Sở Y tế", "tám mươi", -1, 50.1234567, 4],
    ]
    assert told(read(rows)) == [
        ("kind_not_known", 4, "B"),
        ("name_missing", 5, "C"),
        ("rank_not_valid", 3, "G"),
        ("not_a_number", 6, "D"),
        ("not_a_number", 6, "E"),
        ("more_decimals", 6, "F"),
    ]
