import pandas as pd
import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import compare
from indicators.release import Release
from wording.findings import (
    comparison_words,
    crossing_words,
    group_text,
    own_comparison_sentences,
    place_change_cell,
    place_change_words,
    place_changes_name,
    place_text,
    place_words,
    places_name,
    score_change_text,
    score_change_words,
    score_text,
    score_words,
)
from wording.language import language
from wording.marks import Origin

VI, EN = language("vi"), language("en")
PUBLISHED = Origin("published", "")


@pytest.mark.parametrize(
    ("index", "component", "year", "score", "vi", "en"),
    [
        ("PAR", OVERALL, 2022, 84.66, "84,66%", "84.66%"),
        ("PAR", "steering", 2021, 8.5, "8,50", "8.50"),  # an area of PAR INDEX is in points
        ("SIPAS", OVERALL, 2022, 87.59, "87,59%", "87.59%"),
        ("PAPI", OVERALL, 2023, 38.971103, "38,97", "38.97"),
        ("PCI", OVERALL, 2023, 67.8, "67,80", "67.80"),
        ("DTI", OVERALL, 2022, 0.635, "0,6350", "0.6350"),
    ],
)
def test_a_score_is_written_as_its_publisher_prints_it(
    release: Release, index: str, component: str, year: int, score: float, vi: str, en: str
) -> None:
    found = release.catalogue.index(index)
    assert score_text(score, PUBLISHED, found, component, year, VI) == vi
    assert score_text(score, PUBLISHED, found, component, year, EN) == en


@pytest.mark.parametrize(
    ("kind", "note_codes", "cell", "words"),
    [
        ("published", "", "40,54", "40,54 điểm"),
        ("computed", "sum_of_parts", "40,54 †", "40,54 điểm †"),
        ("published", "secondary_source;rounded_by_source", "40,54 ‡", "40,54 điểm ‡"),
        ("computed", "secondary_source", "40,54 †‡", "40,54 điểm †‡"),
    ],
)
def test_a_score_carries_its_marks(release: Release, kind: str, note_codes: str, cell: str, words: str) -> None:
    papi, origin = release.catalogue.index("PAPI"), Origin(kind, note_codes)
    assert score_text(40.537382, origin, papi, OVERALL, 2024, VI) == cell
    assert score_words(40.537382, origin, papi, OVERALL, 2024, VI) == words


def test_an_empty_score_carries_no_mark(release: Release) -> None:
    par = release.catalogue.index("PAR")
    assert score_text(None, Origin("published", "secondary_source"), par, OVERALL, 2012, VI) == "–"


def test_a_score_that_is_not_in_points_has_no_word_behind_it(release: Release) -> None:
    assert score_words(84.66, PUBLISHED, release.catalogue.index("PAR"), OVERALL, 2022, VI) == "84,66%"
    assert score_words(0.635, PUBLISHED, release.catalogue.index("DTI"), OVERALL, 2022, VI) == "0,6350"


def test_a_deduced_group_carries_its_mark_and_no_group_none(release: Release) -> None:
    papi = release.catalogue.index("PAPI")
    assert group_text(papi, "low", "computed", VI) == "Nhóm điểm thấp nhất †"
    assert group_text(papi, "low", "published", VI) == "Nhóm điểm thấp nhất"
    assert group_text(papi, "", "computed", VI) == ""


@pytest.mark.parametrize(
    ("place", "of", "kind", "note_codes", "cell", "vi", "en"),
    [
        (37, 63, "rank", "", "37/63", "hạng 37/63", "rank 37 of 63"),
        (63, 64, "rank", "", "63/64", "hạng 63/64", "rank 63 of 64"),
        (44, None, "rank", "", "44", "hạng 44", "rank 44"),
        (44, pd.NA, "rank", "secondary_source", "44 ‡", "hạng 44 ‡", "rank 44 ‡"),
        (39, 63, "rank", "secondary_source", "39/63 ‡", "hạng 39/63 ‡", "rank 39 of 63 ‡"),
        (42, 61, "order", "secondary_source", "42/61 (*)", "thứ tự theo điểm 42/61", "order by score 42 of 61"),
    ],
)
def test_rule_3_a_place_carries_of_how_many_and_says_whether_it_is_a_rank(
    place: int, of: int | None, kind: str, note_codes: str, cell: str, vi: str, en: str
) -> None:
    assert place_text(place, of, kind, note_codes) == cell
    assert place_words(place, of, kind, note_codes, VI) == vi
    assert place_words(place, of, kind, note_codes, EN) == en


def test_places_are_named_by_all_their_kinds() -> None:
    assert places_name(["rank", "", "rank"], VI) == "Thứ hạng"
    assert places_name(["order", ""], VI) == "Thứ tự theo điểm (*)"
    assert places_name(["rank", "order"], VI) == "Thứ hạng, thứ tự (*)"
    assert place_changes_name(["rank", ""], VI) == "Thay đổi thứ hạng"
    assert place_changes_name(["order"], VI) == "Thay đổi thứ tự (*)"
    assert place_changes_name(["rank", "order"], VI) == "Thay đổi thứ hạng, thứ tự (*)"


@pytest.mark.parametrize("missing", [None, pd.NA])
def test_no_place_is_an_en_dash(missing: int | None) -> None:
    assert place_text(missing, 63, "", "") == "–"
    assert place_change_cell(missing, "") == "–"


@pytest.mark.parametrize(("change", "cell"), [(8, "▲ 8"), (-3, "▼ 3"), (0, "=")])
def test_a_change_of_place_in_a_cell(change: int, cell: str) -> None:
    assert place_change_cell(change, "rank") == cell
    assert place_change_cell(change, "order") == f"{cell} (*)"


