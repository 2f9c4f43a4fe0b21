"""No line passes a break, a gap or from a rank to an order; what is missing is a cross with its reason, never zero."""

import json
from itertools import pairwise

import pandas as pd
from chart_reading import line_details, rows

from charts.runs import joined_runs
from charts.theme import Spec
from indicators.release import Release
from ui import finished_charts

DAK_NONG, DA_NANG, QUANG_NINH = "63-67", "63-48", "63-22"


def _chart(answer: tuple[Spec | None, str]) -> Spec:
    chart, _ = answer
    assert chart is not None
    return chart


def _scores(release: Release, index: str, *units: str) -> Spec:
    return _chart(finished_charts.score_chart(release, index, "overall", "63", "vi", units, region="NMM"))


def _places(release: Release, index: str, *units: str) -> Spec:
    return _chart(finished_charts.rank_chart(release, index, "overall", "63", "vi", units))


def _years_by_line(chart: Spec, name: str, line: str) -> list[list[int]]:
    joined: dict[str, list[int]] = {}
    for row in rows(chart, name):
        joined.setdefault(str(row[line]), []).append(row["year"])
    return sorted(joined.values())


def test_a_run_ends_at_a_gap_a_break_and_where_an_edition_lies_between() -> None:
    history = pd.DataFrame(
        {
            "unit": ["a"] * 6 + ["b"] * 6,
            "year": [2011, 2012, 2013, 2015, 2016, 2017] * 2,
            "segment": [0, 0, 0, 0, 0, 1] * 2,
            "score": [1.0, 2.0, None, 3.0, 4.0, 5.0, 1.0, None, None, None, 2.0, 3.0],
        },
        index=range(20, 32),
    )
    a, b = [0, 0, None, 1, 1, 2], [0, None, None, None, 1, 2]
    assert joined_runs(history).astype("object").where(lambda runs: runs.notna(), None).tolist() == [*a, *b]


def test_every_line_is_kept_apart_by_its_run(release: Release) -> None:
    assert line_details(_scores(release, "PAPI", DAK_NONG)) == [["run"], ["line"]]
    assert line_details(_places(release, "PAPI", DAK_NONG)) == [["name", "run"], ["line"]]


def test_lines_stop_at_the_new_method_of_2018(release: Release) -> None:
    before, after = list(range(2011, 2018)), list(range(2018, 2025))
    assert _years_by_line(_scores(release, "PAPI", DAK_NONG), "chosen", "line") == [before, after]
    places = _places(release, "PAPI", DAK_NONG)
    runs = _years_by_line(places, "chosen", "line")
    assert [2011, 2012, 2013] in runs
    assert all(max(years) <= 2017 or min(years) >= 2018 for years in runs)
    for row in rows(places, "others"):
        assert row["run"] == 0 or row["year"] >= 2012
    joined = {(row["name"], row["run"]): set() for row in rows(places, "others")}
    for row in rows(places, "others"):
        joined[(row["name"], row["run"])].add(row["year"] >= 2018)
    assert all(len(sides) == 1 for sides in joined.values())


def test_reference_lines_stop_there_too(release: Release) -> None:
    for years in _years_by_line(_scores(release, "PAPI", DAK_NONG), "references", "run"):
        assert max(years) <= 2017 or min(years) >= 2018


def test_the_break_is_marked_with_its_reason_and_revisions_lighter(release: Release) -> None:
    chart = _scores(release, "PAPI", DAK_NONG)
    assert [(row["at"], row["label"]) for row in rows(chart, "breaks")] == [(2017.5, "từ 2018: đổi phương pháp")]
    assert "thang điểm 8-80" in rows(chart, "breaks")[0]["reason"]
    assert [row["at"] for row in rows(chart, "revisions")] == [2015.5, 2018.5, 2019.5, 2020.5]
    assert [row["label"] for row in rows(_scores(release, "PCI", DAK_NONG), "breaks")] == [
        "2006",
        "2009",
        "2013",
        "2022",
    ]


def test_lines_run_straight_from_figure_to_figure(release: Release) -> None:
    assert "interpolate" not in json.dumps(_places(release, "PAPI", DAK_NONG))


