"""The downloaded files, made from figures of the repository's data, without Streamlit."""

import csv
import io
from typing import Any, cast

import openpyxl
import pandas as pd
import pytest

from indicators.catalogue import EditionKey
from indicators.change import change_between
from indicators.release import Release
from ui.change_table import _download as change_download
from ui.downloads import csv_with_mark, workbook
from ui.ranking_table import ranking_download, ranking_rows
from ui.view import View
from wording.language import LanguageCode, language

FROM_OUTSIDE = '=HYPERLINK("http://example.org")'


def view(code: LanguageCode) -> View:
    return View(language(code), values={}, possible={}, problems=())  # pyright: ignore[reportArgumentType]


def csv_rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"))))


def ranking(release: Release, key: EditionKey, unit: str, code: LanguageCode) -> dict[str, Any]:
    rows = ranking_rows(release, view(code), key, "overall", None, [unit])
    return cast("dict[str, Any]", ranking_download(release, view(code), key, rows).iloc[0].to_dict())


def test_csv_begins_with_the_mark_and_keeps_figures_as_they_are() -> None:
    table = pd.DataFrame({"Tỉnh": ["Đắk Nông", "Huế"], "Điểm": [-0.28, None], "Hạng": pd.array([37, None], "Int64")})
    file = csv_with_mark(table)
    assert file.startswith(b"\xef\xbb\xbf")
    assert csv_rows(file) == [["Tỉnh", "Điểm", "Hạng"], ["Đắk Nông", "-0.28", "37"], ["Huế", "", ""]]


@pytest.mark.parametrize("text", [FROM_OUTSIDE, "+1", "-1", "@SUM(A1)"])
def test_a_text_cannot_become_a_formula(text: str) -> None:
    table = pd.DataFrame({"Note": [text]})
    assert csv_rows(csv_with_mark(table))[1] == [f"'{text}"]
    cell = openpyxl.load_workbook(io.BytesIO(workbook(table, {}, "Data", "About")))["Data"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_workbook_holds_numbers_and_says_what_they_are() -> None:
    table = pd.DataFrame(
        {"Tỉnh": ["Đắk Nông", "Huế"], "Điểm": [40.537382, None], "Hạng": pd.array([37, None], "Int64")}
    )
    book = openpyxl.load_workbook(io.BytesIO(workbook(table, {"Kỳ công bố": "PAPI 2024"}, "Số liệu", "Thông tin")))
    figures, about = book["Số liệu"], book["Thông tin"]
    assert [cell.value for cell in figures[2]] == ["Đắk Nông", 40.537382, 37]
    assert [cell.data_type for cell in figures[2]] == ["s", "n", "n"]
    assert [cell.value for cell in figures[3]] == ["Huế", None, None]
    assert (figures.freeze_panes, figures.auto_filter.ref) == ("B2", "A1:C3")
    assert (about["A1"].value, about["B1"].value) == ("Kỳ công bố", "PAPI 2024")


def test_ranking_keeps_published_rank_and_order_apart(release: Release) -> None:
    par = ranking(release, EditionKey("PAR", 2022, "63"), "63-67", "en")
    assert (par["Code"], par["Score"], par["Rank"], par["Of how many"]) == ("67", 84.66, 37, 63)
    assert pd.isna(par["Order by score (*)"])
    papi = ranking(release, EditionKey("PAPI", 2024, "63"), "63-67", "en")
    assert (papi["Score"], papi["Order by score (*)"], papi["Kind of figure"]) == (40.537382, 58, "computed")
    assert pd.isna(papi["Rank"])


@pytest.mark.parametrize("code", ["vi", "en"])
def test_no_column_is_lost_to_another_of_the_same_heading(release: Release, code: LanguageCode) -> None:
    assert len(ranking(release, EditionKey("PAPI", 2024, "63"), "63-67", code)) == 16
    earlier, later = EditionKey("PCI", 2022, "63"), EditionKey("PCI", 2023, "63")
    rows = change_between(release, earlier, later).table.assign(name="")
    assert change_download(view(code), rows, {"from": 2022, "to": 2023}).shape[1] == 13


def test_change_of_places_says_of_how_many_at_each_end(release: Release) -> None:
    earlier, later = EditionKey("PCI", 2022, "63"), EditionKey("PCI", 2023, "63")
    rows = change_between(release, earlier, later).table.assign(name="")
    file = change_download(view("en"), rows, {"from": 2022, "to": 2023}).set_index("Code").loc["67"]
    assert (file["Rank 2022"], file["Of how many 2022"]) == (38, 63)
    assert (file["Rank 2023"], file["Of how many 2023"], file["Place change"]) == (21, 30, 17)
