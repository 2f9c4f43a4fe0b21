"""The place of a unit in one edition: the rank that the publisher printed, or the order by score that is ours.

The two are never mixed up: `place_kind` says which one a place is.
"""

from typing import Literal

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness, measured_scores
from indicators.release import Release

PlaceKind = Literal["rank", "order", ""]


def competition_ranks(scores: pd.Series) -> pd.Series:
    """Order scores from the highest; equal scores share a place and the next places are left out ("1224").

    Returns Int64 places on the index of `scores`; a missing score has no place.
    """
    return scores.rank(method="min", ascending=False).astype("Int64")


def order_by_score(release: Release, key: EditionKey, component: str) -> pd.Series | None:
    """Order the units of an edition by their scores, or None unless every measured unit's score is held.

    Returns Int64 places by unit key. Units that no longer exist take their place in the count (PCI 2006: of 64).
    """
    if not completeness(release, key, component).whole:
        return None
    places = competition_ranks(measured_scores(release, key, component))
    return places[places.index.isin(release.provinces.units(key.system))]


def ranked_count(release: Release, key: EditionKey, component: str) -> int | None:
    """Return the "of how many" of published ranks: the number of units that the edition ranked, never a count of rows.

    For a component of an edition that prints totals of the best 30 only it is the number of measured units, since the
    list of the best 30 is of totals. None where no ranks are published or the number is not known.
    """
    edition = release.catalogue.edition(key)
    if edition.what_is_published == "best_30" and component != OVERALL:
        return edition.units_measured
    return edition.units_ranked or None


def with_places(release: Release, key: EditionKey, component: str, figures: pd.DataFrame) -> pd.DataFrame:
    """Add the places of an edition to its figures.

    `figures`: unit, score, rank. Adds `rank_of` (of how many for a published rank; missing where the rank lies outside
    the published list and was announced by the province), `order` and `order_of` (ours; missing unless the edition is
    whole), and `place`, `place_of`, `place_kind`: the published rank where there is one, else the order, else missing
    and "".
    """
    ranked = ranked_count(release, key, component)
    order = order_by_score(release, key, component)
    table = figures.copy()
    table["rank"] = table["rank"].astype("Int64")
    inside = table["rank"].notna() & (table["rank"].fillna(0) <= (ranked or 0))
    table["rank_of"] = pd.Series(pd.NA, table.index, dtype="Int64").mask(inside, ranked or 0)
    empty = pd.Series(pd.NA, table.index, dtype="Int64")
    table["order"] = empty if order is None else table["unit"].map(order).astype("Int64")
    due = completeness(release, key, component).due
    table["order_of"] = empty.mask(table["order"].notna(), due)
    has_rank = table["rank"].notna()
    table["place"] = table["rank"].where(has_rank, table["order"])
    table["place_of"] = table["rank_of"].where(has_rank, table["order_of"])
    table["place_kind"] = [
        "rank" if rank else "order" if ordered else ""
        for rank, ordered in zip(has_rank, table["order"].notna(), strict=True)
    ]
    return table
