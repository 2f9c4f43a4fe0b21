from typing import Any, cast

import pandas as pd
import pytest

from indicators.coverage import COVERAGE_COLUMNS, coverage
from indicators.release import Release


@pytest.fixture(scope="module")
def table(release: Release) -> pd.DataFrame:
    return coverage(release)


def _row(table: pd.DataFrame, index: str, year: int, system: str = "63") -> dict[str, Any]:
    found = (table["index"] == index) & (table["year"] == year) & (table["unit_system"] == system)
    return cast("dict[str, Any]", table[found].iloc[0].to_dict())


def test_every_edition_has_a_row_and_every_figure_is_counted(table: pd.DataFrame) -> None:
    assert list(table.columns) == COVERAGE_COLUMNS
    assert len(table) == 66
    assert table["figures"].sum() == 42399


@pytest.mark.parametrize(
    ("index", "year", "scores_held", "scores_due", "ranks_held", "ranks_due"),
    [("PAR", 2022, 19, 63, 24, 63), ("PCI", 2023, 14, 63, 23, 30), ("PCI", 2006, 64, 64, 63, 64)],
)
def test_what_is_held_of_what_is_due(
    table: pd.DataFrame,
    index: str,
    year: int,
    scores_held: int,
    scores_due: int,
    ranks_held: int,
    ranks_due: int,
) -> None:
    row = _row(table, index, year)
    assert (row["scores_held"], row["scores_due"]) == (scores_held, scores_due)
    assert (row["ranks_held"], row["ranks_due"]) == (ranks_held, ranks_due)


def test_papi_has_no_ranks_to_hold(table: pd.DataFrame) -> None:
    assert _row(table, "PAPI", 2023)["ranks_due"] == 0


def test_an_edition_not_found_holds_nothing_and_its_ranks_are_not_known(table: pd.DataFrame) -> None:
    row = _row(table, "PAPI", 2025, "34")
    assert (row["status"], row["figures"], row["scores_held"]) == ("unknown", 0, 0)
    assert pd.isna(row["ranks_due"])


def test_one_index_alone(release: Release) -> None:
    assert set(coverage(release, "DTI")["index"]) == {"DTI"}
