"""Which scores of a history a line may join: neighbouring editions of one method series that are both held."""

import pandas as pd


def joined_runs(history: pd.DataFrame) -> pd.Series:
    """Number the runs of scores of each unit; a line joins the points of one run and never passes from one to another.

    `history`: unit, year, segment, score. Two points belong to one run when no edition lies between them, they are of
    one segment, and both scores are held. A row without a score has no run.
    Returns Int64 on the index of `history`.
    """
    rows = history.sort_values(["unit", "year"])
    held = rows["score"].notna()
    position = rows["year"].rank(method="dense")
    follows = (
        (rows["unit"] == rows["unit"].shift())
        & (position == position.shift() + 1)
        & (rows["segment"] == rows["segment"].shift())
        & held
        & held.shift(fill_value=False)
    )
    number = (held & ~follows).groupby(rows["unit"]).cumsum() - 1
    return number.astype("Int64").where(held).reindex(history.index)
