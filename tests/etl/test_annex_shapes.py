"""Layouts of an annex that a person reads as the same table: each gives the same 63 provinces through the command."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from command_on_file import cells, run
from small_annex import numbered, provinces
from small_pdf import PdfPage, write_pdf

EDGES = [40, 70, 185, 330, 420]
HEAD = ["TT", "Tỉnh, thành phố", "Chỉ số|CCHC(%)", "Xếp|hạng"]
TITLE = "PHỤ LỤC 2. CHỈ SỐ CCHC NĂM 2023 CỦA CÁC TỈNH"
ROWS = [
    [str(rank), name, f"{92.18 - rank * 0.25:.2f}".replace(".", ","), str(rank)]
    for rank, _, name in provinces(["22", "31", "01", "46", "77"])
]
MINISTRIES = [[str(rank), f"Bộ thứ {rank}", "89,95", str(rank)] for rank in range(1, 18)]


def ruled(rows: Sequence[Sequence[str]], *, title: str = TITLE, head: bool = True) -> list[PdfPage]:
    """Pages of 18 rows with lines; the head on each, or on the first alone."""
    pages: list[PdfPage] = []
    for start in range(0, len(rows), 18):
        page = PdfPage()
        if not pages:
            page.text(60, 60, title)
        above = [HEAD] if head or not pages else []
        page.ruled_table(100, EDGES, [*above, *rows[start : start + 18]], high=36)
        pages.append(page)
    return pages


def put(page: PdfPage, top: float, row: Sequence[str], line: float = 11) -> None:
    """Write a row without lines; the lines of a wrapped name around the middle of the row, those of a head below."""
    for left, text in zip(EDGES, row, strict=False):
        parts = text.split("|")
        raised = 5 if len(parts) > 1 and row is not HEAD else 0
        for position, part in enumerate(parts):
            page.text(left, top + line * position - raised, part)


def unruled(rows: Sequence[Sequence[str]], first: PdfPage | None = None, top: float = 0) -> list[PdfPage]:
    """Pages without lines, the head on each, at the very top of further pages."""
    page, pages = first or PdfPage(), list[PdfPage]()
    page.text(60, top + 60, TITLE)
    put(page, top + 90, HEAD)
    top += 130
    for row in rows:
        if top > 750:
            pages.append(page)
            page = PdfPage()
            put(page, 58, HEAD)
            top = 98
        put(page, top, row)
        top += 22
    return [*pages, page]


def no_head_on_further_pages() -> list[PdfPage]:
    return ruled(ROWS, head=False)


def title_goes_on() -> list[PdfPage]:
    pages = ruled(ROWS)
    for page in pages[1:]:
        page.text(60, 60, "PHỤ LỤC 2 (Tiếp theo)")
    return pages


def after_the_ministries_on_one_page() -> list[PdfPage]:
    page = PdfPage()
    page.text(60, 50, "PHỤ LỤC 1. CHỈ SỐ CCHC NĂM 2023 CỦA CÁC BỘ")
    page.ruled_table(70, EDGES, [[HEAD[0], "Bộ, cơ quan", *HEAD[2:]], *MINISTRIES[:8]])
    page.text(60, 380, TITLE)
    page.ruled_table(400, EDGES, [HEAD, *ROWS[:9]], high=36)
    return [page, *ruled(ROWS[9:], title="")]


def head_at_the_bottom_of_the_page_before() -> list[PdfPage]:
    """The table of the ministries ends its page; that of the provinces begins the next without a title."""
    page = PdfPage()
    page.text(60, 60, "CHỈ SỐ CCHC NĂM 2023 CỦA CÁC BỘ VÀ CÁC TỈNH")
    page.ruled_table(100, EDGES, [[HEAD[0], "Bộ, cơ quan", *HEAD[2:]], *MINISTRIES])
    return [page, *ruled(ROWS, title="")]


def name_broken_over_the_page() -> list[PdfPage]:
    rank, name, *figures = ROWS[4]
    begin, rest = name.split("|")
    page = PdfPage()
    page.text(60, 60, TITLE)
    page.ruled_table(100, EDGES, [HEAD, *ROWS[:4], [rank, begin, *figures]], high=36)
    return [page, *ruled([["", rest, "", ""], *ROWS[5:]], title="", head=False)]


def groups_between_the_rows() -> list[PdfPage]:
    return ruled([["A", "Nhóm A", "", ""], *ROWS[:9], ["B", "Nhóm B", "", ""], *ROWS[9:]])


def without_lines_at_the_top_of_the_page() -> list[PdfPage]:
    return unruled(ROWS)


def without_lines_after_the_ministries() -> list[PdfPage]:
    page = PdfPage()
    page.text(60, 50, "PHỤ LỤC 1. CHỈ SỐ CCHC NĂM 2023 CỦA CÁC BỘ")
    put(page, 80, [HEAD[0], "Bộ, cơ quan", "Chỉ số CCHC(%)", "Xếp hạng"])
    for position, row in enumerate(MINISTRIES):
        put(page, 110 + 22 * position, row)
    return unruled(ROWS, page, 460)


def with_column_numbers_without_lines() -> list[PdfPage]:
    pages = unruled(ROWS)
    put(pages[0], 115, ["(1)", "(2)", "(3)", "(4)"])
    return pages


@pytest.mark.parametrize(
    "pages",
    [
        no_head_on_further_pages,
        title_goes_on,
        after_the_ministries_on_one_page,
        head_at_the_bottom_of_the_page_before,
        name_broken_over_the_page,
        groups_between_the_rows,
        without_lines_at_the_top_of_the_page,
        without_lines_after_the_ministries,
        with_column_numbers_without_lines,
    ],
)
def test_every_layout_gives_the_same_provinces(tmp_path: Path, pages: Callable[[], list[PdfPage]]) -> None:
    found = cells(run(numbered(tmp_path / "annex.pdf", pages()), "par", 2023))
    assert len(found) == 63
    assert found["22", "overall"] == ("91.93", "1")
    assert found["46", "overall"] == ("91.18", "4")
    assert found["77", "overall"] == ("90.93", "5")
    assert found["96", "overall"] == ("76.43", "63")


@pytest.mark.parametrize("rotate", [0, 90])
def test_a_table_on_its_side_is_read(tmp_path: Path, rotate: int) -> None:
    """The table runs up the sheet; a viewer turns the sheet (90), or the reader its head (0)."""
    pages: list[PdfPage] = []
    edges = [40, 80, 260, 400, 500]
    for start in range(0, 63, 16):
        rows = [[text.replace("|", " ") for text in row] for row in (HEAD, *ROWS[start : start + 16])]
        page = PdfPage()
        for number, row in enumerate(rows):
            for edge, text in zip(edges, row, strict=False):
                page.text_upwards(60 + 30 * number, 839 - edge, text)
        for number in range(len(rows) + 1):
            page.line(55 + 30 * number, 842 - edges[0], 55 + 30 * number, 842 - edges[-1])
        for edge in edges:
            page.line(55, 842 - edge, 55 + 30 * len(rows), 842 - edge)
        pages.append(page)
    found = cells(run(write_pdf(tmp_path / "side.pdf", pages, rotate), "par", 2023))
    assert len(found) == 63
    assert found["77", "overall"] == ("90.93", "5")
    assert found["96", "overall"] == ("76.43", "63")
