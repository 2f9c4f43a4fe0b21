"""What must hold of percentiles and of the marks made from them, whatever the scores."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from indicators.component_percentiles import percentiles_among
from indicators.strengths import STRENGTH_FROM, WEAKNESS_TO, marked

# Scores of few decimals, so that ties are common, and some missing.
_SCORES = st.lists(st.one_of(st.none(), st.integers(0, 20).map(lambda n: n / 2)), min_size=2, max_size=30)
_PERCENTILES = st.lists(
    st.one_of(st.just(float("nan")), st.integers(0, 8).map(lambda n: n * 12.5)), min_size=1, max_size=9
)


def _percentiles(scores: list[float | None]) -> pd.Series:
    return percentiles_among(pd.DataFrame({"x": pd.Series(scores, dtype="float64")}))["x"]


@given(_SCORES, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(scores: list[float | None], chance: np.random.Generator) -> None:
    order = list(range(len(scores)))
    chance.shuffle(order)
    moved = _percentiles([scores[position] for position in order])
    pd.testing.assert_series_equal(moved, _percentiles(scores).iloc[order].reset_index(drop=True))


@given(_SCORES)
def test_missing_stays_missing_and_equal_scores_share(scores: list[float | None]) -> None:
    percentiles = _percentiles(scores)
    held = [score for score in scores if score is not None]
    if len(held) > 1:
        assert percentiles.isna().tolist() == [score is None for score in scores]
    assert percentiles.dropna().between(0, 100).all()
    by_score = pd.DataFrame({"score": scores, "percentile": percentiles}).dropna().groupby("score")["percentile"]
    assert (by_score.nunique() == 1).all()


@given(_SCORES)
def test_scores_turned_round_turn_percentiles_round(scores: list[float | None]) -> None:
    turned = _percentiles([None if score is None else -score for score in scores])
    np.testing.assert_allclose(turned, 100 - _percentiles(scores), atol=1e-9)


@given(_SCORES, st.data())
def test_more_points_never_lower_the_percentile(scores: list[float | None], data: st.DataObject) -> None:
    held = [position for position, score in enumerate(scores) if score is not None]
    if not held:
        return
    chosen = data.draw(st.sampled_from(held))
    more = list(scores)
    more[chosen] = (scores[chosen] or 0) + data.draw(st.integers(1, 10))
    before, after = _percentiles(scores)[chosen], _percentiles(more)[chosen]
    assert pd.isna(before) or after >= before


@given(_PERCENTILES, st.integers(0, 4))
def test_marks_keep_their_bounds_and_their_number(percentiles: list[float], count: int) -> None:
    values = np.array([percentiles])
    kinds = marked(values, count)[0]
    for kind, within in (("strength", values[0] >= STRENGTH_FROM), ("weakness", values[0] <= WEAKNESS_TO)):
        chosen = kinds == kind
        assert chosen.sum() == min(count, within.sum())
        assert within[chosen].all()
        left = values[0][within & ~chosen]
        if len(left) and chosen.any():
            worst = values[0][chosen].min() if kind == "strength" else values[0][chosen].max()
            assert (left <= worst).all() if kind == "strength" else (left >= worst).all()
