"""Numbers, ranks and dates as an official writes them: a decimal comma in Vietnamese, a point in English.

Rounding is half up, as in the publishers' own tables, and only here: the data keep what was published.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal

from wording.language import Language

NO_FIGURE = "–"
_MINUS = "\N{MINUS SIGN}"


def number(value: float | None, decimals: int, language: Language) -> str:
    """Write a number with fixed decimals and thousands marks: 1.234,50 or 1,234.50; an en dash for none."""
    if value is None or pd.isna(value):
        return NO_FIGURE
    return _written(float(value), decimals, language.code)


def signed(value: float | None, decimals: int, language: Language) -> str:
    """Write a difference with its sign, +1,46 or −0,28; one that rounds to nothing has none: 0,00."""
    if value is None or pd.isna(value):
        return NO_FIGURE
    rounded = _rounded(value, decimals)
    plus = "+" if rounded > 0 else ""
    return plus + number(float(rounded), decimals, language)


def signed_or_below(value: float | None, decimals: int, language: Language) -> str:
    """Write a difference with its sign; one that is there and would be written as nothing, as under 0,01."""
    written = signed(value, decimals, language)
    if value is None or pd.isna(value) or value == 0 or _rounded(value, decimals):
        return written
    return language.text("under {amount}", amount=number(float(Decimal(1).scaleb(-decimals)), decimals, language))


def percent(value: float | None, decimals: int, language: Language) -> str:
    """Write a percentage as published, 81,21%."""
    written = number(value, decimals, language)
    return written if written == NO_FIGURE else f"{written}%"


def whole(value: int | None, language: Language) -> str:
    """Write a whole number with thousands marks."""
    return number(None if value is None or pd.isna(value) else float(value), 0, language)


def day(value: date | datetime, language: Language) -> str:
    """Write a date for tables and notes: 06/04/2025 or 6 April 2025."""
    return format_date(value, format="dd/MM/yyyy" if language.code == "vi" else "d MMMM yyyy", locale=language.code)


def published_on(text: str, language: Language) -> str:
    """Write the date of publication of an edition, which may be a day, a month or not known (empty)."""
    if len(text) == 10:
        return day(date.fromisoformat(text), language)
    if len(text) == 7:
        month = date.fromisoformat(f"{text}-01")
        return format_date(month, format="MM/yyyy" if language.code == "vi" else "MMMM yyyy", locale=language.code)
    return text


# Babel takes a tenth of a millisecond for a number, and the tables of a page hold hundreds, mostly the same ones.
@lru_cache(maxsize=16_384)
def _written(value: float, decimals: int, language_code: str) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(_rounded(value, decimals), format=pattern, locale=language_code).replace("-", _MINUS)


def _rounded(value: float, decimals: int) -> Decimal:
    # The shortest text of a float is the figure that was published, so that 2.675 rounds as printed and not as stored.
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)  # what rounds to nothing has no sign
