from dataclasses import replace

import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.change import change_between, previous_edition
from indicators.headroom import NextPlace, points_to_next_place
from indicators.release import Release
from indicators.results import edition_table
from wording.headlines import (
    change_headline,
    change_title,
    edition_headline,
    edition_title,
    next_place_words,
    province_headline,
    since_words,
)
from wording.language import LanguageCode, language

VI, EN = language("vi"), language("en")


def _headline(release: Release, index: str, year: int, unit: str, code: LanguageCode) -> str:
    key = EditionKey(index, year, "34" if unit.startswith("34") else "63")
    before = previous_edition(release, key)
    change = change_between(release, before.key, key) if before else None
    table = edition_table(release, key)
    return province_headline(
        release, key, OVERALL, table, unit, change, before.key.year if before else None, language(code)
    )


@pytest.mark.parametrize(
    ("index", "year", "unit", "parts"),
    [
        ("PAR", 2022, "63-67", ["PAR INDEX 2022: Đắk Nông", "84,66%", "hạng 37/63"]),
        ("PAPI", 2023, "63-67", ["đạt 38,97 điểm †", "thứ tự theo điểm 61/61", "giảm 10 vị trí trong 59 tỉnh"]),
        ("PAPI", 2018, "63-67", ["44,59", "không so sánh với năm 2017 do thay đổi phương pháp"]),
        ("SIPAS", 2022, "63-22", ["87,59%", "hạng 1/63", "không so sánh với năm 2021 do thay đổi phương pháp"]),
        ("DTI", 2022, "63-38", ["hạng 15/63 (đồng hạng với Yên Bái)"]),
        ("PCI", 2006, "63-67", ["38,91", "hạng 63/64"]),
        ("PCI", 2023, "63-67", ["67,79", "hạng 21/30", "tăng 2,92 điểm", "tăng 17 bậc"]),
        ("PAPI", 2021, "63-22", ["không đưa Quảng Ninh vào đánh giá năm 2021 (không đủ dữ liệu để đánh giá)"]),
        ("SIPAS", 2024, "63-68", ["đạt 83,00% ‡", "hạng 39/63 ‡"]),
        ("DTI", 2024, "34-31", ["DTI 2024, 34 tỉnh, thành phố: Hải Phòng (mới)", "0,7857", "hạng 3/34"]),
    ],
)
def test_where_a_province_stands(release: Release, index: str, year: int, unit: str, parts: list[str]) -> None:
    headline = _headline(release, index, year, unit, "vi")
    for part in parts:
        assert part in headline
    assert headline.endswith(".")


@pytest.mark.parametrize(("index", "year", "unit"), [("PAPI", 2018, "63-67"), ("SIPAS", 2022, "63-22")])
@pytest.mark.parametrize("code", ["vi", "en"])
def test_rule_1_no_change_is_said_across_a_break(
    release: Release, index: str, year: int, unit: str, code: LanguageCode
) -> None:
    headline = _headline(release, index, year, unit, code)
    assert not {"tăng", "giảm", "up", "down"} & set(headline.replace(",", " ").split())


def test_rule_3_a_rank_announced_by_the_province_has_no_of_how_many(release: Release) -> None:
    headline = _headline(release, "PCI", 2023, "63-40", "vi")
    assert "hạng 44" in headline
    assert "44/" not in headline


@pytest.mark.parametrize(
    ("key", "vi", "en"),
    [
        (
            EditionKey("PAR", 2022, "63"),
            "PAR INDEX 2022: Quảng Ninh xếp thứ nhất (90,10%)",
            "PAR INDEX 2022: Quang Ninh ranks first (90.10%)",
        ),
        (
            EditionKey("PAPI", 2023, "63"),
            "PAPI 2023: Thừa Thiên Huế có điểm cao nhất (46,04 †)",
            "PAPI 2023: Thua Thien Hue has the highest score (46.04 †)",
        ),
    ],
)
def test_who_stands_first(release: Release, key: EditionKey, vi: str, en: str) -> None:
    table = edition_table(release, key)
    assert edition_headline(release, key, OVERALL, table, VI) == vi
    assert edition_headline(release, key, OVERALL, table, EN) == en


def test_the_title_names_the_component(release: Release) -> None:
    key = EditionKey("PCI", 2023, "63")
    assert edition_title(release, key, OVERALL, VI) == "PCI 2023"
    assert edition_title(release, key, "entry", VI) == "PCI 2023 – Gia nhập thị trường"


