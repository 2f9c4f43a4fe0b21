"""A release whose names hold HTML and scripts: they are shown as the text that they are."""

import hashlib
import json
import shutil
from contextlib import ExitStack
from pathlib import Path

import pandas as pd
import pytest
from dashboard_server import Dashboard, running_dashboard
from playwright.sync_api import Page
from streamlit_page import open_page

from indicators.release_store import CURRENT, MANIFEST, VERSIONS

TAGS = '<img id="planted" src="x" onerror="window.wasRun = true"><script>window.wasRun = true</script>'


@pytest.fixture
def spoiled(dashboard: Dashboard, tmp_path: Path) -> Path:
    """A copy of the release in which tags stand in the name of a province, a source and a component's note."""
    release = Path(shutil.copytree(dashboard.release, tmp_path / "release"))
    version = release / VERSIONS / json.loads((release / CURRENT).read_text("utf-8"))["version"]
    manifest = json.loads((version / MANIFEST).read_text("utf-8"))
    for table, column in (
        ("provinces_63", "name_vi"),
        ("provinces_34", "name_vi"),
        ("sources", "title"),
        ("note_codes", "meaning_vi"),
    ):
        file = version / f"{table}.parquet"
        rows = pd.read_parquet(file)
        rows.assign(**{column: rows[column].astype("str") + TAGS}).to_parquet(file, index=False)
        manifest["files"][file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
    (version / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    return release


@pytest.mark.slow
def test_names_with_tags_are_text_on_the_pages(
    page: Page, own_servers: ExitStack, spoiled: Path, tmp_path: Path
) -> None:
    running = own_servers.enter_context(running_dashboard(spoiled, tmp_path / "server.log"))
    for path in ("", "ho-so-tinh", "bang-xep-hang", "so-sanh", "ban-do", "thay-doi-thu-hang", "du-lieu-va-phuong-phap"):
        open_page(page, running.address(path, don_vi="63-67", chi_so="PAPI", nam="2024"))
        assert page.evaluate("() => window.wasRun === undefined && document.querySelector('#planted') === null"), path
        assert '<img id="planted"' in page.locator("body").inner_text(), path
    assert "Traceback" not in running.log_text()
