"""The national figure of an edition: the published mean, else the median of a whole edition, else none."""

from dataclasses import dataclass
from typing import Literal

from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness, former_scores
from indicators.release import Release


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """One figure for the whole country or a region, in the unit of the index, and whose figure it is."""

    value: float
    statistic: Literal["mean", "median"]
    kind: Literal["published", "computed"]
    source_id: str


def national_figure(release: Release, key: EditionKey, component: str = OVERALL) -> NationalFigure | None:
    """Answer with the published national mean, else with the median of a whole edition (computed), else with None."""
    published = published_mean(release, key, component)
    if published is not None:
        return published
    median = median_of_measured(release, key, component)
    return None if median is None else NationalFigure(median, "median", "computed", "")


def published_mean(
    release: Release, key: EditionKey, component: str = OVERALL, scope: str = "national"
) -> NationalFigure | None:
    """Answer with the mean that the publisher printed for the country or a region, or None."""
    table = release.national
    rows = table[
        (table["index"] == key.index)
        & (table["year"] == key.year)
        & (table["unit_system"] == key.system)
        & (table["component"] == component)
        & (table["scope"] == scope)
        & (table["statistic"] == "mean")
    ]
    if rows.empty:
        return None
    row = rows.iloc[0]
    return NationalFigure(float(row["value"]), "mean", "published", str(row["source_id"]))


def median_of_measured(release: Release, key: EditionKey, component: str = OVERALL) -> float | None:
    """Return the median score of all measured units, or None unless every one is held."""
    if not completeness(release, key, component).whole:
        return None
    scores = release.figures(key, component)["score"].astype("float64").dropna().tolist()
    ordered = sorted([*scores, *former_scores(release, key, component)])
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def median_of_region(release: Release, key: EditionKey, component: str, region: str) -> float | None:
    """Return the median score of a region's units in a whole edition of the 63, or None."""
    if key.system != "63" or not completeness(release, key, component).whole:
        return None
    figures = release.figures(key, component)
    scores = figures[figures["unit"].isin(release.provinces.units("63", region))]["score"].dropna()
    return float(scores.median()) if len(scores) else None
