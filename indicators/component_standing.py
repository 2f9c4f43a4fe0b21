"""How one province stands in the components of one index, in the newest edition that lets it be judged, and before."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.comparability import degrees_between
from indicators.component_percentiles import component_percentiles
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.strengths import Strengths, strengths
from indicators.units import Unit

_HELD = ["unit", "component", "score", "score_kind", "note_codes", "source_id"]


@dataclass(frozen=True)
class ComponentStanding:
    """The components of one index as one unit stands in them in one edition.

    `answer`: the edition for all units, with every component at percentile 75 or above and at 25 or below marked, or
    why nobody can be judged by it. `table`: the rows of `strengths.Strengths.table` of the unit; where nobody can be
    judged, those of its scores that are held, without percentile, place and marks. `newer`: the later editions, up to
    the year asked for, that the unit cannot be judged by.
    """

    key: EditionKey
    unit: str
    answer: Strengths | CannotBeSaid
    table: pd.DataFrame
    newer: tuple[EditionKey, ...]


@once_a_release
def component_standing(
    release: Release, index: str, units: tuple[str, ...], last_year: int, *, every_level: bool = False
) -> ComponentStanding | None:
    """Find the newest edition, up to a year, by which a province can be judged by component, and its figures there.

    `units`: the province in each unit system that it is looked for in; of one year its own figure of the 34 comes
    first. Where no edition judges it: the newest one that holds a score of a component of it, else the newest that
    holds any figure of the index. None where there is no figure of the index up to that year.
    """
    by_system = {Unit.parse(unit).system: unit for unit in units}
    keys = [
        e.key for e in release.catalogue.editions_of(index) if e.key.year <= last_year and e.key.system in by_system
    ]
    keys.sort(key=lambda key: (key.year, key.system == "34"), reverse=True)
    for position, key in enumerate(keys):
        unit = by_system[key.system]
        answer = strengths_of_all(release, key, every_level=every_level)
        if isinstance(answer, Strengths):
            own = answer.table[answer.table["unit"] == unit].reset_index(drop=True)
            if own["percentile"].notna().any():
                return ComponentStanding(key, unit, answer, own, tuple(keys[:position]))
    held = {key: _held_scores(release, key, by_system[key.system], every_level=every_level) for key in keys}
    shown = next((key for key in keys if len(held[key])), None)
    shown = shown or next((key for key in keys if release.holds(key, OVERALL)), None)
    if shown is None:
        return None
    answer = strengths_of_all(release, shown, every_level=every_level)
    refusal = answer if isinstance(answer, CannotBeSaid) else CannotBeSaid("no_figure")
    newer = tuple(keys[: keys.index(shown)])
    return ComponentStanding(shown, by_system[shown.system], refusal, _not_judged(release, shown, held[shown]), newer)


@once_a_release
def percentile_trends(release: Release, key: EditionKey, components: tuple[str, ...]) -> pd.DataFrame:
    """Give the percentiles that lead up to an edition without a break or a gap, oldest first.

    Units of the system down (Vietnamese order), components across, each cell a dict of percentiles (0 to 100) by year,
    empty where the edition itself has none. Looking back, it ends before a change of method that forbids comparing,
    before an edition without a percentile of the unit, and where the administrative units change.
    """
    editions = [e.key for e in release.catalogue.editions_of(key.index, key.system) if e.key.year <= key.year][::-1]
    units = release.provinces.units(key.system)
    found = [[list[tuple[int, float]]() for _ in components] for _ in units]
    broken = [np.full((len(units), len(components)), fill_value=False)]
    for since, to in pairwise(editions):
        broken.append(degrees_between(release, to, since, components).to_numpy() == "break")
    going = ~broken[0]
    for edition, break_after in zip(editions, broken, strict=True):
        values = component_percentiles(release, edition, components).percentiles.to_numpy()
        going &= ~break_after & ~np.isnan(values)
        for row, column in np.argwhere(going).tolist():
            found[row][column].append((edition.year, float(values[row, column])))
    cells = {name: [dict(reversed(row[at])) for row in found] for at, name in enumerate(components)}
    return pd.DataFrame({name: pd.Series(column, units) for name, column in cells.items()}, index=units)


@once_a_release
def strengths_of_all(release: Release, key: EditionKey, *, every_level: bool) -> Strengths | CannotBeSaid:
    """Mark every component of an edition that is a strength or a weakness of a unit, however many there are."""
    count = len(release.catalogue.index(key.index).components)
    return strengths(release, key, count, every_level=every_level)


def _held_scores(release: Release, key: EditionKey, unit: str, *, every_level: bool) -> pd.DataFrame:
    index = release.catalogue.index(key.index)
    names = index.components_in(key.year, ("addend",)) if every_level else index.parts(OVERALL, key.year)
    own = _scores_of(release, key.index, unit)
    own = own[(own["year"] == key.year) & own["component"].isin(names)]
    in_order = own.set_index("component").loc[[name for name in names if name in set(own["component"])]]
    return in_order.reset_index()[_HELD]


@once_a_release
def _scores_of(release: Release, index: str, unit: str) -> pd.DataFrame:
    """Return all scores of an index that are held of a unit, with their year."""
    table = release.observations
    own = table[(table["index"] == index) & (table["unit"] == unit) & table["score"].notna()]
    texts = ["unit", "component", "kind", "note_codes", "source_id"]
    return own.astype(dict.fromkeys(texts, "object")).rename(columns={"kind": "score_kind"})


def _not_judged(release: Release, key: EditionKey, held: pd.DataFrame) -> pd.DataFrame:
    """Return held scores in the columns of `strengths.Strengths.table`."""
    index = release.catalogue.index(key.index)
    periods = [index.period(str(name), key.year) for name in held["component"]]
    no_number = pd.array([pd.NA] * len(held), dtype="Int64")
    return held.assign(
        score=held["score"].astype("float64"),
        maximum=[np.nan if period is None or period.maximum is None else period.maximum for period in periods],
        percentile=np.nan,
        place=no_number,
        place_of=no_number,
        place_kind="",
        kind="",
        lasting="",
        lasting_reason="",
        cautious=False,
        reason="edition_not_whole",
    )
