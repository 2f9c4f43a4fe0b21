"""What must hold of the part that contributed most, whatever the contributions."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from indicators.decomposition import largest_contributions

_CONTRIBUTIONS = st.lists(
    st.lists(st.integers(-8, 8).map(lambda n: n / 4), min_size=3, max_size=3), min_size=1, max_size=10
)


def _frame(rows: list[list[float]]) -> tuple[pd.DataFrame, pd.Series]:
    contributions = pd.DataFrame(rows, columns=["a", "b", "c"])
    return contributions, contributions.sum(axis="columns")


@given(_CONTRIBUTIONS)
def test_the_largest_goes_with_the_whole_and_no_other_goes_farther(rows: list[list[float]]) -> None:
    contributions, whole = _frame(rows)
    largest = largest_contributions(contributions, whole)
    assert set(largest.index) == set(whole.index[whole != 0])
    moved = whole[whole != 0].tolist()
    for values, change, row in zip(
        contributions.loc[largest.index].to_numpy().tolist(), moved, largest.to_dict("records"), strict=True
    ):
        parts = dict(zip(("a", "b", "c"), values, strict=True))
        rises = change > 0
        assert (row["largest_contribution"] > 0) == rises
        extreme = max(parts.values()) if rises else min(parts.values())
        assert row["largest_contribution"] == extreme
        assert row["largest_component"] == ";".join(name for name, value in parts.items() if value == extreme)


@given(_CONTRIBUTIONS)
def test_a_mirrored_change_has_the_same_parts(rows: list[list[float]]) -> None:
    contributions, whole = _frame(rows)
    largest, mirrored = largest_contributions(contributions, whole), largest_contributions(-contributions, -whole)
    assert largest["largest_component"].tolist() == mirrored["largest_component"].tolist()
    assert (largest["largest_contribution"] == -mirrored["largest_contribution"]).all()
