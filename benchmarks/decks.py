"""How long the files of a meeting take: one after another in one process, and the 63 as a batch in two."""

import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.made_release import made_release
from indicators.release import Release, load
from indicators.units import UNIT_SYSTEMS
from reports.command_subjects import subjects_of_all
from reports.making import Kind, Made, Order, make, make_all
from reports.story_subject import Subject

YEARS = (2022, 2024)
REGIONS = ("CHL", "RRD")
EVERY, IN_BATCH = 20, 8
KINDS: tuple[Kind, ...] = ("deck", "workbook", "brief")


def decks_section() -> list[str]:
    """The times as lines of the page; a file that is not made ends the measurement with its reason."""
    with made_release() as folder, tempfile.TemporaryDirectory() as made:
        release, target = load(folder), Path(made)
        subjects = _subjects(release)
        rows = [_one_after_another(release, kind, subjects, target) for kind in KINDS]
        started = time.perf_counter()
        provinces = subjects_of_all(release, "63", period=False)[:IN_BATCH]
        batch = list(make_all(folder, _order("deck"), provinces, target))
        spent = time.perf_counter() - started
        sizes = [_whole(file).path.stat().st_size for file in batch]
    about = f"{YEARS[0]} to {YEARS[1]}: some of the 63 and of today's 34, {len(REGIONS)} regions, the country"
    per_deck = f"{spent / len(batch):.2f} s a deck, {statistics.median(sizes) / 1000:.0f} kB each"
    return [
        f"Seconds of wall time for {len(subjects)} subjects, {about};",
        "one after another in one process. The first of a process also loads what charts and maps are drawn with.",
        "",
        "| file | first, s | median, s | slowest of the others, s | all, s |",
        "| --- | ---: | ---: | ---: | ---: |",
        *rows,
        "",
        f"{IN_BATCH} decks as `python -m reports deck --all` makes them, in two processes: {spent:.0f} s, {per_deck}.",
        "",
    ]


def _subjects(release: Release) -> list[Subject]:
    provinces = [
        subject for system in UNIT_SYSTEMS for subject in subjects_of_all(release, system, period=False)[::EVERY]
    ]
    return [*provinces, *(Subject("region", region) for region in REGIONS), Subject("country")]


def _order(kind: Kind) -> Order:
    return Order(kind, *YEARS, "vi")


def _one_after_another(release: Release, kind: Kind, subjects: Sequence[Subject], target: Path) -> str:
    times: list[float] = []
    for number, subject in enumerate(subjects):
        started = time.perf_counter()
        _whole(make(release, subject, _order(kind), target / kind / str(number)))
        times.append(time.perf_counter() - started)
    return f"| {kind} | {times[0]:.1f} | {statistics.median(times):.2f} | {max(times[1:]):.2f} | {sum(times):.0f} |"


def _whole(made: Made) -> Made:
    if made.error:
        message = f"{made.subject.key}: {made.error}"
        raise ValueError(message)
    return made
