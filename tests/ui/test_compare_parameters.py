"""What the comparison opens with: peers, the former provinces of a merged one, or an example."""

from indicators.release import Release
from ui.address import Resolved, province_parameter, resolve
from ui.compare_parameters import compare_parameters, not_in_system, units_compared

UNITS = ["34-01", "34-68", "34-44", "63-67", "63-01"]


def opened(release: Release, **given: str | list[str]) -> Resolved:
    texts = {name: [value] if isinstance(value, str) else value for name, value in given.items()}
    return resolve(texts, (province_parameter(UNITS), *compare_parameters(release)))


def test_the_whole_country_opens_an_example_of_three_cities(release: Release) -> None:
    values = opened(release).values
    assert (values.one("he"), values["so_sanh"]) == ("63", ("63-01", "63-79", "63-48"))
    assert (values.one("chi_so"), values.one("nam"), values.one("the_hien")) == ("PAPI", "2024", "cham-diem")


def test_a_province_opens_with_its_nearest_peers(release: Release) -> None:
    values = opened(release, don_vi="63-67").values
    assert values["so_sanh"] == ("63-10", "63-45", "63-17", "63-54", "63-08")
    assert units_compared(release, values) == ["63-67", "63-10", "63-45", "63-17", "63-54", "63-08"]


def test_a_merged_province_opens_with_its_former_ones_beside_each_other(release: Release) -> None:
    values = opened(release, don_vi="34-68").values
    assert (values.one("he"), values["so_sanh"]) == ("63", ())
    assert units_compared(release, values) == ["63-60", "63-67", "63-68"]


def test_todays_province_that_was_not_merged_is_compared_as_the_one_before(release: Release) -> None:
    values = opened(release, don_vi="34-01").values
    assert units_compared(release, values)[0] == "63-01"
    assert len(values["so_sanh"]) == 5


def test_a_province_of_the_63_is_not_among_the_34(release: Release) -> None:
    values = opened(release, don_vi="34-68", he="34", so_sanh=["34-01", "63-67"]).values
    assert units_compared(release, values) == ["34-68", "34-01"]
    assert not_in_system(release, values) == ["63-67"]
    among_63 = opened(release, don_vi="34-68", he="63", so_sanh=["34-01", "63-67"]).values
    assert units_compared(release, among_63) == ["63-60", "63-67", "63-68", "63-01"]


def test_the_year_of_components_is_one_in_which_two_can_be_compared(release: Release) -> None:
    values = opened(release, don_vi="63-67", chi_so="PCI").values
    assert values.one("nam") == "2023"
    assert opened(release, don_vi="63-67", chi_so="PCI", den_nam="2020").values.one("nam") == "2019"
    # Of one edition in 34 nobody's components are held.
    assert opened(release, don_vi="34-68", he="34", so_sanh=["34-01"]).values.one("nam") == ""
