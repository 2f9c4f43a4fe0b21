"""Provinces beside each other in the components of an edition: who leads, what lies far apart, what cannot be said."""

import pandas as pd
import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.component_comparison import ComponentComparison, compare_components
from indicators.release import Release

PAPI_2024 = EditionKey("PAPI", 2024, "63")
DAK_NONG, HOA_BINH, QUANG_TRI, PHU_YEN, TIEN_GIANG, HA_NAM = "63-67", "63-17", "63-45", "63-54", "63-82", "63-35"


def _compared(release: Release, key: EditionKey, *units: str, peers: tuple[str, ...] = ()) -> ComponentComparison:
    answer = compare_components(release, key, units, peers)
    assert isinstance(answer, ComponentComparison)
    return answer


def _figure(comparison: ComponentComparison, component: str, unit: str) -> pd.Series:
    figures = comparison.figures
    return figures[(figures["component"] == component) & (figures["unit"] == unit)].iloc[0]


def _component(comparison: ComponentComparison, component: str) -> pd.Series:
    return comparison.components[comparison.components["component"] == component].iloc[0]


def test_scores_are_the_published_ones_with_percentile_and_order_among_all(release: Release) -> None:
    compared = _compared(release, PAPI_2024, DAK_NONG, QUANG_TRI)
    row = _figure(compared, "D1", DAK_NONG)
    assert (row["score"], row["percentile"], row["place"], row["place_of"]) == (4.595878, 25.0, 46, 61)
    assert (row["kind"], row["reason"]) == ("computed", "")
    assert _figure(compared, "D1", QUANG_TRI)["score"] == 5.480993


def test_a_difference_matters_only_beyond_the_range_of_the_middle_half(release: Release) -> None:
    compared = _compared(release, PAPI_2024, DAK_NONG, HOA_BINH, QUANG_TRI)
    # The 61 scores of D1 have their quartiles at the 16th and the 46th: 4.595878 and 5.389178.
    assert _component(compared, "D1")["spread"] == 0.7933
    far, near = _figure(compared, "D1", QUANG_TRI), _figure(compared, "D1", HOA_BINH)
    assert (far["difference"], bool(far["matters"])) == (0.885115, True)
    assert (near["difference"], bool(near["matters"])) == (0.634846, False)
    assert pd.isna(_figure(compared, "D1", DAK_NONG)["matters"])  # the one that others are compared with


def test_leaders_and_the_gap_to_the_last(release: Release) -> None:
    compared = _compared(release, PAPI_2024, DAK_NONG, HOA_BINH, QUANG_TRI, PHU_YEN)
    assert (compared.leaders("D1"), compared.last("D1")) == ((QUANG_TRI,), (PHU_YEN,))
    row = _component(compared, "D1")
    assert (row["best"], row["worst"], row["gap"], row["gap_share"]) == (5.480993, 4.303528, 1.177465, 11.77465)
    assert compared.same_scale


def test_who_was_not_measured_has_a_reason_and_no_difference(release: Release) -> None:
    compared = _compared(release, PAPI_2024, TIEN_GIANG, DAK_NONG)
    own, other = _figure(compared, "D1", TIEN_GIANG), _figure(compared, "D1", DAK_NONG)
    assert pd.isna(own["score"])
    assert own["reason"] != ""
    assert pd.isna(other["difference"])
    assert pd.isna(other["matters"])
    # One score alone leads nobody.
    assert compared.leaders("D1") == ()
    assert pd.isna(_component(compared, "D1")["gap"])


def test_rule_2_nothing_of_all_provinces_is_said_of_a_component_that_is_not_whole(release: Release) -> None:
    # DTI 2024: the scores of four main indicators are held for all provinces, of the other four for none.
    compared = _compared(release, EditionKey("DTI", 2024, "63"), DAK_NONG, QUANG_TRI, peers=(HOA_BINH,))
    whole = compared.components.set_index("component")["whole"]
    assert whole[whole].index.tolist() == ["ha_tang_so", "hd_chinh_quyen_so", "hd_kinh_te_so", "hd_xa_hoi_so"]
    absent = compared.components[~compared.components["whole"]]
    assert absent[["lowest", "highest", "median", "spread", "peer_median"]].isna().to_numpy().all()
    assert (absent["peer_count"] == 0).all()


def test_unequal_scales_are_shares_of_their_maxima(release: Release) -> None:
    compared = _compared(release, EditionKey("PAR", 2023, "63"), HOA_BINH, DAK_NONG)
    assert not compared.same_scale
    row = _figure(compared, "procedures", HOA_BINH)
    assert (row["score"], _component(compared, "procedures")["maximum"]) == (12.99, 13.0)
    assert row["share"] == pytest.approx(99.923077)
    assert pd.isna(row["percentile"])


def test_peers_have_their_median(release: Release) -> None:
    compared = _compared(release, PAPI_2024, DAK_NONG, peers=("63-10", "63-45", "63-17", "63-54", "63-08"))
    # Of 4.931764, 5.480993, 5.230724, 4.303528, 5.153165 the middle one.
    row = _component(compared, "D1")
    assert (row["peer_median"], row["peer_count"], row["peer_median_share"]) == (5.153165, 5, 51.53165)


def test_no_score_of_any_of_them_is_no_answer(release: Release) -> None:
    answer = compare_components(release, EditionKey("PAR", 2024, "63"), (HA_NAM, DAK_NONG))
    assert isinstance(answer, CannotBeSaid)
    assert answer.reason == "parts_not_held"
