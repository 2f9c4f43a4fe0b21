"""Whatever a publisher's address gives: figures, or the errors of the reading room that name file and place."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from feeding import changed, changed_document, feed, odd_among, tables, text_files
from hypothesis import strategies as st

from etl.columns import OBSERVATION_COLUMNS
from etl.data_folder import DataFolder, load_data_folder
from etl.declarations import load_declarations
from etl.problems import DataError
from etl.readers import UnknownFormatError, read_file
from etl.readers.pdf_tables import read_grids as grids_of_pdf
from etl.templates import template_bytes
from tests.etl.small_data import FIGURES_2023, FILES, HEADER, SmallData
from tests.etl.small_pdf import PdfPage, write_pdf
from tests.etl.small_workbooks import write_declarations, write_workbook
from tests.fuzz.test_own_uploads import with_a_part_changed

pytestmark = pytest.mark.slow

STATED = (DataError, UnknownFormatError)
TABLE = [
    ["Province", "Rank", "Total", "Part one", "Part two"],
    ["Hà Nội", "1", "13.3", "6.1", "7.2"],
    ["Hà Giang", "3", "10.3", "5.1", "5.2"],
    ["Tuyên Quang", "2", "11.5", "6.0", "5.5"],
]
USUAL = [*{cell for row in TABLE for cell in row}, "Tỉnh", "Phần một", "ABC 2023", "Min", "Median", "-", "13,3"]
ROWS = tables(USUAL, TABLE[:1]) | st.just(TABLE)

Read = Callable[[str, bytes], None]


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """The small data folder, read."""
    small = SmallData(tmp_path / "data")
    for name, text in FILES.items():
        small.write(name, text)
    return load_data_folder(small.folder)


@pytest.fixture
def read(tmp_path: Path, data: DataFolder) -> Read:
    """Read a file of some name and content as the edition of 2023."""

    def read_as(name: str, content: bytes) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        form = path.suffix.removeprefix(".")
        sources = tmp_path / form / "sources.yaml"
        if not sources.exists():
            sources.parent.mkdir()
            write_declarations(sources.parent, form=form)
        read_file(path, "ABC", 2023, data, sources)

    return read_as


def test_every_delimited_text_is_read_or_refused(tmp_path: Path, read: Read) -> None:
    content = text_files(ROWS) | st.binary(max_size=200)
    feed(lambda found: read("abc.csv", found), content, 700, tmp_path, *STATED)


def test_every_tidy_table_is_read_or_refused(tmp_path: Path, read: Read) -> None:
    usual = [*{cell for line in FIGURES_2023.split("\n") for cell in line.split(",")}]
    rows = tables(usual, [list(OBSERVATION_COLUMNS)])
    sound = (HEADER + FIGURES_2023).encode()
    feed(lambda found: read("abc.csv", found), text_files(rows, ",") | changed(sound), 250, tmp_path, *STATED)


def test_every_page_is_read_or_refused(tmp_path: Path, read: Read) -> None:
    tags = ["td", "th", "tr", "table", "sup", "p", "script", "select", "br", "h1", "div style='display:none'"]
    spans = ["", " colspan=2", " rowspan=3", " rowspan=0", " colspan=99999999999", " rowspan=-1", " colspan=x"]
    cell = st.builds("<{0}{1}>{2}</{0}>".format, st.sampled_from(tags), st.sampled_from(spans), odd_among(USUAL))
    rows = st.lists(st.lists(cell, max_size=7).map("".join), max_size=7)
    pages = rows.map(lambda found: "<html><body><h1>ABC 2023</h1><table><tr>" + "<tr>".join(found) + "</table>")
    sound = "<table>" + "".join("<tr><td>" + "<td>".join(row) for row in TABLE) + "</table>"
    content = pages.map(str.encode) | changed(f"<html><body>{sound}</body></html>".encode())
    feed(lambda found: read("abc.html", found), content, 250, tmp_path, *STATED)


def test_every_workbook_is_read_or_refused(tmp_path: Path, read: Read) -> None:
    numbered = [[float(cell) if cell[:1].isdigit() else cell for cell in row] for row in TABLE]
    sound = write_workbook(tmp_path / "sound.xlsx", {"Summary": numbered}).read_bytes()
    feed(lambda found: read("abc.xlsx", found), changed(sound) | with_a_part_changed(sound), 200, tmp_path, *STATED)


def test_every_old_workbook_is_read_or_refused(tmp_path: Path, read: Read) -> None:
    # Nothing here writes this format: its container is made by hand, with a directory and a table of sectors.
    sectors = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00" + bytes(10)
    sectors += b"\x01\0\0\0" + b"\x01\0\0\0" + bytes(4) + b"\0\x10\0\0" + b"\xfe\xff\xff\xff" + bytes(4)
    sectors += b"\xfe\xff\xff\xff" + bytes(8) + b"\xff\xff\xff\xff" * 108
    directory = "Workbook".encode("utf-16-le").ljust(64, b"\0") + b"\x12\0\x02\x01" + b"\xff" * 12 + bytes(48)
    container = sectors.ljust(512, b"\0") + b"\xfd\xff\xff\xff\xfe\xff\xff\xff" * 64 + directory * 4 + bytes(4096)
    feed(lambda found: read("abc.xls", found), changed(container), 300, tmp_path, *STATED)


def test_every_filled_in_template_is_read_or_refused(tmp_path: Path, data: DataFolder, read: Read) -> None:
    sound = template_bytes(data, "ABC", 2023)
    feed(lambda found: read("abc.xlsx", found), with_a_part_changed(sound), 100, tmp_path, *STATED)


def test_every_pdf_is_read_or_refused(tmp_path: Path) -> None:
    page = PdfPage()
    page.ruled_table(60, [40, 150, 220, 300, 380, 460], TABLE)
    path = write_pdf(tmp_path / "sound.pdf", [page])
    sound = path.read_bytes()

    def read_pdf(content: bytes) -> None:
        path.write_bytes(content)
        grids_of_pdf(path)

    feed(read_pdf, changed(sound), 150, tmp_path, DataError)


def test_every_file_of_declarations_is_used_or_refused(tmp_path: Path) -> None:
    path = write_declarations(tmp_path, keys="pages: [1], separators: [1.5], family: f, partial: true")
    document = yaml.safe_load(path.read_text("utf-8")) | {"families": {"f": {"decimal": ",", "missing_words": ["-"]}}}
    sound = path.read_bytes()

    def use(content: bytes) -> None:
        path.write_bytes(content)
        load_declarations(path)

    documents = changed_document(document).map(lambda found: yaml.safe_dump(found, allow_unicode=True).encode())
    feed(use, documents | documents | changed(sound), 400, tmp_path, DataError)


def test_every_map_of_headings_is_used_or_refused(tmp_path: Path) -> None:
    path = write_declarations(tmp_path)
    headings = tmp_path / "headings" / "abc.csv"
    lines = headings.read_text("utf-8").split("\n")
    usual = [*{cell for line in lines for cell in line.split(",")}, "ignored", "group"]

    def use(content: bytes) -> None:
        headings.write_bytes(content)
        load_declarations(path)

    rows = tables(usual, [lines[0].split(",")])
    feed(use, text_files(rows, ",") | changed(json.dumps(lines).encode()), 200, tmp_path, DataError)
