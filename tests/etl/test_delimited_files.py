"""Tables of a publisher as delimited text, through the command: any common delimiter and encoding, else a sentence."""

import csv
import io
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from command_on_file import cells
from small_pages import Held, figure, held, names
from typer.testing import CliRunner, Result

from etl.__main__ import app

HEADINGS = {
    "rank": "Xếp hạng DTI",
    "name": "Tỉnh, thành phố",
    "the_che_so": "Chỉ số Thể chế số",
    "hd_xa_hoi_so": "Chỉ số Hoạt động xã hội số",
    "overall": "Chuyển đổi số cấp tỉnh (PDTI)",
}


def dti_rows(figures: Held, names_of: Mapping[str, str]) -> list[list[str]]:
    """The head and a row a province, with what is held of DTI 2022."""
    rows = [list(HEADINGS.values())]
    for code, name in names_of.items():
        scores = [figure(figures, code, component, "score") for component in list(HEADINGS)[2:]]
        rows.append([figure(figures, code, "overall", "rank"), name, *scores])
    return rows


def others_headings(rows: list[list[str]]) -> list[list[str]]:
    """The same, with headings of the components that are not in it."""
    missing = ["Nhận thức số", "Hạ tầng số", "Nhân lực số", "An toàn thông tin mạng", "Hoạt động chính quyền số",
               "Hoạt động kinh tế số"]  # fmt: skip
    return [[*row, *(missing if not number else [""] * len(missing))] for number, row in enumerate(rows)]


def text_of(rows: list[list[str]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def windows_1258(text: str) -> bytes:
    """Each letter as windows-1258 writes it: the tone mark, where it has no whole letter, after its vowel."""

    def of_letter(letter: str) -> bytes:
        try:
            return letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            vowel = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in tones))
            return vowel.encode("cp1258") + "".join(tones).encode("cp1258")

    return b"".join(map(of_letter, unicodedata.normalize("NFC", text)))


def run(path: Path, command: str = "read", *options: str) -> Result:
    return CliRunner().invoke(app, [command, str(path), "--index", "dti", "--year", "2022", *options])


@pytest.fixture(scope="module")
def rows() -> list[list[str]]:
    return others_headings(dti_rows(held("dti", 2022), names()))


@pytest.mark.parametrize(
    ("suffix", "delimiter", "encoding", "comma"),
    [
        (".csv", ",", "utf-8", False),
        (".csv", ";", "utf-8-sig", True),
        (".txt", "\t", "utf-16", True),
        (".tsv", "\t", "utf-8", False),
        (".csv", ";", "windows-1258", True),
        (".txt", "|", "utf-8", False),
    ],
)
def test_a_table_as_text_gives_the_figures_held(
    tmp_path: Path, rows: list[list[str]], suffix: str, delimiter: str, encoding: str, *, comma: bool
) -> None:
    path = tmp_path / f"dti{suffix}"
    marked = [[cell.replace("0.", "0,").replace("1.0", "1,0") if comma else cell for cell in row] for row in rows]
    text = text_of(marked, delimiter)
    path.write_bytes(windows_1258(text) if encoding == "windows-1258" else text.encode(encoding))
    found = cells(run(path))
    assert found["48", "overall"] == ("0.8002", "1")
    assert found["46", "hd_xa_hoi_so"] == ("0.3001", "")
    assert [found[code, "overall"] for code in ("38", "15", "93")] == [
        ("0.6350", "15"),
        ("0.6350", "15"),
        ("0.6342", "17"),
    ]
    assert sum(component == "overall" for _, component in found) == 63


def in_tcvn3(_: str) -> bytes:
    return "XÕp h¹ng;TØnh;§iÓm\n1;§µ N½ng;0,8002\n2;Hµ Néi;0,7\n3;B¾c K¹n;0,6\n".encode("latin-1")


def unquoted(text: str) -> bytes:
    return text.replace('"Tỉnh, thành phố"', "Tỉnh, thành phố").encode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (in_tcvn3, "dti.csv: it is written in TCVN3 (ABC) letters"),
        (lambda text: text.encode().decode("latin-1").encode(), "dti.csv: its letters are broken"),
        (unquoted, "dti.csv, line 1: the row has 12 values, most have 5; put a cell that holds the delimiter (comma)"),
        (lambda text: text[: text.index("Cà Mau") + 8].encode(), "dti.csv, line 64: it breaks off in its last row"),
        (lambda text: text.encode()[:2000], "of 63 provinces that the edition measured"),
        (lambda _: b"", "dti.csv: it is empty"),
    ],
)
def test_what_is_wrong_with_a_text_is_told_and_nothing_is_printed(
    tmp_path: Path, rows: list[list[str]], change: Callable[[str], bytes], told: str
) -> None:
    path = tmp_path / "dti.csv"
    path.write_bytes(change(text_of(rows, ",")))
    done = run(path)
    assert done.exit_code == 1
    assert told in done.stderr
    assert "Traceback" not in done.output
