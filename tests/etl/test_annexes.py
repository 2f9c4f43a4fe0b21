"""Annexes of PAR INDEX and SIPAS through the command, in the shapes that the ministry's decisions have."""

import csv
import shutil
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

import pytest
from command_on_file import cells, run
from small_annex import TOP, comma, numbered, pages_of, provinces
from small_pdf import PdfPage, write_pdf

from etl.settings import REPOSITORY

EDGES = [40, 70, 185, 255, 325, 390, 455, 510]
HEAD = [
    "TT",
    "Tỉnh, thành phố",
    "Điểm|thẩm định",
    "Điểm|điều tra XHH",
    "Tổng|điểm",
    "Chỉ số|CCHC (%)",
    "Xếp|hạng",
]
NUMBERS = ["(1)", "(2)", "(3)", "(4)", "(5)=(3)+(4)", "(6)", "(7)"]
MINISTRIES = [("Bộ Tư pháp", 89.95), ("Bộ Tài chính", 89.76), ("Bộ Y tế", 76.57)]
TITLE = "PHỤ LỤC 2|CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {} CỦA CÁC TỈNH, THÀNH PHỐ"
DECISION = "|(Kèm theo Quyết định ngày 10 tháng 4 năm 2024 của Bộ trưởng Bộ Nội vụ)"
FIRST = ["22", "31", "01", "46", "77"]


def points(rank: int) -> tuple[float, float]:
    """Appraisal and survey of a rank; they add up to 92.18 for the first."""
    return 62.25 - 0.25 * rank, 30.18 - 0.02 * (rank - 1)


def par_rows(first: Sequence[str] = FIRST) -> list[list[str]]:
    rows: list[list[str]] = []
    for rank, _, name in provinces(first):
        appraisal, survey = points(rank)
        total = appraisal + survey
        rows.append([str(rank), name, comma(appraisal), comma(survey), comma(total), f"{comma(total)}%", str(rank)])
    return rows


def ministries_page() -> PdfPage:
    page = PdfPage()
    page.text(60, 60, "PHỤ LỤC 1")
    page.text(60, 74, "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023 CỦA CÁC BỘ, CƠ QUAN NGANG BỘ")
    rows = [
        [str(rank), name, "60,00", "29,95", comma(score), f"{comma(score)}%", str(rank)]
        for rank, (name, score) in enumerate(MINISTRIES, start=1)
    ]
    page.ruled_table(TOP, EDGES, [[HEAD[0], "Bộ, cơ quan|ngang bộ", *HEAD[2:]], *rows])
    return page


def par_annex(path: Path, year: int = 2023, rows: Sequence[Sequence[str]] = ()) -> Path:
    """Ministries, then 63 provinces over four pages, with column numbers below each head."""
    title = TITLE.format(year) + DECISION
    return numbered(path, [ministries_page(), *pages_of(title, EDGES, [HEAD, NUMBERS], rows or par_rows())])


def test_the_table_of_provinces_is_read_and_that_of_ministries_is_not(tmp_path: Path) -> None:
    done = run(par_annex(tmp_path / "par.pdf"), "par", 2023)
    found = cells(done)
    assert len(found) == 63
    assert found["22", "overall"] == ("92.18", "1")
    assert found["31", "overall"] == ("91.91", "2")
    assert found["46", "overall"] == ("91.37", "4")  # Its name stands on two lines.
    assert found["77", "overall"] == ("91.10", "5")
    assert found["79", "overall"] == ("78.95", "50")
    assert found["96", "overall"] == ("75.44", "63")
    assert ",par_annex_2023\n" in done.stdout
    assert "63 rows read = 63 figures + 0 set aside." in done.stderr


def test_the_parts_of_2012_are_appraisal_and_survey(tmp_path: Path) -> None:
    found = cells(run(par_annex(tmp_path / "par.pdf", 2012), "par", 2012))
    assert len(found) == 3 * 63
    assert found["22", "overall"] == ("92.18", "1")
    assert found["22", "part_appraisal"] == ("62.00", "")
    assert found["22", "part_survey"] == ("30.18", "")
    assert found["96", "part_appraisal"] == ("46.50", "")
    assert found["96", "part_survey"] == ("28.94", "")


