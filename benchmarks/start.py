"""How long `streamlit run app.py` takes until the first page is there, beside a bare Streamlit page."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.bare_page import write_bare_app
from benchmarks.made_release import made_release
from benchmarks.server import running
from benchmarks.visitor import visiting
from etl.settings import REPOSITORY

RUNS = 5
TARGET = 1.5


def start_section() -> list[str]:
    """The times as lines of the page."""
    with made_release() as release, tempfile.TemporaryDirectory() as temporary:
        bare = write_bare_app(Path(temporary) / "bare")
        pairs = [(first_page(REPOSITORY, release), first_page(bare)) for _ in range(1 + RUNS)][1:]
    answers, pages = ([statistics.median(pair[which][of] for pair in pairs) for which in (0, 1)] for of in (0, 1))
    return [
        "Seconds from `streamlit run app.py` until the server answers, and until it has sent the whole first page to",
        f"its first visitor, of the dashboard with a release and of a bare page, in turn, medians of {RUNS}. Target:",
        f"the first page in at most {TARGET} times the time of the bare one.",
        "",
        "| | dashboard, s | bare, s | ratio |",
        "| --- | ---: | ---: | ---: |",
        f"| server answers | {answers[0]:.2f} | {answers[1]:.2f} | {answers[0] / answers[1]:.2f} |",
        f"| first page | {pages[0]:.2f} | {pages[1]:.2f} | {pages[0] / pages[1]:.2f} |",
        "",
    ]


def first_page(folder: Path, release: Path | None = None) -> tuple[float, float]:
    """Start a server; seconds until it answers and until its first visitor has the whole first page."""
    with running(folder, release=release) as server:
        answered = time.perf_counter() - server.started
        asyncio.run(_visit(server.url))
        return answered, time.perf_counter() - server.started


async def _visit(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.open()
