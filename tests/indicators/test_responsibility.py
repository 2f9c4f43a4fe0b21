"""Who leads the work behind a component: every component has an answer, and a province's own table lies over ours."""

from datetime import date

import pandas as pd
import pytest

from indicators.own_responsibilities import COLUMNS, OwnTableError, TableFault, check_own_table, read_own_table
from indicators.release import Release
from indicators.responsibility import agencies, responsibilities

_BEFORE, _SINCE = date(2025, 2, 28), date(2025, 3, 1)
_HEADING = ",".join(COLUMNS)
_OWN_ROW = "PAPI,D1,Sở Nội vụ tỉnh A,Sở Nội vụ tỉnh A,,stated,Quyết định của tỉnh A"


def _faults(text: str, release: Release) -> list[TableFault]:
    with pytest.raises(OwnTableError) as caught:
        read_own_table(text.encode(), release.catalogue)
    return list(caught.value.faults)


def test_every_component_of_the_five_indices_has_a_lead_agency_on_both_sides(release: Release) -> None:
    expected = {(index.id, component.id) for index in release.catalogue.indices for component in index.components}
    for day in (_BEFORE, _SINCE):
        answers = responsibilities(release, day)
        assert set(answers) == expected
        assert all(answer.lead for answer in answers.values())


def test_a_component_without_a_row_takes_that_of_its_parent_and_says_so(release: Release) -> None:
    answers = responsibilities(release, _SINCE)
    own_row = {(row["index"], row["component"]) for row in release.responsibility.to_dict("records")}
    for key, answer in answers.items():
        assert answer.taken_from_parent == (key not in own_row)
    knowledge = answers["PAPI", "D1.knowledge"]
    assert (knowledge.component, knowledge.row_of, knowledge.lead) == ("D1.knowledge", "D1", ("Sở Nội vụ",))
    assert answers["PAR", "egov_pct"].row_of == "egov"
    assert answers["PAR", "part_survey"].row_of == "overall"


def test_the_day_decides_which_column_applies(release: Release) -> None:
    # Departments were merged on 1 March 2025: planning and investment went into finance.
    assert responsibilities(release, _BEFORE)["PCI", "entry"].lead == ("Sở Kế hoạch và Đầu tư",)
    assert responsibilities(release, _SINCE)["PCI", "entry"].lead == ("Sở Tài chính",)


def test_the_evidence_is_carried(release: Release) -> None:
    answers = responsibilities(release, _SINCE)
    assert answers["PAR", "institutions"].basis == "stated"
    assert answers["DTI", "the_che_so"].basis == "indirect"
    assert answers["PCI", "land"].basis == "usual"
    assert "context:kontum_2022" in answers["DTI", "overall"].source


def test_agencies_are_taken_apart_outside_brackets_only() -> None:
    text = "Sở A; Sở B (tuyên truyền; tùy phân công của tỉnh); Sở C"
    assert agencies(text) == ("Sở A", "Sở B (tuyên truyền; tùy phân công của tỉnh)", "Sở C")
    assert agencies("") == ()


def test_a_province_lays_its_own_rows_over_the_general_ones(release: Release) -> None:
    own = read_own_table(f"{_HEADING}\n{_OWN_ROW}\n".encode(), release.catalogue)
    answers = responsibilities(release, _SINCE, own)
    assert (answers["PAPI", "D1"].lead, answers["PAPI", "D1"].origin) == (("Sở Nội vụ tỉnh A",), "own")
    below = answers["PAPI", "D1.elections"]
    assert (below.origin, below.row_of, below.lead) == ("own", "D1", ("Sở Nội vụ tỉnh A",))
    assert answers["PAPI", "D2"].origin == "general"
    # For that session: the table of the release is as before.
    assert responsibilities(release, _SINCE)["PAPI", "D1"].origin == "general"


def test_a_file_saved_by_a_vietnamese_spreadsheet_is_read(release: Release) -> None:
    text = "\ufeff" + f"{_HEADING}\n{_OWN_ROW}\n".replace(",", ";")
    assert read_own_table(text.encode(), release.catalogue)["component"].tolist() == ["D1"]


def test_faults_name_row_and_column(release: Release) -> None:
    bad_index = _OWN_ROW.replace("PAPI", "PAPY")
    bad_component = _OWN_ROW.replace("D1", "D9")
    bad_basis = _OWN_ROW.replace("stated", "sure")
    no_agency = "PAPI,D3,Thanh tra tỉnh,,,usual,"
    # The empty line counts, as it does in a spreadsheet.
    text = "\n".join([_HEADING, _OWN_ROW, "", bad_index, bad_component, bad_basis, no_agency])
    assert _faults(text, release) == [
        TableFault("index_unknown", 4, "index", "PAPY", ("PAR", "SIPAS", "PAPI", "PCI", "DTI")),
        TableFault("component_unknown", 5, "component", "D9"),
        TableFault("component_twice", 6, "component", "D1"),
        TableFault("basis_unknown", 6, "basis", "sure", ("stated", "indirect", "usual")),
        TableFault("agency_missing", 7, "lead_from_2025_03_01"),
    ]


@pytest.mark.parametrize(
    ("text", "fault", "row", "column"),
    [
        (_HEADING.replace("basis", "base") + "\n" + _OWN_ROW, "column_missing", 1, "basis"),
        (_HEADING + ",basis\n" + _OWN_ROW + ",stated", "column_twice", 1, "basis"),
        (_HEADING + "\n" + _OWN_ROW + ",more", "cells_too_many", 2, "source"),
        (_HEADING + "\nPAPI,D1", "cells_too_few", 2, "lead_to_2025_02_28"),
        (_HEADING + "\n", "no_rows", 2, ""),
        ("", "column_missing", 1, "index"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(
    release: Release, text: str, fault: str, row: int, column: str
) -> None:
    first = _faults(text, release)[0]
    assert (first.fault, first.row, first.column) == (fault, row, column)


def test_a_file_that_is_not_utf_8_is_refused(release: Release) -> None:
    with pytest.raises(OwnTableError) as caught:
        read_own_table(f"{_HEADING}\nPAPI,D1,".encode() + b"S\xf4", release.catalogue)
    assert [(fault.fault, fault.row) for fault in caught.value.faults] == [("not_utf8", 2)]


def test_a_frame_read_from_a_workbook_is_checked_the_same_way(release: Release) -> None:
    cells = dict(zip(COLUMNS, ["PCI", " land ", "Sở A", "Sở B", None, "usual", None], strict=True))
    checked = check_own_table(pd.DataFrame([cells]), release.catalogue)
    assert checked.iloc[0].tolist() == ["PCI", "land", "Sở A", "Sở B", "", "usual", ""]
    assert responsibilities(release, _BEFORE, checked)["PCI", "land"].lead == ("Sở A",)
