"""Which components a change of a total comes from: exact where weights and figures are known, else not said."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.comparability import Comparison, compare, degrees_between
from indicators.release import Release

PART_COLUMNS = [
    "unit", "component", "score_before", "score_after", "score_change", "weight_before", "weight_after",
    "contribution", "share", "reason",
]  # fmt: skip
UNIT_COLUMNS = [
    "unit", "score_before", "score_after", "whole", "parts", "remainder", "rounding", "exact", "largest_component",
    "largest_contribution", "missing", "reason",
]  # fmt: skip

_ROUNDED = "rounded_by_source"
# What floats add to sums of ten figures of six decimals.
_FLOAT_NOISE = 1e-9


@dataclass(frozen=True)
class Decomposition:
    """The change of a total of every unit between two editions, parted into its addends.

    `parts`: PART_COLUMNS, one row a unit (Vietnamese order) and addend (the catalogue's order): scores and score_change
    in the component's own points; contribution = weight_after x score_after - weight_before x score_before, in points
    of the total; share of the whole change (missing where that is 0); reason: why there is no contribution:
    `no_figure` (this part is not held in both), `break` (it was measured otherwise), `parts_not_held` (another part is
    not held), else "". Contribution and share are given only of units whose row in `units` is answered.

    `units`: UNIT_COLUMNS, one row a unit: the total before and after, `whole` change, `parts` (sum of contributions),
    `remainder` (whole - parts, never spread over the parts), `rounding` (the most that the rounding of printed figures
    can make of it), `exact`; largest_component and largest_contribution: the part that contributed most in the
    direction of the whole change (ids joined by ";" where several did), only where exact; `missing`: ids of parts that
    are not held or not comparable, joined by ";"; reason: `no_figure` (no total in both), `break` (the unit's own
    series is cut), `parts_not_held`, else "".

    `not_compared`: parts that lie across a break though the total does not (D5 of PAPI from 2020 to 2021). They
    contribute to the remainder and nothing is exact then.
    `reweighted`: parts whose weight changed, so that contributions hold the change of weight too.
    """

    comparison: Comparison
    total: str
    parts: pd.DataFrame
    units: pd.DataFrame
    not_compared: tuple[str, ...]
    reweighted: tuple[str, ...]


def decompose_change(
    release: Release, earlier: EditionKey, later: EditionKey, total: str = OVERALL
) -> Decomposition | CannotBeSaid:
    """Part the change of a total, the index's or a component's, into its addends, for every unit.

    Only addends are summed: lenses and the same in another unit never are. Weights are those of each year.
    `exact`: |remainder| is not more than the rounding of the printed figures can make. A figure printed with d decimals
    lies up to half a unit of the last place, 0.5 x 10^-d, from the unrounded one, so that the whole change is off by
    that of both totals and the sum of parts by weight x that of every part and year. Decimals are those of the edition,
    those written where a figure has more or its source printed it rounded.
    Cannot be said across a break or a change of units (`break`, `unit_system`, with crossings); where no addends or not
    all weights of both years are known (`weights_unknown`, `missing` names those without); where the two years have
    different parts (`parts_not_held`, `missing` names them); where no part is comparable (`break`, `missing`).
    The identity is that of a weighted sum: total = sum of weight x score, taken in two years and subtracted.
    Raises UnknownEditionError, and ValueError for two indices or years out of order.
    """
    if earlier.year >= later.year:
        message = f"{earlier.year} does not lie before {later.year}: give the earlier edition first."
        raise ValueError(message)
    decimals = [release.catalogue.edition(key).decimals for key in (earlier, later)]
    comparison = compare(release, earlier, later, total)
    if not comparison.comparable:
        reason = "unit_system" if comparison.degree == "unit_system" else "break"
        return CannotBeSaid(reason, crossings=comparison.deciding)
    weights = _weights(release.catalogue.index(later.index), total, earlier.year, later.year)
    if isinstance(weights, CannotBeSaid):
        return weights
    parts = [str(part) for part in weights.index]
    cut = degrees_between(release, earlier, later, [total, *parts]) == "break"
    not_compared = tuple(part for part in parts if cut[part].all())
    if len(not_compared) == len(parts):
        found = (crossing for part in parts for crossing in compare(release, earlier, later, part).deciding)
        return CannotBeSaid("break", missing=not_compared, crossings=tuple(dict.fromkeys(found)))
    editions = [_figures(release, k, [total, *parts], d) for k, d in zip((earlier, later), decimals, strict=True)]
    part_frame, unit_frame = part_changes(total, weights, editions, cut)
    reweighted = tuple(weights.index[weights["before"] != weights["after"]])
    return Decomposition(comparison, total, part_frame, unit_frame, not_compared, reweighted)


@dataclass(frozen=True)
class Figures:
    """What one edition holds of a total and its parts; a row a unit, a column a component.

    `scores`: missing where not held; `rounding`: how far each may lie from the unrounded one, in the same points.
    """

    scores: pd.DataFrame
    rounding: pd.DataFrame


def _weights(index: Index, total: str, first: int, last: int) -> pd.DataFrame | CannotBeSaid:
    """Give the weights of the addends of a total in two years: columns before and after, indexed by component."""
    lists = [index.parts(total, year) for year in (first, last)]
    weights = [
        {p: found.weight for p in parts if (found := index.period(p, year))}
        for parts, year in zip(lists, (first, last), strict=True)
    ]
    unknown = dict.fromkeys(part for known in weights for part, weight in known.items() if weight is None)
    if unknown or not all(lists):
        return CannotBeSaid("weights_unknown", missing=tuple(unknown))
    of_one_year = set(lists[0]) ^ set(lists[1])
    if of_one_year:
        return CannotBeSaid(
            "parts_not_held", missing=tuple(p for p in dict.fromkeys(lists[0] + lists[1]) if p in of_one_year)
        )
    return pd.DataFrame({"before": weights[0], "after": weights[1]}, index=lists[1], dtype="float64")


def _figures(release: Release, key: EditionKey, components: list[str], decimals: int) -> Figures:
    units = release.provinces.units(key.system)
    down, across = ({name: position for position, name in enumerate(names)} for names in (units, components))
    scores, rounding = (np.full((len(units), len(components)), np.nan) for _ in range(2))
    table = release.observations
    edition = (table["index"] == key.index) & (table["year"] == key.year) & (table["unit_system"] == key.system)
    rows = table.loc[edition & table["score"].notna(), ["unit", "component", "score", "score_text", "note_codes"]]
    rows = rows[rows["component"].isin(components)]
    for unit, component, score, text, notes in zip(*(rows[name].tolist() for name in rows.columns), strict=True):
        written = len(str(text).partition(".")[2])
        trusted = written > decimals or _ROUNDED in str(notes).split(";")
        position = down[str(unit)], across[str(component)]
        scores[position] = score
        rounding[position] = 0.5 * 10.0 ** -(written if trusted else decimals)
    return Figures(
        pd.DataFrame(scores, index=units, columns=components), pd.DataFrame(rounding, index=units, columns=components)
    )


def part_changes(
    total: str, weights: pd.DataFrame, editions: Sequence[Figures], cut: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make the two frames of `Decomposition`, `parts` and `units`, of the figures of two editions.

    `weights`: columns before and after, indexed by part; what is not named there is not summed. `editions`: the
    earlier and the later one, of the same units. `cut`: where a break lies, units down, total and parts across.
    """
    before, after = editions
    names = list(weights.index)
    w_before, w_after = weights["before"].to_numpy(), weights["after"].to_numpy()
    old, new = before.scores[names], after.scores[names]
    absent = old.isna() | new.isna()
    compared = ~cut[names]
    lacking = absent & compared
    change = (new - old).where(compared).round(6)
    contribution = (new * w_after - old * w_before).where(compared)
    whole = (after.scores[total] - before.scores[total]).round(6)
    reason = np.select(
        [whole.isna(), cut[total], lacking.any(axis="columns")], ["no_figure", "break", "parts_not_held"], default=""
    )
    answered = pd.Series(reason == "", whole.index)
    contribution = contribution.where(answered, axis="index").round(6)
    summed = contribution.sum(axis="columns").where(answered).round(6)
    bound = before.rounding[total] + after.rounding[total]
    bound += (before.rounding[names] * w_before + after.rounding[names] * w_after).sum(axis="columns")
    remainder = (whole - summed).round(6)
    exact = answered & compared.all(axis="columns") & (remainder.abs() <= bound + _FLOAT_NOISE)
    units = pd.DataFrame(
        {
            "score_before": before.scores[total],
            "score_after": after.scores[total],
            "whole": whole.where(~cut[total]),
            "parts": summed,
            "remainder": remainder,
            "rounding": bound.where(answered),
            "exact": exact,
            "missing": _joined(lacking | ~compared),
            "reason": reason,
        }
    ).rename_axis("unit")
    largest = largest_contributions(contribution[exact], whole[exact])
    units[["largest_component", "largest_contribution"]] = largest.reindex(units.index)
    units["largest_component"] = units["largest_component"].astype("object").fillna("")
    share = contribution.div(whole.where(whole != 0), axis="index")
    own_reason = pd.DataFrame(np.where(absent, "no_figure", np.where(~compared, "break", "")), old.index, names)
    unanswered = pd.DataFrame(
        np.where(own_reason != "", own_reason, np.repeat(reason[:, None], len(names), axis=1)), old.index, names
    )
    columns = {"score_before": old, "score_after": new, "score_change": change}
    columns |= {"contribution": contribution, "share": share, "reason": unanswered}
    parts = pd.DataFrame({name: frame.to_numpy().ravel() for name, frame in columns.items()})
    parts["unit"] = np.repeat(old.index.to_numpy(), len(names))
    parts["component"] = np.tile(np.array(names, dtype="object"), len(old))
    parts["weight_before"], parts["weight_after"] = np.tile(w_before, len(old)), np.tile(w_after, len(old))
    return parts[PART_COLUMNS], units.reset_index()[UNIT_COLUMNS]


def largest_contributions(contributions: pd.DataFrame, whole: pd.Series) -> pd.DataFrame:
    """Name the part that contributed most in the direction of the whole change; none where that is 0.

    `contributions`: units down, components across, none missing. Columns: largest_component (ids joined by ";" where
    several contributed the same), largest_contribution; units whose whole change is 0, or whose parts all went the
    other way, are left out.
    """
    directed = contributions.mul(np.sign(whole), axis="index")
    most = directed.max(axis="columns")
    found = most.index[most > 0]
    leads = directed.loc[found].eq(most[found], axis="index")
    value = (most * np.sign(whole))[found].round(6)
    return pd.DataFrame({"largest_component": _joined(leads), "largest_contribution": value}, index=found)


def _joined(marked: pd.DataFrame) -> pd.Series:
    """Join the names of the marked columns of every row by ";"."""
    names = marked.columns.to_numpy()
    return pd.Series([";".join(names[row]) for row in marked.to_numpy()], marked.index, dtype="object")
