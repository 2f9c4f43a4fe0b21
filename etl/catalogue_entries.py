"""Judges catalogue entries for a keeper: what is wrong with them by all checks, and what they lack."""

from dataclasses import dataclass, replace
from pathlib import Path

from etl.catalogue_files import CatalogueFile, read_catalogue_file
from etl.checks import check_all
from etl.checks.entries import entry_problems, undeclared
from etl.checks.evidence import Evidence
from etl.data_folder import DataFolder
from etl.declarations import Declaration
from etl.problems import DataError, Problem, errors_of
from etl.text_tables import FILE_COLUMN, LINE_COLUMN


@dataclass(frozen=True)
class EntryReport:
    """One entry as judged: the years of its editions, how many figures of it are held, errors and what it lacks."""

    index: str
    file: str
    years: tuple[int, ...]
    figures: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of the problems keep the release back."""
        return len(errors_of(self.problems))

    @property
    def summary(self) -> str:
        """The entry in one line."""
        held = f"{self.figures} figures" if self.figures else "no figures yet, so it stands on the page of data alone"
        return f"{self.index} ({self.file}): {len(self.years)} edition(s), {held}."

    def as_record(self) -> dict[str, object]:
        """The report as plain JSON values."""
        return {
            "index": self.index,
            "file": self.file,
            "years": list(self.years),
            "figures": self.figures,
            "errors": self.errors,
            "warnings": len(self.problems) - self.errors,
            "problems": [problem.as_record() for problem in self.problems],
        }


def with_entry(data: DataFolder, path: Path) -> tuple[DataFolder, str]:
    """The same data as if a YAML file lay in data/catalogue, in place of the entry of the same id, and that id.

    Raises DataError where the file is no YAML mapping.
    """
    read = read_catalogue_file(path, f"catalogue/{path.name}")
    if isinstance(read, Problem):
        message = f"{path} cannot be judged."
        raise DataError(message, [read])
    others = [file for file in data.catalogue if file.index != read.index]
    return replace(data, catalogue=(*others, read)), read.index


def entry_reports(data: DataFolder, declarations: tuple[Declaration, ...], wanted: str | None) -> list[EntryReport]:
    """A report for each entry of the catalogue, or for the wanted one."""
    problems = check_all(data)
    evidence = Evidence(data)
    return [_report(evidence, declarations, problems, file) for file in data.catalogue if wanted in (None, file.index)]


def _report(
    evidence: Evidence, declarations: tuple[Declaration, ...], problems: list[Problem], file: CatalogueFile
) -> EntryReport:
    data = evidence.data
    editions = evidence.editions
    years = sorted({int(year) for year in editions.loc[editions["index"].eq(file.index), "year"]})
    declared = {year for entry in declarations if entry.index == file.index for year in entry.years}
    found = [problem for problem in problems if problem.edition is None and _concerns(data, problem, file)]
    # An entry that is not sound may not have the shape that the other questions need.
    if data.is_readable and not errors_of(found):
        found += [*entry_problems(evidence, file), *undeclared(file, years, declared)]
    held = data.tables["observations"]
    figures = int(held["index"].eq(file.index).sum())
    return EntryReport(file.index, file.file, tuple(years), figures, tuple(found))


def _concerns(data: DataFolder, problem: Problem, file: CatalogueFile) -> bool:
    """Whether a problem of the catalogue is this entry's: in its file, in a row of the index, or in no row at all."""
    if problem.file.endswith(".yaml"):
        return problem.file == file.file
    for rows in data.tables.values():
        if problem.line is not None and "index" in rows and len(rows):
            row = rows[rows[FILE_COLUMN].eq(problem.file) & rows[LINE_COLUMN].eq(problem.line)]
            if len(row):
                return str(row["index"].iloc[0]) in (file.index, "*")
    return problem.line is None
