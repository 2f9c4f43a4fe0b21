import pytest

from indicators.catalogue import EditionKey
from indicators.movers import component_moves, province_moves
from indicators.release import Release


def test_the_moves_of_dak_nong_are_shares_of_one_scale_largest_rise_first(release: Release) -> None:
    moves = component_moves(release, "63-67")
    first = moves[0]
    assert (first.later, first.earlier.year, first.component) == (EditionKey("PCI", 2023, "63"), 2022, "support")
    assert (first.score, first.change, first.share) == (7.04, pytest.approx(1.22), pytest.approx(0.122))
    assert [move.share for move in moves] == sorted((move.share for move in moves), reverse=True)


def test_components_that_ended_before_the_newest_edition_are_not_listed(release: Release) -> None:
    # PCI 2012 has none of the components that it measured last in 2008.
    moves = [move for move in component_moves(release, "63-67", 2012) if move.later.index == "PCI"]
    assert moves
    assert {move.later.year for move in moves} == {2012}


def test_rule_1_a_component_with_a_break_is_no_mover(release: Release) -> None:
    # DTI 2024 has another method than 2023: no change of a main indicator is given.
    assert not [move for move in component_moves(release, "63-48") if move.later.index == "DTI"]


def test_rule_5_a_merged_province_has_no_moves_of_its_own(release: Release) -> None:
    assert component_moves(release, "34-68") == []


def test_the_provinces_that_moved_most(release: Release) -> None:
    moves = province_moves(release, EditionKey("PAPI", 2023, "63"))
    assert len(moves) == 59
    assert moves["unit"].iloc[0] == "63-02"  # Hà Giang: 41.146987, then 44.247927
    assert moves["score_change"].iloc[0] == pytest.approx(3.10094)
    assert moves["unit"].iloc[-1] == "63-51"  # Quảng Ngãi: 42.92836, then 40.489085


@pytest.mark.parametrize(("index", "year"), [("DTI", 2024), ("PAPI", 2018), ("PAPI", 2011)])
def test_rule_1_nobody_moves_over_a_break_or_from_nothing(release: Release, index: str, year: int) -> None:
    assert province_moves(release, EditionKey(index, year, "63")).empty
