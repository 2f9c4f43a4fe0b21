"""Which points of a history a line may join: neighbouring editions of one method series that are both held."""

from collections.abc import Sequence

import pandas as pd


def joined_runs(history: pd.DataFrame, columns: Sequence[str] = ("score",)) -> pd.Series:
    """Number the runs of each unit; a line joins the points of one run and never passes from one to another.

    `history`: unit (or line), year, segment and the columns asked for. Two points belong to one run when no edition
    lies between them, they are of one segment, and at least one of the columns is held in both. A row with none of them
    has no run.
    Returns Int64 on the index of `history`.
    """
    series = "unit" if "unit" in history.columns else "line"
    position = {year: number for number, year in enumerate(sorted({int(year) for year in history["year"]}))}
    runs = pd.Series(pd.NA, history.index, dtype="Int64")
    for _, own in history.sort_values("year").groupby(series, sort=False):
        held = own[list(columns)].notna()
        run = -1
        before: tuple[int, int] | None = None
        held_before: set[str] = set()
        for label, year, segment in zip(own.index, own["year"], own["segment"], strict=True):
            held_now = {column for column in columns if bool(held.at[label, column])}
            here = (position[int(year)], int(segment))
            if held_now:
                joins = before == (here[0] - 1, here[1]) and bool(held_now & held_before)
                run += 0 if joins else 1
                runs.at[label] = run
            before, held_before = (here, held_now) if held_now else (None, set())
    return runs
