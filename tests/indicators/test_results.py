from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from indicators.catalogue import OVERALL, EditionKey, UnknownEditionError
from indicators.release import Release
from indicators.results import edition_table, newer_editions_not_held, newest_edition, newest_edition_with


@pytest.mark.parametrize(
    ("index", "year", "unit", "component", "reason"),
    [
        ("PAPI", 2021, "63-22", OVERALL, "left_out"),
        ("PCI", 2005, "63-67", OVERALL, "not_measured"),
        ("PAPI", 2017, "63-22", "D7", "no_component"),
        ("PCI", 2010, "63-22", "bias", "no_component"),  # VCCI did not measure it in 2009-2012
        ("PCI", 2025, "34-22", OVERALL, "not_known"),  # whether PCI 2025 has a total was not read
        ("PAR", 2015, "63-48", "procedures", "not_known"),
        ("PAR", 2016, "63-48", "civil_service", "not_known"),
        ("PAR", 2023, "63-48", "impact", "not_known"),
        ("PAR", 2014, "63-48", "part_survey", "not_known"),
        ("PAR", 2020, "63-48", "part_impact", "not_known"),
        ("PAR", 2021, "63-01", "steering", "not_gathered"),
        ("SIPAS", 2021, "63-22", "policy", "no_component"),
        ("DTI", 2020, "63-22", "the_che_so", "no_component"),
        ("PAR", 2012, "63-48", OVERALL, "sources_differ"),
        ("PCI", 2023, "63-02", OVERALL, "best_30_only"),
        ("PCI", 2023, "63-01", OVERALL, "not_gathered"),  # ranked 28th of 30: a score was published
        ("PAR", 2022, "63-68", OVERALL, "not_gathered"),
        ("PAPI", 2025, "34-68", OVERALL, "unknown"),
        ("PAR", 2022, "63-67", OVERALL, ""),
    ],
)
def test_missing_stays_missing_and_says_why(
    edition_row: Callable[..., dict[str, Any]], index: str, year: int, unit: str, component: str, reason: str
) -> None:
    row = edition_row(index, year, unit, component)
    assert row["reason"] == reason
    assert pd.isna(row["score"]) is (reason != "")


@pytest.mark.parametrize(("index", "year", "system", "count"), [("PAR", 2022, "63", 63), ("DTI", 2024, "34", 34)])
def test_a_table_has_every_unit_of_its_system_once_in_vietnamese_order(
    release: Release, index: str, year: int, system: str, count: int
) -> None:
    table = edition_table(release, EditionKey(index, year, "63" if system == "63" else "34"))
    assert len(table) == count
    assert table["unit"].tolist() == release.provinces.units("63" if system == "63" else "34")


def test_no_score_is_ever_a_zero_for_a_missing_one(release: Release) -> None:
    assert not (release.observations["score"] == 0).any()
    table = edition_table(release, EditionKey("PAPI", 2021, "63"))
    assert table["score"].isna().sum() == 3
    assert not (table["score"] == 0).any()


def test_an_edition_that_does_not_exist_is_refused(release: Release) -> None:
    with pytest.raises(UnknownEditionError):
        edition_table(release, EditionKey("PAPI", 2023, "34"))


@pytest.mark.parametrize(
    ("index", "unit", "year", "system"),
    [
        ("PAR", "63-67", 2023, "63"),
        ("PAPI", "63-22", 2024, "63"),
        ("DTI", "34-31", 2024, "34"),  # Hải Phòng has a published result among the 34
        ("DTI", "34-68", 2024, "63"),  # Lâm Đồng has none: its predecessors answer
        ("DTI", "63-31", 2024, "63"),
    ],
)
def test_rule_5_the_newest_figure_of_a_province(
    release: Release, index: str, unit: str, year: int, system: str
) -> None:
    key = newest_edition_with(release, index, unit)
    assert key is not None
    assert (key.year, key.system) == (year, system)


def test_the_newest_edition_with_figures_and_those_after_it(release: Release) -> None:
    assert newest_edition(release, "DTI") == EditionKey("DTI", 2024, "63")
    assert newest_edition(release, "PAPI", "D7") == EditionKey("PAPI", 2024, "63")
    assert newest_edition(release, "PAPI", "no such component") is None
    later = newer_editions_not_held(release, EditionKey("PAPI", 2024, "63"))
    assert [(edition.key.year, edition.key.system, edition.status) for edition in later] == [(2025, "34", "unknown")]


@pytest.mark.parametrize(
    ("unit", "editions"),
    [
        ("34-68", [(2024, "34"), (2025, "34")]),  # DTI 2024 is published for the 34, Lâm Đồng's result is not held
        ("63-68", [(2025, "34")]),  # a result of the 34 is never one of the old Lâm Đồng
        (None, [(2025, "34")]),
    ],
)
def test_an_edition_of_the_same_year_in_the_own_system_is_one_that_is_not_held(
    release: Release, unit: str | None, editions: list[tuple[int, str]]
) -> None:
    found = newer_editions_not_held(release, EditionKey("DTI", 2024, "63"), unit)
    assert [(edition.key.year, edition.key.system) for edition in found] == editions


def test_rule_7_every_figure_leads_to_who_published_it_and_through_what_copy(release: Release) -> None:
    for index, source_ids in release.observations.groupby("index", observed=True)["source_id"]:
        assert source_ids.notna().all()
        for source_id in {part for text in source_ids for part in str(text).split(";")}:
            source = release.source(str(index), source_id)
            assert source["publisher_of_figures"], source_id
            assert source["obtained_from_kind"], source_id
            assert source["title"], source_id


def test_rule_7_a_source_of_another_folder_is_found(release: Release) -> None:
    assert release.source("PAR", "sipas:tvpl_daknong2024") == release.source("SIPAS", "tvpl_daknong2024")
    assert release.source("PAR", "context:nq202")["index"] == "context"
    with pytest.raises(KeyError):
        release.source("PAR", "no_such_source")
