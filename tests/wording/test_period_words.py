"""The review of a period in words, on published editions."""

import pytest

from indicators.answer import CannotBeSaid
from indicators.catalogue import EditionKey
from indicators.period_review import Period, best_improvers, period_of, review_period
from indicators.release import Release
from indicators.results import edition_table
from wording.language import LanguageCode, language
from wording.period_review import (
    absence_words,
    common_field_words,
    counts_words,
    improver_line,
    no_movement_words,
    not_held_words,
    outside_words,
    period_words,
    scores_missing_words,
)

VI, EN = language("vi"), language("en")


def _period(release: Release, index: str, first: int, last: int) -> Period:
    period = period_of(release, index, "63", first, last)
    assert isinstance(period, Period)
    return period


def test_best_improvers_by_own_and_field_movement(release: Release) -> None:
    # Bình Thuận: 51st of 61 in 2020, third in 2024, 55th with its old score.
    review = review_period(release, _period(release, "PAPI", 2020, 2024))
    row = best_improvers(review, 1).to_dict("records")[0]
    assert improver_line(release, review, row, VI).startswith(
        "**Bình Thuận**: do tỉnh thay đổi tăng 52 vị trí, do các tỉnh khác thay đổi giảm 4 vị trí; tăng 6,15 điểm"
    )
    assert improver_line(release, review, row, EN).startswith(
        "**Binh Thuan**: own movement up 52 positions, field movement down 4 positions; up 6.15 points"
    )


def test_a_name_in_a_list_of_the_63_needs_no_date(release: Release) -> None:
    review = review_period(release, _period(release, "PAPI", 2022, 2024))
    row = best_improvers(review, 1).to_dict("records")[0]
    assert improver_line(release, review, row, VI).startswith("**Tây Ninh (trước 01/07/2025)**: do tỉnh thay đổi")
    assert improver_line(release, review, row, VI, in_list=True).startswith("**Tây Ninh**: do tỉnh thay đổi")


def test_a_period_cut_by_a_change_of_method_says_what_is_compared(release: Release) -> None:
    held = [EditionKey("DTI", year, "63") for year in (2022, 2023, 2024)]
    said = period_words(release, "DTI", _period(release, "DTI", 2022, 2024), held, VI)
    assert said[0].startswith("DTI: chỉ so sánh được 2022–2023 do thay đổi phương pháp. Quyết định số 405/QĐ-BKHCN")


def test_what_lies_outside_the_comparison_is_said_with_its_edition(release: Release) -> None:
    def said(index: str, year: int, unit: str, code: LanguageCode) -> str:
        key = EditionKey(index, year, "63")
        row = edition_table(release, key).set_index("unit", drop=False).loc[unit].to_dict()
        return outside_words(release, key, unit, {str(name): value for name, value in row.items()}, language(code))

    # The rank of Sóc Trăng in PAR INDEX 2021 is held, its score is not.
    assert said("PAR", 2021, "63-94", "vi") == "PAR INDEX 2021, Sóc Trăng, không so sánh: hạng 18/63."
    words = said("PCI", 2022, "63-67", "en")
    assert words == "PCI 2022, Dak Nong, not compared: 64.87, rank 38 of 63."


def test_a_revision_inside_the_period_is_said(release: Release) -> None:
    said = period_words(release, "PAR", _period(release, "PAR", 2022, 2024), [], EN)
    assert len(said) == 1
    assert said[0].startswith("PAR INDEX 2022 → 2024: Compare with caution:")


@pytest.mark.parametrize(
    ("answer", "held", "said"),
    [
        (CannotBeSaid("no_edition", 0, 2), [], "PCI: chưa có số liệu của kỳ nào trong giai đoạn."),
        (
            CannotBeSaid("no_edition", 1, 2),
            [EditionKey("PCI", 2024, "63")],
            "PCI: chỉ có số liệu năm 2024; cần ít nhất hai kỳ để so sánh.",
        ),
    ],
)
def test_fewer_than_two_editions_are_no_period(
    release: Release, answer: CannotBeSaid, held: list[EditionKey], said: str
) -> None:
    assert period_words(release, "PCI", answer, held, VI) == [said]


def test_across_a_break_alone_the_reason_is_said(release: Release) -> None:
    answer = period_of(release, "SIPAS", "63", 2021, 2022)
    assert isinstance(answer, CannotBeSaid)
    said = period_words(release, "SIPAS", answer, [], EN)
    assert said[0].startswith("SIPAS: no two editions can be compared. New method from 2022")


def test_where_movement_cannot_be_said_the_missing_scores_are_counted_and_named(release: Release) -> None:
    # PCI 2022 is whole; of 2024 the scores of 19 of 63 provinces are held.
    period = _period(release, "PCI", 2022, 2024)
    review = review_period(release, period)
    assert isinstance(review.movement, CannotBeSaid)
    assert no_movement_words(release, period, review.movement, EN) == (
        "PCI 2022 → 2024: who improved most by its own score cannot be said: PCI 2024 lacks 44 of 63 scores."
    )
    named = scores_missing_words(release, period.last, VI)
    assert named.startswith("PCI 2024, chưa có điểm (44): ")
    assert "Đắk Nông" in named
    assert scores_missing_words(release, period.first, VI) == ""


def test_changes_among_a_common_set_say_so(release: Release) -> None:
    papi = review_period(release, _period(release, "PAPI", 2022, 2024))
    assert "59 provinces" in common_field_words(release, papi, EN)
    dti = review_period(release, _period(release, "DTI", 2022, 2023))
    assert common_field_words(release, dti, EN) == ""


def test_counts_and_absences() -> None:
    assert counts_words([4, -1, 0, None, None], 2022, 2025, "Hà Nội", VI) == (
        "Giai đoạn 2022–2025, Hà Nội: trong 5 chỉ số có 1 chỉ số lên bậc, 1 xuống bậc, 1 giữ nguyên, 2 chưa tính được "
        "thay đổi"
    )


def test_what_is_missing_for_several_years_is_said_once(release: Release) -> None:
    keys = [EditionKey("PAR", year, "63") for year in (2022, 2023)]
    said = absence_words(release, "PAR", "63-35", [(key, "not_gathered") for key in keys], EN)
    assert said == ["PAR INDEX 2022 and 2023: no result of Ha Nam is held (not collected yet)."]
    one = absence_words(release, "PAR", "63-35", [(keys[0], "not_gathered")], VI)
    assert one == ["PAR INDEX 2022: chưa thu thập được kết quả của Hà Nam."]
    assert not_held_words(release, [], VI) == ""
