"""The repository's data and larger ones, published beside bare pandas."""

import tempfile
from pathlib import Path

from benchmarks.publishing import RUNS, Measured, measure, peak_memory, repeated
from etl.settings import REPOSITORY

SIZES = (60_000, 125_000, 250_000)


def publishing_section() -> list[str]:
    """The times and the memory as lines of the page."""
    data = REPOSITORY / "data"
    measured = [(measure(data), peak_memory(data))]
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            grown = repeated(data, size, Path(folder) / "data")
            measured.append((measure(grown), peak_memory(grown)))
    rows = [_row(times, memory) for times, memory in measured]
    return [
        "Bare pandas reads every published CSV and writes one Parquet file; publish also checks every figure and every",
        "table, writes all tables of the release with their checksums, waits for the disk and switches. Both in one",
        f"process after all imports, in turn, median of {RUNS}. Memory is the peak of a process that publishes once,",
        "its libraries included.",
        "",
        "| figures | publish, s | bare pandas, s | ratio | ratio of processor time | µs a figure | peak memory, MB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *rows,
        "",
        "The first row is the repository's data; the others repeat PAPI under the names of invented indices.",
        "Targets: publish within 6 times bare pandas, memory below 400 MB, time in proportion to the figures.",
    ]


def _row(times: Measured, memory: float) -> str:
    cells = (
        f"{times.figures:,}", f"{times.publish_wall:.3f}", f"{times.bare_wall:.3f}", f"{times.ratio:.1f}",
        f"{times.processor_ratio:.1f}", f"{1e6 * times.publish_processor / times.figures:.1f}", f"{memory:.0f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"
