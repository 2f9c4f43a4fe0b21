"""Reads one CSV as text and says everything that is wrong with its shape, by line and column."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import pandas as pd
import pandera.errors

from etl.problems import Code, Problem, error
from etl.rules import Table

FILE_COLUMN = "row_file"
LINE_COLUMN = "row_line"


def read_text_table(path: Path, shown_as: str, columns: Iterable[str]) -> tuple[pd.DataFrame | None, list[Problem]]:
    """The rows of one CSV as text, its columns in the given order, then `row_file` and `row_line`; None if misshapen.

    Every problem of the shape is told: unreadable, wrong encoding, wrong header, a row that is too short or too long.
    """
    try:
        content = path.read_bytes()
    except OSError as failure:
        return None, [error(Code.FILE_MISSING, shown_as, f"cannot be read ({failure.strerror}); put the file there.")]
    try:
        content.decode("utf-8")
        frame = pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False, skip_blank_lines=False)
    except UnicodeDecodeError as failure:
        line = content.count(b"\n", 0, failure.start) + 1
        return None, [error(Code.FILE_UNREADABLE, shown_as, "is not UTF-8 text; save it as UTF-8.", line)]
    except pd.errors.EmptyDataError:
        return None, [error(Code.HEADER_WRONG, shown_as, "is empty; its first line must name the columns.", 1)]
    except pd.errors.ParserError as failure:
        reason = str(failure).removeprefix("Error tokenizing data. C error: ").strip()
        return None, [error(Code.ROW_WRONG_LENGTH, shown_as, f"{reason}; quote values that hold a comma.")]
    problems = _header_problems(list(frame.columns), list(columns), shown_as)
    if problems:
        return None, problems
    frame = frame[list(columns)]
    lines = _line_numbers(frame, may_break=b'"' in content)
    short = frame.isna().any(axis="columns") | (frame == "").all(axis="columns")
    problems = [
        error(Code.ROW_WRONG_LENGTH, shown_as, "has too few values; one value for each column.", int(line))
        for line in lines[short.to_numpy()]
    ]
    frame = frame.fillna("")
    frame[FILE_COLUMN] = shown_as
    frame[LINE_COLUMN] = lines
    return frame, problems


def _header_problems(found: list[str], expected: list[str], shown_as: str) -> list[Problem]:
    problems = [
        error(Code.HEADER_WRONG, shown_as, f"the column '{name}' is missing; add it.", 1, name)
        for name in expected
        if name not in found
    ]
    problems += [
        error(Code.HEADER_WRONG, shown_as, f"the column '{name}' is not known here; take it out.", 1, name)
        for name in found
        if name not in expected
    ]
    return problems


def _line_numbers(frame: pd.DataFrame, may_break: bool) -> pd.Series:
    """The line of the file on which each row begins; only quoted values may hold line ends."""
    rows = pd.Series(range(2, len(frame) + 2), index=frame.index)
    if not may_break:
        return rows
    breaks_inside = pd.Series(0, index=frame.index)
    for column in frame.columns:
        breaks_inside += frame[column].str.count("\n").fillna(0).astype("int64")
    return breaks_inside.cumsum().shift(fill_value=0) + rows


def value_problems(frame: pd.DataFrame, table: Table) -> list[Problem]:
    """Every value that its column's rule does not allow, and every key that stands twice, by file and line."""
    values = frame[list(table.columns)]
    problems: list[Problem] = []
    try:
        table.schema().validate(values, lazy=True)
    except pandera.errors.SchemaErrors as failure:
        cases = cast("pd.DataFrame", failure.failure_cases)
        places = frame.loc[cases["index"].astype("int64"), [FILE_COLUMN, LINE_COLUMN]]
        problems = [
            error(Code.VALUE_NOT_ALLOWED, str(file), f"'{value}' {hint}.", int(line), str(column))
            for file, line, column, value, hint in zip(
                places[FILE_COLUMN],
                places[LINE_COLUMN],
                cases["column"],
                cases["failure_case"],
                cases["check"],
                strict=True,
            )
        ]
    return problems + duplicate_problems(frame, table)


def duplicate_problems(frame: pd.DataFrame, table: Table) -> list[Problem]:
    """Every row whose key stands in an earlier row already."""
    if not table.key:
        return []
    key = list(table.key)
    problems: list[Problem] = []
    twice = frame[frame.duplicated(key, keep=False)]
    for values, rows in twice.groupby(key, sort=False):
        first = rows.iloc[0]
        named = ", ".join(f"{column} {value}" for column, value in zip(key, values, strict=True))
        problems += [
            error(
                Code.DUPLICATE_KEY,
                str(row[FILE_COLUMN]),
                f"{named} stands in line {first[LINE_COLUMN]} already; keep one row.",
                int(row[LINE_COLUMN]),
            )
            for _, row in rows.iloc[1:].iterrows()
        ]
    return problems
