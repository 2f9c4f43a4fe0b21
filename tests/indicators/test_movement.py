"""Own and field movement on published editions; places counted by hand in the publishers' tables."""

from typing import Any

import pandas as pd
import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.movement import Movement, movement_between
from indicators.release import Release


def _movement(release: Release, index: str, first: int, last: int) -> Movement:
    answer = movement_between(release, EditionKey(index, first, "63"), EditionKey(index, last, "63"))
    assert isinstance(answer, Movement)
    return answer


def _row(movement: Movement, unit: str) -> dict[Any, Any]:
    return movement.table.set_index("unit").loc[unit].to_dict()


# Index, years, unit, places before, between and after.
COUNTED = [
    # PAPI, by score among the 59 measured in both years. An Giang 41.845452 → 42.891685: among the scores of 2024, 43
    # of the others lie above 41.845452. Đắk Nông 38.971103 → 40.537382: last but for its own rise.
    ("PAPI", 2023, 2024, "63-89", (34, 44, 38)),
    ("PAPI", 2023, 2024, "63-67", (59, 59, 56)),
    # DTI (Bộ Thông tin và Truyền thông): Thanh Hóa 0.6350, 15th, → 0.7314, 11th; 50 others had passed 0.6350 in 2023.
    ("DTI", 2022, 2023, "63-38", (15, 51, 11)),
    # PCI (VCCI): Hà Nội 50.34, 40th of 64, → 53.74, 31st of 64; Hà Tây is one of those counted.
    ("PCI", 2006, 2008, "63-01", (40, 40, 31)),
]


@pytest.mark.parametrize(("index", "first", "last", "unit", "places"), COUNTED)
def test_the_old_score_takes_its_place_among_the_new_ones_of_the_others(
    release: Release, index: str, first: int, last: int, unit: str, places: tuple[int, int, int]
) -> None:
    row = _row(_movement(release, index, first, last), unit)
    assert (row["place_before"], row["place_between"], row["place_after"]) == places
    assert (row["field"], row["own"]) == (places[0] - places[1], places[1] - places[2])


def test_a_province_rises_against_the_field(release: Release) -> None:
    # Thanh Hóa's published rank rose 4 places: 36 lost to the others' rise, 40 won by its own.
    row = _row(_movement(release, "DTI", 2022, 2023), "63-38")
    assert (row["field"], row["own"], row["whole"]) == (-36, 40, 4)
    assert (row["rank_before"], row["rank_after"], row["rank_change"], row["ranks_agree"]) == (15, 11, 4, True)


def test_places_count_the_units_measured_in_both(release: Release) -> None:
    papi = _movement(release, "PAPI", 2023, 2024)
    assert (papi.place_of, papi.former, papi.fields_differ) == (59, 0, True)
    pci = _movement(release, "PCI", 2006, 2008)
    assert (pci.place_of, pci.former, pci.fields_differ) == (64, 1, False)


def test_a_unit_measured_once_has_no_movement(release: Release) -> None:
    # Bình Dương (74) is not in the PAPI of 2023.
    row = _row(_movement(release, "PAPI", 2023, 2024), "63-74")
    assert row["reason"] == "no_figure"
    assert pd.isna(row["own"])
    assert pd.isna(row["place_between"])


def test_printed_ranks_of_equal_scores_stand_beside_the_order(release: Release) -> None:
    # PCI 2019: Hậu Giang and Phú Yên both 64.14, published 42nd and 43rd; by score both are 42nd.
    row = _row(_movement(release, "PCI", 2019, 2020), "63-54")
    assert (row["place_before"], row["rank_before"], row["rank_after"]) == (42, 43, 42)
    assert (row["whole"], row["rank_change"], row["ranks_agree"]) == (0, 1, False)


def test_papi_has_no_rank_to_compare_with(release: Release) -> None:
    table = _movement(release, "PAPI", 2023, 2024).table
    assert table["rank_change"].isna().all()
    assert table["ranks_agree"].isna().all()


def test_across_a_break_nothing_is_said(release: Release) -> None:
    answer = movement_between(release, EditionKey("PCI", 2021, "63"), EditionKey("PCI", 2022, "63"))
    assert isinstance(answer, CannotBeSaid)
    assert answer.reason == "break"
    assert [(crossing.between_year, crossing.and_year) for crossing in answer.crossings] == [(2021, 2022)]


def test_in_editions_held_in_part_nothing_is_said(release: Release) -> None:
    # VCCI publishes the best 30 of 2023 only.
    answer = movement_between(release, EditionKey("PCI", 2022, "63"), EditionKey("PCI", 2023, "63"))
    assert isinstance(answer, CannotBeSaid)
    assert (answer.reason, answer.due) == ("edition_not_whole", 63)


def test_between_unit_systems_nothing_is_said(release: Release) -> None:
    answer = movement_between(release, EditionKey("DTI", 2023, "63"), EditionKey("DTI", 2024, "34"))
    assert isinstance(answer, CannotBeSaid)
    assert answer.reason == "unit_system"


def test_sub_indices_of_pci_2023_are_whole(release: Release) -> None:
    keys = (EditionKey("PCI", 2022, "63"), EditionKey("PCI", 2023, "63"))
    assert isinstance(movement_between(release, *keys, "entry"), Movement)


def test_the_earlier_edition_comes_first(release: Release) -> None:
    with pytest.raises(ValueError, match="earlier edition first"):
        movement_between(release, EditionKey("DTI", 2023, "63"), EditionKey("DTI", 2022, "63"))
