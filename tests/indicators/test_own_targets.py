"""Files of targets: what is read of them, and how a row that cannot be is named."""

import pytest

from indicators.own_targets import OwnTargets, TargetFault, number_of, read_own_targets
from indicators.release import Release
from indicators.targets import Target

HEADING = ["unit_system", "province_code", "index", "component", "year", "kind", "value", "since_year", "source"]


def test_rows_are_read_as_spreadsheets_write_them(release: Release) -> None:
    rows = [
        HEADING,
        ["63", "01", "PCI", "overall", "2024", "rank_at_most", "20", "", "Kế hoạch"],
        # A code and a year that were taken for numbers, a decimal comma, a row without anything.
        ["63.0", "1", "papi", "D1", "2024.0", "score_at_least", "5,25", "", ""],
        ["", "", "", "", "", "", "", "", ""],
        ["63", "01", "PCI", "overall", "2024", "rank_kept", "", "2022", ""],
    ]
    assert read_own_targets(release, rows) == OwnTargets(
        (
            Target("63-01", "PCI", "overall", 2024, "rank_at_most", 20),
            Target("63-01", "PAPI", "D1", 2024, "score_at_least", 5.25),
            Target("63-01", "PCI", "overall", 2024, "rank_kept", since_year=2022),
        ),
        (),
    )


SOUND = ["63", "01", "PCI", "overall", "2024", "rank_at_most", "20", "", ""]


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("unit_system", "64", "unit_system"),
        ("province_code", "99", "province_code"),
        ("index", "XYZ", "index"),
        ("component", "D1", "component"),
        ("year", "năm 2024", "year"),
        ("kind", "hạng", "kind"),
        ("value", "hai mươi", "value"),
        ("value", "5,5", "value"),
    ],
)
def test_a_row_that_cannot_be_is_left_out_and_named(release: Release, column: str, value: str, told: str) -> None:
    wrong = list(SOUND)
    wrong[HEADING.index(column)] = value
    read = read_own_targets(release, [HEADING, SOUND, wrong])
    assert len(read.targets) == 1
    assert [(fault.fault, fault.row, fault.column, fault.value) for fault in read.faults] == [
        ("not_valid", 3, told, value)
    ]


def test_a_file_that_holds_no_targets_says_what_is_missing(release: Release) -> None:
    assert read_own_targets(release, [["tỉnh", "hạng"]]).faults[0] == TargetFault("column_missing", 1, "unit_system")
    assert read_own_targets(release, [HEADING]).faults == (TargetFault("no_rows", 2, ""),)
    assert len(read_own_targets(release, []).faults) == 6
    many = read_own_targets(release, [HEADING, *[SOUND] * 2001])
    assert (many.targets, many.faults[0].fault, many.faults[0].value) == ((), "too_many_rows", "2001")


@pytest.mark.parametrize(
    ("text", "number"), [("65,5", 65.5), (" 20 ", 20), ("65.25", 65.25), ("-1", None), ("1e3", None), ("", None)]
)
def test_numbers_are_read_with_a_comma_or_a_point(text: str, number: float | None) -> None:
    assert number_of(text) == number
