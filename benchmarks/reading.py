"""How long it takes to read the publishers' own files, where a folder of samples is at hand."""

import os
import subprocess
import sys
import time
from pathlib import Path

from etl.settings import REPOSITORY

SAMPLES = "PUBLISHER_SAMPLES"


def read_samples() -> list[str]:
    """What the page says of reading: the time of the tests that read every sample, or how to have it measured."""
    folder = os.environ.get(SAMPLES)
    if not folder or not Path(folder).is_dir():
        return [f"Publishers' own files were not read: set {SAMPLES} to the folder that holds them."]
    tests = sorted((REPOSITORY / "tests" / "etl").glob("test_publisher_samples.py"))
    if not tests:
        return ["Publishers' own files were not read: there is no test that reads them yet."]
    start = time.perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", *(str(test) for test in tests)]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    outcome = run.stdout.strip().splitlines()[-1] if run.stdout.strip() else "nothing"
    return [f"All samples of publishers' own files, read and compared cell by cell: {took:.1f} s ({outcome})."]
