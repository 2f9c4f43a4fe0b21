"""The form of an edition comes from one address, one at a time, and every other name is refused in a sentence."""

import io
from pathlib import Path

import openpyxl
import pytest
from asked_routes import Answer, asked

from etl.data_folder import load_data_folder
from etl.problems import DataError
from etl.templates import template_bytes
from ui.edition_forms import form_route

REPOSITORY = Path(__file__).parent.parent.parent


def make_form(index: str, year: int) -> bytes:
    try:
        return template_bytes(load_data_folder(REPOSITORY / "data"), index, year)
    except DataError as error:
        raise ValueError(str(error)) from error


def ask(name: str) -> Answer:
    return asked([form_route(make_form)], f"/du-lieu/bieu-mau/{name}")


def test_the_form_of_par_2023_lists_the_provinces() -> None:
    answer = ask("PAR-2023.xlsx")
    assert answer.status == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="PAR-2023.xlsx"'
    sheet = openpyxl.load_workbook(io.BytesIO(answer.body))["63 tỉnh, thành phố"]
    assert [sheet.cell(row, 2).value for row in (4, 66)] == ["An Giang", "Yên Bái"]


@pytest.mark.parametrize("name", ["PAR-1999.xlsx", "XYZ-2023.xlsx", "../../app.py", "PAR-2023.xlsm", "--all-2023.xlsx"])
def test_other_names_are_refused(name: str) -> None:
    assert ask(name).status == 404


def test_no_form_without_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path / "none"))
    assert ask("PAR-2023.xlsx").status == 404