def test_from_2018_on_parts_are_read_where_all_four_say_which_they_are(tmp_path: Path) -> None:
    head = [
        *HEAD[:3],
        "Khảo sát|lãnh đạo,|quản lý",
        "SIPAS|quy đổi",
        "Phát triển|KT-XH",
        "Chỉ số|CCHC (%)",
        "Xếp|hạng",
    ]
    rows = [
        [str(rank), name, "56,25", "20,05", comma(9 - rank / 100), "5,50", comma(91 - rank / 4), str(rank)]
        for rank, _, name in provinces(FIRST)
    ]
    edges = [40, 70, 180, 240, 305, 365, 430, 490, 540]
    path = numbered(tmp_path / "parts.pdf", pages_of(TITLE.format(2021), edges, [head], rows))
    found = cells(run(path, "par", 2021))
    assert len(found) == 5 * 63
    assert found["31", "part_appraisal"] == ("56.25", "")
    assert found["31", "part_survey"] == ("20.05", "")
    assert found["31", "part_sipas"] == ("8.98", "")
    assert found["31", "part_socioeconomic"] == ("5.50", "")
    assert found["31", "overall"] == ("90.50", "2")


GROUPED_EDGES = [*EDGES, 555]


def grouped_annex(path: Path, group_of: Callable[[int], str], heading: str = "Nhóm") -> Path:
    """The 63 provinces with a last column that says the group of a rank."""
    rows = [[*row, group_of(int(row[0]))] for row in par_rows()]
    return numbered(path, pages_of(TITLE.format(2022), GROUPED_EDGES, [[*HEAD, heading]], rows))


@pytest.mark.parametrize(("heading", "words"), [("Nhóm", "{}"), ("Phân|nhóm", "Nhóm|{}")])
def test_the_groups_that_the_annex_prints_are_read_and_none_is_deduced(
    tmp_path: Path, heading: str, words: str
) -> None:
    # The groups do not follow from the scores (92.18 to 75.44) by any limit of another year; rank 3 has none.
    printed = {1: "A", 2: "A", 3: "", **dict.fromkeys(range(4, 60), "B"), **dict.fromkeys(range(60, 64), "C")}
    annex = grouped_annex(
        tmp_path / "groups.pdf", lambda rank: words.format(printed[rank]) if printed[rank] else "", heading
    )
    done = run(annex, "par", 2022)
    assert done.exit_code == 0, done.stderr
    rows = list(csv.DictReader(StringIO(done.stdout)))
    assert len(rows) == 63
    assert {int(row["rank"]): row["group"] for row in rows} == printed
    kinds = {(row["group"] != "", row["group_kind"]) for row in rows}
    assert kinds == {(True, "published"), (False, "")}


def test_a_group_that_is_not_declared_is_told_and_nothing_is_read(tmp_path: Path) -> None:
    done = run(grouped_annex(tmp_path / "groups.pdf", lambda rank: "D" if rank == 63 else "B"), "par", 2022)
    assert done.exit_code != 0
    told = " ".join(done.stderr.split())
    assert "the group 'D' is not declared; add it to groups_by_word" in told


def test_an_annex_without_a_column_of_groups_gives_none(tmp_path: Path) -> None:
    rows = list(csv.DictReader(StringIO(run(par_annex(tmp_path / "par.pdf"), "par", 2023).stdout)))
    assert len(rows) == 63
    assert {row["group"] for row in rows} == {""}


AREAS = {
    "steering": "Công tác chỉ đạo, điều hành CCHC",
    "institutions": "Cải cách thể chế",
    "procedures": "Cải cách thủ tục hành chính",
    "organisation": "Cải cách tổ chức bộ máy",
    "civil_service": "Cải cách chế độ công vụ",
    "public_finance": "Cải cách tài chính công",
    "egov": "Chính quyền điện tử, chính quyền số",
    "impact": "Tác động của CCHC",
}


def turned_head(page: PdfPage, edges: Sequence[float], texts: Sequence[str], bottom: float) -> None:
    """Write the heads of columns upwards; "|" begins a second line to the right of the first."""
    for left, text in zip(edges, texts, strict=False):
        for position, line in enumerate(text.split("|")):
            page.text_upwards(left + 5 + 12 * position, bottom - 5, line)


