"""The data dictionary: every column of the release and of data/, its kind of values and its meaning.

The columns come from `etl.columns` and from the tables of the release themselves, the meanings from
`etl/column_meanings.csv`: a row for `*` holds in every table that has no row of its own, one for `data/<table>` where
the file of data/ calls something else by that name. `python -m etl.dictionary` writes docs/data_dictionary.md anew.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from etl.columns import OBSERVATIONS, TABLES
from etl.data_folder import load_data_folder
from etl.origins import ORIGINS, origins
from etl.release_tables import release_tables
from etl.rules import Table
from etl.settings import REPOSITORY, data_folder

MEANINGS = Path(__file__).parent / "column_meanings.csv"
DOCUMENT = REPOSITORY / "docs" / "data_dictionary.md"
DICTIONARY = "data_dictionary"
DICTIONARY_COLUMNS = ("table", "column", "type", "meaning_vi", "meaning_en")
ANY_TABLE = "*"

_HEAD = """# Từ điển dữ liệu · Data dictionary

Tệp này do `python -m etl.dictionary` viết ra từ `etl/columns.py` và `etl/column_meanings.csv`; đừng sửa tay.
This file is written by `python -m etl.dictionary`; do not edit it by hand.

## Bản phát hành · The release

Các bảng mà trang và chương trình khác đọc:
`/du-lieu/<bảng>.csv`, `/du-lieu/<bảng>.parquet`; danh mục: `/du-lieu/danh-muc.json`.
The tables that the pages and other programs read. Text that is missing is empty, a number that is missing is empty too.
"""
_FOLDER_HEAD = """
## Thư mục `data/` · The folder `data/`

Dạng gốc của số liệu: CSV, UTF-8, mọi giá trị là chữ. The canonical form: CSV, UTF-8, all values as text.
"""


@cache
def meanings() -> Mapping[tuple[str, str], tuple[str, str]]:
    """The meaning of each (table, column) in Vietnamese and in English, as the CSV has them."""
    rows = pd.read_csv(MEANINGS, dtype=str, keep_default_na=False)
    return {(row.table, row.column): (row.meaning_vi, row.meaning_en) for row in rows.itertuples()}  # pyright: ignore[reportAttributeAccessIssue, reportReturnType]


def meaning(table: str, column: str) -> tuple[str, str]:
    """The meaning of a column in Vietnamese and in English; two empty texts where none is written."""
    return meanings().get((table, column)) or meanings().get((ANY_TABLE, column), ("", ""))


def dictionary(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a column of the tables of a release, its own included: table, column, type, meaning_vi, meaning_en.

    `type` is text, whole number or number.
    """
    types = {name: {str(column): _type(frame[column]) for column in frame} for name, frame in tables.items()}
    types[DICTIONARY] = dict.fromkeys(DICTIONARY_COLUMNS, "text")
    rows = [
        (name, column, kind, *meaning(name, column))
        for name, columns in sorted(types.items())
        for column, kind in columns.items()
    ]
    return pd.DataFrame(rows, columns=list(DICTIONARY_COLUMNS), dtype="str")


def document(tables: Mapping[str, pd.DataFrame]) -> str:
    """The dictionary in Markdown: the tables of a release, then the files of data/ with what each column may hold."""
    released = dictionary(tables)
    parts = [_HEAD]
    for name, rows in released.groupby("table", sort=False):
        cells = rows[["column", "type", "meaning_vi", "meaning_en"]].to_numpy().tolist()
        parts.append(_table(f"### {name}", ("cột", "kiểu", "ý nghĩa", "meaning"), cells))
    parts.append(_FOLDER_HEAD)
    for table in (OBSERVATIONS, *TABLES):
        cells = [[column, rule.hint, *_meaning_in_data(table.name, column)] for column, rule in table.columns.items()]
        place, key = _place(table), ", ".join(table.key) or "–"
        heading = f"### `{place}`\n\nKhóa · Key: {key}"
        parts.append(_table(heading, ("cột", "giá trị · values", "ý nghĩa", "meaning"), cells))
    return "\n".join(parts)


def write_document() -> None:
    """Write docs/data_dictionary.md from the data as they are."""
    tables = release_tables(load_data_folder(data_folder()), ())
    tables[ORIGINS] = origins(None)
    DOCUMENT.write_text(document(tables), encoding="utf-8")


def _meaning_in_data(table: str, column: str) -> tuple[str, str]:
    return meanings().get((f"data/{table}", column)) or meaning(table, column)


def _place(table: Table) -> str:
    return "published/<index>/<year>.csv" if table is OBSERVATIONS else table.path


def _table(heading: str, columns: tuple[str, ...], rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(columns)} |", f"| {' | '.join('---' for _ in columns)} |"]
    lines += [f"| `{name}` | {' | '.join(_cell(text) for text in texts)} |" for name, *texts in rows]
    return f"{heading}\n\n" + "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _type(values: pd.Series) -> str:
    if pd.api.types.is_integer_dtype(values.dtype):
        return "whole number"
    return "number" if pd.api.types.is_float_dtype(values.dtype) else "text"


if __name__ == "__main__":
    write_document()
