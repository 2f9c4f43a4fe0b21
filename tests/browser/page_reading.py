"""What a reader finds on a page: its texts, its table, its pictures' descriptions; and the clicks that pages share."""

from collections import defaultdict

from playwright.sync_api import Locator, Page
from streamlit_page import wait_until_finished

_ROWS = """
() => [...document.querySelectorAll('[data-testid="stDataFrame"] table tbody tr')]
  .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))
"""
_HEADINGS = """
() => [...document.querySelectorAll('[data-testid="stDataFrame"] table thead th')].map((cell) => cell.textContent)
"""
_PICTURES_WITHOUT_WORDS = """
() => [...document.querySelectorAll('[data-testid="stVegaLiteChart"], [data-testid="stDataFrame"]')]
  .filter((picture) => picture.checkVisibility())
  .filter((picture) => {
    const described = [picture, ...picture.querySelectorAll('[aria-label]')];
    return !described.some((part) => /\\d/.test(part.getAttribute('aria-label') ?? ''));
  })
  .map((picture) => picture.outerHTML.slice(0, 300))
"""
# A table is a picture too: what its cells say is known only while it is drawn.
_KEEP_DRAWN_TEXTS = """
(() => {
  const texts = (window.drawnTexts = new Map());
  const fillText = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
    texts.set(`${Math.round(x)} ${Math.round(y)}`, text);
    return fillText.call(this, text, x, y, ...rest);
  };
})()
"""
_WIDER_THAN_THE_WINDOW = """
() => {
  const boxes = [document.documentElement, document.querySelector('[data-testid="stMain"]')];
  return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
}
"""


def texts(found: Locator) -> list[str]:
    """The texts of some elements, each in one line with single blanks."""
    return [one_line(text) for text in found.all_inner_texts()]


def one_line(text: str) -> str:
    """A text with single blanks, ordinary ones, and no line ends."""
    return " ".join(text.split())


def headings(page: Page) -> list[str]:
    """The headings of the page, from the top."""
    return texts(page.get_by_test_id("stMain").get_by_role("heading"))


def body_text(page: Page) -> str:
    """All that is written on the page, in one line; what is drawn in tables is not in it."""
    return one_line(page.get_by_test_id("stMain").inner_text())


def captions(page: Page) -> list[str]:
    """The small lines under cards, charts and tables."""
    return texts(page.get_by_test_id("stCaptionContainer"))


def table_headings(page: Page) -> list[str]:
    """The headings of the table of the page that is drawn as a canvas, from the left."""
    page.wait_for_function(f"() => ({_HEADINGS})().length > 0")
    return page.evaluate(_HEADINGS)


def table_rows(page: Page) -> list[list[str]]:
    """The rows of that table that are in sight, as a screen reader finds them: numbers as they are held."""
    page.wait_for_function(f"() => ({_ROWS})().length > 0")
    return page.evaluate(_ROWS)


def keep_drawn_texts(page: Page) -> None:
    """Keep the texts that tables are drawn with, for `drawn_rows`; before the page is opened."""
    page.add_init_script(_KEEP_DRAWN_TEXTS)


def drawn_rows(page: Page) -> list[list[str]]:
    """The headings and rows of the table as they are seen, "46,04 †", from the top and from the left."""
    page.wait_for_function("() => window.drawnTexts.size > 0")
    drawn: dict[str, str] = page.evaluate("() => Object.fromEntries(window.drawnTexts)")
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for place, text in drawn.items():
        x, y = place.split()
        rows[int(y)][int(x)] = text
    return [[rows[y][x] for x in sorted(rows[y])] for y in sorted(rows)]


def press_heading(page: Page, heading: str) -> None:
    """Press a heading of the table, which sorts it; needs `keep_drawn_texts`."""
    places: dict[str, str] = page.evaluate("() => Object.fromEntries(window.drawnTexts)")
    # A sorted column has an arrow before its heading.
    x, y = next(place.split() for place, text in places.items() if text.endswith(heading))
    table = page.get_by_test_id("stDataFrame").locator(".dvn-scroller")
    table.click(position={"x": int(x) + 4, "y": int(y)})


def pictures_without_words(page: Page) -> list[str]:
    """The charts and tables of the page that have no text alternative with a year or figure in it."""
    return page.evaluate(_PICTURES_WITHOUT_WORDS)


def sideways_scroll(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return page.evaluate(_WIDER_THAN_THE_WINDOW)


def language_of_page(page: Page) -> str | None:
    """The language that a screen reader reads the page in."""
    return page.locator("html").get_attribute("lang")


def press(page: Page, button: str) -> None:
    """Press one of the buttons that stand side by side (language, index, …)."""
    page.get_by_role("radio", name=button, exact=True).click()
    wait_until_finished(page)


def pick(page: Page, label: str, choice: str) -> None:
    """Choose from a list."""
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=choice, exact=True).click()
    wait_until_finished(page)
