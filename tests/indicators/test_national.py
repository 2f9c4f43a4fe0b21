import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.national import (
    median_of_measured,
    national_figure,
    region_figure,
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
    ("index", "year", "component", "value", "sources"),
    [
        ("PCI", 2019, OVERALL, 65.13, "pci_xls_2019"),
        ("PAPI", 2023, OVERALL, 42.32653, "S02;S16;S18"),  # of 61; the publisher prints 42.3265
        ("PCI", 2006, OVERALL, 52.215, "pci_xls_2006"),  # of 64: between 52.18 and 52.25
        ("PCI", 2023, "entry", 7.32, "pci_xls_2023"),
    ],
)
def test_rule_8_else_it_is_the_median_of_a_whole_edition_marked_as_computed(
    release: Release, index: str, year: int, component: str, value: float, sources: str
) -> None:
    figure = national_figure(release, EditionKey(index, year, "63"), component)
    assert figure is not None
    assert (figure.statistic, figure.kind, figure.source_id) == ("median", "computed", sources)
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("index", "year"), [("PAR", 2012), ("PCI", 2023), ("SIPAS", 2017), ("SIPAS", 2025), ("PCI", 2024)]
)
def test_rule_8_else_there_is_none(release: Release, index: str, year: int) -> None:
    assert national_figure(release, EditionKey(index, year, "34" if year == 2025 else "63")) is None


def test_the_median_of_papi_2021_is_the_one_that_the_publisher_printed(release: Release) -> None:
    figure = median_of_measured(release, EditionKey("PAPI", 2021, "63"))
    assert figure is not None
    assert figure.value == pytest.approx(42.269, abs=0.0005)


def test_rule_2_no_median_of_an_edition_held_in_part(release: Release) -> None:
    assert median_of_measured(release, EditionKey("PAR", 2022, "63")) is None
    assert region_figure(release, EditionKey("PAR", 2022, "63"), OVERALL, "CHL") is None


def test_the_median_of_a_region_in_a_whole_edition(release: Release) -> None:
    # Kon Tum 39.961295, Gia Lai 40.317858, Đắk Lắk 42.32653, Đắk Nông 38.971103, Lâm Đồng 40.904426
    figure = region_figure(release, EditionKey("PAPI", 2023, "63"), OVERALL, "CHL")
    assert figure is not None
    assert (figure.value, figure.statistic, figure.kind) == (40.317858, "median", "computed")


@pytest.mark.parametrize(("year", "median"), [(2006, 51.62), (2007, 56.36)])
def test_rule_2_a_former_unit_counts_in_its_region(release: Release, year: int, median: float) -> None:
    figure = region_figure(release, EditionKey("PCI", year, "63"), OVERALL, "RRD")
    assert figure is not None
    assert figure.value == pytest.approx(median)


def test_rule_5_there_is_no_region_of_the_34(release: Release) -> None:
    assert region_figure(release, EditionKey("DTI", 2024, "34"), OVERALL, "CHL") is None


def test_rule_8_a_published_mean_of_a_region_comes_before_its_median(release: Release) -> None:
    figure = region_figure(release, EditionKey("PAR", 2023, "63"), OVERALL, "CHL")
    assert figure is not None
    assert (figure.value, figure.statistic, figure.kind) == (85.42, "mean", "published")
    assert release.source("PAR", figure.source_id)["title"]
