"""Checks that judge a list as a whole: scales, changes since the year before, provinces that were lost on the way."""

from pathlib import Path

import pytest
from small_data import HEADER, SmallData
from small_workbooks import write_declarations, write_workbook
from typer.testing import CliRunner

from etl.__main__ import app
from etl.checks import check_all
from etl.data_folder import load_data_folder
from etl.problems import Code, Problem, Severity

CODES = [f"{number:02}" for number in range(1, 21)]
SCORES = {code: 10 + 0.1 * position for position, code in enumerate(CODES)}


@pytest.fixture
def twenty(small: SmallData) -> SmallData:
    """Twenty provinces with a total in 2022 and 2023, each 0.2 to 0.4 points better than the year before."""
    old = [f"{code},Tỉnh {code},Province {code},tỉnh,RRD,01,t{code}" for code in CODES]
    small.write(
        "provinces/provinces_63.csv", _table("code,name_vi,name_en,kind_vi,region,successor_code,sort_key", old)
    )
    new = [f"01,Tỉnh 01,Province 01,tỉnh,{';'.join(CODES)},t01"]
    small.write("provinces/provinces_34.csv", _table("code,name_vi,name_en,kind_vi,predecessor_codes,sort_key", new))
    small.change("catalogue/editions.csv", "2023-04-19,,3,3", "2023-04-19,,20,20")
    small.change("catalogue/editions.csv", "2024-04,,3,3", "2024-04,,20,20")
    small.change("national.csv", "ABC,2023,63,national,overall,mean,11.70,S1\n", "")
    small.change("catalogue/missing.csv", "ABC,2023,63,08,A;B,left_out,Không công bố.,Left out.,S1\n", "")
    steps = {code: 0.2 + 0.1 * (position % 3) for position, code in enumerate(CODES)}
    _write(small, 2022, SCORES)
    _write(small, 2023, {code: score + steps[code] for code, score in SCORES.items()})
    return small


def test_steady_changes_have_no_problem(twenty: SmallData) -> None:
    assert _problems(twenty) == []


def test_change_far_from_all_the_others_is_told_with_both_figures(twenty: SmallData) -> None:
    _change_score(twenty, 2023, "05", "16.7")
    (found,) = _problems(twenty)
    assert (found.severity, found.code, found.edition, found.line, found.component) == (
        Severity.WARNING, Code.JUMP_AGAINST_YEAR_BEFORE, ("ABC", 2023), 6, "overall",
    )  # fmt: skip
    assert "overall of Tỉnh 05 goes from 10.4 in 2022 to 16.7" in found.message


@pytest.mark.parametrize("break_row", ["ABC,overall", "ABC,*", "*,overall", "*,*"])
def test_no_change_is_judged_across_a_break(twenty: SmallData, break_row: str) -> None:
    _change_score(twenty, 2023, "05", "16.7")
    twenty.change("catalogue/breaks.csv", "ABC,A,2022", f"{break_row},2022")
    twenty.change("catalogue/breaks.csv", "stated by publisher,S1,", "stated by publisher,context:law,")
    assert _problems(twenty) == []


def test_change_across_a_revision_is_judged(twenty: SmallData) -> None:
    _change_score(twenty, 2023, "05", "16.7")
    twenty.change("catalogue/breaks.csv", "ABC,A,2022,2023,break", "ABC,overall,2022,2023,revision")
    assert [problem.code for problem in _problems(twenty)] == [Code.JUMP_AGAINST_YEAR_BEFORE]


def test_a_few_changes_are_not_judged(twenty: SmallData) -> None:
    few = dict(list(SCORES.items())[:10])
    _write(twenty, 2023, few | {"05": 16.7})
    assert _problems(twenty) == []


def test_province_lost_from_a_list_that_is_almost_whole_is_named(twenty: SmallData) -> None:
    _write(twenty, 2023, {code: score for code, score in SCORES.items() if code not in ("07", "09")})
    (found,) = _problems(twenty)
    assert (found.severity, found.code, found.edition) == (Severity.WARNING, Code.PROVINCE_MISSING, ("ABC", 2023))
    assert "of 20 provinces 2 have no figure: Tỉnh 07, Tỉnh 09" in found.message


