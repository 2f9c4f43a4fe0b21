"""Reads one CSV as text and says everything that is wrong with its shape, by line and column."""

import codecs
import csv
import importlib
import io
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import pandas as pd
import pandera.errors

from etl.problems import Code, Problem, error
from etl.rules import Table

# pyarrow brings no types.
pa: Any = importlib.import_module("pyarrow")
arrow_csv: Any = importlib.import_module("pyarrow.csv")
arrow_compute: Any = importlib.import_module("pyarrow.compute")

FILE_COLUMN = "row_file"
LINE_COLUMN = "row_line"
# Sheet and cell of a row that was read from a publisher's file: "Summary!C12".
PLACE_COLUMN = "row_place"


def read_text_table(path: Path, shown_as: str, columns: Iterable[str]) -> tuple[pd.DataFrame | None, list[Problem]]:
    """The rows of one CSV as text, its columns in the given order, then `row_file` and `row_line`; None if misshapen.

    Every problem of the shape is told: unreadable, wrong encoding, wrong header, a row that is too short or too long.
    """
    try:
        content = path.read_bytes()
        plain = _plain_table(content, shown_as, tuple(columns))
        if plain is not None:
            return cast("pd.DataFrame", plain.to_pandas()), []
        header, rows, lines = _parse(content.decode("utf-8-sig"))
    except OSError as failure:
        return None, [error(Code.FILE_MISSING, shown_as, f"cannot be read ({failure.strerror}); put the file there.")]
    except UnicodeDecodeError as failure:
        line = bytes(failure.object).count(b"\n", 0, failure.start) + 1
        return None, [error(Code.FILE_UNREADABLE, shown_as, "is not UTF-8 text; save it as UTF-8.", line)]
    except csv.Error as failure:
        return None, [error(Code.FILE_UNREADABLE, shown_as, f"is no CSV ({failure}); check its quotes.")]
    problems = _header_problems(header, list(columns), shown_as) + [
        error(
            Code.ROW_WRONG_LENGTH,
            shown_as,
            f"the row has {len(row)} values, the header {len(header)}; quote a value that holds a comma.",
            line,
        )
        for row, line in zip(rows, lines, strict=True)
        if len(row) != len(header)
    ]
    if problems:
        return None, problems
    frame = pd.DataFrame(rows, columns=header, dtype="str")[list(columns)]
    return frame.assign(**{FILE_COLUMN: shown_as, LINE_COLUMN: lines}), []


def read_alike_tables(files: Mapping[str, Path], columns: Iterable[str]) -> tuple[list[pd.DataFrame], list[Problem]]:
    """The rows of many CSVs of the same columns, as frames to be joined, each file under the name it is shown as.

    The same as `read_text_table` of each, without a frame for each file.
    """
    plain: list[Any] = []
    frames: list[pd.DataFrame] = []
    problems: list[Problem] = []
    for shown_as, path in files.items():
        table = _plain_table(path.read_bytes(), shown_as, tuple(columns)) if path.is_file() else None
        if table is not None:
            plain.append(table)
            continue
        rows, found = read_text_table(path, shown_as, columns)
        problems += found
        frames += [] if rows is None else [rows]
    joined = [cast("pd.DataFrame", pa.concat_tables(plain).to_pandas())] if plain else []
    return joined + frames, problems


def _plain_table(content: bytes, shown_as: str, columns: tuple[str, ...]) -> Any:
    """The rows of a CSV without quotes and of the right shape, in a tenth of the time; None for any other file.

    What is wrong with another file is found by reading it row by row.
    """
    if b'"' in content or b"\r" in content or b"\n\n" in content or content.startswith(codecs.BOM_UTF8):
        return None
    header = content.partition(b"\n")[0].decode("utf-8", "replace").split(",")
    if sorted(header) != sorted(columns):
        return None
    try:
        table = arrow_csv.read_csv(pa.py_buffer(content), _READ, _PARSE, _text_columns(columns))
    except pa.ArrowInvalid:
        return None
    lines = pa.array(np.arange(2, int(table.num_rows) + 2))
    table = table.append_column(FILE_COLUMN, pa.repeat(shown_as, table.num_rows))
    return table.append_column(LINE_COLUMN, lines)


_READ: Any = arrow_csv.ReadOptions(use_threads=False)
_PARSE: Any = arrow_csv.ParseOptions(quote_char=False, ignore_empty_lines=False)


@cache
def _text_columns(columns: tuple[str, ...]) -> Any:
    text = dict.fromkeys(columns, pa.string())
    return arrow_csv.ConvertOptions(column_types=text, include_columns=columns, strings_can_be_null=False)


def _parse(text: str) -> tuple[list[str], list[list[str]], list[int]]:
    """The header, all further rows, and the line on which each begins: quoted values may hold line ends."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = next(reader, list[str]())
    rows: list[list[str]] = []
    lines: list[int] = []
    line = reader.line_num + 1
    for row in reader:
        rows.append(row)
        lines.append(line)
        line = reader.line_num + 1
    return header, rows, lines


def _header_problems(found: list[str], expected: list[str], shown_as: str) -> list[Problem]:
    problems = [
        error(Code.HEADER_WRONG, shown_as, f"the column '{name}' stands twice; take one out.", 1, name)
        for name in sorted({name for name in found if found.count(name) > 1})
    ]
    problems += [
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


def value_problems(frame: pd.DataFrame, table: Table) -> list[Problem]:
    """Every value that its column's rule does not allow, and every key that stands twice, by file and line."""
    values = frame[list(table.columns)]
    if table.allows(values):
        return duplicate_problems(frame, table)
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


def numbers(texts: pd.Series) -> pd.Series:
    """Text as numbers, NaN for what is none."""
    filled = pa.array(texts.mask(texts.eq("")), pa.large_string())
    try:
        values = arrow_compute.cast(filled, pa.float64()).to_numpy(zero_copy_only=False)
    except pa.ArrowInvalid:
        return pd.to_numeric(texts, errors="coerce").astype("float64")
    return pd.Series(values, index=texts.index, dtype="float64")
