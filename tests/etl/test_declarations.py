"""Declarations of published files: the repository's own are whole, and a wrong one is told by file, entry and key."""

from pathlib import Path

import pytest

from etl.data_folder import load_data_folder
from etl.declarations import declared, load_declarations
from etl.normalise.headings import headings_of, normalised
from etl.normalise.names import names_of
from etl.problems import DataError
from etl.settings import REPOSITORY, sources_file

HEADER = "heading,holds,component,from,to\n"


def write(folder: Path, text: str, headings: str = HEADER) -> Path:
    (folder / "headings").mkdir()
    (folder / "headings" / "abc.csv").write_text(headings, encoding="utf-8")
    path = folder / "sources.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    with pytest.raises(DataError) as failure:
        load_declarations(path)
    return [str(problem) for problem in failure.value.problems] or [str(failure.value)]


def test_every_workbook_of_pci_and_papi_is_declared() -> None:
    declarations = load_declarations(sources_file())
    for index, years in (("PCI", range(2005, 2025)), ("PAPI", range(2011, 2025))):
        assert [year for year in years if not declared(declarations, index, year, "xlsx")] == []
    assert declared(declarations, "PCI", 2013, "pdf") == []


def test_every_page_of_dti_and_pci_is_declared() -> None:
    declarations = load_declarations(sources_file())
    for index, years in (("DTI", range(2020, 2025)), ("PCI", range(2006, 2025))):
        assert [year for year in years if not declared(declarations, index, year, "html")] == []


def test_every_annex_of_par_and_sipas_is_declared() -> None:
    declarations = load_declarations(sources_file())
    for index, years in (("PAR", range(2012, 2025)), ("SIPAS", range(2017, 2025))):
        assert [year for year in years if not declared(declarations, index, year, "pdf")] == []


def test_declared_components_are_those_of_the_catalogue() -> None:
    components = {file.index: file.document for file in load_data_folder(REPOSITORY / "data").catalogue}
    for entry in load_declarations(sources_file()):
        known = {
            (component["id"], year)
            for component in components[entry.index]["components"]
            for period in component["periods"]
            for year in range(period["from"], period.get("to", 2025) + 1)
        }
        for table in entry.tables:
            for year in entry.years:
                headings = headings_of(table.headings, year)
                found = {(name, year) for field in ("score", "rank") for name in headings.components(field)}
                assert found <= known, (entry.place, found - known)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{years: [2023], format: xlsx}", "entry 1 (no index [2023]), key 'index': is missing; add it."),
        ("{index: ABC, format: xlsx}", "key 'years': must be years such as [2013, 2014]."),
        (
            "{index: ABC, year: 2023, format: docx}",
            "entry 1 (ABC 2023), key 'format': 'docx' must be one of: xlsx, xls",
        ),
        ("{index: ABC, year: 2023, format: xlsx, decimals: two}", "key 'decimals': must be a number"),
        ("{index: ABC, year: 2023, format: xlsx, sheet: One}", "key 'sheet': is not known here; check its spelling."),
        ("{index: ABC, year: 2023, format: xlsx, decimals: .inf}", "key 'decimals': must be a number or a list"),
        ("{index: ABC, year: 2023, format: xlsx, family: [f]}", "key 'family': '['f']' is not among 'families:'."),
        ("{index: ABC, year: 2023, format: xlsx, family: f}", "key 'family': 'f' is not among 'families:'."),
        ("{index: ABC, year: 2023, format: xlsx, tables: [1]}", "key 'tables': must be a list of mappings."),
        (
            "{index: ABC, year: 2023, format: xlsx, tables: [{layout: heap, headings: abc}]}",
            "entry 1 (ABC 2023), table 1, key 'layout': 'heap' must be one of: table, blocks",
        ),
        (
            "{index: ABC, year: 2023, format: html, tables: [{layout: table, headings: abc, province_in: Page}]}",
            "table 1, key 'province_in': each text must hold {province} once.",
        ),
        (
            "{index: ABC, years: [2020, 2021, 2022, 2023], format: docx}",
            "entry 1 (ABC 2020 to 2023), key 'format': 'docx' must be one of",
        ),
        (
            "{index: ABC, year: 2023, format: xlsx, tables: [{layout: table, headings: abd}]}",
            "table 1, key 'headings': there is no file",
        ),
    ],
)
def test_wrong_entry_is_told_by_file_entry_and_key(tmp_path: Path, entry: str, words: str) -> None:
    problems = told(write(tmp_path, f"editions: [{entry}]\n"))
    assert all(problem.startswith("sources.yaml: ") for problem in problems)
    assert words in " | ".join(problems)


