"""Publishers' files with every fault that they may have, through the commands: told in words, nothing written."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from small_data import SmallData
from small_workbooks import Rows, write_declarations, write_workbook
from typer.testing import CliRunner, Result

from etl.__main__ import app

HEADER = ["Province", "Rank", "Total", "Part one", "Part two"]
PROVINCES = [
    ["Hà Nội", 1, 13.3, 6.1, 7.2],
    ["Hà Giang", 3, 10.3, 5.1, 5.2],
    ["Tuyên Quang", 2, 11.5, 6.0, 5.5],
]
PAGE = "<html><body><table><tr><th>Tỉnh<th>Điểm<tr><td>Hà Nội<td>1<tr><td>Tuyên Quang<td>2</table></body></html>"
PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def run(command: str, file: Path) -> Result:
    sources = str(file.parent / "sources.yaml")
    options = ["--yes"] if command == "import" else []
    return CliRunner().invoke(
        app, [command, str(file), "--index", "abc", "--year", "2023", "--sources", sources, *options]
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(small: SmallData, file: Path, command: str) -> str:
    """What the command says of a file that it must refuse; nothing below data/ may change by it."""
    before = contents(small.folder)
    done = run(command, file)
    assert done.exit_code == 1, done.output
    assert "Traceback" not in done.output
    assert contents(small.folder) == before
    return " ".join(done.stderr.split())


def sheet_of(*changes: tuple[int, int, object]) -> Rows:
    """The sheet with some cells changed: row and column as a spreadsheet counts them, from 1."""
    rows: list[list[object]] = [list(row) for row in (HEADER, *PROVINCES)]
    for row, column, value in changes:
        rows[row - 1][column - 1] = value
    return rows


@pytest.mark.parametrize("command", ["read", "import"])
@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (sheet_of((1, 5, "Second part")), "abc.xlsx, column B: 'Summary': no heading of B (score) in the first 15"),
        (sheet_of()[:3], "abc.xlsx: has 2 of 3 provinces that the edition measured; without a row: Tuyên Quang."),
        (
            sheet_of((4, 1, "HÀ GIANG")),
            "abc.xlsx, column overall: Summary!C4: 'HÀ GIANG' stands in Summary!C3 already; each province once.",
        ),
        # The provinces of the 34 have names of the 63.
        ([*sheet_of(), *PROVINCES[:1], *PROVINCES[2:]], "Summary!C5: 'Hà Nội' stands in Summary!C2 already"),
        ([*sheet_of(), ["Tuyên Quang (mới)", 1, 1, 1, 1]], "Summary!C5: 'Tuyên Quang (mới)' is not known"),
        (
            sheet_of((2, 3, "13,3"), (3, 3, "10.3")),
            "Summary!C2: '13,3' has ',' as decimal mark, where '.' is declared; where the file has both, write one",
        ),
        (sheet_of((2, 4, "6.1 điểm")), "Summary!D2: '6.1 điểm' is no number"),
        ([], "abc.xlsx, column A: 'Summary': no heading of A (score)"),
    ],
    ids=["renamed", "missing", "twice", "both systems", "merged", "comma and dot", "no number", "empty sheet"],
)  # fmt: skip
def test_fault_in_a_sheet_is_told_by_its_cell(
    small: SmallData, tmp_path: Path, rows: Rows, words: str, command: str
) -> None:
    write_declarations(tmp_path)
    assert words in refused(small, write_workbook(tmp_path / "abc.xlsx", {"Summary": rows}), command)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            [(2, 2, 2), (4, 2, 1)],
            "abc.xlsx, column rank: Summary!C2: overall: rank 2 has the score 13.3, but a better rank has only 11.5.",
        ),
        (
            [(2, 4, 61)],
            "abc.xlsx, column score: Summary!D2: 61 is outside the scale of A in 2023 (0 to 10).",
        ),
        (
            [(2, 4, 7.1)],
            "abc.xlsx, column score: Summary!C2: the parts of overall add up to 14.3, the total is 13.3",
        ),
    ],
    ids=["ranks against scores", "beyond the scale", "parts against total"],
)
def test_figures_that_contradict_each_other_are_not_imported(
    small: SmallData, tmp_path: Path, changes: list[tuple[int, int, object]], words: str
) -> None:
    write_declarations(tmp_path)
    file = write_workbook(tmp_path / "abc.xlsx", {"Summary": sheet_of(*changes)})
    told = refused(small, file, "import")
    assert words in told


def _as_they_are(rows: Rows) -> Rows:
    return rows


@pytest.mark.parametrize(
    "change",
    [
        _as_they_are,
        lambda rows: [[row[3], row[0], row[4], row[2], row[1]] for row in rows],
        lambda rows: [["ABC 2023"], [], ["Table 1. Results"], *rows],
        lambda rows: [[str(cell) for cell in row] for row in rows],
        lambda rows: [[f"{cell} (1)" if number else cell for number, cell in enumerate(row)] for row in rows],
        lambda rows: [[f"{row[0]}*", *row[1:]] for row in rows],
    ],
    ids=["as it is", "reordered", "three rows lower", "numbers as text", "marks at figures", "marks at names"],
)
def test_another_making_of_the_sheet_changes_no_figure(
    small: SmallData, tmp_path: Path, change: Callable[[Rows], Rows]
) -> None:
    small.change("catalogue/missing.csv", "ABC,2023,63,08,A;B,left_out,Không công bố.,Left out.,S1\n", "")
    write_declarations(tmp_path)
    assert run("import", write_workbook(tmp_path / "abc.xlsx", {"Summary": sheet_of()})).exit_code == 0
    before = contents(small.folder)
    done = run("import", write_workbook(tmp_path / "abc.xlsx", {"Summary": change(sheet_of())}))
    assert (done.exit_code, contents(small.folder)) == (0, before), done.output
    assert b"ABC,2023,63,08,B,5.5,,,,published,,S1" in before["published/abc/2023.csv"]


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (20 * 1024 * 1024))


def _cut(path: Path) -> None:
    whole = write_workbook(path, {"Summary": sheet_of()}).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize("command", ["read", "import"])
@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("abc.xlsx", lambda path: path.write_bytes(PASSWORD), "it has a password; save a copy without one"),
        ("abc.xlsx", _bomb, "it would unpack to 20 MB, which no workbook of figures does. It was not opened."),
        ("abc.xlsx", _cut, "it is cut off or damaged: its list of contents is missing. Download it again."),
        ("abc.xlsx", lambda path: path.write_text(PAGE, "utf-8"), "it is no XLS or XLSX workbook"),
        ("abc.html", lambda path: path.write_text(PAGE.encode().decode("latin-1"), "utf-8"), "its letters are broken"),
        ("abc.html", lambda path: path.write_bytes("TØnh Hµ Néi B¾c K¹n §ång Nai".encode("latin-1")), "TCVN3 (ABC)"),
        ("abc.csv", lambda path: path.write_bytes(PAGE.encode("utf-16")[:-3]), "it says that it is utf-16 and is not"),
        ("abc.pdf", lambda path: path.write_text(PAGE, "utf-8"), "it is no PDF"),
    ],
    ids=["password", "zip bomb", "cut off", "a page", "mojibake", "TCVN3", "UTF-16", "no PDF"],
)
def test_file_that_cannot_be_read_is_refused_in_a_sentence(
    small: SmallData, tmp_path: Path, name: str, make: Callable[[Path], object], words: str, command: str
) -> None:
    write_declarations(tmp_path, form=name.partition(".")[2])
    make(tmp_path / name)
    told = refused(small, tmp_path / name, command)
    assert f"{name}: " in told
    assert words in told
