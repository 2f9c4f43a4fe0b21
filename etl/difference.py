"""What an import would change: figures added, changed and removed, and ranks that move."""

from dataclasses import dataclass

import pandas as pd

from etl.columns import OBSERVATION_COLUMNS

ROW_KEY = ["unit_system", "province_code", "component"]
CELLS = [column for column in OBSERVATION_COLUMNS if column not in {"index", "year", *ROW_KEY}]


@dataclass(frozen=True)
class Difference:
    """Rows only in the new table, rows only in the old one, and cells that differ.

    `added`, `removed`: tidy rows. `changed`: unit_system, province_code, component, column, before, after.
    """

    added: pd.DataFrame
    removed: pd.DataFrame
    changed: pd.DataFrame

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return self.added.empty and self.removed.empty and self.changed.empty

    @property
    def moved_ranks(self) -> pd.DataFrame:
        """The changed cells that are ranks, held before and after."""
        ranks = self.changed[self.changed["column"].eq("rank")]
        return ranks[ranks["before"].ne("") & ranks["after"].ne("")]


def difference(held: pd.DataFrame, incoming: pd.DataFrame) -> Difference:
    """Compare two tidy tables (text) of one edition row by row, by unit system, province and component."""
    before, after = held.set_index(ROW_KEY)[CELLS], incoming.set_index(ROW_KEY)[CELLS]
    common = before.index.intersection(after.index)
    old, new = before.loc[common], after.loc[common]
    pairs = pd.DataFrame({"before": old.stack(), "after": new.stack()})
    pairs.index = pairs.index.set_names([*ROW_KEY, "column"])
    changed = pairs[pairs["before"].ne(pairs["after"])].reset_index()
    return Difference(
        after.loc[after.index.difference(before.index)].reset_index(),
        before.loc[before.index.difference(after.index)].reset_index(),
        changed,
    )
