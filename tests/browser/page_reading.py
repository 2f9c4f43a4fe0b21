"""What a reader finds on a page: its texts, its table, its pictures' descriptions; and the clicks that pages share."""

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
    return !described.some((part) => (part.getAttribute('aria-label') ?? '').length > 20);
  })
  .map((picture) => picture.outerHTML.slice(0, 300))
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
    """All that is written on the page below its frame, in one line; what is drawn in charts and tables is not in it."""
    return one_line(page.get_by_test_id("stMain").inner_text())


def captions(page: Page) -> list[str]:
    """The small lines under cards, charts and tables."""
    return texts(page.get_by_test_id("stCaptionContainer"))


def table_headings(page: Page) -> list[str]:
    """The headings of the table of the page that is drawn as a canvas, from the left."""
    page.wait_for_function(f"() => ({_HEADINGS})().length > 0")
    return page.evaluate(_HEADINGS)


def table_rows(page: Page) -> list[list[str]]:
    """The rows of that table that are in sight, as a screen reader finds them."""
    page.wait_for_function(f"() => ({_ROWS})().length > 0")
    return page.evaluate(_ROWS)


def pictures_without_words(page: Page) -> list[str]:
    """The charts and tables of the page that have no text alternative."""
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
