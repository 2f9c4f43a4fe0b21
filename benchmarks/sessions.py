"""How many sessions one process holds, what memory a session takes, and whether any is left when sessions end."""

import asyncio
import random
import statistics
import time
from collections.abc import Iterable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from itertools import count

from benchmarks.made_release import made_release
from benchmarks.redrawing import CLICKS
from benchmarks.server import Server, running
from benchmarks.visitor import Answer, Visitor, visiting
from etl.settings import REPOSITORY
from indicators.release import load

LEVELS = (50, 100, 150)
SECONDS_BETWEEN_CLICKS = 5.0
SECONDS_MEASURED = 25.0
SECONDS_TO_SETTLE = 5.0
SECONDS_BETWEEN_VISITS = 0.12  # in which the sessions of a level come in, one after the other
TARGET_SECONDS, TARGET_SESSIONS, TARGET_MEMORY = 1.0, 100, 1.0

HELD = 200
PROVINCES_OF_MEMORY = 10
ENDED, BETWEEN_LOOKS, AT_ONCE = 2_000, 250, 2

_KEYS = {"du-lieu-va-phuong-phap": "address-muc"}


@dataclass(frozen=True)
class Visit:
    """What one visitor does: a page, what stands in its address, and the buttons pressed in turn."""

    page: str
    query: dict[str, str]
    buttons: tuple[str, str]

    @property
    def key(self) -> str:
        """The key of the buttons on the page."""
        return _KEYS.get(self.page, "address-chi_so")


@dataclass(frozen=True)
class Level:
    """What so many sessions at once were answered: seconds of every click, processor time a click, faults."""

    sessions: int
    seconds: tuple[float, ...]
    processor: float
    faults: tuple[str, ...]

    @property
    def row(self) -> str:
        """The figures as a row of the table."""
        median, ninety_fifth, last = (percentile(self.seconds, share) for share in (50, 95, 99))
        each = 1000 * self.processor / len(self.seconds)
        cells = f"{self.sessions} | {len(self.seconds)} | {median:.2f} | {ninety_fifth:.2f} | {last:.2f} | {each:.0f}"
        return f"| {cells} | {len(self.faults)} |"


@dataclass(frozen=True)
class Memory:
    """Megabytes of the server: when every view was shown once, with `HELD` sessions more, and as sessions end."""

    warm: float
    held: float
    ended: tuple[tuple[int, float], ...]


def sessions_section() -> list[str]:
    """The figures as lines of the page."""
    with made_release() as folder:
        provinces = load(folder).provinces.units("63")
        with running(REPOSITORY, release=folder) as server:
            memory = asyncio.run(_memory(server, visits(provinces[:PROVINCES_OF_MEMORY])))
            levels = [asyncio.run(_level(server, visits(provinces), sessions)) for sessions in LEVELS]
    return [*_level_lines(levels), *_memory_lines(memory)]


def visits(provinces: Sequence[str]) -> list[Visit]:
    """Every page for every province, so that neighbours in the list are on different pages."""
    return [
        Visit(page, {"don_vi": province, "chi_so": "PAPI", **added}, buttons)
        for number in range(len(provinces))
        for page, province, (added, buttons) in (
            (page, provinces[(number + at) % len(provinces)], click) for at, (page, click) in enumerate(CLICKS.items())
        )
    ]


