"""What must hold of own and field movement, whatever the scores."""

import random

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from indicators.movement import places_between

# Scores of few values, so that ties are common.
_SCORE = st.integers(0, 12).map(lambda n: n / 2)
_EDITIONS = st.integers(2, 20).flatmap(
    lambda count: st.tuples(*(st.lists(_SCORE, min_size=count, max_size=count) for _ in range(2)))
)


def _places(before: list[float], after: list[float]) -> pd.DataFrame:
    return places_between(pd.Series(before, dtype="float64"), pd.Series(after, dtype="float64"))


@given(_EDITIONS)
def test_own_and_field_add_up_to_the_whole(editions: tuple[list[float], list[float]]) -> None:
    places = _places(*editions)
    assert (places["own"] + places["field"] == places["whole"]).all()
    assert places["place_between"].between(1, len(places)).all()


@given(_EDITIONS)
def test_a_kept_score_has_no_own_movement(editions: tuple[list[float], list[float]]) -> None:
    before, after = editions
    assert _places(before, [before[0], *after[1:]])["own"].iloc[0] == 0


@given(_EDITIONS)
def test_where_all_others_keep_their_scores_the_field_does_not_move(editions: tuple[list[float], list[float]]) -> None:
    before, after = editions
    assert _places(before, [after[0], *before[1:]])["field"].iloc[0] == 0


@given(_EDITIONS)
def test_a_higher_own_score_never_lowers_the_place(editions: tuple[list[float], list[float]]) -> None:
    places = _places(*editions)
    rose = pd.Series(editions[1]) >= pd.Series(editions[0])
    assert (places.loc[rose, "own"] >= 0).all()
    assert (places.loc[~rose, "own"] <= 0).all()


@given(_EDITIONS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(editions: tuple[list[float], list[float]], chance: random.Random) -> None:
    before, after = editions
    order = list(range(len(before)))
    chance.shuffle(order)
    moved = _places([before[position] for position in order], [after[position] for position in order])
    pd.testing.assert_frame_equal(moved, _places(before, after).iloc[order].reset_index(drop=True))


@given(_EDITIONS, st.integers(0, 19))
def test_units_of_one_edition_only_are_left_out(editions: tuple[list[float], list[float]], gone: int) -> None:
    before, after = (pd.Series(scores, dtype="float64") for scores in editions)
    kept = before.index[before.index != gone % len(before)]
    pd.testing.assert_frame_equal(places_between(before[kept], after), places_between(before[kept], after[kept]))
