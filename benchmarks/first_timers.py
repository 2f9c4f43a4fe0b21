"""The map page beside the same work as a first-timer writes it, in plain Streamlit and in Plotly Dash."""

import asyncio
import importlib.metadata
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely
from chromium import HOW_TO_GET_ONE, find_chromium, launch_options
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.bytes_received import Bytes
from benchmarks.made_release import made_release
from benchmarks.ready import LAST_CHANGE
from benchmarks.server import Server, running
from benchmarks.visitor import visiting
from etl.settings import REPOSITORY
from indicators.release import load

_geopandas: Any = geopandas  # its own types say too little
RUNS = 7
SESSIONS = 25
HERE = Path(__file__).parent / "side_by_side"
DASH = REPOSITORY / ".venv" / "side-by-side"
HOW_TO_GET_DASH = (
    f"python -m pip install --target {DASH.relative_to(REPOSITORY)} -r benchmarks/side_by_side/requirements.txt"
)
# Plotly draws no map of any kind before it has the coasts of the world from an outside host: answered here by nothing.
_OUTSIDE = "https://cdn.plot.ly/**"
_COASTS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
_NOTHING: dict[str, Any] = {
    "type": "Topology",
    "arcs": [],
    "objects": {name: {"type": "GeometryCollection", "geometries": []} for name in _COASTS},
}
_SHOWN_BY_STREAMLIT, _SHOWN_BY_PLOTLY = '[data-testid="stVegaLiteChart"] .marks', ".choroplethlayer path"
_QUIET = 1000  # milliseconds without a change, after which a page stands still
_STILL = "(quiet) => performance.now() - window.lastChange > quiet"
_CHANGED = "([pressed, quiet]) => window.lastChange > pressed && performance.now() - window.lastChange > quiet"


@dataclass(frozen=True)
class Measured:
    """What one way costs; seconds, milliseconds, kilobytes and megabytes as the rows of the table say."""

    name: str
    start: float
    ready: float
    first_visit: float
    click: float
    click_bytes: float
    processor: float
    memory: float
    session: float | None = None


def first_timers_section() -> list[str]:
    """The table as lines of the page, or why there is none."""
    with sync_playwright() as playwright:
        executable = find_chromium(playwright.chromium)
        if executable is None:
            return [f"Nothing was measured side by side: {HOW_TO_GET_ONE}.", ""]
        browser = playwright.chromium.launch(executable_path=executable, args=launch_options())
        with made_release() as release, tempfile.TemporaryDirectory() as temporary:
            measured = _all_ways(browser, release, Path(temporary))
        browser.close()
    return _lines(measured)


def write_inputs(release: Path, folder: Path) -> None:
    """Write what a first-timer starts from: `figures.csv` of the 63 with names, `provinces.geojson` of their shapes."""
    loaded = load(release)
    figures = loaded.observations
    figures = figures[figures["unit_system"] == "63"]
    units = [str(unit) for unit in figures["unit"]]
    named = figures.assign(code=[u.split("-")[1] for u in units], name=[loaded.provinces.name(u, "vi") for u in units])
    named[["index", "year", "component", "code", "name", "score", "rank"]].to_csv(folder / "figures.csv", index=False)
    drawn: Any = _geopandas.read_file(next((REPOSITORY / "static").glob("provinces_63.*.json")), layer="provinces")
    of = [str(unit) for unit in drawn["unit"]]
    columns = {"code": [u.split("-")[1] for u in of], "name": [loaded.provinces.name(u, "vi") for u in of]}
    shapes = shapely.transform(drawn.geometry.to_numpy(), on_the_globe)
    _geopandas.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326").to_file(folder / "provinces.geojson")


def on_the_globe(positions: np.ndarray) -> np.ndarray:
    """Turn positions of our maps (an (n, 2) array, spherical Mercator in degrees) into longitude and latitude."""
    longitude, height = positions[:, 0], positions[:, 1]
    return np.column_stack([longitude, np.degrees(2 * np.arctan(np.exp(np.radians(height)))) - 90])


def _all_ways(browser: Browser, release: Path, temporary: Path) -> list[Measured]:
    for way in ("plain_streamlit", "plain_dash"):
        shutil.copytree(HERE / way, temporary / way)
        write_inputs(release, temporary / way)
    with running(REPOSITORY, release=release) as server:
        ours = _measure(
            browser, "this dashboard, `/ban-do`", server, "/ban-do?don_vi=63-67&chi_so=PAPI", _SHOWN_BY_STREAMLIT
        )
        ours = replace(ours, session=_memory_of_sessions(server, "ban-do"))
    with running(temporary / "plain_streamlit") as server:
        plain = _measure(browser, "plain Streamlit", server, "/", _SHOWN_BY_STREAMLIT)
        plain = replace(plain, session=_memory_of_sessions(server, ""))
    with _dash(temporary / "plain_dash") as server:
        dash = None if server is None else _measure(browser, "plain Dash", server, "/", _SHOWN_BY_PLOTLY)
    return [ours, plain, *([dash] if dash else [])]


