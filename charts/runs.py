"""Which points of a history a line may join: neighbouring editions of one method series that are both held."""

from collections.abc import Sequence

import pandas as pd


def joined_runs(history: pd.DataFrame, columns: Sequence[str] = ("score",)) -> pd.Series:
    """Number the runs of each unit; a line joins the points of one run and never passes from one to another.

    `history`: unit, year, segment and the columns asked for. Two points belong to one run when no edition
    lies between them, they are of one segment, and at least one of the columns is held in both. A row with none of
    them has no run.
    Returns Int64 on the index of `history`.
    """
    rows = history.sort_values(["unit", "year"])
    held = rows[list(columns)].notna()
    position = rows["year"].rank(method="dense")
    follows = (
        (rows["unit"] == rows["unit"].shift())
        & (position == position.shift() + 1)
        & (rows["segment"] == rows["segment"].shift())
        & (held & held.shift(fill_value=False)).any(axis="columns")
    )
    some = held.any(axis="columns")
    number = (some & ~follows).groupby(rows["unit"]).cumsum() - 1
    return number.astype("Int64").where(some).reindex(history.index)
