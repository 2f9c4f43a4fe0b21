"""The downloaded files, made from figures of the repository's data, without Streamlit."""

import csv
import io
from typing import Any, cast

import openpyxl
import pandas as pd
import pytest

from indicators.catalogue import EditionKey
from indicators.change import change_between
from indicators.history import history
from indicators.release import Release
from indicators.results import edition_table
from ui.change_table import change_download
from ui.downloads import Sheet, about, csv_with_mark, workbook
from ui.grounds import edition_grounds
from ui.ranking_table import ranking_download, ranking_rows
from ui.source_groups import source_table
from ui.trend_table import trend_download
from ui.view import View
from wording.language import LanguageCode, language

FROM_OUTSIDE = '=HYPERLINK("http://example.org")'
PCI_2022, PCI_2023 = EditionKey("PCI", 2022, "63"), EditionKey("PCI", 2023, "63")
NOTHING = pd.DataFrame()


def view(code: LanguageCode) -> View:
    return View(language(code), values={}, possible={}, problems=())  # pyright: ignore[reportArgumentType]


def csv_rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"))))


def one_row(table: pd.DataFrame) -> dict[str, Any]:
    assert len(table) == 1
    return cast("dict[str, Any]", table.iloc[0].to_dict())


def ranking(release: Release, key: EditionKey, unit: str, code: LanguageCode = "en") -> dict[str, Any]:
    rows = ranking_rows(release, view(code), key, "overall", None, [unit])
    return one_row(ranking_download(release, view(code), key, rows))


def trend(release: Release, index: str, unit: str, year: int, code: LanguageCode = "en") -> dict[str, Any]:
    rows = history(release, index, "overall", "63", [unit])
    found = release.catalogue.index(index)
    return one_row(trend_download(release, view(code), found, rows[rows["year"] == year]))


def change(
    release: Release, earlier: EditionKey, later: EditionKey, unit: str, code: LanguageCode = "en"
) -> dict[str, Any]:
    rows = change_between(release, earlier, later).table
    return one_row(change_download(release, view(code), earlier, later, "overall", rows[rows["unit"] == unit]))


def test_csv_begins_with_the_mark_and_keeps_figures_as_they_are() -> None:
    table = pd.DataFrame({"Tỉnh": ["Đắk Nông", "Huế"], "Điểm": [-0.28, None], "Hạng": pd.array([37, None], "Int64")})
    file = csv_with_mark(table)
    assert file.startswith(b"\xef\xbb\xbf")
    assert csv_rows(file) == [["Tỉnh", "Điểm", "Hạng"], ["Đắk Nông", "-0.28", "37"], ["Huế", "", ""]]


@pytest.mark.parametrize("text", [FROM_OUTSIDE, "+1", "-1", "@SUM(A1)"])
def test_a_text_cannot_become_a_formula(text: str) -> None:
    table = pd.DataFrame({"Note": [text]})
    assert csv_rows(csv_with_mark(table))[1] == [f"'{text}"]
    notes = pd.DataFrame([("Notes", text)])
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(Sheet("Data", table), Sheet("About", notes), Sheet("Sources", table)))
    )
    cells = [book["Data"]["A2"], book["About"]["B1"], book["Sources"]["A2"]]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s")] * 3


def test_workbook_holds_numbers_under_a_heading_that_stays() -> None:
    table = pd.DataFrame(
        {"Tỉnh": ["Đắk Nông", "Huế"], "Điểm": [40.537382, None], "Hạng": pd.array([37, None], "Int64")}
    )
    sheets = Sheet("Số liệu", table), Sheet("Thông tin", NOTHING), Sheet("Nguồn", NOTHING)
    figures = openpyxl.load_workbook(io.BytesIO(workbook(*sheets)))["Số liệu"]
    assert [cell.value for cell in figures[2]] == ["Đắk Nông", 40.537382, 37]
    assert [cell.data_type for cell in figures[2]] == ["s", "n", "n"]
    assert [cell.value for cell in figures[3]] == ["Huế", None, None]
    assert (figures.freeze_panes, figures.auto_filter.ref) == ("B2", "A1:C3")


