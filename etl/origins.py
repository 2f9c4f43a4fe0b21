"""The origins of a release: which gathered files its sources name, with the hash of each."""

from pathlib import Path

import pandas as pd

from etl.gathering.origin_record import OriginRecord, held_record

ORIGINS = "origins"
ORIGIN_COLUMNS = ("index", "year", "source_id", "address", "fetched_at", "sha256", "size")
_RECORD_END = ".origin.json"


def origins(raw_folder: Path | None) -> pd.DataFrame:
    """One row a gathered file with a record that is of it: index, year, source_id, address, fetched_at, sha256, size.

    Empty where nothing was gathered on this machine: publishers' files are not part of the repository.
    """
    records = [] if raw_folder is None else _records(raw_folder)
    rows = [tuple(getattr(record, column) for column in ORIGIN_COLUMNS) for record in records]
    frame = pd.DataFrame(sorted(rows), columns=list(ORIGIN_COLUMNS))
    numbers = {"year": "int16", "size": "int64"}
    return frame.astype({column: numbers.get(column, "str") for column in ORIGIN_COLUMNS})


def _records(raw_folder: Path) -> list[OriginRecord]:
    beside = sorted(raw_folder.rglob(f"*{_RECORD_END}")) if raw_folder.is_dir() else []
    found = [held_record(path.with_name(path.name.removesuffix(_RECORD_END))) for path in beside]
    return [record for record in found if record is not None]
