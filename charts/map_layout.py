"""How large the parts of a map are: the map of a page, one beside other things, one of several."""

import json
from dataclasses import dataclass
from typing import Literal

from charts.theme import NARROW, Spec

# True in the browser on the wall of a meeting room.
WALL = "(windowSize()[0] >= 1800)"


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The sizes of a map in pixels on a phone, on a desk and on a wall, and where its legend stands.

    `heights` are those of the map, with a legend in its corner or of one line below it; a legend of many lines adds
    `entries` for each. `letters` are those of legend and labels; `legend`: in the corner over the empty sea,
    below the map, or below it with the numbers of provinces alone, where the classes of all maps are explained once.
    """

    heights: tuple[int, int, int]
    letters: tuple[float, float, float]
    legend: Literal["corner", "below", "counts"]
    cities: bool
    region_line: float = 1.2
    entries: tuple[int, int, int] = (0, 0, 0)

    def height(self, entries: int) -> Spec:
        """Return the height for this window with a legend of so many entries."""
        narrow, wide, wall = (
            base + entries * of_each for base, of_each in zip(self.heights, self.entries, strict=True)
        )
        return by_window((narrow, wide, wall))

    def letter(self, larger: float = 0) -> Spec:
        """Return the size of letters for this window."""
        narrow, wide, wall = self.letters
        return by_window((narrow + larger, wide + larger, wall + larger))


# The whole country with both archipelagos in their true place is 0.87 times as wide as high.
PAGE = MapLayout((430, 700, 880), (11, 13, 18), "corner", cities=True)
COMPACT = MapLayout((430, 430, 520), (11, 11, 14), "corner", cities=True)
SMALL = MapLayout((420, 305, 425), (13, 11, 15), "below", cities=False, region_line=0.7, entries=(22, 17, 25))
YEAR = MapLayout((450, 315, 430), (13, 11, 15), "counts", cities=False, region_line=0.7)


def by_window(sizes: tuple[float, float, float]) -> Spec:
    """Return an expression of Vega that is one value on a phone, one on a desk and one on a wall."""
    narrow, wide, wall = (json.dumps(size) for size in sizes)
    return {"expr": f"{NARROW} ? {narrow} : {WALL} ? {wall} : {wide}"}
