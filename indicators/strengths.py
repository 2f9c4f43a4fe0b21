"""In which components a province stands out among all, for better or worse, and whether it has for long."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import degrees_between
from indicators.component_percentiles import ComponentPercentiles, component_origins, component_percentiles
from indicators.ranking import ranked_count
from indicators.release import Release

STRENGTH_FROM = 75.0
WEAKNESS_TO = 25.0

_EMPTY = ""


@dataclass(frozen=True)
class Strengths:
    """Every component of every unit in one edition, with those that are strengths and weaknesses.

    `table`, one row a unit and component (Vietnamese order, then the catalogue's): unit, component; score and maximum
    in the unit of the component (a maximum that is not known is missing); percentile (0 to 100, see
    `component_percentiles`); place, place_of, place_kind (`rank` as published, else `order`, ours);
    kind (`strength`, `weakness`, ""); lasting (`persistent`: so in three consecutive comparable editions; `new`: not so
    in the edition before; ""); lasting_reason: why neither can be said (a `CannotReason`; "" where it can); cautious:
    `lasting` is said across a revision; score_kind (`published`, `computed`), note_codes and source_id of the score;
    reason: why there is no percentile (a `CannotReason`, "" where there is one).
    `whole`: components of which every measured unit's score is held; `not_whole`: the others, by which nobody is
    judged.
    """

    key: EditionKey
    table: pd.DataFrame
    whole: tuple[str, ...]
    not_whole: tuple[str, ...]

    def of(self, unit: str, kind: str) -> pd.DataFrame:
        """Return the strengths or weaknesses of one unit, the most extreme first."""
        rows = self.table[(self.table["unit"] == unit) & (self.table["kind"] == kind)]
        return rows.sort_values("percentile", ascending=kind == "weakness", kind="stable")


def strengths(
    release: Release, key: EditionKey, count: int = 3, *, every_level: bool = False
) -> Strengths | CannotBeSaid:
    """Name the strengths and weaknesses of all units in an edition: at most `count` of each.

    A strength is a component at percentile 75 or above, a weakness one at 25 or below (the glossary's words); where a
    unit has more than `count`, the most extreme are marked, of equal ones the first in the catalogue's order.
    Components are those that add directly to the total, or with `every_level` all that add to anything. Totals need not
    be held: the sub-indices of PCI 2023 are judged though its totals are not held.
    `lasting` looks at the same bounds in the two editions just before, whatever else was marked then.
    Cannot be said where the year has no such components (`parts_not_held`) or none of them is held whole
    (`edition_not_whole`). Raises UnknownEditionError.
    """
    release.catalogue.edition(key)
    index = release.catalogue.index(key.index)
    components = index.components_in(key.year, ("addend",)) if every_level else index.parts(OVERALL, key.year)
    if not components:
        return CannotBeSaid("parts_not_held")
    now = component_percentiles(release, key, components)
    if not now.whole:
        return CannotBeSaid("edition_not_whole", int(now.held.sum()), int(now.due.sum()), tuple(components))
    kinds = marked(now.percentiles.to_numpy(), count)
    periods = [index.period(name, key.year) for name in components]
    maxima = [np.nan if period is None or period.maximum is None else period.maximum for period in periods]
    origins = component_origins(release, key, components)
    rows, columns = now.scores.shape
    table = pd.DataFrame(
        {
            "unit": np.repeat(now.scores.index.to_numpy(), columns),
            "component": np.tile(np.array(components, dtype="object"), rows),
            "score": now.scores.to_numpy().ravel(),
            "maximum": np.tile(np.array(maxima, dtype="float64"), rows),
            "percentile": now.percentiles.to_numpy().ravel(),
            **_places(release, key, now),
            "kind": kinds.ravel(),
            **_lasting(release, key, components, kinds),
            "score_kind": origins["kind"].ravel(),
            "note_codes": origins["note_codes"].ravel(),
            "source_id": origins["source_id"].ravel(),
            "reason": _reasons(now).ravel(),
        }
    )
    not_whole = tuple(name for name in components if name not in now.whole)
    return Strengths(key, table, now.whole, not_whole)


def marked(percentiles: np.ndarray[Any, Any], count: int) -> np.ndarray[Any, Any]:
    """Mark in each row at most `count` strengths and `count` weaknesses: `strength`, `weakness` or "".

    `percentiles`: units down, components across, missing as NaN.
    """
    kinds = np.full(percentiles.shape, _EMPTY, dtype="object")
    for kind, values, bound in (("strength", -percentiles, -STRENGTH_FROM), ("weakness", percentiles, WEAKNESS_TO)):
        # Missing values sort last; a stable sort keeps the catalogue's order among equal ones.
        position = np.argsort(np.argsort(values, axis=1, kind="stable"), axis=1, kind="stable")
        kinds[(position < count) & (values <= bound)] = kind
    return kinds


def _places(release: Release, key: EditionKey, now: ComponentPercentiles) -> dict[str, Any]:
    """Give the published rank where there is one, else the order by score, as `ranking.with_places` does."""
    ranks, order = now.ranks.to_numpy(), now.order.to_numpy()
    ranked = np.array([ranked_count(release, key, name) or 0 for name in now.ranks.columns])
    has_rank, has_order = ~np.isnan(ranks), ~np.isnan(order)
    of = np.where(has_rank & (ranks <= ranked), ranked, np.nan)
    of = np.where(~has_rank & has_order, now.due.to_numpy(dtype="float64"), of)
    place = np.where(has_rank, ranks, order)
    return {
        "place": pd.array(place.ravel(), dtype="Int64"),
        "place_of": pd.array(of.ravel(), dtype="Int64"),
        "place_kind": np.where(has_rank, "rank", np.where(has_order, "order", _EMPTY)).astype("object").ravel(),
    }


def _reasons(held: ComponentPercentiles) -> np.ndarray[Any, Any]:
    """Say of each unit and component why it has no percentile."""
    whole = np.isin(held.scores.columns.to_numpy(), held.whole)
    reasons = np.where(np.isnan(held.percentiles.to_numpy()), "no_figure", _EMPTY).astype("object")
    reasons[:, ~whole] = np.where(held.due[~whole] > 0, "edition_not_whole", "no_edition")
    return reasons


def _lasting(release: Release, key: EditionKey, components: list[str], kinds: np.ndarray[Any, Any]) -> dict[str, Any]:
    lasting = np.full(kinds.shape, _EMPTY, dtype="object")
    reasons = np.full(kinds.shape, _EMPTY, dtype="object")
    cautious = np.full(kinds.shape, fill_value=False)
    earlier = [e.key for e in release.catalogue.editions_of(key.index, key.system) if e.key.year < key.year]
    open_cells = kinds != _EMPTY  # marked now, and nothing said yet of how long
    for step in (1, 2):
        if len(earlier) < step:
            first_year = min(e.year for e in (*earlier, key))
            older = any(e.key.year < first_year for e in release.catalogue.editions_of(key.index))
            reasons[open_cells] = "unit_system" if older else "no_edition"
            break
        degrees = degrees_between(release, earlier[-step], key, components).to_numpy()
        before = component_percentiles(release, earlier[-step], components)
        so = _so_before(before, kinds)
        known = np.where(degrees == "break", "break", _reasons(before))
        reasons[open_cells] = known[open_cells]
        open_cells &= known == _EMPTY
        done = open_cells & ((~so) if step == 1 else so)
        lasting[done] = "new" if step == 1 else "persistent"
        cautious[done] = degrees[done] == "revision"
        open_cells &= so
    return {
        "lasting": lasting.ravel(),
        "lasting_reason": reasons.ravel(),
        "cautious": cautious.ravel(),
    }


def _so_before(before: ComponentPercentiles, kinds: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Tell what is marked now and lay within the same bound then."""
    values = before.percentiles.to_numpy()
    return ((kinds == "strength") & (values >= STRENGTH_FROM)) | ((kinds == "weakness") & (values <= WEAKNESS_TO))
