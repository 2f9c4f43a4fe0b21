"""Reads a template workbook that a person filled in: figures left alone stay as held, the others get the source named.

A workbook is a template where it has the marker sheet. What differs from the figures that the template was made with
is new: it is rounded half up to the edition's decimals, has the kind `published` and no note.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from etl import template_layout as layout
from etl.columns import OBSERVATION_COLUMNS
from etl.problems import Code, DataError, Problem, error
from etl.readers.result import ReadResult
from etl.text_tables import FILE_COLUMN, LINE_COLUMN

LARGEST_WORKBOOK = 64 * 1024 * 1024
LARGEST_LIST_OF_SHEETS = 1024 * 1024

Key = tuple[str, str, str]


def is_template(path: Path) -> bool:
    """Whether a file is a template workbook; False also for what is no workbook at all."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("xl/workbook.xml") as sheets:
            return f'name="{layout.MARKER_SHEET}"'.encode() in sheets.read(LARGEST_LIST_OF_SHEETS)
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False


def read(path: Path, index: str, year: int) -> ReadResult:
    """The rows of the edition and, in `new_sources`, the source that the person named where figures rest on it.

    Raises DataError where the workbook is too large or damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > LARGEST_WORKBOOK:
            raise DataError(f"{path.name} unpacks to {size // 2**20} MB; a template has less than 64. Make a new one.")
        workbook = load_workbook(path, read_only=True, data_only=True)
        try:
            sheets = {
                name: [list(row) for row in workbook[name].iter_rows(values_only=True)] for name in workbook.sheetnames
            }
        finally:
            workbook.close()
    except DataError:
        raise
    except Exception as failure:  # a damaged workbook fails in many ways, all of which mean the same to the keeper
        raise DataError(f"{path.name} cannot be read as a workbook ({failure}); make a new template.") from failure
    try:
        return _Reading(path.name, index, year, sheets).result()
    except (LookupError, TypeError, ValueError) as failure:
        raise DataError(f"{path.name}: the sheets of the template are not as they were; make a new one.") from failure


@dataclass
class _Reading:
    """One template being read; `problems` gathers what is wrong, by sheet and cell."""

    file: str
    index: str
    year: int
    sheets: dict[str, list[list[Any]]]
    problems: list[Problem] = field(default_factory=list[Problem])

    def result(self) -> ReadResult:
        """The rows, or the reasons why there are none."""
        marker = [_text(row[0]) if row else "" for row in self.sheets[layout.MARKER_SHEET]]
        if marker[:3] != [layout.FORMAT, self.index, str(self.year)]:
            of = " ".join(marker[1:3])
            message = f"is a template of {of}, not of {self.index} {self.year}; name its edition or make a new one."
            self.problems.append(error(Code.ROW_IN_WRONG_FILE, self.file, message))
            return ReadResult(0, pd.DataFrame(), (), tuple(self.problems))
        decimals = int(marker[3])
        held = self._held()
        source = self._source()
        rows: list[dict[str, Any]] = []
        is_new = False
        for key, line, figures in self._figures():
            row = _row_of(held.get(key), figures, decimals)
            if row is None:
                is_new = True
                kept = held.get(key, {})
                written = {name: _written(value, decimals) for name, value in figures.items()}
                row = self._new_row(key, written, kept, source["source_id"])
            rows.append({**row, FILE_COLUMN: self.file, LINE_COLUMN: line})
        if is_new and not re.fullmatch(r"[A-Za-z0-9_.\-]+", source["source_id"]):
            message = f"sheet {layout.SOURCE_SHEET}: there are new figures, so fill in the source id (letters, digits)."
            self.problems.append(error(Code.UNKNOWN_SOURCE, self.file, message))
        frame = pd.DataFrame(rows, columns=[*OBSERVATION_COLUMNS, FILE_COLUMN, LINE_COLUMN])
        frame = frame.astype(dict.fromkeys(OBSERVATION_COLUMNS, "str"))
        sources = ({"index": self.index, **source},) if is_new else ()
        return ReadResult(len(rows), frame, (), tuple(self.problems), new_sources=sources)

    def _new_row(self, key: Key, written: dict[str, str], kept: dict[str, str], source_id: str) -> dict[str, str]:
        system, code, component = key
        group = written.get("group", kept.get("group", ""))
        return {
            "index": self.index,
            "year": str(self.year),
            "unit_system": system,
            "province_code": code,
            "component": component,
            "score": written.get("score", ""),
            # A column that the template does not have keeps what is held.
            "rank": written.get("rank", kept.get("rank", "")),
            "group": group,
            "group_kind": "published" if group else "",
            "kind": "published",
            "note_codes": "",
            "source_id": source_id,
        }

    def _held(self) -> dict[Key, dict[str, str]]:
        header, *rows = self.sheets[layout.HELD_SHEET]
        records = [{str(name): _text(value) for name, value in zip(header, row, strict=True)} for row in rows]
        return {(row["unit_system"], row["province_code"], row["component"]): row for row in records}

    def _source(self) -> dict[str, str]:
        rows = self.sheets.get(layout.SOURCE_SHEET, [])[layout.FIRST_SOURCE_ROW - 1 :]
        values = [_text(row[layout.SOURCE_VALUE_COLUMN - 1]) if len(row) > 2 else "" for row in rows]
        values += [""] * len(layout.SOURCE_FIELDS)
        return dict(zip(layout.SOURCE_FIELDS, values, strict=False))

    def _figures(self) -> Iterator[tuple[Key, int, dict[str, str | Decimal | None]]]:
        """Every province and component with a figure: its key, its row in the sheet, and its cells by field."""
        fields = {words: name for name, words in layout.FIELD_WORDS.items()}
        for system, sheet in layout.FIGURE_SHEETS.items():
            rows = self.sheets.get(sheet, [])
            components, words = (rows[row - 1] if rows else [] for row in (layout.COMPONENT_ROW, layout.FIELD_ROW))
            for line, row in enumerate(rows[layout.FIRST_PROVINCE_ROW - 1 :], start=layout.FIRST_PROVINCE_ROW):
                cells: dict[str, dict[str, str | Decimal | None]] = {}
                for column in range(layout.FIRST_FIGURE_COLUMN - 1, len(row)):
                    name = fields.get(_text(words[column]))
                    if name is not None and components[column]:
                        place = f"{sheet}!{get_column_letter(column + 1)}{line}"
                        value = self._value(row[column], name, place)
                        cells.setdefault(_text(components[column]), {})[name] = value
                code = _text(row[layout.CODE_COLUMN - 1]).zfill(2)
                for component, figures in cells.items():
                    if any(value is not None for value in figures.values()):
                        yield (system, code, component), line, figures

    def _value(self, value: Any, name: str, place: str) -> str | Decimal | None:
        text = _text(value)
        if not text:
            return None
        if name == "group":
            return text
        # One comma and no dot is a decimal comma; what is written otherwise could mean two things.
        plain = text.replace(",", ".") if re.fullmatch(r"-?\d+,\d+", text) else text
        try:
            number = Decimal(plain)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or (name == "rank" and number != number.to_integral_value()):
            wanted = "a whole number" if name == "rank" else "a number"
            message = f"cell {place}: '{text}' is not {wanted}; write the figure as printed, or leave the cell empty."
            self.problems.append(error(Code.VALUE_NOT_ALLOWED, self.file, message, column=name))
            return None
        return number


def _row_of(held: dict[str, str] | None, figures: dict[str, Any], decimals: int) -> dict[str, str] | None:
    """The row held, where every cell still says what it says; None where the figure is new or changed."""
    if held is None:
        return None
    same = all(_is_same(held[name], value, decimals) for name, value in figures.items())
    return held if same else None


def _is_same(held: str, value: Any, decimals: int) -> bool:
    if isinstance(value, Decimal):
        # A workbook holds binary fractions of 15 digits; a longer score comes back shortened.
        return held != "" and abs(Decimal(held) - value) <= Decimal(10) ** -max(decimals + 2, 9)
    return held == (value or "")


def _written(value: Any, decimals: int) -> str:
    if not isinstance(value, Decimal):
        return value or ""
    places = value.as_tuple().exponent
    if isinstance(places, int) and -places > decimals:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{value:f}"


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
