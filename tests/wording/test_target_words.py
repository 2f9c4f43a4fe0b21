"""Targets in words: what was set out for, the verdict, the margin and the reason, in both languages."""

import pytest

from indicators.own_targets import TargetFault
from indicators.release import Release
from indicators.targets import Target, review_target
from wording.language import language
from wording.targets import margin_words, target_fault_words, target_note, target_words, verdict_words

VI, EN = language("vi"), language("en")


@pytest.mark.parametrize(
    ("target", "vi", "en"),
    [
        (
            Target("63-24", "PCI", "overall", 2022, "rank_at_most", 5),
            "PCI 2022: hạng 5 trở lên | ✓ Đạt | vượt 3 bậc",
            "PCI 2022: rank 5 or better | ✓ Reached | 3 places to spare",
        ),
        (
            Target("63-24", "PCI", "overall", 2022, "rank_at_most", 1),
            "PCI 2022: hạng 1 trở lên | ✗ Không đạt | thiếu 1 bậc",
            "PCI 2022: rank 1 or better | ✗ Missed | 1 place short",
        ),
        (
            Target("63-24", "PCI", "land", 2014, "score_kept", since_year=2013),
            "PCI 2014 – Tiếp cận đất đai: giữ hoặc nâng điểm so với năm 2013 | ✗ Không đạt | thiếu 0,07 điểm",
            "PCI 2014 – Access to Land: score of 2013 kept or raised | ✗ Missed | 0.07 points short",
        ),
        # PAPI publishes no ranks: what is judged is the order by score, counted in positions.
        (
            Target("63-67", "PAPI", "overall", 2024, "rank_at_most", 30),
            "PAPI 2024: hạng 30 trở lên | ✗ Không đạt | thiếu 28 vị trí",
            "PAPI 2024: rank 30 or better | ✗ Missed | 28 positions short",
        ),
    ],
)
def test_a_target_its_verdict_and_its_margin(release: Release, target: Target, vi: str, en: str) -> None:
    result = review_target(release, target)
    for spoken, expected in ((VI, vi), (EN, en)):
        said = (target_words(release, target, spoken), verdict_words(result.verdict, spoken))
        assert " | ".join([*said, margin_words(release, result, spoken)]) == expected


@pytest.mark.parametrize(
    ("target", "note"),
    [
        (
            Target("63-04", "PCI", "overall", 2023, "rank_at_most", 30),
            "PCI 2023: VCCI chỉ công bố 30 địa phương dẫn đầu; chưa có số liệu của Cao Bằng.",
        ),
        (
            Target("63-31", "SIPAS", "overall", 2022, "score_kept", since_year=2021),
            "Không so sánh được do thay đổi phương pháp.",
        ),
        (
            Target("63-22", "PAPI", "overall", 2031, "score_at_least", 1),
            "Chưa có kỳ đánh giá PAPI 2031 để làm căn cứ.",
        ),
        (
            Target("63-22", "PAPI", "overall", 2024, "score_kept", since_year=1999),
            "Chưa có kỳ đánh giá PAPI 1999 để làm căn cứ.",
        ),
        # 59 provinces were measured by PAPI in 2022 and in 2024.
        (Target("63-67", "PAPI", "overall", 2024, "rank_kept", since_year=2022), "59 tỉnh"),
        (Target("63-24", "PCI", "overall", 2022, "rank_at_most", 5), ""),
    ],
)
def test_why_a_target_cannot_be_judged_or_with_what_caution(release: Release, target: Target, note: str) -> None:
    said = target_note(release, review_target(release, target), VI)
    assert (note in said) if note else said == ""


def test_a_kept_rank_without_the_earlier_figure_names_the_edition_that_lacks_it(release: Release) -> None:
    # VCCI printed no rank of Cao Bằng for 2023.
    target = Target("63-04", "PCI", "overall", 2024, "rank_kept", since_year=2023)
    assert target_note(release, review_target(release, target), EN).startswith("PCI 2023: VCCI publishes the best 30")


def test_faults_of_a_file_say_where_and_what_is_allowed() -> None:
    fault = TargetFault("not_valid", 3, "unit_system", "64", ("63", "34"))
    assert target_fault_words(fault, VI) == (
        'Dòng 3, cột unit_system: "64" không hợp lệ; các giá trị được dùng: 63, 34.'
    )
    assert target_fault_words(TargetFault("column_missing", 1, "kind"), EN) == "The heading lacks the column kind."
    many = target_fault_words(TargetFault("too_many_rows", 2002, "", "2001"), EN)
    assert many == "The table has 2001 rows; only so many as 2000 can be read. Split the file."