def test_a_missing_year_is_a_cross_with_its_reason_and_no_point(release: Release) -> None:
    chart = _scores(release, "PAPI", QUANG_NINH)
    drawn = [row["year"] for row in rows(chart, "chosen")]
    crosses = {round(row["year"]): row["reason"] for row in rows(chart, "missing")}
    assert 2021 not in drawn
    assert crosses[2021] == "đơn vị công bố không đưa vào đánh giá"
    assert sorted([*drawn, *crosses]) == list(range(2011, 2025))
    assert all(row["score"] > 0 for row in rows(chart, "chosen"))
    for years in _years_by_line(chart, "chosen", "line"):
        assert years == list(range(years[0], years[-1] + 1))


def test_a_province_without_any_score_has_crosses_and_no_line(release: Release) -> None:
    answer = finished_charts.score_chart(release, "PAR", "institutions_pct", "63", "vi", ("63-68",))
    assert rows(_chart(answer), "chosen") == []
    assert [round(row["year"]) for row in rows(_chart(answer), "missing")] == [2019, 2020, 2021, 2022, 2023, 2024]


def test_the_axis_spans_the_data_and_holds_no_zero(release: Release) -> None:
    chart = _scores(release, "PAPI", DAK_NONG, DA_NANG)
    scale = next(layer for layer in chart["layer"] if layer["data"]["name"] == "chosen")["layer"][0]["encoding"]["y"][
        "scale"
    ]
    low, high = scale["domain"]
    assert 30 < low < 33.409419
    assert 45 < high < 50
    assert scale["zero"] is False


def test_first_place_is_on_top_and_the_title_says_whose_order_it_is(release: Release) -> None:
    papi = _places(release, "PAPI", DAK_NONG)
    low, high = papi["layer"][0]["encoding"]["y"]["scale"]["domain"]
    assert low > 63
    assert high == 0
    assert papi["title"]["text"] == [
        "Thứ tự theo điểm (*), 1 = điểm cao nhất",
        "Nét đứt: hai kỳ đánh giá không đo cùng các đơn vị.",
        "▽ có lưu ý khi so sánh",
    ]
    assert _places(release, "PAR", DAK_NONG)["title"]["text"] == [
        "Thứ hạng",
        "▽ có lưu ý khi so sánh · × không có số liệu",
    ]


def test_only_the_marks_that_are_drawn_are_explained(release: Release) -> None:
    assert _scores(release, "PAPI", DAK_NONG)["title"]["text"] == ["Điểm", "▽ có lưu ý khi so sánh"]
    assert _scores(release, "PAPI", "63-22")["title"]["text"][1] == "▽ có lưu ý khi so sánh · × không có số liệu"


def test_only_published_ranks_that_are_held_are_drawn(release: Release) -> None:
    chart = _places(release, "PAR", DAK_NONG)
    assert [(row["year"], row["place"], row["text"]) for row in rows(chart, "chosen")] == [
        (2022, 37, "37/63"),
        (2023, 51, "51/63"),
    ]
    assert [row["text"] for row in rows(chart, "names")] == ["51/63 Đắk Nông (2023)"]


def test_rule_3_places_among_other_provinces_are_joined_by_a_dashed_line_only(release: Release) -> None:
    # 63 were measured in 2011-2013 and 2015-2017, 61 in 2014 and 2018; 60, 61, 61 and 61 others in 2021-2024.
    chart = _places(release, "PAPI", DAK_NONG)
    assert _years_by_line(chart, "chosen", "line") == [
        [2011, 2012, 2013], [2014], [2015, 2016, 2017], [2018], [2019, 2020], [2021], [2022], [2023], [2024],
    ]  # fmt: skip
    steps = [(row["year_before"], row["year"]) for row in rows(chart, "chosen_links")]
    assert steps == [(2013, 2014), (2014, 2015), (2018, 2019), (2020, 2021), (2021, 2022), (2022, 2023), (2023, 2024)]
    assert rows(chart, "chosen_links")[-1]["place_before"] == 61
    assert rows(chart, "chosen_links")[-1]["place"] == 58
    assert rows(chart, "names")[0]["text"] == "58/61 (*) Đắk Nông"


def test_no_line_joins_a_published_rank_and_an_order_by_score(release: Release) -> None:
    dti = _places(release, "DTI", DAK_NONG)
    assert [(row["year"], row["text"]) for row in rows(dti, "chosen")] == [
        (2022, "49/63"), (2023, "57/63 (*)"), (2024, "55/63 (*)"),
    ]  # fmt: skip
    assert _years_by_line(dti, "chosen", "line") == [[2022], [2023], [2024]]
    assert rows(dti, "chosen_links") == []


