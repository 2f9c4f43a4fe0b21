"""One reader a format: a publisher's file in, tidy rows and what was set aside out."""

from pathlib import Path

from etl.readers import template_workbook, tidy_csv
from etl.readers.result import Reader, ReadResult

READERS: dict[str, Reader] = {".csv": tidy_csv.read}


class UnknownFormatError(Exception):
    """A file whose format no reader knows; the message names those that are known."""


def read_file(path: Path, index: str, year: int) -> ReadResult:
    """The tidy rows of one file, by the reader of its format; raises UnknownFormatError where there is none."""
    if template_workbook.is_template(path):
        return template_workbook.read(path, index, year)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        message = f"{path.name}: no reader for '{path.suffix}' files; known are {', '.join(sorted(READERS))}."
        raise UnknownFormatError(message)
    return reader(path, index, year)
