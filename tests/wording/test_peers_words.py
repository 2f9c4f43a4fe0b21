"""Peers, distances and places inside a set in both languages."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.peers import MeasureLeftOut, Peers, chosen_peers, nearest_peers, region_peers
from indicators.places_among import peer_medians, places_in_sets
from indicators.release import Release
from wording.language import language
from wording.peers import (
    distance_words,
    no_peers_words,
    no_places_among_words,
    peer_median_words,
    peers_words,
    place_among_words,
)

VI, EN = language("vi"), language("en")
_DAK_NONG = "63-67"


def _nearest(release: Release, count: int = 2) -> Peers:
    answer = nearest_peers(release, "63", 2024, count)
    assert isinstance(answer, Peers)
    return answer


def test_nearest_peers_carry_their_distance(release: Release) -> None:
    assert peers_words(release, _nearest(release), _DAK_NONG, VI) == (
        "Các tỉnh gần nhất với Đắk Nông, kèm khoảng cách: Lào Cai (trước 01/07/2025) 0,28; "
        "Quảng Trị (trước 01/07/2025) 0,44"
    )


def test_measures_are_named_with_their_year_and_those_left_out_with_the_reason(release: Release) -> None:
    peers = _nearest(release)
    assert distance_words(release, peers, _DAK_NONG, EN).startswith(
        "Distance by population 2024, area 2024 and GRDP per capita 2024;"
    )
    for left, reason in (
        (MeasureLeftOut("area_km2", "not_complete", (_DAK_NONG,)), "chưa có số liệu của Đắk Nông"),
        (MeasureLeftOut("area_km2", "not_complete", ("63-01", "63-02")), "chưa có số liệu của 2 tỉnh, thành phố"),
        (MeasureLeftOut("area_km2", "not_held"), "chưa có số liệu"),
        (MeasureLeftOut("area_km2", "no_spread"), "các tỉnh không khác nhau theo tiêu chí này"),
    ):
        told = distance_words(release, replace(peers, left_out=(left,)), _DAK_NONG, VI)
        assert told.endswith(f" Không dùng: diện tích, do {reason}.")


def test_other_peers_have_no_distance(release: Release) -> None:
    of_region = region_peers(release, "63")
    assert isinstance(of_region, Peers)
    assert distance_words(release, of_region, _DAK_NONG, VI) == ""
    assert peers_words(release, of_region, _DAK_NONG, EN).startswith(
        "Provinces of the same region (Central Highlands): Dak Lak (before 1 July 2025), "
    )
    chosen = chosen_peers(release, {_DAK_NONG: ["63-62"], "63-62": ["63-62"]})
    assert peers_words(release, chosen, _DAK_NONG, VI) == "Các tỉnh được chọn để so sánh với Đắk Nông: Kon Tum"
    assert peers_words(release, chosen, "63-62", EN) == "Kon Tum has no peers"


def test_a_system_without_peers_says_why() -> None:
    assert no_peers_words(CannotBeSaid("unit_system"), EN).endswith("the 34 have no regions.")
    assert no_peers_words(CannotBeSaid("no_figure"), EN) == (
        "Nearest provinces cannot be said: no measure is held for all provinces."
    )


@pytest.mark.parametrize(
    ("index", "difference", "vi", "en"),
    [
        ("PCI", 0.425, "Cao hơn trung vị nhóm tương đồng 0,43 điểm (4/5 tỉnh có số liệu)", "0.43 points above"),
        ("PCI", -0.425, "Thấp hơn trung vị nhóm tương đồng 0,43 điểm (4/5 tỉnh có số liệu)", "0.43 points below"),
        ("PCI", 0.004, "Bằng trung vị nhóm tương đồng (4/5 tỉnh có số liệu)", "Level with"),
        ("PAR", 1.5, "Cao hơn trung vị nhóm tương đồng 1,50 điểm % (4/5 tỉnh có số liệu)", "1.50 percentage points"),
    ],
)
def test_the_distance_to_the_peer_median_is_said(
    release: Release, index: str, difference: float, vi: str, en: str
) -> None:
    row = pd.Series({"difference": difference, "count": 4, "peers": 5, "reason": ""})
    key = EditionKey(index, 2022, "63")
    assert peer_median_words(release, key, OVERALL, row, VI) == vi
    assert peer_median_words(release, key, OVERALL, row, EN).startswith(en)


def test_no_figure_is_no_sentence(release: Release) -> None:
    key = EditionKey("PAPI", 2024, "63")
    peers = chosen_peers(release, {"63-82": [_DAK_NONG]})
    medians: Any = peer_medians(release, key, peers.table)
    places: Any = places_in_sets(release, key, {"set": ["63-82"]})
    assert peer_median_words(release, key, OVERALL, medians.iloc[0], VI) == ""
    assert place_among_words(places.iloc[0], "nhóm", VI) == ""


def test_a_place_inside_a_set_is_never_called_a_rank(release: Release) -> None:
    # PCI 2022: Kon Tum 64.89, Đắk Nông 64.87.
    places: Any = places_in_sets(release, EditionKey("PCI", 2022, "63"), {"set": [_DAK_NONG, "63-62"]})
    assert place_among_words(places.iloc[0], "nhóm tương đồng", VI) == "thứ tự theo điểm 2/2 trong nhóm tương đồng"
    assert place_among_words(places.iloc[0], "the peer group", EN) == "order by score 2 of 2 in the peer group"


def test_an_edition_that_is_not_whole_says_what_is_missing(release: Release) -> None:
    key = EditionKey("PCI", 2023, "63")
    assert no_places_among_words(release, key, CannotBeSaid("edition_not_whole", 14, 63), VI) == (
        "Chưa đủ cơ sở xếp thứ tự và tính trung vị trong nhóm tỉnh: PCI 2023 còn thiếu 49/63 điểm."
    )
    of_34 = EditionKey("DTI", 2024, "34")
    assert no_places_among_words(release, of_34, CannotBeSaid("unit_system"), EN) == (
        "DTI 2024, 34 provinces is of the 34 provinces, which have no regions."
    )
