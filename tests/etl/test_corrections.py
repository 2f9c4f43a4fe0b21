"""Corrections: data keep what was printed, the release carries the corrected figure with its note and source."""

from pathlib import Path

import pytest
from small_data import SmallData

from etl.checks import check_all
from etl.data_folder import load_data_folder
from etl.exporting import export_release
from etl.problems import Code, DataError
from etl.publishing import publish

HEADER = "index,year,unit_system,province_code,component,field,expected,corrected,reason,source_id\n"
TYPO = "ABC,2023,63,08,overall,score,11.5,11.45,Printed 11.5 in the table and 11.45 in the text.,context:law\n"


def test_release_carries_the_corrected_figure_and_the_data_the_printed_one(small: SmallData, tmp_path: Path) -> None:
    small.change("national.csv", "ABC,2023,63,national,overall,mean,11.70,S1\n", "")
    held = (small.folder / "published/abc/2023.csv").read_bytes()
    small.write("corrections.csv", HEADER + TYPO)
    publish(small.folder, tmp_path / "release")
    exported = export_release(tmp_path / "release", "ABC", 2023).decode()
    assert "ABC,2023,63,08,overall,11.45,2,low,published,published,corrected,S1;context:law\n" in exported
    assert "ABC,2023,63,02,overall,10.3,3,low,computed,published,one_copy,S1;context:law\n" in exported
    assert (small.folder / "published/abc/2023.csv").read_bytes() == held


def test_checks_judge_the_corrected_figure(small: SmallData) -> None:
    small.change("published/abc/2023.csv", "01,B,7.2", "01,B,9.2")
    assert [problem.code for problem in check_all(load_data_folder(small.folder))] == [Code.PARTS_AGAINST_TOTAL]
    small.write("corrections.csv", HEADER + "ABC,2023,63,01,B,score,9.2,7.2,Misprint.,S1\n")
    assert check_all(load_data_folder(small.folder)) == []


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        (TYPO.replace("11.5,11", "11.4,11"), Code.CORRECTION_STALE, "the score of ABC 2023 63 08 overall is '11.5'"),
        (TYPO.replace("overall", "A"), Code.CORRECTION_STALE, "no figure of ABC 2023 63 08 A is held"),
        (TYPO.replace("11.5,11.45", '11.5,"11,45"'), Code.VALUE_NOT_ALLOWED, "dot as decimal point"),
        (TYPO.replace("score", "name"), Code.VALUE_NOT_ALLOWED, "'name' must be one of: score, rank, group"),
        (TYPO.replace("context:law", "S7"), Code.UNKNOWN_SOURCE, "'S7' is not in sources.csv"),
        (TYPO.replace("Printed 11.5 in the table and 11.45 in the text.", ""), Code.VALUE_NOT_ALLOWED, "not be empty"),
    ],
)  # fmt: skip
def test_correction_that_does_not_fit_stops_with_its_row(
    small: SmallData, tmp_path: Path, row: str, code: Code, words: str
) -> None:
    small.write("corrections.csv", HEADER + row)
    with pytest.raises(DataError) as caught:
        publish(small.folder, tmp_path / "release")
    (found,) = [problem for problem in caught.value.problems if problem.file == "corrections.csv"]
    assert (found.code, found.line) == (code, 2)
    assert words in found.message