@contextmanager
def _dash(folder: Path) -> Generator[Server | None]:
    """Start the page in Dash, which is fetched into a folder of its own first; None where it cannot be had."""
    if not (DASH / "dash").is_dir():
        fetch = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--target",
            str(DASH),
        ]
        fetched = subprocess.run([*fetch, "-r", str(HERE / "requirements.txt")], capture_output=True, check=False)
        if fetched.returncode:
            yield None
            return
    path = os.pathsep.join(filter(None, [str(DASH), os.environ.get("PYTHONPATH", "")]))
    with running(
        folder,
        command=lambda port: [sys.executable, "app.py", str(port)],
        health="/",
        environment={"PYTHONPATH": path},
    ) as server:
        yield server


def _measure(browser: Browser, name: str, server: Server, path: str, shown: str) -> Measured:
    """Visit a page with a browser that holds nothing, then press its two buttons in turn."""
    start = time.perf_counter() - server.started
    _visit(browser, server.url + path, shown)  # what a process loads at its first visit does not count
    ready, received, page = _visit(browser, server.url + path, shown, keep=True)
    first_visit = received.kilobytes
    times: list[float] = []
    kilobytes: list[float] = []
    processor = 0.0
    for run in range(-2, RUNS):
        before, spent = received.kilobytes, server.processor_seconds()
        took = _click(page, ("PCI", "PAPI")[run % 2])
        if run >= 0:
            times.append(took)
            kilobytes.append(received.kilobytes - before)
            processor += server.processor_seconds() - spent
    page.context.close()
    return Measured(
        name, start, ready, first_visit, statistics.median(times), statistics.median(kilobytes),
        1000 * processor / RUNS, server.memory(),
    )  # fmt: skip


def _visit(browser: Browser, address: str, shown: str, *, keep: bool = False) -> tuple[float, Bytes, Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    page = context.new_page()
    page.add_init_script(LAST_CHANGE)
    if shown == _SHOWN_BY_PLOTLY:
        # For it alone: a browser whose requests are looked at keeps nothing.
        page.route(_OUTSIDE, lambda route: route.fulfill(json=_NOTHING, headers={"Access-Control-Allow-Origin": "*"}))
    received = Bytes(page)
    page.goto(address)
    page.wait_for_selector(shown, state="attached", timeout=60_000)
    page.wait_for_function(_STILL, arg=_QUIET, polling=50, timeout=60_000)
    ready = float(page.evaluate("() => window.lastChange"))
    if not keep:
        context.close()
    return ready, received, page


def _click(page: Page, button: str) -> float:
    """Press a button and wait until the page stands still; milliseconds to its last change."""
    pressed = float(page.evaluate("() => performance.now()"))
    page.get_by_role("radio", name=button, exact=True).click()
    page.wait_for_function(_CHANGED, arg=[pressed, _QUIET], polling=50, timeout=60_000)
    return float(page.evaluate("() => window.lastChange")) - pressed


def _memory_of_sessions(server: Server, page: str) -> float | None:
    """Megabytes that a session takes; in a thread, since the browser's commands already run in a loop of this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _hold_sessions(server, page)).result()


async def _hold_sessions(server: Server, page: str) -> float | None:
    """Hold many sessions at once, after as many have come and gone; None where one was not answered."""
    for _ in range(SESSIONS):
        async with visiting(server.url) as visitor:
            if (await visitor.open(page)).faults:
                return None
    before = server.memory()
    async with AsyncExitStack() as opened:
        for _ in range(SESSIONS):
            visitor = await opened.enter_async_context(visiting(server.url))
            if (await visitor.open(page)).faults:
                return None
        return (server.memory() - before) / SESSIONS


def _lines(measured: Sequence[Measured]) -> list[str]:
    def row(name: str, values: Sequence[float | None], digits: int) -> str:
        cells = ["–" if value is None else f"{value:,.{digits}f}" for value in values]
        return f"| {name} | {' | '.join(cells)} |"

    without = [] if len(measured) == 3 else [f"Dash was not measured; it is fetched with `{HOW_TO_GET_DASH}`.", ""]
    version = importlib.metadata.version("streamlit")
    return [
        "A map of the 63 and a table of their scores in 2024, with two buttons for PAPI and PCI: the dashboard's page,",
        "and the scripts in `benchmarks/side_by_side/`, written as in first lessons: one for Streamlit, which reads a",
        "CSV and a GeoDataFrame on every run (handed to the chart as it is, the map stays blank without an error: its",
        "features are), and one for Dash with a figure of Plotly. Both have the figures of the",
        "release as one CSV and our boundaries as GeoJSON; they say nothing of what changed, why a figure is missing",
        "and where it comes from, and a view has no address. Plotly's map stays empty without a file of an outside",
        f"host, which was answered by an empty one. Streamlit {version}, medians of {RUNS} clicks.",
        "",
        f"| | {' | '.join(way.name for way in measured)} |",
        f"| --- |{' ---: |' * len(measured)}",
        row("start until the server answers, s", [way.start for way in measured], 2),
        row("first visit until it stands still, ms", [way.ready for way in measured], 0),
        row("first visit in all, kB", [way.first_visit for way in measured], 0),
        row("click until it stands still, ms", [way.click for way in measured], 0),
        row("a click, kB", [way.click_bytes for way in measured], 0),
        row("processor time of the server a click, ms", [way.processor for way in measured], 0),
        row("memory of the server, MB", [way.memory for way in measured], 0),
        row("memory a session, MB", [way.session for way in measured], 2),
        "",
        *without,
    ]
