"""The matrix of coverage and the time line of methods: sound, with the counts and years of the repository's data."""

import pytest
from chart_reading import all_data_names, kilobytes, problems, rows

from indicators.release import Release
from ui.data_answers import coverage_chart, method_chart
from wording.language import LANGUAGE_CODES, LanguageCode


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_both_are_sound(release: Release, code: LanguageCode) -> None:
    for chart, text in (coverage_chart(release, code), method_chart(release, code)):
        assert problems(chart) == []
        assert kilobytes(chart) <= 60
        assert None not in all_data_names(chart)
        assert "–20" in text


def test_squares_hold_what_is_held_of_what_is_due(release: Release) -> None:
    chart, text = coverage_chart(release, "vi")
    squares = {(row["id"], row["year"], row["system"]): row for row in rows(chart, "editions")}
    assert len(squares) == 66
    cells = [squares[key]["cell"] for key in (("PAR", 2022, "63"), ("PAPI", 2024, "63"), ("PCI", 2006, "63"))]
    assert cells == ["19/63", "61/61", "64/64"]
    pci = squares["PCI", 2024, "63"]
    assert (pci["cell"], pci["ranks"], pci["reason"]) == ("19/63", "20/30", "chỉ công bố 30 địa phương dẫn đầu")
    assert squares["DTI", 2024, "34"]["line"] == "2024 (34)"
    assert (squares["PAPI", 2025, "34"]["cell"], squares["PAPI", 2025, "34"]["reason"]) == (
        "?",
        "chưa tìm thấy kết quả",
    )
    assert squares["PCI", 2025, "34"]["reason"] == "đã công bố, chưa thu thập được"
    assert text.startswith("35 trong 62 kỳ đã công bố có đủ điểm tổng hợp, 2005–2025: PAR INDEX 0/13, SIPAS 0/8")


def test_a_square_says_why_not_all_is_held(release: Release) -> None:
    chart, _ = coverage_chart(release, "en")
    reasons = {(row["id"], row["year"]): row["reason"] for row in rows(chart, "editions") if row["system"] == "63"}
    assert reasons["PAR", 2023] == "32 scores not collected yet"
    assert reasons["PCI", 2023] == "only the best 30 are published"
    assert reasons["PCI", 2022] == ""


def test_bars_are_the_method_series_and_marks_lie_between_them(release: Release) -> None:
    chart, text = method_chart(release, "vi")
    bars = [(row["line"], row["years"]) for row in rows(chart, "series")]
    assert [years for line, years in bars if line == "SIPAS"] == ["2017–2021", "2022–2024"]
    assert ("DTI (34 tỉnh)", "2024") in bars
    assert [row["at"] for row in rows(chart, "breaks") if row["line"] == "PAPI"] == [2017.5, 2024.5]
    marks = {(row["line"], row["at"]): row for row in rows(chart, "revisions")}
    pci = marks["PCI", 2022.5]
    assert (pci["degree_words"], pci["heading"]) == ("chỉ thay đổi nội dung công bố", "PCI, 2022 → 2023")
    assert "cách đo lường không thay đổi" in pci["reason"]
    assert "PAPI: 2011–2017, 2018–2024" in text
