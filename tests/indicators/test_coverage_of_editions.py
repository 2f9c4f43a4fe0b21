"""Why an edition is not whole, counted as `python -m etl status` counts; what a province is held in."""

from pathlib import Path
from typing import Any, cast

import pandas as pd
import pytest

from etl.coverage import coverage as coverage_of_data
from etl.data_folder import load_data_folder
from indicators.coverage import coverage, province_coverage
from indicators.method_series import method_changes, method_series
from indicators.provenance import notes_used, sources_used
from indicators.release import Release
from indicators.release_versions import kept_versions

REPOSITORY = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def table(release: Release) -> pd.DataFrame:
    return coverage(release)


@pytest.mark.parametrize(
    ("index", "year", "system", "level", "reason"),
    [
        ("PAPI", 2024, "63", "whole", ""),
        ("PCI", 2006, "63", "whole", ""),
        ("PAR", 2022, "63", "part", "not_gathered"),
        ("PCI", 2024, "63", "part", "best_30_only"),
        ("DTI", 2024, "34", "part", "not_gathered"),
        ("PCI", 2025, "34", "none", "not_gathered"),
        ("PAPI", 2025, "34", "not_known", "unknown"),
    ],
)
def test_level_and_reason(table: pd.DataFrame, index: str, year: int, system: str, level: str, reason: str) -> None:
    own = table[(table["index"] == index) & (table["year"] == year) & (table["unit_system"] == system)]
    row = cast("dict[str, Any]", own.iloc[0].to_dict())
    assert (row["level"], row["reason"]) == (level, reason)


def test_counts_are_those_of_etl_status(table: pd.DataFrame) -> None:
    told = {(e.index, e.year, e.unit_system): e for e in coverage_of_data(load_data_folder(REPOSITORY / "data"))}
    for row in table.to_dict("records"):
        edition = told[row["index"], row["year"], row["unit_system"]]
        assert (row["scores_held"], row["all_held"]) == (edition.overall_held, edition.all_held)
        assert (None if pd.isna(row["all_due"]) else row["all_due"]) == edition.all_due
        assert row["figures"] == edition.figures


@pytest.mark.parametrize(
    ("unit", "index", "counts"),
    [("63-35", "PAR", (0, 13)), ("63-35", "SIPAS", (0, 8)), ("63-67", "PCI", (18, 20)), ("34-68", "DTI", (0, 1))],
)
def test_editions_that_hold_a_province(release: Release, unit: str, index: str, counts: tuple[int, int]) -> None:
    assert province_coverage(release, unit, index) == counts


def test_method_series_of_pci_and_papi(release: Release) -> None:
    pci = [(series.system, series.first_year, series.last_year) for series in method_series(release, "PCI")]
    assert pci == [
        ("63", 2005, 2005), ("63", 2006, 2008), ("63", 2009, 2012), ("63", 2013, 2021), ("63", 2022, 2024),
        ("34", 2025, 2025),
    ]  # fmt: skip
    assert [(s.first_year, s.last_year) for s in method_series(release, "PAPI")] == [(2011, 2017), (2018, 2024)]


def test_what_lies_between_the_editions_of_sipas(release: Release) -> None:
    changes = [(change.degree, change.and_year) for change in method_changes(release, "SIPAS")]
    assert changes == [("break", 2022), ("revision", 2023), ("break", 2025)]


def test_figures_that_rest_on_a_source(release: Release) -> None:
    used = sources_used(release)
    assert len(used) == 516
    row = used[(used["index"] == "PCI") & (used["source_id"] == "pci_xls_2006")].iloc[0]
    # 63 provinces and Hà Tây, ten sub-indices and the total.
    assert row["figures"] == 704
    hashes = used[used["sha256"] != ""].set_index("source_id")["sha256"]
    assert len(hashes) == 12
    assert hashes["pci_xls_2005"] == "95291115c7fbea66e6e4363a7e6d7d87fa44bb2598c4dfc6debd520f1a06e910"
    assert hashes["S49"] == "a472121071672d98c30e747bcc6ca522ee28d535e33a937e555c9cbf6eab9ea1"


def test_notes_that_readers_see_are_counted(release: Release) -> None:
    used = notes_used(release).set_index("code")["figures"].to_dict()
    assert used["rank_of_42"] == 41
    assert used["rank_not_gathered"] == 158
    assert "keeper_remark" not in used


def test_versions_kept(release: Release, published_folder: Path, tmp_path: Path) -> None:
    (version,) = kept_versions(published_folder)
    assert (version.version, version.figures) == (release.version, 42399)
    assert {"observations.parquet", "catalogue.json"} <= set(version.files)
    assert kept_versions(tmp_path) == []
