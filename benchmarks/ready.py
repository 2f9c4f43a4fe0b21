"""How long a first visit takes until a page stands still, and what it brings, beside a bare page with as many marks."""

from dataclasses import dataclass

from chromium import HOW_TO_GET_ONE, find_chromium, launch_options
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as BrowserTimeoutError
from streamlit_page import open_page

from benchmarks.bare_page import MARKS, two_servers
from benchmarks.bytes_received import Bytes
from benchmarks.redrawing import CHOSEN, CLICKS

RUNS = 2
TIME_TARGET, BYTES_TARGET = 1.3, 1.5
_QUIET_SECONDS = 0.4

# The time of the last change of the page since it was asked for. Inside its canvas a table keeps a copy of itself for
# screen readers, written some 200 ms after it is drawn.
LAST_CHANGE = """
(() => {
  const inside = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('canvas') != null;
  window.lastChange = 0;
  new MutationObserver((changes) => {
    if (changes.some((change) => !inside(change.target))) window.lastChange = performance.now();
  }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
})()
"""


@dataclass(frozen=True)
class Ready:
    """A page and the bare page beside it: milliseconds until it stands still, kilobytes in all."""

    url_path: str
    marks: int
    page_time: float
    bare_time: float
    page_bytes: float
    bare_bytes: float

    @property
    def row(self) -> str:
        """The figures as a row of the table."""
        times = f"{self.page_time:.0f} | {self.bare_time:.0f} | {self.page_time / self.bare_time:.2f}"
        kilobytes = f"{self.page_bytes:,.0f} | {self.bare_bytes:,.0f} | {self.page_bytes / self.bare_bytes:.2f}"
        return f"| `/{self.url_path}` | {self.marks:,} | {times} | {kilobytes} |"


def ready_section() -> list[str]:
    """The times as lines of the page, or why there are none."""
    with sync_playwright() as playwright:
        executable = find_chromium(playwright.chromium)
        if executable is None:
            return [f"The first visit was not measured: {HOW_TO_GET_ONE}.", ""]
        with two_servers() as (dashboard, bare):
            browser = playwright.chromium.launch(executable_path=executable, args=launch_options())
            first_visit(browser, dashboard.address())
            rows = [
                _row(browser, dashboard.address(url_path, **{**CHOSEN, **added}), bare.url, url_path)
                for url_path, (added, _) in CLICKS.items()
            ]
            browser.close()
    return [
        "The first visit of a browser that holds nothing yet, to each page for Đắk Nông and to a bare Streamlit page",
        "that shows one chart of as many marks: milliseconds from asking for the address until nothing changes any",
        f"more, and kilobytes as they come over the network, websocket included; in turn, the better of {RUNS}.",
        f"Targets: at most {TIME_TARGET} times the bare page's time and {BYTES_TARGET} times its bytes.",
        "",
        "| page | marks | ready, ms | bare, ms | ratio | first visit, kB | bare, kB | ratio |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *rows,
        "",
    ]


def first_visit(browser: Browser, address: str) -> tuple[float, float, int]:
    """Open an address in a browser that holds nothing; milliseconds until it stands still, kilobytes, marks shown."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    page = context.new_page()
    page.add_init_script(LAST_CHANGE)
    received = Bytes(page)
    open_page(page, address)
    page.wait_for_timeout(1000 * _QUIET_SECONDS)
    outcome = float(page.evaluate("() => window.lastChange")), received.kilobytes, int(page.evaluate(MARKS))
    context.close()
    return outcome


def _row(browser: Browser, address: str, bare_url: str, url_path: str) -> str:
    """Measure one page; where it does not come to rest, the row says so and the others are measured all the same."""
    try:
        _, _, marks = first_visit(browser, address)
        pairs = [
            (first_visit(browser, address), first_visit(browser, f"{bare_url}/?marks={marks}")) for _ in range(RUNS)
        ]
    except BrowserTimeoutError:
        return f"| `/{url_path}` | not measured: the page did not come to rest | | | | | | |"
    times = [min(pair[which][0] for pair in pairs) for which in (0, 1)]
    kilobytes = [min(pair[which][1] for pair in pairs) for which in (0, 1)]
    return Ready(url_path, marks, times[0], times[1], kilobytes[0], kilobytes[1]).row
