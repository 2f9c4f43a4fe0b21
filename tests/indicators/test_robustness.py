"""Points to the places up and down on published editions, read off the publishers' tables."""

from typing import Any

import pandas as pd
import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.headroom import NextPlace, points_to_next_place
from indicators.release import Release
from indicators.robustness import Robustness, robustness


def _answer(release: Release, index: str, year: int) -> Robustness:
    answer = robustness(release, EditionKey(index, year, "63"))
    assert isinstance(answer, Robustness)
    return answer


def _row(answer: Robustness, unit: str) -> dict[Any, Any]:
    return answer.table.set_index("unit").loc[unit].to_dict()


def test_points_to_five_places_up_and_down(release: Release) -> None:
    # PCI 2020 (VCCI), from the first: 75.09, 72.81, 70.37, 70.16, 70.12, 69.34 (Vĩnh Long, 86), 69.27, 69.08, 66.93.
    answer = _answer(release, "PCI", 2020)
    assert (answer.place_kind, answer.place_of, answer.step) == ("rank", 63, 0.01)
    row = _row(answer, "63-86")
    assert [row[f"up_{k}"] for k in range(1, 6)] == [0.78, 0.82, 1.03, 3.47, 5.75]
    assert [row[f"down_{k}"] for k in (1, 2, 3)] == [0.07, 0.26, 2.41]


def test_beyond_the_ends_of_the_list_nothing_is_said(release: Release) -> None:
    # PAPI 2024, the last two of 61: Kon Tum 40.308261 and Kiên Giang 39.912188.
    row = _row(_answer(release, "PAPI", 2024), "63-62")
    assert row["down_1"] == 0.396073
    assert all(pd.isna(row[f"down_{k}"]) for k in range(2, 6))
    first = _row(_answer(release, "PCI", 2020), "63-22")
    assert pd.isna(first["up_1"])
    assert (first["close_up"], first["down_1"]) == (False, 2.28)


def test_ties_look_past_each_other(release: Release) -> None:
    # DTI 2022: Thanh Hóa and Yên Bái share rank 15 with 0.6350; 14th 0.6352, 17th 0.6342.
    for unit in ("63-38", "63-15"):
        row = _row(_answer(release, "DTI", 2022), unit)
        assert (row["place"], row["tied"], row["within"]) == (15, 1, 1)
        assert (row["up_1"], row["down_1"], row["close_up"], row["close_down"]) == (0.0002, 0.0008, False, False)


def test_neighbours_within_the_rounding_are_flagged(release: Release) -> None:
    # DTI 2022: 0.6386 (11th), 0.6385 (12th), 0.6383 (13th); printed with four decimals.
    answer = _answer(release, "DTI", 2022)
    row = _row(answer, "63-80")
    assert (row["close_up"], row["close_down"], row["within"]) == (False, True, 1)
    row = _row(answer, "63-70")
    assert (row["close_up"], row["close_down"], row["within"]) == (True, False, 1)


def test_different_ranks_of_equal_scores_are_nothing_apart(release: Release) -> None:
    # PCI 2019: 64.14 is published 42nd (Hậu Giang) and 43rd (Phú Yên).
    row = _row(_answer(release, "PCI", 2019), "63-54")
    assert (row["place"], row["up_1"], row["close_up"], row["tied"]) == (43, 0, True, 0)


def test_papi_orders_by_score_and_leaves_out_who_was_not_measured(release: Release) -> None:
    answer = _answer(release, "PAPI", 2024)
    assert (answer.place_kind, answer.place_of) == ("order", 61)
    row = _row(answer, "63-26")
    assert row["reason"] == "no_figure"
    assert pd.isna(row["place"])
    assert pd.isna(row["within"])
    assert not row["close_up"]


@pytest.mark.parametrize(("index", "year"), [("PAR", 2023), ("PCI", 2023), ("SIPAS", 2024)])
def test_rule_2_editions_held_in_part_have_no_answer(release: Release, index: str, year: int) -> None:
    answer = robustness(release, EditionKey(index, year, "63"))
    assert isinstance(answer, CannotBeSaid)
    assert answer.reason == "edition_not_whole"


@pytest.mark.parametrize("unit", ["63-01", "63-67", "63-22", "63-30"])
def test_one_place_up_is_the_next_place_of_the_headroom(release: Release, unit: str) -> None:
    # Hà Tây counts in 2006.
    key = EditionKey("PCI", 2006, "63")
    following = points_to_next_place(release, key, unit)
    answer = robustness(release, key)
    assert isinstance(following, NextPlace)
    assert isinstance(answer, Robustness)
    assert _row(answer, unit)["up_1"] == following.points
