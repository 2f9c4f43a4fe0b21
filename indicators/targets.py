"""Whether a province reached what it set out for: each target reached, missed, or not to be said."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd

from indicators.answer import CannotReason
from indicators.catalogue import OVERALL, EditionKey, UnknownEditionError
from indicators.change import change_between
from indicators.ranking import PlaceKind
from indicators.release import Release
from indicators.remembering import once_a_release
from indicators.results import edition_table
from indicators.units import Unit

TargetKind = Literal["rank_at_most", "score_at_least", "rank_kept", "score_kept"]
Verdict = Literal["reached", "missed", "cannot_be_said"]

NEEDS_VALUE = ("rank_at_most", "score_at_least")


@dataclass(frozen=True, slots=True)
class Target:
    """What a unit wants of one component in one year.

    `kind`: a place not worse than `value`, a score not below `value`, or a place or score not worse than in
    `since_year`. `value` is None for the last two, `since_year` for the first two.
    """

    unit: str
    index: str
    component: str
    year: int
    kind: TargetKind
    value: float | None = None
    since_year: int | None = None


@dataclass(frozen=True, slots=True)
class TargetResult:
    """What became of a target: the verdict and the figure it rests on.

    `place` of `place_of` is a published rank or our order by score, as `place_kind` says. `margin`: how much better
    than the target (places or points; negative = short of it), None where nothing can be said. `reason` says why not.
    """

    target: Target
    verdict: Verdict
    score: float | None = None
    place: int | None = None
    place_of: int | None = None
    place_kind: PlaceKind = ""
    margin: float | None = None
    reason: CannotReason | Literal[""] = ""


def review_target(release: Release, target: Target) -> TargetResult:
    """Say whether a target was reached.

    A rank target of an index that publishes no ranks is judged by our order by score, and `place_kind` says so.
    """
    key = EditionKey(target.index, target.year, Unit.parse(target.unit).system)
    try:
        release.catalogue.edition(key)
    except UnknownEditionError:
        return TargetResult(target, "cannot_be_said", reason="no_edition")
    row = _results(release, key, target.component)[target.unit]
    margin, reason = (
        _against_value(target, row) if target.kind in NEEDS_VALUE else _against_earlier(release, key, target)
    )
    verdict: Verdict = "cannot_be_said" if margin is None else "reached" if margin >= 0 else "missed"
    return TargetResult(
        target,
        verdict,
        score=None if pd.isna(row["score"]) else float(row["score"]),
        place=None if pd.isna(row["place"]) else int(row["place"]),
        place_of=None if pd.isna(row["place_of"]) else int(row["place_of"]),
        place_kind=row["place_kind"],
        margin=margin,
        reason=reason,
    )


def review_targets(release: Release, targets: Iterable[Target]) -> list[TargetResult]:
    """Review each target, in their order."""
    return [review_target(release, target) for target in targets]


def units_judged(release: Release, province: str, index: str, year: int, component: str = OVERALL) -> tuple[str, ...]:
    """Name the units whose figures a target of a province is judged by.

    One of the 34 is judged by its own figure where one is held, else by each of its predecessors in the edition of the
    63; by itself where there is neither, so that the review can say why not.
    """
    own = EditionKey(index, year, Unit.parse(province).system)
    listed = {edition.key for edition in release.catalogue.editions_of(index)}
    if own in listed and province in set(release.figures(own, component)["unit"]):
        return (province,)
    former = release.provinces.units_for(province, "63") if EditionKey(index, year, "63") in listed else []
    return tuple(former) or (province,)


def laid_over(*layers: Iterable[Target]) -> list[Target]:
    """Lay sets of targets over each other: of the same unit, component, year and kind the last one given stands."""
    stands = {(t.unit, t.index, t.component, t.year, t.kind): t for layer in layers for t in layer}
    return list(stands.values())


def targets_of(table: pd.DataFrame) -> list[Target]:
    """Return the rows of a table of targets (columns as `Release.targets`) as targets, in their order."""
    return [
        Target(
            str(row["unit"]),
            str(row["index"]),
            str(row["component"]),
            int(row["year"]),
            row["kind"],
            None if pd.isna(row["value"]) else float(row["value"]),
            None if pd.isna(row["since_year"]) else int(row["since_year"]),
        )
        for row in cast("list[dict[str, Any]]", table.to_dict("records"))
    ]


def check_target(release: Release, target: Target) -> str | None:
    """Name the field of a target that cannot be (`unit`, `index`, `component`, `value`, `since_year`), or None."""
    if target.unit not in release.provinces:
        return "unit"
    if target.index not in {index.id for index in release.catalogue.indices}:
        return "index"
    if release.catalogue.index(target.index).component(target.component) is None:
        return "component"
    if target.kind in NEEDS_VALUE:
        if target.value is None or target.value <= 0:
            return "value"
        whole = target.value == int(target.value)
        return None if target.kind == "score_at_least" or whole else "value"
    return None if target.since_year is not None and target.since_year < target.year else "since_year"


_Margin = tuple[float | None, CannotReason | Literal[""]]


def _against_value(target: Target, row: dict[str, Any]) -> _Margin:
    wanted = target.value or 0.0
    if target.kind == "score_at_least":
        return (None, "no_figure") if pd.isna(row["score"]) else (round(float(row["score"]) - wanted, 6), "")
    if pd.notna(row["place"]):
        return wanted - int(row["place"]), ""
    # Not held is never read as outside the published list.
    return None, "no_figure"


def _against_earlier(release: Release, key: EditionKey, target: Target) -> _Margin:
    earlier = EditionKey(key.index, target.since_year or key.year, key.system)
    try:
        changes = _changes(release, earlier, key, target.component)
    except UnknownEditionError:
        return None, "no_edition"
    row = changes[target.unit]
    if row["degree"] == "break":
        return None, "break"
    moved = row["place_change"] if target.kind == "rank_kept" else row["score_change"]
    return (None, "no_figure") if pd.isna(moved) else (float(moved), "")


# Targets of many provinces ask for the same editions: their rows are looked up once.


@once_a_release
def _results(release: Release, key: EditionKey, component: str) -> dict[str, dict[str, Any]]:
    return _by_unit(edition_table(release, key, component))


@once_a_release
def _changes(release: Release, earlier: EditionKey, later: EditionKey, component: str) -> dict[str, dict[str, Any]]:
    return _by_unit(change_between(release, earlier, later, component).table)


def _by_unit(table: pd.DataFrame) -> dict[str, dict[str, Any]]:
    return {str(row["unit"]): row for row in cast("list[dict[str, Any]]", table.to_dict("records"))}