@pytest.mark.parametrize(
    ("index", "first", "last", "vi"),
    [
        (
            "PAPI", 2022, 2023,
            "PAPI 2022 → 2023: 26 tỉnh tăng, 30 tỉnh giảm, 3 tỉnh giữ nguyên; nhiều nhất: Hà Giang, tăng 29 vị trí",
        ),
        (
            "PCI", 2006, 2007,
            (
                "PCI 2006 → 2007: 31 tỉnh tăng, 29 tỉnh giảm, 3 tỉnh giữ nguyên; "
                "nhiều nhất: Cà Mau (trước 01/07/2025), tăng 28 bậc"
            ),
        ),
        ("SIPAS", 2021, 2022, "SIPAS 2021 → 2022: không so sánh được"),
    ],
)  # fmt: skip
def test_how_many_rose_and_fell(release: Release, index: str, first: int, last: int, vi: str) -> None:
    earlier, later = EditionKey(index, first, "63"), EditionKey(index, last, "63")
    assert change_headline(release, earlier, later, OVERALL, change_between(release, earlier, later), VI) == vi


def test_all_who_rose_most_are_named_and_of_many_how_many(release: Release) -> None:
    def most(index: str, first: int, last: int) -> str:
        earlier, later = EditionKey(index, first, "63"), EditionKey(index, last, "63")
        headline = change_headline(release, earlier, later, OVERALL, change_between(release, earlier, later), VI)
        return headline.partition("; nhiều nhất: ")[2]

    assert most("PCI", 2017, 2018) == "Gia Lai (trước 01/07/2025) và Hà Tĩnh, tăng 10 bậc"


def test_rule_2_nobody_rose_most_where_places_are_not_held(release: Release) -> None:
    earlier, later = EditionKey("PAR", 2022, "63"), EditionKey("PAR", 2023, "63")
    change = change_between(release, earlier, later)
    assert change_headline(release, earlier, later, OVERALL, change, EN) == (
        "PAR INDEX 2022 → 2023: 11 rose, 2 fell, 6 unchanged; places of 19 of 63 provinces are held"
    )
    assert "hiện có thứ hạng hai năm của 19/63 tỉnh" in change_headline(release, earlier, later, OVERALL, change, VI)


def test_two_editions_have_one_title(release: Release) -> None:
    earlier, later = EditionKey("PCI", 2022, "63"), EditionKey("PCI", 2023, "63")
    assert change_title(release, earlier, later, "entry", VI) == "PCI 2022 → 2023 – Gia nhập thị trường"


@pytest.mark.parametrize(
    ("index", "year", "unit", "vi"),
    [
        ("PCI", 2006, "63-67", "Còn thiếu 1,82 điểm để bằng Hà Tây (hạng 62/64); không phải dự báo"),
        (
            "DTI",
            2022,
            "63-15",
            "Còn thiếu 0,0002 điểm để bằng Hải Phòng (trước 01/07/2025) (hạng 14/63); không phải dự báo",
        ),
    ],
)
def test_rule_2_the_next_place_can_be_that_of_a_unit_that_has_ended(
    release: Release, index: str, year: int, unit: str, vi: str
) -> None:
    key = EditionKey(index, year, "63")
    answer = points_to_next_place(release, key, unit)
    assert isinstance(answer, NextPlace)
    assert next_place_words(release, key, answer, edition_table(release, key), VI) == vi
    assert ("Ha Tay" in next_place_words(release, key, answer, edition_table(release, key), EN)) is (year == 2006)


def test_rule_1_a_break_of_one_province_is_said_of_it_alone(release: Release) -> None:
    earlier, later = EditionKey("PCI", 2015, "63"), EditionKey("PCI", 2016, "63")
    change = change_between(release, earlier, later)
    broken = replace(change, table=change.table.assign(degree=["break"] + ["same"] * 62))
    first, second = change.table["unit"].tolist()[:2]
    pci = release.catalogue.index("PCI")
    assert (
        since_words(pci, later, OVERALL, first, broken, 2015, VI)
        == "không so sánh với năm 2015 do thay đổi phương pháp"
    )
    assert "bậc" in since_words(pci, later, OVERALL, second, broken, 2015, VI)


def test_the_year_without_a_figure_is_named_be_it_the_earlier_or_the_later_one(release: Release) -> None:
    # SIPAS: Khánh Hòa has no figure of 2022 and 83.66 in 2024; Đắk Nông 81.21 in 2023 and none of 2024.
    sipas = release.catalogue.index("SIPAS")
    for unit, later, earlier, missing in (("63-56", 2024, 2022, 2022), ("63-67", 2024, 2023, 2024)):
        key = EditionKey("SIPAS", later, "63")
        change = change_between(release, EditionKey("SIPAS", earlier, "63"), key)
        said = since_words(sipas, key, OVERALL, unit, change, earlier, EN)
        assert said == f"change cannot be worked out ({missing} missing)"
