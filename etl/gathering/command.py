"""What the command `gather` does: choose the declared files, then gather them or only say what is held."""

from pathlib import Path

from rich.console import Console

from etl.data_folder import DataFolder
from etl.gathering.declared import wanted_files
from etl.gathering.display import shown_progress
from etl.gathering.gather import Outcome, gather, would_gather
from etl.gathering.manners import Manners
from etl.problems import DataError
from etl.settings import contact


def gather_declared(
    console: Console,
    sources: Path,
    data: DataFolder,
    index: str | None,
    year: int | None,
    raw_folder: Path,
    *,
    pause: float,
    dry_run: bool,
) -> list[Outcome]:
    """One outcome a declared file of this index and year (None: all); a dry run asks no server.

    Raises DataError where no address is declared for them, or the contact cannot be sent.
    """
    of_index = [file for file in wanted_files(sources, data) if index in (None, file.index)]
    chosen = [file for file in of_index if year in (None, file.year)]
    if not chosen:
        raise DataError(f"{sources} {_without_address(index, year, is_index_without=not of_index)}")
    if dry_run:
        return would_gather(chosen, raw_folder)
    manners = Manners(contact=contact(), pause=pause)
    try:
        who = manners.user_agent
    except ValueError as failure:
        raise DataError(str(failure)) from None
    console.print(f"Asking as: {who}", highlight=False, markup=False)
    with shown_progress(console, len(chosen)) as progress_of:
        return gather(chosen, raw_folder, manners, progress_of)


def _without_address(index: str | None, year: int | None, *, is_index_without: bool) -> str:
    """Say that nothing can be gathered, and what a keeper does instead."""
    asked = " ".join(str(part) for part in (index, year) if part is not None) or "any edition"
    if index is None or not is_index_without:
        return f"names no address for {asked}; add one, or download the file by hand and import it."
    return (
        f"names no address for {asked}: no public address of a file of {index} is known. Get the file (the annex of "
        "the decision, say) from its publisher by hand and import it; type a picture or a paper into a template."
    )
