import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.map_classes import change_classes, rank_classes, score_classes
from indicators.release import Release
from indicators.results import edition_table
from wording.language import language
from wording.map_legend import change_legend, group_legend, place_legend, score_legend

VI, EN = language("vi"), language("en")
PAPI_2023 = EditionKey("PAPI", 2023, "63")


def test_classes_of_scores_say_their_ends_and_counts(release: Release) -> None:
    classes = score_classes(release, PAPI_2023, OVERALL)
    assert classes is not None
    numbers = classes.number(edition_table(release, PAPI_2023)["score"])
    legend = score_legend(classes, numbers, release.catalogue.index("PAPI"), OVERALL, 2023, VI)
    assert [entry.text for entry in legend.classes] == [
        "38,97 đến 40,49 (13 tỉnh)",
        "trên 40,49 đến 41,75 (12 tỉnh)",
        "trên 41,75 đến 42,85 (12 tỉnh)",
        "trên 42,85 đến 44,20 (12 tỉnh)",
        "trên 44,20 đến 46,04 (12 tỉnh)",
    ]
    assert legend.missing == "Không có số liệu (2 tỉnh)"


def test_rule_9_what_is_missing_is_counted_apart_and_in_no_class(release: Release) -> None:
    key = EditionKey("PAR", 2022, "63")
    classes = score_classes(release, key, OVERALL)
    assert classes is not None
    numbers = classes.number(edition_table(release, key)["score"])
    legend = score_legend(classes, numbers, release.catalogue.index("PAR"), OVERALL, 2022, EN)
    assert sum(entry.count for entry in legend.classes) == 19
    assert legend.missing == "No data (44 provinces)"
    assert legend.classes[0].text.startswith("75.99% to 85.39%")


def test_bands_of_places_say_whether_they_are_ranks() -> None:
    classes = rank_classes(63)
    numbers = classes.number(pd.Series(range(1, 64)))
    ranks, order, both = (
        place_legend(classes, numbers, kinds, VI) for kinds in (["rank", ""], ["order", ""], ["rank", "order"])
    )
    assert [entry.text for entry in ranks.classes][:2] == ["Hạng 1–13 (13 tỉnh)", "Hạng 14–25 (12 tỉnh)"]
    assert order.classes[-1].text == "Thứ tự 51–63 (13 tỉnh)"
    assert both.classes[0].text == "Hạng, thứ tự (*) 1–13 (13 tỉnh)"
    assert ranks.missing == ""


def test_groups_stand_best_first(release: Release) -> None:
    legend = group_legend(pd.Series([0, 0, 3, None]), release.catalogue.index("PAPI"), EN)
    assert [entry.text for entry in legend.classes] == [
        "High (Best Performers) (2 provinces)",
        "Mid-high (High Average) (0 provinces)",
        "Mid-low (Low Average) (0 provinces)",
        "Low (Poor Performers) (1 province)",
    ]
    assert legend.missing == "No data (1 province)"


def test_classes_of_a_change_go_from_the_largest_fall_to_the_largest_rise(release: Release) -> None:
    classes = change_classes(80)
    numbers = classes.number(pd.Series([-3.0, -1.0, 0.0, 1.0, 3.0]))
    legend = change_legend(classes, numbers, release.catalogue.index("PAPI"), VI)
    assert [entry.text for entry in legend.classes] == [
        "giảm từ 2,40 trở lên (1 tỉnh)",
        "giảm từ 0,80 đến dưới 2,40 (1 tỉnh)",
        "giảm dưới 0,80 đến tăng 0,80 (1 tỉnh)",
        "tăng trên 0,80 đến 2,40 (1 tỉnh)",
        "tăng trên 2,40 (1 tỉnh)",
    ]
