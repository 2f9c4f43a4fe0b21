"""Strengths and weaknesses: real components by percentile, how long they have lasted, and where nothing can be said."""

from typing import Any, cast

import pandas as pd
import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.comparability import compare, degrees_between
from indicators.component_percentiles import component_percentiles
from indicators.measurement import completeness
from indicators.release import Release
from indicators.strengths import Strengths, strengths

_DAK_NONG = "63-67"


def _answer(release: Release, index: str, year: int, count: int = 3, *, every_level: bool = False) -> Strengths:
    answer = strengths(release, EditionKey(index, year, "63"), count, every_level=every_level)
    assert isinstance(answer, Strengths)
    return answer


def _cell(answer: Strengths, unit: str, component: str) -> dict[str, Any]:
    rows = answer.table[(answer.table["unit"] == unit) & (answer.table["component"] == component)]
    return cast("dict[str, Any]", rows.iloc[0].to_dict())


def test_sub_indices_are_judged_where_the_totals_are_not_held(release: Release) -> None:
    # PCI 2023, VCCI's workbook: three provinces score higher than Đắk Nông's 8.17 in legal institutions, 59 lower.
    assert not completeness(release, EditionKey("PCI", 2023, "63")).whole
    answer = _answer(release, "PCI", 2023)
    legal = _cell(answer, _DAK_NONG, "legal")
    assert (legal["score"], legal["maximum"], legal["kind"], legal["reason"]) == (8.17, 10.0, "strength", "")
    assert legal["percentile"] == pytest.approx(59 / 62 * 100)
    assert (legal["place"], legal["place_of"], legal["place_kind"]) == (4, 63, "order")


def test_the_most_extreme_come_first_and_at_most_as_many_as_asked_for(release: Release) -> None:
    # PCI 2023, VCCI's workbook: Đắk Nông is 60th in labour policy, 59th in entry costs, 58th in proactivity.
    assert _answer(release, "PCI", 2023).of(_DAK_NONG, "weakness")["component"].tolist() == [
        "labor",
        "entry",
        "proactivity",
    ]
    one = _answer(release, "PCI", 2023, count=1)
    assert one.of(_DAK_NONG, "weakness")["component"].tolist() == ["labor"]
    assert one.of(_DAK_NONG, "strength")["component"].tolist() == ["legal"]


def test_a_weakness_of_three_editions_is_persistent(release: Release) -> None:
    # PCI 2017, 2018 and 2019, VCCI's workbooks: Đắk Nông 61st, 62nd and 62nd in labour, 62nd, 61st and 58th in law.
    answer = _answer(release, "PCI", 2019)
    for component in ("labor", "legal"):
        cell = _cell(answer, _DAK_NONG, component)
        assert (cell["kind"], cell["lasting"], cell["lasting_reason"]) == ("weakness", "persistent", "")


def test_a_strength_that_was_none_the_year_before_is_new(release: Release) -> None:
    # PAPI D6.health: Đắk Nông is 10th of 61 in 2024 (percentile 85) and was lower than the best quarter in 2023.
    cell = _cell(_answer(release, "PAPI", 2024, every_level=True), _DAK_NONG, "D6.health")
    assert (cell["place"], cell["place_of"], cell["kind"], cell["lasting"]) == (10, 61, "strength", "new")


def test_across_a_break_neither_persistent_nor_new_is_said(release: Release) -> None:
    # DTI 2024 has other main indicators than 2023; PCI 2009 redefined business support.
    table = _answer(release, "DTI", 2024).table
    assert set(table.loc[table["kind"] != "", "lasting_reason"]) == {"break"}
    assert set(table["lasting"]) == {""}
    support = _answer(release, "PCI", 2009, count=9).table.query("component == 'support' and kind != ''")
    assert set(support["lasting"]) == {""}
    assert set(support["lasting_reason"]) == {"break"}


def test_persistent_is_not_said_where_an_edition_between_is_not_held(release: Release) -> None:
    # PCI 2021 is not held by sub-index: in 2023 a weakness of 2022 too may be of three editions or of two.
    cell = _cell(_answer(release, "PCI", 2023), _DAK_NONG, "labor")
    assert (cell["kind"], cell["lasting"], cell["lasting_reason"]) == ("weakness", "", "edition_not_whole")