def test_an_unconfirmed_rank_has_its_mark_at_the_end_of_its_line(release: Release) -> None:
    assert [row["text"] for row in rows(_places(release, "SIPAS", "63-68"), "names")] == ["39/63 ‡ Lâm Đồng"]


def test_the_count_of_2006_includes_the_unit_that_is_gone(release: Release) -> None:
    chart = _places(release, "PCI", DAK_NONG)
    assert next(row["text"] for row in rows(chart, "chosen") if row["year"] == 2006) == "63/64"


def test_a_computed_score_has_its_mark_at_the_end_of_its_line_and_under_the_pointer(release: Release) -> None:
    chart = _scores(release, "PAPI", DAK_NONG)
    assert {"Đắk Nông 40,54 †", "Trung vị 43,48 †"} <= {row["text"] for row in rows(chart, "names")}
    texts = {row["year"]: row["text"] for row in rows(chart, "chosen")}
    assert (texts[2023], texts[2022], texts[2018]) == ("38,97 †", "40,53 †", "44,59")
    medians = {row["year"]: row["text"] for row in rows(chart, "references") if row["line"] == "median"}
    assert medians[2024] == "43,48 †"


def test_a_line_that_ends_before_the_last_year_of_the_axis_says_where(release: Release) -> None:
    assert "Đắk Nông 67,79 (2023)" in {row["text"] for row in rows(_scores(release, "PCI", DAK_NONG), "names")}


def test_an_unconfirmed_score_and_rank_have_their_mark_under_the_pointer(release: Release) -> None:
    lam_dong = {row["year"]: row for row in rows(_scores(release, "SIPAS", "63-68"), "chosen")}
    assert (lam_dong[2024]["text"], lam_dong[2024]["place"]) == ("83,00% ‡", "39/63 ‡")
    places = {row["year"]: row["text"] for row in rows(_places(release, "SIPAS", "63-68"), "chosen")}
    assert places[2024] == "39/63 ‡"


def test_end_labels_keep_apart(release: Release) -> None:
    chart = _places(release, "PCI", QUANG_NINH, "63-80", "63-77")
    at = sorted(row["at"] for row in rows(chart, "names"))
    assert [row["text"] for row in rows(chart, "names")] == [
        "2/30 Quảng Ninh",
        "3/30 Long An",
        "5/30 Bà Rịa - Vũng Tàu",
    ]
    assert min(after - before for before, after in pairwise(at)) > 1.5


def test_a_small_line_is_cut_and_its_newest_figure_is_last(release: Release) -> None:
    chart = _chart(finished_charts.small_line_chart(release, "PAPI", "overall", DAK_NONG, 2024, "vi"))
    assert _years_by_line(chart, "line", "line") == [list(range(2011, 2018)), list(range(2018, 2025))]
    assert [row["year"] for row in rows(chart, "newest")] == [2024]
    assert rows(chart, "cuts") == [{"year": 2017.5}]


def test_a_small_line_knows_nothing_later_than_its_year(release: Release) -> None:
    chart = _chart(finished_charts.small_line_chart(release, "PAPI", "overall", DAK_NONG, 2020, "vi"))
    assert [row["year"] for row in rows(chart, "newest")] == [2020]


def test_a_small_line_begins_with_the_first_figure_that_is_held(release: Release) -> None:
    chart = _chart(finished_charts.small_line_chart(release, "PAR", "overall", DAK_NONG, 2024, "vi"))
    assert [row["year"] for row in rows(chart, "line")] == [2022, 2023]
    assert rows(chart, "cuts") == []


def test_rule_8_the_published_mean_of_a_region_is_a_line_of_its_own(release: Release) -> None:
    chart = _chart(finished_charts.score_chart(release, "PAR", "overall", "63", "vi", (DAK_NONG,), region="CHL"))
    of_region = [row for row in rows(chart, "references") if row["line"].startswith("region")]
    assert [(row["year"], row["text"]) for row in of_region] == [(2023, "85,42%"), (2024, "85,63%")]
    assert {row["line"] for row in of_region} == {"region_mean"}
    assert any(row["text"].startswith("Trung bình vùng (công bố) 85,63%") for row in rows(chart, "names"))
