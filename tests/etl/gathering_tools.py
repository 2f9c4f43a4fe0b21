"""What the tests of gathering share: a small workbook, quick manners, and one file gathered."""

import io
from pathlib import Path

import xlsxwriter

from etl.gathering.gather import Outcome, gather
from etl.gathering.manners import Manners
from etl.gathering.wanted_file import WantedFile

QUICK = Manners(pause=0, connect_timeout=2, read_timeout=2, total_timeout=20, attempts=3, back_off=0)
ETAG = '"version-1"'


def workbook(text: str = "Hà Nội") -> bytes:
    """A small whole workbook."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        # Different cells do not pack, so that the file is long enough to be cut.
        for row in range(400):
            sheet.write_row(row, 0, [text, row * row * 7919 % 10007])
    return file.getvalue()


WORKBOOK = workbook()


def wanted(address: str, form: str = "xlsx") -> WantedFile:
    return WantedFile("ABC", 2023, address, form, "Results", "Ministry A", "2024-04", "S1")


def gather_one(address: str, raw: Path, manners: Manners = QUICK, form: str = "xlsx") -> Outcome:
    return gather([wanted(address, form)], raw, manners, lambda _: lambda _size, _whole: None)[0]


def files_in(raw: Path) -> set[str]:
    return {path.name for path in raw.rglob("*") if path.is_file() and path.name != "gather.lock"}
