"""Corrects misprints of publishers on the way to a release: data/published keeps what was printed."""

import re
from dataclasses import replace
from typing import cast

import pandas as pd

from etl.columns import OBSERVATION_COLUMNS, OBSERVATION_KEY
from etl.data_folder import DataFolder
from etl.problems import Code, Problem, error
from etl.text_tables import FILE_COLUMN, LINE_COLUMN

NOTE = "corrected"


def apply_corrections(data: DataFolder) -> tuple[DataFolder, list[Problem]]:
    """The data with the rows of corrections.csv applied to its observations, and every row that cannot be applied.

    A corrected row carries the note code `corrected` and the source of the correction. A row is an error where the
    figure that it expects is no longer there, so that it is taken out when the publisher has mended the figure.
    """
    corrections = data.tables["corrections"]
    if corrections.empty:
        return data, []
    observations = data.tables["observations"].copy()
    key = list(OBSERVATION_KEY)
    rows_of = observations.groupby(key, sort=False).indices
    problems: list[Problem] = []
    records = cast("list[dict[str, object]]", corrections.to_dict("records"))
    for correction in records:
        found = rows_of.get(tuple(correction[name] for name in key), [])
        fault = _fault(correction, observations.iloc[found])
        if fault is not None:
            problems.append(fault)
            continue
        row = observations.index[found[0]]
        observations.loc[row, str(correction["field"])] = str(correction["corrected"])
        for column, added in (("note_codes", NOTE), ("source_id", str(correction["source_id"]))):
            observations.loc[row, column] = _joined(str(observations.loc[row, column]), added)
    return replace(data, tables={**data.tables, "observations": observations}), problems


def _fault(correction: dict[str, object], held: pd.DataFrame) -> Problem | None:
    """What is wrong with a correction of the rows held of its key: it fits exactly one, and leaves a sound value."""
    file, line, field = str(correction[FILE_COLUMN]), int(str(correction[LINE_COLUMN])), str(correction["field"])
    named = " ".join(str(correction[name]) for name in OBSERVATION_KEY)
    expected, corrected = str(correction["expected"]), str(correction["corrected"])
    if field not in OBSERVATION_COLUMNS:
        return None  # told by the rules of the column
    if held.empty:
        message = f"no figure of {named} is held; take this correction out."
        return error(Code.CORRECTION_STALE, file, message, line)
    value = str(held[field].iloc[0])
    if value != expected:
        message = (
            f"the {field} of {named} is '{value}', not '{expected}' as expected: the source has been mended or read "
            "anew. Take this correction out, or renew what it expects."
        )
        return error(Code.CORRECTION_STALE, file, message, line, "expected")
    rule = OBSERVATION_COLUMNS[field]
    if not (re.fullmatch(rule.pattern, corrected) or (rule.empty and corrected == "")):
        return error(Code.VALUE_NOT_ALLOWED, file, f"'{corrected}' {rule.hint}.", line, "corrected")
    return None


def _joined(held: str, added: str) -> str:
    parts = [part for part in held.split(";") if part]
    return ";".join([*parts, *(part for part in added.split(";") if part not in parts)])
