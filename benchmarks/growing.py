"""How the page of own results grows with units and years, up to all 3,321 communes over 15 years."""

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.made_release import made_release
from benchmarks.own_file import COMPONENTS, own_file
from benchmarks.server import Server, running
from benchmarks.visitor import Answer, visiting
from etl.settings import REPOSITORY

PAGE = "ket-qua-noi-tinh"
UNITS, YEARS = (34, 63, 705, 3_321), (1, 5, 15)
BESIDE, TARGET = 63, 1.5
RUNS = 7
_BAR = 40  # letters of the longest bar of the picture


@dataclass(frozen=True)
class Grown:
    """A file of so many units and years: seconds to read it, of a first and a further click; kilobytes of a click.

    `first`, `further`: processor time of the server; `clock`: of a further click by the clock.
    """

    units: int
    years: int
    reading: float
    first: float
    further: float
    clock: float
    kilobytes: float

    @property
    def figures(self) -> int:
        """Scores in the file, totals among them."""
        return self.units * self.years * (COMPONENTS + 1)

    @property
    def row(self) -> str:
        """The figures as a row of the table."""
        clicks = " | ".join(f"{1000 * seconds:.0f}" for seconds in (self.first, self.further, self.clock))
        size = f"{self.units:,} | {self.years} | {self.figures:,}"
        return f"| {size} | {self.reading:.2f} | {clicks} | {self.kilobytes:.0f} |"


def growing_section() -> list[str]:
    """The times as lines of the page."""
    with made_release() as folder, running(REPOSITORY, release=folder) as server:
        # What a process loads at its first visit counts for no size.
        asyncio.run(_grown(server, BESIDE, 2))
        rows = [asyncio.run(_grown(server, units, YEARS[-1])) for units in UNITS]
        rows += [asyncio.run(_grown(server, UNITS[-1], years)) for years in YEARS[:-1]]
    beside = next(row for row in rows if row.units == BESIDE)
    largest = next(row for row in rows if row.units == UNITS[-1] and row.years == YEARS[-1])
    scores, further, first = (getattr(largest, of) / getattr(beside, of) for of in ("figures", "further", "first"))
    return [
        f"The page of own results with a file of so many units and years and {COMPONENTS} components. Seconds to read",
        "the file and show the page; milliseconds of processor time of the server for a click that shows another year",
        "(of a single year: another component), for the first time and again; milliseconds until the script of such a",
        f"further click is over, by the clock; kilobytes that it brings. Of {RUNS} first and {2 * RUNS} further ones.",
        f"Targets: at most in proportion to the scores; all communes within {TARGET} times of {BESIDE} units.",
        "",
        "| units | years | scores | reading, s | first click, ms | further, ms | by the clock, ms | kB a click |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *(row.row for row in rows),
        "",
        f"{UNITS[-1]:,} units against {BESIDE}, {YEARS[-1]} years each, are {scores:.0f} times the scores and take",
        f"{further:.2f} times the processor time of a further click, {first:.2f} times that of a first one.",
        "",
        "```text",
        *picture([(f"{row.units:>5,} units, {row.years:>2} years", 1000 * row.further) for row in rows], "ms"),
        "```",
        "",
    ]


def picture(values: Sequence[tuple[str, float]], unit: str) -> list[str]:
    """Bars of letters, the longest of the greatest value."""
    greatest = max(value for _, value in values)
    return [f"{name}  {'#' * max(1, round(_BAR * value / greatest))} {value:.0f} {unit}" for name, value in values]


async def _grown(server: Server, units: int, years: int) -> Grown:
    content = own_file(units, years)
    async with visiting(server.url) as visitor:
        await visitor.open(PAGE)
        start = time.perf_counter()
        _whole(await visitor.give_file("ket-qua.csv", content))
        reading = time.perf_counter() - start
        key = "address-nam" if years > 1 else "address-thanh_phan"
        others = visitor.held.lists[key][1][1 : RUNS + 1]
        begun = server.processor_seconds()
        for other in others:
            _whole(await visitor.choose(key, other))
        seen = server.processor_seconds()
        again = [_whole(await visitor.choose(key, others[number % len(others)])) for number in range(2 * RUNS)]
        over = server.processor_seconds()
    return Grown(
        units,
        years,
        reading,
        (seen - begun) / len(others),
        (over - seen) / len(again),
        statistics.median(answer.seconds for answer in again),
        statistics.median(answer.received for answer in again) / 1000,
    )


def _whole(answer: Answer) -> Answer:
    if answer.faults:
        message = f"The page of own results failed: {answer.faults[0]}"
        raise RuntimeError(message)
    return answer
