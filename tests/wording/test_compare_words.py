from indicators.catalogue import EditionKey
from indicators.common_edition import common_edition
from indicators.component_comparison import ComponentComparison, compare_components
from indicators.release import Release
from wording.compare import common_edition_words, far_words, leaders_words, not_whole_words, without_scores_words
from wording.language import language

VI, EN = language("vi"), language("en")
UNITS = ("63-67", "63-17", "63-45", "63-54")


def _compared(release: Release, index: str, year: int, *units: str) -> ComponentComparison:
    answer = compare_components(release, EditionKey(index, year, "63"), units)
    assert isinstance(answer, ComponentComparison)
    return answer


def test_who_leads_in_how_many_and_the_largest_gap(release: Release) -> None:
    compared = _compared(release, "PAPI", 2024, *UNITS)
    assert leaders_words(release, compared, VI) == (
        "PAPI 2024: trong 8 thành phần, Quảng Trị (trước 01/07/2025) dẫn đầu 7, Hòa Bình dẫn đầu 1. "
        "Khoảng cách lớn nhất: Tham gia ở cấp cơ sở, 1,18 điểm giữa Quảng Trị (trước 01/07/2025) (cao nhất) và "
        "Phú Yên (thấp nhất)."
    )
    assert leaders_words(release, compared, EN).startswith(
        "PAPI 2024: of 8 components, Quang Tri (before 1 July 2025) leads in 7, Hoa Binh leads in 1."
    )


def test_nobody_leads_where_one_alone_has_scores(release: Release) -> None:
    compared = _compared(release, "PAR", 2023, "63-17", "63-67")
    assert leaders_words(release, compared, VI) == ""
    assert far_words(release, compared, VI) == ""
    assert without_scores_words(release, compared, VI) == ["Không có điểm thành phần của Đắk Nông: chưa thu thập được."]
    assert "Cải cách thủ tục hành chính (3/63)" in not_whole_words(release, compared, VI)


def test_far_is_explained(release: Release) -> None:
    words = far_words(release, _compared(release, "PAPI", 2024, *UNITS), VI)
    assert words.startswith("Khác xa Đắk Nông: chênh lệch lớn hơn khoảng tứ phân vị của cả nước")


def test_an_edition_that_is_not_the_newest_says_what_newer_ones_hold(release: Release) -> None:
    units = ("63-67", "63-10", "63-45", "63-17", "63-54", "63-08")
    pci, papi = (common_edition(release, index, "63", units) for index in ("PCI", "PAPI"))
    assert pci is not None
    assert papi is not None
    assert common_edition_words(release, pci, 6, VI) == (
        "PCI 2022: có số liệu của 6/6 tỉnh, thành phố được chọn. "
        "Kỳ mới hơn có số liệu của ít tỉnh hơn: PCI 2024 (1/6) và PCI 2023 (2/6)."
    )
    assert common_edition_words(release, papi, 6, VI) == ""
