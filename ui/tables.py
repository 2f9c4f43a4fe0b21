"""Tables for reading: numbers with a decimal comma that are still numbers to a header sort."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from wording.numbers import NO_FIGURE

Cell = Callable[[Any], str]

ROW_HEIGHT = 34
HEADER_HEIGHT = 36
CHOSEN_STYLE = "background-color: #fdeee6; font-weight: 600"


@dataclass(frozen=True)
class Column:
    """One column of a table: the name of its values in the frame, its heading, and how a value is written.

    `marks` holds what stands behind the value of each row, such as "(*)", on the index of the frame; "" for nothing.
    """

    name: str
    heading: str
    written: Cell | None = None
    marks: pd.Series | None = None
    config: Mapping[str, Any] = field(default_factory=dict[str, Any])


def show_table(
    frame: pd.DataFrame,
    columns: Sequence[Column],
    *,
    alternative: str,
    chosen: Sequence[str] = (),
    rows_shown: int = 20,
    row_height: int = ROW_HEIGHT,
) -> None:
    """Draw a table of the columns of a frame, which also holds `unit` and has an index without repeats.

    Rows of `chosen` units stand out. Text goes on over lines where `row_height` is over four rem.

    `alternative` is the text alternative of the table.
    """
    shown = frame[[column.name for column in columns]]
    styler = shown.style.format(na_rep=NO_FIGURE)
    for column in columns:
        for mark, rows in _rows_by_mark(frame, column).items():
            if column.written is not None or mark:
                written = partial(_with_mark, column.written or str, mark)
                styler = styler.format(written, subset=pd.IndexSlice[rows, [column.name]], na_rep=NO_FIGURE)
    marked = list(frame.index[frame["unit"].isin(list(chosen))])
    if marked:
        styler = styler.map(lambda _: CHOSEN_STYLE, subset=pd.IndexSlice[marked, :])
    st.dataframe(
        styler,
        hide_index=True,
        column_config={column.name: _config(column) for column in columns},
        row_height=row_height,
        height=HEADER_HEIGHT + row_height * min(len(frame), rows_shown) + 3,
        alt=alternative,
        placeholder=NO_FIGURE,
    )


def _rows_by_mark(frame: pd.DataFrame, column: Column) -> dict[str, list[int]]:
    if column.marks is None:
        return {"": list(frame.index)}
    marks = column.marks.loc[frame.index].astype("str")
    return {mark: list(marks.index[marks == mark]) for mark in marks.unique()}


def _with_mark(written: Cell, mark: str, value: object) -> str:
    text = written(value)
    joint = "" if mark.startswith("/") else " "
    return f"{text}{joint}{mark}" if mark and text != NO_FIGURE else text


def _config(column: Column) -> Any:
    kind = column.config.get("kind")
    options = {name: value for name, value in column.config.items() if name != "kind"}
    if kind == "line":
        return st.column_config.LineChartColumn(column.heading, **options)
    if kind == "link":
        return st.column_config.LinkColumn(column.heading, **options)
    return st.column_config.Column(column.heading, **options)
