from typing import get_args

import pytest

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from indicators.results import MissingReason, newer_editions_not_held
from wording.gaps import missing_together_words, missing_words, newer_edition_words, partial_words, short_reason
from wording.language import language

VI, EN = language("vi"), language("en")
REASONS = [reason for reason in get_args(MissingReason) if reason]


def test_quang_ninh_papi_2021_is_missing_with_the_reason_in_both_languages(release: Release) -> None:
    key = EditionKey("PAPI", 2021, "63")
    assert missing_words(release, key, OVERALL, "63-22", "left_out", VI) == (
        "Không có kết quả: đơn vị công bố không đưa Quảng Ninh vào đánh giá năm 2021 (không đủ dữ liệu để đánh giá)."
    )
    assert missing_words(release, key, OVERALL, "63-22", "left_out", EN) == (
        "No result: the publisher left Quang Ninh out in 2021 (not enough data for an assessment)."
    )


@pytest.mark.parametrize(
    ("index", "year", "component", "unit", "reason", "vi"),
    [
        (
            "PCI", 2005, OVERALL, "63-67", "not_measured",
            "PCI 2005: không có kết quả của Đắk Nông (năm 2005 là năm thí điểm, chỉ đánh giá 42 tỉnh, thành phố).",
        ),
        ("PAPI", 2017, "D7", "63-22", "no_component", "Quản trị môi trường chưa được đo trong năm 2017."),
        (
            "PAR", 2012, OVERALL, "63-48", "sources_differ",
            (
                "PAR INDEX 2012: các nguồn đưa số khác nhau về Đà Nẵng (trước 01/07/2025) nên để trống cho đến khi "
                "đối chiếu được bản chính thức."
            ),
        ),
        (
            "PAR", 2015, "procedures", "63-48", "not_known",
            "Cải cách thủ tục hành chính: chưa thu thập được kết quả năm 2015; chưa rõ năm đó có được đo hay không.",
        ),
        (
            "PCI", 2023, OVERALL, "63-02", "best_30_only",
            "PCI 2023: VCCI chỉ công bố 30 địa phương dẫn đầu; chưa có số liệu của Hà Giang.",
        ),
        (
            "PAR", 2022, OVERALL, "63-62", "not_gathered",
            "PAR INDEX 2022: chưa thu thập được kết quả của Kon Tum.",
        ),
        ("PAPI", 2025, OVERALL, "34-68", "unknown", "Chưa tìm thấy kết quả PAPI 2025."),
    ],
)  # fmt: skip
def test_why_a_figure_is_not_there(
    release: Release, index: str, year: int, component: str, unit: str, reason: str, vi: str
) -> None:
    key = EditionKey(index, year, "34" if unit.startswith("34") else "63")
    assert missing_words(release, key, component, unit, reason, VI) == vi


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_a_short_form_in_both_languages(reason: str) -> None:
    assert short_reason(reason, EN)
    assert short_reason(reason, VI) != short_reason(reason, EN)


@pytest.mark.parametrize("reason", [reason for reason in REASONS if reason not in ("left_out", "not_measured")])
def test_every_reason_has_a_sentence_with_all_fields_filled_in(release: Release, reason: str) -> None:
    for lang in (VI, EN):
        sentence = missing_words(release, EditionKey("PCI", 2023, "63"), OVERALL, "63-02", reason, lang)
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_rule_2_an_edition_held_in_part_says_what_cannot_be_said(release: Release) -> None:
    key = EditionKey("PAR", 2022, "63")
    assert partial_words(release, key, OVERALL, VI).startswith("Đã thu thập 19/63 điểm số.")
    assert "44 scores are not held" in partial_words(release, key, OVERALL, EN)


def test_rule_3_pci_2023_says_that_not_held_is_not_outside_the_best_30(release: Release) -> None:
    words = partial_words(release, EditionKey("PCI", 2023, "63"), OVERALL, EN)
    assert words == (
        "VCCI published score and rank for 30 of 63 provinces in 2023; 14 scores are held here. "
        "A province without a figure here is not thereby outside the best 30."
    )
    assert "không có nghĩa là nằm ngoài 30 địa phương dẫn đầu" in partial_words(
        release, EditionKey("PCI", 2023, "63"), OVERALL, VI
    )


@pytest.mark.parametrize(("index", "year", "component"), [("PAPI", 2021, OVERALL), ("PCI", 2023, "entry")])
def test_a_whole_edition_needs_no_such_sentence(release: Release, index: str, year: int, component: str) -> None:
    assert partial_words(release, EditionKey(index, year, "63"), component, VI) == ""


def test_a_newer_edition_that_is_not_held(release: Release) -> None:
    after = {index: newer_editions_not_held(release, EditionKey(index, 2024, "63"))[0] for index in ("PCI", "PAPI")}
    assert newer_edition_words(release, after["PCI"], VI) == (
        "Kết quả PCI 2025 đã được công bố nhưng chưa thu thập được."
    )
    assert newer_edition_words(release, after["PAPI"], EN) == "No result of PAPI 2025 has been found yet."


def test_an_edition_for_the_34_that_is_held_without_the_province_says_so(release: Release) -> None:
    of_34 = newer_editions_not_held(release, EditionKey("DTI", 2024, "63"), "34-68")[0]
    assert newer_edition_words(release, of_34, VI, "34-68") == (
        "DTI 2024, 34 tỉnh, thành phố: chưa thu thập được kết quả của Lâm Đồng (mới)."
    )


@pytest.mark.parametrize(
    ("years", "units", "sentence"),
    [
        (
            [2013, 2014, 2015], ["63-35", "63-36", "63-37"],
            "PAR INDEX 2013–2015: chưa thu thập được kết quả của Hà Nam, Nam Định và Ninh Bình (trước 01/07/2025).",
        ),
        ([2013, 2015], ["63-62"], "PAR INDEX 2013 và 2015: chưa thu thập được kết quả của Kon Tum."),
        ([2022], ["63-62"], "PAR INDEX 2022: chưa thu thập được kết quả của Kon Tum."),
    ],
)  # fmt: skip
def test_provinces_and_editions_that_lack_a_figure_for_one_reason_are_said_together(
    release: Release, years: list[int], units: list[str], sentence: str
) -> None:
    keys = [EditionKey("PAR", year, "63") for year in years]
    assert missing_together_words(release, keys, units, "not_gathered", VI) == sentence
