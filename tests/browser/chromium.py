"""Finds a Chromium or Chrome for the browser tests and says how to start it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import BrowserType

HOW_TO_GET_ONE = (
    "no Chromium or Chrome found: install one (Debian, Ubuntu: apt-get install chromium), "
    "or name it: CHROMIUM=/path/to/chrome make test"
)
_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_INSTALL_SECONDS = 300


def find_chromium(chromium: BrowserType) -> str | None:
    """The executable to start: what CHROMIUM names, one on this machine, or Playwright's own, fetched if need be.

    Raises FileNotFoundError when CHROMIUM names no program.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            message = f"CHROMIUM={named}: no such program"
            raise FileNotFoundError(message)
        return found
    on_path = next((found for command in _COMMANDS if (found := shutil.which(command))), None)
    if on_path:
        return on_path
    application = next((path for path in _MAC_APPLICATIONS if Path(path).exists()), None)
    if application:
        return application
    own = Path(chromium.executable_path)
    if own.exists() or _fetch_playwrights_own(own):
        return str(own)
    return None


def launch_options() -> list[str]:
    """Command line options: quiet on the network, the same picture everywhere, and no sandbox for root (as in CI)."""
    options = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-domain-reliability",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--font-render-hinting=none",
        "--force-color-profile=srgb",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--no-first-run",
    ]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*options, "--no-sandbox"] if is_root else options


def _fetch_playwrights_own(executable: Path) -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(command, capture_output=True, timeout=_INSTALL_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return executable.exists()
