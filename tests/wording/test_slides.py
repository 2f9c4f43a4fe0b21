"""Titles of slides, each rule with a real province: literal sentences, as a reader checks them against the editions."""

from functools import cache

import pandas as pd
import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.change import Change, change_between, previous_edition
from indicators.decomposition import Decomposition, decompose_change
from indicators.period_review import Period, best_improvers, period_of, review_period
from indicators.release import Release
from indicators.results import edition_table
from indicators.strengths import Strengths, strengths
from indicators.succession import predecessor_view
from indicators.units import Unit, UnitSystem
from wording.language import LanguageCode, language
from wording.slide_analysis import peers_title, strengths_title, targets_title
from wording.slide_overviews import first_title, improvers_title
from wording.slide_titles import components_title, history_title, merged_title, numbered, review_title, standing_title
from wording.slides import TITLE_LIMIT, fitted, index_title

VI, EN = language("vi"), language("en")


Asked = tuple[EditionKey, pd.DataFrame, Change | None, int | None, Decomposition | None]


@cache
def _asked(release: Release, index: str, year: int, system: UnitSystem) -> Asked:
    key = EditionKey(index, year, system)
    before = previous_edition(release, key)
    table = edition_table(release, key)
    if before is None:
        return key, table, None, None, None
    parted = decompose_change(release, before.key, key)
    change = change_between(release, before.key, key)
    return key, table, change, before.key.year, None if isinstance(parted, CannotBeSaid) else parted


def _title(release: Release, index: str, year: int, unit: str, code: LanguageCode = "vi") -> str:
    key, table, change, earlier, parted = _asked(release, index, year, Unit.parse(unit).system)
    return index_title(release, key, table, unit, change, earlier, parted, language(code))


RANK_AND_CONTRIBUTION = (
    "PCI 2023: Đắk Nông xếp thứ 21/30; tăng 17 bậc, tăng 2,92 điểm so với năm 2022; "
    "đóng góp nhiều nhất: Hỗ trợ doanh nghiệp (+1,83 điểm)"
)
GROUP = "PAPI 2024: Đắk Nông đạt 40,54 điểm †, thuộc Nhóm điểm thấp nhất (nhóm suy ra); tăng 1,57 điểm so với năm 2023"
STATED = (
    "PCI 2023: Nghệ An đạt 65,72 điểm, hạng 44, do tỉnh thông tin, không có trong danh sách công bố; "
    "giảm 21 bậc, giảm 0,88 điểm so với năm 2022"
)


@pytest.mark.parametrize(
    ("index", "year", "unit", "title"),
    [
        pytest.param("PCI", 2023, "63-67", RANK_AND_CONTRIBUTION, id="rank and exact contribution"),
        pytest.param(
            "PAR", 2023, "63-67",
            "PAR INDEX 2023: Đắk Nông xếp thứ 51/63; tăng 0,76 điểm % nhưng giảm 14 bậc so với năm 2022",
            id="opposite signs, weights not known",
        ),
        pytest.param(
            "DTI", 2023, "63-48",
            "DTI 2023: Đà Nẵng (trước 01/07/2025) xếp thứ 1/63; giữ nguyên thứ hạng, tăng 0,0338 điểm so với năm 2022",
            id="rank unchanged",
        ),
        pytest.param(
            "DTI", 2022, "63-38",
            "DTI 2022: Thanh Hóa đồng hạng 15/63 cùng Yên Bái; tăng 0,1470 điểm nhưng giảm 3 bậc so với năm 2021",
            id="tie",
        ),
        pytest.param(
            "PCI", 2022, "63-35",
            "PCI 2022: Hà Nam đạt 64,00 điểm, thứ tự theo điểm 45/63 (bằng điểm Gia Lai (trước 01/07/2025)); "
            "không so sánh với năm 2021",
            id="equal scores in the order by score, break",
        ),
        pytest.param(
            "DTI", 2023, "63-67",
            "DTI 2023: Đắk Nông đạt 0,6150, thứ tự theo điểm 57/63; tăng 0,0884 điểm nhưng giảm 8 vị trí "
            "so với năm 2022",
            id="order by score",
        ),
        pytest.param("PAPI", 2024, "63-67", GROUP, id="group in place of a rank"),
        pytest.param(
            "PAR", 2022, "63-67",
            "PAR INDEX 2022: Đắk Nông xếp thứ 37/63; không so sánh với năm 2021 do thay đổi phương pháp",
            id="break",
        ),
        pytest.param(
            "PAR", 2024, "63-22",
            "PAR INDEX 2024: Quảng Ninh xếp thứ 4/63; giảm 3 bậc, giảm 0,69 điểm % so với năm 2023 "
            "(cần thận trọng khi so sánh)",
            id="revision",
        ),
        pytest.param(
            "PCI", 2024, "63-35",
            "PCI 2024: Hà Nam xếp thứ 22/30; chưa có thứ hạng năm 2023 để so sánh",
            id="no rank before",
        ),
        pytest.param(
            "SIPAS", 2024, "63-22", "SIPAS 2024: Quảng Ninh xếp thứ 4/63; giảm 3 bậc so với năm 2023", id="ranks alone"
        ),
        pytest.param(
            "SIPAS", 2023, "63-68",
            "SIPAS 2023: Lâm Đồng (trước 01/07/2025) đạt 80,38%; chưa đủ số liệu để tính thay đổi (thiếu năm 2022)",
            id="score without a place",
        ),
        pytest.param(
            "SIPAS", 2024, "63-68",
            "SIPAS 2024: Lâm Đồng (trước 01/07/2025) xếp thứ 39/63 ‡; tăng 2,62 điểm % so với năm 2023",
            id="not confirmed",
        ),
        pytest.param("PCI", 2023, "63-40", STATED, id="stated by the province"),
        pytest.param(
            "PAPI", 2021, "63-22",
            "PAPI 2021: không có kết quả của Quảng Ninh (không đủ dữ liệu để đánh giá)",
            id="left out by the publisher",
        ),
        pytest.param(
            "PCI", 2024, "63-68",
            "PCI 2024: VCCI chỉ công bố 30 địa phương dẫn đầu; chưa có số liệu của Lâm Đồng (trước 01/07/2025)",
            id="not published",
        ),
        pytest.param(
            "PAR", 2023, "63-35", "PAR INDEX 2023: chưa thu thập được kết quả của Hà Nam", id="not collected"
        ),
        pytest.param("PAPI", 2025, "34-48", "Chưa tìm thấy kết quả PAPI 2025", id="no result found"),
        pytest.param(
            "DTI", 2024, "34-48", "DTI 2024, 34 tỉnh, thành phố: Đà Nẵng (mới) xếp thứ 17/34", id="first of the 34"
        ),
        pytest.param(
            "PAPI", 2024, "63-82", "PAPI 2024: không có kết quả của Tiền Giang (đơn vị công bố không đưa vào đánh giá)",
            id="a reason too long for a title",
        ),
    ],
)  # fmt: skip
def test_a_title_states_the_finding(release: Release, index: str, year: int, unit: str, title: str) -> None:
    assert _title(release, index, year, unit) == title


