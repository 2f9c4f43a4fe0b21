"""Copies of `data/` with invented figures in them, published by the keeper's own commands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dashboard_server import PROJECT

COLUMNS = "index,year,unit_system,province_code,component,score,rank,group,group_kind,kind,note_codes,source_id"


def copy_of_data(folder: Path) -> Path:
    """Copy `data/` into a folder and return where it lies."""
    return Path(shutil.copytree(PROJECT / "data", folder / "data"))


def keeper(data: Path, release: Path, *arguments: str) -> None:
    """Run `python -m etl` on a data and a release folder. Raises RuntimeError with what it said when it fails."""
    settings = {"DASHBOARD_DATA": str(data), "DASHBOARD_RELEASE": str(release), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "etl", *arguments]
    done = subprocess.run(
        command, cwd=PROJECT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        message = f"`python -m etl {' '.join(arguments)}` failed:\n{done.stdout}\n{done.stderr}"
        raise RuntimeError(message)


def add_line(file: Path, line: str) -> None:
    """Put a line at the end of a text file."""
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8", newline="\n")


def codes(data: Path, system: str) -> list[str]:
    """The codes of the provinces of a unit system."""
    lines = (data / "provinces" / f"provinces_{system}.csv").read_text(encoding="utf-8").splitlines()
    return [line.split(",")[0] for line in lines[1:]]
