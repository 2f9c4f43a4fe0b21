"""Waiting for a Streamlit page: a page is finished when its script has run and everything it sent is drawn."""

from playwright.sync_api import Page

_WAIT_MILLISECONDS = 30_000

# Streamlit marks the app's state and each element left from the run before. A chart is an empty box until Vega has
# drawn it. The state must hold for a while, since a click reaches the server a moment after it was made.
_FINISHED = """
() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = (chart) => chart.querySelector('svg.marks, canvas.marks') !== null;
  const finished = app !== null
    && app.dataset.testConnectionState === 'CONNECTED'
    && app.dataset.testScriptState === 'notRunning'
    && document.querySelector('[data-testid="stElementContainer"]') !== null
    && document.querySelector('[data-stale="true"]') === null
    && document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]') === null
    && [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')].every(drawn)
    && document.fonts.status === 'loaded';
  const now = performance.now();
  if (!finished) { window.finishedSince = undefined; return false; }
  window.finishedSince ??= now;
  return now - window.finishedSince > 300;
}
"""


def open_page(page: Page, address: str) -> None:
    """Open an address and wait until the page is finished."""
    page.goto(address)
    wait_until_finished(page)


def wait_until_finished(page: Page) -> None:
    """Wait until the script run is over and all elements and charts are drawn. Raises Playwright's TimeoutError."""
    page.evaluate("() => { window.finishedSince = undefined; }")
    page.wait_for_function(_FINISHED, polling=50, timeout=_WAIT_MILLISECONDS)


def show_whole_length(page: Page) -> None:
    """Make the window as high as the page's content, since Streamlit scrolls inside a box of the window's height."""
    size = page.viewport_size
    assert size is not None
    height = page.evaluate("""() => document.querySelector('[data-testid="stMain"]').scrollHeight""")
    page.set_viewport_size({"width": size["width"], "height": max(int(height), size["height"])})
    wait_until_finished(page)
