"""The entry of the dashboard: `streamlit run app.py` makes the release where there is none and serves the pages.

The script of a visit is `ui/frame.py`. It is not this file, since a folder `pages/` beside the script would put
Streamlit into its older way of finding pages until the first visit is over, and that visitor's address would be taken
for wrong.
"""

import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount

from indicators.release_store import ReleaseError, release_place
from ui.cached_release import current_release
from ui.edition_forms import form_route
from ui.log_lines import set_up_log
from ui.metrics import metrics_route
from ui.release_routes import readiness_route, release_mount
from ui.sign_in_return import ReturnToPage
from ui.sign_in_settings import tell_of_own_results
from ui.static_files import CachedStaticFiles

HERE = Path(__file__).parent
ROOM_FOR_A_FORM = 2_000_000  # bytes
LOG = logging.getLogger("dashboard")

set_up_log()


@asynccontextmanager
async def prepare(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Load the release before the first visit; where a folder has none, make it."""
    place = release_place()
    try:
        current_release()
    except ReleaseError as error:
        if isinstance(place, Path):
            print("Preparing the figures; this takes a moment the first time …", flush=True)  # noqa: T201
            publish(place)
            look_for_what_was_made()
        else:
            # A server that only shows figures has no right to write to the store, and looks again by itself.
            LOG.error("There is no release to show: %s", error)
    tell_of_own_results()
    yield {}


def look_for_what_was_made() -> None:
    """Take the release that was just made, so that the process is ready before its first visit."""
    try:
        current_release()
    except ReleaseError as error:
        LOG.error("There is no release to show: %s", error)


def publish(folder: Path) -> None:
    """Make the release with the keeper's command; two servers that start at once take turns at its lock."""
    command = [sys.executable, "-m", "etl", "publish", "--if-stale"]
    environment = {**os.environ, "DASHBOARD_RELEASE": str(folder), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=HERE, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        LOG.error("`python -m etl publish` failed (%s):\n%s%s", done.returncode, done.stdout, done.stderr)


def make_form(index: str, year: int) -> bytes:
    """Make the form of an edition with the keeper's command; raises ValueError with what the command had to say.

    Raises OSError where there is no room for it.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "form.xlsx"
        # A full disk is no reason to say that there is no such edition, as the command's failure would.
        file.write_bytes(bytes(ROOM_FOR_A_FORM))
        file.unlink()
        edition = ["--index", index, "--year", str(year)]
        command = [sys.executable, "-m", "etl", "template", *edition, "--output", str(file)]
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            raise ValueError(done.stderr.strip())
        return file.read_bytes()


app = st.App(
    HERE / "ui" / "frame.py",
    lifespan=prepare,
    routes=[
        Mount("/app/static", CachedStaticFiles(directory=HERE / "static")),
        form_route(make_form),
        release_mount(),
        readiness_route(),
        metrics_route(),
    ],
    middleware=[Middleware(ReturnToPage)],
)
