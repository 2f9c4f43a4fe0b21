"""The place of a unit in one edition: the rank that the publisher printed, or the order by score that is ours.

The two are never mixed up: `place_kind` says which one a place is.
"""

from typing import Literal

import numpy as np
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
    if not release.has_former(key.index, key.year, component):
        return places
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
    ranked = ranked_count(release, key, component) or 0
    order = order_by_score(release, key, component)
    rank = figures["rank"].to_numpy("float64", na_value=np.nan)
    own = (
        np.full(len(figures), np.nan)
        if order is None
        else order.reindex(figures["unit"]).to_numpy("float64", na_value=np.nan)
    )
    has_rank, ordered = ~np.isnan(rank), ~np.isnan(own)
    rank_of = np.where(rank <= ranked, ranked, np.nan)
    order_of = np.where(ordered, completeness(release, key, component).due, np.nan)
    numbers = {
        "rank": rank,
        "rank_of": rank_of,
        "order": own,
        "order_of": order_of,
        "place": np.where(has_rank, rank, own),
        "place_of": np.where(has_rank, rank_of, order_of),
    }
    table = figures.assign(**{name: pd.array(values, dtype="Int64") for name, values in numbers.items()})
    table["place_kind"] = np.where(has_rank, "rank", np.where(ordered, "order", "")).astype("object")
    return table
