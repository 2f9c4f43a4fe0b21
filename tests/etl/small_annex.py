"""Small annexes in the shape of the ministry's decisions: ruled tables of 63 provinces over several pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from small_pages import names
from small_pdf import HEIGHT, PdfPage, write_pdf

ROW = 40
TOP = 100
ROWS_OF_PAGE = 15
# As the ministry writes them; "|" breaks the line.
WRITTEN = {"46": "Thừa Thiên -|Huế", "77": "Bà Rịa -|Vũng Tàu", "79": "TP. Hồ Chí|Minh", "01": "TP. Hà Nội"}


def provinces(first: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Rank, code and written name of every province, those of `first` before the others."""
    written = names() | WRITTEN
    codes = [*first, *(code for code in written if code not in first)]
    yield from ((rank, code, written[code]) for rank, code in enumerate(codes, start=1))


def comma(number: float) -> str:
    """A figure with two decimals and a decimal comma."""
    return f"{number:.2f}".replace(".", ",")


def pages_of(
    title: str, edges: Sequence[float], head: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]
) -> list[PdfPage]:
    """A ruled table over as many pages as it needs, the head on each, the title on the first, page numbers below."""
    pages: list[PdfPage] = []
    for start in range(0, len(rows), ROWS_OF_PAGE):
        page = PdfPage()
        if not pages:
            for position, line in enumerate(title.split("|")):
                page.text(60, 60 + 14 * position, line)
        page.ruled_table(TOP, edges, [*head, *rows[start : start + ROWS_OF_PAGE]], high=ROW)
        pages.append(page)
    return pages


def numbered(path: Path, pages: Sequence[PdfPage]) -> Path:
    """Write the pages with their numbers at the foot."""
    for number, page in enumerate(pages, start=1):
        page.text(290, HEIGHT - 30, str(number))
    return write_pdf(path, pages)
