"""What must hold of the mean of the predecessors of a merged province, whatever their scores and populations."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.succession import mean_of_predecessors

_SCORES = st.floats(0, 100, allow_nan=False)
_PEOPLE = st.floats(1, 1e7, allow_nan=False)
_PREDECESSORS = st.lists(st.tuples(_SCORES, _PEOPLE), min_size=1, max_size=6)


def _split(predecessors: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [score for score, _ in predecessors], [people for _, people in predecessors]


@given(_PREDECESSORS, st.booleans())
def test_the_weights_sum_to_one(predecessors: list[tuple[float, float]], plain: bool) -> None:
    scores, people = _split(predecessors)
    populations = None if plain else people
    mean = mean_of_predecessors(scores, populations)
    # What a point more of one predecessor adds to the mean is its weight.
    raised = [[*scores[:place], scores[place] + 1, *scores[place + 1 :]] for place in range(len(scores))]
    weights = [mean_of_predecessors(more, populations) - mean for more in raised]
    assert sum(weights) == pytest.approx(1, abs=1e-9)
    assert min(weights) >= -1e-9


@given(_SCORES, st.lists(_PEOPLE, min_size=1, max_size=6), st.booleans())
def test_equal_scores_give_that_score(score: float, people: list[float], plain: bool) -> None:
    mean = mean_of_predecessors([score] * len(people), None if plain else people)
    assert mean == pytest.approx(score, abs=1e-9)


@given(_PREDECESSORS, st.booleans())
def test_the_mean_lies_within_the_range(predecessors: list[tuple[float, float]], plain: bool) -> None:
    scores, people = _split(predecessors)
    mean = mean_of_predecessors(scores, None if plain else people)
    assert min(scores) - 1e-9 <= mean <= max(scores) + 1e-9


@given(_PREDECESSORS, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_predecessors_does_not_matter(
    predecessors: list[tuple[float, float]], plain: bool, chance: random.Random
) -> None:
    scores, people = _split(predecessors)
    moved = list(predecessors)
    chance.shuffle(moved)
    moved_scores, moved_people = _split(moved)
    mean = mean_of_predecessors(scores, None if plain else people)
    assert mean_of_predecessors(moved_scores, None if plain else moved_people) == pytest.approx(mean, abs=1e-9)


@given(_PREDECESSORS)
def test_as_many_people_everywhere_give_the_plain_mean(predecessors: list[tuple[float, float]]) -> None:
    scores, _ = _split(predecessors)
    weighted = mean_of_predecessors(scores, [1_234_500.0] * len(scores))
    assert weighted == pytest.approx(mean_of_predecessors(scores, None), abs=1e-9)


@given(st.lists(_SCORES, min_size=2, max_size=2), st.lists(_PEOPLE, min_size=4, max_size=4, unique=True))
def test_the_more_people_the_nearer_the_mean(scores: list[float], people: list[float]) -> None:
    own, other = scores
    distances = [abs(mean_of_predecessors([own, other], [count, 1e6]) - own) for count in sorted(people)]
    assert all(nearer <= farther + 1e-9 for farther, nearer in pairwise(distances))
