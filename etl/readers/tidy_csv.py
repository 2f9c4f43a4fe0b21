"""Reads the tidy CSV: the columns of data/published in any order, one row a figure. Nothing is rounded here."""

from pathlib import Path

import pandas as pd

from etl.columns import OBSERVATION_COLUMNS, OBSERVATIONS
from etl.problems import Code, Problem, error
from etl.readers.result import ReadResult, SetAside
from etl.text_tables import FILE_COLUMN, LINE_COLUMN, read_text_table, value_problems

FIGURES = ["score", "rank", "group"]


def read(path: Path, index: str, year: int) -> ReadResult:
    """The rows of one edition; one without score, rank and group is set aside, one of another edition is an error."""
    rows, problems = read_text_table(path, path.name, OBSERVATION_COLUMNS)
    if rows is None:
        return ReadResult(0, pd.DataFrame(), (), tuple(problems))
    problems += value_problems(rows, OBSERVATIONS)
    problems += _other_editions(rows, index, year)
    empty = (rows[FIGURES] == "").all(axis="columns")
    set_aside = tuple(SetAside(int(line), "no score, rank or group") for line in rows.loc[empty, LINE_COLUMN])
    return ReadResult(len(rows), rows[~empty], set_aside, tuple(problems))


def _other_editions(rows: pd.DataFrame, index: str, year: int) -> list[Problem]:
    others = rows[rows["index"].ne(index) | rows["year"].ne(str(year))]
    return [
        error(
            Code.ROW_IN_WRONG_FILE,
            str(row[FILE_COLUMN]),
            f"the row is of {row['index']} {row['year']}, not of {index} {year}; take it out or name its edition.",
            int(row[LINE_COLUMN]),
        )
        for _, row in others.iterrows()
    ]