def test_province_that_was_left_out_is_not_awaited(twenty: SmallData) -> None:
    _write(twenty, 2023, {code: score for code, score in SCORES.items() if code != "07"})
    header = (twenty.folder / "catalogue/missing.csv").read_text(encoding="utf-8")
    twenty.write("catalogue/missing.csv", header + "ABC,2023,63,07,*,left_out,Không công bố.,Left out.,S1\n")
    assert _problems(twenty) == []


@pytest.mark.parametrize("held", [10, 17])
def test_thin_list_is_thin_and_no_fault(twenty: SmallData, held: int) -> None:
    _write(twenty, 2023, dict(list(SCORES.items())[:held]))
    assert _problems(twenty) == []


def test_edition_of_unknown_size_is_not_awaited(twenty: SmallData) -> None:
    twenty.change("catalogue/editions.csv", "2024-04,,20,20", "2024-04,,,20")
    _write(twenty, 2023, {code: score for code, score in SCORES.items() if code != "07"})
    assert _problems(twenty) == []


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (0.05, "lie between 0.5 and 0.595, the scale goes to 20: they look like a scale of 0 to 1."),
        (5, "lie between 50 and 59.5, the scale goes to 20: they look like a scale of 0 to 100."),
    ],
)
def test_list_on_another_scale_is_one_error_with_a_hint(twenty: SmallData, factor: float, words: str) -> None:
    _write(twenty, 2023, {code: score * factor for code, score in SCORES.items()})
    (found,) = [problem for problem in _problems(twenty) if problem.severity is Severity.ERROR]
    assert (found.code, found.edition) == (Code.SCALE_MISTAKEN, ("ABC", 2023))
    assert words in found.message


def test_workbook_on_another_scale_is_not_imported(twenty: SmallData, tmp_path: Path) -> None:
    held = (twenty.folder / "published/abc/2023.csv").read_bytes()
    write_declarations(tmp_path, "{layout: table, headings: abc, name: [Province], components: [overall]}")
    rows = [["Province", "Total"], *([f"Tỉnh {code}", score / 20] for code, score in SCORES.items())]
    file = write_workbook(tmp_path / "abc.xlsx", {"Summary": rows})
    options = ["--index", "abc", "--year", "2023", "--yes", "--sources", str(tmp_path / "sources.yaml")]
    done = CliRunner().invoke(app, ["import", str(file), *options])
    told = " ".join(done.output.split())
    assert (done.exit_code, (twenty.folder / "published/abc/2023.csv").read_bytes()) == (1, held)
    assert "all 20 scores of overall in ABC 2023 lie between 0.5 and 0.6, the scale goes to 20" in told
    assert "abc.xlsx was not imported; data/published/abc/2023.csv is as it was." in told


def test_single_score_beyond_the_scale_is_told_by_itself(twenty: SmallData) -> None:
    _change_score(twenty, 2023, "05", "106")
    codes = [problem.code for problem in _problems(twenty) if problem.severity is Severity.ERROR]
    assert codes == [Code.SCORE_OUT_OF_SCALE]


def test_unit_of_the_other_system_is_said_to_be_one(small: SmallData) -> None:
    small.change("catalogue/editions.csv", "ABC,2025,34,,,,,", "ABC,2023,34,,,,,")
    small.change("published/abc/2023.csv", "ABC,2023,63,02,overall,10.3,3", "ABC,2023,34,02,overall,10.3,3")
    (found,) = [problem for problem in _problems(small) if problem.code is Code.UNKNOWN_PROVINCE]
    assert (found.line, found.column) == (7, "province_code")
    assert "'02' is no province of the 34 but of the 63; the units of the two systems are never mixed" in found.message


def _problems(data: SmallData) -> list[Problem]:
    return check_all(load_data_folder(data.folder))


def _table(header: str, rows: list[str]) -> str:
    return "\n".join([header, *rows, ""])


def _write(data: SmallData, year: int, scores: dict[str, float]) -> None:
    rows = [f"ABC,{year},63,{code},overall,{score:.6g},,,,published,,S1\n" for code, score in scores.items()]
    data.write(f"published/abc/{year}.csv", HEADER + "".join(rows))


def _change_score(data: SmallData, year: int, code: str, score: str) -> None:
    name = f"published/abc/{year}.csv"
    lines = (data.folder / name).read_text(encoding="utf-8").splitlines(keepends=True)
    start = f"ABC,{year},63,{code},overall,"
    changed = [f"{start}{score},,,,published,,S1\n" if line.startswith(start) else line for line in lines]
    data.write(name, "".join(changed))
