"""Places and medians inside a set of provinces: a region, a province and its peers, or a set that a reader chose.

A place inside a set is an order by score, ours, and never called a rank; the published rank stands beside it.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness, former_figures
from indicators.ranking import ranked_count
from indicators.release import Release

PLACE_COLUMNS = [
    "group", "unit", "score", "place", "place_of", "members", "place_kind", "rank", "rank_of", "kind", "note_codes",
    "source_id", "reason",
]  # fmt: skip
MEDIAN_COLUMNS = ["unit", "score", "median", "difference", "count", "peers", "reason"]


def places_in_regions(release: Release, key: EditionKey, component: str = OVERALL) -> pd.DataFrame | CannotBeSaid:
    """Order every unit of the 63 inside its region: as `places_in_sets`, `group` being the region.

    A measured unit that no longer exists takes its place in its region and is not shown (Hà Tây, PCI 2006).
    Cannot be said of an edition of the 34 (`unit_system`): regions exist for the 63 only.
    """
    if key.system != "63":
        return CannotBeSaid("unit_system")
    provinces = release.provinces
    sets = {region.id: provinces.units("63", region.id) for region in provinces.regions}
    former = former_figures(release, key, component)
    gone = pd.DataFrame({"group": former["region"], "unit": former.index, "score": former["score"]})
    answer = _ordered(release, key, component, sets, gone)
    if isinstance(answer, CannotBeSaid):
        return answer
    order = {unit: position for position, unit in enumerate(provinces.units("63"))}
    return answer.sort_values("unit", key=lambda units: units.map(order), kind="stable", ignore_index=True)


def places_in_sets(
    release: Release, key: EditionKey, sets: Mapping[str, Sequence[str]], component: str = OVERALL
) -> pd.DataFrame | CannotBeSaid:
    """Order the members of each set by score; equal scores share a place and the next places are left out ("1224").

    `sets`: members by the name of the set; for peer groups `{unit: [unit, *peers.of(unit)]}`, where the row of which
    unit = group says where a unit stands among its peers.
    Columns: PLACE_COLUMNS, one row a set and member, as given; place_of: members that the edition measured; members:
    the size of the set; place_kind: `order`, "" where there is no place; rank and rank_of as published; kind,
    note_codes and source_id of the score; reason: why there is no place (`no_figure`: the edition did not measure the
    unit), "" where there is one.
    Cannot be said unless the score of every unit that the edition measured is held (`edition_not_whole`), the rule for
    every order. Raises UnknownEditionError, and ValueError for a member of another unit system.
    """
    return _ordered(release, key, component, sets, pd.DataFrame({"group": [], "unit": [], "score": []}))


def peer_medians(
    release: Release, key: EditionKey, peers: pd.DataFrame, component: str = OVERALL
) -> pd.DataFrame | CannotBeSaid:
    """Compare every unit's score with the median of its peers, the unit itself left out.

    `peers`: unit, peer, as `peers.Peers.table`. Columns: MEDIAN_COLUMNS, one row a unit in the order of `peers`:
    score, median (computed), difference (score - median, to 6 decimals) in the unit of the component; count of peers
    that the edition measured, of `peers` in all; reason: `no_figure` where the unit or all its peers were not measured,
    else "".
    Cannot be said unless the score of every unit that the edition measured is held (`edition_not_whole`), so that
    `count` is less than `peers` only by units that were not measured. Raises UnknownEditionError.
    """
    held = completeness(release, key, component)
    release.catalogue.edition(key)
    if not held.whole:
        return CannotBeSaid("edition_not_whole", held.held, held.due)
    scores = release.figures(key, component).set_index("unit")["score"].astype("float64")
    of_peers = peers["peer"].map(scores.to_dict()).astype("float64")
    grouped = of_peers.groupby(peers["unit"], sort=False)
    table = pd.DataFrame({"median": grouped.median(), "count": grouped.count(), "peers": grouped.size()})
    table = table.rename_axis("unit").reset_index()
    table["score"] = table["unit"].map(scores.to_dict()).astype("float64")
    # No edition holds more than six decimals: beyond them a difference shows only how floats are stored.
    table["difference"] = (table["score"] - table["median"]).round(6)
    table["reason"] = ["no_figure" if missing else "" for missing in table["difference"].isna()]
    return table[MEDIAN_COLUMNS]


def _ordered(
    release: Release, key: EditionKey, component: str, sets: Mapping[str, Sequence[str]], gone: pd.DataFrame
) -> pd.DataFrame | CannotBeSaid:
    """Order the members of sets among themselves and those `gone` (group, unit, score), which are not shown."""
    release.catalogue.edition(key)
    held = completeness(release, key, component)
    if not held.whole:
        return CannotBeSaid("edition_not_whole", held.held, held.due)
    shown = pd.DataFrame(
        [(group, unit) for group, members in sets.items() for unit in dict.fromkeys(members)],
        columns=["group", "unit"],
    )
    strangers = set(shown["unit"]) - set(release.provinces.units(key.system))
    if strangers:
        names = ", ".join(sorted(strangers))
        message = f"{names}: no province of the {key.system}, so it has no place in {key.index} {key.year}."
        raise ValueError(message)
    figures = release.figures(key, component).set_index("unit")
    shown["score"] = shown["unit"].map(figures["score"].to_dict()).astype("float64")
    shown["rank"] = shown["unit"].map(figures["rank"].to_dict()).astype("Int64")
    for name in ("kind", "note_codes", "source_id"):
        shown[name] = shown["unit"].map(figures[name].astype("str").to_dict()).astype("object").fillna("")
    ranked = ranked_count(release, key, component) or 0
    inside = shown["rank"].notna() & (shown["rank"].fillna(0) <= ranked)
    shown["rank_of"] = pd.Series(pd.NA, shown.index, dtype="Int64").mask(inside, ranked)
    everyone = pd.concat([shown, gone.astype({"score": "float64"})], ignore_index=True)
    groups = everyone.groupby("group", sort=False)["score"]
    everyone["place"] = groups.rank(method="min", ascending=False).astype("Int64")
    everyone["place_of"] = groups.transform("count").astype("Int64").where(everyone["place"].notna())
    everyone["members"] = groups.transform("size")
    placed = everyone["place"].notna()
    everyone["place_kind"] = ["order" if has_place else "" for has_place in placed]
    everyone["reason"] = ["" if has_place else "no_figure" for has_place in placed]
    return everyone.iloc[: len(shown)][PLACE_COLUMNS]
