"""What the pages' addresses offer and what they open with, on the repository's data."""

import pytest

from indicators.release import Release
from ui import page_parameters as parameters
from ui.address import Resolved, province_parameter, resolve

UNITS = ["34-68", "34-24", "63-22", "63-26", "63-67", "63-82"]


def opened(release: Release, **given: str) -> Resolved:
    return resolve(
        {name: [text] for name, text in given.items()},
        (
            province_parameter(UNITS),
            parameters.index_parameter(release),
            parameters.component_parameter(release),
            parameters.unit_system_parameter(release),
            parameters.year_parameter(release),
            parameters.earlier_year_parameter(release),
            parameters.region_parameter(release),
            parameters.further_provinces_parameter(release, 5),
        ),
    )


@pytest.mark.parametrize(
    ("province", "index", "year"),
    [
        ("63-22", "PAPI", "2024"),
        ("63-82", "PAPI", "2023"),  # Tiền Giang has no result of 2024
        ("63-26", "PAPI", "2023"),  # nor has Vĩnh Phúc
        ("63-67", "PCI", "2023"),  # Đắk Nông is not among the 30 published for 2024
        ("63-67", "PAR", "2023"),
        ("34-68", "PAPI", "2024"),
        ("ca-nuoc", "PCI", "2024"),
    ],
)
def test_first_view_is_the_newest_edition_with_a_figure_of_the_province(
    release: Release, province: str, index: str, year: str
) -> None:
    assert opened(release, don_vi=province, chi_so=index).values["nam"] == (year,)


def test_an_address_without_an_index_opens_one_that_is_held_whole(release: Release) -> None:
    values = opened(release).values
    assert (values["chi_so"], values["nam"], values["tu_nam"]) == (("PAPI",), ("2024",), ("2023",))
    assert values["so_sanh"] == ("63-22", "63-72", "63-60")


def test_only_earlier_years_can_be_compared_with(release: Release) -> None:
    found = opened(release, chi_so="PAPI", nam="2013")
    assert found.possible["tu_nam"] == ("2012", "2011")
    assert found.values["tu_nam"] == ("2012",)


def test_year_after_the_chosen_one_is_not_said_to_have_no_figures(release: Release) -> None:
    found = opened(release, chi_so="SIPAS", nam="2022", tu_nam="2023")
    assert found.values["tu_nam"] == ("2021",)
    assert [(problem.name, problem.kind) for problem in found.problems] == [("tu_nam", "not valid")]


def test_only_the_63_have_regions(release: Release) -> None:
    former = opened(release, chi_so="DTI", he="63", vung="CHL")
    assert former.values["vung"] == ("CHL",)
    assert len(former.possible["vung"]) == 7
    today = opened(release, chi_so="DTI", he="34", vung="CHL")
    assert today.possible["vung"] == ("tat-ca",)
    assert [(problem.name, problem.given) for problem in today.problems] == [("vung", "CHL")]
