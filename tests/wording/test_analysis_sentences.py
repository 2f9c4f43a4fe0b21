"""Sentences of movements, decompositions, firmness of places and of questions without an answer."""

from typing import get_args

import pytest

from indicators.answer import CannotBeSaid, CannotReason
from indicators.catalogue import EditionKey
from indicators.decomposition import Decomposition, decompose_change
from indicators.movement import Movement, movement_between
from indicators.release import Release
from indicators.robustness import Robustness, robustness
from wording.answers import cannot_words, short_cannot
from wording.decomposition import largest_words, remainder_words, reweighted_words
from wording.language import Language, language
from wording.movement import field_words, movement_words, rank_beside_words
from wording.robustness import rounding_words, separation_words, tied_words

VI, EN = language("vi"), language("en")
PAPI_2024 = EditionKey("PAPI", 2024, "63")


def _movement(release: Release, index: str, first: int, last: int) -> Movement:
    answer = movement_between(release, EditionKey(index, first, "63"), EditionKey(index, last, "63"))
    assert isinstance(answer, Movement)
    return answer


def _change(release: Release, first: int, later: EditionKey) -> Decomposition:
    answer = decompose_change(release, EditionKey(later.index, first, "63"), later)
    assert isinstance(answer, Decomposition)
    return answer


def _firmness(release: Release, key: EditionKey) -> Robustness:
    answer = robustness(release, key)
    assert isinstance(answer, Robustness)
    return answer


@pytest.mark.parametrize("reason", get_args(CannotReason))
@pytest.mark.parametrize("spoken", [VI, EN])
def test_every_reason_has_a_sentence_and_a_short_form(release: Release, reason: CannotReason, spoken: Language) -> None:
    sentence = cannot_words(release, PAPI_2024, CannotBeSaid(reason), spoken)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert short_cannot(reason, spoken)
    assert short_cannot("", spoken) == ""


def test_what_is_missing_is_counted_or_named(release: Release) -> None:
    answer = CannotBeSaid("edition_not_whole", held=31, due=63)
    assert cannot_words(release, PAPI_2024, answer, VI) == "Chưa đủ cơ sở: còn thiếu 32/63 điểm số."
    answer = CannotBeSaid("parts_not_held", missing=("D2", "63-67"))
    assert cannot_words(release, PAPI_2024, answer, VI) == (
        "Chưa đủ cơ sở. Chưa có số liệu của: Công khai, minh bạch; Đắk Nông."
    )


def test_a_break_is_said_with_its_reason(release: Release) -> None:
    key = EditionKey("PCI", 2022, "63")
    answer = decompose_change(release, EditionKey("PCI", 2021, "63"), key)
    assert isinstance(answer, CannotBeSaid)
    words = cannot_words(release, key, answer, VI)
    assert words.startswith("Không so sánh được do thay đổi phương pháp. Năm 2022 trọng số")


def test_movements_are_of_positions(release: Release) -> None:
    papi = _movement(release, "PAPI", 2023, 2024)
    assert movement_words(papi, "63-89", VI) == (
        "Thứ tự theo điểm: giảm 4 vị trí trong 59 tỉnh, thành phố; do tỉnh thay đổi: tăng 6 vị trí; "
        "do các tỉnh khác thay đổi: giảm 10 vị trí"
    )
    assert movement_words(papi, "63-74", VI) == ""
    assert rank_beside_words(papi, "63-89", VI) == ""
    assert field_words(papi, EN) == "Places are those among the 59 provinces measured in both editions."
    assert field_words(_movement(release, "DTI", 2022, 2023), EN) == ""
    assert "64" in field_words(_movement(release, "PCI", 2006, 2008), VI)


def test_printed_ranks_that_do_not_agree_are_said_beside(release: Release) -> None:
    # PCI 2019: Phú Yên is published 43rd with the 64.14 of the 42nd.
    pci = _movement(release, "PCI", 2019, 2020)
    assert rank_beside_words(pci, "63-54", EN).startswith("Published rank: up 1 place. ")
    assert rank_beside_words(pci, "63-67", EN) == ""


def test_a_cause_is_named_only_where_the_decomposition_is_exact(release: Release) -> None:
    papi = _change(release, 2023, PAPI_2024)
    assert largest_words(release, PAPI_2024, papi, "63-67", VI) == (
        "Đóng góp nhiều nhất vào mức tăng: Công khai, minh bạch (+0,40 điểm)"
    )
    assert remainder_words(release, PAPI_2024, papi, "63-67", VI) == "Phần còn lại: dưới 0,01 điểm, do làm tròn."
    assert largest_words(release, PAPI_2024, papi, "63-74", VI) == ""
    assert remainder_words(release, PAPI_2024, papi, "63-74", VI) == ""
    assert reweighted_words(release, PAPI_2024, papi, VI) == ""


def test_a_remainder_says_what_it_comes_from(release: Release) -> None:
    key = EditionKey("PCI", 2012, "63")
    pci = _change(release, 2011, key)
    assert largest_words(release, key, pci, "63-30", EN) == ""
    assert remainder_words(release, key, pci, "63-30", EN) == (
        "Remainder: −0.54 points, more than rounding explains (0.11 points)."
    )
    key = EditionKey("PAPI", 2021, "63")
    words = remainder_words(release, key, _change(release, 2020, key), "63-67", EN)
    assert words == (
        "Remainder: −0.52 points, with the part of what was measured otherwise: Administrative Procedures."
    )


def test_separations_of_ranks_are_of_places_and_of_orders_of_positions(release: Release) -> None:
    key = EditionKey("DTI", 2022, "63")
    dti = _firmness(release, key)
    assert separation_words(release, key, dti, "63-38", EN) == (
        "0.0040 points short of 5 places up; 0.0076 points ahead of 5 places down"
    )
    assert tied_words(dti, "63-38", VI) == "đồng hạng với 1 tỉnh, thành phố"
    assert rounding_words(release, key, dti, "63-38", EN).startswith("1 other province scores within 0.0001 points")
    papi = _firmness(release, PAPI_2024)
    assert separation_words(release, PAPI_2024, papi, "63-67", VI, places=1) == (
        "còn thiếu 0,08 điểm để lên 1 vị trí; cao hơn 0,09 điểm so với tỉnh xếp dưới 1 vị trí"
    )
    assert separation_words(release, PAPI_2024, papi, "63-26", VI) == ""
    assert rounding_words(release, PAPI_2024, papi, "63-26", VI) == ""
    assert tied_words(papi, "63-26", VI) == ""
