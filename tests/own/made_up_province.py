"""A made-up province: departments, districts and communes before and after 1 July 2025, over four years."""

from typing import Any

YEARS = (2022, 2023, 2024, 2025)
DEPARTMENTS, DISTRICTS, COMMUNES_BEFORE, COMMUNES = 20, 8, 71, 40

_HEADING = ["Năm", "Loại đơn vị", "Đơn vị", "Thuộc", "Tổng điểm", "Thể chế", "Thủ tục", "Chuyển đổi số"]
_MAXIMA = [None, None, "Điểm tối đa", None, 100, 30, 30, 40]


def rows() -> list[list[Any]]:
    """Return the table: every total is the sum of its parts, no two of a year and kind are equal."""
    table: list[list[Any]] = [_HEADING, _MAXIMA]
    for year in YEARS:
        table += [_row(year, "Sở", f"Sở số {number:02}", "", number) for number in range(DEPARTMENTS)]
        if year < YEARS[-1]:
            table += [_row(year, "Huyện", f"Huyện số {number}", "", number) for number in range(DISTRICTS)]
            table += [
                _row(year, "Xã", f"Xã số {number:02}", f"Huyện số {number % DISTRICTS}", number)
                for number in range(COMMUNES_BEFORE)
            ]
        else:
            table += [_row(year, "Xã", f"Xã số {number:02}", "", number) for number in range(COMMUNES)]
    return table


def _row(year: int, kind: str, name: str, belongs_to: str, number: int) -> list[Any]:
    # The further down, the lower by 0.15; who is 0.35 better changes every year, so that the order does too.
    better = 0.35 if (year + number) % 2 else 0.0
    parts = [round(25 - 0.1 * number + better, 2), round(20 + 0.05 * number, 2), round(30 - 0.1 * number, 2)]
    return [year, kind, name, belongs_to or None, round(sum(parts), 2), *parts]
