"""The canonical CSV of figures: the same bytes for the same rows."""

import pandas as pd

from etl.columns import OBSERVATION_COLUMNS, OBSERVATION_KEY


def tidy_bytes(rows: pd.DataFrame) -> bytes:
    """Rows (text) as the canonical CSV: columns in order, sorted by the key, UTF-8, \\n, quotes only where needed."""
    ordered = rows[list(OBSERVATION_COLUMNS)].sort_values(list(OBSERVATION_KEY), kind="stable")
    return ordered.to_csv(index=False, lineterminator="\n").encode("utf-8")