@pytest.mark.parametrize(
    ("change", "kind", "vi", "en"),
    [
        (8, "rank", "tăng 8 bậc", "up 8 places"),
        (-3, "rank", "giảm 3 bậc", "down 3 places"),
        (-1, "rank", "giảm 1 bậc", "down 1 place"),
        (0, "rank", "giữ nguyên thứ hạng", "rank unchanged"),
        (7, "order", "tăng 7 vị trí", "up 7 positions"),
        (-1, "order", "giảm 1 vị trí", "down 1 position"),
        (0, "order", "giữ nguyên vị trí", "position unchanged"),
    ],
)
def test_places_are_of_ranks_and_positions_of_the_order_by_score(change: int, kind: str, vi: str, en: str) -> None:
    assert place_change_words(change, kind, VI) == vi
    assert place_change_words(change, kind, EN) == en


@pytest.mark.parametrize(
    ("index", "change", "vi", "en"),
    [
        ("PCI", 1.46, "tăng 1,46 điểm", "up 1.46 points"),
        ("PCI", -0.28, "giảm 0,28 điểm", "down 0.28 points"),
        ("PCI", 0.001, "điểm không đổi", "score unchanged"),
        ("PAR", 4.3, "tăng 4,30 điểm %", "up 4.30 percentage points"),
        ("SIPAS", -7.08, "giảm 7,08 điểm %", "down 7.08 percentage points"),
        ("DTI", 0.147, "tăng 0,1470 điểm", "up 0.1470 points"),
    ],
)
def test_a_change_of_a_percentage_is_in_percentage_points(
    release: Release, index: str, change: float, vi: str, en: str
) -> None:
    found = release.catalogue.index(index)
    assert score_change_words(change, found, OVERALL, 2023, VI) == vi
    assert score_change_words(change, found, OVERALL, 2023, EN) == en


def test_a_change_of_score_in_a_cell(release: Release) -> None:
    pci = release.catalogue.index("PCI")
    assert [score_change_text(change, pci, VI) for change in (1.46, -0.28, 0.0, None)] == [
        "+1,46",
        "−0,28",
        "0,00",
        "–",
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "vi", "en"),
    [
        (
            EditionKey("PAPI", 2017, "63"),
            EditionKey("PAPI", 2018, "63"),
            "Không so sánh được do thay đổi phương pháp. Từ năm 2018 Chỉ số PAPI gồm tám chỉ số nội dung",
            "Not comparable: the method changed. From 2018 eight dimensions",
        ),
        (
            EditionKey("PAR", 2023, "63"),
            EditionKey("PAR", 2024, "63"),
            "So sánh cần thận trọng: Năm 2024 áp dụng bộ tiêu chí mới",
            "Compare with caution: A new criteria set was approved for 2024",
        ),
        (
            EditionKey("PCI", 2022, "63"),
            EditionKey("PCI", 2023, "63"),
            "Từ năm 2023 chỉ công bố điểm và thứ hạng của 30 tỉnh, thành phố dẫn đầu",
            "From 2023 score and rank are published for the best 30 provinces only",
        ),
        (
            EditionKey("DTI", 2024, "63"),
            EditionKey("DTI", 2024, "34"),
            "Không so sánh được do sắp xếp đơn vị hành chính. Từ ngày 01/7/2025",
            "Not comparable: the administrative units changed. From 1 July 2025",
        ),
    ],
)
def test_rule_1_the_reason_is_said_in_both_languages(
    release: Release, earlier: EditionKey, later: EditionKey, vi: str, en: str
) -> None:
    verdict = compare(release, earlier, later, OVERALL)
    assert comparison_words(verdict, VI).startswith(vi)
    assert comparison_words(verdict, EN).startswith(en)


def test_where_nothing_lies_between_nothing_is_said(release: Release) -> None:
    verdict = compare(release, EditionKey("PAPI", 2022, "63"), EditionKey("PAPI", 2023, "63"), OVERALL)
    assert comparison_words(verdict, VI) == ""


def test_rule_1_what_lies_between_the_years_of_a_chart_is_said_in_order(release: Release) -> None:
    words = crossing_words(release, "PAPI", OVERALL, 2016, 2019, VI)
    assert [sentence.split(". ")[0] for sentence in words] == [
        "2017 → 2018: thay đổi phương pháp, số liệu hai bên không nối thành một đường",
        "2018 → 2019: so sánh cần thận trọng",
    ]
    assert crossing_words(release, "PAPI", OVERALL, 2021, 2024, VI) == []


def test_what_concerns_one_province_is_said_where_it_is_shown(release: Release) -> None:
    of_ha_noi = crossing_words(release, "PCI", "land", 2008, 2009, VI, ["63-01", "63-22"])
    assert any("Năm 2008 tỉnh Hà Tây được hợp nhất vào thành phố Hà Nội" in sentence for sentence in of_ha_noi)
    of_quang_ninh = crossing_words(release, "PCI", "land", 2008, 2009, VI, ["63-22"])
    assert len(of_quang_ninh) == len(of_ha_noi) - 1


def test_what_concerns_a_single_province_is_said_of_it_by_name(release: Release) -> None:
    before, after = EditionKey("PCI", 2008, "63"), EditionKey("PCI", 2009, "63")
    assert own_comparison_sentences(release, before, after, "land", VI) == [
        (
            "Hà Nội: So sánh cần thận trọng: Năm 2008 tỉnh Hà Tây được hợp nhất vào thành phố Hà Nội; số liệu năm "
            "2005-2008 là của Hà Nội trước khi hợp nhất."
        )
    ]
    # The total is broken for all: what is weaker is not said of one.
    assert own_comparison_sentences(release, before, after, OVERALL, VI) == []
    later = EditionKey("PCI", 2010, "63")
    assert own_comparison_sentences(release, after, later, "land", EN) == []
