"""Strengths and weaknesses in both languages."""

import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.strengths import Strengths, strengths
from wording.language import Language, language
from wording.strengths import (
    lasting_words,
    no_strengths_words,
    not_judged_words,
    short_lasting,
    strengths_words,
)

VI, EN = language("vi"), language("en")
_DAK_NONG = "63-67"


def _answer(release: Release, index: str, year: int, count: int = 3) -> Strengths:
    answer = strengths(release, EditionKey(index, year, "63"), count)
    assert isinstance(answer, Strengths)
    return answer


def test_both_lists_name_place_and_how_long(release: Release) -> None:
    # PCI 2019, VCCI's workbook: Đắk Nông 7th in land, 62nd in labour, in the lowest quarter there since 2017.
    answer = _answer(release, "PCI", 2019, count=1)
    assert strengths_words(release, answer, _DAK_NONG, VI) == (
        "Điểm mạnh: Tiếp cận đất đai (thứ tự theo điểm 7/63, mới); "
        "điểm yếu: Đào tạo lao động (thứ tự theo điểm 62/63, kéo dài)"
    )
    assert strengths_words(release, answer, _DAK_NONG, EN) == (
        "Strengths: Access to Land (order by score 7 of 63, new); "
        "weaknesses: Labor Policy (order by score 62 of 63, persistent)"
    )


def test_a_list_without_entries_is_said_to_be_empty(release: Release) -> None:
    # DTI 2024: Đắk Nông is in the best quarter nowhere; of Yên Bái two indicators are.
    words = strengths_words(release, _answer(release, "DTI", 2024), _DAK_NONG, VI)
    assert words.startswith("Điểm yếu: Hoạt động xã hội số (thứ tự theo điểm 52/63)")
    assert words.endswith("; không có thành phần nào thuộc một phần tư cao nhất")
    nothing = _answer(release, "DTI", 2024, count=0)
    assert strengths_words(release, nothing, _DAK_NONG, EN) == "No component is among the best or the lowest quarter"


def test_a_province_that_was_not_measured_has_no_lists(release: Release) -> None:
    assert strengths_words(release, _answer(release, "PAPI", 2024), "63-82", VI) == (
        "Chưa đủ cơ sở nêu điểm mạnh, điểm yếu: PAPI 2024 không có số liệu của Tiền Giang để so sánh"
    )


@pytest.mark.parametrize(
    ("index", "year", "component", "speaker", "words"),
    [
        ("PCI", 2019, "labor", VI, "Kéo dài: lặp lại ba kỳ liền"),
        ("PCI", 2019, "land", EN, "New: not so in the edition before"),
        ("DTI", 2024, "hd_xa_hoi_so", VI, "Chưa đủ cơ sở nói là kéo dài hay mới do thay đổi phương pháp"),
        (
            "PCI",
            2023,
            "labor",
            EN,
            "Whether persistent or new cannot be said: an earlier edition is not held whole",
        ),
        ("PCI", 2019, "entry", EN, ""),
    ],
)
def test_how_long_is_said_or_why_not(
    release: Release, index: str, year: int, component: str, speaker: Language, words: str
) -> None:
    table = _answer(release, index, year).table
    row = table[(table["unit"] == _DAK_NONG) & (table["component"] == component)].iloc[0]
    assert lasting_words(row, speaker) == words


@pytest.mark.parametrize(
    ("index", "year", "component", "speaker", "words"),
    [
        ("PCI", 2019, "labor", VI, "kéo dài"),
        ("PCI", 2019, "land", EN, "new"),
        ("PAPI", 2024, "D8", VI, "hai kỳ liền"),
        ("DTI", 2024, "hd_xa_hoi_so", EN, "not comparable: the method changed"),
        ("DTI", 2024, "ha_tang_so", EN, ""),
    ],
)
def test_a_cell_says_the_same_in_a_few_words(
    release: Release, index: str, year: int, component: str, speaker: Language, words: str
) -> None:
    table = _answer(release, index, year, count=8).table
    row = table[(table["unit"] == _DAK_NONG) & (table["component"] == component)].iloc[0]
    assert short_lasting(row, speaker) == words


def test_a_claim_across_a_revision_calls_for_caution(release: Release) -> None:
    table = _answer(release, "PCI", 2017).table
    row = table[table["cautious"] & (table["lasting"] == "persistent")].iloc[0]
    assert lasting_words(row, VI) == "Kéo dài: lặp lại ba kỳ liền (cần thận trọng khi so sánh)"


def test_components_that_are_not_judged_are_named(release: Release) -> None:
    assert not_judged_words(release, _answer(release, "DTI", 2024), VI) == (
        "Không xét do chưa đủ số liệu của các tỉnh, thành phố: "
        "Nhận thức số; Thể chế số; Nhân lực số; An toàn thông tin mạng"
    )
    assert not_judged_words(release, _answer(release, "PAPI", 2024), VI) == ""


def test_an_edition_without_an_answer_says_why(release: Release) -> None:
    key = EditionKey("PAR", 2022, "63")
    answer = strengths(release, key)
    assert isinstance(answer, CannotBeSaid)
    assert no_strengths_words(release, key, answer, EN) == (
        "Strengths and weaknesses of PAR INDEX 2022 cannot be said: no component has the scores of all provinces "
        f"({answer.held} of 504 scores are held)"
    )
    earlier = EditionKey("PAR", 2014, "63")
    assert no_strengths_words(release, earlier, CannotBeSaid("parts_not_held"), EN).endswith("it has no components")
