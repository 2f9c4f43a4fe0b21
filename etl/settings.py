"""Where the data and the release lie: two settings of the environment, each with a default in the repository."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder of the canonical data: DASHBOARD_DATA, else data/ in the repository."""
    return Path(os.environ.get("DASHBOARD_DATA") or REPOSITORY / "data")


def release_folder() -> Path:
    """The folder of the release: DASHBOARD_RELEASE, else release/ in the repository."""
    return Path(os.environ.get("DASHBOARD_RELEASE") or REPOSITORY / "release")
