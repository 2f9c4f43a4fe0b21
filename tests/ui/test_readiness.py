"""What a process answers to whoever hands out visits: whether it has a release to show, and which."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_release_routes import ask

from indicators.release import Release
from indicators.release_store import ReleaseError, StoreError
from ui import cached_release


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder that holds no release yet and is that of the process."""
    monkeypatch.setenv("DASHBOARD_RELEASE", str(tmp_path / "release"))
    yield tmp_path / "release"
    cached_release.end_watches()


def asked(method: str = "GET") -> tuple[int, dict[str, Any]]:
    answer = ask("/san-sang", method)
    assert answer.headers["cache-control"] == "no-store"
    return answer.status, json.loads(answer.body) if answer.body else {}


def test_a_process_with_a_release_names_it(place: Path, published_folder: Path, release: Release) -> None:
    place.symlink_to(published_folder, target_is_directory=True)
    cached_release.current_release()
    status, told = asked()
    assert status == 200
    assert told == {
        "is_ready": True,
        "version": release.version,
        "made_at": release.made_at.isoformat(),
        "is_answered": True,
        "damaged": None,
    }
    assert asked("HEAD")[0] == 200
    place.unlink()
    cached_release.current_release()
    assert asked()[0] == 200, "the release in use is shown, so the process stays in service"
    assert asked()[1]["is_answered"] is False


@pytest.mark.usefixtures("place")
def test_a_process_without_a_release_says_why_and_not_where() -> None:
    with pytest.raises(ReleaseError):
        cached_release.current_release()
    assert asked() == (503, {"is_ready": False, "reason": "There is no whole release yet."})


def test_a_place_that_does_not_answer_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", "unknown://secret-name/release")
    with pytest.raises(StoreError):
        cached_release.current_release()
    assert asked() == (503, {"is_ready": False, "reason": "The place of the release has not answered."})
    cached_release.end_watches()
