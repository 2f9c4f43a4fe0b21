"""Loads the whole of data/ as text tables and catalogue documents, with every problem of shape found on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from etl.catalogue_files import CatalogueFile, read_catalogue_files
from etl.columns import OBSERVATION_COLUMNS, OBSERVATIONS, TABLES
from etl.problems import PUBLISHED_FILE, Code, Problem, error
from etl.text_tables import FILE_COLUMN, LINE_COLUMN, read_alike_tables, read_text_table, value_problems


@dataclass(frozen=True)
class DataFolder:
    """What data/ holds, as text.

    `tables`: name → rows with the columns of `etl.columns`, `row_file`, `row_line`; "observations" holds all editions.
    `catalogue`: one document an index. `problems`: what reading found. Values may be wrong; `checks` says which.
    """

    folder: Path
    tables: Mapping[str, pd.DataFrame]
    catalogue: tuple[CatalogueFile, ...]
    problems: tuple[Problem, ...]

    @property
    def is_readable(self) -> bool:
        """Whether all catalogue files have their shape, so that figures can be checked against them."""
        shape = {Code.FILE_MISSING, Code.FILE_UNREADABLE, Code.HEADER_WRONG, Code.ROW_WRONG_LENGTH}
        return not any(problem.edition is None and problem.code in shape for problem in self.problems)

    def with_edition(self, file: str, rows: pd.DataFrame, problems: list[Problem]) -> "DataFolder":
        """The same data as if `file` held `rows` (text, with `row_file` and `row_line`) and nothing else."""
        held = self.tables["observations"]
        observations = pd.concat([held[held[FILE_COLUMN].ne(file)], rows], ignore_index=True)
        others = [problem for problem in self.problems if problem.file != file]
        return replace(self, tables={**self.tables, "observations": observations}, problems=(*others, *problems))


def published_file(index: str, year: int) -> str:
    """The place of an edition's figures below data/."""
    return f"published/{index.lower()}/{year}.csv"


def load_data_folder(folder: Path) -> DataFolder:
    """Everything below data/; never raises for wrong data: that is in `problems`."""
    tables: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for table in TABLES:
        rows, found = read_text_table(folder / table.path, table.path, table.columns)
        tables[table.name] = _empty(list(table.columns)) if rows is None else rows
        problems += found
        if rows is not None:
            problems += value_problems(rows, table)
    tables["observations"], found = _load_observations(folder)
    problems += found
    catalogue, found = read_catalogue_files(folder)
    return DataFolder(folder, tables, catalogue, tuple(problems + found))


def _load_observations(folder: Path) -> tuple[pd.DataFrame, list[Problem]]:
    paths = sorted((folder / "published").glob("**/*.csv"))
    files = {path.relative_to(folder).as_posix(): path for path in paths}
    frames, problems = read_alike_tables(files, OBSERVATION_COLUMNS)
    problems += [
        error(Code.ROW_IN_WRONG_FILE, shown_as, "must be named published/<index in lower case>/<year>.csv.")
        for shown_as in files
        if PUBLISHED_FILE.match(shown_as) is None
    ]
    observations = pd.concat(frames, ignore_index=True) if frames else _empty(list(OBSERVATION_COLUMNS))
    return observations, problems + value_problems(observations, OBSERVATIONS)


def _empty(columns: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame({column: pd.Series([], dtype="str") for column in [*columns, FILE_COLUMN]})
    return frame.assign(**{LINE_COLUMN: pd.Series([], dtype="int64")})
