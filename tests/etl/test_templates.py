"""The template of an edition: filled in by hand, taken by import, unchanged where nothing was typed."""

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from small_data import SmallData
from typer.testing import CliRunner

from etl.__main__ import app
from etl.data_folder import load_data_folder
from etl.importing import prepare_import, write_import
from etl.problems import DataError
from etl.readers.template_workbook import is_template, read
from etl.template_layout import HELD_SHEET
from etl.templates import template_bytes

DATA = Path(__file__).resolve().parents[2] / "data"
TARGET = "published/abc/2023.csv"
SHEET = "63 tỉnh, thành phố"


@pytest.fixture
def template(small: SmallData, tmp_path: Path) -> Path:
    """The template of the small data's ABC 2023."""
    file = tmp_path / "abc_2023.xlsx"
    file.write_bytes(template_bytes(load_data_folder(small.folder), "ABC", 2023))
    return file


@pytest.mark.parametrize(
    ("index", "year"), [("PAR", 2023), ("PAPI", 2018), ("PCI", 2011), ("DTI", 2024), ("SIPAS", 2024)]
)
def test_template_imported_as_it_is_changes_nothing(tmp_path: Path, index: str, year: int) -> None:
    file = tmp_path / "template.xlsx"
    file.write_bytes(template_bytes(load_data_folder(DATA), index, year))
    prepared = prepare_import(file, index, year, DATA)
    assert prepared.difference.is_empty
    assert not prepared.changes_file
    assert prepared.new_sources.empty


def test_template_lists_every_province_and_component_with_what_is_held(tmp_path: Path) -> None:
    file = tmp_path / "par_2023.xlsx"
    result = CliRunner().invoke(app, ["template", "--index", "par", "--year", "2023", "--output", str(file)])
    assert result.exit_code == 0, result.output
    workbook = load_workbook(file)
    sheet = workbook[SHEET]
    names = [sheet.cell(row, 2).value for row in range(4, 67)]
    assert (names[0], names[1], names[-1], sheet.cell(67, 2).value) == (
        "An Giang",
        "Bà Rịa - Vũng Tàu",
        "Yên Bái",
        None,
    )
    heads = [(sheet.cell(2, column).value, sheet.cell(3, column).value) for column in range(3, sheet.max_column + 1)]
    fields = ["Điểm", "Hạng", "Nhóm"]
    assert heads[:6] == [(component, field) for component in ("overall", "steering") for field in fields]
    ha_noi = 4 + names.index("Hà Nội")
    assert [sheet.cell(ha_noi, column).value for column in (1, 3, 4)] == ["01", 91.43, 3]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert (rules["C4:C66"].type, rules["C4:C66"].formula1) == ("decimal", "0")
    assert (rules["D4:D66"].type, rules["D4:D66"].formula1, rules["D4:D66"].formula2) == ("whole", "1", "63")
    assert "Hướng dẫn" in workbook.sheetnames


