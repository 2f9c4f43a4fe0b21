from typing import Any, cast

import pandas as pd
import pytest
from invented_breaks import with_break_of_ha_noi

from indicators.catalogue import OVERALL, EditionKey
from indicators.change import Change, change_between, previous_edition
from indicators.release import Release


def _change(release: Release, index: str, first: int, last: int, component: str = OVERALL) -> Change:
    return change_between(release, EditionKey(index, first, "63"), EditionKey(index, last, "63"), component)


def _row(change: Change, unit: str) -> dict[str, Any]:
    return cast("dict[str, Any]", change.table[change.table["unit"] == unit].iloc[0].to_dict())


@pytest.mark.parametrize(
    ("index", "first", "last", "unit", "scores"),
    [
        ("PAPI", 2017, 2018, "63-67", (34.569255, 44.587609)),
        ("SIPAS", 2021, 2022, "63-22", (94.07, 87.59)),
        ("DTI", 2023, 2024, "63-48", (0.8340, 0.8335)),
    ],
)
def test_rule_1_across_a_break_both_figures_stand_and_no_change(
    release: Release, index: str, first: int, last: int, unit: str, scores: tuple[float, float]
) -> None:
    change = _change(release, index, first, last)
    row = _row(change, unit)
    assert (row["score_from"], row["score_to"]) == scores
    assert change.table["score_change"].isna().all()
    assert change.table["place_change"].isna().all()
    assert set(change.table["direction"]) == {""}


def test_rule_1_across_a_revision_the_change_is_given(release: Release) -> None:
    change = _change(release, "PAR", 2023, 2024)
    row = _row(change, "63-22")
    assert change.comparison.degree == "revision"
    assert row["score_change"] == pytest.approx(-0.69)  # Quảng Ninh: 92.18, then 91.49
    assert (row["place_from"], row["place_to"], row["place_change"], row["direction"]) == (1, 4, -3, "down")
    assert row["place_kind"] == "rank"


def test_rule_1_nothing_of_the_63_changes_into_the_34(release: Release) -> None:
    change = change_between(release, EditionKey("DTI", 2024, "63"), EditionKey("DTI", 2024, "34"))
    assert change.comparison.degree == "unit_system"
    assert len(change.table) == 34
    assert change.table["score_from"].isna().all()
    assert change.table["score_change"].isna().all()
    assert change.table["place_change"].isna().all()


def test_rule_3_places_are_those_among_the_59_that_both_editions_measured(release: Release) -> None:
    change = _change(release, "PAPI", 2022, 2023)
    assert (change.fields_differ, change.common) == (True, 59)
    hue = _row(change, "63-46")
    assert (hue["place_from"], hue["place_to"], hue["place_kind"]) == (3, 1, "order")
    assert (hue["place_of_from"], hue["place_of_to"]) == (59, 59)
    dak_nong = _row(change, "63-67")
    assert (dak_nong["place_from"], dak_nong["place_to"], dak_nong["place_change"]) == (49, 59, -10)
    assert dak_nong["score_change"] == pytest.approx(-1.55633)


@pytest.mark.parametrize("unit", ["63-22", "63-74", "63-24", "63-27"])
def test_a_province_that_one_edition_left_out_has_no_change(release: Release, unit: str) -> None:
    row = _row(_change(release, "PAPI", 2022, 2023), unit)
    assert pd.isna(row["score_change"])
    assert pd.isna(row["place_change"])
    assert (row["place_kind"], row["direction"]) == ("", "")


def test_rule_3_papi_2023_and_2024_have_61_each_and_not_the_same_61(release: Release) -> None:
    change = _change(release, "PAPI", 2023, 2024)
    assert (change.fields_differ, change.common) == (True, 59)


def test_rule_3_a_rank_change_of_2006_and_2007_is_one_among_64(release: Release) -> None:
    change = _change(release, "PCI", 2006, 2007)
    row = _row(change, "63-67")
    assert not change.fields_differ
    assert (row["place_from"], row["place_to"], row["direction"]) == (63, 64, "down")
    assert (row["place_of_from"], row["place_of_to"]) == (64, 64)


def test_a_publication_only_leaves_score_and_rank_comparable(release: Release) -> None:
    change = _change(release, "PCI", 2022, 2023)
    assert change.comparison.degree == "publication"
    row = _row(change, "63-67")
    assert row["score_change"] == pytest.approx(2.92)  # Đắk Nông: 64.87, then 67.79
    assert (row["place_from"], row["place_to"], row["direction"]) == (38, 21, "up")


def test_rule_3_a_rank_among_the_best_30_is_never_said_to_be_one_of_63(release: Release) -> None:
    change = _change(release, "PCI", 2022, 2023)
    dak_nong, nghe_an = _row(change, "63-67"), _row(change, "63-40")
    assert (dak_nong["place_of_from"], dak_nong["place_of_to"]) == (63, 30)
    assert (nghe_an["place_from"], nghe_an["place_of_from"], nghe_an["place_to"]) == (23, 63, 44)
    assert pd.isna(nghe_an["place_of_to"])  # the 44th place was announced by the province


def test_rule_2_no_order_changes_in_an_edition_held_in_part(release: Release) -> None:
    table = _change(release, "PAR", 2021, 2022).table
    moved = table[table["place_change"].notna()]
    assert set(moved["place_kind"]) <= {"rank"}
    assert table[table["rank_from"].isna() | table["rank_to"].isna()]["place_change"].isna().all()


def test_one_score_missing_leaves_the_change_open(release: Release) -> None:
    row = _row(_change(release, "PAR", 2023, 2024), "63-79")  # TP. Hồ Chí Minh: 86.97, then a rank without a score
    assert pd.isna(row["score_change"])
    assert row["place_change"] == 12


def test_the_edition_before_is_the_last_one_that_holds_a_figure(release: Release) -> None:
    before = previous_edition(release, EditionKey("PCI", 2013, "63"), "bias")
    assert before is not None
    assert before.key.year == 2008
    assert previous_edition(release, EditionKey("PAPI", 2011, "63")) is None
    assert previous_edition(release, EditionKey("DTI", 2024, "34")) is None


def test_rule_1_across_a_break_of_one_province_it_alone_has_no_change(release: Release) -> None:
    keys = (EditionKey("PCI", 2015, "63"), EditionKey("PCI", 2016, "63"))
    table = change_between(with_break_of_ha_noi(release), *keys, "land").table.set_index("unit")
    assert (table.loc["63-01", "degree"], table.loc["63-22", "degree"]) == ("break", "same")
    assert (table.loc["63-01", "score_from"], table.loc["63-01", "score_to"]) == (4.12, 4.16)
    assert bool(table.loc[["63-01"], ["score_change", "place_change"]].isna().to_numpy().all())
    assert (table.loc["63-01", "place_kind"], table.loc["63-01", "direction"]) == ("", "")
    assert (table.loc["63-22", "score_change"], table.loc["63-22", "place_change"]) == (-0.19, 1)


def test_the_degree_of_a_change_is_that_of_the_editions_where_no_province_is_named(release: Release) -> None:
    assert set(_change(release, "PAPI", 2017, 2018).table["degree"]) == {"break"}
    across = change_between(release, EditionKey("DTI", 2024, "63"), EditionKey("DTI", 2024, "34"))
    assert set(across.table["degree"]) == {"unit_system"}
