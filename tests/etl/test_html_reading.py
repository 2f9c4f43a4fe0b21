"""HTML tables: merged and nested cells, broken heads, letters of old encodings; and pages that are no data."""

from pathlib import Path

import pytest

from etl.problems import DataError
from etl.readers.grid import Grid
from etl.readers.html_tables import read_grids

HEAD = "<tr><th>XẾP HẠNG<br>DTI</th><th>CÁC TỈNH, THÀNH PHỐ<br>TRỰC THUỘC TW</th><th>Chỉ số</th></tr>"
ROWS = "<tr><td>1</td><td>TP. Đà Nẵng</td><td>0.8002</td></tr><tr><td>2</td><td>Thừa Thiên - Huế</td><td>0.7</td></tr>"
PAGE = f"<!DOCTYPE html><html><body><h2>Xếp hạng chi tiết</h2><table>{HEAD}{ROWS}</table></body></html>"


def written(folder: Path, page: str | bytes, name: str = "page.html") -> Path:
    path = folder / name
    path.write_bytes(page.encode("utf-8") if isinstance(page, str) else page)
    return path


def said(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def refusal(path: Path) -> str:
    with pytest.raises(DataError) as failure:
        read_grids(path)
    return " ".join(str(problem) for problem in failure.value.problems)


def test_a_head_broken_over_lines_is_one_text(tmp_path: Path) -> None:
    (grid,) = read_grids(written(tmp_path, PAGE))
    assert (grid.name, grid.title) == ("table 1", "Xếp hạng chi tiết")
    assert said(grid) == [
        ["XẾP HẠNG DTI", "CÁC TỈNH, THÀNH PHỐ TRỰC THUỘC TW", "Chỉ số"],
        ["1", "TP. Đà Nẵng", "0.8002"],
        ["2", "Thừa Thiên - Huế", "0.7"],
    ]


def test_the_headings_of_the_page_above_a_table_are_kept(tmp_path: Path) -> None:
    text = (
        "<title>PCI</title><h1>Ha Noi</h1><select><option>2019<option selected>2020</select>"
        f"<table><tr><td><h3>Inside another table</h3></table><table>{HEAD}{ROWS}</table><h2>Below</h2>"
    )
    assert read_grids(written(tmp_path, text))[-1].page_headings == ("PCI", "Ha Noi", "2020")


def test_merged_cells_hold_their_text_in_the_first_cell(tmp_path: Path) -> None:
    table = (
        "<table><tr><th rowspan=2>Tỉnh<th colspan=2>Điểm<th rowspan=2>Hạng</tr><tr><th>a<th>b</tr>"
        "<tr><td>Hà Nội<td>1<td>2<td>3</tr></table>"
    )
    (grid,) = read_grids(written(tmp_path, table))
    assert said(grid) == [["Tỉnh", "Điểm", "", "Hạng"], ["", "a", "b", ""], ["Hà Nội", "1", "2", "3"]]


def test_a_table_inside_a_cell_is_a_grid_of_its_own(tmp_path: Path) -> None:
    (inner,) = read_grids(written(tmp_path, f"<table><tr><td><table>{HEAD}{ROWS}</table></td></tr></table>"))
    assert len(inner.rows) == 3
    assert inner.rows[1][1].text == "TP. Đà Nẵng"


def test_the_foot_comes_last_and_hidden_and_script_text_is_not_read(tmp_path: Path) -> None:
    table = (
        "<table><tfoot><tr><td>Trung bình<td>5</tfoot><thead><tr><th>Tỉnh<th>Điểm</thead>"
        "<tbody><tr><td>Hà Nội<span style='display: none'>x</span><script>y</script><td>6</tbody></table>"
    )
    (grid,) = read_grids(written(tmp_path, table))
    assert said(grid) == [["Tỉnh", "Điểm"], ["Hà Nội", "6"], ["Trung bình", "5"]]


def test_a_raised_mark_does_not_become_a_digit(tmp_path: Path) -> None:
    (grid,) = read_grids(written(tmp_path, "<table><tr><td>Tỉnh<td>Điểm<tr><td>Huế<td>87,12<sup>(1)</sup></table>"))
    assert said(grid)[1] == ["Huế", "87,12 [1]"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1258"])
def test_unicode_is_known_by_its_bytes_whatever_the_page_declares(tmp_path: Path, encoding: str, declared: str) -> None:
    page = PAGE.replace("<body>", f"<head><meta charset='{declared}'></head><body>")
    (grid,) = read_grids(written(tmp_path, page.encode(encoding)))
    assert said(grid)[2] == ["2", "Thừa Thiên - Huế", "0.7"]


def test_windows_1258_is_read_into_whole_letters(tmp_path: Path) -> None:
    # "Thừa Thiên - Huế" in windows-1258: the tone mark is a byte of its own behind the vowel.
    row = b"<table><tr><td>T\xec\xcanh<td>1</tr><tr><td>Th\xfd\xcca Thi\xean - Hu\xea\xec<td>0.7</tr></table>"
    (grid,) = read_grids(written(tmp_path, row.replace(b"T\xec\xcanh", b"Ti\xd2nh")))
    assert said(grid) == [["Tỉnh", "1"], ["Thừa Thiên - Huế", "0.7"]]


def test_utf_8_saved_as_latin_text_is_refused(tmp_path: Path) -> None:
    broken = PAGE.encode("utf-8").decode("latin-1")
    assert "its letters are broken" in refusal(written(tmp_path, broken))


def test_lost_letters_are_refused(tmp_path: Path) -> None:
    assert "letters were lost" in refusal(written(tmp_path, PAGE.replace("ẵ", "\ufffd")))


def test_tcvn3_is_refused_in_either_form(tmp_path: Path) -> None:
    page = "<table><tr><td>TØnh<td>ChØ sè<tr><td>Hµ Néi<td>87<tr><td>§ång Nai<td>86<tr><td>B¾c K¹n<td>80</table>"
    for content in (page.encode("utf-8"), page.encode("latin-1")):
        told = refusal(written(tmp_path, content))
        assert "TCVN3 (ABC) letters" in told
        assert "Convert it to Unicode" in told


def test_bytes_of_no_known_encoding_are_refused(tmp_path: Path) -> None:
    assert "neither UTF-8, UTF-16 nor windows-1258" in refusal(
        written(tmp_path, b"<table>\n\x80\xcc\xd2\xd2 \xec</table>")
    )


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<title>Đăng nhập</title><form><input name=u><input type='Password'></form>", "it is a login page"),
        ("<title>Đăng nhập</title><table><tr><td>Tên<tr><td><input type=password></table>", "it is a login page"),
        ("<title>404 Not Found</title><h1>Not Found</h1>", "it is an error page ('404 Not Found Not Found')"),
        ("<h1>Không tìm thấy trang</h1>", "it is an error page"),
        ("<title>Just a moment...</title><script>x()</script>", "it is a check for robots"),
        ("<title>DTI</title><div id=root></div><script src=a.js></script>", "a script draws it in the browser"),
        ("<h1>Tin tức</h1><p>" + "Công bố chỉ số. " * 100, "it has no table ('Tin tức')"),
        ("<h1>Xếp hạng</h1><table><tr><td></table>" + "<p>Xem thêm." * 100, "it has no table"),
        ("chỉ là chữ", "it is no HTML page"),
        ("", "it is no HTML page"),
    ],
)
def test_a_page_that_is_no_data_is_told_by_what_it_is(tmp_path: Path, page: str, told: str) -> None:
    assert told in refusal(written(tmp_path, page))


def test_a_page_with_the_table_and_a_login_box_is_read(tmp_path: Path) -> None:
    assert read_grids(written(tmp_path, PAGE.replace("<h2>", "<form><input type=password></form><h2>")))


def test_a_page_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    assert "the page is cut off" in refusal(written(tmp_path, PAGE[: PAGE.index("0.7")]))
