"""How long it takes to read the publishers' own files, where a folder of samples is at hand."""

import csv
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.data_folder import load_data_folder
from etl.problems import errors_of
from etl.readers import read_file
from etl.settings import REPOSITORY, sources_file

SAMPLES = "PUBLISHER_SAMPLES"
# An index of the samples that is none of ours is declared beside the tests.
FURTHER_DECLARATIONS = {"GSO_YB": REPOSITORY / "tests" / "etl" / "declarations" / "gso_yearbook.yaml"}


@dataclass(frozen=True)
class Reading:
    """One file, read once for each of its editions: how many, figures in all, seconds by the clock and of processor."""

    file: str
    editions: int
    figures: int
    seconds: float
    processor: float


def read_samples() -> list[str]:
    """What the page says of reading: a table with a row a file and their sum, or how to have it measured."""
    named = os.environ.get(SAMPLES, "").strip()
    if not named or not (Path(named) / "expected").is_dir():
        return [f"Publishers' own files were not read: set {SAMPLES} to the folder that holds them."]
    return reading_lines(read_all(Path(named)))


def read_all(folder: Path) -> list[Reading]:
    """Read every file of the samples that has expected cells, as the command `read` does, in this one process.

    `folder`: files in folders by index, expected cells in expected/<name>.csv, which say index and years of a file.
    Raises DataError or RuntimeError where a file cannot be read or has an error.
    """
    editions: dict[str, set[tuple[str, int]]] = {}
    for expected in sorted((folder / "expected").glob("*.csv")):
        with expected.open(encoding="utf-8", newline="") as file:
            found = {(row["index"], int(row["year"])) for row in csv.DictReader(file)}
        editions.setdefault(expected.stem.removesuffix("_groups"), set()).update(found)
    files = {path.stem: path for path in sorted(folder.glob("*/*")) if path.parent.name != "expected"}
    return [_read(files[stem], sorted(found)) for stem, found in sorted(editions.items())]


def reading_lines(readings: Iterable[Reading]) -> list[str]:
    """The table of the page: file, editions, figures, seconds; the sum last."""
    listed = list(readings)
    total = Reading(
        f"all {len(listed)} files",
        sum(row.editions for row in listed),
        sum(row.figures for row in listed),
        sum(row.seconds for row in listed),
        sum(row.processor for row in listed),
    )
    return [
        "Publishers' own files, each read once an edition by the function that the command `read` calls; the data",
        "folder and the declarations are loaded anew each time, as there. One process, after all imports, once.",
        "",
        "| file | editions | figures | read, s | processor time, s |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(
            f"| {row.file} | {row.editions} | {row.figures:,} | {row.seconds:.2f} | {row.processor:.2f} |"
            for row in [*listed, total]
        ),
    ]


def _read(file: Path, editions: Iterable[tuple[str, int]]) -> Reading:
    figures, number = 0, 0
    start, processor = time.perf_counter(), time.process_time()
    for index, year in editions:
        data = load_data_folder(REPOSITORY / "data")
        result = read_file(file, index, year, data, FURTHER_DECLARATIONS.get(index, sources_file()))
        if errors_of(result.problems):
            message = f"{file.name} as {index} {year}: {result.problems[0]}"
            raise RuntimeError(message)
        figures, number = figures + len(result.rows), number + 1
    return Reading(file.name, number, figures, time.perf_counter() - start, time.process_time() - processor)
