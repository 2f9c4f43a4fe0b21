"""Whatever is brought as a file of own results: a list of what is wrong, or a release that answers; no other error."""

import io
import zipfile
from pathlib import Path

import pytest
from feeding import ODD_TEXTS, changed, feed, tables, text_files
from hypothesis import strategies as st

from own.problems import UnreadableFileError
from own.reading import read_own_results
from own.release import release_of
from own.template import published_example
from tests.own.own_files import HEADING, MAXIMA, workbook_of

pytestmark = pytest.mark.slow

USUAL = [
    "2023", "2024", "2025", "Sở, ban, ngành", "Cấp huyện", "Cấp xã", "Sở Nội vụ", "Sở Tài chính", "Huyện A", "Xã B",
    "Phường C", "Điểm tối đa", "85,5", "85.5", "40", "12", "100", "60", "1", "2",
]  # fmt: skip
HEADS = [HEADING, [*HEADING, "Thuộc", "Xếp hạng"], ["Year", "Kind", "Unit", "Total", "Part one"]]
ROWS = tables(USUAL, HEADS).map(lambda rows: [*rows, [str(cell or "") for cell in MAXIMA]])


def use(name: str, content: bytes) -> None:
    """Read a file and, where anything of it can be used, make the release that the page answers from."""
    results = read_own_results(name, content)
    if results.figures:
        for language in ("vi", "en"):
            release_of(results, language)


def test_every_text_is_read_or_refused_in_words(tmp_path: Path) -> None:
    content = text_files(ROWS) | st.binary(max_size=300)
    feed(lambda found: use("own.csv", found), content, 1_500, tmp_path, UnreadableFileError)


def test_every_workbook_is_read_or_refused_in_words(tmp_path: Path) -> None:
    typed = ROWS.map(lambda rows: [[_typed(cell) for cell in cells] for cells in rows])
    feed(lambda rows: use("own.xlsx", workbook_of(rows)), typed, 80, tmp_path, UnreadableFileError)


def test_every_damaged_workbook_is_read_or_refused_in_words(tmp_path: Path) -> None:
    sound = workbook_of([HEADING, MAXIMA, [2024, "Sở, ban, ngành", "Sở Nội vụ", 85.5, 40, "=SUM(D1:E1)|12"]])
    archives = st.sampled_from([sound, published_example("vi")]).flatmap(
        lambda whole: changed(whole) | with_a_part_changed(whole)
    )
    feed(lambda content: use("own.xlsx", content), archives, 180, tmp_path, UnreadableFileError)


def with_a_part_changed(content: bytes) -> st.SearchStrategy[bytes]:
    """An archive in which one file was changed and the rest is sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def packed(name: str, new: bytes) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for part, held in parts.items():
                archive.writestr(part, new if part == name else held)
        return target.getvalue()

    return st.sampled_from(sorted(parts)).flatmap(lambda name: changed(parts[name]).map(lambda new: packed(name, new)))


def _typed(cell: str) -> object:
    """Numbers as numbers, as far as a workbook can hold them; texts that a workbook can hold as they are."""
    if cell in ODD_TEXTS:
        return cell if cell.isprintable() else ""
    try:
        return float(cell) if abs(float(cell)) < 1e300 else cell
    except ValueError:
        return cell if cell.isprintable() else ""
