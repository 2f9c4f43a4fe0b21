"""What a program that watches the server is told: the release in use, and how many pages failed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from asked_routes import asked
from prometheus_client.parser import text_string_to_metric_families

from indicators.release import Release
from indicators.release_store import ReleaseError
from ui import cached_release
from ui.metrics import count_failed_page, metrics_route
from ui.page_list import PAGES


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder that holds no release yet and is that of the process."""
    monkeypatch.setenv("DASHBOARD_RELEASE", str(tmp_path / "release"))
    yield tmp_path / "release"
    cached_release.end_watches()


def told() -> dict[str, float]:
    """Each number by its name and the page that it is of."""
    answer = asked([metrics_route()], "/metrics")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(answer.body.decode())
    samples = [sample for family in families for sample in family.samples]
    return {" ".join([sample.name, *sample.labels.values()]): sample.value for sample in samples}


def test_the_release_in_use_is_told_with_its_time(place: Path, published_folder: Path, release: Release) -> None:
    with pytest.raises(ReleaseError):
        cached_release.current_release()
    found = told()
    assert (found["dashboard_release_in_use"], found["dashboard_release_place_answered"]) == (0, 0)
    assert "dashboard_release_made_timestamp_seconds" not in found
    place.symlink_to(published_folder, target_is_directory=True)
    cached_release.current_release()
    found = told()
    assert (found["dashboard_release_in_use"], found["dashboard_release_place_answered"]) == (1, 1)
    assert found["dashboard_release_made_timestamp_seconds"] == release.made_at.timestamp()
    place.unlink()
    cached_release.current_release()
    found = told()
    assert (found["dashboard_release_in_use"], found["dashboard_release_place_answered"]) == (1, 0)


def test_every_page_has_a_count_of_its_failures() -> None:
    before = told()
    pages = {f"dashboard_failed_pages_total {entry.url_path or '/'}" for entry in PAGES}
    assert pages <= before.keys()
    count_failed_page("so-sanh")
    count_failed_page("")
    after = told()
    rises = {name: after[name] - before[name] for name in pages if after[name] != before[name]}
    assert rises == {"dashboard_failed_pages_total so-sanh": 1, "dashboard_failed_pages_total /": 1}


def test_who_asks_for_open_metrics_is_given_it() -> None:
    answer = asked([metrics_route()], "/metrics", accept="application/openmetrics-text; version=1.0.0")
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    assert answer.body.endswith(b"# EOF\n")
