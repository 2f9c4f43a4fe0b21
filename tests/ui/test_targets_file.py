"""Files of targets: what was downloaded can be uploaded again, and what is no table is refused."""

import io
import zipfile

import pytest

from indicators.own_targets import read_own_targets
from indicators.release import Release
from indicators.targets import Target
from ui.targets_file import UnreadableFileError, rows_of_file, targets_csv, targets_workbook

TARGETS = [
    Target("63-01", "PCI", "overall", 2024, "rank_at_most", 20),
    Target("63-01", "PAPI", "D1", 2024, "score_at_least", 5.255),
    Target("34-04", "PCI", "overall", 2026, "rank_kept", since_year=2025),
]


@pytest.mark.parametrize(("name", "make"), [("muc-tieu.csv", targets_csv), ("Mục tiêu.XLSX", targets_workbook)])
def test_a_file_of_targets_is_read_back_whole(release: Release, name: str, make: object) -> None:
    content = targets_csv(TARGETS) if make is targets_csv else targets_workbook(TARGETS)
    read = read_own_targets(release, rows_of_file(name, content))
    assert (list(read.targets), read.faults) == (TARGETS, ())


def test_an_empty_file_to_fill_in_has_the_headings_of_the_data() -> None:
    heading = "unit_system,province_code,index,component,year,kind,value,since_year,source"
    assert targets_csv([]).decode("utf-8-sig") == heading + "\n"
    assert rows_of_file("muc-tieu.xlsx", targets_workbook([])) == [heading.split(",")]


def test_semicolons_stand_between_cells_where_excel_writes_them() -> None:
    assert rows_of_file("a.csv", b"unit_system;value\r\n63;65,5\r\n") == [
        ["unit_system", "value"],
        ["63", "65,5"],
    ]


def _not_a_workbook() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("letter.txt", "no table")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", b"no zip"),
        ("a.xlsx", _not_a_workbook()),
        ("a.csv", b"\xff\xfe\x00k"),
        ("a.csv", b"a\0b"),
    ],
)
def test_what_is_no_table_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        rows_of_file(name, content)
