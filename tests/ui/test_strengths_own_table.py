"""A province's own division of work: good rows count, the others are named by row and column."""

import io

import openpyxl

from indicators.release import Release
from indicators.responsibility import MERGED_ON, responsibilities
from ui.strengths_own_table import OwnTable, read_own_file

HEADING = "index,component,lead_to_2025_02_28,lead_from_2025_03_01,with,basis,source"
GOOD = "PCI,land,Sở Tài nguyên và Môi trường,Sở Nông nghiệp và Môi trường,,stated,QĐ 1"
GOOD_TOO = "PCI,time,Văn phòng UBND tỉnh,Trung tâm Phục vụ hành chính công,,stated,QĐ 1"


def _read(release: Release, *lines: str) -> OwnTable:
    return read_own_file("bang.csv", "\n".join([HEADING, *lines]).encode("utf-8-sig"), release.catalogue)


def _faults(own: OwnTable) -> list[tuple[str, int, str]]:
    return [(fault.fault, fault.row, fault.column) for fault in own.faults]


def _used(own: OwnTable) -> list[str]:
    return [] if own.rows is None else own.rows["component"].tolist()


def test_a_good_table_is_laid_over_the_general_one(release: Release) -> None:
    own = _read(release, GOOD, GOOD_TOO)
    assert own.faults == ()
    answers = responsibilities(release, MERGED_ON, own.rows)
    assert answers["PCI", "time"].lead == ("Trung tâm Phục vụ hành chính công",)
    assert answers["PCI", "time"].origin == "own"
    assert answers["PCI", "entry"].origin == "general"


def test_good_rows_are_not_lost_with_the_others(release: Release) -> None:
    own = _read(
        release,
        "PCI,wrong,A,B,,stated,x",
        GOOD,
        "PCX,land,A,B,,stated,x",
        "PCI,bias,,B,,maybe,x",
        GOOD_TOO,
        "PCI,entry",
    )
    assert _used(own) == ["land", "time"]
    assert _faults(own) == [
        ("component_unknown", 2, "component"),
        ("index_unknown", 4, "index"),
        ("basis_unknown", 5, "basis"),
        ("agency_missing", 5, "lead_to_2025_02_28"),
        ("cells_too_few", 7, "lead_to_2025_02_28"),
    ]


def test_of_two_rows_for_a_component_the_first_good_one_stands(release: Release) -> None:
    bad = "PCI,land,A,B,,maybe,x"
    own = _read(release, bad, GOOD, GOOD)
    assert _used(own) == ["land"]
    assert _faults(own) == [("basis_unknown", 2, "basis"), ("component_twice", 4, "component")]


def test_a_heading_at_fault_leaves_nothing(release: Release) -> None:
    own = read_own_file("bang.csv", b"index,component\nPCI,land\n", release.catalogue)
    assert own.rows is None
    assert {fault.fault for fault in own.faults} == {"column_missing"}


def test_rows_that_are_all_at_fault_leave_nothing_but_their_faults(release: Release) -> None:
    own = _read(release, "PCI,wrong,A,B,,stated,x")
    assert (own.rows, _faults(own)) == (None, [("component_unknown", 2, "component")])
    assert _faults(_read(release)) == [("no_rows", 2, "")]


def test_a_file_that_is_no_text_says_in_which_row(release: Release) -> None:
    own = read_own_file("bang.csv", f"{HEADING}\n".encode() + b"PCI,land,\xff\xfe\n", release.catalogue)
    assert (own.rows, _faults(own)) == (None, [("not_utf8", 2, "")])


def test_a_workbook_is_read_with_the_rows_that_a_spreadsheet_shows(release: Release) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEADING, GOOD, "", "PCI,wrong,A,B,,stated,x"):
        sheet.append([cell or None for cell in row.split(",")])
    target = io.BytesIO()
    book.save(target)
    own = read_own_file("bang.xlsx", target.getvalue(), release.catalogue)
    assert _used(own) == ["land"]
    assert _faults(own) == [("component_unknown", 4, "component")]


def test_what_is_no_workbook_is_said_to_be_none(release: Release) -> None:
    own = read_own_file("bang.xlsx", b"PK\x03\x04 broken", release.catalogue)
    assert (own.readable, own.rows) == (False, None)
