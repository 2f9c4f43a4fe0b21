"""Gives the figures of the release back as the tidy table."""

from pathlib import Path

from etl.release_tables import observations_as_tidy
from etl.tidy_table import tidy_bytes
from indicators.release import load


def export_release(release_place: Path | str, index: str | None, year: int | None) -> bytes:
    """The tidy CSV of the current release, of one index or year where named: scores as written, no figure more or less.

    Raises indicators.release_store.ReleaseError where there is no valid release.
    """
    rows = observations_as_tidy(load(release_place).observations)
    if index is not None:
        rows = rows[rows["index"].eq(index)]
    if year is not None:
        rows = rows[rows["year"].eq(str(year))]
    return tidy_bytes(rows)
