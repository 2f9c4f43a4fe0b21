"""Workbooks in the publishers' shapes: what is read, what is set aside, and what is refused in words."""

import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from small_data import SmallData
from small_workbooks import TABLE, Rows, theme, write_declarations, write_workbook

from etl.data_folder import load_data_folder
from etl.problems import DataError
from etl.readers import read_file
from etl.readers.result import ReadResult
from etl.readers.workbook import read_grids

HEADER = ["Province", "Rank", "Total", "Part one", "Part two"]
PROVINCES = [
    ["Hà Nội", 1, 13.3, 6.1, 7.2],
    ["Hà Giang", 3, 10.3, 5.1, 5.2],
    ["Tuyên Quang", 2, 11.5, 6.0, 5.5],
]
BLOCKS = "{layout: blocks, headings: abc, name: [Tỉnh], order: [Thứ tự]}"
COLUMNS = "{layout: provinces_in_columns, headings: abc}"


def read(small: SmallData, rows: Rows, *tables: str, keys: str = "", **others: Rows) -> ReadResult:
    sheets = {"Summary": rows, **others}
    file = write_workbook(small.folder.parent / "abc.xlsx", sheets, hidden=["Hidden"])
    sources = write_declarations(small.folder.parent, *tables, keys=keys)
    result = read_file(file, "ABC", 2023, load_data_folder(small.folder), sources)
    assert result.rows_in == len(result.rows) + len(result.set_aside)
    return result


def figures(result: ReadResult, *fields: str) -> dict[tuple[str, str], Any]:
    rows = result.rows.to_dict("records")
    names = fields or ("score",)
    return {
        (row["province_code"], row["component"]): row[names[0]] if len(names) == 1 else tuple(row[n] for n in names)
        for row in rows
    }


def messages(result: ReadResult) -> str:
    return " | ".join(str(problem) for problem in result.problems)


def test_table_is_found_by_its_words_wherever_they_stand(small: SmallData) -> None:
    lower = [["ABC 2023"], [], ["Table 1", None, "of 2023"], ["part\n two", "Total", "Tỉnh ", "CSTP 1: Part  one*"]]
    names = [unicodedata.normalize("NFD", row[0]) + " " for row in PROVINCES]
    rows = [[row[4], row[2], name, row[3]] for row, name in zip(PROVINCES, names, strict=True)]
    result = read(small, [*lower, *rows])
    assert messages(result) == ""
    assert figures(result) == {
        ("01", "A"): "6.1",
        ("01", "B"): "7.2",
        ("01", "overall"): "13.3",
        ("02", "A"): "5.1",
        ("02", "B"): "5.2",
        ("02", "overall"): "10.3",
        ("08", "A"): "6",
        ("08", "B"): "5.5",
        ("08", "overall"): "11.5",
    }


def test_headings_may_be_merged_over_two_rows_and_stand_under_a_title(small: SmallData) -> None:
    heads = [
        ["ABC 2023"],
        ["No", "Rank", "Province", "Sub-indices", None, "ABC 2023"],
        [None, None, None, "Part one", "Part two"],
    ]
    rows = [[n, rank, name, one, two, total] for n, (name, rank, total, one, two) in enumerate(PROVINCES, start=1)]
    result = read(small, [*heads, *rows])
    assert messages(result) == ""
    found = figures(result, "score", "rank")
    assert [found["08", name] for name in ("overall", "A", "B")] == [("11.5", "2"), ("6", ""), ("5.5", "")]


def test_scores_are_rounded_half_up_once_and_ranks_are_whole(small: SmallData) -> None:
    rows = [["HÀ NỘI", 1, 13.305, 6.1049999, 7.125], *PROVINCES[1:]]
    result = read(small, [HEADER, *rows])
    found = figures(result, "score", "rank")
    assert [found["01", name] for name in ("overall", "A", "B")] == [("13.31", "1"), ("6.10", ""), ("7.13", "")]
    assert set(result.rows["source_id"]) == {"S1"}


def test_rows_that_are_no_province_are_set_aside_with_a_reason(small: SmallData) -> None:
    header = "index,year,unit,name,name_en,region,component,score,rank,source_id\n"
    former = f"{header}ABC,2022,HTY,Hà Tây,Ha Tay,RRD,A,1.00,,S1\n"
    small.write("former_units.csv", former)
    ends = [[], ["Hà Giang", 3, 10.3, 5.1, 5.2], ["min", None, 10.3, 5.1, 5.2], [None, None, 11.5, 6.0, 5.5]]
    result = read(small, [HEADER, *PROVINCES, ["Ha Tay", 4, 9, 4, 5], *ends])
    assert messages(result) == ""
    assert len(result.rows) == 9
    assert {row.reason for row in result.set_aside} == {
        "'Ha Tay' is a former unit, with no code among the 63 provinces",
        "'Hà Giang' stands again below the table, after an empty row: a look-up",
        "'min' is no province, as declared",
        "no name of a province beside the figures",
    }
    assert {row.where for row in result.set_aside} >= {"Summary!A7", "Summary!A8", "Summary!A9"}


