"""A clock that jumps, forwards or backwards: the release that was published last is the one that is served."""

import datetime as dt
from pathlib import Path

import pytest
from small_data import SmallData

from etl import publishing
from etl.publishing import publish
from indicators.release import load
from indicators.release_store import release_store, versions_held


def _set_clock(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> "Clock":
            return cls(year, 1, 2, 3, 4, 5, 6, tzinfo=tz)

    monkeypatch.setattr(publishing, "datetime", Clock)


@pytest.mark.parametrize("year", [1970, 2099])
def test_the_version_published_last_is_served_whatever_the_clock_says(
    small: SmallData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    place = tmp_path / "release"
    before = [publish(small.folder, place).version for _ in range(3)]
    with monkeypatch.context() as patch:
        _set_clock(patch, year)
        jumped = publish(small.folder, place).version
    assert jumped.startswith(str(year))
    assert (load(place).version, load(place).damaged) == (jumped, None)
    assert sorted(versions_held(release_store(place))) == sorted([jumped, *before[1:]])
    assert not publish(small.folder, place, only_if_stale=True).is_new
    after = publish(small.folder, place).version
    assert (load(place).version, after in versions_held(release_store(place))) == (after, True)