def test_the_same_in_english(release: Release) -> None:
    assert _title(release, "PCI", 2023, "63-67", "en") == (
        "PCI 2023: Dak Nong ranks 21 of 30; up 17 places, up 2.92 points on 2022; "
        "contributed most: Business Support (+1.83 points)"
    )
    assert _title(release, "DTI", 2022, "63-38", "en") == (
        "DTI 2022: Thanh Hoa ties for rank 15 of 63 with Yen Bai; up 0.1470 points but down 3 places on 2021"
    )


def test_rule_10_no_component_is_named_where_the_decomposition_is_not_exact(release: Release) -> None:
    # The parts of DTI are not all held, those of PAR INDEX have no weights, D5 of PAPI was measured otherwise in 2021.
    for index, year, unit in (("DTI", 2023, "63-48"), ("PAR", 2023, "63-22"), ("PAPI", 2021, "63-67")):
        assert "đóng góp" not in _title(release, index, year, unit)


@pytest.mark.parametrize("code", ["vi", "en"])
def test_no_title_is_longer_than_a_slide_is_wide_or_mixes_places_with_positions(
    release: Release, code: LanguageCode
) -> None:
    for index, year in (("PAPI", 2022), ("PAPI", 2024), ("PCI", 2023), ("DTI", 2024), ("SIPAS", 2023)):
        for unit in release.provinces.units("63"):
            title = _title(release, index, year, unit, code)
            assert len(title) <= TITLE_LIMIT, title
            assert not ("bậc" in title and "vị trí" in title)
            assert not title.endswith(".")


def test_a_title_too_long_says_its_caution_in_fewer_words(release: Release) -> None:
    earlier, later = (EditionKey("PAPI", year, "63") for year in (2020, 2024))
    change = change_between(release, earlier, later)
    title = index_title(release, later, edition_table(release, later), "63-64", change, 2020, None, VI)
    assert title == (
        "PAPI 2024: Gia Lai (trước 01/07/2025) đạt 41,29 điểm †, thuộc Nhóm điểm thấp nhất (nhóm suy ra); "
        "giảm 0,91 điểm so với năm 2020 (thận trọng)"
    )


def test_the_longest_wording_that_fits_is_taken() -> None:
    assert fitted("a" * 141, "a" * 140, "b") == "a" * 140
    assert fitted("a" * 150, "a" * 145) == "a" * 145


def test_counts_leave_out_what_is_nought() -> None:
    title = standing_title("Đắk Nông", [17, -14, 3, None, None], 0, VI)
    assert title == "Kết quả mới nhất của Đắk Nông, theo thứ hạng từng chỉ số: 2 tăng, 1 giảm, 2 không so sánh được"
    assert standing_title("Hà Nam", [0], 4, EN).endswith(": 1 unchanged, 4 without a result here")
    assert "đầu kỳ và cuối kỳ của các tỉnh trước sắp xếp" in review_title("Đà Nẵng (mới)", 2021, 2024, [], VI)


