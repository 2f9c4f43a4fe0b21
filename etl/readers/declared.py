"""Reads a publisher's own file as etl/sources.yaml declares it: grids, layout, names and numbers, tidy rows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from etl.data_folder import DataFolder
from etl.declarations import Declaration, declared, load_declarations
from etl.layouts import TableReading, read_layout
from etl.layouts.choosing import is_wanted
from etl.normalise.figures import normalise_figures
from etl.normalise.names import Names, names_of
from etl.normalise.rows import Edition
from etl.problems import Code, Problem, error, errors_of
from etl.readers import delimited, html_tables, pdf_tables, workbook
from etl.readers.grid import Grid
from etl.readers.pdf_unread import shorter_tables, unread_tables
from etl.readers.result import ReadResult, SetAside

FORMATS = {
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".csv": "csv",
    ".tsv": "tsv",
    ".txt": "csv",
}


def read(path: Path, index: str, year: int, data: DataFolder, sources: Path) -> ReadResult:
    """The tidy rows of one edition in a publisher's file.

    Where several entries of `sources` declare files of the edition in this format, the first that fits the file is
    taken, else the errors of the one that comes nearest are told. Raises DataError for a file that cannot be read.
    """
    entries = declared(load_declarations(sources), index, year, FORMATS[path.suffix.lower()])
    if not entries:
        message = (
            f"no entry of {sources.name} declares how a {path.suffix.lower()} file of {index} {year} is read; "
            "add one, or check index and year."
        )
        return _failed([error(Code.DECLARATION_INVALID, path.name, message)])
    readings = (_read_as(path, entry, Edition(index, year, 0, path.name), data) for entry in entries)
    nearest: ReadResult | None = None
    for reading in readings:
        if not errors_of(reading.problems):
            return reading
        if nearest is None or _nearness(reading) > _nearness(nearest):
            nearest = reading
    return nearest or _failed([])


def _nearness(reading: ReadResult) -> tuple[int, bool, int]:
    """How near an entry came to a file: by its figures, whether it found its table, how little is wrong."""
    problems = errors_of(reading.problems)
    found_table = all(problem.code != Code.GRID_NOT_FOUND for problem in problems)
    return len(reading.rows), found_table, -len(problems)


def _read_as(path: Path, entry: Declaration, edition: Edition, data: DataFolder) -> ReadResult:
    decimals = _decimals(data, entry, edition)
    if decimals is None:
        message = (
            f"how many decimals {edition.index} {edition.year} has is not known; add the edition to "
            f"data/catalogue/editions.csv, or decimals to {entry.place} of etl/sources.yaml."
        )
        return _failed([error(Code.EDITION_NOT_LISTED, edition.file, message)])
    edition = Edition(edition.index, edition.year, decimals, edition.file)
    names = names_of(data, entry.unit_system)
    grids = _grids(path, entry, edition.year)
    readings = [(table, read_layout(grids, table, edition.year, names, edition.file)) for table in entry.tables]
    result = normalise_figures(readings, entry, edition, names)
    if result.rows.empty and not result.problems:
        message = "holds no figure of the edition; check that it is the right file."
        return _failed([error(Code.NO_FIGURE, edition.file, message)])
    lost = _lost_provinces(result, entry, edition, data)
    if FORMATS[path.suffix.lower()] == "pdf" and not entry.partial:
        lost += shorter_tables([reading for _, reading in readings], result.provinces, names, edition.file)
    is_whole = not errors_of([*result.problems, *lost])
    unread = _unread_tables(path, grids, readings, names) if is_whole else []
    return replace(
        result,
        rows_in=result.rows_in + len(unread),
        set_aside=(*result.set_aside, *unread),
        problems=(*result.problems, *lost),
    )


def _grids(path: Path, entry: Declaration, year: int) -> Iterable[Grid]:
    match FORMATS[path.suffix.lower()]:
        case "xlsx" | "xls":
            in_colour = any(table.groups_by_fill for table in entry.tables)
            return _Remembered(workbook.read_grids(path, is_wanted(entry.tables, year), fills=in_colour))
        case "html":
            return html_tables.read_grids(path)
        case "pdf":
            return pdf_tables.read_grids(path, entry.pages, entry.separators)
        case _:
            return delimited.read_grids(path)


def _unread_tables(
    path: Path, grids: Iterable[Grid], readings: Iterable[tuple[object, TableReading]], names: Names
) -> list[SetAside]:
    """The tables of provinces of a PDF that were not read; a workbook has many that are not meant to be."""
    if FORMATS[path.suffix.lower()] != "pdf":
        return []
    read_from = {figure.place.partition("!")[0] for _, reading in readings for figure in reading.figures}
    return unread_tables(grids, read_from, names)


class _Remembered:
    """Grids that are read once, when first asked for, and can be gone through again."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._further = iter(grids)
        self._read: list[Grid] = []

    def __iter__(self) -> Iterator[Grid]:
        position = 0
        while True:
            if position == len(self._read):
                further = next(self._further, None)
                if further is None:
                    return
                self._read.append(further)
            yield self._read[position]
            position += 1


def _decimals(data: DataFolder, entry: Declaration, edition: Edition) -> int | None:
    rows = data.tables["editions"]
    of_edition = rows["index"].eq(edition.index) & rows["year"].eq(str(edition.year))
    found = rows[of_edition & rows["unit_system"].eq(entry.unit_system)]["decimals"]
    return entry.decimals if found.empty or not str(found.iloc[0]).isdecimal() else int(str(found.iloc[0]))


def _lost_provinces(result: ReadResult, entry: Declaration, edition: Edition, data: DataFolder) -> list[Problem]:
    """An error where a file of a whole edition has fewer units than the edition measured, former units included."""
    rows = data.tables["editions"]
    of_edition = rows["index"].eq(edition.index) & rows["year"].eq(str(edition.year))
    measured = rows[of_edition & rows["unit_system"].eq(entry.unit_system)]["units_measured"]
    if entry.partial or measured.empty or not str(measured.iloc[0]).isdecimal() or not result.provinces:
        return []
    codes = result.provinces
    former = data.tables["former_units"]
    former = former[former["index"].eq(edition.index) & former["year"].eq(str(edition.year))]
    awaited = int(str(measured.iloc[0])) - former["unit"].nunique()
    if len(codes) >= awaited:
        return []
    provinces = data.tables[f"provinces_{entry.unit_system}"]
    absent = [
        str(name) for code, name in zip(provinces["code"], provinces["name_vi"], strict=True) if code not in codes
    ]
    named = ", ".join(absent) if len(absent) <= len(provinces) // 2 else f"{len(absent)} of {len(provinces)}"
    message = f"has {len(codes)} of {awaited} provinces that the edition measured; without a row: {named}."
    return [error(Code.PROVINCE_MISSING, edition.file, message)]


def _failed(problems: list[Problem]) -> ReadResult:
    return ReadResult(0, pd.DataFrame(), (), tuple(problems))
