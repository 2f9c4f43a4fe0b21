"""Puts the figures of a file that holds part of an edition among those that are held."""

from collections.abc import Collection, Mapping
from decimal import Decimal

import pandas as pd

from etl.columns import OBSERVATION_COLUMNS, OBSERVATION_KEY
from etl.readers.result import ReadResult
from etl.text_tables import LINE_COLUMN

FIELDS = ("score", "rank", "group")
FIRST_LINE = 2

Row = dict[str, str]
Key = tuple[str, str, str]


def merged(held: pd.DataFrame, result: ReadResult, notes_of_ranks: Collection[str] = ()) -> pd.DataFrame:
    """The rows of an edition (tidy text, sorted, with the lines of its new file) after a file of `covers` is taken in.

    A covered field takes what the file says, be it nothing; every other field, row and note stays. A score that
    differs as a number is the file's own: its kind is the file's, the notes go that do not speak of the rank, and the
    file's source stands alone unless a figure of another source stays in the row. A rank or group that is new adds
    the file's source. Rows that are left without score, rank and group go. `notes_of_ranks`: the codes that speak of
    a rank alone.
    """
    if result.covers is None:
        return result.rows
    rows: dict[Key, Row] = {_key(row): row for row in _records(held)}
    read: dict[Key, Row] = {_key(row): row for row in _records(result.rows)}
    covered: dict[Key, set[str]] = {}
    for system, code, component, field in result.covers:
        covered.setdefault((system, code, component), set()).add(field)
    for key, fields in covered.items():
        row = _merged(rows.get(key), read.get(key), fields, notes_of_ranks)
        if row is None:
            rows.pop(key, None)
        else:
            rows[key] = row
    frame = pd.DataFrame(list(rows.values()), columns=list(OBSERVATION_COLUMNS), dtype="str")
    frame = frame.sort_values(list(OBSERVATION_KEY), ignore_index=True)
    return frame.assign(**{LINE_COLUMN: range(FIRST_LINE, FIRST_LINE + len(frame))})


def _merged(held: Row | None, read: Row | None, fields: set[str], notes_of_ranks: Collection[str]) -> Row | None:
    """One row: what is held, with the covered fields as read; None where no figure is left."""
    if held is None:
        return read
    row = dict(held)
    changed = [name for name in FIELDS if name in fields and not _is_same(name, held, read)]
    for name in changed:
        row[name] = "" if read is None else read[name]
    if not any(row[name] for name in FIELDS):
        return None
    if "group" in changed:
        row["group_kind"] = "published" if row["group"] else ""
    if read is None or not any(row[name] for name in changed):
        return row
    sources = row["source_id"].split(";")
    if "score" in changed:
        notes = [code for code in row["note_codes"].split(";") if code in notes_of_ranks]
        others_stay = any(row[name] for name in FIELDS if name not in fields)
        sources = sources if others_stay else []
        row |= {"kind": read["kind"], "note_codes": ";".join(notes)}
    row["source_id"] = ";".join(dict.fromkeys([*sources, read["source_id"]]))
    return row


def _is_same(name: str, held: Mapping[str, str], read: Mapping[str, str] | None) -> bool:
    before, after = held[name], "" if read is None else read[name]
    if name == "score" and before and after:
        return Decimal(before) == Decimal(after)
    return before == after


def _records(frame: pd.DataFrame) -> list[Row]:
    columns = list(OBSERVATION_COLUMNS)
    return [dict(zip(columns, map(str, row), strict=True)) for row in frame[columns].itertuples(index=False, name=None)]


def _key(row: Row) -> Key:
    return (row["unit_system"], row["province_code"], row["component"])