def areas_pages(title: str, rows: Sequence[Sequence[str]]) -> list[PdfPage]:
    """The eight areas below turned heads, two of them on two lines."""
    edges = [40, 70, 190, *range(230, 560, 40)]
    heads = [name.replace("điện tử, ", "điện tử,|").replace("đạo, điều", "đạo,|điều") for name in AREAS.values()]
    pages: list[PdfPage] = []
    for start in range(0, len(rows), 20):
        page = PdfPage()
        if not pages:
            page.text(60, 50, title)
        for x in edges:
            page.line(x, 70, x, 260)
        page.line(edges[0], 70, edges[-1], 70)
        page.text(43, 150, "TT")
        page.text(75, 150, "Tỉnh, thành phố")
        turned_head(page, edges[2:], heads, 260)
        page.ruled_table(260, edges, rows[start : start + 20], high=25)
        pages.append(page)
    return pages


def test_the_areas_stand_below_turned_heads_in_a_table_of_their_own(tmp_path: Path) -> None:
    rows = [
        [str(rank), name, *(comma(8 + area + rank / 100) for area in range(8))] for rank, _, name in provinces(FIRST)
    ]
    total = pages_of(TITLE.format(2021), EDGES, [HEAD], par_rows())
    areas = areas_pages("PHỤ LỤC 3. ĐIỂM CÁC LĨNH VỰC NĂM 2021", rows)
    found = cells(run(numbered(tmp_path / "areas.pdf", [*total, *areas]), "par", 2021))
    assert len(found) == 9 * 63
    assert [found["22", area][0] for area in AREAS] == [
        "8.01", "9.01", "10.01", "11.01", "12.01", "13.01", "14.01", "15.01",
    ]  # fmt: skip
    assert found["46", "impact"] == ("15.04", "")
    assert found["96", "steering"] == ("8.63", "")
    assert found["22", "overall"] == ("92.18", "1")


def with_merged_heads(rows: Sequence[Sequence[str]]) -> list[PdfPage]:
    """Two areas, each over points, percent and rank; TT and province are merged downwards."""
    edges = [40, 70, 190, 250, 310, 370, 430, 490, 550]
    pages: list[PdfPage] = []
    for start in range(0, len(rows), 21):
        page = PdfPage()
        for x in (edges[0], edges[1], edges[2], edges[5], edges[8]):
            page.line(x, 80, x, 140)
        for x in (edges[3], edges[4], edges[6], edges[7]):
            page.line(x, 110, x, 140)
        page.line(edges[0], 80, edges[-1], 80)
        page.line(edges[2], 110, edges[-1], 110)
        page.text(43, 105, "TT")
        page.text(73, 105, "Tỉnh, thành phố")
        page.text(200, 90, "Cải cách thủ tục hành chính")
        page.text(380, 90, "Cải cách tài chính công")
        for left, text in zip(edges[2:], ["Điểm", "Tỷ lệ (%)", "Xếp hạng"] * 2, strict=False):
            page.text(left + 3, 120, text)
        page.ruled_table(140, edges, rows[start : start + 21], high=28)
        pages.append(page)
    return pages


def test_merged_heads_say_points_percent_and_rank_of_an_area(tmp_path: Path) -> None:
    rows = [
        [
            str(rank),
            name,
            comma(12.5 - rank / 20),
            comma(96.15 - rank / 4),
            str(rank),
            comma(11 - rank / 50),
            comma(88 - rank / 5),
            str(64 - rank),
        ]
        for rank, _, name in provinces(FIRST)
    ]
    total = pages_of(TITLE.format(2022), EDGES, [HEAD], par_rows())
    found = cells(run(numbered(tmp_path / "merged.pdf", [*total, *with_merged_heads(rows)]), "par", 2022))
    assert len(found) == 5 * 63
    assert found["22", "procedures"] == ("12.45", "1")
    assert found["22", "procedures_pct"] == ("95.90", "")
    assert found["22", "public_finance"] == ("10.98", "63")
    assert found["22", "public_finance_pct"] == ("87.80", "")
    assert found["77", "procedures"] == ("12.25", "5")
    assert found["96", "public_finance_pct"] == ("75.40", "")


