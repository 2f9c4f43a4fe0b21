import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.map_classes import change_classes, fixed_classes, rank_classes, score_classes
from indicators.release import Release


def test_rule_9_a_whole_edition_has_quantile_classes(release: Release) -> None:
    classes = score_classes(release, EditionKey("PAPI", 2023, "63"), OVERALL)
    assert classes is not None
    assert (classes.kind, classes.lowest, classes.highest) == ("quantile", 38.971103, 46.04154)
    numbers = classes.number(release.figures(EditionKey("PAPI", 2023, "63"), OVERALL)["score"])
    assert numbers.value_counts().sort_index().tolist() == [13, 12, 12, 12, 12]


def test_rule_2_a_unit_that_has_ended_counts_in_the_classes(release: Release) -> None:
    classes = score_classes(release, EditionKey("PCI", 2006, "63"), OVERALL)
    assert classes is not None
    # Those ranked 52nd, 39th, 26th and 13th of 64; without Hà Tây, the 62nd, the first two would be 46.63 and 50.53.
    assert classes.limits == (46.29, 50.4, 53.11, 56.83)


def test_rule_9_an_edition_held_in_part_has_the_fixed_classes_of_its_series(release: Release) -> None:
    of_2022 = score_classes(release, EditionKey("PAR", 2022, "63"), OVERALL)
    of_2024 = score_classes(release, EditionKey("PAR", 2024, "63"), OVERALL)
    assert of_2022 is not None
    assert of_2022.kind == "fixed"
    assert of_2022 == of_2024
    assert (of_2022.lowest, of_2022.highest) == (75.99, 96.17)  # Phú Yên 2022, Hải Phòng 2024


def test_rule_9_fixed_classes_do_not_reach_over_a_break(release: Release) -> None:
    before = fixed_classes(release, EditionKey("PAPI", 2017, "63"), OVERALL)
    after = fixed_classes(release, EditionKey("PAPI", 2018, "63"), OVERALL)
    assert before is not None
    assert after is not None
    assert (before.lowest, before.highest) == (31.727416, 42.329802)  # of the scale 6–60
    assert (after.lowest, after.highest) == (37.223002, 48.811383)  # of the scale 8–80


def test_rule_9_a_missing_score_has_no_class(release: Release) -> None:
    classes = score_classes(release, EditionKey("PAR", 2022, "63"), OVERALL)
    assert classes is not None
    numbers = classes.number(pd.Series([None, 75.99, 96.17]))
    assert pd.isna(numbers[0])
    assert (numbers[1], numbers[2]) == (0, 4)


def test_a_limit_belongs_to_the_class_below_it(release: Release) -> None:
    classes = score_classes(release, EditionKey("PAPI", 2023, "63"), OVERALL)
    assert classes is not None
    limit = classes.limits[0]
    assert classes.number(pd.Series([limit, limit + 0.000001])).tolist() == [0, 1]
    assert classes.ends(0) == (classes.lowest, limit)


def test_no_figures_no_classes(release: Release) -> None:
    assert score_classes(release, EditionKey("PAPI", 2025, "34"), OVERALL) is None
    assert fixed_classes(release, EditionKey("PCI", 2025, "34"), OVERALL) is None


def test_bands_of_places_are_as_equal_as_whole_places_allow() -> None:
    assert rank_classes(63).limits == (13, 25, 38, 50)
    assert rank_classes(30).limits == (6, 12, 18, 24)
    assert rank_classes(63).number(pd.Series([1, 13, 14, 63])).tolist() == [0, 0, 1, 4]


def test_rule_9_classes_of_a_change_are_fixed_by_the_scale() -> None:
    classes = change_classes(80)
    assert [round(limit, 6) for limit in classes.limits] == [-2.4, -0.8, 0.8, 2.4]
    assert classes.number(pd.Series([-3.0, -1.0, 0.0, 1.0, 3.0])).tolist() == [0, 1, 2, 3, 4]