def test_one_figure_typed_is_a_difference_of_one_and_its_source_is_new(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    file = tmp_path / "par_2023.xlsx"
    file.write_bytes(template_bytes(load_data_folder(data), "PAR", 2023))
    _type(file, {("Cao Bằng", "steering", "Điểm"): "8,12"})
    _name_source(file)
    result = CliRunner().invoke(
        app, ["import", str(file), "--index", "par", "--year", "2023", "--yes"], env={"DASHBOARD_DATA": str(data)}
    )
    assert result.exit_code == 0, result.output
    assert "1 added, 0 removed, 0 cells changed" in result.output
    assert "annex_2023" in result.output
    before = set((DATA / "published/par/2023.csv").read_text("utf-8").splitlines())
    after = set((data / "published/par/2023.csv").read_text("utf-8").splitlines())
    assert (after - before, before - after) == ({"PAR,2023,63,04,steering,8.12,,,,published,,annex_2023"}, set())
    sources = (data / "sources.csv").read_text("utf-8")
    assert "PAR,annex_2023,Annex of 273/QĐ-BNV,Keeper,https://example.org,2024-04-10,Bộ Nội vụ,publisher,\n" in sources
    assert len(sources.splitlines()) == len((DATA / "sources.csv").read_text("utf-8").splitlines()) + 1


def test_figure_changed_loses_its_notes_and_figure_emptied_is_removed(small: SmallData, template: Path) -> None:
    small.change("national.csv", "ABC,2023,63,national,overall,mean,11.70,S1\n", "")
    changes = {("Hà Giang", "overall", "Điểm"): 10.4, ("Hà Giang", "B", "Điểm"): None}
    _type(template, changes)
    _name_source(template, source_id="S1")
    prepared = prepare_import(template, "ABC", 2023, small.folder)
    assert prepared.difference.removed[["province_code", "component"]].to_numpy().tolist() == [["02", "B"]]
    assert prepared.new_sources.empty
    write_import(prepared)
    written = (small.folder / TARGET).read_text(encoding="utf-8")
    assert "ABC,2023,63,02,overall,10.4,3,low,published,published,,S1\n" in written


def test_typed_figures_are_rounded_half_up_to_the_decimals_of_the_edition(small: SmallData, template: Path) -> None:
    _type(template, {("Tuyên Quang", "A", "Điểm"): 6.125})
    _name_source(template, source_id="S1")
    write_import(prepare_import(template, "ABC", 2023, small.folder))
    assert "ABC,2023,63,08,A,6.13,,,,published,,S1\n" in (small.folder / TARGET).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({("Tuyên Quang", "A", "Điểm"): "KCDL"}, "'KCDL' is not a number"),
        ({("Tuyên Quang", "A", "Điểm"): "1.234,5"}, "'1.234,5' is not a number"),
        ({("Tuyên Quang", "A", "Hạng"): 1.5}, "'1.5' is not a whole number"),
        ({("Tuyên Quang", "A", "Điểm"): 61}, "61 is outside the scale of A"),
    ],
)
def test_wrong_cell_is_told_with_its_place_and_nothing_is_written(
    small: SmallData, template: Path, typed: dict[tuple[str, str, str], object], words: str
) -> None:
    held = (small.folder / TARGET).read_bytes()
    _type(template, typed)
    _name_source(template, source_id="S1")
    result = CliRunner().invoke(app, ["import", str(template), "--index", "abc", "--year", "2023", "--yes"])
    assert (result.exit_code, (small.folder / TARGET).read_bytes()) == (1, held)
    assert words in " ".join(result.output.split())
    assert "Traceback" not in result.output


def test_new_figures_need_a_source(small: SmallData, template: Path) -> None:
    _type(template, {("Tuyên Quang", "A", "Điểm"): 6})
    with pytest.raises(DataError) as caught:
        prepare_import(template, "ABC", 2023, small.folder)
    assert any("'title'" in str(found) or "must not be empty" in found.message for found in caught.value.problems)


def test_template_of_another_edition_is_refused(small: SmallData, template: Path) -> None:
    with pytest.raises(DataError) as caught:
        prepare_import(template, "ABC", 2022, small.folder)
    assert "is a template of ABC 2023, not of ABC 2022" in caught.value.problems[0].message


@pytest.mark.usefixtures("small")
def test_edition_that_is_not_listed_has_no_template() -> None:
    result = CliRunner().invoke(app, ["template", "--index", "abc", "--year", "1999"])
    assert result.exit_code == 1
    assert "ABC 1999 has no row in data/catalogue/editions.csv" in result.output


def test_other_workbooks_and_broken_ones_are_no_templates(template: Path, tmp_path: Path) -> None:
    workbook = tmp_path / "other.xlsx"
    Workbook().save(workbook)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(template.read_bytes()[:500])
    assert [is_template(file) for file in (template, workbook, broken, tmp_path / "none.xlsx")] == [
        True, False, False, False,
    ]  # fmt: skip


def test_template_whose_hidden_sheets_were_emptied_is_refused(template: Path) -> None:
    workbook = load_workbook(template)
    workbook[HELD_SHEET].delete_rows(1, 100)
    workbook.save(template)
    with pytest.raises(DataError, match="the sheets of the template are not as they were; make a new one"):
        read(template, "ABC", 2023)


def _type(file: Path, typed: dict[tuple[str, str, str], object]) -> None:
    workbook = load_workbook(file)
    sheet = workbook[SHEET]
    rows = {sheet.cell(row, 2).value: row for row in range(4, sheet.max_row + 1)}
    columns = {(sheet.cell(2, c).value, sheet.cell(3, c).value): c for c in range(3, sheet.max_column + 1)}
    for (province, component, field), value in typed.items():
        sheet.cell(rows[province], columns[component, field]).value = value  # pyright: ignore[reportAttributeAccessIssue]
    workbook.save(file)


def _name_source(file: Path, source_id: str = "annex_2023") -> None:
    workbook = load_workbook(file)
    sheet = workbook["Nguồn"]
    values = [
        source_id, "Annex of 273/QĐ-BNV", "Keeper", "https://example.org", "2024-04-10", "Bộ Nội vụ", "publisher",
    ]  # fmt: skip
    for row, value in enumerate(values, start=2):
        sheet.cell(row, 3).value = value  # pyright: ignore[reportAttributeAccessIssue]
    workbook.save(file)
