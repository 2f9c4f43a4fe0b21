"""The files of a comparison: one row a figure, numbers as numbers, in the language of the reader."""

import pytest

from indicators.catalogue import EditionKey
from indicators.component_comparison import ComponentComparison, compare_components
from indicators.release import Release
from ui.address import language_parameter, province_parameter, resolve
from ui.compare_components import component_download
from ui.compare_indices import index_compared, indices_download, indices_table
from ui.compare_parameters import compare_parameters
from ui.view import View
from wording.language import language

UNITS = ("63-67", "63-45")


@pytest.fixture
def view(release: Release) -> View:
    parameters = (language_parameter(), province_parameter(["63-67"]), *compare_parameters(release))
    resolved = resolve({"don_vi": ["63-67"], "so_sanh": ["63-45"]}, parameters)
    return View(language("vi"), resolved.values, resolved.possible, resolved.problems)


def test_a_row_an_index_and_province_with_its_change(release: Release, view: View) -> None:
    found = [index_compared(release, index, "63", UNITS, 2024) for index in release.catalogue.indices]
    file = indices_download(release, view, [one for one in found if one is not None])
    assert len(file) == 2 * 5
    papi = file[(file["Chỉ số"] == "PAPI") & (file["Tỉnh, thành phố"] == "Đắk Nông")].iloc[0]
    assert (papi["Năm"], papi["So với năm"], papi["Thay đổi thứ hạng"]) == (2024, 2023, 3)
    assert papi["Điểm"] == pytest.approx(40.537382)
    pci = file[(file["Chỉ số"] == "PCI") & (file["Mã"] == "67")].iloc[0]
    assert (pci["Năm"], pci["Điểm"], pci["Thứ hạng công bố"]) == (2022, 64.87, 38)


def test_an_index_without_any_figure_says_so_in_its_row(release: Release, view: View) -> None:
    found = {
        index.id: index_compared(release, index, "34", ("34-01", "34-44"), 2024) for index in release.catalogue.indices
    }
    table = indices_table(release, view, found, ("34-01", "34-44"))
    assert table.columns.tolist() == ["Hà Nội", "Quảng Trị"]
    assert table.iloc[0].tolist() == ["–  \nchưa có số liệu"] * 2
    assert table.iloc[4].tolist() == ["**0,8241**  \n1/34  \n–", "**–**  \n33/34  \n–"]


def test_a_row_a_component_and_province_with_what_is_far(release: Release, view: View) -> None:
    compared = compare_components(release, EditionKey("PAPI", 2024, "63"), UNITS)
    assert isinstance(compared, ComponentComparison)
    file = component_download(release, view, compared)
    assert len(file) == 2 * 8
    row = file[(file["Thành phần"] == "Tham gia của người dân ở cấp cơ sở") & (file["Mã"] == "45")].iloc[0]
    assert (row["Điểm"], row["Chênh lệch so với Đắk Nông"], row["Khác xa"]) == (5.480993, 0.885115, "có")
    assert row["Khoảng tứ phân vị của cả nước"] == 0.7933
