import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.national import (
    median_of_measured,
    median_of_region,
    national_figure,
    published_mean,
)
from indicators.release import Release


@pytest.mark.parametrize(
    ("index", "year", "value"),
    [("PAR", 2023, 86.98), ("DTI", 2023, 0.6783), ("SIPAS", 2022, 80.08), ("PAPI", 2021, 42.407), ("PAR", 2013, 77.56)],
)
def test_rule_8_the_national_figure_is_the_published_mean_where_there_is_one(
    release: Release, index: str, year: int, value: float
) -> None:
    figure = national_figure(release, EditionKey(index, year, "63"))
    assert figure is not None
    assert (figure.value, figure.statistic, figure.kind) == (value, "mean", "published")
    assert release.source(index, figure.source_id)["title"]


@pytest.mark.parametrize(
    ("index", "year", "component", "value"),
    [
        ("PCI", 2019, OVERALL, 65.13),
        ("PAPI", 2023, OVERALL, 42.32653),  # of 61; printed as 42.3265 by the publisher
        ("PCI", 2006, OVERALL, 52.215),  # of 64: between 52.18 and 52.25
        ("PCI", 2023, "entry", 7.32),
    ],
)
def test_rule_8_else_it_is_the_median_of_a_whole_edition_marked_as_computed(
    release: Release, index: str, year: int, component: str, value: float
) -> None:
    figure = national_figure(release, EditionKey(index, year, "63"), component)
    assert figure is not None
    assert (figure.statistic, figure.kind, figure.source_id) == ("median", "computed", "")
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("index", "year"), [("PAR", 2012), ("PCI", 2023), ("SIPAS", 2017), ("SIPAS", 2025), ("PCI", 2024)]
)
def test_rule_8_else_there_is_none(release: Release, index: str, year: int) -> None:
    assert national_figure(release, EditionKey(index, year, "34" if year == 2025 else "63")) is None


def test_the_median_of_papi_2021_is_the_one_that_the_publisher_printed(release: Release) -> None:
    assert median_of_measured(release, EditionKey("PAPI", 2021, "63")) == pytest.approx(42.269, abs=0.0005)


def test_rule_2_no_median_of_an_edition_held_in_part(release: Release) -> None:
    assert median_of_measured(release, EditionKey("PAR", 2022, "63")) is None
    assert median_of_region(release, EditionKey("PAR", 2022, "63"), OVERALL, "CHL") is None


def test_the_median_of_a_region_in_a_whole_edition(release: Release) -> None:
    # Kon Tum 39.961295, Gia Lai 40.317858, Đắk Lắk 42.32653, Đắk Nông 38.971103, Lâm Đồng 40.904426
    assert median_of_region(release, EditionKey("PAPI", 2023, "63"), OVERALL, "CHL") == pytest.approx(40.317858)


def test_rule_5_there_is_no_region_of_the_34(release: Release) -> None:
    assert median_of_region(release, EditionKey("DTI", 2024, "34"), OVERALL, "CHL") is None


def test_a_published_mean_of_a_region(release: Release) -> None:
    figure = published_mean(release, EditionKey("PAR", 2023, "63"), OVERALL, "CHL")
    assert figure is not None
    assert figure.value == 85.42
