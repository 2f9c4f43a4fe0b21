"""What a province's total and place would be with other scores of its components: arithmetic on one edition.

The scores of all others stay as published, so that the answer is no forecast: in the next edition the others move too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.answer import CannotBeSaid
from indicators.catalogue import OVERALL, EditionKey
from indicators.measurement import completeness, measured_scores
from indicators.release import Release
from indicators.units import SYSTEM_63, Unit

STEPS_OF_A_SCALE = 90  # tenths of a point on a scale from 1 to 10


@dataclass(frozen=True, slots=True)
class Adjustable:
    """A part whose score can be changed: its score now, its weight in the total, and the ends of its scale."""

    component: str
    score: float
    weight: float
    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The total (in the unit of the index) and the order by score in the edition's field, before and after.

    `total_after` is the published total plus the weighted changes: what the published total holds beyond its parts
    (rounding) stays in it. Both places are orders by score (equal scores share the better place), of `place_of`.
    """

    total_before: float
    total_after: float
    place_before: int
    place_after: int
    place_of: int

    @property
    def total_change(self) -> float:
        """The points won, negative for points lost."""
        return round(self.total_after - self.total_before, 6)

    @property
    def place_change(self) -> int:
        """The places won, negative for places lost."""
        return self.place_before - self.place_after


def last_whole_edition(release: Release, index: str, unit: str | None) -> EditionKey | CannotBeSaid:
    """Find the newest edition of which every score of the total is held, and one of the unit among them.

    Without a unit the edition is one of the 63, whomever it measured.
    Cannot be said where there is none: `edition_not_whole`, with the figures of the newest edition that holds any, or
    `no_edition` where none does.
    """
    system = SYSTEM_63 if unit is None else Unit.parse(unit).system
    held = [e.key for e in release.catalogue.editions_of(index, system) if release.holds(e.key, OVERALL)]
    for key in reversed(held):
        measured = unit is None or unit in measured_scores(release, key, OVERALL).index
        if measured and completeness(release, key).whole:
            return key
    if not held:
        return CannotBeSaid("no_edition")
    newest = completeness(release, held[-1])
    return CannotBeSaid("no_figure" if newest.whole else "edition_not_whole", newest.held, newest.due)


def adjustable_parts(
    release: Release, key: EditionKey, unit: str, total: str = OVERALL
) -> tuple[Adjustable, ...] | CannotBeSaid:
    """List the parts of a total that can be changed, in the catalogue's order.

    Cannot be said where a weight or a scale is not known (`weights_unknown`), or a part of the province is not held.
    """
    index = release.catalogue.index(key.index)
    parts = index.parts(total, key.year)
    periods = {part: period for part in parts if (period := index.period(part, key.year)) is not None}
    unknown = tuple(part for part, period in periods.items() if period.weight is None or period.maximum is None)
    if unknown or not parts:
        return CannotBeSaid("weights_unknown", missing=unknown)
    held = {part: scores[unit] for part in periods if unit in (scores := measured_scores(release, key, part))}
    absent = tuple(part for part in periods if part not in held)
    if absent:
        return CannotBeSaid("parts_not_held", held=len(held), due=len(parts), missing=absent)
    # A scale whose lower end is not written down is one of points, which begin at none.
    return tuple(
        Adjustable(part, float(held[part]), period.weight or 0.0, period.minimum or 0.0, period.maximum or 0.0)
        for part, period in periods.items()
    )


def what_if(
    release: Release, key: EditionKey, unit: str, new_scores: Mapping[str, float], total: str = OVERALL
) -> WhatIf | CannotBeSaid:
    """Answer with the total and the place that a province would have with other scores of some parts.

    `new_scores`: by component, within its scale. Cannot be said unless every score of the edition is held.
    Raises ValueError for a component that is no part of the total or a score outside its scale.
    """
    held = completeness(release, key, total)
    if not held.whole:
        return CannotBeSaid("edition_not_whole", held=held.held, due=held.due)
    parts = adjustable_parts(release, key, unit, total)
    if isinstance(parts, CannotBeSaid):
        return parts
    scores = measured_scores(release, key, total)
    if unit not in scores.index:
        return CannotBeSaid("no_figure")
    before = float(scores[unit])
    after = round(before + _gain({part.component: part for part in parts}, new_scores), 6)
    others = scores.drop(unit)
    return WhatIf(before, after, 1 + int((others > before).sum()), 1 + int((others > after).sum()), held.due)


def scores_to_try(part: Adjustable, further: Sequence[float | None] = ()) -> list[float]:
    """List scores of a part to try, ascending: even steps of its scale, its own score, and further ones inside it."""
    width = part.maximum - part.minimum
    steps = {round(part.minimum + width * step / STEPS_OF_A_SCALE, 6) for step in range(STEPS_OF_A_SCALE + 1)}
    inside = {score for score in further if score is not None and part.minimum <= score <= part.maximum}
    return sorted({*steps, *inside, part.score})


def _gain(parts: Mapping[str, Adjustable], new_scores: Mapping[str, float]) -> float:
    gain = 0.0
    for component, score in new_scores.items():
        part = parts.get(component)
        if part is None:
            message = f'"{component}" is no part of this total; the parts are {", ".join(parts)}.'
            raise ValueError(message)
        if not part.minimum <= score <= part.maximum:
            message = f'The score {score:g} of "{component}" lies outside its scale, {part.minimum:g}–{part.maximum:g}.'
            raise ValueError(message)
        gain += part.weight * (score - part.score)
    return gain
