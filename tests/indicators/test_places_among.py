"""Places and medians inside a region, a peer group or a chosen set: ours, by score, of whole editions only."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.peers import PEER_COLUMNS
from indicators.places_among import peer_medians, places_in_regions, places_in_sets
from indicators.release import Release

_HIGHLANDS = {"68": 1, "62": 2, "67": 3, "64": 4, "66": 5}


def _row(table: pd.DataFrame | CannotBeSaid, unit: str) -> dict[str, Any]:
    assert isinstance(table, pd.DataFrame)
    return cast("dict[str, Any]", table[table["unit"] == unit].iloc[0].to_dict())


def _peers(unit: str, others: Sequence[str]) -> pd.DataFrame:
    rows = [(unit, other, position, None) for position, other in enumerate(others, start=1)]
    return pd.DataFrame(rows, columns=PEER_COLUMNS)


def test_places_in_a_region_with_the_published_rank_beside_them(release: Release) -> None:
    # PCI 2022, VCCI's workbook: Lâm Đồng 67.62, Kon Tum 64.89, Đắk Nông 64.87, Gia Lai 64.00, Đắk Lắk 60.91. Ranks
    # 17 and 38 are held.
    table = places_in_regions(release, EditionKey("PCI", 2022, "63"))
    for code, place in _HIGHLANDS.items():
        row = _row(table, f"63-{code}")
        assert (row["group"], row["place"], row["place_of"], row["place_kind"]) == ("CHL", place, 5, "order")
    assert (_row(table, "63-67")["rank"], _row(table, "63-67")["rank_of"]) == (38, 63)
    assert pd.isna(_row(table, "63-64")["rank"])


def test_regions_come_in_vietnamese_order_of_provinces(release: Release) -> None:
    table = places_in_regions(release, EditionKey("PCI", 2022, "63"))
    assert isinstance(table, pd.DataFrame)
    assert table["unit"].tolist() == release.provinces.units("63")


def test_a_province_that_has_ended_takes_its_place_in_its_region(release: Release) -> None:
    # PCI 2006: of 12 in the Red River Delta Hà Nam (47.27) is 11th and Hà Tây (40.73), which has ended, 12th.
    table = places_in_regions(release, EditionKey("PCI", 2006, "63"))
    row = _row(table, "63-35")
    assert (row["place"], row["place_of"], row["members"]) == (11, 12, 12)
    assert isinstance(table, pd.DataFrame)
    assert len(table) == 63


def test_ties_share_a_place_in_a_set(release: Release) -> None:
    # DTI 2022: Hải Phòng 0.6352 (14th), Thanh Hóa and Yên Bái 0.6350 (15th), Cao Bằng below.
    sets = {"chosen": ["63-04", "63-38", "63-15", "63-31"]}
    table = places_in_sets(release, EditionKey("DTI", 2022, "63"), sets)
    assert isinstance(table, pd.DataFrame)
    assert table["place"].tolist() == [4, 2, 2, 1]
    assert table["rank"].tolist()[1:] == [15, 15, 14]
    assert set(table["place_of"]) == {4}


def test_who_was_not_measured_has_no_place_and_is_not_counted(release: Release) -> None:
    # PAPI 2024 has 61 provinces: Tiền Giang (82) is one of the two left out.
    table = places_in_sets(release, EditionKey("PAPI", 2024, "63"), {"set": ["63-82", "63-67", "63-66"]})
    row = _row(table, "63-82")
    assert (row["place_kind"], row["reason"]) == ("", "no_figure")
    assert pd.isna(row["place"])
    assert pd.isna(row["place_of"])
    # Đắk Lắk 43.010228, Đắk Nông 40.537382.
    assert (_row(table, "63-67")["place"], _row(table, "63-67")["place_of"], _row(table, "63-67")["members"]) == (
        2,
        2,
        3,
    )


def test_nothing_is_ordered_in_an_edition_that_is_not_whole(release: Release) -> None:
    # PCI 2023 prints totals of the best 30, of which 14 are held: no order even among held ones.
    key = EditionKey("PCI", 2023, "63")
    answers = (
        places_in_regions(release, key),
        places_in_sets(release, key, {"set": ["63-22", "63-80"]}),
        peer_medians(release, key, _peers("63-22", ["63-80"])),
    )
    for answer in answers:
        assert isinstance(answer, CannotBeSaid)
        assert answer == CannotBeSaid("edition_not_whole", 14, 63)
    assert isinstance(places_in_regions(release, key, "legal"), pd.DataFrame)


def test_the_34_have_no_places_in_regions(release: Release) -> None:
    answer = places_in_regions(release, EditionKey("DTI", 2024, "34"))
    assert isinstance(answer, CannotBeSaid)
    assert answer.reason == "unit_system"


def test_a_member_of_the_other_system_is_refused(release: Release) -> None:
    with pytest.raises(ValueError, match="34-68"):
        places_in_sets(release, EditionKey("PCI", 2022, "63"), {"set": ["34-68"]})


def test_the_median_of_peers_leaves_the_province_out(release: Release) -> None:
    # PCI 2022, the Central Highlands without Đắk Nông (64.87): median of 60.91, 64.00, 64.89, 67.62.
    peers = _peers("63-67", ["63-66", "63-64", "63-62", "63-68"])
    row = _row(peer_medians(release, EditionKey("PCI", 2022, "63"), peers), "63-67")
    assert row["median"] == pytest.approx(64.445)
    assert row["difference"] == pytest.approx(0.425)
    assert (row["count"], row["peers"], row["reason"]) == (4, 4, "")


def test_the_median_says_how_many_peers_were_measured(release: Release) -> None:
    # PAPI 2024 did not measure Tiền Giang (82) nor code 26: Đắk Lắk 43.010228, Đắk Nông 40.537382.
    key = EditionKey("PAPI", 2024, "63")
    row = _row(peer_medians(release, key, _peers("63-67", ["63-82", "63-66"])), "63-67")
    assert (row["count"], row["peers"], row["median"]) == (1, 2, 43.010228)
    nobody = _row(peer_medians(release, key, _peers("63-67", ["63-82", "63-26"])), "63-67")
    assert (nobody["count"], nobody["reason"]) == (0, "no_figure")
    itself = _row(peer_medians(release, key, _peers("63-82", ["63-66"])), "63-82")
    assert (itself["count"], itself["reason"]) == (1, "no_figure")


_KEY = EditionKey("PCI", 2022, "63")


@pytest.fixture(scope="module")
def one_edition(release: Release) -> Release:
    """A release of PCI 2022 totals alone, quick to make again with other scores."""
    held = release.observations
    rows = (held["index"] == "PCI") & (held["year"] == 2022) & (held["component"] == "overall")
    return replace(release, observations=held[rows].reset_index(drop=True), former_units=release.former_units.iloc[:0])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(0, 12), min_size=63, max_size=63), st.integers(0, 62), st.integers(1, 5))
def test_more_points_never_lower_the_place_and_ties_share_it(
    one_edition: Release, scores: list[int], chosen: int, more: int
) -> None:
    units = one_edition.observations["unit"].astype("str").tolist()
    sets = {"even": units[::2], "odd": units[1::2]}

    def places(values: list[int]) -> dict[str, int]:
        held = one_edition.observations.assign(score=[float(value) for value in values])
        table = places_in_sets(replace(one_edition, observations=held), _KEY, sets)
        assert isinstance(table, pd.DataFrame)
        return {str(unit): int(place) for unit, place in zip(table["unit"], table["place"], strict=True)}

    before = places(scores)
    for members in sets.values():
        for unit in members:
            own = scores[units.index(unit)]
            assert before[unit] == 1 + sum(scores[units.index(other)] > own for other in members)
    raised = [score + more if position == chosen else score for position, score in enumerate(scores)]
    assert places(raised)[units[chosen]] <= before[units[chosen]]
