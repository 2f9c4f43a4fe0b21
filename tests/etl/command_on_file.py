"""The command of etl on a file that a test has built, with the repository's own declarations."""

import csv
from functools import cache
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from typer.testing import CliRunner, Result

from etl.__main__ import app
from etl.data_folder import DataFolder, load_data_folder


def run(path: Path, index: str, year: int, command: str = "read", *options: str) -> Result:
    """Run a command on a file; by itself it reads."""
    arguments = [command, str(path), "--index", index, "--year", str(year), *options]
    if command != "read":
        return CliRunner().invoke(app, arguments)
    # Reading changes no data, so all tests share what is loaded once.
    with patch("etl.__main__.load_data_folder", _loaded):
        return CliRunner().invoke(app, arguments)


@cache
def _loaded(folder: Path) -> DataFolder:
    return load_data_folder(folder)


def cells(done: Result) -> dict[tuple[str, str], tuple[str, str]]:
    """Score and rank by code and component, as the command printed them."""
    assert done.exit_code == 0, done.stderr
    return {
        (row["province_code"], row["component"]): (row["score"], row["rank"])
        for row in csv.DictReader(StringIO(done.stdout))
    }