def test_file_of_another_shape_is_told(tmp_path: Path) -> None:
    assert "sources.yaml: is not valid YAML" in told(write(tmp_path, "editions: [\n"))[0]
    assert "cannot be read (No such file or directory)" in told(tmp_path / "absent.yaml")[0]


def test_wrong_map_of_headings_is_told_by_line(tmp_path: Path) -> None:
    write(tmp_path, "editions: []\n", HEADER + "Part one,score,A,,\nPart two,points,B,,\n")
    with pytest.raises(DataError) as failure:
        headings_of(tmp_path / "headings" / "abc.csv", 2023)
    assert str(failure.value.problems[0]).startswith("headings/abc.csv, line 3: holds must be one of score, rank")


@pytest.mark.parametrize(
    ("heading", "year", "component"),
    [
        ("2.1: Tiếp cận thông tin ", 2014, "D2.poverty"),
        ("2.1: Access to Information", 2017, "D2.poverty"),
        ("2.1: Access to Information", 2018, "D2.access"),
        ("3.3: Access to Justice Services", 2016, "D3.inspection"),
        ("3.3: Tiếp cận dịch vụ tư pháp*", 2019, "D3.justice"),
        ("5.2: Land Procedures", 2022, "D5.land"),
        ("5.2: Construction Permits", 2020, "D5.construction"),
        ("Dimension 8: E-Governance", 2023, "D8"),
        ("Unweighted PAPI Score", 2022, "overall"),
    ],
)
def test_headings_of_papi_are_understood_by_the_year(heading: str, year: int, component: str) -> None:
    meaning = headings_of(sources_file().parent / "headings" / "papi.csv", year).meaning(heading)
    assert meaning is not None
    assert (meaning.holds, meaning.component) == ("score", component)


@pytest.mark.parametrize("text", ["PCI 2012", "Phương sai (Chỉ số nội dung 1)", "12", "1.1.1: Anything", ""])
def test_other_texts_are_no_headings(text: str) -> None:
    folder = sources_file().parent / "headings"
    assert headings_of(folder / "papi.csv", 2019).meaning(text) is None
    assert headings_of(folder / "pci.csv", 2013).meaning(text) is None


def test_headings_are_compared_without_case_blanks_and_marks() -> None:
    assert normalised("  Gia nhập\n thị trường [1]* ") == "gia nhập thị trường"
    assert normalised("Chỉ số\nCCHC( % )") == normalised("Chỉ số CCHC (%)") == "chỉ số cchc (%)"
    assert normalised("Tỉnh ,thành phố") == normalised("Tỉnh,thành phố") == "tỉnh, thành phố"
    assert normalised("Tỉnh / thành phố") == normalised("Tỉnh/ thành phố") == "tỉnh/thành phố"
    assert normalised("Mức 1,5 (2)") == "mức 1,5"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Hà Nội", "01"),
        ("  Ha   Noi ", "01"),
        ("BRVT", "77"),
        ("TT- Huế", "46"),
        ("HCMC", "79"),
        ("Hoà Bình", "17"),
        ("Đăk Lăk", "66"),
        ("Quàng Ngãi", "51"),
        ("THANH HOÁ", "38"),
        ("Hà Tĩnh*", "42"),
        ("Hà Nam Ninh", None),
        ("Nội Hà", None),
        ("", None),
    ],
)
def test_names_are_found_in_the_table_or_not_at_all(name: str, code: str | None) -> None:
    assert names_of(load_data_folder(REPOSITORY / "data"), "63").code(name) == code


def test_former_units_are_told_apart_and_near_names_are_offered() -> None:
    names = names_of(load_data_folder(REPOSITORY / "data"), "63")
    assert [names.is_former(name) for name in ("Hà Tây", "HA TAY", "Hà Tĩnh")] == [True, True, False]
    assert [names.code(name) for name in ("Hà Tây", "Ha Tay")] == [None, None]
    assert "Bắc Giang" in names.nearest("Bắc Gianh")
    assert len(names.nearest("Bắc Gianh")) == 3
