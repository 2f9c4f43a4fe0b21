from datetime import date, datetime

import pandas as pd
import pytest

from wording.language import LanguageCode, language
from wording.numbers import day, number, percent, published_on, signed, signed_or_below, whole

VI, EN = language("vi"), language("en")


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (46.04154, 2, "46,04", "46.04"),
        (0.635, 4, "0,6350", "0.6350"),
        (1234.5, 2, "1.234,50", "1,234.50"),
        (1329800, 0, "1.329.800", "1,329,800"),
        (-0.28, 2, "−0,28", "−0.28"),
        (47.876302, 2, "47,88", "47.88"),
        (2.675, 2, "2,68", "2.68"),  # half up, as printed: the float lies a little below
        (0.125, 2, "0,13", "0.13"),
        (-0.125, 2, "−0,13", "−0.13"),
        (-0.004, 2, "0,00", "0.00"),
        (0.0, 0, "0", "0"),
        (99.995, 2, "100,00", "100.00"),
    ],
)
def test_a_number_has_a_decimal_comma_in_vietnamese_and_a_point_in_english(
    value: float, decimals: int, vi: str, en: str
) -> None:
    assert number(value, decimals, VI) == vi
    assert number(value, decimals, EN) == en


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA])
def test_no_figure_is_an_en_dash_and_never_a_zero(missing: float | None) -> None:
    assert [write(missing, 2, VI) for write in (number, signed, percent)] == ["–", "–", "–"]
    assert whole(None, VI) == "–"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (1.46, "+1,46", "+1.46"),
        (-0.28, "\u22120,28", "\u22120.28"),
        (0.004, "0,00", "0.00"),
        (-0.004, "0,00", "0.00"),
        (0, "0,00", "0.00"),
        (91.49 - 92.18, "−0,69", "−0.69"),
    ],
)
def test_a_difference_has_its_sign_and_one_that_rounds_to_nothing_has_none(value: float, vi: str, en: str) -> None:
    assert signed(value, 2, VI) == vi
    assert signed(value, 2, EN) == en


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (-0.000002, "dưới 0,01", "under 0.01"),
        (0.004999, "dưới 0,01", "under 0.01"),
        (-0.005, "−0,01", "−0.01"),
        (0.0, "0,00", "0.00"),
    ],
)
def test_a_difference_that_is_there_is_not_written_as_nothing(value: float, vi: str, en: str) -> None:
    assert (signed_or_below(value, 2, VI), signed_or_below(value, 2, EN)) == (vi, en)
    assert signed_or_below(None, 2, VI) == "–"


def test_a_percentage_stands_close_to_its_sign() -> None:
    assert (percent(81.21, 2, VI), percent(81.21, 2, EN)) == ("81,21%", "81.21%")


def test_whole_numbers_have_thousands_marks() -> None:
    assert (whole(42399, VI), whole(42399, EN)) == ("42.399", "42,399")


@pytest.mark.parametrize("value", [date(2025, 4, 6), datetime(2025, 4, 6, 23, 59)])  # noqa: DTZ001 -- a day as printed
def test_a_day(value: date) -> None:
    assert (day(value, VI), day(value, EN)) == ("06/04/2025", "6 April 2025")


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ("2025-04-06", "vi", "06/04/2025"),
        ("2025-04-06", "en", "6 April 2025"),
        ("2025-04", "vi", "04/2025"),
        ("2025-04", "en", "April 2025"),
        ("", "vi", ""),
    ],
)
def test_a_date_of_publication_is_a_day_a_month_or_nothing(text: str, code: LanguageCode, written: str) -> None:
    assert published_on(text, language(code)) == written
