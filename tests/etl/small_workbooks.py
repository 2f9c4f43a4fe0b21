"""Small workbooks in the shapes of the publishers', and the declarations that they are read by."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Color, PatternFill

HEADINGS = """heading,holds,component,from,to
Part one,score,A,,
Phần một,score,A,,
1,score,A,,
Part two,score,B,2023,
Part two,score,A,,2022
Total,score,overall,,
ABC {year},score,overall,,
Rank,rank,overall,,
Unweighted,ignored,,,
"""
TABLE = "{layout: table, headings: abc, name: [Province, Tỉnh], skip: [Min, Median]}"

Rows = Sequence[Sequence[Any]]


def write_workbook(path: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> Path:
    """A workbook with the sheets given; a cell that is a pair is a value and its colour."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                cell = sheet.cell(row, column)
                if isinstance(value, tuple):
                    cell.value, colour = value
                    cell.fill = PatternFill("solid", fgColor=colour)
                else:
                    cell.value = value
    workbook.save(path)
    return path


def theme(number: int, tint: float = 0.0) -> Color:
    """A colour of the workbook's theme."""
    return Color(theme=number, tint=tint)


def write_declarations(folder: Path, *tables: str, keys: str = "", year: int = 2023, form: str = "xlsx") -> Path:
    """A file of declarations with one entry of the index ABC, and its map of headings beside it."""
    (folder / "headings").mkdir(exist_ok=True)
    (folder / "headings" / "abc.csv").write_text(HEADINGS, encoding="utf-8")
    entry = f"index: ABC, year: {year}, format: {form}, source_id: S1, tables: [{', '.join(tables or [TABLE])}]"
    path = folder / "sources.yaml"
    path.write_text(f"editions:\n  - {{{entry}{', ' if keys else ''}{keys}}}\n", encoding="utf-8")
    return path
