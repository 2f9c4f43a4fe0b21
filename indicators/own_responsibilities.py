"""A province's own table of who leads which component: read from a CSV and checked before it is laid over ours."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

import pandas as pd

from indicators.catalogue import Catalogue
from indicators.responsibility import LEAD_BEFORE, LEAD_SINCE, Basis, components_known

COLUMNS = ("index", "component", LEAD_BEFORE, LEAD_SINCE, "with", "basis", "source")

Fault = Literal[
    "not_utf8",
    "no_rows",
    "column_missing",
    "column_unknown",
    "column_twice",
    "cells_too_many",
    "cells_too_few",
    "index_unknown",
    "component_unknown",
    "component_twice",
    "basis_unknown",
    "agency_missing",
]


@dataclass(frozen=True, slots=True)
class TableFault:
    """One thing wrong in a table: the row as a spreadsheet numbers it (the heading is row 1), the column, the value.

    `allowed`: what could stand there instead, where that is a short list.
    """

    fault: Fault
    row: int
    column: str
    value: str = ""
    allowed: tuple[str, ...] = ()


class OwnTableError(ValueError):
    """A table that cannot be laid over ours; `faults` holds everything that is wrong with it."""

    def __init__(self, faults: list[TableFault]) -> None:
        """Keep the faults, and say the first ones."""
        self.faults = tuple(faults)
        told = "; ".join(f"row {f.row}, column {f.column or '-'}: {f.fault} {f.value}".rstrip() for f in faults[:5])
        super().__init__(f"The table of responsibilities has {len(faults)} fault(s): {told}.")


def read_own_table(content: bytes, catalogue: Catalogue) -> pd.DataFrame:
    """Read and check a CSV with the columns of `COLUMNS` in any order; a comma or a semicolon stands between cells.

    Returns the rows as `check_own_table` does. Raises OwnTableError for a file that is no such table.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise OwnTableError([TableFault("not_utf8", line, "")]) from error
    heading = text.split("\n", 1)[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=";" if heading.count(";") > heading.count(",") else ","
    )
    names = [name.strip() for name in next(reader, list[str]())]
    faults = _heading_faults(names)
    if faults:
        raise OwnTableError(faults)
    records: dict[int, list[str]] = {}
    for number, cells in enumerate(reader, start=2):
        if len(cells) != len(names) and any(cells):
            fault = "cells_too_many" if len(cells) > len(names) else "cells_too_few"
            faults.append(TableFault(fault, number, names[min(len(cells), len(names) - 1)]))
        elif any(cells):
            records[number] = cells
    if faults:
        raise OwnTableError(faults)
    return check_own_table(pd.DataFrame(list(records.values()), columns=names), catalogue, list(records))


def check_own_table(table: pd.DataFrame, catalogue: Catalogue, numbers: Sequence[int] | None = None) -> pd.DataFrame:
    """Check a table with the columns of `COLUMNS` and return its rows as text without blanks around it.

    `numbers`: the rows' numbers in their file, for the faults; without them the first one is row 2, under the heading.
    Raises OwnTableError with every fault found: unknown columns, indices, components and bases, a component twice, a
    row without an agency on either side of 1 March 2025.
    """
    faults = _heading_faults([str(name) for name in table.columns])
    if not faults and table.empty:
        faults = [TableFault("no_rows", 2, "")]
    if faults:
        raise OwnTableError(faults)
    # A cell without a value is missing in a frame read from a workbook, and empty in one read from text.
    texts = {name: ["" if pd.isna(cell) else str(cell).strip() for cell in table[name].tolist()] for name in COLUMNS}
    rows = pd.DataFrame(texts)
    numbers = range(2, len(rows) + 2) if numbers is None else numbers
    seen: set[tuple[str, str]] = set()
    for number, row in zip(numbers, cast("list[dict[str, str]]", rows.to_dict("records")), strict=True):
        faults += _row_faults(number, row, catalogue, seen)
        seen.add((row["index"], row["component"]))
    if faults:
        raise OwnTableError(faults)
    return rows


def _heading_faults(names: list[str]) -> list[TableFault]:
    missing = [TableFault("column_missing", 1, name) for name in COLUMNS if name not in names]
    unknown = [TableFault("column_unknown", 1, name, name, COLUMNS) for name in names if name not in COLUMNS]
    twice = [TableFault("column_twice", 1, name, name) for name in COLUMNS if names.count(name) > 1]
    return missing + unknown + twice


def _row_faults(number: int, row: dict[str, str], catalogue: Catalogue, seen: set[tuple[str, str]]) -> list[TableFault]:
    known = components_known(catalogue)
    indices = tuple(index.id for index in catalogue.indices)
    key = (row["index"], row["component"])
    faults: list[TableFault] = []
    if key[0] not in indices:
        faults.append(TableFault("index_unknown", number, "index", key[0], indices))
    elif key not in known:
        faults.append(TableFault("component_unknown", number, "component", key[1]))
    elif key in seen:
        faults.append(TableFault("component_twice", number, "component", key[1]))
    bases = get_args(Basis)
    if row["basis"] not in bases:
        faults.append(TableFault("basis_unknown", number, "basis", row["basis"], bases))
    faults += [TableFault("agency_missing", number, name) for name in (LEAD_BEFORE, LEAD_SINCE) if not row[name]]
    return faults
