"""The figure of the country or a region in an edition: the published mean, else a computed median, else none."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness, former_figures
from indicators.release import Release
from indicators.source_ids import joined_source_ids


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """One figure for the whole country or a region, in the unit of the index, and whose figure it is.

    `source_id`: the source of a published figure, or those of all scores that a computed one is made of, joined by ";".
    """

    value: float
    statistic: Literal["mean", "median"]
    kind: Literal["published", "computed"]
    source_id: str


def national_figure(release: Release, key: EditionKey, component: str = OVERALL) -> NationalFigure | None:
    """Answer with the published national mean, else with the median of a whole edition (computed), else with None."""
    return published_mean(release, key, component) or median_of_measured(release, key, component)


def region_figure(release: Release, key: EditionKey, component: str, region: str) -> NationalFigure | None:
    """Answer with the published mean of a region, else with its median in a whole edition (computed), else with None.

    Regions are those of the 63: None in an edition of the 34.
    """
    if key.system != "63":
        return None
    return published_mean(release, key, component, region) or median_of_measured(release, key, component, region)


def published_mean(
    release: Release, key: EditionKey, component: str = OVERALL, scope: str = "national"
) -> NationalFigure | None:
    """Answer with the mean that the publisher printed for the country (`national`) or a region, or None."""
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


def median_of_measured(
    release: Release, key: EditionKey, component: str = OVERALL, region: str | None = None
) -> NationalFigure | None:
    """Answer with the median score of all measured units, or of those of a region; None unless the edition is whole."""
    if not completeness(release, key, component).whole:
        return None
    figures, former = release.figures(key, component), former_figures(release, key, component)
    if region is not None:
        figures = figures[figures["unit"].isin(release.provinces.units("63", region))]
        former = former[former["region"] == region]
    held = pd.concat([figures[["score", "source_id"]], former[["score", "source_id"]]]).dropna(subset="score")
    ordered = sorted(held["score"].astype("float64").tolist())
    if not ordered:
        return None
    middle = len(ordered) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return NationalFigure(median, "median", "computed", joined_source_ids(held["source_id"]))
