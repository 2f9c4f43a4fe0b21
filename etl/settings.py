"""Where data, publishers' files and release lie: settings of the environment, each with a default in the repository."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder of the canonical data: DASHBOARD_DATA, else data/ in the repository."""
    return Path(os.environ.get("DASHBOARD_DATA") or REPOSITORY / "data")


def raw_folder() -> Path:
    """The folder of publishers' own files: DASHBOARD_RAW, else raw/ in the data folder (it is not in git)."""
    return Path(os.environ.get("DASHBOARD_RAW") or data_folder() / "raw")


def sources_file() -> Path:
    """The declarations of the published files: DASHBOARD_SOURCES, else etl/sources.yaml in the repository."""
    return Path(os.environ.get("DASHBOARD_SOURCES") or REPOSITORY / "etl" / "sources.yaml")


def contact() -> str:
    """What publishers' servers are told of who asks: DASHBOARD_CONTACT, else nothing."""
    return os.environ.get("DASHBOARD_CONTACT", "").strip()
