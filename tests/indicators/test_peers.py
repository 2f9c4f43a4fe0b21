"""Peers: of the same region, nearest by what is known of provinces, or picked; never the province itself."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.answer import CannotBeSaid
from indicators.peers import (
    PEER_COUNT,
    MeasureLeftOut,
    MeasureUsed,
    Peers,
    chosen_peers,
    nearest_peers,
    region_peers,
    robust_distances,
)
from indicators.release import Release

_DAK_NONG, _LAO_CAI, _QUANG_TRI = "63-67", "63-10", "63-45"


def _nearest(release: Release, system: str = "63", year: int = 2024, count: int = PEER_COUNT) -> Peers:
    answer = nearest_peers(release, "63" if system == "63" else "34", year, count)
    assert isinstance(answer, Peers)
    return answer


def test_peers_of_a_region_are_the_others_in_it(release: Release) -> None:
    # Central Highlands: Đắk Lắk, Gia Lai, Kon Tum, Lâm Đồng beside Đắk Nông.
    answer = region_peers(release, "63")
    assert isinstance(answer, Peers)
    assert answer.of(_DAK_NONG) == ("63-66", "63-64", "63-62", "63-68")
    assert answer.table["distance"].isna().all()


def test_the_34_have_no_regions(release: Release) -> None:
    assert region_peers(release, "34") == CannotBeSaid("unit_system")


def test_distances_follow_from_the_published_figures(release: Release) -> None:
    # National Statistics Office, 2024: Đắk Nông 695,700 people, 6,509.3 km2, 83.27 million VND a head; Lào Cai 792,200,
    # 6,364.3, 92.96. Interquartile ranges of the 63: 792,600 people, 4,401.75 km2, 38.09 million VND.
    first = _nearest(release).table.query("unit == @_DAK_NONG").iloc[0]
    assert first["peer"] == _LAO_CAI
    expected = ((96_500 / 792_600) ** 2 + (145 / 4_401.75) ** 2 + (9.69 / 38.09) ** 2) ** 0.5
    assert first["distance"] == pytest.approx(expected)


def test_measures_say_their_year_and_source(release: Release) -> None:
    # Population of the 63 is held of 2017 to 2020 and of 2024, GRDP per head of every year, area of 2024.
    assert _nearest(release, year=2022).used == (
        MeasureUsed("population_avg", 2024, "published", "context:nso_2024"),
        MeasureUsed("area_km2", 2024, "published", "context:nso_2024"),
        MeasureUsed("grdp_per_capita", 2022, "published", "context:nso_v0312"),
    )
    assert _nearest(release, year=2021).used[0].year == 2020
    assert _nearest(release, "34").used[1].kind == "computed"


@pytest.mark.parametrize(("system", "units"), [("63", 63), ("34", 34)])
def test_nobody_is_its_own_peer(release: Release, system: str, units: int) -> None:
    table = _nearest(release, system, count=7).table
    assert len(table) == units * 7
    assert (table["unit"] != table["peer"]).all()
    assert table.groupby("unit")["distance"].is_monotonic_increasing.all()
    assert table["peer"].str.startswith(f"{system}-").all()


def test_a_measure_missing_for_one_province_is_left_out_and_said(release: Release) -> None:
    context = release.context
    gone = (context["unit"] == _DAK_NONG) & (context["measure"] == "area_km2")
    answer = _nearest(replace(release, context=context[~gone]))
    assert answer.left_out == (MeasureLeftOut("area_km2", "not_complete", (_DAK_NONG,)),)
    assert [used.measure for used in answer.used] == ["population_avg", "grdp_per_capita"]


def test_a_measure_not_held_or_the_same_everywhere_is_left_out(release: Release) -> None:
    same = release.context.assign(
        value=release.context["value"].where(release.context["measure"] != "population_avg", 1.0)
    )
    same = same[same["measure"] != "area_km2"]
    answer = _nearest(replace(release, context=same))
    assert [(left.measure, left.reason) for left in answer.left_out] == [
        ("population_avg", "no_spread"),
        ("area_km2", "not_held"),
    ]


def test_without_any_measure_no_peer_is_near(release: Release) -> None:
    assert nearest_peers(replace(release, context=release.context.iloc[:0]), "63", 2024) == CannotBeSaid("no_figure")


def test_a_chosen_set_keeps_its_order_and_drops_the_province_itself(release: Release) -> None:
    answer = chosen_peers(release, {_DAK_NONG: [_QUANG_TRI, _DAK_NONG, _LAO_CAI, _QUANG_TRI]})
    assert answer.of(_DAK_NONG) == (_QUANG_TRI, _LAO_CAI)


def test_a_chosen_peer_of_the_other_system_is_refused(release: Release) -> None:
    with pytest.raises(ValueError, match="34-68 cannot be a peer of 63-67"):
        chosen_peers(release, {_DAK_NONG: ["34-68"]})


_TABLES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)), min_size=5, max_size=20, unique=True)


def _spread(values: np.ndarray) -> bool:
    first, third = np.quantile(values, [0.25, 0.75], axis=0)
    return bool((third > first).all())


@given(_TABLES, st.randoms(use_true_random=False))
def test_distances_do_not_depend_on_the_order_of_rows_nor_on_units_of_measure(
    rows: list[tuple[int, int]], chance: np.random.Generator
) -> None:
    values = np.array(rows, dtype="float64")
    if not _spread(values):
        return
    distances = robust_distances(values)
    np.testing.assert_allclose(distances, distances.T)
    assert (np.diag(distances) == 0).all()
    order = list(range(len(rows)))
    chance.shuffle(order)
    np.testing.assert_allclose(robust_distances(values[order]), distances[np.ix_(order, order)], atol=1e-9)
    np.testing.assert_allclose(robust_distances(values * [1000, 0.01]), distances, rtol=1e-6, atol=1e-9)
