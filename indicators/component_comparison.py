"""Some provinces beside each other in every part of an index's total: who leads, and which differences matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Period
from indicators.component_percentiles import ComponentPercentiles, component_origins, component_percentiles
from indicators.places_among import peer_medians
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.results import edition_table

FIGURE_COLUMNS = [
    "component", "unit", "score", "share", "difference", "matters", "percentile", "place", "place_of", "kind",
    "note_codes", "source_id", "reason",
]  # fmt: skip
COMPONENT_COLUMNS = [
    "component", "maximum", "held", "due", "whole", "lowest", "lowest_share", "median", "highest", "highest_share",
    "spread", "peer_median", "peer_median_share", "peer_count", "count", "best", "worst", "gap", "gap_share",
]  # fmt: skip

Values = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class ComponentComparison:
    """Some units in the parts of the total of one edition; the first of them is the one that others are compared with.

    `figures`, one row a part (the catalogue's order) and unit (as given): component, unit; score, in the unit of the
    part; share, percent of the part's maximum; difference from the score of the first unit; matters: whether it is
    larger than the spread of the part, either way (missing where either is not known, and for the first unit itself);
    percentile (0 to 100), place and place_of (order by score) among all measured units, of whole parts only; kind,
    note_codes, source_id of the score; reason: why there is none (a `results.MissingReason`, "" where there is one).
    `components`, one row a part: component, maximum of the scale; held of due scores, whole; lowest, median, highest
    score of all measured units and their `spread`, the interquartile range, of whole parts only; peer_median, that of
    the `peer_count` peers with a figure, of whole parts only; count of the given units with a score, and of these,
    where two or more have one: best and worst score, gap between them. lowest_share, highest_share, peer_median_share
    and gap_share are percent of the maximum.
    `same_scale`: the maxima are known and all equal, so that scores of different parts stand on one axis.
    """

    key: EditionKey
    figures: pd.DataFrame
    components: pd.DataFrame
    same_scale: bool

    def leaders(self, component: str) -> tuple[str, ...]:
        """Name the units with the best score in a part; none where fewer than two have one."""
        return self._with_score(component, "best")

    def last(self, component: str) -> tuple[str, ...]:
        """Name the units with the worst score in a part; none where fewer than two have one."""
        return self._with_score(component, "worst")

    def _with_score(self, component: str, end: str) -> tuple[str, ...]:
        ends = zip(self.components["component"], self.components[end].astype("float64"), strict=True)
        wanted = dict(ends)[component]
        return tuple(unit for unit, score in self._scores[component] if score == wanted)

    @cached_property
    def _scores(self) -> dict[str, list[tuple[str, float]]]:
        scores: dict[str, list[tuple[str, float]]] = {}
        columns = (self.figures[name].tolist() for name in ("component", "unit", "score"))
        for component, unit, score in zip(*columns, strict=True):
            scores.setdefault(str(component), []).append((str(unit), float(score)))
        return scores


@once_a_release
def compare_components(
    release: Release, key: EditionKey, units: tuple[str, ...], peers: tuple[str, ...] = ()
) -> ComponentComparison | CannotBeSaid:
    """Put some units beside each other in the parts of the total of one edition, with the median of some peers.

    A difference matters where it is larger than the interquartile range of all measured units: two provinces of the
    middle half never lie so far apart, so that it parts provinces of different standing. The range needs no assumption
    on how scores are spread, a few extreme provinces do not stretch it (J. W. Tukey, "Exploratory Data Analysis",
    1977), and it is the unit in which peers are measured too (`peers`). It is asked of each unit against the first one,
    not of the best against the worst: among six units these lie so far apart nearly always.
    Cannot be said where no part of the total of the year has a score of any of the units (`parts_not_held`). Raises
    UnknownEditionError.
    """
    release.catalogue.edition(key)
    index = release.catalogue.index(key.index)
    parts = index.parts(OVERALL, key.year)
    held = component_percentiles(release, key, parts)
    if not parts or held.scores.loc[list(units)].isna().to_numpy().all():
        return CannotBeSaid("parts_not_held")
    maxima = _maxima([index.period(part, key.year) for part in parts], parts)
    field = held.field[list(held.whole)]
    spread = (field.quantile(0.75) - field.quantile(0.25)).round(6).reindex(parts)
    figures = _figures(release, key, held, units, maxima, spread)
    known = maxima.dropna()
    same_scale = len(known) == len(parts) and known.nunique() == 1
    medians = pd.DataFrame({part: _peer_median(release, key, part, units[0], peers) for part in parts})
    return ComponentComparison(key, figures, _components(held, figures, maxima, spread, medians), same_scale)


def _maxima(periods: Sequence[Period | None], parts: Sequence[str]) -> pd.Series:
    known = [np.nan if period is None or period.maximum is None else period.maximum for period in periods]
    return pd.Series(known, index=list(parts), dtype="float64")


def _figures(
    release: Release,
    key: EditionKey,
    held: ComponentPercentiles,
    units: Sequence[str],
    maxima: pd.Series,
    spread: pd.Series,
) -> pd.DataFrame:
    parts, chosen = list(held.scores.columns), list(units)
    origins = component_origins(release, key, parts)
    everyone = list(held.scores.index)
    rows = [everyone.index(unit) for unit in chosen]

    def across(values: Values) -> Values:
        return values[rows, :].T.ravel()

    scores = across(held.scores.to_numpy())
    differences = (scores - np.repeat(held.scores.loc[chosen[0]].to_numpy(), len(chosen))).round(6)
    spreads = np.repeat(spread.to_numpy(), len(chosen))
    is_first = np.tile(np.array(chosen) == chosen[0], len(parts))
    known = pd.Series(~np.isnan(differences) & ~np.isnan(spreads) & ~is_first)
    places = pd.array(across(held.order.to_numpy("float64")), dtype="Int64")
    counts = pd.Series(np.repeat(held.due.to_numpy(), len(chosen)), dtype="Int64")
    return pd.DataFrame(
        {
            "component": np.repeat(np.array(parts, dtype="object"), len(chosen)),
            "unit": np.tile(np.array(chosen, dtype="object"), len(parts)),
            "score": scores,
            "share": (scores / np.repeat(maxima.to_numpy(), len(chosen)) * 100).round(6),
            "difference": differences,
            "matters": pd.Series(np.abs(differences) > spreads, dtype="boolean").where(known),
            "percentile": across(held.percentiles.to_numpy()),
            "place": places,
            "place_of": counts.where(pd.notna(places)),
            **{name: across(values) for name, values in origins.items()},
            "reason": [reason for part in parts for reason in _reasons(release, key, part, chosen)],
        }
    )[FIGURE_COLUMNS]


def _reasons(release: Release, key: EditionKey, part: str, units: list[str]) -> list[str]:
    table = edition_table(release, key, part)
    by_unit = dict(zip(table["unit"].astype("str"), table["reason"].astype("str"), strict=True))
    return [by_unit[unit] for unit in units]


def _components(
    held: ComponentPercentiles, figures: pd.DataFrame, maxima: pd.Series, spread: pd.Series, medians: pd.DataFrame
) -> pd.DataFrame:
    parts = list(held.scores.columns)
    field = held.field[list(held.whole)]
    own = figures.groupby("component", sort=False)["score"]
    count = own.count()
    several = count > 1
    table = pd.DataFrame(
        {
            "component": parts,
            "maximum": maxima,
            "held": held.held,
            "due": held.due,
            "whole": [part in held.whole for part in parts],
            "lowest": field.min().reindex(parts),
            "median": field.median().reindex(parts),
            "highest": field.max().reindex(parts),
            "spread": spread,
            "peer_median": medians.loc["median"].astype("float64"),
            "peer_count": medians.loc["count"].astype("int64"),
            "count": count,
            "best": own.max().where(several),
            "worst": own.min().where(several),
        },
        index=parts,
    )
    # No edition holds more than six decimals: beyond them a difference shows only how floats are stored.
    table["gap"] = (table["best"] - table["worst"]).round(6)
    for column in ("lowest", "highest", "peer_median", "gap"):
        table[f"{column}_share"] = (table[column] / table["maximum"] * 100).round(6)
    return table.reset_index(drop=True)[COMPONENT_COLUMNS]


def _peer_median(
    release: Release, key: EditionKey, part: str, unit: str, peers: Sequence[str]
) -> dict[str, float | int]:
    pairs = pd.DataFrame({"unit": [unit] * len(peers), "peer": list(peers)}, dtype="object")
    medians = peer_medians(release, key, pairs, part) if peers else CannotBeSaid("no_figure")
    if isinstance(medians, CannotBeSaid):
        return {"median": np.nan, "count": 0}
    return {"median": float(medians["median"].iloc[0]), "count": int(medians["count"].iloc[0])}
