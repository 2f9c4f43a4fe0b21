"""What holds for all tests: the order they run in, and the release of the repository's data that they read."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import hypothesis
import pytest
from publisher_samples import hear, summary, tell

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release, load
from indicators.results import edition_table
from indicators.units import Unit

_BROWSER_FOLDER = "browser"
# A busy machine is no fault of what is tested: no test here asserts a time.
hypothesis.settings.register_profile("without deadlines", deadline=None)
hypothesis.settings.load_profile("without deadlines")
_REPOSITORY = Path(__file__).parent.parent
_MAIN = sys.modules["__main__"]

EditionRow = Callable[..., dict[str, Any]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in tests/browser as `browser` and put it last: what is quick to fail comes first."""
    for item in items:
        if item.path.parent.name == _BROWSER_FOLDER:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that started this one, if one did, which publishers' files were read."""
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        tell(told)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Hear which publishers' files another process has read."""
    del error
    hear(getattr(node, "workeroutput", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end of a run whether publishers' own files were read."""
    terminalreporter.write_line(summary())


@pytest.fixture(scope="session")
def published_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release folder made once by the command that people use; a test that writes to it makes a copy first."""
    folder = tmp_path_factory.mktemp("published") / "release"
    environment = os.environ | {"DASHBOARD_DATA": str(_REPOSITORY / "data"), "DASHBOARD_RELEASE": str(folder)}
    command = [sys.executable, "-m", "etl", "publish"]
    run = subprocess.run(command, cwd=_REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        pytest.fail(f"The data cannot be published:\n{run.stdout}{run.stderr}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def release(published_folder: Path) -> Release:
    """The release of the repository's own data."""
    return load(published_folder)


@pytest.fixture(scope="session")
def edition_row(release: Release) -> EditionRow:
    """Ask for one province's row of an edition: `edition_row("PAR", 2022, "63-67")`, with a component where needed."""

    def row(index: str, year: int, unit: str, component: str = OVERALL) -> dict[str, Any]:
        table = edition_table(release, EditionKey(index, year, Unit.parse(unit).system), component)
        return cast("dict[str, Any]", table[table["unit"] == unit].iloc[0].to_dict())

    return row


@pytest.fixture(autouse=True)
def _main_module_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test begin with the true `__main__`: AppTest leaves its script there, and new processes run it."""
    monkeypatch.setitem(sys.modules, "__main__", _MAIN)
