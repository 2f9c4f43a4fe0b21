"""Where the publishers' own files are, if they are there: the folder named by PUBLISHER_SAMPLES."""

import os
from pathlib import Path

import pytest

READ: set[Path] = set()


def samples_folder() -> Path | None:
    """The folder with README, files and expected cells; None where it is not named or not there."""
    named = os.environ.get("PUBLISHER_SAMPLES", "").strip()
    folder = Path(named) if named else None
    return folder if folder and (folder / "expected").is_dir() else None


def expected_files(*beginnings: str) -> list[str]:
    """The names of the files of expected cells, without ending; one that is skipped where there is no folder."""
    folder = samples_folder()
    if folder is None:
        return ["none"]
    return sorted(path.stem for path in (folder / "expected").glob("*.csv") if path.stem.startswith(beginnings))


def sample_of(name: str) -> tuple[Path, Path]:
    """A publisher's file and its expected cells, by the name of either without ending; skips the test without them."""
    folder = samples_folder()
    if folder is None:
        pytest.skip("set PUBLISHER_SAMPLES to the folder of the publishers' files")
    stem = name.removesuffix("_groups")
    sample = next(path for path in folder.glob("*/*") if path.stem == stem and path.parent.name != "expected")
    return sample, folder / "expected" / f"{name}.csv"


def is_read(sample: Path) -> None:
    """Count a publisher's file as read, for the line at the end of the run."""
    READ.add(sample)


def summary() -> str:
    """The line at the end of a run of tests."""
    if samples_folder() is None:
        return "publisher samples: skipped: set PUBLISHER_SAMPLES"
    return f"publisher samples: {len(READ)} read"


# Several processes run the tests: each tells the one that prints the line what it has read.
_TOLD = "publisher_samples"


def tell(told: dict[str, list[str]]) -> None:
    """Write down what this process has read, for the one that started it."""
    told[_TOLD] = [str(sample) for sample in READ]


def hear(told: dict[str, list[str]]) -> None:
    """Count what another process has read as read here."""
    READ.update(Path(sample) for sample in told.get(_TOLD, []))
