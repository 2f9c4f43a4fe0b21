"""Shows a keeper what is wrong with catalogue entries and what they lack."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from etl.catalogue_entries import EntryReport, entry_reports, with_entry
from etl.data_folder import DataFolder
from etl.declarations import load_declarations
from etl.display import show_problems
from etl.problems import DataError


def judged_entries(data: DataFolder, sources: Path, asked: str | None) -> list[EntryReport]:
    """Reports on all entries, on that of an index, or on a YAML file that is not in data/catalogue yet.

    Raises DataError where there is no such index.
    """
    if asked is not None and asked.lower().endswith((".yaml", ".yml")):
        data, wanted = with_entry(data, Path(asked))
    elif asked is None:
        wanted = None
    else:
        known = {file.index.upper(): file.index for file in data.catalogue}
        if asked.upper() not in known:
            message = f"'{asked}' is no index here and no YAML file; known are {', '.join(known.values()) or 'none'}."
            raise DataError(message, [problem for problem in data.problems if problem.edition is None])
        wanted = known[asked.upper()]
    return entry_reports(data, load_declarations(sources), wanted)


def show_entries(console: Console, reports: Sequence[EntryReport]) -> None:
    """Each entry with its summary and its problems; errors are wrong, warnings are missing."""
    for report in reports:
        console.print(f"[bold]{escape(report.summary)}[/]", highlight=False)
        show_problems(console, report.problems)