def test_ministries_above_the_provinces_in_one_table_are_set_aside(tmp_path: Path) -> None:
    ministries = [
        [str(rank), name, "60,00", "29,95", comma(score), comma(score), str(rank)]
        for rank, (name, score) in enumerate(MINISTRIES, start=1)
    ]
    sections = [["I", "CÁC BỘ", "", "", "", "", ""], ["II", "CÁC TỈNH", "", "", "", "", ""]]
    head = [HEAD[0], "Tên đơn vị", *HEAD[2:]]
    rows = [sections[0], *ministries, sections[1], *par_rows()]
    path = numbered(tmp_path / "one.pdf", pages_of("CHỈ SỐ CCHC NĂM 2023", EDGES, [head], rows))
    done = run(path, "par", 2023)
    assert len(cells(done)) == 63
    assert cells(done)["22", "overall"] == ("92.18", "1")
    assert "'Bộ Tư pháp' is no province, as declared" in done.stderr


def test_a_table_without_lines_is_read_too(tmp_path: Path) -> None:
    pages: list[PdfPage] = []
    rows = par_rows()
    for start in range(0, 63, 21):
        page = PdfPage()
        page.text(60, 60, TITLE.format(2023).replace("|", " ") + (" (Tiếp theo)" if start else ""))
        for left, upper, lower in ((40, "TT", ""), (80, "Tỉnh,", "thành phố"), (260, "Chỉ số", "CCHC (%)")):
            page.text(left, 110, upper)
            page.text(left, 122, lower)
        page.text(360, 110, "Xếp")
        page.text(360, 122, "hạng")
        for position, row in enumerate(rows[start : start + 21]):
            top = 150 + 28 * position
            lines = row[1].split("|")
            page.text(40, top, row[0])
            for number, line in enumerate(lines):
                page.text(80, top + 11 * number - (5 if len(lines) > 1 else 0), line)
            page.text(270, top, row[5])
            page.text(365, top, row[6])
        pages.append(page)
    found = cells(run(numbered(tmp_path / "words.pdf", pages), "par", 2023))
    assert len(found) == 63
    assert found["22", "overall"] == ("92.18", "1")
    assert found["46", "overall"] == ("91.37", "4")
    assert found["77", "overall"] == ("91.10", "5")
    assert found["96", "overall"] == ("75.44", "63")


def sipas_rows(order: Sequence[str] = ("22", "19", "30", "42")) -> list[list[str]]:
    """Ranks 4 and 5 have equal scores."""
    return [
        [str(rank), name, comma(84.94 if rank in (4, 5) else 90.61 - 1.5 * (rank - 1) if rank < 4 else 84 - rank / 10)]
        for rank, _, name in provinces(order)
    ]


SIPAS_HEAD = ["TT", "Tỉnh, thành phố", "Chỉ số|hài lòng (%)", "Xếp|hạng"]
SIPAS_EDGES = [60, 100, 260, 360, 430]
SIPAS_TITLE = "CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN NĂM {} CỦA CÁC TỈNH"


def test_sipas_keeps_equal_scores_with_the_ranks_printed(tmp_path: Path) -> None:
    rows = [[*row, row[0]] for row in sipas_rows()]
    path = numbered(tmp_path / "sipas.pdf", pages_of(SIPAS_TITLE.format(2023), SIPAS_EDGES, [SIPAS_HEAD], rows))
    done = run(path, "sipas", 2023)
    found = cells(done)
    assert len(found) == 63
    assert found["22", "overall"] == ("90.61", "1")
    assert found["42", "overall"] == ("84.94", "4")
    assert found["01", "overall"] == ("84.94", "5")
    assert found["96", "overall"] == ("77.70", "63")
    assert ",sipas_annex_2023\n" in done.stdout


def test_the_running_number_is_the_rank_where_no_column_of_ranks_is_there(tmp_path: Path) -> None:
    title = SIPAS_TITLE.format(2019)
    path = numbered(tmp_path / "order.pdf", pages_of(title, SIPAS_EDGES[:4], [SIPAS_HEAD[:3]], sipas_rows()))
    found = cells(run(path, "sipas", 2019))
    assert found["42", "overall"] == ("84.94", "4")
    assert found["01", "overall"] == ("84.94", "5")
    assert len(found) == 63


