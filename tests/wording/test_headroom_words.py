"""How far the median and the best are, and in which components most of it lies, in both languages."""

import pytest

from indicators.catalogue import EditionKey
from indicators.component_gaps import ComponentGaps, component_gaps
from indicators.headroom import Headroom, headroom
from indicators.release import Release
from wording.headroom import best_words, largest_gaps_words, median_words
from wording.language import LanguageCode, language

PAPI, PCI = EditionKey("PAPI", 2024, "63"), EditionKey("PCI", 2022, "63")


@pytest.mark.parametrize(
    ("key", "unit", "code", "sentence"),
    [
        (PAPI, "63-67", "vi", "Thấp hơn trung vị các tỉnh, thành phố 2,94 điểm (43,48 †)"),
        (PAPI, "63-22", "en", "4.34 points above the median of all provinces (43.48 †)"),
        (PCI, "63-67", "en", "0.35 points below the median of all provinces (65.22 †)"),
        (PAPI, "63-82", "vi", ""),  # Tiền Giang was left out
    ],
)
def test_the_median(release: Release, key: EditionKey, unit: str, code: LanguageCode, sentence: str) -> None:
    answer = headroom(release, key)
    assert isinstance(answer, Headroom)
    assert median_words(release, key, answer, unit, language(code)) == sentence


def test_the_best_score_carries_its_mark(release: Release) -> None:
    # Quảng Ninh's 47.82 is added up from the dimensions; its 72.95 of the PCI is printed.
    answers = {key: headroom(release, key) for key in (PAPI, PCI)}
    papi, pci = answers[PAPI], answers[PCI]
    assert isinstance(papi, Headroom)
    assert isinstance(pci, Headroom)
    assert best_words(release, PAPI, papi, "63-67", language("vi")) == (
        "Còn thiếu 7,28 điểm để bằng điểm cao nhất (47,82 †)"
    )
    assert best_words(release, PAPI, papi, "63-22", language("en")) == "Has the best score (47.82 †)"
    assert best_words(release, PCI, pci, "63-67", language("en")) == "8.08 points short of the best score (72.95)"


def test_the_components_that_hold_most(release: Release) -> None:
    # PCI 2022, weights by the size of each gap: labour 1.0 x 2.96, support 1.5 x 1.22, informal charges 1.5 x 0.95.
    gaps = component_gaps(release, PCI)
    assert isinstance(gaps, ComponentGaps)
    assert largest_gaps_words(release, PCI, gaps, "63-67", language("en")) == (
        "Most points of the total, up to the best score of each component: Labor Policy 2.96 points (24%); "
        "Business Support 1.83 points (15%); Informal Charges 1.43 points (11%)"
    )
