"""What must hold of the parts and the remainder of a change, whatever the figures, weights and breaks."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.decomposition import Figures, part_changes

# Each example holds four units, and building frames takes most of the time.
_few = settings(max_examples=20)
_PARTS = ["a", "b", "c"]
_UNITS = [f"63-{code:02d}" for code in range(1, 5)]
_SCORE = st.one_of(st.none(), st.integers(0, 10_000).map(lambda n: n / 1000))
_ROW = st.lists(_SCORE, min_size=len(_PARTS) + 1, max_size=len(_PARTS) + 1)
_TABLE = st.lists(_ROW, min_size=len(_UNITS), max_size=len(_UNITS))
_WEIGHTS = st.lists(st.integers(0, 100).map(lambda n: n / 100), min_size=len(_PARTS), max_size=len(_PARTS))
_CUT = st.lists(
    st.lists(st.booleans(), min_size=len(_PARTS) + 1, max_size=len(_PARTS) + 1),
    min_size=len(_UNITS), max_size=len(_UNITS),
)  # fmt: skip


@dataclass(frozen=True)
class _Case:
    """Two editions of a total `t` of three parts, their weights, and where breaks lie."""

    before: pd.DataFrame
    after: pd.DataFrame
    weights: pd.DataFrame
    cut: pd.DataFrame

    def answers(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        editions = [Figures(scores, scores.notna() * 0.005) for scores in (self.before, self.after)]
        return part_changes("t", self.weights, editions, self.cut)


def _scores(rows: list[list[float | None]]) -> pd.DataFrame:
    return pd.DataFrame(rows, index=_UNITS, columns=["t", *_PARTS], dtype="float64")


@st.composite
def _cases(draw: st.DrawFn, *, breaks: bool = True) -> _Case:
    weights = pd.DataFrame({"before": draw(_WEIGHTS), "after": draw(_WEIGHTS)}, index=_PARTS)
    marked = draw(_CUT) if breaks else [[False] * (len(_PARTS) + 1)] * len(_UNITS)
    cut = pd.DataFrame(marked, index=_UNITS, columns=["t", *_PARTS])
    return _Case(_scores(draw(_TABLE)), _scores(draw(_TABLE)), weights, cut)


@_few
@given(_cases())
def test_parts_and_remainder_are_the_whole(case: _Case) -> None:
    parts, units = case.answers()
    answered = units[units["reason"] == ""].set_index("unit")
    assert answered[["whole", "parts", "remainder"]].notna().all(axis=None)
    assert ((answered["parts"] + answered["remainder"] - answered["whole"]).abs() <= 1e-9).all()
    summed = parts.groupby("unit")["contribution"].sum().reindex(answered.index)
    np.testing.assert_allclose(summed, answered["parts"], rtol=0, atol=2e-6)


@_few
@given(_cases())
def test_the_whole_is_the_change_of_the_total_itself(case: _Case) -> None:
    _, units = case.answers()
    held = units[units["whole"].notna()].set_index("unit")
    expected = (case.after["t"] - case.before["t"]).reindex(held.index)
    np.testing.assert_allclose(held["whole"], expected, rtol=0, atol=1e-6)


@_few
@given(_cases())
def test_missing_in_is_missing_out(case: _Case) -> None:
    parts, units = case.answers()
    lacks = case.before.isna() | case.after.isna()
    said = units.set_index("unit")
    assert said.loc[lacks["t"], "reason"].eq("no_figure").all()
    assert said.loc[lacks["t"], ["whole", "parts", "remainder"]].isna().all(axis=None)
    unheld = (lacks[_PARTS] & ~case.cut[_PARTS]).any(axis="columns")
    assert (said.loc[unheld, "reason"] != "").all()
    assert said.loc[said["reason"] != "", ["parts", "remainder"]].isna().all(axis=None)
    assert not said.loc[said["reason"] != "", "exact"].any()
    # Every row says why it has no contribution, and none that has one does.
    assert (parts["contribution"].isna() == (parts["reason"] != "")).all()
    absent = [bool(lacks.loc[unit, part]) for unit, part in zip(parts["unit"], parts["component"], strict=True)]
    assert parts.loc[absent, "contribution"].isna().all()


@_few
@given(_cases(breaks=False), st.sampled_from(_PARTS))
def test_what_makes_the_total_exactly_leaves_no_remainder(case: _Case, part: str) -> None:
    before, after = (
        scores.assign(t=(scores[_PARTS] * case.weights[year]).sum(axis="columns", skipna=False))
        for scores, year in ((case.before, "before"), (case.after, "after"))
    )
    _, units = _Case(before, after, case.weights, case.cut).answers()
    answered = units[units["reason"] == ""]
    assert (answered["remainder"].abs() <= 1e-5).all()
    assert answered["exact"].all()
    # A part that lies across a break leaves its share in the remainder and nothing exact.
    _, cut_units = _Case(before, after, case.weights, case.cut.assign(**{part: True})).answers()
    assert not cut_units["exact"].any()


@_few
@given(_cases())
def test_a_lens_never_comes_in(case: _Case) -> None:
    lens = pd.Series(range(1, len(_UNITS) + 1), _UNITS, dtype="float64") * 97
    with_lens = _Case(case.before.assign(lens=0.0), case.after.assign(lens=lens), case.weights, case.cut)
    for answered, usual in zip(with_lens.answers(), case.answers(), strict=True):
        pd.testing.assert_frame_equal(answered, usual)


@_few
@given(_cases(), st.permutations(_PARTS))
def test_the_order_of_parts_does_not_matter(case: _Case, order: list[str]) -> None:
    _, units = case.answers()
    _, moved = _Case(case.before, case.after, case.weights.loc[order], case.cut).answers()
    figures = ["whole", "parts", "remainder", "rounding"]
    assert moved[figures].to_numpy() == pytest.approx(units[figures].to_numpy(), abs=2e-6, nan_ok=True)
    assert moved["reason"].tolist() == units["reason"].tolist()