def test_a_running_number_that_is_no_rank_is_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    shutil.copytree(REPOSITORY / "data", data, ignore=shutil.ignore_patterns("raw"))
    monkeypatch.setenv("DASHBOARD_DATA", str(data))
    rows = [[str(number), *row[1:]] for number, row in enumerate(reversed(sipas_rows()), start=1)]
    title = SIPAS_TITLE.format(2019)
    path = numbered(tmp_path / "order.pdf", pages_of(title, SIPAS_EDGES[:4], [SIPAS_HEAD[:3]], rows))
    before = (data / "published/sipas/2019.csv").read_bytes()
    done = run(path, "sipas", 2019, "import", "--yes")
    assert done.exit_code == 1
    assert "but a better rank has only" in done.stderr
    assert (data / "published/sipas/2019.csv").read_bytes() == before


def test_domains_and_criteria_of_sipas_are_read_from_their_own_table(tmp_path: Path) -> None:
    domains = ["TT", "Tỉnh, thành phố", "Xây dựng,|tổ chức thực|hiện chính sách", "Cung ứng|dịch vụ hành|chính công"]
    criteria = ["Chất lượng|chính sách", "Tiếp cận|dịch vụ", "Thủ tục|hành chính"]
    rows = [
        [str(rank), name, comma(80.5), comma(84.25), comma(79), comma(90 - rank / 100), comma(88.88)]
        for rank, _, name in provinces(["22"])
    ]
    edges = [40, 70, 190, 275, 345, 410, 470, 540]
    ranked = [[*row, row[0]] for row in sipas_rows()]
    pages = [
        *pages_of(SIPAS_TITLE.format(2022), SIPAS_EDGES, [SIPAS_HEAD], ranked),
        *pages_of("CHỈ SỐ HÀI LÒNG THEO LĨNH VỰC", edges, [[*domains, *criteria]], rows),
    ]
    found = cells(run(numbered(tmp_path / "domains.pdf", pages), "sipas", 2022))
    assert len(found) == 6 * 63
    assert found["22", "overall"] == ("90.61", "1")
    assert found["22", "policy"] == ("80.50", "")
    assert found["22", "service"] == ("84.25", "")
    assert found["22", "policy_quality"] == ("79.00", "")
    assert found["96", "access"] == ("89.37", "")
    assert found["96", "procedures"] == ("88.88", "")


def test_a_column_that_is_not_known_and_a_table_that_is_not_read_are_told(tmp_path: Path) -> None:
    head = [*HEAD[:2], "Điểm thưởng", *HEAD[3:]]
    survey = [[str(rank), name, str(200 + rank)] for rank, _, name in provinces(FIRST)]
    pages = [
        *pages_of(TITLE.format(2023), EDGES, [head], par_rows()),
        *pages_of("PHỤ LỤC 5. SỐ PHIẾU", [60, 100, 260, 360], [["TT", "Tỉnh, thành phố", "Số phiếu"]], survey),
    ]
    done = run(numbered(tmp_path / "told.pdf", pages), "par", 2023)
    assert len(cells(done)) == 63
    assert "the column 'Điểm thưởng' was not read: etl/headings/par.csv does not know it in 2023" in done.stderr
    assert "a table of 63 provinces was not read" in done.stderr
    assert "('PHỤ LỤC 5. SỐ PHIẾU') (page 6, table 1)" in done.stderr


def test_a_page_that_was_not_joined_to_its_table_is_told(tmp_path: Path) -> None:
    rows = [[str(rank), name, *["9,00"] * 8] for rank, _, name in provinces(FIRST)]
    first, *further = areas_pages("PHỤ LỤC 3", rows)
    last = PdfPage()
    last.text(60, 50, "BẢNG KHÁC")
    last.parts += further.pop().parts
    total = pages_of(TITLE.format(2021), EDGES, [HEAD], par_rows())
    done = run(numbered(tmp_path / "apart.pdf", [*total, first, *further, last]), "par", 2021)
    assert done.exit_code == 1
    assert "'page 6, table 1' has 60 provinces, the file 63" in done.stderr


def test_an_annex_of_another_year_is_refused(tmp_path: Path) -> None:
    done = run(par_annex(tmp_path / "par.pdf", 2022), "par", 2023)
    assert done.exit_code == 1
    assert "the page is headed with 2022" in done.stderr
    # The date of the decision is not the year measured.
    done = run(par_annex(tmp_path / "par.pdf", 2023), "par", 2024)
    assert done.exit_code == 1
    assert done.stdout == ""


