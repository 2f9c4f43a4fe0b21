"""What rose and what fell most: the components of one province, or the provinces of one edition."""

from dataclasses import dataclass

import pandas as pd

from indicators.catalogue import OVERALL, EditionKey, Index
from indicators.change import change_between, previous_edition
from indicators.comparability import compare
from indicators.measurement import completeness
from indicators.release import Release
from indicators.results import newest_edition_with


@dataclass(frozen=True, slots=True)
class ComponentMove:
    """The change of one component of a province between two comparable editions.

    `change` is in the unit of the component, `share` the same as a share of the component's maximum, so that
    components of different scales can be put in one order. `cautious`: a revision lies between the two editions.
    """

    later: EditionKey
    earlier: EditionKey
    component: str
    score: float
    change: float
    share: float
    cautious: bool


def component_moves(release: Release, unit: str, last_year: int | None = None) -> list[ComponentMove]:
    """List the changes of a province's first-level components, of each index in one edition.

    That edition is the newest one, up to a year where one is given, in which any of them has a figure of the province:
    a component that ended earlier, or is not held there, is not listed with the change of some older edition.
    Largest rise first, over all indices. Only components whose maximum is known in both years, and the same, since a
    share needs one scale; only between editions that are comparable for that province in that component. One of the 34
    has no list where it has several predecessors.
    """
    moves: list[ComponentMove] = []
    for index in release.catalogue.indices:
        newest = _newest_of_parts(release, index, unit, last_year)
        for component, later in newest.items():
            units = release.provinces.units_for(unit, later.system)
            if len(units) == 1:
                move = _move(release, later, component, units[0])
                moves += [move] if move else []
    return sorted(moves, key=lambda move: -move.share)


def province_moves(release: Release, key: EditionKey, component: str = OVERALL) -> pd.DataFrame:
    """List the provinces of an edition by the change of their score since the edition before, largest rise first.

    Columns as in `change.Change.table`, only rows with a score change; empty where the two editions are not
    comparable, or where one is not whole: who rose most cannot be said of an edition held in part.
    """
    before = previous_edition(release, key, component)
    if before is None or not all(completeness(release, k, component).whole for k in (before.key, key)):
        return pd.DataFrame(columns=["unit", "score_change", "place_change"])
    table = change_between(release, before.key, key, component).table
    return table[table["score_change"].notna()].sort_values("score_change", ascending=False, kind="stable")


def _newest_of_parts(release: Release, index: Index, unit: str, last_year: int | None) -> dict[str, EditionKey]:
    """Give the first-level components that have a figure of the unit in the newest edition that any of them has."""
    found = {
        component.id: later
        for component in index.components
        if (later := newest_edition_with(release, index.id, unit, component.id, last_year))
        and component.id in index.parts(OVERALL, later.year)
    }
    newest = max((later.year for later in found.values()), default=None)
    return {component: later for component, later in found.items() if later.year == newest}


def _move(release: Release, later: EditionKey, component: str, unit: str) -> ComponentMove | None:
    before = previous_edition(release, later, component)
    if before is None:
        return None
    index = release.catalogue.index(later.index)
    periods = [index.period(component, year) for year in (before.key.year, later.year)]
    maxima = {period.maximum for period in periods if period}
    maximum = next(iter(maxima), None)
    comparison = compare(release, before.key, later, component, unit)
    if len(maxima) != 1 or maximum is None or not comparison.comparable:
        return None
    scores = [_score(release, key, component, unit) for key in (before.key, later)]
    if scores[0] is None or scores[1] is None:
        return None
    change = round(scores[1] - scores[0], 6)
    return ComponentMove(
        later, before.key, component, scores[1], change, change / maximum, comparison.degree == "revision"
    )


def _score(release: Release, key: EditionKey, component: str, unit: str) -> float | None:
    figures = release.figures(key, component)
    scores = figures.loc[figures["unit"] == unit, "score"].dropna()
    return float(scores.iloc[0]) if len(scores) else None
