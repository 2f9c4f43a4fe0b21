"""Pages of PCI through the command: the ranking, the sub-indices of all provinces, and the page of one province."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from command_on_file import cells
from small_pages import figure, held, names, page, read, table

from etl.settings import REPOSITORY

PARTS = ["entry", "land", "transparency", "time", "informal", "bias", "proactivity", "support", "labor", "legal"]
ENGLISH = [
    "Province",
    "Entry Costs",
    "Access to land",
    "Transparency",
    "Time Costs",
    "Informal Charges",
    "Policy Bias",
    "Proactivity",
    "Business Support Services",
    "Labor Policy",
    "Law &amp; Order",
    "PCI Score",
    "PCI Ranking",
    "PCI Tier",
]
VIETNAMESE = [
    "Tỉnh",
    "Gia nhập thị trường",
    "Tiếp cận đất đai",
    "Tính minh bạch",
    "Chi phí thời gian",
    "Chi phí không chính thức",
    "Cạnh tranh bình đẳng",
    "Tính năng động",
    "Chính sách hỗ trợ doanh nghiệp",
    "Đào tạo lao động",
    "Thiết chế pháp lý",
    "Điểm số PCI",
    "Bảng xếp hạng",
    "Xếp loại PCI",
]
WRITTEN = {"46": "TT-Hue", "77": "BRVT", "01": "Ha Noi"}


def sub_indices(year: int, written: dict[str, str], *, without: tuple[str, ...] = ()) -> list[list[str]]:
    """A row a province as it is held: ten scores, the total, its rank, the tier in Vietnamese; best first."""
    rows = held("pci", year)
    order = sorted(set(written) - set(without), key=lambda code: int(figure(rows, code, "overall", "rank") or 99))
    return [
        [
            written[code],
            *(figure(rows, code, component, "score") for component in (*PARTS, "overall")),
            figure(rows, code, "overall", "rank"),
            "Khá",
        ]
        for code in order
    ]


def page_of_2019() -> str:
    """The English page: a first row without any result, and the place where that city belongs is skipped."""
    written = names(language="en") | WRITTEN
    rows = [["HCMC", *["N/A"] * 13], *sub_indices(2019, written, without=("79",))]
    return page("<h1>PCI Subindices of 63 provincescities</h1>", table(ENGLISH, rows))


def test_the_page_of_sub_indices_is_read_to_its_cells(tmp_path: Path) -> None:
    done = read(tmp_path, page_of_2019(), "pci", 2019)
    found = cells(done)
    assert found["22", "overall"] == ("73.40", "1")
    assert found["22", "entry"] == ("7.16", "")
    assert found["72", "overall"] == ("67.05", "15")
    assert found["77", "legal"] == ("6.32", "")
    assert found["46", "bias"] == ("6.69", "")
    assert len(found) == 62 * 11
    assert ",pci_site_table_2019\n" in done.stdout
    assert "693 rows read = 682 figures + 11 set aside." in done.stderr
    assert "set aside: no result: the cell is empty or says so (table 1!B2, table 1!C2" in done.stderr


def test_a_row_without_any_result_takes_nothing_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path / "data"))
    target = tmp_path / "data" / "published" / "pci" / "2019.csv"
    before = target.read_bytes()
    done = read(tmp_path, page_of_2019(), "pci", 2019, "import", "--yes")
    assert (done.exit_code, target.read_bytes()) == (0, before), done.output


def test_a_row_without_any_result_is_no_second_row_of_its_province(tmp_path: Path) -> None:
    rows = sub_indices(2019, names(language="en") | WRITTEN)
    head = [ENGLISH, ["HCMC", *["N/A"] * 13]]
    found = cells(read(tmp_path, page(table(head[0], [head[1], *rows])), "pci", 2019))
    assert found["79", "overall"] == ("67.16", "14")
    assert len(found) == 63 * 11


def test_the_vietnamese_page_is_read_alike(tmp_path: Path) -> None:
    found = cells(read(tmp_path, page(table(VIETNAMESE, sub_indices(2021, names()))), "pci", 2021))
    assert found["22", "overall"] == ("73.02", "1")
    assert found["79", "support"] == ("8.54", "")
    assert found["30", "bias"] == ("8.38", "")


def test_the_older_english_page_is_read_alike(tmp_path: Path) -> None:
    head = [
        "Province",
        "Entry Costs",
        "Land Access and Security of Tenure",
        "Transparency and Access to Information",
        "Time Costs and Regulatory Compliance",
        "Informal Charges",
        "Proactivity",
        "Business Support",
        "Labor &amp; Training",
        "Legal Institutions",
        "PCI",
        "Ranking",
        "Ranking group",
    ]
    rows = [row[:6] + row[7:] for row in sub_indices(2015, names())]
    found = cells(read(tmp_path, page(table(head, rows)), "pci", 2015))
    assert (found["48", "overall"], found["87", "legal"]) == (("68.34", "1"), ("7.44", ""))


def test_the_page_of_2015_has_no_policy_bias(tmp_path: Path) -> None:
    place = ENGLISH.index("Policy Bias")
    rows = [row[:place] + row[place + 1 :] for row in sub_indices(2015, names())]
    found = cells(read(tmp_path, page(table(ENGLISH[:place] + ENGLISH[place + 1 :], rows)), "pci", 2015))
    assert found["48", "overall"] == ("68.34", "1")
    assert ("48", "bias") not in found
    # The same page with the column under a new name is not taken for one without it.
    renamed = [heading.replace("Policy Bias", "Equal Treatment") for heading in ENGLISH]
    done = read(tmp_path, page(table(renamed, sub_indices(2015, names()))), "pci", 2015)
    assert done.exit_code == 1
    assert "no heading of bias (score)" in done.stderr


def ranking_page(year: int = 2020) -> str:
    rows = held("pci", year)
    order = sorted(names(), key=lambda code: int(figure(rows, code, "overall", "rank")))
    lines = [
        [figure(rows, code, "overall", "rank"), names()[code], figure(rows, code, "overall", "score")] for code in order
    ]
    return page(
        "<h1>Bảng xếp hạng</h1><select><option>2019</option><option selected>2020</option></select>",
        table(["Xếp hạng", "Tỉnh/Thành phố", "Điểm số"], lines),
    )


def test_the_ranking_page_is_read_to_its_cells(tmp_path: Path) -> None:
    done = read(tmp_path, ranking_page(), "pci", 2020)
    found = cells(done)
    assert found["22", "overall"] == ("75.09", "1")
    assert found["87", "overall"] == ("72.81", "2")
    assert len(found) == 63
    assert ",pci_site_rank_2020\n" in done.stdout


def test_a_ranking_of_the_best_thirty_is_read(tmp_path: Path) -> None:
    rows = [["1", "Hải Phòng", "74.84"], ["21", "Thanh Hóa", "68.74"]]
    text = page("<h1>PCI 2024</h1>", table(["Thứ hạng", "Tỉnh/Thành phố", "Điểm"], rows))
    assert cells(read(tmp_path, text, "pci", 2024)) == {
        ("31", "overall"): ("74.84", "1"),
        ("38", "overall"): ("68.74", "21"),
    }
    assert read(tmp_path, text.replace("2024", "2020"), "pci", 2020).exit_code == 1


def test_a_page_of_another_year_is_refused(tmp_path: Path) -> None:
    done = read(tmp_path, ranking_page(), "pci", 2019)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the page is headed with 2020 ('2020'), not with 2019; check the year asked for." in done.stderr


def reordered(text: str) -> str:
    assert text
    rows = [["HCMC", *["N/A"] * 13], *sub_indices(2019, names(language="en") | WRITTEN, without=("79",))]
    return page(table(ENGLISH[::-1], [row[::-1] for row in rows]))


def lower_header(text: str) -> str:
    above = (
        "<tr><td colspan=14>Provincial Competitiveness Index</td></tr><tr><td></td></tr><tr><td>Scale 1-10</td></tr>"
    )
    return text.replace("<table>", f"<table>{above}")


def with_marks(text: str) -> str:
    return text.replace(">Quang Ninh<", ">Quang Ninh [1]<").replace(">73.40<", ">73.40¹<").replace(">1<", ">1 (*)<")


@pytest.mark.parametrize("change", [reordered, lower_header, with_marks])
def test_other_makings_of_the_page_give_the_same_cells(tmp_path: Path, change: Callable[[str], str]) -> None:
    text = page_of_2019()
    assert change(text) != text
    assert cells(read(tmp_path, change(text), "pci", 2019)) == cells(read(tmp_path, text, "pci", 2019))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            ">Transparency<",
            ">Openness<",
            "page.html, column transparency: 'table 1': no heading of transparency (score)",
        ),
        (">Time Costs<", ">Entry Costs<", "table 1!E1: a second heading of entry (score), after column table 1!B1"),
        (">Quang Nam<", ">Quang Nan<", "'Quang Nan' is not known as one of the 63 provinces and was set aside."),
        (">Quang Nam<", ">Quang Ninh<", "'Quang Ninh' stands in table 1!B3 already; each province once."),
        (">73.40<", ">73,40<", "table 1!L3: '73,40' has ',' as decimal mark, where '.' is declared"),
        (">73.40<", ">(73)<", "table 1!L3: '(73)' is no number"),
    ],
)
def test_what_differs_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = page_of_2019()
    assert old in text
    done = read(tmp_path, text.replace(old, new), "pci", 2019)
    assert (done.exit_code, "Traceback" in done.output) == (1, False)
    assert told in done.stderr


YEARS = ["2024", "2023", "2015", "2012", "2011", "2008"]
THANH_HOA = {
    "Entry Costs": ["7.51", "7.45", "8.44", "5.87", "8.48", "7.77"],
    "Access to land": ["7.06", "7.27", "5.74", "6.37", "5.75", "6.67"],
    "Transparency": ["6.81", "5.56", "6.70", "5.87", "5.95", "5.54"],
    "Time Costs": ["7.06", "8.35", "5.92", "6.35", "7.70", "5.92"],
    "Informal Charges": ["6.47", "7.70", "4.74", "5.75", "5.27", "6.47"],
    "Policy Bias": ["6.42", "5.42", "3.44", "N/A", "N/A", "7.92"],
    "Proactivity": ["6.75", "7.11", "4.32", "4.17", "4.65", "4.83"],
    "Business Support Policy": ["6.82", "4.88", "6.06", "5.51", "4.84", "2.22"],
    "Labor Policy": ["6.87", "6.95", "6.82", "4.95", "5.07", "2.45"],
    "Law &amp; Order": ["7.64", "7.63", "5.83", "4.42", "6.23", "3.34"],
    "PCI Scores": ["68.74", "66.79", "60.74", "55.11", "60.62", "46.22"],
    "Ranking": ["21", "30", "10", "44", "24", "52"],
}
FOOTNOTE = "Lưu ý: N/A là tỉnh, thành phố không được xếp hạng."


def province_page(name: str = "Thanh Hoa", heading: str = "<h2>{}</h2>") -> str:
    """Years as columns, a footnote, then a small table that repeats the last two years the other way round."""
    large = [[label, *figures] for label, figures in THANH_HOA.items()]
    small = [[label, figures[1], figures[0]] for label, figures in THANH_HOA.items()]
    return page(
        f"<h1>PCI of provinces</h1>{heading.format(name)}<h4>PCI 2024 ranking</h4>",
        table(["Year", *YEARS], [*large, [FOOTNOTE]]),
        table(["Year", "2023", "2024"], small),
        title="The Provincial Competitiveness Index ( PCI )",
    )


@pytest.mark.parametrize(
    ("year", "total", "entry", "legal"),
    [
        (2024, ("68.74", "21"), "7.51", "7.64"),
        (2011, ("60.62", "24"), "8.48", "6.23"),
        (2008, ("46.22", "52"), "7.77", "3.34"),
    ],
)
def test_the_page_of_a_province_gives_the_column_of_the_year(
    tmp_path: Path, year: int, total: tuple[str, str], entry: str, legal: str
) -> None:
    done = read(tmp_path, province_page(), "pci", year)
    found = cells(done)
    assert {code for code, _ in found} == {"38"}
    assert (found["38", "overall"], found["38", "entry"], found["38", "legal"]) == (total, (entry, ""), (legal, ""))
    # Policy Bias was no part of the index from 2009 to 2012: N/A, and no component.
    assert (("38", "bias") in found) == (year != 2011)
    assert ",pci_site_thanhhoa\n" in done.stdout
    assert "is no component here (table 1!A1" in done.stderr


def test_the_figures_are_those_that_are_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path / "data"))
    # Not 2023: there the page and the workbook differ (note publisher_pages_differ), and the workbook is held.
    for year in ("2015", "2011"):
        target = tmp_path / "data" / "published" / "pci" / f"{year}.csv"
        before = target.read_bytes()
        done = read(tmp_path, province_page(), "pci", int(year), "import", "--yes")
        assert (done.exit_code, target.read_bytes()) == (0, before), (year, done.output)


def test_marks_behind_years_and_labels_are_no_part_of_them(tmp_path: Path) -> None:
    text = province_page().replace(">2023<", ">2023 <sup>(*)</sup><").replace(">Ranking<", ">Ranking *<")
    assert cells(read(tmp_path, text, "pci", 2023))["38", "overall"] == ("66.79", "30")


def test_what_is_not_published_gives_no_row(tmp_path: Path) -> None:
    text = province_page().replace("<td>66.79</td>", "<td></td>").replace("<td>30</td>", "<td>N/A</td>")
    found = cells(read(tmp_path, text, "pci", 2023))
    assert ("38", "overall") not in found
    assert found["38", "entry"] == ("7.45", "")


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>PCI | {}</h1>",
        "<h3>Tỉnh {}</h3>",
        "<h5>PCI Data - {}</h5>",
        "<p>Rankings In The Provincial Competitiveness Index (1-63) {}</p>",
    ],
)
def test_the_province_is_named_by_a_heading(tmp_path: Path, heading: str) -> None:
    text = province_page(heading=heading).replace("<h4>PCI 2024 ranking</h4>", "")
    assert ("38", "overall") in cells(read(tmp_path, text, "pci", 2024))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<h2>Thanh Hoa", "<h2>Thanh Hao", "no heading of the page is the name of a province"),
        ("<h2>Thanh Hoa", "<h2>Thanh Hao", "Most like them: 'Thanh Hóa', 'Khanh Hoa', "),
        (
            "</h1>",
            "</h1><h2>Nghe An</h2>",
            "name several provinces ('Nghe An', 'Thanh Hoa'); add 'province: <name>' to",
        ),
        (">2024<", ">2025<", "'table 1', row 1: no column of 2024; the years are 2008, 2011, 2012, 2015, 2023, 2025."),
        (">2023<", ">2024<", "'table 1', row 1: 2 columns of 2024; the years are"),
        (">Time Costs<", ">Entry Costs<", "table 1!A5: a second row of entry (score), after row 2; take one out."),
        (">Law &amp; Order<", ">Courts<", "column legal: 'table 1': no heading of legal (score)"),
        (">7.51<", ">7,51<", "table 1!B2: '7,51' has ',' as decimal mark"),
    ],
)
def test_a_page_of_another_make_up_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = province_page()
    assert old in text
    done = read(tmp_path, text.replace(old, new), "pci", 2024)
    assert (done.exit_code, done.stdout, "Traceback" in done.output) == (1, done.stdout, False)
    assert told in done.stderr


def declared(folder: Path, province: str) -> Path:
    """Declarations with one entry that names the province."""
    (folder / "headings").mkdir()
    shutil.copy(REPOSITORY / "etl" / "headings" / "pci.csv", folder / "headings")
    entry = "index: PCI, year: 2024, format: html, partial: true, source_id: 'pci_site_{province}'"
    layout = f"layout: one_province, headings: pci, gives: [score, rank], province: {province}"
    path = folder / "sources.yaml"
    path.write_text(f"editions:\n  - {{{entry}, tables: [{{{layout}}}]}}\n", encoding="utf-8")
    return path


def test_a_declared_province_is_held_against_the_headings(tmp_path: Path) -> None:
    sources = str(declared(tmp_path, "Thanh Hóa"))
    unnamed = province_page(heading="")
    assert ("38", "overall") in cells(read(tmp_path, unnamed, "pci", 2024, "read", "--sources", sources))
    assert ("38", "overall") in cells(read(tmp_path, province_page(), "pci", 2024, "read", "--sources", sources))
    done = read(tmp_path, province_page("Nghe An"), "pci", 2024, "read", "--sources", sources)
    assert done.exit_code == 1
    assert "the page is headed with 'Nghe An', and entry 1 (PCI 2024), table 1 declares 'Thanh Hóa'" in done.stderr
