"""The limits of the data in words, counted from what is held, in both languages."""

import pytest

from indicators.release import Release
from wording.coverage import coverage_cell, held_of_due, province_coverage_words
from wording.known_limits import known_limits, warning_rows
from wording.language import LANGUAGE_CODES, LanguageCode, language

VI, EN = language("vi"), language("en")


def test_indices_without_a_whole_edition_come_first(release: Release) -> None:
    first, second, *_ = known_limits(release, VI)
    assert first.startswith("PAR INDEX: có 163/819 điểm tổng hợp của 13 kỳ đã công bố")
    assert second.startswith("SIPAS: có 83/504 điểm tổng hợp của 8 kỳ đã công bố")
    assert known_limits(release, EN)[0].startswith(
        "PAR INDEX: 163 of 819 overall scores of 13 published editions are held, and no edition is whole"
    )


def test_what_is_published_in_part_and_single_sources_are_named(release: Release) -> None:
    said = " ".join(known_limits(release, EN))
    assert "PCI 2023 and 2024: only the best 30 provinces are published" in said
    assert "PAPI: the publisher gives no ranks" in said
    assert "65 figures rest on one secondary source only" in said


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_every_remark_of_the_checks_is_said(release: Release, code: LanguageCode) -> None:
    remarks = warning_rows(release, language(code))
    assert len(remarks) == 5
    assert remarks[0][0].startswith("PCI 2011 – ")
    assert all(sentence for _, sentence in remarks)


def test_counts_of_a_province(release: Release) -> None:
    words = province_coverage_words(release, "63-35", {"PAR": (0, 13), "PCI": (19, 20)}, EN)
    assert words == "Ha Nam: editions with a result held, of those published: PAR INDEX 0/13 · PCI 19/20."


def test_cells() -> None:
    assert held_of_due(26, 1008, VI) == "26/1.008"
    assert held_of_due(0, None, VI) == "0"
    assert held_of_due(0, 0, VI) == "–"
    assert coverage_cell({"level": "not_known", "scores_held": 0, "scores_due": 34}, VI) == "?"
