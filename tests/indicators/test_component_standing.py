"""By which edition a province is judged by component, and what leads up to it."""

from typing import cast

import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.component_standing import ComponentStanding, component_standing, percentile_trends
from indicators.release import Release
from indicators.strengths import Strengths

_DAK_NONG, _TIEN_GIANG, _HA_NOI, _HA_NAM = "63-67", "63-82", "63-01", "63-35"


def _standing(
    release: Release, index: str, *units: str, last_year: int = 2024, every_level: bool = False
) -> ComponentStanding:
    found = component_standing(release, index, units, last_year, every_level=every_level)
    assert found is not None
    return found


def test_every_component_that_stands_out_is_marked(release: Release) -> None:
    # VCCI's workbook of 2023: Đắk Nông has 8.17 in legal institutions, the 4th of 63, and 4.98 in labour, the 60th.
    found = _standing(release, "PCI", _DAK_NONG)
    assert found.key == EditionKey("PCI", 2023, "63")
    rows = found.table.set_index("component")
    assert rows["kind"].to_dict() == {
        "entry": "weakness", "land": "strength", "transparency": "weakness", "time": "strength",
        "informal": "strength", "bias": "", "proactivity": "weakness", "support": "strength", "labor": "weakness",
        "legal": "strength",
    }  # fmt: skip
    assert (rows.loc["legal", "score"], rows.loc["legal", "place"], rows.loc["labor", "place"]) == (8.17, 4, 60)
    # PCI 2024 holds sub-indices of a few provinces only.
    assert found.newer == (EditionKey("PCI", 2024, "63"),)


def test_an_edition_without_the_province_is_passed_over(release: Release) -> None:
    # PAPI 2024 did not measure Tiền Giang.
    found = _standing(release, "PAPI", _TIEN_GIANG)
    assert (found.key.year, found.newer) == (2023, (EditionKey("PAPI", 2024, "63"),))
    assert len(found.table) == 8
    assert len(_standing(release, "PAPI", _TIEN_GIANG, every_level=True).table) == 36


def test_the_year_bounds_the_edition(release: Release) -> None:
    assert _standing(release, "PCI", _DAK_NONG, last_year=2021).key.year == 2019
    assert component_standing(release, "DTI", (_DAK_NONG,), 2019) is None


@pytest.mark.parametrize(("index", "year"), [("PAR", 2024), ("SIPAS", 2024)])
def test_where_nobody_can_be_judged_the_newest_edition_says_why(release: Release, index: str, year: int) -> None:
    found = _standing(release, index, _HA_NAM)
    assert isinstance(found.answer, CannotBeSaid)
    assert (found.answer.reason, found.key.year) == ("edition_not_whole", year)
    assert found.table.empty


def test_scores_held_of_some_provinces_are_kept_and_not_judged(release: Release) -> None:
    # PAR INDEX 2022: the steering of Đắk Nông is held, and that of few others.
    found = _standing(release, "PAR", _DAK_NONG)
    assert isinstance(found.answer, CannotBeSaid)
    assert found.key.year == 2022
    row = found.table.iloc[0]
    assert (row["component"], row["score"], row["kind"], row["reason"]) == ("steering", 8.94, "", "edition_not_whole")
    assert found.table["percentile"].isna().all()


def test_a_province_of_today_is_looked_for_in_both_systems(release: Release) -> None:
    found = _standing(release, "DTI", _HA_NOI, "34-01")
    assert isinstance(found.answer, Strengths)
    assert (found.key, found.unit) == (EditionKey("DTI", 2024, "63"), _HA_NOI)
    assert EditionKey("DTI", 2024, "34") in found.newer


def _trend(release: Release, index: str, year: int, component: str, unit: str) -> dict[int, float]:
    trends = percentile_trends(release, EditionKey(index, year, "63"), (component,))
    return cast("dict[int, float]", trends[component].to_dict()[unit])


def test_trends_stop_at_a_change_of_method_and_at_a_gap(release: Release) -> None:
    # The method of PCI changed in 2022; (63 − 59) of the 62 others score lower in 2023.
    pci = _trend(release, "PCI", 2023, "entry", _DAK_NONG)
    assert list(pci) == [2022, 2023]
    assert pci[2023] == pytest.approx(4 / 62 * 100)
    assert list(_trend(release, "PAPI", 2024, "D7", _DAK_NONG)) == list(range(2018, 2025))
    # PAPI 2024 left Tiền Giang out, PAPI 2023 Quảng Ninh.
    assert _trend(release, "PAPI", 2024, "D7", _TIEN_GIANG) == {}
    assert list(_trend(release, "PAPI", 2024, "D7", "63-22")) == [2024]


def test_a_component_that_is_not_whole_has_no_trend(release: Release) -> None:
    assert _trend(release, "DTI", 2024, "nhan_thuc_so", _DAK_NONG) == {}
    assert list(_trend(release, "DTI", 2024, "ha_tang_so", _DAK_NONG)) == [2024]
