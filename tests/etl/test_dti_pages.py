"""Pages of DTI through the command: the ranking and the eight indicators, and reprints of them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from command_on_file import cells
from small_pages import figure, held, names, page, read, table

from etl.settings import REPOSITORY

INDICATORS = {
    "nhan_thuc_so": "Nhận thức số",
    "the_che_so": "Thể chế số",
    "ha_tang_so": "Hạ tầng số",
    "nhan_luc_so": "Nhân lực số",
    "attt_mang": "An toàn thông tin mạng",
    "hd_chinh_quyen_so": "Hoạt động chính quyền số",
    "hd_kinh_te_so": "Hoạt động kinh tế số",
    "hd_xa_hoi_so": "Hoạt động xã hội số",
}
RANKING_HEAD = [
    "XẾP HẠNG<br>DTI",
    "CÁC TỈNH, THÀNH PHỐ TRỰC THUỘC TW",
    "XẾP HẠNG<br>CHÍNH QUYỀN SỐ",
    "XẾP HẠNG<br>KINH TẾ SỐ",
    "XẾP HẠNG<br>XÃ HỘI SỐ",
]
DETAIL_HEAD = [
    "Xếp hạng DTI",
    "Các tỉnh, thành phố<br>trực thuộc TW",
    *(f"Chỉ số<br/>{name}" for name in INDICATORS.values()),
    "CHUYỂN ĐỔI SỐ CẤP TỈNH (PDTI)",
]
WRITTEN = {"46": "Thừa Thiên - Huế", "01": "TP. Hà Nội", "48": "TP. Đà Nẵng", "79": "TP. Hồ Chí Minh"}
CODES = list(names())


def rows_of(year: int, *, drawn: bool = True) -> tuple[list[list[str]], list[list[str]]]:
    """The rows of both tables with the figures held; the ranks of the pillars are drawn, so empty, or written."""
    rows, written = held("dti", year), names() | WRITTEN
    order = sorted(CODES, key=lambda code: int(figure(rows, code, "overall", "rank")))
    pillars = ("chinh_quyen_so", "kinh_te_so", "xa_hoi_so")
    ranking = [
        [
            figure(rows, code, "overall", "rank"),
            written[code],
            *("<canvas></canvas>" if drawn else figure(rows, code, pillar, "rank") for pillar in pillars),
        ]
        for code in order
    ]
    detail = [
        [
            figure(rows, code, "overall", "rank"),
            written[code],
            *(figure(rows, code, component, "score") for component in (*INDICATORS, "overall")),
        ]
        for code in order
    ]
    return ranking, detail


def dti_page(ranking: list[list[str]], detail: list[list[str]], year: int = 2022) -> str:
    return page(
        f"<h1>BÁO CÁO XẾP HẠNG Đánh giá mức độ chuyển đổi số năm {year}</h1>",
        table(RANKING_HEAD, ranking),
        "<h3>Xếp hạng chi tiết</h3>",
        table(DETAIL_HEAD, detail),
    )


def test_both_tables_of_a_page_are_read_to_their_cells(tmp_path: Path) -> None:
    found = cells(read(tmp_path, dti_page(*rows_of(2022)), "dti", 2022))
    assert found["48", "overall"] == ("0.8002", "1")
    assert found["48", "nhan_thuc_so"] == ("1.0000", "")
    assert found["48", "hd_chinh_quyen_so"] == ("0.8575", "")
    assert found["46", "hd_xa_hoi_so"] == ("0.3001", "")
    assert [found[code, "overall"] for code in ("38", "15", "93")] == [
        ("0.6350", "15"),
        ("0.6350", "15"),
        ("0.6342", "17"),
    ]
    # Empty cells give no row: the pillars are drawn, and most provinces have four of the eight indicators here.
    assert not {component for _, component in found} & {"chinh_quyen_so", "kinh_te_so", "xa_hoi_so"}
    assert ("01", "nhan_thuc_so") not in found
    assert len(found) == sum(
        bool(row["score"] or component == "overall")
        for (_, component), row in held("dti", 2022).items()
        if component in {*INDICATORS, "overall"}
    )


def test_the_import_of_what_is_held_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path / "data"))
    target = tmp_path / "data" / "published" / "dti" / "2022.csv"
    before = target.read_bytes()
    done = read(tmp_path, dti_page(*rows_of(2022)), "dti", 2022, "import", "--yes")
    assert done.exit_code == 0, done.output
    # The ranks of the pillars that other sources gave stay, though the page has their columns.
    assert (target.read_bytes(), "No figure changes." in done.output) == (before, True)


def test_ranks_of_the_pillars_are_read_where_they_are_written(tmp_path: Path) -> None:
    found = cells(read(tmp_path, dti_page(*rows_of(2022, drawn=False)), "dti", 2022))
    assert found["01", "chinh_quyen_so"] == ("", "40")
    assert found["48", "hd_chinh_quyen_so"] == ("0.8575", "")


def comma(text: str) -> str:
    return re.sub(r">(\d)\.(\d{4})<", r">\1,\2<", text)


def reordered(text: str) -> str:
    """The detail table with its columns the other way round."""
    head, rows = DETAIL_HEAD[::-1], [row[::-1] for row in rows_of(2022)[1]]
    start = text.index("<table>", text.index("Xếp hạng chi tiết"))
    return text[:start] + table(head, rows) + "</body></html>"


def lower_header(text: str) -> str:
    start = text.index("<table>", text.index("Xếp hạng chi tiết")) + len("<table>")
    return (
        text[:start] + "<tr><td colspan=11>Năm 2022</td></tr><tr><td></td></tr><tr><td>Đơn vị: 0-1</tr>" + text[start:]
    )


def with_marks(text: str) -> str:
    return text.replace("TP. Đà Nẵng", "TP. Đà Nẵng (*)").replace("0.8002<", "0.8002<sup>1</sup><")


@pytest.mark.parametrize("change", [comma, reordered, lower_header, with_marks])
def test_other_makings_of_the_page_give_the_same_cells(tmp_path: Path, change: Callable[[str], str]) -> None:
    text = dti_page(*rows_of(2022))
    assert change(text) != text
    assert cells(read(tmp_path, change(text), "dti", 2022)) == cells(read(tmp_path, text, "dti", 2022))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "XẾP HẠNG<br>KINH TẾ SỐ",
            "HẠNG 2",
            "page.html, column kinh_te_so: 'table 1': no heading of kinh_te_so (rank) in the first 15 rows; known are",
        ),
        (
            "Chỉ số<br/>Hoạt động chính quyền số",
            "Chính quyền số",
            "no heading of hd_chinh_quyen_so (score) in the first 15 rows; known are 'chỉ số hoạt động chính quyền số'",
        ),
        ("<td>0.8002</td>", "<td>0,8002</td>", "table 2!K2: '0,8002' has ',' as decimal mark, where '.' is declared"),
        ("<td>0.8002</td>", "<td>khá</td>", "table 2!K2: 'khá' is no number"),
        (
            "Lạng Sơn",
            "Lạng Xơn",
            "'Lạng Xơn' is not known as one of the 63 provinces and was set aside. Most like it: 'Lạng Sơn'",
        ),
        ("Lạng Sơn", "Bắc Ninh", "'Bắc Ninh' stands in table 1!A"),
        ("năm 2022", "năm 2021", "the page is headed with 2021"),
    ],
)
def test_what_differs_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = dti_page(*rows_of(2022))
    assert old in text
    done = read(tmp_path, text.replace(old, new), "dti", 2022)
    assert (done.exit_code, "Traceback" in done.output) == (1, False)
    assert told in done.stderr


def test_three_nearest_names_are_offered(tmp_path: Path) -> None:
    done = read(tmp_path, dti_page(*rows_of(2022)).replace("Lạng Sơn", "Lạng Xơn"), "dti", 2022)
    nearest = re.search(r"Most like it: ('[^']+', '[^']+', '[^']+')\.", done.stderr)
    assert nearest is not None
    assert "without a row: Lạng Sơn." in done.stderr


def test_tables_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    ranking, detail = rows_of(2022)
    detail[0][0] = "3"
    done = read(tmp_path, dti_page(ranking, detail), "dti", 2022)
    assert done.exit_code == 1
    assert "table 2!K2: the rank 3 is 1 in table 1!A2; take out the wrong one." in done.stderr


@pytest.mark.parametrize(("year", "infrastructure"), [(2023, "0.8362"), (2024, "1.0000")])
def test_pages_of_later_years_are_declared(tmp_path: Path, year: int, infrastructure: str) -> None:
    rows = held("dti", year)
    order = sorted(CODES, key=lambda code: -float(figure(rows, code, "overall", "score")))
    ranking = [[str(position), names()[code], "", "", ""] for position, code in enumerate(order, start=1)]
    detail = [
        [line[0], line[1], *(figure(rows, code, component, "score") for component in (*INDICATORS, "overall"))]
        for line, code in zip(ranking, order, strict=True)
    ]
    found = cells(read(tmp_path, dti_page(ranking, detail, year), "dti", year))
    assert found["48", "ha_tang_so"] == (infrastructure, "")
    assert {code for code, component in found if component == "overall"} == set(CODES)


def test_the_34_provinces_of_2024_are_read_in_their_own_system(tmp_path: Path) -> None:
    written = names("34")
    ranking = [[str(position), name, "", "", ""] for position, name in enumerate(written.values(), start=1)]
    detail = [[row[0], row[1], *["0.5"] * 8, "0.7857"] for row in ranking]
    done = read(tmp_path, dti_page(ranking, detail, 2024), "dti", 2024)
    assert len([key for key in cells(done) if key[1] == "overall"]) == 34
    assert "DTI,2024,34,31,overall,0.7857," in done.stdout


MERGED = """<table><tr><th rowspan=2>Xếp hạng</th><th rowspan=2>Tỉnh, thành phố</th><th rowspan=2>Giá trị DTI</th>
<th colspan=2>Chính quyền số</th><th colspan=2>Kinh tế số</th><th colspan=2>Xã hội số</th></tr>
<tr><th>Xếp hạng</th><th>Giá trị</th><th>Xếp hạng</th><th>Giá trị</th><th>Xếp hạng</th><th>Giá trị</th></tr>"""


def test_columns_below_a_merged_heading_are_told_apart(tmp_path: Path) -> None:
    rows = [[str(place), name, "0.3", "9", "0.2", "8", "0.1", "", ""] for place, name in enumerate(names().values(), 1)]
    rows[CODES.index("27")] = ["3", "Bắc Ninh", "0.4096", "8", "0.4449", "2", "0.3668", "2", "0.4052"]
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    found = cells(read(tmp_path, page(f"{MERGED}{lines}</table>"), "dti", 2020))
    assert found["27", "overall"] == ("0.4096", "3")
    assert [found["27", pillar] for pillar in ("chinh_quyen_so", "kinh_te_so", "xa_hoi_so")] == [
        ("0.4449", "8"),
        ("0.3668", "2"),
        ("0.4052", "2"),
    ]
    assert ("01", "xa_hoi_so") not in found


def reprint(year: int, head: list[str], *, pillars: bool) -> str:
    """A reprint: running number, province, rank and score in one cell, decimal comma."""
    rows = []
    for position, (code, name) in enumerate(names().items(), start=1):
        score = f"{0.9 - position / 1000:.4f}".replace(".", ",")
        both = f"{position:02d} ({score})"
        figures = ["02 (0,3897)", "14 (0,3019)", "", "03 (0,3955)"] if code == "22" else [both, both, both, both]
        rows.append([str(position), name, *(figures if pillars else figures[:1])])
    return page(f"<h2>Chỉ số chuyển đổi số các tỉnh năm {year}</h2>", table(head, rows))


def test_rank_and_score_in_one_cell_are_told_apart(tmp_path: Path) -> None:
    head = ["TT", "Tỉnh, thành phố trực thuộc<br>Trung ương", "DTI", "Chính quyền số", "Kinh tế số", "Xã hội số"]
    done = read(tmp_path, reprint(2020, head, pillars=True), "dti", 2020)
    found = cells(done)
    assert found["22", "overall"] == ("0.3897", "2")
    assert found["22", "chinh_quyen_so"] == ("0.3019", "14")
    assert ("22", "kinh_te_so") not in found
    assert found["22", "xa_hoi_so"] == ("0.3955", "3")
    assert ",dti_reprint_2020\n" in done.stdout


def test_a_reprint_of_the_total_alone_is_read(tmp_path: Path) -> None:
    head = ["TT", "Tỉnh, thành phố trực thuộc<br>Trung ương", "Năm 2022"]
    found = cells(read(tmp_path, reprint(2022, head, pillars=False), "dti", 2022))
    assert found["22", "overall"] == ("0.3897", "2")
    assert len(found) == 63


def test_a_cell_without_its_score_is_told(tmp_path: Path) -> None:
    head = ["TT", "Tỉnh, thành phố", "Năm 2022"]
    text = reprint(2022, head, pillars=False).replace("02 (0,3897)", "02")
    done = read(tmp_path, text, "dti", 2022)
    assert done.exit_code == 1
    assert "'02' is no rank with its score in brackets, such as '01 (0.727)'." in done.stderr


def test_the_make_up_of_2020_is_three_pillars(tmp_path: Path) -> None:
    head = ["Xếp hạng", "Tỉnh, thành phố", "Giá trị DTI", "Chính quyền số", "Kinh tế số", "Xã hội số"]
    rows = [[str(position), name, "0.3", "0.2", "0.1", ""] for position, name in enumerate(names().values(), start=1)]
    rows[CODES.index("48")] = ["1", "TP. Đà Nẵng", "0.4874", "0.5346", "0.4155", "0.4964"]
    found = cells(read(tmp_path, page(table(head, rows), title="DTI 2020"), "dti", 2020))
    assert found["48", "overall"] == ("0.4874", "1")
    assert found["48", "chinh_quyen_so"] == ("0.5346", "")
    assert found["48", "xa_hoi_so"] == ("0.4964", "")
    assert ("01", "xa_hoi_so") not in found
