"""Reads a CSV, TSV or other delimited text of a publisher into one grid; nothing is given a meaning here."""

import csv
import io
from collections import Counter
from pathlib import Path

from etl.problems import Code, DataError, Problem, error
from etl.readers.grid import Cell, Grid
from etl.readers.text_encoding import decode, unreadable

# The comma comes last: a decimal comma stands in every row too.
DELIMITERS = ("\t", ";", "|", ",")
NAMES = {"\t": "tab", ";": "semicolon", "|": "pipe", ",": "comma"}
SAMPLE_LENGTH = 65_536
CONSISTENT = 0.9


def read_grids(path: Path) -> list[Grid]:
    """The one table of a delimited text file, all cells as text; its delimiter is found and checked.

    Titles and notes of few cells stay rows; that is for the declaration to judge. Raises DataError for an unknown
    encoding, an empty file, text without columns, a quote that is never closed, a row of another length than most,
    and a last row that is cut off.
    """
    text = decode(path.read_bytes(), path.name)
    if not text.strip():
        raise unreadable(path.name, "it is empty; download it again.")
    delimiter = _delimiter(text, path.name)
    lines, rows = _rows(text, delimiter, path.name)
    problems = _wrong_lengths(lines, rows, delimiter, path.name)
    if problems:
        message = f"{path.name} was not read."
        raise DataError(message, problems)
    if _breaks_off(text, rows):
        raise unreadable(path.name, "it breaks off in its last row; download it again.", lines[-1])
    cells = tuple(tuple(Cell(" ".join(value.split())) for value in row) for row in rows)
    return [Grid(path.stem, cells)]


def _delimiter(text: str, shown_as: str) -> str:
    sample = text[:SAMPLE_LENGTH]
    candidates = list(DELIMITERS)
    try:
        sniffed = csv.Sniffer().sniff(sample, "".join(DELIMITERS)).delimiter
    except csv.Error:
        sniffed = ","
    # The sniffer is taken at its word only where the rows bear it out; a comma never before the others.
    if sniffed in DELIMITERS[:-1]:
        candidates.insert(0, sniffed)
    for delimiter in candidates:
        if _is_consistent(sample, delimiter):
            return delimiter
    known = ", ".join(NAMES[delimiter] for delimiter in DELIMITERS)
    raise unreadable(shown_as, f"it has no columns: no delimiter ({known}) stands equally often in its rows.")


def _is_consistent(sample: str, delimiter: str) -> bool:
    """Whether most rows with something in them have one number of columns, two or more."""
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error:
        return False
    # The last row of a sample may be cut; titles and notes are single cells.
    tabular = Counter(width for width in widths if width > 1)
    if not tabular:
        return False
    width, count = tabular.most_common(1)[0]
    return width > 1 and count >= CONSISTENT * tabular.total() and count * 2 >= len(widths)


def _rows(text: str, delimiter: str, shown_as: str) -> tuple[list[int], list[list[str]]]:
    """The line on which each row begins, and all rows; a line between two rows that is empty stays as an empty row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[int] = []
    rows: list[list[str]] = []
    begins = 1
    try:
        for row in reader:
            lines.append(begins)
            rows.append(row)
            begins = reader.line_num + 1
    except csv.Error as failure:
        raise unreadable(shown_as, f"its quotes are wrong ({failure}); the row begins here.", begins) from None
    return lines, rows


def _wrong_lengths(lines: list[int], rows: list[list[str]], delimiter: str, shown_as: str) -> list[Problem]:
    """An error for each row of a table that has more or fewer values than most: its figures stand under other headings.

    A row that is filled in less than half is a title or a note.
    """
    usual = Counter(len(row) for row in rows if len(row) > 1).most_common(1)[0][0]
    usual = max(_used(row) for row in rows if len(row) == usual)
    advice = f"put a cell that holds the delimiter ({NAMES[delimiter]}) in quotes, or take the line out if it is none."
    return [
        error(Code.ROW_WRONG_LENGTH, shown_as, f"the row has {used} values, most have {usual}; {advice}", line)
        for line, row in zip(lines, rows, strict=True)
        if (used := _used(row)) > usual or (len(row) < usual < 2 * sum(map(bool, row)))
    ]


def _breaks_off(text: str, rows: list[list[str]]) -> bool:
    """Whether the last row is shorter than the one before and its line has no end; a note is a single cell."""
    return len(rows) > 1 and 1 < len(rows[-1]) < len(rows[-2]) and not text.endswith(("\n", "\r"))


def _used(row: list[str]) -> int:
    """The number of cells up to the last that says something."""
    return max((position for position, value in enumerate(row, start=1) if value.strip()), default=0)
