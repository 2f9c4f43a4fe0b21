"""Lead agencies in words: common practice is never given out as a fact."""

from datetime import date
from typing import get_args

import pytest

from indicators.own_responsibilities import Fault, TableFault, read_own_table
from indicators.release import Release
from indicators.responsibility import responsibilities
from wording.language import language
from wording.responsibility import as_of_words, lead_words, responsibility_words, support_words, table_fault_words

VI, EN = language("vi"), language("en")
_TODAY = date(2026, 1, 1)


def test_common_practice_is_told_as_such(release: Release) -> None:
    answer = responsibilities(release, _TODAY)["PCI", "land"]
    assert responsibility_words(answer, release.catalogue.index("PCI"), VI) == (
        "Thường do Sở Nông nghiệp và Môi trường tham mưu (theo phân công thông thường, chưa tìm thấy văn bản nêu; "
        "từng tỉnh có thể phân công khác)."
    )


def test_no_general_row_is_told_as_a_fact(release: Release) -> None:
    for answer in responsibilities(release, _TODAY).values():
        assert lead_words(answer, VI).startswith("thường do ")
        assert lead_words(answer, EN).startswith("usually led by ")


def test_what_comes_from_the_component_above_says_so(release: Release) -> None:
    answer = responsibilities(release, _TODAY)["PAPI", "D1.elections"]
    words = responsibility_words(answer, release.catalogue.index("PAPI"), VI)
    assert "lấy theo thành phần cấp trên: Tham gia ở cấp cơ sở" in words


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("stated", "Do Sở X chủ trì (theo bảng phân công của tỉnh; có văn bản nêu)."),
        ("usual", "Thường do Sở X tham mưu (theo bảng phân công của tỉnh; theo phân công thông thường"),
    ],
)
def test_a_provinces_own_table_speaks_for_itself(release: Release, basis: str, words: str) -> None:
    text = (
        "index,component,lead_to_2025_02_28,lead_from_2025_03_01,with,basis,source\n"
        f"PCI,land,Sở X,Sở X,Sở Y; Sở Z,{basis},\n"
    )
    own = read_own_table(text.encode(), release.catalogue)
    answer = responsibilities(release, _TODAY, own)["PCI", "land"]
    assert responsibility_words(answer, release.catalogue.index("PCI"), VI).startswith(words)
    assert support_words(answer, VI) == "Phối hợp: Sở Y; Sở Z"
    assert support_words(answer, EN) == "Together with: Sở Y; Sở Z"


def test_the_day_is_said() -> None:
    assert as_of_words(date(2025, 2, 28), VI) == "Cơ quan theo phân công đến ngày 28/02/2025"
    assert as_of_words(date(2025, 3, 1), VI) == "Cơ quan theo phân công từ ngày 01/03/2025"


def test_every_fault_has_a_sentence_with_its_place() -> None:
    for fault in get_args(Fault):
        told = table_fault_words(TableFault(fault, 7, "basis", "sure", ("stated", "usual")), EN)
        assert "{" not in told
        assert "7" in told or "basis" in told or fault == "no_rows"
    assert table_fault_words(TableFault("basis_unknown", 7, "basis", "sure", ("stated", "usual")), VI) == (
        'Dòng 7, cột basis: "sure" không hợp lệ; các giá trị được dùng: stated, usual.'
    )
