"""What must hold of the points between places, whatever the scores."""

import random

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from indicators.ranking import competition_ranks
from indicators.robustness import FARTHEST, separations

_SCORES = st.lists(st.integers(0, 40).map(lambda n: n / 100), min_size=1, max_size=25)
_STEP = 0.01


def _separations(scores: list[float]) -> pd.DataFrame:
    held = pd.Series(scores, dtype="float64")
    return separations(held, competition_ranks(held).astype("int64"), _STEP)


@given(_SCORES)
def test_points_grow_with_the_places(scores: list[float]) -> None:
    table = _separations(scores)
    for end in ("up", "down"):
        gaps = table[[f"{end}_{k}" for k in range(1, FARTHEST + 1)]]
        assert bool((gaps.min(axis="columns").dropna() > 0).all())
        assert bool((gaps.diff(axis="columns").stack().dropna() >= 0).to_numpy().all())
        # Once the list ends it has ended.
        ended = gaps.isna().to_numpy()
        assert bool((ended[:, 1:] >= ended[:, :-1]).all())


@given(_SCORES)
def test_only_the_ends_have_nobody_beyond(scores: list[float]) -> None:
    table = _separations(scores)
    assert (table["up_1"].isna() == (table["score"] == max(scores))).all()
    assert (table["down_1"].isna() == (table["score"] == min(scores))).all()


@given(_SCORES)
def test_those_within_the_rounding_are_the_ties_and_the_close_ones(scores: list[float]) -> None:
    table = _separations(scores)
    assert (table["within"] >= table["tied"]).all()
    close = table["close_up"] | table["close_down"]
    assert ((table["within"] > table["tied"]) == close).all()
    assert (table["tied"] == [scores.count(score) - 1 for score in scores]).all()


@given(_SCORES, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(scores: list[float], chance: random.Random) -> None:
    order = list(range(len(scores)))
    chance.shuffle(order)
    moved = _separations([scores[position] for position in order])
    pd.testing.assert_frame_equal(moved, _separations(scores).iloc[order].reset_index(drop=True))