def test_workbook_says_what_the_marks_mean_and_which_notes_occur(release: Release) -> None:
    key = EditionKey("PAPI", 2024, "63")
    grounds = edition_grounds(release, view("en"), key, "overall", edition_table(release, key))
    table = about(release, view("en"), "PAPI 2024", grounds).table
    assert table.iloc[0].to_list() == ["Content", "PAPI 2024"]
    said = table[1].to_list()
    assert "† Computed or deduced by this site from published figures." in said
    assert "(*) Order by score is computed by this site; it is not a rank given by the publisher." in said
    assert any(line.startswith("Total or dimension added up here") for line in said)


def test_workbook_lists_the_sources_with_their_addresses(release: Release) -> None:
    key = EditionKey("PAPI", 2021, "63")
    grounds = edition_grounds(release, view("en"), key, "overall", edition_table(release, key))
    table = source_table(view("en"), grounds.sources)
    assert table["Source of"].to_list()[0] == "Figures"
    # Three provinces have no result of 2021; the reason has a source too.
    assert "Provinces without a result" in table["Source of"].to_list()
    assert (table[["Source", "Address", "Published by", "Obtained from"]] != "").all(axis=None)


@pytest.mark.parametrize("make", [ranking, trend], ids=["ranking", "trend"])
def test_every_file_says_of_what_kind_a_figure_is(release: Release, make: Any) -> None:
    asked = (EditionKey("PAPI", 2024, "63"), "63-67") if make is ranking else ("PAPI", "63-67", 2024)
    row = make(release, *asked)
    expected = {
        "Code": "67",
        "Region": "Central Highlands",
        "Year": 2024,
        "Score": 40.537382,
        "Kind of figure": "computed",
        "Rank or order": 58,
        "Of how many": 61,
        "Kind of place": "order by score",
    }
    assert {name: row[name] for name in expected} == expected
    assert pd.isna(row["Published rank"])
    assert "Total or dimension added up here" in row["Note"]
    assert row["Source"].count(" | ") == row["Address of the source"].count(" | ") == 1


def test_published_rank_has_its_own_of_how_many(release: Release) -> None:
    row = ranking(release, EditionKey("PAR", 2022, "63"), "63-67")
    assert (row["Score"], row["Kind of figure"]) == (84.66, "published")
    assert (row["Published rank"], row["Of how many ranked"]) == (37, 63)
    assert (row["Rank or order"], row["Kind of place"]) == (37, "published rank")


def test_a_missing_figure_says_why(release: Release) -> None:
    row = trend(release, "PAPI", "63-22", 2021)
    assert pd.isna(row["Score"])
    assert row["Note"] == "Left out by the publisher."
    assert (row["Kind of figure"], row["Source"], row["Address of the source"]) == ("", "", "")


def test_a_change_has_both_years_with_kind_notes_and_sources(release: Release) -> None:
    row = change(release, PCI_2022, PCI_2023, "63-67")
    assert (row["Score 2022"], row["Score 2023"], row["Score change"]) == (64.87, 67.79, 2.92)
    assert (row["Published rank 2022"], row["Of how many ranked 2022"]) == (38, 63)
    assert (row["Published rank 2023"], row["Of how many ranked 2023"], row["Place change"]) == (21, 30, 17)
    assert (row["Kind of place 2023"], row["Kind of figure 2022"]) == ("published rank", "published")
    assert row["Source 2022"]
    assert row["Source 2023"]
    assert row["Address of the source 2023"].startswith("http")


def test_places_among_the_provinces_of_both_years_say_of_how_many(release: Release) -> None:
    row = change(release, EditionKey("PAPI", 2022, "63"), EditionKey("PAPI", 2023, "63"), "63-67")
    assert (row["Of how many 2022"], row["Of how many 2023"]) == (59, 59)
    assert (row["Place change"], row["Kind of place 2022"]) == (-10, "order by score")


@pytest.mark.parametrize("code", ["vi", "en"])
def test_no_column_is_lost_to_another_of_the_same_heading(release: Release, code: LanguageCode) -> None:
    assert len(ranking(release, EditionKey("PAPI", 2024, "63"), "63-67", code)) == 20
    assert len(trend(release, "PAPI", "63-67", 2024, code)) == 15
    assert len(change(release, PCI_2022, PCI_2023, "63-67", code)) == 26