def test_a_missing_province_is_named(tmp_path: Path) -> None:
    done = run(par_annex(tmp_path / "par.pdf", rows=par_rows()[:-1]), "par", 2023)
    assert done.exit_code == 1
    assert "has 62 of 63 provinces that the edition measured; without a row: Cà Mau." in done.stderr


def test_a_name_that_is_not_known_is_told_with_its_page(tmp_path: Path) -> None:
    rows = par_rows()
    rows[30][1] = "Hà Đong"
    done = run(par_annex(tmp_path / "par.pdf", rows=rows), "par", 2023)
    assert done.exit_code == 1
    assert "page 2, table 1!F32: 'Hà Đong' is not known as one of the 63 provinces and was set aside." in done.stderr


def test_a_renamed_column_of_the_index_is_told(tmp_path: Path) -> None:
    head = [*HEAD[:5], "Kết quả cuối", HEAD[6]]
    path = numbered(tmp_path / "renamed.pdf", pages_of(TITLE.format(2023), EDGES, [head], par_rows()))
    done = run(path, "par", 2023)
    assert done.exit_code == 1
    assert "no heading of overall (score)" in done.stderr
    assert "add the new heading to etl/headings/par.csv" in done.stderr


@pytest.mark.parametrize("index", ["par", "sipas"])
def test_a_scan_points_to_the_template(tmp_path: Path, index: str) -> None:
    page = PdfPage()
    page.picture()
    done = run(write_pdf(tmp_path / "scan.pdf", [page, page]), index, 2023)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "scan.pdf: it is a scan: page 1 holds a picture and no text." in done.stderr
    assert "python -m etl template" in done.stderr


def test_a_file_that_is_cut_off_damaged_or_locked_is_told(tmp_path: Path) -> None:
    path = par_annex(tmp_path / "par.pdf")
    whole = path.read_bytes()
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] /Root" % (
        b"5A" * 32,
        b"A5" * 32,
    )
    for content, told in (
        (whole[: len(whole) // 2], "the PDF is cut off: its end is missing"),
        (b"%PDF-1.4\n" + b"\x00\xff" * 500 + b"\n%%EOF\n", "the PDF is damaged"),
        (whole.replace(b"/Root", locked), "it is locked with a password. Save an open copy of it and read that."),
    ):
        path.write_bytes(content)
        done = run(path, "par", 2023)
        assert (done.exit_code, done.stdout) == (1, ""), told
        assert told in done.stderr


def test_percent_below_heads_of_points_is_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    shutil.copytree(REPOSITORY / "data", data, ignore=shutil.ignore_patterns("raw"))
    monkeypatch.setenv("DASHBOARD_DATA", str(data))
    rows = [[str(rank), name, *["91,00"] * 8] for rank, _, name in provinces(FIRST)]
    total = pages_of(TITLE.format(2021), EDGES, [HEAD], par_rows())
    path = numbered(tmp_path / "areas.pdf", [*total, *areas_pages("LĨNH VỰC", rows)])
    done = run(path, "par", 2021, "import", "--yes")
    assert done.exit_code == 1
    assert "the parts of overall add up to 728" in done.stderr


def test_an_import_takes_the_annex_and_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    shutil.copytree(REPOSITORY / "data", data, ignore=shutil.ignore_patterns("raw"))
    monkeypatch.setenv("DASHBOARD_DATA", str(data))
    done = run(par_annex(tmp_path / "par.pdf"), "par", 2023, "import", "--yes")
    assert done.exit_code == 0, done.stderr
    written = (data / "published/par/2023.csv").read_text("utf-8")
    assert "PAR,2023,63,46,overall,91.37,4,,,published,,par_annex_2023\n" in written
    sources = list(csv.DictReader(StringIO((data / "sources.csv").read_text("utf-8"))))
    (source,) = [row for row in sources if row["source_id"] == "par_annex_2023"]
    assert source["title"] == "Quyết định 273/QĐ-BNV (10/4/2024): Chỉ số cải cách hành chính năm 2023"
    assert source["publisher_of_figures"] == "Bộ Nội vụ"
