"""PDF tables: ruled or not, over pages, with wrapped names, turned; and files that hold none."""

from pathlib import Path

import pytest
from small_pdf import PdfPage, write_pdf

from etl.problems import DataError
from etl.readers.grid import Grid
from etl.readers.pdf_tables import read_grids

EDGES = [60, 95, 250, 330, 420, 480]
HEAD = ["TT", "Tỉnh, thành phố", "Điểm|thẩm định", "Chỉ số|CCHC (%)", "Xếp|hạng"]


def said(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def message(failure: pytest.ExceptionInfo[DataError]) -> str:
    return " ".join(str(problem) for problem in failure.value.problems)


def annex(path: Path) -> Path:
    """Ministries first, then provinces over two pages with the head repeated."""
    first, second, third = PdfPage(), PdfPage(), PdfPage()
    first.text(60, 90, "PHỤ LỤC 1. CHỈ SỐ CCHC CỦA CÁC BỘ")
    first.ruled_table(120, EDGES, [["TT", "Bộ, cơ quan", *HEAD[2:]], ["1", "Bộ Tư pháp", "60,11", "89,95", "1"]])
    second.text(60, 90, "PHỤ LỤC 2. CHỈ SỐ CCHC CỦA CÁC TỈNH")
    second.ruled_table(
        120,
        EDGES,
        [HEAD, ["1", "Quảng Ninh", "59,50", "92,18", "1"], ["2", "Bà Rịa -|Vũng Tàu", "58,25", "91,03", "2"]],
    )
    third.ruled_table(80, EDGES, [HEAD, ["3", "TP. Hồ Chí Minh", "57,00", "87,12", "3"]])
    for number, page in enumerate((first, second, third), start=1):
        page.text(290, 800, f"{number}")
    return write_pdf(path, [first, second, third])


def test_a_ruled_annex_gives_the_ministries_and_the_provinces_of_two_pages(tmp_path: Path) -> None:
    ministries, provinces = read_grids(annex(tmp_path / "annex.pdf"))
    assert ministries.name == "page 1, table 1"
    assert said(ministries)[1] == ["1", "Bộ Tư pháp", "60,11", "89,95", "1"]
    assert (provinces.name, provinces.title) == ("page 2, table 1", "PHỤ LỤC 2. CHỈ SỐ CCHC CỦA CÁC TỈNH")
    assert said(provinces) == [
        ["TT", "Tỉnh, thành phố", "Điểm thẩm định", "Chỉ số CCHC (%)", "Xếp hạng"],
        ["1", "Quảng Ninh", "59,50", "92,18", "1"],
        ["2", "Bà Rịa - Vũng Tàu", "58,25", "91,03", "2"],
        ["3", "TP. Hồ Chí Minh", "57,00", "87,12", "3"],
    ]


def test_only_the_declared_pages_are_read(tmp_path: Path) -> None:
    (provinces,) = read_grids(annex(tmp_path / "annex.pdf"), pages=(2, 3))
    assert len(provinces.rows) == 4
    with pytest.raises(DataError) as failure:
        read_grids(tmp_path / "annex.pdf", pages=(9,))
    assert "it has 3 pages, so no page 9" in message(failure)


def test_two_tables_with_one_head_stay_two_where_the_second_has_a_title(tmp_path: Path) -> None:
    first, second = PdfPage(), PdfPage()
    first.text(60, 90, "I. CÁC BỘ")
    first.ruled_table(120, EDGES, [HEAD, ["1", "Bộ Tư pháp", "60,11", "89,95", "1"]])
    second.text(60, 90, "II. CÁC TỈNH")
    second.ruled_table(120, EDGES, [HEAD, ["1", "Quảng Ninh", "59,50", "92,18", "1"]])
    grids = read_grids(write_pdf(tmp_path / "two.pdf", [first, second]))
    assert [grid.title for grid in grids] == ["I. CÁC BỘ", "II. CÁC TỈNH"]


def yearbook_page(title: str, rows: list[tuple[str, str, str]], number: str) -> PdfPage:
    """A table without lines: a head of four lines, figures set to the right, a running foot with the page number."""
    page = PdfPage()
    page.text(60, 70, title)
    page.text_right(500, 110, "Doanh nghiệp - Enterprise")
    page.text(445, 140, "2018 so")
    page.text(445, 150, "với 2017")
    page.text_right(400, 155, "2018")
    page.text(455, 160, "(%)")
    for position, (name, figure, percent) in enumerate(rows):
        top = 200 + 14 * position
        page.text(60, top, name)
        if figure:
            page.text_right(400, top, figure)
            page.text_right(480, top, percent)
    page.text(60, 790, f"Doanh nghiệp, hợp tác xã - Enterprise, cooperative {number}")
    return page


def test_a_table_without_lines_is_read_by_the_places_of_its_words(tmp_path: Path) -> None:
    title = "Số doanh nghiệp đang hoạt động tại thời điểm 31/12 phân theo địa phương"
    pages = [
        yearbook_page(
            f"122 {title}", [("CẢ NƯỚC - WHOLE COUNTRY", "714755", "109,2"), ("Hà Nội", "143119", "106,8")], "313"
        ),
        yearbook_page(
            f"122 (Tiếp theo) {title}", [("Đà Nẵng", "20375", "110,6"), ("TP. Hồ Chí Minh", "228267", "111,4")], "314"
        ),
    ]
    (grid,) = read_grids(write_pdf(tmp_path / "yearbook.pdf", pages))
    assert grid.title.startswith(f"122 {title}")
    assert said(grid) == [
        ["", "2018", "2018 so với 2017 (%)"],
        ["CẢ NƯỚC - WHOLE COUNTRY", "714755", "109,2"],
        ["Hà Nội", "143119", "106,8"],
        ["Đà Nẵng", "20375", "110,6"],
        ["TP. Hồ Chí Minh", "228267", "111,4"],
    ]


@pytest.mark.parametrize("figures_at", [0, 5, 10], ids=["first line", "between", "second line"])
def test_a_name_over_two_lines_is_one_row_wherever_its_figures_stand(tmp_path: Path, figures_at: float) -> None:
    page = PdfPage()
    for top, name, figure in (
        (100, "Hà Giang", "75,11"),
        (120, "", ""),
        (150, "Tây Ninh", "85,00"),
        (170, "Huế", "86"),
    ):
        if name:
            page.text(60, top, name)
            page.text_right(300, top, figure)
    page.text(60, 120, "Bà Rịa -")
    page.text(60, 130, "Vũng Tàu")
    page.text_right(300, 120 + figures_at, "91,03")
    (grid,) = read_grids(write_pdf(tmp_path / "wrapped.pdf", [page]))
    assert ["Bà Rịa - Vũng Tàu", "91,03"] in said(grid)
    assert ["Hà Giang", "75,11"] in said(grid)
    assert ["Tây Ninh", "85,00"] in said(grid)


def test_columns_may_be_declared_where_no_gap_parts_them(tmp_path: Path) -> None:
    page = PdfPage()
    for position, (name, score) in enumerate(
        (("Hà Nội", "91,43"), ("Thành phố Hồ Chí Minh", "87,12"), ("Huế", "90,1"))
    ):
        page.text(60, 100 + 20 * position, name)
        page.text(60 + len(name) * 5 + (60 if position != 1 else 12), 100 + 20 * position, score)
        page.text(300, 100 + 20 * position, str(position + 1))
    path = write_pdf(tmp_path / "ragged.pdf", [page])
    (grid,) = read_grids(path, separators=(172, 250))
    assert said(grid)[-2] == ["Thành phố Hồ Chí Minh", "87,12", "2"]


def test_text_that_runs_up_the_sheet_is_turned_upright(tmp_path: Path) -> None:
    page = PdfPage()
    for position, (name, score) in enumerate((("Tỉnh", "Chỉ số"), ("Hà Nội", "91,43"), ("Đà Nẵng", "87,12"))):
        page.text_upwards(100 + 20 * position, 800, name)
        page.text_upwards(100 + 20 * position, 500, score)
    (grid,) = read_grids(write_pdf(tmp_path / "sideways.pdf", [page]))
    assert said(grid) == [["Tỉnh", "Chỉ số"], ["Hà Nội", "91,43"], ["Đà Nẵng", "87,12"]]


def test_a_turned_head_cell_is_one_text(tmp_path: Path) -> None:
    page = PdfPage()
    rows = [["Tỉnh", ""], ["Quảng Ninh", "92,18"], ["Hà Nội", "91,43"]]
    page.ruled_table(120, [60, 200, 260], rows, high=60)
    page.text_upwards(220, 178, "Chỉ số")
    (grid,) = read_grids(write_pdf(tmp_path / "head.pdf", [page]))
    assert said(grid)[0] == ["Tỉnh", "Chỉ số"]


def test_letters_lent_from_a_second_font_do_not_part_a_word(tmp_path: Path) -> None:
    page = PdfPage()
    page.ruled_table(120, [60, 200, 260], [["Tỉnh", ""], ["", "92,18"], ["Hà Nội", "91,43"]], high=60)
    page.text_in_two_fonts(63, 190, "Quảng Ninh", "ả")
    page.text_in_two_fonts(220, 178, "Chỉ số", "ỉố", upwards=True)
    (grid,) = read_grids(write_pdf(tmp_path / "fonts.pdf", [page]))
    assert said(grid) == [["Tỉnh", "Chỉ số"], ["Quảng Ninh", "92,18"], ["Hà Nội", "91,43"]]


def test_lines_of_neighbouring_heads_that_stand_apart_a_little_are_not_mixed(tmp_path: Path) -> None:
    page = PdfPage()
    page.ruled_table(120, [60, 130, 200, 270], [["", "", ""], ["Hà Nội", "9,1", "8,2"]], high=40)
    for left, top, lines in ((63, 126, ["Tỉnh, thành", "phố"]), (133, 123.6, ["Cải cách", "thể chế"])):
        for number, line in enumerate(lines):
            page.text(left, top + 7 * number, line, size=6)
    for number, line in enumerate(("Cải cách", "thủ tục", "hành chính")):
        page.text(203, 121.3 + 7 * number, line, size=6)
    (grid,) = read_grids(write_pdf(tmp_path / "heads.pdf", [page]))
    assert said(grid)[0] == ["Tỉnh, thành phố", "Cải cách thể chế", "Cải cách thủ tục hành chính"]


def test_a_raised_mark_does_not_become_a_digit(tmp_path: Path) -> None:
    page = PdfPage()
    page.ruled_table(120, [60, 200, 300], [["Tỉnh", "Chỉ số"], ["Hà Nội", "91,43"]])
    page.text(203 + 25, 152, "1", size=6)
    (grid,) = read_grids(write_pdf(tmp_path / "mark.pdf", [page]))
    assert said(grid)[1] == ["Hà Nội", "91,43 [1]"]


def test_a_merged_cell_holds_its_text_once(tmp_path: Path) -> None:
    page = PdfPage()
    for y, x0, x1 in ((100, 60, 360), (130, 160, 360), (160, 60, 360), (190, 60, 360)):
        page.line(x0, y, x1, y)
    for x, y0 in ((60, 100), (160, 100), (260, 130), (360, 100)):
        page.line(x, y0, x, 190)
    for left, top, text in ((63, 105, "Tỉnh"), (163, 105, "Điểm"), (163, 135, "Tự chấm"), (263, 135, "Thẩm định")):
        page.text(left, top, text)
    for left, text in ((63, "Hà Nội"), (163, "60,5"), (263, "59,5")):
        page.text(left, 165, text)
    (grid,) = read_grids(write_pdf(tmp_path / "merged.pdf", [page]))
    assert said(grid) == [["Tỉnh", "Điểm", ""], ["", "Tự chấm", "Thẩm định"], ["Hà Nội", "60,5", "59,5"]]


def test_lines_around_the_head_alone_do_not_hide_the_rows(tmp_path: Path) -> None:
    page = PdfPage()
    page.ruled_table(100, [60, 200, 300], [["Tỉnh", "Chỉ số"], ["", "(%)"]], high=15)
    for position, (name, score) in enumerate((("Hà Nội", "91,43"), ("Đà Nẵng", "87,12"), ("Huế", "86,00"))):
        page.text(60, 140 + 20 * position, name)
        page.text(220, 140 + 20 * position, score)
    (grid,) = read_grids(write_pdf(tmp_path / "head_only.pdf", [page]))
    assert said(grid) == [["Tỉnh", "Chỉ số (%)"], ["Hà Nội", "91,43"], ["Đà Nẵng", "87,12"], ["Huế", "86,00"]]


def test_a_scan_points_to_the_template(tmp_path: Path) -> None:
    page = PdfPage()
    page.picture()
    with pytest.raises(DataError) as failure:
        read_grids(write_pdf(tmp_path / "scan.pdf", [page, page]))
    assert "scan.pdf: it is a scan: page 1 holds a picture and no text" in message(failure)
    assert "python -m etl template" in message(failure)


def test_text_without_a_table_is_told(tmp_path: Path) -> None:
    page = PdfPage()
    page.text(60, 100, "Quyết định phê duyệt và công bố Chỉ số cải cách hành chính")
    with pytest.raises(DataError) as failure:
        read_grids(write_pdf(tmp_path / "decision.pdf", [page]))
    assert "holds no table" in message(failure)


def test_tcvn3_letters_are_refused(tmp_path: Path) -> None:
    page = PdfPage()
    page.ruled_table(
        120, [60, 200, 300], [["TØnh", "ChØ sè"], ["Hµ Néi", "91,43"], ["§ång Nai", "87,1"], ["B¾c K¹n", "80"]]
    )
    with pytest.raises(DataError) as failure:
        read_grids(write_pdf(tmp_path / "old.pdf", [page]))
    assert "TCVN3" in message(failure)


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, kept: float) -> None:
    path = annex(tmp_path / "annex.pdf")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(DataError) as failure:
        read_grids(path)
    assert "cut off" in message(failure)


def test_a_damaged_file_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b"\x00\xff" * 500 + b"\n%%EOF\n")
    with pytest.raises(DataError) as failure:
        read_grids(path)
    assert "Download it again" in message(failure)


def test_an_error_page_named_pdf_is_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "gone.pdf"
    path.write_text("<!DOCTYPE html><title>404</title>", encoding="utf-8")
    with pytest.raises(DataError) as failure:
        read_grids(path)
    assert "it is no PDF: it begins with '<!DOCTYPE html>" in message(failure)
