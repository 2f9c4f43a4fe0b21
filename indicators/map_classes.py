"""Classes for the colours of a map: quantiles of one whole edition, or fixed ones for pictures that are compared."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from indicators.catalogue import EditionKey
from indicators.comparability import method_segments
from indicators.history import edition_years
from indicators.measurement import completeness, measured_scores
from indicators.release import Release

CLASS_COUNT = 5
SCORES_A_CLASS = 4  # of a few scores fewer classes are made, so that a class says something

# Steps of a change as shares of the component's maximum: small within 1 %, large beyond 3 %.
CHANGE_STEPS = (-0.03, -0.01, 0.01, 0.03)


@dataclass(frozen=True, slots=True)
class Classes:
    """Upper limits of classes, ascending; a value belongs to the first class whose limit it does not exceed.

    `limits` are in the unit of the score; the last class has no upper limit of its own but `highest`. `lowest` and
    `highest` are the ends of what the classes were made from.
    """

    kind: Literal["quantile", "fixed"]
    lowest: float
    limits: tuple[float, ...]
    highest: float

    @property
    def count(self) -> int:
        """How many classes there are."""
        return len(self.limits) + 1

    def number(self, values: pd.Series) -> pd.Series:
        """Return the class of each value, 0 for the lowest, missing for a missing value (Int64)."""
        numbers = values.astype("float64").map(lambda value: bisect_left(self.limits, value), na_action="ignore")
        return numbers.astype("Int64")

    def ends(self, number: int) -> tuple[float, float]:
        """Return the lower and the upper end of a class: values over the first and up to the second."""
        ends = (self.lowest, *self.limits, self.highest)
        return ends[number], ends[number + 1]


def score_classes(release: Release, key: EditionKey, component: str) -> Classes | None:
    """Return the quantile classes of a whole edition, else the fixed classes of its method series.

    Every measured unit counts, also one that has ended. None without figures.
    """
    if completeness(release, key, component).whole:
        return _quantiles(measured_scores(release, key, component), "quantile")
    return fixed_classes(release, key, component)


def fixed_classes(release: Release, key: EditionKey, component: str) -> Classes | None:
    """Return classes that are the same for every edition of the method series: quantiles of all its scores held.

    Scores of units that have ended are among them. None for an edition without figures.
    """
    years = edition_years(release, key.index, component, key.system)
    if key.year not in years:
        return None
    segments = method_segments(release, key.index, component, key.system, years)
    same_series = [year for year in years if segments[year] == segments[key.year]]
    scores = pd.concat(
        [measured_scores(release, EditionKey(key.index, year, key.system), component) for year in same_series]
    )
    return _quantiles(scores, "fixed") if len(scores) else None


def change_classes(maximum: float) -> Classes:
    """Return the five fixed classes of a score change on a scale with that maximum."""
    limits = tuple(step * maximum for step in CHANGE_STEPS)
    return Classes("fixed", -maximum, limits, maximum)


def rank_classes(count: int) -> Classes:
    """Return five bands of places of equal size, as near as whole places allow, from 1 to the number of ranked."""
    limits = tuple(float(round(count * band / CLASS_COUNT)) for band in range(1, CLASS_COUNT))
    return Classes("fixed", 0.0, limits, float(count))


def _quantiles(scores: pd.Series, kind: Literal["quantile", "fixed"]) -> Classes:
    # Limits are scores that occur, so that a class is exactly "over a, up to b"; equal limits fall together.
    count = max(2, min(CLASS_COUNT, len(scores) // SCORES_A_CLASS))
    shares = [band / count for band in range(1, count)]
    limits = np.unique(np.quantile(scores.to_numpy("float64"), shares, method="inverted_cdf"))
    highest = float(scores.max())
    return Classes(kind, float(scores.min()), tuple(float(limit) for limit in limits if limit < highest), highest)
