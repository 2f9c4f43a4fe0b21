"""How long a publish takes beside bare pandas, how much memory, and how both grow with the figures."""

import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl.publishing import publish

RUNS = 3
REPEATED = "PAPI"
TABLES_OF_AN_INDEX = ("catalogue/editions.csv", "catalogue/breaks.csv", "catalogue/missing.csv", "sources.csv")


@dataclass(frozen=True)
class Measured:
    """Medians in seconds of wall and processor time, over runs that took turns: publish, and bare pandas."""

    figures: int
    publish_wall: float
    publish_processor: float
    bare_wall: float
    bare_processor: float

    @property
    def ratio(self) -> float:
        """How many times as long as bare pandas, by wall time."""
        return self.publish_wall / self.bare_wall

    @property
    def processor_ratio(self) -> float:
        """How many times as much processor time as bare pandas: what a busy machine does not disturb."""
        return self.publish_processor / self.bare_processor


def measure(data: Path) -> Measured:
    """Publish and bare pandas in turn, in this process and after all imports."""
    with tempfile.TemporaryDirectory() as folder:
        release, table = Path(folder) / "release", Path(folder) / "bare.parquet"
        figures = publish(data, release).observations
        _bare(data, table)
        times = [(_timed(lambda: publish(data, release)), _timed(lambda: _bare(data, table))) for _ in range(RUNS)]
    columns = [[run[of][which] for run in times] for of in (0, 1) for which in (0, 1)]
    return Measured(figures, *(statistics.median(column) for column in columns))


def _bare(data: Path, table: Path) -> None:
    """What no program that publishes can do without: read every published CSV and write one table."""
    pd.concat([pd.read_csv(path) for path in sorted(data.glob("published/*/*.csv"))]).to_parquet(table)


def _timed(call: Callable[[], object]) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - processor


def peak_memory(data: Path) -> float:
    """The most memory in MB that a process which publishes once ever held, its libraries included."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.publishing", str(data), folder]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(run.stdout))


def repeated(data: Path, figures: int, into: Path) -> Path:
    """A copy of the data with so many figures: PAPI again and again under the names of invented indices."""
    shutil.copytree(data, into)
    held = sum(len(path.read_bytes().splitlines()) - 1 for path in data.glob("published/*/*.csv"))
    number = 0
    while held < figures:
        number += 1
        index = f"REP{number}"
        yaml = (data / f"catalogue/{REPEATED.lower()}.yaml").read_text("utf-8")
        yaml = yaml.replace(f"id: {REPEATED}\n", f"id: {index}\n", 1).replace(
            "position: 3\n", f"position: {10 + number}\n", 1
        )
        (into / f"catalogue/{index.lower()}.yaml").write_text(yaml, encoding="utf-8")
        for table in TABLES_OF_AN_INDEX:
            lines = (data / table).read_text("utf-8").splitlines()
            with (into / table).open("a", encoding="utf-8") as file:
                file.writelines(_renamed(line, index) for line in lines if line.startswith(f"{REPEATED},"))
        folder = into / "published" / index.lower()
        folder.mkdir()
        for path in sorted((data / "published" / REPEATED.lower()).glob("*.csv")):
            header, *rows = path.read_text("utf-8").splitlines()
            rows = rows[: max(0, figures - held)]
            held += len(rows)
            text = "".join(_renamed(row, index) for row in rows)
            (folder / path.name).write_text(f"{header}\n{text}", encoding="utf-8")
    return into


def _renamed(row: str, index: str) -> str:
    return row.replace(f"{REPEATED},", f"{index},", 1) + "\n"


if __name__ == "__main__":
    publish(Path(sys.argv[1]), Path(sys.argv[2]) / "release")
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    sys.stdout.write(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit))