def _history_title(release: Release, earlier: EditionKey, later: EditionKey, broken: tuple[int, int] | None) -> str:
    return history_title(release, "63-67", earlier, later, change_between(release, earlier, later), broken, VI)


def test_how_far_a_province_came_says_what_is_compared(release: Release) -> None:
    pci = [EditionKey("PCI", year, "63") for year in (2022, 2023)]
    assert _history_title(release, pci[0], pci[1], None) == "PCI 2022–2023: Đắk Nông tăng 17 bậc (38/63 → 21/30)"
    assert _history_title(release, pci[0], pci[1], (2021, 2023)) == (
        "PCI 2022–2023: Đắk Nông tăng 17 bậc (38/63 → 21/30); trong 2021–2023 chỉ so sánh được 2022–2023 do thay đổi "
        "phương pháp"
    )
    papi = [EditionKey("PAPI", year, "63") for year in (2022, 2024)]
    assert _history_title(release, papi[0], papi[1], None) == (
        "PAPI 2022–2024: Đắk Nông giảm 7 vị trí trong 59 tỉnh có số liệu ở cả hai năm (49/59 (*) → 56/59 (*))"
    )


def test_a_merged_province_has_the_range_of_its_predecessors_and_a_computed_mean(release: Release) -> None:
    dti, papi, sipas = (EditionKey(index, 2024, "63") for index in ("DTI", "PAPI", "SIPAS"))
    assert merged_title(release, dti, predecessor_view(release, "34-68", dti), VI) == (
        "DTI 2024, 63 tỉnh, thành phố, Lâm Đồng (mới): các tỉnh trước sắp xếp đạt 0,6075–0,7331; "
        "trung bình cộng 0,6729 †"
    )
    assert merged_title(release, papi, predecessor_view(release, "34-68", papi), VI) == (
        "PAPI 2024, Lâm Đồng (mới): các tỉnh trước sắp xếp đạt 40,54–47,13 †; trung bình theo dân số 43,24 †"
    )
    assert merged_title(release, sipas, predecessor_view(release, "34-68", sipas), VI) == (
        "SIPAS 2024, Lâm Đồng (mới): có kết quả của 1/3 tỉnh trước sắp xếp"
    )


def test_strengths_are_named_with_their_place_or_counted(release: Release) -> None:
    answer = strengths(release, EditionKey("PCI", 2023, "63"))
    assert isinstance(answer, Strengths)
    assert strengths_title(release, answer, "63-67", VI) == (
        "PCI 2023: mạnh nhất ở Pháp lý và an ninh trật tự (thứ tự theo điểm 4/63); yếu nhất ở Đào tạo lao động "
        "(thứ tự theo điểm 60/63)"
    )
    counted = strengths_title(release, answer, "63-68", VI, "Lâm Đồng (trước 01/07/2025)")
    assert counted == "Lâm Đồng (trước 01/07/2025), PCI 2023: 1 thành phần là điểm mạnh, 3 thành phần là điểm yếu"


def test_the_best_improver_is_told_from_the_field(release: Release) -> None:
    period = period_of(release, "PAPI", "63", 2021, 2024)
    assert isinstance(period, Period)
    best = best_improvers(review_period(release, period), 3)
    title = improvers_title(release, period, best, VI)
    assert title == "PAPI 2021 → 2024: Sóc Trăng cải thiện nhiều nhất, do điểm của tỉnh tăng 49 vị trí"


def test_titles_that_only_count(release: Release) -> None:
    key = EditionKey("PAPI", 2024, "63")
    changes = pd.Series([0.4, -0.1, 0.0, None])
    assert components_title(release, key, 2023, changes, VI) == (
        "PAPI 2024, điểm các thành phần so với năm 2023: 1 tăng, 1 giảm, 1 giữ nguyên, 1 không so sánh được"
    )
    assert peers_title("Đắk Nông", [-2.01, -0.0676, 0.0], VI) == (
        "Đắk Nông so với trung vị nhóm tương đồng ở 3 chỉ số: thấp hơn ở 2, bằng ở 1"
    )
    assert targets_title("Đắk Nông", ["reached", "missed", "cannot_be_said"], VI) == (
        "Mục tiêu của Đắk Nông: 1 đạt, 1 không đạt, 1 chưa đủ cơ sở đánh giá"
    )
    assert first_title("Cả nước", [("PAPI 2024", "Quảng Ninh")], VI) == (
        "Cả nước, dẫn đầu theo thứ hạng hoặc theo điểm: PAPI 2024 Quảng Ninh"
    )
    assert first_title("Cả nước", [], VI) == "Cả nước: chưa đủ cơ sở nêu đơn vị dẫn đầu của chỉ số nào"
    assert numbered("Nguồn", 2, 3) == "Nguồn (2/3)"
    assert numbered("Nguồn", 1, 1) == "Nguồn"
