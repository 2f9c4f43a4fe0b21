"""The pictures of the targets page: best improvers of a period, and the components of a what-if."""

import pytest
from chart_reading import problems, rows

from charts.best_improvers import best_improvers_chart
from charts.subject import Subject
from charts.what_if_scores import ComponentScore, what_if_chart, what_if_description
from indicators.period_review import Period, best_improvers, period_of, review_period
from indicators.release import Release
from wording.language import language


def _subject(release: Release) -> Subject:
    names = {unit: release.provinces.name(unit, "vi") for unit in release.provinces.units("63")}
    return Subject(release.catalogue.index("PAPI"), "overall", language("vi"), names)


def test_best_improvers_stand_in_their_order_with_both_movements(release: Release) -> None:
    # PAPI 2020 → 2024: Bình Thuận up 52 by its own score, down 4 by the others'.
    period = period_of(release, "PAPI", "63", 2020, 2024)
    assert isinstance(period, Period)
    best = best_improvers(review_period(release, period), 3)
    chart = best_improvers_chart(best, subject=_subject(release), chosen=("63-94",))
    assert problems(chart) == []
    drawn = rows(chart, "units")
    assert [row["name"] for row in drawn] == ["Bình Thuận", "Sóc Trăng", "Ninh Thuận"]
    assert (drawn[0]["own"], drawn[0]["field"], drawn[0]["own_text"]) == (52, -4, "▲ 52")
    assert [row["colour"] for row in drawn] == ["#0b4f8a", "#c2410c", "#0b4f8a"]


LAND = ComponentScore("Đất đai", 1, 10, 6.71, "6,71", 8.0, "8,00", 6.98, "6,98", 7.94, "7,94")
ENTRY = ComponentScore("Gia nhập", 1, 10, 6.93, "6,93", None, "", None, "–", None, "–")


def test_an_assumed_score_stands_beside_the_published_one_and_only_where_it_differs() -> None:
    chart = what_if_chart([LAND, ENTRY], language("vi"))
    assert problems(chart) == []
    drawn = rows(chart, "components")
    assert [row["label"] for row in drawn] == ["6,71 → 8,00", "6,93"]
    assert (drawn[1]["assumed"], drawn[1]["median"]) == (None, None)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("vi", "PCI 2022. Đất đai: 6,71, giả định 8,00, trung vị 6,98, cao nhất 7,94; Gia nhập: 6,93, trung vị –"),
        ("en", "PCI 2022. Đất đai: 6,71, assumed 8,00, median 6,98, best 7,94; Gia nhập: 6,93, median –"),
    ],
)
def test_the_picture_is_said_in_words(code: str, said: str) -> None:
    assert what_if_description("PCI 2022", [LAND, ENTRY], language("en" if code == "en" else "vi")).startswith(said)
