"""A source that an import brings along: told with the difference, checked with the figures, written before them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from etl.columns import TABLES
from etl.data_folder import DataFolder
from etl.text_tables import FILE_COLUMN, LINE_COLUMN, value_problems

SOURCES = next(table for table in TABLES if table.name == "sources")


def not_held(data: DataFolder, sources: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """The sources whose key (index, source id) is not in sources.csv, as text with its columns."""
    rows = data.tables["sources"]
    held = set(zip(rows["index"], rows["source_id"], strict=True))
    new = [
        {column: source.get(column, "") for column in SOURCES.columns}
        for source in sources
        if (source["index"], source["source_id"]) not in held
    ]
    return pd.DataFrame(new, columns=list(SOURCES.columns), dtype="str")


def with_sources(data: DataFolder, new: pd.DataFrame, shown_as: str) -> DataFolder:
    """The same data as if sources.csv held the new rows too; what they may not hold is told under `shown_as`."""
    if new.empty:
        return data
    placed = new.assign(**{FILE_COLUMN: shown_as, LINE_COLUMN: range(1, len(new) + 1)})
    sources = pd.concat([data.tables["sources"], placed], ignore_index=True)
    problems = (*data.problems, *value_problems(placed, SOURCES))
    return replace(data, tables={**data.tables, "sources": sources}, problems=problems)


def sources_bytes(data_folder: Path, new: pd.DataFrame) -> bytes:
    """sources.csv with the new rows in their place by the key; the rows held are not touched."""
    held = pd.read_csv(data_folder / SOURCES.path, dtype="str", keep_default_na=False, na_filter=False)
    rows = pd.concat([held, new], ignore_index=True).sort_values(list(SOURCES.key), kind="stable")
    return rows.to_csv(index=False, lineterminator="\n").encode("utf-8")
