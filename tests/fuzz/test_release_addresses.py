"""Whatever is asked for below /du-lieu: a file that a version lists, or a refusal; nothing beside the release."""

from pathlib import Path

import pytest
from feeding import feed, odd_among
from hypothesis import strategies as st

from indicators.release import Release
from tests.ui.asked_routes import asked
from ui.release_routes import release_mount

pytestmark = pytest.mark.slow


def test_every_path_is_answered_with_a_listed_file_or_refused(
    published_folder: Path, release: Release, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DASHBOARD_RELEASE", str(published_folder))
    listed = {"danh-muc.json", "regions.csv", "editions.parquet", "catalogue.json", "manifest.json"}
    words = [*listed, "..", ".", "du-lieu", "phien-ban", release.version, "versions", "current.json", "etc", "passwd"]
    parts = st.lists(odd_among(words).map(lambda text: text[:60]), min_size=1, max_size=5)

    def request(path: str) -> None:
        answer = asked([release_mount()], path)
        assert answer.status in {200, 307, 404}
        if answer.status == 200:
            assert path.rpartition("/")[2] in listed or path.endswith((".csv", ".parquet", ".json", ".zip"))

    feed(request, parts.map(lambda found: "/du-lieu/" + "/".join(found)), 300, tmp_path)
