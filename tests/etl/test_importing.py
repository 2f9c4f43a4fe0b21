"""Importing a tidy CSV: counted, compared, asked for, and written only when it is sound."""

from pathlib import Path

import pytest
from small_data import HEADER, SmallData
from typer.testing import CliRunner

from etl.__main__ import app
from etl.importing import prepare_import, write_import
from etl.problems import DataError
from etl.publishing import publish
from indicators.release import load

TARGET = "published/abc/2023.csv"


def run(*arguments: str, answer: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments), input=answer)
    return result.exit_code, " ".join(result.output.split())


def test_same_figures_in_another_order_change_no_byte(small: SmallData, tmp_path: Path) -> None:
    held = (small.folder / TARGET).read_text(encoding="utf-8")
    header, *rows = held.splitlines()
    columns = header.split(",")
    turned = [",".join(reversed(line.split(","))) for line in [header, *reversed(rows)]]
    assert columns[0] == "index"
    file = tmp_path / "turned.csv"
    file.write_text("\ufeff" + "\r\n".join(turned) + "\r\n", encoding="utf-8")
    code, words = run("import", str(file), "--index", "abc", "--year", "2023", "--yes")
    assert (code, (small.folder / TARGET).read_text(encoding="utf-8")) == (0, held)
    assert "7 rows read = 7 figures + 0 set aside" in words
    assert "No figure changes" in words


def test_difference_is_shown_before_the_question(small: SmallData, tmp_path: Path) -> None:
    held = (small.folder / TARGET).read_text(encoding="utf-8")
    changed = held.replace("08,overall,11.5,2", "08,overall,9.5,3").replace("10.3,3", "10.3,2")
    changed = changed.replace("ABC,2023,63,02,A,5.1,,,,published,,S1\n", "ABC,2023,63,08,A,,,,,published,,S1\n")
    file = tmp_path / "new.csv"
    file.write_text(changed, encoding="utf-8")
    code, words = run("import", str(file), "--index", "ABC", "--year", "2023", answer="n\n")
    assert (code, (small.folder / TARGET).read_text(encoding="utf-8")) == (1, held)
    assert "7 rows read = 6 figures + 1 set aside" in words
    assert "0 added, 1 removed, 3 cells changed, of them 2 ranks that move" in words
    assert "Nothing was written" in words
    code, _ = run("import", str(file), "--index", "ABC", "--year", "2023", answer="y\n")
    written = (small.folder / TARGET).read_text(encoding="utf-8")
    assert (code, written.count("\n")) == (0, 7)
    assert "ABC,2023,63,08,overall,9.5,3,low,published,published,,S1\n" in written


def test_first_file_of_an_edition_makes_its_folder(small: SmallData) -> None:
    file = (small.folder / TARGET).rename(small.folder.parent / "abc_2023.csv")
    prepared = prepare_import(file, "ABC", 2023, small.folder)
    assert (len(prepared.difference.added), len(prepared.difference.removed)) == (7, 0)
    write_import(prepared)
    assert (small.folder / TARGET).read_bytes() == file.read_bytes()


def test_scores_are_not_rounded(small: SmallData, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_text(HEADER + "ABC,2023,63,01,A,6.123456780,,,,published,,S1\n", encoding="utf-8")
    write_import(prepare_import(file, "ABC", 2023, small.folder))
    assert b",A,6.123456780," in (small.folder / TARGET).read_bytes()


def test_what_a_killed_import_left_is_never_read_and_goes_with_the_next(small: SmallData, tmp_path: Path) -> None:
    left = [
        small.write(f"published/abc/.2023.csv.{number}.new", HEADER + "ABC,2023,63,99,A,99")
        for number in (77, 4_000_000)
    ]
    left.append(small.write(".sources.csv.77.new", "index,source"))
    assert run("check")[0] == 0
    publish(small.folder, tmp_path / "release")
    assert set(load(tmp_path / "release").observations["unit"]) == {"63-01", "63-02", "63-08"}
    file = tmp_path / "new.csv"
    file.write_text(HEADER + "ABC,2023,63,01,A,6.2,,,,published,,S1\n", encoding="utf-8")
    write_import(prepare_import(file, "ABC", 2023, small.folder))
    assert not [path for path in left if path.exists()]
    assert (small.folder / TARGET).read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("ABC,2023,63,01,A,11,,,,published,,S1\n", "faulty.csv, line 2, column score: 11 is outside the scale of A"),
        ("ABC,2023,63,01,A,6,1,,,published,,S1\n" * 2, "faulty.csv, line 3: index ABC, year 2023"),
        ("ABC,2022,63,01,A,3,,,,published,,S1\n", "the row is of ABC 2022, not of ABC 2023"),
        ("ABC,2023,63,99,A,6,,,,published,,S1\n", "'99' is no province of the 63"),
        ("ABC,2023,63,01,A,6\n", "line 2: the row has 6 values, the header 12"),
    ],
)
def test_faulty_file_changes_nothing(small: SmallData, tmp_path: Path, rows: str, words: str) -> None:
    held = (small.folder / TARGET).read_bytes()
    file = tmp_path / "faulty.csv"
    file.write_text(HEADER + rows, encoding="utf-8")
    code, output = run("import", str(file), "--index", "abc", "--year", "2023", "--yes")
    assert (code, (small.folder / TARGET).read_bytes()) == (1, held)
    assert words in output
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("name", "index", "words"),
    [
        ("absent.csv", "abc", "absent.csv: cannot be read (No such file or directory)"),
        ("table.ods", "abc", "no reader for '.ods' files; known are .csv"),
        ("absent.csv", "xyz", "'xyz' is no index here; known are ABC"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(small: SmallData, name: str, index: str, words: str) -> None:
    code, output = run("import", str(small.folder / name), "--index", index, "--year", "2023", "--yes")
    assert code == 1
    assert words in output


def test_catalogue_error_stops_an_import(small: SmallData) -> None:
    small.change("catalogue/abc.yaml", "unit: points", "unit: metres")
    with pytest.raises(DataError, match=r"data/published/abc/2023\.csv is as it was"):
        prepare_import(small.folder / TARGET, "ABC", 2023, small.folder)
