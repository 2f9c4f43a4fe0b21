"""Figures that are understood, as rows of the tidy table and of sources.csv."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.columns import OBSERVATION_COLUMNS
from etl.declarations import Declaration
from etl.new_sources import SOURCES
from etl.normalise.names import Names
from etl.text_tables import FILE_COLUMN, LINE_COLUMN, PLACE_COLUMN

# Province code and component.
Key = tuple[str, str]


@dataclass(frozen=True)
class Edition:
    """What the figures are of: the index, the year, the decimals of its scores, and the file's name for errors."""

    index: str
    year: int
    decimals: int
    file: str


@dataclass
class Row:
    """One figure as it comes together from the tables."""

    line: int
    place: str
    score: str = ""
    rank: str = ""
    group: str = ""


def tidy_rows(rows: Mapping[Key, Row], declaration: Declaration, edition: Edition, names: Names) -> pd.DataFrame:
    """The tidy table of the figures by province and component: OBSERVATION_COLUMNS, file, line and place."""
    return pd.DataFrame(
        [_tidy(key, row, declaration, edition, names) for key, row in sorted(rows.items())],
        columns=[*OBSERVATION_COLUMNS, FILE_COLUMN, LINE_COLUMN, PLACE_COLUMN],
    ).astype(dict.fromkeys([*OBSERVATION_COLUMNS, FILE_COLUMN, PLACE_COLUMN], "str") | {LINE_COLUMN: "int64"})


def new_sources(
    rows: Mapping[Key, Row], declaration: Declaration, edition: Edition, names: Names
) -> tuple[Mapping[str, str], ...]:
    """The rows of sources.csv that a declaration describes, one for each source id of the figures."""
    if not declaration.source:
        return ()
    described = {"source_id": declaration.source_id, **declaration.source}
    by_id: dict[str, Mapping[str, str]] = {}
    for code in sorted({code for code, _ in rows}):
        known = {key: _filled(value, edition, names, code) for key, value in described.items()}
        row = {name: known.get(name, "") for name in SOURCES.columns} | {"index": edition.index}
        by_id.setdefault(row["source_id"], row)
    return tuple(by_id.values())


def _tidy(key: Key, row: Row, declaration: Declaration, edition: Edition, names: Names) -> Mapping[str, object]:
    code, component = key
    return {
        "index": edition.index,
        "year": str(edition.year),
        "unit_system": declaration.unit_system,
        "province_code": code,
        "component": component,
        "score": row.score,
        "rank": row.rank,
        "group": row.group,
        "group_kind": "published" if row.group else "",
        "kind": "published",
        "note_codes": "",
        "source_id": _filled(declaration.source_id, edition, names, code),
        FILE_COLUMN: edition.file,
        LINE_COLUMN: row.line,
        PLACE_COLUMN: row.place,
    }


def _filled(text: str, edition: Edition, names: Names, code: str) -> str:
    """A declared text with the year and the province in it."""
    return text.replace("{year}", str(edition.year)).replace("{province}", names.plain.get(code, ""))
