"""By which edition provinces are compared: one for all of them, and never without saying what newer ones hold."""

from indicators.catalogue import EditionKey
from indicators.common_edition import EditionHeld, common_edition, component_editions, newest_with_most
from indicators.release import Release

DAK_NONG_AND_PEERS = ("63-67", "63-10", "63-45", "63-17", "63-54", "63-08")


def test_the_newest_edition_in_which_more_than_half_have_a_figure(release: Release) -> None:
    papi = common_edition(release, "PAPI", "63", DAK_NONG_AND_PEERS)
    assert papi is not None
    assert (papi.shown.key.year, papi.shown.count, papi.newer) == (2024, 6, ())


def test_newer_editions_that_hold_fewer_of_them_are_listed(release: Release) -> None:
    # PCI publishes totals of the best 30 only since 2023.
    pci = common_edition(release, "PCI", "63", DAK_NONG_AND_PEERS)
    assert pci is not None
    assert (pci.shown.key.year, pci.shown.count) == (2022, 6)
    assert [(held.key.year, held.count) for held in pci.newer] == [(2024, 1), (2023, 2)]


def test_no_edition_after_the_last_year(release: Release) -> None:
    papi = common_edition(release, "PAPI", "63", DAK_NONG_AND_PEERS, 2019)
    assert papi is not None
    assert papi.shown.key.year == 2019


def test_without_any_figure_there_is_none(release: Release) -> None:
    assert common_edition(release, "PAPI", "34", ("34-01", "34-48")) is None


def test_where_never_half_have_one_it_is_the_edition_of_most() -> None:
    editions = [EditionHeld(EditionKey("PAR", year, "63"), count) for year, count in ((2024, 1), (2023, 2), (2022, 2))]
    assert newest_with_most(editions, 6).key.year == 2023
    assert newest_with_most(editions, 3).key.year == 2023
    assert newest_with_most(editions, 1).key.year == 2024


def test_editions_with_components_are_those_in_which_two_can_be_compared(release: Release) -> None:
    pci = component_editions(release, "PCI", "63", DAK_NONG_AND_PEERS)
    assert [held.key.year for held in pci[:3]] == [2023, 2022, 2019]
    assert pci[0].count == 6
