"""What docs/benchmarks.md says of reading the publishers' own files."""

from pathlib import Path

import pytest

from benchmarks.reading import Reading, read_samples, reading_lines


def test_a_row_a_file_and_their_sum() -> None:
    lines = reading_lines([Reading("A.xls", 1, 410, 0.5, 0.25), Reading("B.xlsx", 6, 10904, 2.25, 1.5)])
    assert lines[-3:] == [
        "| A.xls | 1 | 410 | 0.50 | 0.25 |",
        "| B.xlsx | 6 | 10,904 | 2.25 | 1.50 |",
        "| all 2 files | 7 | 11,314 | 2.75 | 1.75 |",
    ]


def test_without_the_folder_the_page_says_how_to_have_it_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLISHER_SAMPLES", str(tmp_path))
    assert read_samples() == [
        "Publishers' own files were not read: set PUBLISHER_SAMPLES to the folder that holds them."
    ]