def test_the_first_edition_has_none_before_it(release: Release) -> None:
    table = _answer(release, "PAPI", 2011).table
    assert set(table.loc[table["kind"] != "", "lasting_reason"]) == {"no_edition"}


def test_a_revision_between_is_marked(release: Release) -> None:
    # PCI 2017: indicators were revised, so that what is new or persistent since 2016 rests on a revision.
    table = _answer(release, "PCI", 2017).table
    said = table[table["lasting"] != ""]
    assert set(said.loc[said["component"] == "land", "cautious"]) == {True}


def test_only_whole_components_are_judged(release: Release) -> None:
    # DTI 2024: four of the eight main indicators are held for all 63.
    answer = _answer(release, "DTI", 2024)
    assert answer.whole == ("ha_tang_so", "hd_chinh_quyen_so", "hd_kinh_te_so", "hd_xa_hoi_so")
    others = answer.table[answer.table["component"].isin(answer.not_whole)]
    assert set(others["reason"]) == {"edition_not_whole"}
    assert others["percentile"].isna().all()
    assert set(others["kind"]) == {""}


def test_who_was_not_measured_has_no_figure(release: Release) -> None:
    # PAPI 2024 has 61 provinces.
    table = _answer(release, "PAPI", 2024).table
    absent = table[table["reason"] == "no_figure"]
    assert absent["unit"].nunique() == 2
    assert absent[["score", "percentile", "place"]].isna().all(axis=None)


def test_a_province_that_has_ended_counts_among_the_others(release: Release) -> None:
    # PCI 2006: 64 provinces with Hà Tây.
    land = _cell(_answer(release, "PCI", 2006), _DAK_NONG, "land")
    assert (land["score"], land["place_of"]) == (4.82, 64)
    assert _answer(release, "PCI", 2006).table["unit"].str.startswith("63-").all()


@pytest.mark.parametrize(
    ("index", "year", "system", "reason"),
    [
        ("PAR", 2022, "63", "edition_not_whole"),
        ("DTI", 2024, "34", "edition_not_whole"),
        ("PAR", 2014, "63", "parts_not_held"),
    ],
)
def test_nothing_is_said_where_no_component_is_whole(
    release: Release, index: str, year: int, system: Any, reason: str
) -> None:
    answer = strengths(release, EditionKey(index, year, system))
    assert isinstance(answer, CannotBeSaid)
    assert answer.reason == reason


@pytest.mark.parametrize(
    ("index", "earlier", "later"), [("PAPI", 2015, 2018), ("PCI", 2008, 2009), ("DTI", 2022, 2023)]
)
def test_degrees_at_once_are_those_of_each_comparison(release: Release, index: str, earlier: int, later: int) -> None:
    keys = EditionKey(index, earlier, "63"), EditionKey(index, later, "63")
    components = release.catalogue.index(index).components_in(later)
    degrees = degrees_between(release, *keys, components)
    for component in components:
        for unit in ("63-01", _DAK_NONG):
            assert degrees.loc[unit, component] == compare(release, *keys, component, unit).degree


def test_components_at_once_are_as_whole_as_each_by_itself(release: Release) -> None:
    for edition in release.catalogue.editions:
        components = release.catalogue.index(edition.key.index).components_in(edition.key.year)
        held = component_percentiles(release, edition.key, components)
        one_by_one = {name: completeness(release, edition.key, name) for name in components}
        assert held.whole == tuple(name for name in components if one_by_one[name].whole)
        assert held.held.to_dict() == {name: count.held for name, count in one_by_one.items()}
        assert held.due.to_dict() == {name: count.due for name, count in one_by_one.items()}


def test_the_frame_names_every_unit_in_vietnamese_order(release: Release) -> None:
    table = _answer(release, "PAPI", 2024).table
    assert table["unit"].drop_duplicates().tolist() == release.provinces.units("63")
    assert len(table) == 63 * 8
    assert isinstance(table["place"].dtype, pd.Int64Dtype)
