"""What moved a place between two editions: the unit's own score, or the scores of all the others."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import Comparison, compare, degrees_between
from indicators.measurement import completeness, measured_scores
from indicators.ranking import competition_ranks, ranked_count
from indicators.release import Release


@dataclass(frozen=True)
class Movement:
    """The change of place of every unit between two editions, parted into its own movement and that of the field.

    `table`, one row a unit of the system in Vietnamese order:
    unit; score_before, score_after (as published);
    place_before, place_between, place_after: orders by score ("1224") among the units that both editions measured;
    place_between is that of the unit's old score among the others' new ones;
    field (place_before - place_between), own (place_between - place_after), whole (their sum), positive = better;
    rank_before, rank_after (as published), rank_change: missing unless both are printed, inside the publisher's lists
    and of the same set of units; ranks_agree: whether both ranks are those two places, missing as rank_change is.
    Where a publisher ranks equal printed scores differently they do not agree: the printed ranks stand, and `own` and
    `field` add up to the change of order, not to that of rank.
    reason: why the unit has no movement: `no_figure` (not measured in both), `break` (its own series is cut), else "".

    `place_of`: how many units were measured in both, former ones too (Hà Tây), of which there are `former`.
    `fields_differ`: the two editions measured different sets of units.
    """

    comparison: Comparison
    table: pd.DataFrame
    place_of: int
    former: int
    fields_differ: bool


def movement_between(
    release: Release, earlier: EditionKey, later: EditionKey, component: str = OVERALL
) -> Movement | CannotBeSaid:
    """Part the change of place of every unit, from an edition to a later one, a year or a period apart.

    Own movement: what its own new score did to its place, the others' scores being the new ones already. Field
    movement: what the others' new scores did to the place of its old score. The two steps are taken in this order for
    every unit (the field moves first), so that they add up to the whole; the definition is this project's own.
    Cannot be said across a break or a change of units (`break`, `unit_system`, with crossings), nor unless both
    editions are whole (`edition_not_whole`, with the figures of the first that is not, the earlier one first).
    Raises UnknownEditionError, and ValueError for two indices or years out of order.
    """
    if earlier.year >= later.year:
        message = f"{earlier.year} does not lie before {later.year}: give the earlier edition first."
        raise ValueError(message)
    for key in (earlier, later):
        release.catalogue.edition(key)
    comparison = compare(release, earlier, later, component)
    if not comparison.comparable:
        reason = "unit_system" if comparison.degree == "unit_system" else "break"
        return CannotBeSaid(reason, crossings=comparison.deciding)
    for key in (earlier, later):
        held = completeness(release, key, component)
        if not held.whole:
            return CannotBeSaid("edition_not_whole", held.held, held.due)
    before, after = (measured_scores(release, key, component) for key in (earlier, later))
    places = places_between(before, after)
    units = pd.Index(release.provinces.units(later.system), name="unit")
    table = places.reindex(units)
    table.insert(0, "score_before", before.reindex(units))
    table.insert(1, "score_after", after.reindex(units))
    cut = degrees_between(release, earlier, later, [component])[component].reindex(units) == "break"
    table.loc[cut.to_numpy(), list(places.columns)] = pd.NA
    fields_differ = set(before.index) != set(after.index)
    _add_published(release, earlier, later, component, table, fields_differ)
    absent = table["score_before"].isna() | table["score_after"].isna()
    table["reason"] = np.where(absent, "no_figure", np.where(cut, "break", ""))
    former = len(places.index.difference(units))
    return Movement(comparison, table.reset_index(), len(places), former, fields_differ)


def places_between(before: pd.Series, after: pd.Series) -> pd.DataFrame:
    """Give the places before, between and after, and the movements, of the units that both series of scores hold.

    Columns place_before, place_between, place_after, field, own, whole, all Int64; indexed as `before`, the common
    units only. Scores are without missing ones.
    """
    common = before.index.intersection(after.index)
    old, new = before[common].to_numpy(dtype="float64"), after[common].to_numpy(dtype="float64")
    # Those whose new score lies above the old one of a unit; the unit itself is none of the others.
    above = (new[None, :] > old[:, None]).sum(axis=1) - (new > old)
    places = pd.DataFrame(
        {
            "place_before": competition_ranks(before[common]),
            "place_between": pd.Series(above + 1, common, dtype="Int64"),
            "place_after": competition_ranks(after[common]),
        },
        index=common,
    )
    places["field"] = places["place_before"] - places["place_between"]
    places["own"] = places["place_between"] - places["place_after"]
    places["whole"] = places["place_before"] - places["place_after"]
    return places


def _add_published(
    release: Release,
    earlier: EditionKey,
    later: EditionKey,
    component: str,
    table: pd.DataFrame,
    fields_differ: bool,
) -> None:
    """Set the published ranks beside the places of `table` (indexed by unit)."""
    ranks: list[pd.Series] = []
    usable = pd.Series(not fields_differ, table.index)
    for key in (earlier, later):
        rank = release.figures(key, component).set_index("unit")["rank"].astype("Int64")
        ranks.append(rank.set_axis(rank.index.astype("object")).reindex(table.index))
        usable &= ranks[-1].fillna(0).between(1, ranked_count(release, key, component) or 0).astype("bool")
    table["rank_before"], table["rank_after"] = ranks
    table["rank_change"] = (ranks[0] - ranks[1]).where(usable & table["whole"].notna())
    agree = (ranks[0] == table["place_before"]) & (ranks[1] == table["place_after"])
    table["ranks_agree"] = agree.astype("boolean").where(table["rank_change"].notna())