def test_what_says_no_result_gives_no_figure_and_never_zero(small: SmallData) -> None:
    rows = [["Hà Nội", None, 0, "N/A", "KCDL"], ["Hà Giang", "-", None, "5.1 [1]", "5.2%"], PROVINCES[2]]
    result = read(small, [HEADER, *rows], keys="missing_words: [n.a.], zero_is_missing: [overall]")
    assert messages(result) == ""
    found = figures(result)
    assert {key: score for key, score in found.items() if key[0] != "08"} == {("02", "A"): "5.1", ("02", "B"): "5.2"}
    assert [row.reason for row in result.set_aside] == ["no result: the cell is empty or says so"] * 4


def test_text_numbers_are_read_by_the_declared_marks(small: SmallData) -> None:
    rows = [["Hà Nội", "1", "1.013,3", "6,1", "7,2"], *PROVINCES[1:]]
    result = read(small, [HEADER, *rows], keys="decimal: ',', thousands: .")
    assert messages(result) == ""
    assert [figures(result)["01", name] for name in ("overall", "A", "B")] == ["1013.3", "6.1", "7.2"]
    mixed = read(small, [HEADER, ["Hà Nội", "1", "13,3", "6.1", "7,2"], *PROVINCES[1:]], keys="decimal: ','")
    assert "Summary!D2: '6.1' has '.' as decimal mark, where ',' is declared" in messages(mixed)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([HEADER, *PROVINCES, ["Hà Giang", 3, 10.3, 5.1, 5.2]], "Summary!C5: 'Hà Giang' stands in Summary!C3 already"),
        ([HEADER, *PROVINCES[:2]], "has 2 of 3 provinces that the edition measured"),
        ([HEADER, *PROVINCES[:2], ["Tuyên Quan", 2, 1, 1, 1]], "Most like it: 'Tuyên Quang'"),
        ([[*HEADER[:4], "Part 2"], *PROVINCES], "no heading of B (score) in the first 15 rows; known are 'part two'"),
        ([[*HEADER, "ABC 2023"], *PROVINCES], "a second heading of overall (score), after column Summary!C1"),
        ([HEADER, ["Hà Nội", 1.5, 13.3, 6.1, 7.2], *PROVINCES[1:]], "'1.5' is no rank"),
        ([HEADER, ["Hà Nội", 1, "13.3 pts", 6.1, 7.2], *PROVINCES[1:]], "Summary!C2: '13.3 pts' is no number"),
        ([], "no heading of A (score)"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(small: SmallData, rows: Rows, words: str) -> None:
    assert words in messages(read(small, rows))


def test_hidden_sheet_and_other_sheets_are_not_read(small: SmallData) -> None:
    other = [HEADER, *([name, rank, 20.0, 10.0, 10.0] for name, rank, *_ in PROVINCES)]
    result = read(small, [], Hidden=other, Results=[HEADER, *PROVINCES])
    assert figures(result)["01", "overall"] == "13.3"
    only_hidden = read(small, [], "{layout: table, sheets: ['Hid*'], headings: abc, name: [Province]}", Hidden=other)
    assert "has no table or sheet 'Hid*'; there are 'Summary', 'Hidden' (hidden)" in messages(only_hidden)


def test_sheets_that_are_there_are_named_where_none_is_of_the_edition(small: SmallData) -> None:
    table = "{layout: table, sheets: ['{year}_ABC'], headings: abc, name: [Province]}"
    others: dict[str, Rows] = {"2018 All": [HEADER, *PROVINCES]}
    other = read(small, [HEADER, *PROVINCES], table, keys="", **others)
    assert "has no table or sheet '2023_ABC'; there are 'Summary', '2018 All'." in messages(other)


def test_sheet_of_the_year_is_read(small: SmallData) -> None:
    table = "{layout: table, sheets: ['{year}_ABC'], headings: abc, name: [Province]}"
    years = {"2022_ABC": [HEADER, *PROVINCES[1:]], "2023_ABC": [HEADER, *PROVINCES]}
    assert len(read(small, [], table, keys="", **years).rows) == 9


def test_blocks_take_each_name_with_its_own_score_and_the_running_number_as_rank(small: SmallData) -> None:
    rows = [
        ["Thứ tự", "Tỉnh", "Part one", None, "Part\n two", None, "Unweighted", None, "ABC 2023", "Rank"],
        [1, "Hà Nội", 6.1, "Hà Nội", 7.2, "Tuyên Quang", 99, "Hà Nội", 13.3, 1],
        [2, "Tuyên Quang", 6, "Tuyên Quang ", 5.5, "Hà Nội", 98, "Tuyên Quang", 11.5, 2],
        [3, "Hà Giang", 5.1, "Hà Giang", 5.2, "Hà Giang", 97, "Hà Giang", 10.3, 4],
        [],
        [None, "Hà Giang", 5.1, None, 5.2, None, 97, None, 10.3, 4],
    ]
    result = read(small, rows, BLOCKS)
    assert messages(result) == ""
    found = figures(result, "score", "rank")
    assert {key: found[key] for key in [("02", "A"), ("08", "B"), ("02", "overall"), ("01", "overall")]} == {
        ("02", "A"): ("5.1", "3"),
        ("08", "B"): ("5.5", "2"),
        ("02", "overall"): ("10.3", "4"),
        ("01", "overall"): ("13.3", "1"),
    }
    assert [row.reason for row in result.set_aside] == ["no running number: a look-up or a summary, not a province"]


def test_blocks_with_headings_over_the_names_and_two_rows_of_headings(small: SmallData) -> None:
    rows = [
        [None, "Part one", None, "Part two", None, "Total", None],
        ["No", "Province", "Score", "Province", "Score", "Province", "Score"],
        *([n, *p] for n, p in enumerate([["Ha Noi", 6, "Ha Noi", 7, "Ha Noi", 13], ["Ha Giang", 5] * 3], start=1)),
        [3, "Tuyen Quang", 4, "Tuyen Quang", 4, "Tuyen Quang", 8],
    ]
    result = read(small, rows, BLOCKS)
    assert messages(result) == ""
    assert figures(result, "score", "rank")["08", "overall"] == ("8", "3")


def test_provinces_in_columns(small: SmallData) -> None:
    rows: Sequence[Sequence[Any]] = [
        [None, None, "Tuyên Quang", None, None, "Hà Nội"],
        ["Indicator", "Scale", "Hà Giang", None, "Tuyên Quang", "Hà Nội"],
        ["Total", "2-20", 10.3, None, 0, 13.3],
        ["Dimension 1: anything", "1-10", 5.1, None, 6, 6.1],
        ["1: 95% CI low", None, 5, None, 5.9, 6],
        ["Phần hai", "Part two", 5.2, None, None, 7.2],
        ["Share of something (%)", "0%-100%", 0.5, None, 0.6, 0.7],
    ]
    rows = [*rows[:3], ["1: Phần một", *rows[3][1:]], *rows[4:]]
    result = read(small, rows, COLUMNS, keys="zero_is_missing: ['*']")
    assert messages(result) == ""
    assert figures(result)["02", "A"] == "5.1"
    assert ("08", "overall") not in figures(result)
    assert ("08", "B") not in figures(result)
    assert [row.reason for row in result.set_aside][:2] == [
        "a second row of A; the first is taken",
        "'Share of something (%)' is no component here",
    ]


def test_groups_are_the_colours_of_the_cells(small: SmallData) -> None:
    high, low = theme(4, -0.249977111117893), "FFFFFF99"
    rows = [
        ["Province", "Part one", "Part two", "Total"],
        ["Hà Nội", (6.1, high), (7.2, high), (13.3, high)],
        ["Hà Giang", (5.1, low), (None, low), 10.3],
        ["Tuyên Quang", (6, low), (5.5, low), (11.5, low)],
    ]
    fills = "{theme 4 -0.25: high, FFFF99: low}"
    table = f"{{layout: table, headings: abc, name: [Province], gives: [score, group], groups_by_fill: {fills}}}"
    result = read(small, rows, table)
    assert messages(result) == ""
    found = figures(result, "score", "group", "group_kind")
    assert found["01", "A"] == ("6.1", "high", "published")
    assert found["08", "B"] == ("5.5", "low", "published")
    assert found["02", "overall"] == ("10.3", "", "")
    assert ("02", "B") not in found
    unknown = read(small, rows, table.replace("FFFF99: low", "FF0000: low"))
    assert "the colour 'FFFF99' is not declared; add it to groups_by_fill" in messages(unknown)


def test_group_table_adds_to_the_scores_of_another(small: SmallData) -> None:
    coloured = [["Province", "Part one"], ["Hà Nội", (6.1, "FFFFFF99")], ["Hà Giang", (5.1, "FFFFFF99")]]
    groups = (
        "{layout: table, sheets: [Groups], headings: abc, name: [Province], gives: [group], may_give: [], "
        "components: [A], groups_by_fill: {FFFF99: low}}"
    )
    scores = "{layout: table, sheets: [Summary], headings: abc, name: [Province]}"
    result = read(small, [HEADER, *PROVINCES], scores, groups, Groups=coloured)
    assert messages(result) == ""
    assert figures(result, "score", "group")["01", "A"] == ("6.1", "low")
    assert ("63", "01", "A", "group") in (result.covers or ())
    assert ("63", "08", "A", "group") not in (result.covers or ())


def test_empty_rows_and_columns_at_the_ends_cost_nothing(tmp_path: Path) -> None:
    blank = ("", "FFFFFF99")
    rows: list[list[Any]] = [["Province", "Total"], ["Hà Nội", 1, *[blank] * 1022], *([blank] for _ in range(1048))]
    file = write_workbook(tmp_path / "tail.xlsx", {"Summary": rows})
    (grid,) = read_grids(file)
    assert [len(row) for row in grid.rows] == [2, 2]


def test_stray_cell_in_the_last_corner_is_not_reached(tmp_path: Path) -> None:
    file = tmp_path / "far.xlsx"
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "Province"
    workbook.worksheets[0]["XFD1048576"] = "stray"
    workbook.save(file)
    (grid,) = read_grids(file)
    assert [[cell.text for cell in row] for row in grid.rows] == [["Province"]]


def test_extent_given_as_whole_rows_is_read(tmp_path: Path, small: SmallData) -> None:
    file = write_workbook(tmp_path / "plain.xlsx", {"Summary": [HEADER, *PROVINCES]})
    changed = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(changed, "w") as after:
        for entry in before.namelist():
            content = before.read(entry)
            after.writestr(entry, content.replace(b'<dimension ref="A1:E4"', b'<dimension ref="1:69"'))
    result = read_file(changed, "ABC", 2023, load_data_folder(small.folder), write_declarations(tmp_path))
    assert len(result.rows) == 9


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (20 * 1024 * 1024))


