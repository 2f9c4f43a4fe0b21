"""Makes the files that the tests of own results read."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from own.problems import UnreadableFileError
from own.reading import read_own_results
from own.results import OwnResults

HEADING = ["Năm", "Loại đơn vị", "Đơn vị", "Tổng điểm", "Thể chế", "Chuyển đổi số"]
MAXIMA = [None, None, "Điểm tối đa", 100, 40, 60]


def table(*rows: Sequence[Any]) -> list[Sequence[Any]]:
    """Put the usual heading and maxima over some rows."""
    return [HEADING, MAXIMA, *rows]


def workbook_of(rows: Sequence[Sequence[Any]], sheet: str = "Kết quả") -> bytes:
    """Make a workbook of one sheet; a text that begins with "=" becomes a formula whose result is its second half.

    "=SUM(D1:E1)|12" is the formula with the result 12, "=SUM(D1:E1)" the formula without one.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for number, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, str) and value.startswith("="):
                    formula, _, result = value.partition("|")
                    page.write_formula(number, column, formula, None, result)  # pyright: ignore[reportArgumentType, reportCallIssue]
                elif value is not None:
                    page.write(number, column, value)
    return target.getvalue()


def read(rows: Sequence[Sequence[Any]]) -> OwnResults:
    """Read a workbook of one sheet."""
    return read_own_results("ket-qua.xlsx", workbook_of(rows))


def read_text(text: str) -> OwnResults:
    """Read a CSV."""
    return read_own_results("ket-qua.csv", text.encode())


def told(results: OwnResults) -> list[tuple[str, int, str]]:
    """List what was wrong: fault, row, column."""
    return [(problem.fault, problem.row, problem.column) for problem in results.problems]


def scores(results: OwnResults) -> dict[tuple[int, str, str], float]:
    """Give the scores that can be used by year, name and component."""
    return {(figure.year, figure.unit.name, figure.component): figure.score for figure in results.figures}


def refusal(name: str, content: bytes) -> str:
    """Say why nothing of a file can be used."""
    try:
        read_own_results(name, content)
    except UnreadableFileError as error:
        return error.problem.fault
    return ""
