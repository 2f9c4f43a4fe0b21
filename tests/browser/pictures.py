"""`make pictures`: every page, in both languages, desktop and phone, as pictures/<page>_<language>_<width>.png."""

import sys
import tempfile
from pathlib import Path

from chromium import HOW_TO_GET_ONE, find_chromium, launch_options
from dashboard_server import PROJECT, Dashboard, release_to_show, running_dashboard
from playwright.sync_api import Browser, sync_playwright
from streamlit_page import open_page, show_whole_length

from ui.page_list import PAGES

LANGUAGES = ("vi", "en")
SIZES = ((390, 844), (1440, 900))
FOLDER = PROJECT / "pictures"


def take_pictures(browser: Browser, dashboard: Dashboard, folder: Path) -> None:
    """Write a picture of each page × language × width, as long as the page is."""
    for page_entry in PAGES:
        name = page_entry.module.rpartition(".")[2]
        for language in LANGUAGES:
            for width, height in SIZES:
                page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
                open_page(page, dashboard.address(page_entry.url_path, ngon_ngu=language))
                show_whole_length(page)
                picture = folder / f"{name}_{language}_{width}.png"
                page.screenshot(path=picture)
                page.close()
                print(picture.relative_to(PROJECT))


def main() -> int:
    """Start the dashboard, take the pictures; 1 without a browser."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        executable = find_chromium(playwright.chromium)
        if executable is None:
            print(HOW_TO_GET_ONE, file=sys.stderr)
            return 1
        release = release_to_show(Path(temporary) / "release")
        with running_dashboard(release, Path(temporary) / "server.log") as dashboard:
            browser = playwright.chromium.launch(executable_path=executable, args=launch_options())
            take_pictures(browser, dashboard, FOLDER)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