def _cut(path: Path) -> None:
    whole = write_workbook(path.with_name("whole.xlsx"), {"Summary": [HEADER, *PROVINCES]}).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _damaged(path: Path) -> None:
    whole = write_workbook(path.with_name("whole.xlsx"), {"Summary": [HEADER, *PROVINCES]})
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(path, "w") as after:
        for entry in before.namelist():
            content = before.read(entry)
            after.writestr(entry, content[:200] if "sheet1" in entry else content)


def _archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "no workbook")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FAULTS = {
    "it is empty": lambda path: path.write_bytes(b""),
    "it is no XLS or XLSX workbook": lambda path: path.write_text("<html>log in</html>"),
    "it is cut off or damaged: its list of contents is missing": _cut,
    "it is cut off or damaged. Download it again.": _damaged,
    "it would unpack to 20 MB": _bomb,
    "it is a ZIP file and no XLSX workbook": _archive,
    "it has a password": lambda path: path.write_bytes(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")),
}


@pytest.mark.parametrize("words", FAULTS)
def test_faulty_workbook_is_refused_in_words(tmp_path: Path, words: str) -> None:
    file = tmp_path / "faulty.xlsx"
    FAULTS[words](file)
    with pytest.raises(DataError) as told:
        list(read_grids(file))
    assert words in str(told.value.problems[0])


def test_old_workbook_that_is_cut_off_is_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "faulty.xls"
    file.write_bytes(OLE + b"\x00" * 24 + bytes(range(256)) * 8)
    with pytest.raises(DataError) as told:
        list(read_grids(file))
    assert "it is cut off or damaged" in str(told.value.problems[0])


def test_macros_are_left_alone(tmp_path: Path, small: SmallData) -> None:
    plain = write_workbook(tmp_path / "plain.xlsx", {"Summary": [HEADER, *PROVINCES]})
    file = tmp_path / "macros.xlsm"
    file.write_bytes(plain.read_bytes())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", OLE + b"Sub Auto_Open()")
    result = read_file(file, "ABC", 2023, load_data_folder(small.folder), write_declarations(tmp_path, TABLE))
    assert len(result.rows) == 9
