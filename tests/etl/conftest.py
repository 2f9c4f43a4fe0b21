"""What the tests of etl share."""

from collections.abc import Generator
from pathlib import Path

import pytest
from http_server import Publisher, running_publisher
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


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Generator[Publisher]:
    """A web server of the tests' own; no proxy of this machine stands before it."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with running_publisher() as running:
        yield running


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """The folder that publishers' files are gathered into."""
    return tmp_path / "raw"
