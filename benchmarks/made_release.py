"""A release of the repository's data for one measurement, gone with it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from etl.settings import REPOSITORY


@contextmanager
def made_release() -> Generator[Path]:
    """Publish the repository's data into a temporary folder and hand it over."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"DASHBOARD_RELEASE": folder, "DASHBOARD_DATA": str(REPOSITORY / "data")}
        command = [sys.executable, "-m", "etl", "publish"]
        subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, capture_output=True)
        yield Path(folder)
