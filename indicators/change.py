"""What changed between two editions: score and place of every unit, computed only where the editions are comparable."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, cast

import pandas as pd

from indicators.catalogue import OVERALL, Edition, EditionKey
from indicators.comparability import Comparison, compare, degrees_between
from indicators.measurement import field_of
from indicators.ranking import competition_ranks, order_by_score
from indicators.release import Release
from indicators.results import edition_table

Direction = Literal["up", "down", "same", ""]


@dataclass(frozen=True)
class Change:
    """The change of every unit between two editions of one index.

    `table`, one row a unit of the later edition's system in Vietnamese order:
    unit, score_from, score_to, rank_from, rank_to (published), rank_of_from, rank_of_to (of how many, missing where a
    rank lies outside the published list), kind_from, kind_to, note_codes_from, note_codes_to ("" without a figure);
    degree: a `comparability.Degree`, that of `comparison` or a stronger one that concerns the unit alone (`compare`
    with the unit gives its reasons);
    score_change: points, missing where the editions are not comparable for the unit or a score is not held;
    place_from, place_to, place_of_from, place_of_to, place_kind (`rank`, `order`, ""), place_change (positive = a
    better place), direction (`up`, `down`, `same`, ""): of published ranks where both are held, else of the orders by
    score.
    `fields_differ`: the two editions measured different units, so that places are those among the `common` units that
    both measured, not the published ones.
    """

    comparison: Comparison
    table: pd.DataFrame
    fields_differ: bool
    common: int

    @cached_property
    def _rows(self) -> dict[str, dict[str, Any]]:
        records = cast("list[dict[str, Any]]", self.table.to_dict("records"))
        return {str(record["unit"]): record for record in records}

    def of(self, unit: str) -> dict[str, Any]:
        """Return the row of one unit; nobody writes to it."""
        return self._rows[unit]


def change_between(release: Release, earlier: EditionKey, later: EditionKey, component: str = OVERALL) -> Change:
    """Work out the change of all units from one edition to a later one.

    Across a break or a change of unit system both editions' figures are given and no change, for a unit across a break
    that concerns it alone too.
    Raises UnknownEditionError.
    """
    comparison = compare(release, earlier, later, component)
    table = _both_editions(release, earlier, later, component)
    table["degree"] = _degrees(release, comparison, earlier, later, component, table["unit"])
    measured = [field_of(release, key, component) for key in (earlier, later)]
    common = measured[0] & measured[1]
    fields_differ = measured[0] != measured[1]
    if comparison.comparable:
        # No edition holds more than six decimals: beyond them a difference shows only how floats are stored.
        table["score_change"] = (table["score_to"] - table["score_from"]).round(6).where(table["degree"] != "break")
        places = _places(release, earlier, later, component, table, common, fields_differ)
        broken_alone = table["degree"] == "break"
        places.loc[broken_alone] = _no_places(table.index)[broken_alone]
    else:
        table["score_change"] = pd.Series(float("nan"), table.index)
        places = _no_places(table.index)
    table = pd.concat([table, places], axis="columns")
    return Change(comparison, table, fields_differ, len(common))


def previous_edition(release: Release, key: EditionKey, component: str = OVERALL) -> Edition | None:
    """Find the edition before one, in the same unit system, that holds any figure of the component."""
    before = [e for e in release.catalogue.editions_of(key.index, key.system) if e.key.year < key.year]
    return next((e for e in reversed(before) if release.holds(e.key, component)), None)


def _both_editions(release: Release, earlier: EditionKey, later: EditionKey, component: str) -> pd.DataFrame:
    columns = ["unit", "score", "rank", "rank_of", "kind", "note_codes"]
    before, after = (edition_table(release, key, component)[columns] for key in (earlier, later))
    joined = after.merge(before, on="unit", how="left", suffixes=("_to", "_from"))
    joined[["kind_from", "note_codes_from"]] = joined[["kind_from", "note_codes_from"]].fillna("")
    return joined[["unit", *(f"{name}_{end}" for name in columns[1:] for end in ("from", "to"))]]


def _degrees(
    release: Release, comparison: Comparison, earlier: EditionKey, later: EditionKey, component: str, units: pd.Series
) -> pd.Series:
    if not comparison.comparable:
        return pd.Series(comparison.degree, units.index, dtype="object")
    return units.map(degrees_between(release, earlier, later, [component])[component])


def _places(
    release: Release,
    earlier: EditionKey,
    later: EditionKey,
    component: str,
    table: pd.DataFrame,
    common: frozenset[str],
    fields_differ: bool,
) -> pd.DataFrame:
    places = _no_places(table.index)
    order_before, order_after = (order_by_score(release, key, component) for key in (earlier, later))
    if order_before is not None and order_after is not None:
        if fields_differ:
            from_order = _order_among(table, "score_from", common)
            to_order = _order_among(table, "score_to", common)
        else:
            from_order = table["unit"].map(order_before.to_dict()).astype("Int64")
            to_order = table["unit"].map(order_after.to_dict()).astype("Int64")
        both = from_order.notna() & to_order.notna()
        count = pd.Series(len(common), table.index)
        _set_places(places, both, (from_order, to_order), (count, count), "order")
    if not fields_differ:
        both = table["rank_from"].notna() & table["rank_to"].notna()
        of = (table["rank_of_from"], table["rank_of_to"])
        _set_places(places, both, (table["rank_from"], table["rank_to"]), of, "rank")
    change = places["place_from"] - places["place_to"]
    places["place_change"] = change
    places["direction"] = ["" if pd.isna(c) else "up" if c > 0 else "down" if c < 0 else "same" for c in change]
    return places


def _set_places(
    places: pd.DataFrame, rows: pd.Series, ends: tuple[pd.Series, ...], of: tuple[pd.Series, ...], kind: str
) -> None:
    for end, place, count in zip(("from", "to"), ends, of, strict=True):
        places.loc[rows, f"place_{end}"] = place[rows].astype("Int64")
        places.loc[rows, f"place_of_{end}"] = count[rows].astype("Int64")
    places.loc[rows, "place_kind"] = kind


def _order_among(table: pd.DataFrame, column: str, common: frozenset[str]) -> pd.Series:
    return competition_ranks(table[column].where(table["unit"].isin(common)))


def _no_places(index: pd.Index) -> pd.DataFrame:
    empty = pd.Series(pd.NA, index, dtype="Int64")
    columns = ("place_from", "place_to", "place_of_from", "place_of_to", "place_change")
    frame = pd.DataFrame(dict.fromkeys(columns, empty), index=index)
    frame["place_kind"] = pd.Series("", index, dtype="object")
    frame["direction"] = pd.Series("", index, dtype="object")
    return frame
