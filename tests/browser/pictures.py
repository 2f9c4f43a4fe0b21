"""`make pictures`: every page × language × phone, desktop and projector, as pictures/<page>_<language>_<width>.png.

With `--readme` only the pictures of README.md, in few colours, into docs/pictures/.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from chromium import HOW_TO_GET_ONE, find_chromium, launch_options
from dashboard_server import PROJECT, Dashboard, release_to_show, running_dashboard
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from streamlit_page import open_page, show_whole_length

from ui.page_list import PAGES

LANGUAGES = ("vi", "en")
SIZES = ((390, 844), (1440, 900), (1920, 1080))
FOLDER = PROJECT / "pictures"

README_FOLDER = PROJECT / "docs" / "pictures"
README_SIZE = (1280, 900)
README_COLOURS = 160
README_PICTURES = {
    "overview": ("", {"don_vi": "63-67", "chi_so": "PAPI", "den_nam": "2024"}),
    "rank_changes": ("thay-doi-thu-hang", {"don_vi": "63-67", "chi_so": "PAPI", "tu_nam": "2023", "nam": "2024"}),
}


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


def take_readme_pictures(browser: Browser, dashboard: Dashboard, folder: Path) -> None:
    """Write the pictures of README.md: what a desktop shows of a page at first, in few colours to stay small."""
    for name, (url_path, parameters) in README_PICTURES.items():
        width, height = README_SIZE
        page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
        open_page(page, dashboard.address(url_path, ngon_ngu="vi", **parameters))
        picture = folder / f"{name}.png"
        page.screenshot(path=picture)
        page.close()
        with Image.open(picture) as taken:
            few = taken.convert("RGB").quantize(README_COLOURS, dither=Image.Dither.NONE)
        few.save(picture, optimize=True)
        print(picture.relative_to(PROJECT), picture.stat().st_size)


def main() -> int:
    """Start the dashboard, take the pictures; 1 without a browser."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--readme", action="store_true", help="only the pictures of README.md")
    folder, take = (FOLDER, take_pictures)
    if arguments.parse_args().readme:
        folder, take = (README_FOLDER, take_readme_pictures)
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        executable = find_chromium(playwright.chromium)
        if executable is None:
            print(HOW_TO_GET_ONE, file=sys.stderr)
            return 1
        release = release_to_show(Path(temporary) / "release")
        with running_dashboard(release, Path(temporary) / "server.log") as dashboard:
            browser = playwright.chromium.launch(executable_path=executable, args=launch_options())
            take(browser, dashboard, folder)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
