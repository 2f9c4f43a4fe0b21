"""Points to the next place: given only where every score of the edition is held."""

import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey, Words
from indicators.headroom import Headroom, NextPlace, headroom, points_to_next_place, points_to_place
from indicators.release import Release


def test_rule_2_no_points_to_the_next_place_in_an_edition_held_in_part(release: Release) -> None:
    # Đắk Nông is published 37th in PAR INDEX 2022; the next score held is the 29th's. 19 of 63 scores are held.
    answer = points_to_next_place(release, EditionKey("PAR", 2022, "63"), "63-67")
    assert answer == CannotBeSaid("edition_not_whole", held=19, due=63)


def test_rule_2_no_points_to_the_next_place_where_the_best_30_are_published(release: Release) -> None:
    answer = points_to_next_place(release, EditionKey("PCI", 2023, "63"), "63-67")
    assert answer == CannotBeSaid("edition_not_whole", held=14, due=63)


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


@pytest.mark.parametrize(
    ("year", "unit", "points", "place"),
    [
        (2006, "63-67", 1.82, 62),  # Đắk Nông 38.91, 63rd of 64; Hà Tây 40.73
        (2007, "63-08", 0.11, 41),  # Tuyên Quang 52.13; Hà Tây 52.24
        (2008, "63-72", 0.0, 55),  # Tây Ninh is ranked behind Hà Tây, both with 45.09
    ],
)
def test_rule_2_the_next_place_can_be_that_of_a_unit_that_has_ended(
    release: Release, year: int, unit: str, points: float, place: int
) -> None:
    answer = points_to_next_place(release, EditionKey("PCI", year, "63"), unit)
    assert answer == NextPlace(points, place, 64, "rank", (), (Words("Hà Tây", "Ha Tay"),))


def test_papi_has_an_order_and_no_rank(release: Release) -> None:
    answer = points_to_next_place(release, EditionKey("PAPI", 2024, "63"), "63-67")
    assert isinstance(answer, NextPlace)
    assert (answer.place, answer.place_kind, answer.units_ahead) == (57, "order", ("63-84",))


def test_the_first_and_one_without_a_figure_have_no_answer(release: Release) -> None:
    assert points_to_next_place(release, EditionKey("PCI", 2020, "63"), "63-22") == CannotBeSaid("first_place")
    assert points_to_next_place(release, EditionKey("PAPI", 2021, "63"), "63-22") == CannotBeSaid("no_figure")


def test_points_to_a_place_wanted(release: Release) -> None:
    # PCI 2022: Đắk Nông 64.87; the 30th by score is Ninh Thuận with 65.43.
    answer = points_to_place(release, EditionKey("PCI", 2022, "63"), "63-67", 30)
    assert answer == NextPlace(0.56, 30, 63, "order", ("63-58",))


def test_a_place_that_a_tie_leaves_out_means_the_place_ahead_of_it(release: Release) -> None:
    # DTI 2022: nobody is 16th, since Thanh Hóa and Yên Bái share rank 15 with 0.6350; Đắk Nông has 0.5266.
    answer = points_to_place(release, EditionKey("DTI", 2022, "63"), "63-67", 16)
    assert answer == NextPlace(0.1084, 15, 63, "rank", ("63-15", "63-38"))


def test_who_stands_at_the_place_wanted_or_better_lacks_nothing(release: Release) -> None:
    assert points_to_place(release, EditionKey("DTI", 2022, "63"), "63-48", 16) == CannotBeSaid("first_place")


def test_all_units_at_once(release: Release) -> None:
    # PCI 2007, 64 ranked: Bình Dương 77.20, Đà Nẵng 72.96, Vĩnh Long 70.14; the median 55.56 is the publisher's own
    # look-up row ("Trung vị") in the workbook of that year.
    answer = headroom(release, EditionKey("PCI", 2007, "63"))
    assert isinstance(answer, Headroom)
    assert (answer.best, answer.median, answer.place_kind, answer.place_of) == (77.20, 55.56, "rank", 64)
    third = answer.table.set_index("unit").loc["63-86"]
    assert (third["place"], third["next_place"], third["points_to_next"]) == (3, 2, 2.82)
    assert (third["points_to_median"], third["points_to_best"]) == (-14.58, 7.06)
    first = answer.table.set_index("unit").loc[["63-74"], ["next_place", "points_to_next"]]
    assert bool(first.isna().to_numpy().all())


def test_units_without_a_figure_stay_missing(release: Release) -> None:
    answer = headroom(release, EditionKey("PAPI", 2021, "63"))
    assert isinstance(answer, Headroom)
    assert answer.place_of == 60
    absent = answer.table[answer.table["score"].isna()]
    assert len(absent) == 3
    assert absent.drop(columns="unit").isna().all(axis=None)


def test_an_edition_held_in_part_has_no_headroom(release: Release) -> None:
    assert headroom(release, EditionKey("PAR", 2022, "63")) == CannotBeSaid("edition_not_whole", held=19, due=63)
