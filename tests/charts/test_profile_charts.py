"""The charts of a profile: places cut where they may not be joined, contributions with the remainder kept apart."""

from chart_reading import problems, rows

from indicators.catalogue import EditionKey
from indicators.release import Release
from ui import finished_charts


def test_places_are_joined_inside_a_method_series_only(release: Release) -> None:
    chart, words = finished_charts.small_ranks_chart(release, "PCI", ("63-67",), 2024, "vi")
    assert chart is not None
    assert problems(chart) == []
    drawn = rows(chart, "chosen")
    assert {row["year"]: row["place"] for row in drawn if row["year"] >= 2021} == {2021: 52, 2022: 38, 2023: 21}
    lines = {row["year"]: row["line"] for row in drawn}
    assert lines[2020] == lines[2021] != lines[2022]
    assert [row["at"] for row in rows(chart, "breaks")] == [2008.5, 2012.5, 2021.5]
    assert [row["text"] for row in rows(chart, "names")] == ["21 (2023)"]
    assert "hạng 21/30" in words


def test_predecessors_are_named_and_the_unit_system_too(release: Release) -> None:
    chart, _ = finished_charts.small_ranks_chart(
        release, "PAPI", ("63-60", "63-67", "63-68"), 2024, "en", system_named=True
    )
    assert chart is not None
    assert problems(chart) == []
    assert [row["text"] for row in rows(chart, "names")] == ["3 Binh Thuan", "58 Dak Nong", "54 Lam Dong"]
    assert chart["title"]["text"] == ["Order by score (*)", "63 provinces (to 30 June 2025)"]


def test_without_a_place_there_is_no_chart(release: Release) -> None:
    assert finished_charts.small_ranks_chart(release, "SIPAS", ("63-35",), 2024, "vi")[0] is None


def test_contributions_end_with_the_remainder_and_the_whole(release: Release) -> None:
    earlier, later = EditionKey("PAPI", 2023, "63"), EditionKey("PAPI", 2024, "63")
    chart, words = finished_charts.contributions_chart(release, earlier, later, "63-67", "vi")
    assert chart is not None
    assert problems(chart) == []
    drawn = rows(chart, "contributions")
    # Đắk Nông 38.971103, then 40.537382; transparency 4.309298, then 4.712792.
    assert [(row["name"], row["text"]) for row in (drawn[1], *drawn[-2:])] == [
        ("Công khai, minh bạch", "+0,40"),
        ("Phần còn lại", "dưới 0,01"),
        ("Thay đổi điểm tổng hợp", "+1,57"),
    ]
    assert len(drawn) == 8 + 2
    assert words.startswith("Đóng góp vào thay đổi 2023 → 2024: Tham gia ở cấp cơ sở −0,06; ")


def test_a_component_measured_otherwise_has_no_bar_and_says_why(release: Release) -> None:
    earlier, later = EditionKey("PAPI", 2020, "63"), EditionKey("PAPI", 2021, "63")
    chart, _ = finished_charts.contributions_chart(release, earlier, later, "63-67", "en")
    assert chart is not None
    row = rows(chart, "contributions")[4]
    assert (row["points"], row["text"]) == (0.0, "not comparable: the method changed")


def test_rule_10_no_contributions_across_a_break_or_without_all_parts(release: Release) -> None:
    pci = [EditionKey("PCI", year, "63") for year in (2021, 2022)]
    assert finished_charts.contributions_chart(release, pci[0], pci[1], "63-67", "vi") == (None, "")
    par = [EditionKey("PAR", year, "63") for year in (2022, 2023)]
    assert finished_charts.contributions_chart(release, par[0], par[1], "63-67", "vi") == (None, "")
