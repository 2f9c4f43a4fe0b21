from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.results import edition_table
from indicators.succession import population_near, predecessor_view, todays_view

PAPI_2023 = EditionKey("PAPI", 2023, "63")
DTI_2024 = EditionKey("DTI", 2024, "63")


@pytest.mark.parametrize(
    ("unit", "scores"),
    [
        ("34-68", {"63-60": 42.474028, "63-67": 38.971103, "63-68": 40.904426}),
        ("34-24", {"63-24": 44.320368, "63-27": 45.70471}),
        ("34-91", {"63-89": 41.845452, "63-91": 40.98923}),
    ],
)
def test_rule_5_predecessors_stand_beside_each_other(release: Release, unit: str, scores: dict[str, float]) -> None:
    view = predecessor_view(release, unit, PAPI_2023)
    assert view.table.set_index("unit")["score"].to_dict() == scores
    assert (view.lowest, view.highest) == (min(scores.values()), max(scores.values()))


def test_rule_5_a_mean_is_weighted_by_population_and_says_of_which_year(release: Release) -> None:
    view = predecessor_view(release, "34-68", PAPI_2023)
    # (1,266,200 × 42.474028 + 695,700 × 38.971103 + 1,362,500 × 40.904426) / 3,324,400
    assert view.mean == pytest.approx(41.0976691, abs=1e-6)
    assert (view.rule, view.weight_year, view.weight_source_id) == ("population", 2024, "context:nso_2024")
    assert release.source("PAPI", view.weight_source_id)["title"]


@pytest.mark.parametrize(
    ("year", "weight_year", "mean"),
    [(2017, 2017, 34.939787), (2021, 2020, 43.077431), (2022, 2024, 42.130356), (2012, 2017, 35.807215)],
)
def test_rule_5_the_population_is_of_the_nearest_year_the_later_of_two(
    release: Release, year: int, weight_year: int, mean: float
) -> None:
    view = predecessor_view(release, "34-68", EditionKey("PAPI", year, "63"))
    assert view.weight_year == weight_year
    assert view.mean == pytest.approx(mean, abs=1e-5)


@pytest.mark.parametrize(
    ("unit", "published"),
    [("34-31", 0.7857), ("34-15", 0.7167), ("34-48", 0.7069), ("34-56", 0.7071), ("34-75", 0.7164), ("34-79", 0.7770)],
)
def test_rule_5_dti_2024_has_the_publishers_own_rule_the_plain_mean(
    release: Release, edition_row: Callable[..., dict[str, Any]], unit: str, published: float
) -> None:
    view = predecessor_view(release, unit, DTI_2024)
    assert (view.rule, view.weight_year, view.rule_source_id) == ("publisher", None, "S18;S19")
    assert view.mean == pytest.approx(published, abs=0.0001)
    assert edition_row("DTI", 2024, unit)["score"] == published


def test_rule_5_a_computed_mean_is_no_edition_and_is_never_ranked(
    release: Release, edition_row: Callable[..., dict[str, Any]]
) -> None:
    view = predecessor_view(release, "34-68", DTI_2024)
    assert view.mean == pytest.approx(0.6729)
    assert "34-68" not in set(view.table["unit"])
    assert "34-68" not in set(edition_table(release, DTI_2024)["unit"])
    row = edition_row("DTI", 2024, "34-68")
    assert pd.isna(row["score"])
    assert pd.isna(row["place"])


@pytest.mark.parametrize("unit", ["34-68", "34-24", "34-91"])
def test_rule_2_neither_range_nor_mean_where_a_predecessor_is_not_held(release: Release, unit: str) -> None:
    view = predecessor_view(release, unit, EditionKey("PAR", 2022, "63"))
    assert (view.lowest, view.highest, view.mean, view.rule) == (None, None, None, None)
    assert view.table["score"].isna().any()


def test_a_province_that_only_changed_its_system_shows_one_row_and_no_mean(release: Release) -> None:
    view = predecessor_view(release, "34-46", PAPI_2023)
    assert view.table["unit"].tolist() == ["63-46"]
    assert view.table["score"].tolist() == [46.04154]
    assert view.mean is None


@pytest.mark.parametrize(("unit", "key"), [("63-67", PAPI_2023), ("34-68", EditionKey("DTI", 2024, "34"))])
def test_rule_5_never_the_other_way(release: Release, unit: str, key: EditionKey) -> None:
    with pytest.raises(ValueError, match="only a unit of the 34 in an edition of the 63"):
        predecessor_view(release, unit, key, OVERALL)


def test_no_population_no_weights(release: Release) -> None:
    assert population_near(release, 2024, ["63-00"]) is None


def test_all_of_the_34_in_an_edition_of_the_63_as_each_of_them_alone(release: Release) -> None:
    seen = todays_view(release, PAPI_2023)
    table = seen.table.set_index("unit")
    assert len(table) == 34
    # Lâm Đồng: 42.474028, 38.971103 and 40.904426, weighted by the population of 2024.
    lam_dong = table.loc["34-68"].to_dict()
    assert lam_dong["score"] == pytest.approx(41.0976691, abs=1e-6)
    assert (lam_dong["lowest"], lam_dong["highest"], lam_dong["kind"]) == (38.971103, 42.474028, "computed")
    assert (seen.rule, seen.weight_years, seen.weight_source_id) == ("population", (2024,), "context:nso_2024")
    for unit, score in zip(table.index.astype("str"), table["score"].tolist(), strict=True):
        alone = predecessor_view(release, unit, PAPI_2023)
        if alone.mean is not None:
            assert score == pytest.approx(alone.mean)


def test_rule_5_who_kept_its_territory_has_its_own_figure_and_who_lacks_one_has_none(release: Release) -> None:
    table = todays_view(release, PAPI_2023).table.set_index("unit")
    # Hà Tĩnh is one of the eleven that were not merged; Quảng Ninh has no result of 2023, TP. Hồ Chí Minh lacks that
    # of Bình Dương.
    assert (table.loc["34-42", "predecessors"], table.loc["34-42", "absent"]) == (1, "")
    assert (table.loc["34-22", "absent"], table.loc["34-22", "kind"]) == ("63-22", "")
    assert (table.loc["34-79", "absent"], table.loc["34-79", "kind"]) == ("63-74", "")
    assert table.loc[["34-22", "34-79"], ["score", "lowest", "highest"]].isna().all(axis=None)
    assert (table["predecessors"] == 1).sum() == 11


def test_rule_5_the_publishers_rule_for_all_of_the_34(release: Release) -> None:
    seen = todays_view(release, DTI_2024)
    assert (seen.rule, seen.weight_years, seen.rule_source_id) == ("publisher", (), "S18;S19")
    assert seen.table.set_index("unit").loc["34-31", "score"] == pytest.approx(0.7857, abs=0.0001)
    with pytest.raises(ValueError, match="only an edition of the 63"):
        todays_view(release, EditionKey("DTI", 2024, "34"))
