"""The page of one province: years as columns, a smaller table that repeats the last ones, a footnote below."""

from pathlib import Path

import pytest

from etl.layouts.one_province import YearNotFoundError, cells_of_year
from etl.readers.html_tables import read_grids

PAGE = """<h1>Binh Phuoc</h1>
<table><tr><th>Sub-index</th><th>2022</th><th>2023</th></tr>
<tr><td>Entry Costs</td><td>1.11</td><td>2.22</td></tr></table>
<table><thead><tr><th>Sub-index</th><th>2012</th><th>2022</th><th>2023<sup>*</sup></th></tr></thead>
<tr><td>Entry Costs</td><td>8.77</td><td>7.13</td><td>7.20</td></tr>
<tr><td>Policy Bias</td><td>N/A</td><td>5.96</td><td>6.01</td></tr>
<tr><td>PCI Scores</td><td>55.82</td><td>65.12</td><td></td></tr>
<tr><td>Ranking *</td><td>36</td><td>28</td><td></td></tr>
<tr><td colspan=4>* From 2023 on scores and ranks outside the best 30 are not published.</td></tr></table>"""


def page(folder: Path, text: str = PAGE) -> Path:
    path = folder / "binh-phuoc.html"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_year_is_read_from_the_larger_table(tmp_path: Path) -> None:
    cells = cells_of_year(read_grids(page(tmp_path)), 2022)
    assert [(cell.label, cell.cell.text) for cell in cells] == [
        ("Entry Costs", "7.13"),
        ("Policy Bias", "5.96"),
        ("PCI Scores", "65.12"),
        ("Ranking", "28"),
    ]
    assert cells[0].place == "table 2!C2"


def test_what_is_not_published_stays_empty(tmp_path: Path) -> None:
    cells = {cell.label: cell.cell.text for cell in cells_of_year(read_grids(page(tmp_path)), 2023)}
    assert cells == {"Entry Costs": "7.20", "Policy Bias": "6.01", "PCI Scores": "", "Ranking": ""}


@pytest.mark.parametrize(
    ("text", "year", "told"),
    [
        (PAGE, 2019, "table 2 has no column of 2019; its years are 2012, 2022, 2023."),
        (PAGE.replace("<th>2012</th>", "<th>2022</th>"), 2022, "table 2 has 2 columns of 2022"),
        (PAGE.replace("Policy Bias", "Entry Costs"), 2022, "table 2 has the row 'Entry Costs' twice"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", 2022, "no table has years as columns"),
    ],
)
def test_a_page_without_one_column_of_the_year_is_told(tmp_path: Path, text: str, year: int, told: str) -> None:
    with pytest.raises(YearNotFoundError, match=told.replace("(", r"\(")):
        cells_of_year(read_grids(page(tmp_path, text)), year)
