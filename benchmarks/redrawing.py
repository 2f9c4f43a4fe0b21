"""How long a click takes until every page stands still again, beside a bare page with one chart of as many marks.

Servers and browser are started as the browser tests start them: their folder is on the path (`make bench`).
"""

import statistics
from contextlib import suppress
from dataclasses import dataclass

from chromium import HOW_TO_GET_ONE, find_chromium, launch_options
from dashboard_server import Dashboard
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as BrowserTimeoutError
from streamlit_page import open_page

from benchmarks.bare_page import MARKS, Traffic, two_servers

RUNS = 5
TRIES = 2  # of a page on which the end of a click is not seen
TARGET = 1.5
QUIET = 400  # milliseconds without a change, after which a page stands still

# Page by its place in the address: what is added to the address, and the two buttons that are pressed in turn.
INDICES = ("PCI", "PAPI")
CLICKS: dict[str, tuple[dict[str, str], tuple[str, str]]] = {
    "": ({}, INDICES),
    "ho-so-tinh": ({}, INDICES),
    "so-sanh": ({}, INDICES),
    "diem-manh-diem-yeu": ({}, INDICES),
    "bang-xep-hang": ({}, INDICES),
    "xu-huong": ({}, INDICES),
    "thay-doi-thu-hang": ({}, INDICES),
    "muc-tieu-va-giai-doan": ({"phan": "giai-doan", "don_vi": "ca-nuoc"}, ("DTI", "PAPI")),
    "ban-do": ({}, INDICES),
    "du-lieu-va-phuong-phap": ({}, ("Phương pháp", "Độ đầy đủ")),
}
CHOSEN = {"don_vi": "63-67", "chi_so": "PAPI"}

# The time of the last change of the page after the click, known once nothing has changed for a while.
_WATCH = """
(quiet) => {
  window.stood = undefined;
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = (chart) => chart.querySelector('.marks') !== null;
  let pressed, last, ran = false;
  // Inside its canvas a table keeps a copy of itself for screen readers, written some 200 ms after it is drawn.
  const hidden = (change) => (change.target.parentElement ?? app).closest('canvas') !== null;
  const observer = new MutationObserver((all) => {
    const changes = all.filter((change) => !hidden(change));
    if (changes.length === 0) return;
    last = performance.now();
    const states = changes.filter((change) => change.target === app).map((change) => change.oldValue);
    // A short run may begin and end between two looks of the browser: then what changes beside the buttons tells.
    ran ||= [...states, app.dataset.testScriptState].includes('running')
      || changes.some((change) => !change.target.parentElement?.closest('[data-testid="stButtonGroup"]'));
  });
  observer.observe(app, {subtree: true, childList: true, attributeOldValue: true, characterData: true});
  document.addEventListener('click', () => { pressed = last = performance.now(); }, {capture: true, once: true});
  const look = () => {
    const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];
    const still = pressed !== undefined && ran && performance.now() - last > quiet
      && app.dataset.testScriptState === 'notRunning'
      && document.querySelector('[data-stale="true"]') === null && charts.every(drawn);
    if (!still) { setTimeout(look, 20); return; }
    observer.disconnect();
    window.stood = last - pressed;
  };
  look();
}
"""


@dataclass(frozen=True)
class Redrawn:
    """Medians of a page and of the bare page beside it: milliseconds a click, bytes a click; marks of the page."""

    url_path: str
    marks: int
    page_time: float
    bare_time: float
    page_bytes: float
    bare_bytes: float

    @property
    def row(self) -> str:
        """The medians as a row of the table."""
        ratio = self.page_time / self.bare_time
        times = f"{self.page_time:.0f} | {self.bare_time:.0f} | {ratio:.2f}"
        kilobytes = f"{self.page_bytes / 1000:.0f} | {self.bare_bytes / 1000:.0f}"
        return f"| `/{self.url_path}` | {self.marks:,} | {times} | {kilobytes} |"


def redrawing_section() -> list[str]:
    """The times as lines of the page, or why there are none."""
    with sync_playwright() as playwright:
        executable = find_chromium(playwright.chromium)
        if executable is None:
            return [f"Redrawing was not measured: {HOW_TO_GET_ONE}."]
        with two_servers() as (dashboard, bare):
            browser = playwright.chromium.launch(executable_path=executable, args=launch_options())
            rows = [_row(browser, dashboard, bare, url_path) for url_path in CLICKS]
            browser.close()
    return [
        "Milliseconds from a click until nothing changes any more, on each page for Đắk Nông, and on a bare Streamlit",
        "page that shows one chart of as many marks and nothing else: both in one browser, clicks in turn, medians of",
        f"{RUNS}; and what the click brings over the websocket. Target: at most {TARGET} times the bare page.",
        "",
        "| page | marks | click, ms | bare, ms | ratio | kB a click | bare, kB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        *rows,
        "",
    ]


def _row(browser: Browser, dashboard: Dashboard, bare: Dashboard, url_path: str) -> str:
    """Measure one page; where a click is not seen to end, the row says so and the others are measured all the same."""
    for _ in range(TRIES):
        with suppress(BrowserTimeoutError):
            return _measure(browser, dashboard, bare, url_path).row
    return f"| `/{url_path}` | not measured: the end of a click was not seen | | | | | |"


def _measure(browser: Browser, dashboard: Dashboard, bare: Dashboard, url_path: str) -> Redrawn:
    """Click on a page and on the bare one in turn; the first clicks fill what a server remembers and do not count."""
    added, (other, first) = CLICKS[url_path]
    pages = [browser.new_page(viewport={"width": 1440, "height": 900}, locale="vi-VN") for _ in range(2)]
    traffic = [Traffic(), Traffic()]
    for counted, page in zip(traffic, pages, strict=True):
        counted.watch(page)
    open_page(pages[0], dashboard.address(url_path, **{**CHOSEN, **added}))
    marks = int(pages[0].evaluate(MARKS))
    open_page(pages[1], bare.address(marks=str(marks)))
    buttons = [(other, first), ("PCI", "PAPI")]
    times: list[list[float]] = [[], []]
    counts: list[list[int]] = [[], []]
    for run in range(-2, RUNS):
        for which in (0, 1):
            before = traffic[which].received
            took = _click(pages[which], buttons[which][run % 2])
            if run >= 0:
                times[which].append(took)
                counts[which].append(traffic[which].received - before)
    for page in pages:
        page.close()
    page_time, bare_time = (statistics.median(of) for of in times)
    page_bytes, bare_bytes = (statistics.median(of) for of in counts)
    return Redrawn(url_path, marks, page_time, bare_time, page_bytes, bare_bytes)


def _click(page: Page, button: str) -> float:
    """Press a button and wait until the page stands still; answers with the milliseconds to its last change."""
    # A browser draws the page in front only.
    page.bring_to_front()
    page.evaluate(_WATCH, QUIET)
    page.get_by_role("radio", name=button, exact=True).click()
    page.wait_for_function("() => window.stood !== undefined", polling=50, timeout=20_000)
    return float(page.evaluate("() => window.stood"))
