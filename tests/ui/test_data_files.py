"""The form for targets and the addresses that the examples name."""

import io

import openpyxl
import pytest

from indicators.release import Release
from ui.address import Values
from ui.data_files import targets_form
from ui.page_links import site_address
from ui.view import View
from wording.language import language


def test_the_form_for_targets_has_the_columns_of_the_file_and_says_what_they_mean(release: Release) -> None:
    view = View(language("vi"), Values({}), {}, ())
    book = openpyxl.load_workbook(io.BytesIO(targets_form(release, view)))
    form, about, indices = book.worksheets
    heading = [cell.value for cell in form[1]]
    assert heading == [
        "unit_system", "province_code", "index", "component", "year", "kind", "value", "since_year", "source",
    ]  # fmt: skip
    lines = [str(row[1].value) for row in about.iter_rows()]
    assert "value: Thứ hạng hoặc điểm mục tiêu." in lines
    assert sum(line.split(":")[0] in heading for line in lines) == len(heading)
    assert [row[0].value for row in indices.iter_rows(min_row=2)] == ["PAR", "SIPAS", "PAPI", "PCI", "DTI"]


@pytest.mark.parametrize(
    ("page", "site"),
    [
        ("https://chi-so.gov.vn/du-lieu-va-phuong-phap?muc=tai-ve", "https://chi-so.gov.vn"),
        ("https://tinh.gov.vn/chiso/du-lieu-va-phuong-phap", "https://tinh.gov.vn/chiso"),
        ("http://127.0.0.1:8501/du-lieu-va-phuong-phap", "http://127.0.0.1:8501"),
        ("", ""),
    ],
)
def test_addresses_stand_below_that_of_the_site(page: str, site: str) -> None:
    assert site_address(page) == site
