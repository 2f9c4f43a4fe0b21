"""A bare Streamlit page beside the dashboard: one chart of as many marks as asked for, the same settings and fonts."""

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard_server import Dashboard, release_to_show, running_dashboard
from playwright.sync_api import Page, WebSocket

from etl.settings import REPOSITORY

BARE_APP = """
from pathlib import Path
import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

here = Path(__file__).parent
app = st.App(here / "page.py", routes=[Mount("/app/static", StaticFiles(directory=here / "static"))])
"""
BARE_PAGE = """
import streamlit as st

st.set_page_config(layout="wide")
marks = int(st.query_params.get("marks", "100"))
chosen = st.segmented_control("Index", ["PCI", "PAPI"], default="PAPI", required=True)
shift = 0 if chosen == "PAPI" else 3
rows = [{"x": place, "y": (place * 7 + shift) % 11} for place in range(marks)]
encoding = {name: {"field": name, "type": "quantitative"} for name in ("x", "y")}
st.vega_lite_chart({"data": {"values": rows}, "mark": "point", "encoding": encoding}, width="stretch")
"""
# What a page shows: the marks of its charts, and the rows of its tables.
MARKS = """
() => document.querySelectorAll(
  '.role-mark path, .role-mark text, .role-mark rect, .role-mark line, .role-mark image, tbody tr'
).length
"""


@dataclass
class Traffic:
    """The bytes that a page received over its websocket."""

    received: int = 0

    def watch(self, page: Page) -> None:
        """Count from now on."""
        page.on("websocket", self._watch_socket)

    def _watch_socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count)

    def _count(self, payload: str | bytes) -> None:
        self.received += len(payload)


def write_bare_app(folder: Path) -> Path:
    """Write the bare page into a new folder, with the settings and fonts of the dashboard."""
    shutil.copytree(REPOSITORY / ".streamlit", folder / ".streamlit")
    shutil.copytree(REPOSITORY / "static" / "fonts", folder / "static" / "fonts")
    (folder / "app.py").write_text(BARE_APP, encoding="utf-8")
    (folder / "page.py").write_text(BARE_PAGE, encoding="utf-8")
    return folder


@contextmanager
def two_servers() -> Generator[tuple[Dashboard, Dashboard]]:
    """Start the dashboard and the bare page."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bare_folder = write_bare_app(folder / "bare")
        release = release_to_show(folder / "release")
        with (
            running_dashboard(release, folder / "dashboard.log") as dashboard,
            running_dashboard(release, folder / "bare.log", project=bare_folder) as bare,
        ):
            yield dashboard, bare
