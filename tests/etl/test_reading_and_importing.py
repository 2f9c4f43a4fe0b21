"""The commands on a publisher's own file: `read` prints it, `import` takes the place of what it covers and no more."""

import hashlib
from pathlib import Path

import pytest
from small_data import HEADER, SmallData
from small_workbooks import TABLE, write_declarations, write_workbook
from typer.testing import CliRunner, Result

from etl.__main__ import app

TARGET = "published/abc/2023.csv"
SHEET = [
    ["Province", "Part one", "Part two"],
    ["Hà Nội", 6.1, 7.2],
    ["Hà Giang", 5.1, 5.2],
    ["Tuyên Quang", None, None],
    [None, 1, 2],
]
PARTS = TABLE.replace("}", ", without: [overall]}")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_workbook(tmp_path / "abc_2023.xlsx", {"Summary": SHEET})


def run(command: str, file: Path, *options: str, year: int = 2023) -> Result:
    arguments = [command, str(file), "--index", "abc", "--year", str(year), "--sources"]
    return CliRunner().invoke(app, [*arguments, str(file.parent / "sources.yaml"), *options])


def test_read_prints_tidy_rows_and_tells_the_rest_apart(small: SmallData, file: Path) -> None:
    write_declarations(file.parent, PARTS)
    held = (small.folder / TARGET).read_bytes()
    done = run("read", file)
    assert (done.exit_code, done.stdout) == (
        0,
        HEADER
        + "ABC,2023,63,01,A,6.1,,,,published,,S1\n"
        + "ABC,2023,63,01,B,7.2,,,,published,,S1\n"
        + "ABC,2023,63,02,A,5.1,,,,published,,S1\n"
        + "ABC,2023,63,02,B,5.2,,,,published,,S1\n",
    )
    assert "7 rows read = 4 figures + 3 set aside." in done.stderr
    assert "set aside: no result: the cell is empty or says so (Summary!B4, Summary!C4)" in done.stderr
    assert (small.folder / TARGET).read_bytes() == held


def test_read_ends_with_an_error_and_its_place(small: SmallData, file: Path) -> None:  # noqa: ARG001 - settings
    write_declarations(file.parent)
    done = run("read", file)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "abc_2023.xlsx, column overall: 'Summary': no heading of overall (score)" in done.stderr
    undeclared = run("read", file, year=2021)
    assert undeclared.exit_code == 1
    assert "no entry of sources.yaml declares how a .xlsx file of ABC 2021 is read" in undeclared.stderr
    assert "Traceback" not in done.output + undeclared.output


def test_read_takes_an_index_that_only_the_declarations_know(small: SmallData, file: Path) -> None:  # noqa: ARG001
    path = write_declarations(file.parent, PARTS, keys="decimals: 0")
    path.write_text(path.read_text("utf-8").replace("ABC", "OTHER"), encoding="utf-8")
    arguments = ["read", str(file), "--index", "other", "--year", "2023", "--sources", str(path)]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    assert "OTHER,2023,63,01,A,6,,,,published,,S1\n" in done.stdout


def test_import_of_the_same_figures_changes_no_byte(small: SmallData, file: Path) -> None:
    write_declarations(file.parent, PARTS)
    held = (small.folder / TARGET).read_bytes()
    done = run("import", file, "--yes")
    assert (done.exit_code, (small.folder / TARGET).read_bytes()) == (0, held), done.output
    assert "No figure changes." in done.output


def test_import_takes_the_place_of_what_the_file_covers_alone(small: SmallData, tmp_path: Path) -> None:
    held = (small.folder / TARGET).read_text(encoding="utf-8")
    noted = held.replace("01,B,7.2,,,,published,,S1", "01,B,7.2,2,low,computed,computed,one_copy,S1;context:law")
    small.write(TARGET, noted.replace("01,A,6.1,,,,published,,S1", "01,A,6.10,,,,published,one_copy,context:law"))
    rows = [
        ["Province", "Part one", "Part two"],
        ["Hà Nội", 6.1, 7.1],
        ["Hà Giang", None, 5.2],
        ["Tuyên Quang", 6, 5.5],
    ]
    file = write_workbook(tmp_path / "abc.xlsx", {"Summary": rows})
    write_declarations(tmp_path, PARTS)
    done = run("import", file, "--yes")
    assert done.exit_code == 0, done.output
    assert "2 added, 1 removed, 3 cells changed" in " ".join(done.output.split())
    assert (small.folder / TARGET).read_text(encoding="utf-8") == (
        HEADER
        # The same number, written otherwise, with its note and source.
        + "ABC,2023,63,01,A,6.10,,,,published,one_copy,context:law\n"
        # Another number: the notes on the old one go, the rank and the group stay with their source.
        + "ABC,2023,63,01,B,7.1,2,low,computed,published,,S1;context:law\n"
        + "ABC,2023,63,01,overall,13.3,1,high,published,published,,S1\n"
        + "ABC,2023,63,02,B,5.2,,,,published,,S1\n"
        + "ABC,2023,63,02,overall,10.3,3,low,computed,published,one_copy,S1;context:law\n"
        + "ABC,2023,63,08,A,6,,,,published,,S1\n"
        + "ABC,2023,63,08,B,5.5,,,,published,,S1\n"
        + "ABC,2023,63,08,overall,11.5,2,low,published,published,,S1\n"
    )


def test_import_brings_the_source_of_its_figures_along(small: SmallData, file: Path) -> None:
    source = "source: {title: 'Results {year}', publisher: Ministry A, obtained_from_kind: publisher}"
    path = write_declarations(file.parent, PARTS, keys=source)
    path.write_text(path.read_text("utf-8").replace("source_id: S1", "source_id: 'abc_xls_{year}'"), encoding="utf-8")
    assert run("import", file, "--yes").exit_code == 0
    assert "abc_xls_2023" not in (small.folder / "sources.csv").read_text(encoding="utf-8")
    small.change(TARGET, "01,A,6.1,", "01,A,6.2,")
    done = run("import", file, "--yes")
    assert done.exit_code == 0, done.output
    # The hash of the file that was read goes into the row of its source.
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    sources = (small.folder / "sources.csv").read_text("utf-8")
    assert f"ABC,abc_xls_2023,Results 2023,Ministry A,,,,publisher,{digest}\n" in sources
    assert "ABC,2023,63,01,A,6.1,,,,published,,abc_xls_2023\n" in (small.folder / TARGET).read_text(encoding="utf-8")


def test_faulty_workbook_is_not_imported(small: SmallData, tmp_path: Path) -> None:
    held = (small.folder / TARGET).read_bytes()
    write_declarations(tmp_path)
    file = tmp_path / "cut.xlsx"
    file.write_bytes(b"PK\x03\x04 cut off")
    done = run("import", file, "--yes")
    assert (done.exit_code, (small.folder / TARGET).read_bytes()) == (1, held)
    assert "it is cut off or damaged: its list of contents is missing. Download it again." in done.output
    assert "Traceback" not in done.output
