"""Takes one file into data/published: read, checked against all the rest, compared with what is held, then written."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
from filelock import FileLock

from etl.atomic_files import remove_leftovers, replace_file
from etl.checks import check_all
from etl.columns import OBSERVATION_COLUMNS
from etl.data_folder import load_data_folder, published_file
from etl.difference import Difference, difference
from etl.gathering.origin_record import sha256_of
from etl.merging import merged
from etl.new_sources import SOURCES, not_held, sources_bytes, with_sources
from etl.problems import DataError, Problem, errors_of
from etl.readers import read_file
from etl.readers.result import ReadResult, SetAside
from etl.settings import sources_file
from etl.text_tables import FILE_COLUMN, LINE_COLUMN, PLACE_COLUMN
from etl.tidy_table import tidy_bytes

LOCK = ".import.lock"
UNIT_AND_COMPONENT = ["unit_system", "province_code", "component"]


@dataclass(frozen=True)
class Import:
    """An import that passed its checks and waits for a yes: rows counted, what would change, and what was remarked.

    `new_sources`: rows to be added to sources.csv.
    """

    target: Path
    content: bytes
    rows_in: int
    rows_out: int
    set_aside: tuple[SetAside, ...]
    difference: Difference
    warnings: tuple[Problem, ...]
    new_sources: pd.DataFrame

    @property
    def changes_file(self) -> bool:
        """Whether the file on disk would become other bytes, be it only in the order of its rows."""
        return not self.target.is_file() or self.target.read_bytes() != self.content


def prepare_import(path: Path, index: str, year: int, data_folder: Path, sources: Path | None = None) -> Import:
    """Read and check a file as the edition `index` `year`; nothing is written.

    A publisher's own file, read as `sources` declares it, takes the place of what it covers; a tidy CSV and a template
    hold the whole edition. Raises DataError with every problem where the file, or the catalogue that it is checked
    against, has an error.
    """
    data = load_data_folder(data_folder)
    result = read_file(path, index, year, data, sources or sources_file())
    if errors_of(result.problems):
        raise DataError(f"{path.name} was not imported.", result.problems)
    file = published_file(index, year)
    held = data.tables["observations"]
    held = held[held[FILE_COLUMN].eq(file)]
    notes = data.tables["note_codes"]
    rows = merged(held, result, set(notes.loc[notes["applies_to"].eq("rank"), "code"]))
    used = {source for sources in rows["source_id"] for source in str(sources).split(";")}
    # What a person typed into a template was read from another file than the one at hand.
    digest = "" if result.covers is None else sha256_of(path)
    brought = [{**source, "sha256": digest} for source in result.new_sources if source["source_id"] in used]
    new_sources = not_held(data, brought)
    data = with_sources(data, new_sources, path.name)
    data = data.with_edition(file, rows.assign(**{FILE_COLUMN: file}), [])
    problems = [problem for problem in check_all(data) if problem.edition in {None, (index, year)}]
    problems = [
        _placed(problem, rows, held, result, path.name) if problem.file == file else problem for problem in problems
    ]
    if errors_of(problems):
        raise DataError(f"{path.name} was not imported; data/{file} is as it was.", problems)
    rows_out = len(result.rows)
    if result.rows_in != rows_out + len(result.set_aside):
        counts = f"{result.rows_in} rows read, {rows_out} kept, {len(result.set_aside)} set aside"
        raise DataError(f"{path.name}: {counts}: rows were lost.")
    return Import(
        target=data_folder / file,
        content=tidy_bytes(rows),
        rows_in=result.rows_in,
        rows_out=rows_out,
        set_aside=result.set_aside,
        difference=difference(_tidy(held), _tidy(rows)),
        warnings=(*result.problems, *problems),
        new_sources=new_sources,
    )


def write_import(prepared: Import) -> None:
    """Put the new figures in place of the old ones, in one step; sources that they rest on first.

    Imports take turns; what a killed one left beside the files that are written goes.
    """
    folder = prepared.target.parents[2]
    with FileLock(folder / LOCK):
        remove_leftovers(folder)
        remove_leftovers(prepared.target.parent)
        if not prepared.new_sources.empty:
            replace_file(folder / SOURCES.path, sources_bytes(folder, prepared.new_sources))
        replace_file(prepared.target, prepared.content)


def _placed(problem: Problem, rows: pd.DataFrame, held: pd.DataFrame, result: ReadResult, name: str) -> Problem:
    """A problem of the edition as it would be, with its place in the file that is imported, else in the one held."""
    if result.covers is None:
        # The lines are those of the imported file, so its name goes with them.
        return replace(problem, file=name)
    key = next((key for key, line in _by_key(rows, LINE_COLUMN).items() if line == problem.line), None)
    if key is None:
        return problem
    read, of_held = _by_key(result.rows, PLACE_COLUMN), _by_key(held, LINE_COLUMN)
    if key in read:
        return replace(problem, file=name, line=None, message=f"{read[key]}: {problem.message}")
    return replace(problem, line=int(of_held[key]))


def _by_key(rows: pd.DataFrame, column: str) -> dict[tuple[str, ...], Any]:
    keys = rows[UNIT_AND_COMPONENT].itertuples(index=False, name=None)
    return dict(zip(keys, rows[column].tolist(), strict=True))


def _tidy(rows: pd.DataFrame) -> pd.DataFrame:
    # A file that is held may have a key twice; the comparison takes the first, the checks tell of the other.
    return rows[list(OBSERVATION_COLUMNS)].drop_duplicates(UNIT_AND_COMPONENT)
