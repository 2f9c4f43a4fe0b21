import pandas as pd
import pytest
from invented_breaks import with_break_of_ha_noi

from indicators.catalogue import OVERALL
from indicators.history import HISTORY_COLUMNS, current_series, edition_years, history, reference_lines
from indicators.release import Release


def test_rule_1_papi_is_two_segments_with_gaps_left_open(release: Release) -> None:
    table = history(release, "PAPI", OVERALL, "63", ["63-22"]).set_index("year")
    assert table.index.tolist() == list(range(2011, 2025))
    assert table["segment"].tolist() == [0] * 7 + [1] * 7  # cut between 2017 and 2018
    assert table[table["score"].isna()].index.tolist() == [2018, 2021, 2023]
    assert table.loc[2021, "reason"] == "left_out"
    assert table.loc[2022, "score"] == 47.876302


def test_rule_1_sipas_is_two_segments(release: Release) -> None:
    table = history(release, "SIPAS", OVERALL, "63", ["63-22"]).set_index("year")
    assert [table.loc[year, "segment"] for year in (2020, 2021, 2022, 2023)] == [0, 0, 1, 1]
    assert [table.loc[year, "score"] for year in (2021, 2022)] == [94.07, 87.59]


def _stretches(release: Release, index: str, unit: str) -> list[list[int]]:
    table = history(release, index, OVERALL, "63", [unit])
    placed = table[table["place_segment"].notna()]
    return [own["year"].tolist() for _, own in placed.groupby("place_segment")]


def test_rule_3_a_line_of_places_is_cut_where_rank_and_order_meet(release: Release) -> None:
    assert _stretches(release, "DTI", "63-67") == [[2022], [2023], [2024]]
    table = history(release, "DTI", OVERALL, "63", ["63-67"]).set_index("year")
    assert [table.loc[year, "place_kind"] for year in (2022, 2023, 2024)] == ["rank", "order", "order"]


def test_rule_3_a_line_of_places_says_where_other_units_were_measured(release: Release) -> None:
    assert _stretches(release, "PAPI", "63-67") == [
        [2011, 2012, 2013], [2014], [2015, 2016, 2017], [2018], [2019, 2020], [2021], [2022], [2023], [2024],
    ]  # fmt: skip
    table = history(release, "PAPI", OVERALL, "63", ["63-67"]).set_index("year")
    # 2018 lies behind a break as well: nothing joins it to 2017
    assert table.index[table["other_field"]].tolist() == [2014, 2015, 2019, 2021, 2022, 2023, 2024]


def test_rule_1_a_break_of_one_province_cuts_its_series_alone(release: Release) -> None:
    broken = with_break_of_ha_noi(release)
    table = history(broken, "PCI", "land", "63", ["63-01", "63-22"]).set_index(["unit", "year"])["segment"]
    assert table["63-01", 2015] + 1 == table["63-01", 2016]
    assert table["63-22", 2015] == table["63-22", 2016]


def test_a_history_has_every_unit_in_every_edition(release: Release) -> None:
    table = history(release, "PAR", OVERALL, "63")
    assert list(table.columns) == HISTORY_COLUMNS
    assert len(table) == 63 * 13


def test_nothing_is_joined_from_the_63_to_the_34(release: Release) -> None:
    assert edition_years(release, "DTI", OVERALL, "34") == [2024]
    of_34 = history(release, "DTI", OVERALL, "34", ["34-91"])
    assert of_34["score"].isna().all()  # An Giang has no published result; Kiên Giang's 0.7313 is not its own


def test_a_component_that_is_not_held_has_no_history(release: Release) -> None:
    assert history(release, "PAR", "no such component", "63").empty


@pytest.mark.parametrize(
    ("unit", "year", "scores"),
    [
        ("63-22", 2020, [46.662792, 48.811383]),  # 2018 was left out
        ("63-22", 2024, [47.821236]),  # 2023 was left out
        ("63-22", 2021, []),
        ("63-67", 2019, [44.587609, 43.840898]),  # the series begins in 2018
    ],
)
def test_rule_1_a_small_line_holds_no_break_and_no_gap(
    release: Release, unit: str, year: int, scores: list[float]
) -> None:
    assert current_series(history(release, "PAPI", OVERALL, "63"), year)[unit] == scores


def test_lines_to_compare_with_say_whose_figure_they_are(release: Release) -> None:
    lines = reference_lines(release, "PAPI", OVERALL, "63", "CHL").set_index(["line", "year"])
    assert lines.loc[("mean", 2021), "score"] == 42.407
    assert lines.loc[("mean", 2021), "kind"] == "published"
    assert lines.loc[("median", 2023), "score"] == 42.32653
    assert lines.loc[("median", 2023), "kind"] == "computed"
    assert lines.loc[("region", 2023), "score"] == 40.317858
    assert pd.isna(lines["score"]).sum() == 0


def test_lines_to_compare_with_carry_their_sources(release: Release) -> None:
    lines = reference_lines(release, "PAPI", OVERALL, "63").set_index(["line", "year"])["source_id"]
    assert lines[("mean", 2021)] == "S25"
    assert lines[("median", 2023)] == "S02;S16;S18"


def test_no_line_to_compare_with_passes_an_edition_without_its_figure(release: Release) -> None:
    lines = reference_lines(release, "PCI", "entry", "63", "CHL")
    for line in ("median", "region"):
        runs = lines[lines["line"] == line].set_index("year")["run"]
        assert 2020 not in runs.index  # the sub-indices of 2020 and 2021 are not held
        assert runs[2019] < runs[2022] == runs[2023]


def test_a_region_has_the_published_mean_where_there_is_one_and_its_median_is_another_line(release: Release) -> None:
    lines = reference_lines(release, "PAR", OVERALL, "63", "CHL")
    of_region = lines[lines["line"] == "region_mean"].set_index("year")
    assert of_region["score"].to_dict() == {2023: 85.42, 2024: 85.63}
    assert set(of_region["kind"]) == {"published"}


def test_rule_2_no_median_line_through_editions_held_in_part(release: Release) -> None:
    lines = reference_lines(release, "PAR", OVERALL, "63", "CHL")
    assert set(lines["line"]) == {"mean", "region_mean"}
    assert lines["year"].min() == 2013
