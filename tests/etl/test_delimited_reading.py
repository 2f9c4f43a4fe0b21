"""Delimited text: which delimiter, which encoding, and what is no table."""

from pathlib import Path

import pytest

from etl.problems import DataError
from etl.readers.delimited import read_grids

ROWS = [["Tỉnh", "Điểm", "Hạng"], ["Hà Nội", "91,43", "1"], ["Bà Rịa - Vũng Tàu", "87,12", "2"]]


def refusal(path: Path) -> str:
    with pytest.raises(DataError) as failure:
        read_grids(path)
    return " ".join(str(problem) for problem in failure.value.problems)


def rows_of(path: Path) -> list[list[str]]:
    (grid,) = read_grids(path)
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_is_found_beside_decimal_commas(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "par.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in ROWS).encode(encoding))
    assert rows_of(path) == ROWS


def test_a_comma_file_quotes_its_decimal_commas(tmp_path: Path) -> None:
    path = tmp_path / "par.csv"
    path.write_text("\n".join(",".join(f'"{value}"' for value in row) for row in ROWS), encoding="utf-8")
    assert rows_of(path) == ROWS


def test_a_title_and_a_note_around_the_table_stay_rows(tmp_path: Path) -> None:
    path = tmp_path / "par.csv"
    lines = ["Chỉ số cải cách hành chính", "", *(";".join(row) for row in ROWS), "Nguồn: Bộ Nội vụ"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert rows_of(path) == [["Chỉ số cải cách hành chính"], [], *ROWS, ["Nguồn: Bộ Nội vụ"]]


def test_windows_1258_is_read_into_whole_letters(tmp_path: Path) -> None:
    path = tmp_path / "par.csv"
    path.write_bytes(b"Ti\xd2nh;\xd0i\xea\xd2m\nHa\xcc N\xf4\xf2i;91,43\nHu\xea\xec;90,1\n")
    assert rows_of(path) == [["Tỉnh", "Điểm"], ["Hà Nội", "91,43"], ["Huế", "90,1"]]


def test_the_place_of_a_cell_is_told_by_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "par_2023.tsv"
    path.write_text("\n".join("\t".join(row) for row in ROWS), encoding="utf-8")
    (grid,) = read_grids(path)
    assert grid.place(1, 1) == "par_2023!B2"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty"),
        (b" \n\n", "it is empty"),
        ("Hà Nội\nHuế\n".encode(), "it has no columns"),
        ("a,b\nmột hai ba\nbốn\nnăm\nsáu\n".encode(), "it has no columns"),
        (b'a;b\n1;2\n"3;4\n5;6\n', "line 3: its quotes are wrong"),
        ("TØnh;ChØ sè\nHµ Néi;87\n§ång Nai;86\nB¾c K¹n;80\n".encode("latin-1"), "TCVN3"),
        (b"PK\x03\x04\x00\x00\x00", "it holds zero bytes"),
        (b"\xff\xfea\x00b", "it says that it is utf-16 and is not"),
    ],
)
def test_what_is_no_table_is_told_in_words(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    assert told in refusal(path)
