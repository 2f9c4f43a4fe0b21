"""Files of invented results of so many units over so many years, to see how the page of own results grows."""

FIRST_YEAR = 2010  # so that all years are before the communes of July 2025 and of one unit system
COMPONENTS = 8
_MAXIMUM = 10


def own_file(units: int, years: int) -> bytes:
    """Make a CSV of communes with a total and its components; every total is the sum of its parts."""
    heading = ["Năm", "Loại đơn vị", "Đơn vị", "Tổng điểm", *(f"Lĩnh vực {part}" for part in range(1, COMPONENTS + 1))]
    maxima = ["", "", "Điểm tối đa", str(COMPONENTS * _MAXIMUM), *([str(_MAXIMUM)] * COMPONENTS)]
    lines = [heading, maxima]
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        for unit in range(units):
            # Two figures behind the point in 1,000 steps; 7 and 13 have no divisor with 600 in common.
            parts = [300 + (unit * 7 + year * 13 + part * 101) % 600 for part in range(COMPONENTS)]
            lines.append([str(year), "Xã", f"Xã số {unit:04}", _points(sum(parts)), *map(_points, parts)])
    return "\n".join(",".join(line) for line in lines).encode("utf-8")


def _points(hundredths: int) -> str:
    return f"{hundredths / 100:.2f}"
