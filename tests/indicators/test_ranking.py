from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.ranking import competition_ranks, order_by_score, ranked_count
from indicators.release import Release


def test_rule_4_equal_scores_share_a_place_and_the_next_is_left_out() -> None:
    places = competition_ranks(pd.Series([0.5, 0.7, 0.5, None, 0.9], index=list("abcde")))
    assert places.drop("d").to_dict() == {"a": 3, "b": 2, "c": 3, "e": 1}
    assert pd.isna(places["d"])


def test_rule_4_dti_2022_has_a_tie_at_15(edition_row: Callable[..., dict[str, Any]]) -> None:
    thanh_hoa, yen_bai, next_one = (edition_row("DTI", 2022, unit) for unit in ("63-38", "63-15", "63-93"))
    assert (thanh_hoa["rank"], yen_bai["rank"], next_one["rank"]) == (15, 15, 17)
    assert (thanh_hoa["order"], yen_bai["order"], next_one["order"]) == (15, 15, 17)
    assert thanh_hoa["score"] == yen_bai["score"] == 0.6350


def test_rule_4_a_published_rank_stands_where_printed_scores_are_equal(
    edition_row: Callable[..., dict[str, Any]],
) -> None:
    quang_tri, tien_giang = edition_row("PCI", 2006, "63-45"), edition_row("PCI", 2006, "63-82")
    assert quang_tri["score"] == tien_giang["score"] == 52.18
    assert (quang_tri["place"], tien_giang["place"]) == (34, 33)
    assert (quang_tri["order"], tien_giang["order"]) == (33, 33)


def test_rule_2_dak_nong_is_37th_in_par_2022_and_nothing_is_ordered(
    release: Release, edition_row: Callable[..., dict[str, Any]]
) -> None:
    row = edition_row("PAR", 2022, "63-67")
    assert (row["score"], row["rank"], row["rank_of"]) == (84.66, 37, 63)
    assert (row["place"], row["place_of"], row["place_kind"]) == (37, 63, "rank")
    assert pd.isna(row["order"])
    assert pd.isna(row["order_of"])
    assert order_by_score(release, EditionKey("PAR", 2022, "63"), OVERALL) is None


@pytest.mark.parametrize(
    ("year", "unit", "place", "of"),
    [(2006, "63-67", 63, 64), (2006, "63-12", 64, 64), (2006, "63-74", 1, 64), (2005, "63-79", 17, 42)],
)
def test_rule_3_a_rank_carries_the_number_of_ranked_units(
    edition_row: Callable[..., dict[str, Any]], year: int, unit: str, place: int, of: int
) -> None:
    row = edition_row("PCI", year, unit)
    assert (row["rank"], row["rank_of"]) == (place, of)


def test_rule_3_ha_tay_keeps_its_place_in_the_order_of_2006(release: Release) -> None:
    order = order_by_score(release, EditionKey("PCI", 2006, "63"), OVERALL)
    assert order is not None
    assert len(order) == 63  # Hà Tây itself is shown nowhere
    assert (order["63-12"], order["63-67"], order["63-62"]) == (64, 63, 61)
    assert 62 not in set(order)  # 40.73, the score of Hà Tây


def test_rule_3_pci_2023_ranks_are_of_30(edition_row: Callable[..., dict[str, Any]]) -> None:
    row = edition_row("PCI", 2023, "63-67")
    assert (row["rank"], row["rank_of"], row["place_kind"]) == (21, 30, "rank")


def test_rule_3_a_rank_outside_the_published_list_has_no_of_how_many(
    edition_row: Callable[..., dict[str, Any]],
) -> None:
    row = edition_row("PCI", 2023, "63-40")
    assert (row["rank"], row["place"], row["place_kind"]) == (44, 44, "rank")
    assert row["note_codes"] == "announced_by_province"
    assert pd.isna(row["rank_of"])
    assert pd.isna(row["place_of"])


def test_rule_3_what_is_not_held_is_not_outside_the_best_30(edition_row: Callable[..., dict[str, Any]]) -> None:
    row = edition_row("PCI", 2023, "63-02")
    assert pd.isna(row["place"])
    assert row["place_kind"] == ""


def test_the_sub_indices_of_pci_2023_are_ordered_among_63(
    release: Release, edition_row: Callable[..., dict[str, Any]]
) -> None:
    row = edition_row("PCI", 2023, "63-67", "entry")
    assert (row["score"], row["order"], row["order_of"], row["place_kind"]) == (6.68, 59, 63, "order")
    assert ranked_count(release, EditionKey("PCI", 2023, "63"), "entry") == 63
    assert ranked_count(release, EditionKey("PCI", 2023, "63"), OVERALL) == 30


def test_papi_is_never_ranked_its_places_are_our_order(
    release: Release, edition_row: Callable[..., dict[str, Any]]
) -> None:
    row = edition_row("PAPI", 2023, "63-67")
    assert pd.isna(row["rank"])
    assert pd.isna(row["rank_of"])
    assert (row["place"], row["place_of"], row["place_kind"]) == (61, 61, "order")
    of_papi = release.observations[release.observations["index"] == "PAPI"]
    assert of_papi["rank"].isna().all()
    assert ranked_count(release, EditionKey("PAPI", 2023, "63"), OVERALL) is None


def test_ranks_of_the_34_are_of_34(edition_row: Callable[..., dict[str, Any]]) -> None:
    assert (edition_row("DTI", 2024, "34-01")["rank"], edition_row("DTI", 2024, "34-01")["rank_of"]) == (1, 34)
    assert (edition_row("DTI", 2024, "63-01")["rank"], edition_row("DTI", 2024, "63-01")["rank_of"]) == (4, 63)
