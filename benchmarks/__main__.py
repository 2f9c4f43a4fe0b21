"""Runs every measurement and writes docs/benchmarks.md: `python -m benchmarks`."""

import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.answers import answers_section
from benchmarks.decks import decks_section
from benchmarks.publishing import RUNS, Measured, measure, peak_memory, repeated
from benchmarks.reading import read_samples
from benchmarks.redrawing import redrawing_section
from etl.settings import REPOSITORY

SIZES = (60_000, 125_000, 250_000)
PAGE = REPOSITORY / "docs" / "benchmarks.md"


def page() -> str:
    """Measure everything and write it as a page."""
    data = REPOSITORY / "data"
    measured = [(measure(data), peak_memory(data))]
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            grown = repeated(data, size, Path(folder) / "data")
            measured.append((measure(grown), peak_memory(grown)))
    rows = [_row(times, memory) for times, memory in measured]
    packages = ", ".join(f"{name} {version(name)}" for name in ("pandas", "pyarrow", "pandera", "numpy"))
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    return "\n".join([
        "# Benchmarks",
        "",
        "Made by `make bench`. Bare pandas reads every published CSV and writes one Parquet file; publish also checks",
        "every figure and every table, writes all tables of the release with their checksums, waits for the disk and",
        f"switches. Both in one process after all imports, in turn, median of {RUNS}. Memory is the peak of a process",
        "that publishes once, its libraries included.",
        "",
        "| figures | publish, s | bare pandas, s | ratio | ratio of processor time | µs a figure | peak memory, MB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *rows,
        "",
        "The first row is the repository's data; the others repeat PAPI under the names of invented indices.",
        "Targets: publish within 6 times bare pandas, memory below 400 MB, time in proportion to the figures.",
        "",
        *read_samples(),
        "",
        *answers_section(),
        "",
        *decks_section(),
        *redrawing_section(),
        f"Measured on {datetime.now(UTC):%Y-%m-%d}: {platform.machine()}, {os.cpu_count()} processors (load {load} at",
        f"the end), {platform.system()}, Python {platform.python_version()}, {packages}.",
        "",
    ])  # fmt: skip


def _row(times: Measured, memory: float) -> str:
    cells = (
        f"{times.figures:,}", f"{times.publish_wall:.3f}", f"{times.bare_wall:.3f}", f"{times.ratio:.1f}",
        f"{times.processor_ratio:.1f}", f"{1e6 * times.publish_processor / times.figures:.1f}", f"{memory:.0f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


# The processes that make a batch of decks load this file too.
if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    sys.stdout.write(PAGE.read_text("utf-8"))