def percentile(seconds: Iterable[float], share: float) -> float:
    """The least of the values that `share` percent of them do not exceed."""
    ordered = sorted(seconds)
    return ordered[max(0, -(-len(ordered) * int(share) // 100) - 1)]


async def _level(server: Server, chosen: Sequence[Visit], sessions: int) -> Level:
    """Let so many visitors come in, each on a page for a province of its own, and click until the time is over."""
    answers: list[Answer] = []
    measuring = asyncio.Event()
    over = asyncio.Event()
    coming = sessions * SECONDS_BETWEEN_VISITS
    tasks = [
        asyncio.create_task(_visit(server, chosen[number], number * SECONDS_BETWEEN_VISITS, measuring, over, answers))
        for number in range(sessions)
    ]
    await asyncio.sleep(coming + SECONDS_TO_SETTLE)
    before = server.processor_seconds()
    measuring.set()
    await asyncio.sleep(SECONDS_MEASURED)
    processor = server.processor_seconds() - before
    over.set()
    await asyncio.gather(*tasks)
    faults = tuple(fault for answer in answers for fault in answer.faults)
    return Level(sessions, tuple(answer.seconds for answer in answers), processor, faults)


async def _visit(
    server: Server, visit: Visit, wait: float, measuring: asyncio.Event, over: asyncio.Event, answers: list[Answer]
) -> None:
    """Come in after a while and click every five seconds, give or take one; what is clicked while measured counts."""
    await asyncio.sleep(wait)
    # The same pauses in every run.
    pauses = random.Random(wait)
    async with visiting(server.url) as visitor:
        await visitor.open(visit.page, visit.query)
        due = time.perf_counter()
        for number in count():
            due += SECONDS_BETWEEN_CLICKS + pauses.uniform(-1, 1)
            if await _is_over(over, due - time.perf_counter()):
                return
            counts = measuring.is_set()
            answer = await visitor.press(visit.key, visit.buttons[number % 2])
            if counts:
                answers.append(answer)


async def _is_over(over: asyncio.Event, seconds: float) -> bool:
    """Wait so long, or until all is over; answers which. Who is late already does not wait."""
    if seconds > 0:
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), seconds)
    return over.is_set()


async def _memory(server: Server, chosen: Sequence[Visit]) -> Memory:
    """Show every view once, hold sessions at once, then let many come and go."""
    for visit in chosen:
        async with visiting(server.url) as visitor:
            await _one_click(visitor, visit)
    warm = server.memory()
    async with AsyncExitStack() as opened:
        for number in range(HELD):
            visitor = await opened.enter_async_context(visiting(server.url))
            await _one_click(visitor, chosen[number % len(chosen)])
        held = server.memory()
    ended = [(0, server.memory())]
    while ended[-1][0] < ENDED:
        await _come_and_go(server, chosen, BETWEEN_LOOKS)
        ended.append((ended[-1][0] + BETWEEN_LOOKS, server.memory()))
    return Memory(warm, held, tuple(ended))


async def _come_and_go(server: Server, chosen: Sequence[Visit], sessions: int) -> None:
    numbers = iter(range(sessions))

    async def one_after_another() -> None:
        for number in numbers:
            visit = chosen[number % len(chosen)]
            async with visiting(server.url) as visitor:
                await visitor.open(visit.page, visit.query)

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))


async def _one_click(visitor: Visitor, visit: Visit) -> None:
    await visitor.open(visit.page, visit.query)
    await visitor.press(visit.key, visit.buttons[0])


def _level_lines(levels: Sequence[Level]) -> list[str]:
    return [
        "Visitors without a browser speak Streamlit's protocol with one process of the dashboard: each is on a page",
        f"for a province of its own and presses a button every {SECONDS_BETWEEN_CLICKS:.0f} s, give or take one.",
        "Seconds from the click until its script is over and all is received, over",
        f"{SECONDS_MEASURED:.0f} s; the visitors take processor time of the same machine. Target: p95 under",
        f"{TARGET_SECONDS:.0f} s with {TARGET_SESSIONS} sessions.",
        "",
        "| sessions | clicks | median, s | p95, s | p99, s | processor time of the server a click, ms | faults |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *(level.row for level in levels),
        "",
    ]


def _memory_lines(memory: Memory) -> list[str]:
    each = (memory.held - memory.warm) / HELD
    return [
        f"Memory of the process: {memory.warm:.0f} MB when every page was shown for {PROVINCES_OF_MEMORY} provinces,",
        f"{memory.held:.0f} MB with {HELD} sessions more at once: {each:.2f} MB a session (target: {TARGET_MEMORY:.0f}",
        f"MB). Then {ENDED:,} sessions come and go, {AT_ONCE} at once; Streamlit keeps the last 128. From the",
        f"third to the last quarter of them the memory changes by {growth(memory.ended):+.1f} MB (target: no growth).",
        "",
        f"| sessions ended | {' | '.join(f'{ended:,}' for ended, _ in memory.ended)} |",
        f"| --- |{' ---: |' * len(memory.ended)}",
        f"| memory, MB | {' | '.join(f'{held:.0f}' for _, held in memory.ended)} |",
        "",
    ]


def growth(ended: Sequence[tuple[int, float]]) -> float:
    """By how much the memory differs between the third and the last quarter of the looks, on average."""
    quarter = len(ended) // 4
    held = [megabytes for _, megabytes in ended]
    return statistics.mean(held[-quarter:]) - statistics.mean(held[-2 * quarter : -quarter])
