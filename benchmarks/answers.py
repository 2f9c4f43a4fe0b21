"""How long each function of `indicators` takes to answer for all provinces of an edition at once."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.made_release import made_release
from indicators.catalogue import OVERALL, EditionKey
from indicators.change import change_between
from indicators.component_gaps import component_gaps
from indicators.decomposition import decompose_change
from indicators.headroom import headroom, points_to_place
from indicators.history import history
from indicators.movement import movement_between
from indicators.national import national_figure
from indicators.peers import nearest_peers
from indicators.period_review import Period, period_of, review_period
from indicators.places_among import places_in_regions
from indicators.release import Release, load
from indicators.responsibility import responsibilities
from indicators.results import edition_table
from indicators.robustness import robustness
from indicators.strengths import strengths
from indicators.succession import todays_view
from indicators.targets import Target, review_targets
from indicators.what_if import what_if

RUNS = 9
MILLISECONDS = 50

EARLIER, LATER = EditionKey("PAPI", 2022, "63"), EditionKey("PAPI", 2024, "63")


@dataclass(frozen=True)
class AnswerTime:
    """Milliseconds of processor time: of the first answer of a release, and of further ones, the median of several."""

    first: float
    further: float


def answer_times() -> Mapping[str, AnswerTime]:
    """How long each question takes on a release made for it; the first answers on a release loaded anew for each."""
    with made_release() as folder:
        return {name: _times(question, folder) for name, question in QUESTIONS.items()}


def _all_targets(release: Release) -> object:
    kept = (Target(unit, "PAPI", OVERALL, 2024, "rank_kept", since_year=2023) for unit in release.provinces.units("63"))
    return review_targets(release, kept)


def _all_what_ifs(release: Release) -> object:
    return [what_if(release, LATER, unit, {}) for unit in release.provinces.units("63")]


def _all_points_to_30(release: Release) -> object:
    return [points_to_place(release, LATER, unit, 30) for unit in release.provinces.units("63")]


def _review(release: Release) -> object:
    period = period_of(release, "PAPI", "63", 2020, 2025)
    return review_period(release, period) if isinstance(period, Period) else period


# PAPI has the most components and whole editions, so that nothing is answered by "cannot be said".
QUESTIONS: Mapping[str, Callable[[Release], object]] = {
    "results of an edition": lambda release: edition_table(release, LATER),
    "change between two editions": lambda release: change_between(release, EARLIER, LATER),
    "own and field movement": lambda release: movement_between(release, EARLIER, LATER),
    "decomposition of the change": lambda release: decompose_change(release, EARLIER, LATER),
    "headroom": lambda release: headroom(release, LATER),
    "gaps of the components": lambda release: component_gaps(release, LATER),
    "strengths and weaknesses, first level": lambda release: strengths(release, LATER),
    "strengths and weaknesses, every level": lambda release: strengths(release, LATER, every_level=True),
    "lead agencies of every component": lambda release: responsibilities(release, date(2025, 12, 31)),
    "nearest peers": lambda release: nearest_peers(release, "63", 2024),
    "places inside each region": lambda release: places_in_regions(release, LATER),
    "points to place 30, one by one": _all_points_to_30,
    "what-if, one by one": _all_what_ifs,
    "targets, one by one": _all_targets,
    "the 63 seen by today's 34": lambda release: todays_view(release, LATER),
    "national figure": lambda release: national_figure(release, LATER),
    "robustness of places": lambda release: robustness(release, LATER),
    "review of a period": _review,
    "scores of all years": lambda release: history(release, "PAPI", "overall", "63"),
}


def _times(question: Callable[[Release], object], folder: Path) -> AnswerTime:
    first: list[float] = []
    further: list[float] = []
    for _ in range(RUNS):
        release = load(folder)
        # Which rows belong to which edition is worked out once when a release is loaded.
        release.figures(LATER, OVERALL)
        first.append(_milliseconds(question, release))
        further.append(_milliseconds(question, release))
    return AnswerTime(statistics.median(first), statistics.median(further))


def _milliseconds(question: Callable[[Release], object], release: Release) -> float:
    start = time.process_time()
    question(release)
    return 1000 * (time.process_time() - start)


def answers_section() -> list[str]:
    """The times as lines of the page."""
    rows = [f"| {name} | {spent.first:.0f} | {spent.further:.0f} |" for name, spent in answer_times().items()]
    return [
        "Each answers for all 63 provinces at once on the full release (PAPI 2024): processor time in ms, the first",
        f"answer of a release just loaded and further ones, medians of {RUNS}. Target: {MILLISECONDS} ms each.",
        "",
        "| question | first | further |",
        "| --- | ---: | ---: |",
        *rows,
        "",
    ]
