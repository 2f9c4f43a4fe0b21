"""What the tests of etl share."""

from pathlib import Path

import pytest
from small_data import FILES, SmallData


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallData:
    """The whole small data folder; the commands' settings point to it and to a release folder beside it."""
    data = SmallData(tmp_path / "data")
    for name, text in FILES.items():
        data.write(name, text)
    monkeypatch.setenv("DASHBOARD_DATA", str(data.folder))
    monkeypatch.setenv("DASHBOARD_RELEASE", str(tmp_path / "release"))
    return data
