"""Points to the next place: given only where every score of the edition is held."""

import pytest

from indicators.catalogue import EditionKey
from indicators.headroom import CannotBeSaid, NextPlace, points_to_next_place
from indicators.release import Release


def test_rule_2_no_points_to_the_next_place_in_an_edition_held_in_part(release: Release) -> None:
    # Đắk Nông is published 37th in PAR INDEX 2022; the next score held is the 29th's. 19 of 63 scores are held.
    answer = points_to_next_place(release, EditionKey("PAR", 2022, "63"), "63-67")
    assert answer == CannotBeSaid("edition_not_whole", 44)


def test_rule_2_no_points_to_the_next_place_where_the_best_30_are_published(release: Release) -> None:
    answer = points_to_next_place(release, EditionKey("PCI", 2023, "63"), "63-67")
    assert answer == CannotBeSaid("edition_not_whole", 49)


def test_points_to_the_next_published_rank(release: Release) -> None:
    # PCI 2020: Đồng Tháp 72.81 (2nd), Quảng Ninh 75.09 (1st).
    answer = points_to_next_place(release, EditionKey("PCI", 2020, "63"), "63-87")
    assert isinstance(answer, NextPlace)
    assert (answer.place, answer.place_kind, answer.units_ahead) == (1, "rank", ("63-22",))
    assert answer.points == pytest.approx(2.28, abs=0.001)


def test_tied_provinces_look_to_the_place_above_both(release: Release) -> None:
    # DTI 2022: Thanh Hóa and Yên Bái share rank 15 with 0.6350; Hải Phòng, 14th, has 0.6352.
    for unit in ("63-38", "63-15"):
        answer = points_to_next_place(release, EditionKey("DTI", 2022, "63"), unit)
        assert isinstance(answer, NextPlace)
        assert (answer.place, answer.units_ahead) == (14, ("63-31",))
        assert answer.points == pytest.approx(0.0002, abs=0.00001)


def test_papi_has_an_order_and_no_rank(release: Release) -> None:
    answer = points_to_next_place(release, EditionKey("PAPI", 2024, "63"), "63-67")
    assert isinstance(answer, NextPlace)
    assert (answer.place, answer.place_kind, answer.units_ahead) == (57, "order", ("63-84",))


def test_the_first_and_one_without_a_figure_have_no_answer(release: Release) -> None:
    assert points_to_next_place(release, EditionKey("PCI", 2020, "63"), "63-22") == CannotBeSaid("first_place", 0)
    assert points_to_next_place(release, EditionKey("PAPI", 2021, "63"), "63-22") == CannotBeSaid("no_figure", 0)
