"""What native charts of all office programs need: the pieces of lines that are cut, and the span of the values."""

from itertools import pairwise

from reports.slides import Chart, Series

# Fewer places than these on the whole height would make a fall by one look like a plunge.
FEWEST_PLACES = 20.0
_ROOM = 0.18  # for labels above and below, as a share of the span

# A series, its first category and the category behind its last one.
Piece = tuple[Series, int, int]


def pieces(chart: Chart) -> list[Piece]:
    """Part the lines of a chart where no line may join two categories; a series without values is one piece."""
    edges = [0, *chart.breaks, len(chart.categories)] if chart.kind == "line" else [0, len(chart.categories)]
    found: list[Piece] = []
    for series in chart.series:
        held = [
            (series, start, stop)
            for start, stop in pairwise(edges)
            if any(value is not None for value in series.values[start:stop])
        ]
        found += held or [(series, 0, len(chart.categories))]
    return found


def value_range(chart: Chart) -> tuple[float, float] | None:
    """Return the lowest and the highest value of the axis; a bar begins at zero; None without values."""
    held = [value for series in chart.series for value in series.values if value is not None]
    if not held:
        return None
    low, high = min(held), max(held)
    if chart.kind == "bar":
        low, high = min(low, 0.0), max(high, 0.0)
        room = (high - low or 1.0) * _ROOM
        return (low - room if low < 0 else 0.0), (high + room if high > 0 else 0.0)
    if chart.best_is_low:
        lacking = max(0.0, FEWEST_PLACES - (high - low))
        low = max(1.0, low - lacking / 2)
        high = max(high, low + FEWEST_PLACES)
    room = (high - low or abs(high) or 1.0) * _ROOM
    return low - room, high + room
