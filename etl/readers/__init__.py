"""One reader a format: a publisher's file in, tidy rows and what was set aside out."""

from pathlib import Path

from etl.columns import OBSERVATION_COLUMNS
from etl.data_folder import DataFolder
from etl.readers import declared, template_workbook, tidy_csv
from etl.readers.result import ReadResult


class UnknownFormatError(Exception):
    """A file whose format no reader knows; the message names those that are known."""


def read_file(path: Path, index: str, year: int, data: DataFolder, sources: Path) -> ReadResult:
    """The tidy rows of one file: a tidy CSV, a template filled in, or a publisher's own file as `sources` declares it.

    Raises UnknownFormatError where no reader knows the format, DataError where the file cannot be read at all.
    """
    suffix = path.suffix.lower()
    if template_workbook.is_template(path):
        return template_workbook.read(path, index, year)
    if suffix not in declared.FORMATS:
        message = f"{path.name}: no reader for '{path.suffix}' files; known are {', '.join(sorted(declared.FORMATS))}."
        raise UnknownFormatError(message)
    if suffix == ".csv" and (not path.is_file() or _is_tidy(path)):
        return tidy_csv.read(path, index, year)
    return declared.read(path, index, year, data, sources)


def _is_tidy(path: Path) -> bool:
    """Whether the first line of a CSV names most columns of the tidy table, in any order."""
    with path.open("rb") as file:
        first = file.readline(4096).decode("utf-8", "replace")
    found = {name.strip(" \"'\ufeff\r\n") for name in first.split(",")}
    return len(found & set(OBSERVATION_COLUMNS)) * 2 > len(OBSERVATION_COLUMNS)
