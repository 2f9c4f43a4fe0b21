"""Shows a person what the commands found: problems, what an import changes, coverage."""

from collections.abc import Iterable, Sequence

import pandas as pd
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from etl.coverage import EditionCoverage
from etl.importing import Import
from etl.problems import Problem, Severity
from etl.readers.result import SetAside

ROWS_SHOWN = 40
PLACES_SHOWN = 3
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}


def show_problems(console: Console, problems: Iterable[Problem]) -> None:
    """Every problem on a line of its own, errors first, then how many of each."""
    ordered = sorted(problems, key=lambda found: (found.severity is not Severity.ERROR, found.file, found.line or 0))
    for problem in ordered:
        style = STYLES[problem.severity]
        console.print(f"[{style}]{problem.severity}[/] {escape(str(problem))}", highlight=False)
    errors = sum(problem.severity is Severity.ERROR for problem in ordered)
    console.print(f"{errors} error(s), {len(ordered) - errors} warning(s).", highlight=False)


def show_import(console: Console, prepared: Import) -> None:
    """Rows counted, then what the import adds, removes and changes, then the ranks that move."""
    found = prepared.difference
    counts = f"{prepared.rows_in} rows read = {prepared.rows_out} figures + {len(prepared.set_aside)} set aside."
    console.print(counts, highlight=False)
    show_set_aside(console, prepared.set_aside)
    if found.is_empty:
        console.print("No figure changes.")
        return
    _frame(console, "New sources", prepared.new_sources, ("source_id", "title", "publisher", "address"))
    console.print(
        f"{len(found.added)} added, {len(found.removed)} removed, {len(found.changed)} cells changed, "
        f"of them {len(found.moved_ranks)} ranks that move.",
        highlight=False,
    )
    row_columns = ("unit_system", "province_code", "component")
    _frame(console, "Added", found.added, (*row_columns, "score", "rank", "group"))
    _frame(console, "Removed", found.removed, (*row_columns, "score", "rank", "group"))
    _frame(console, "Changed", found.changed, (*row_columns, "column", "before", "after"))
    _frame(console, "Ranks that move", found.moved_ranks, (*row_columns, "before", "after"))


def show_set_aside(console: Console, rows: Sequence[SetAside]) -> None:
    """How many rows were set aside for each reason, with the places of the first ones."""
    places: dict[str, list[str]] = {}
    for row in rows:
        places.setdefault(row.reason, []).append(row.where)
    for reason, where in list(places.items())[:ROWS_SHOWN]:
        first = ", ".join(where[:PLACES_SHOWN]) + (
            f" and {len(where) - PLACES_SHOWN} more" if where[PLACES_SHOWN:] else ""
        )
        console.print(f"  set aside: {escape(reason)} ({escape(first)})", highlight=False)
    if len(places) > ROWS_SHOWN:
        console.print(f"  and {len(places) - ROWS_SHOWN} more reasons.", highlight=False)


def show_coverage(console: Console, editions: Sequence[EditionCoverage]) -> None:
    """Two tables, index by year: scores of the total held of due, and of all components."""
    indices = list(dict.fromkeys(edition.index for edition in editions))
    years = sorted({(edition.year, edition.unit_system != "63", edition.unit_system) for edition in editions})
    cells = {(edition.index, edition.year, edition.unit_system): edition for edition in editions}
    for title, of_total in (("Overall scores: held / due", True), ("Scores of all components: held / due", False)):
        table = Table("year", *indices, title=title, title_justify="left")
        for year, _, system in years:
            row = [cells.get((index, year, system)) for index in indices]
            label = str(year) if system == "63" else f"{year} ({system} units)"
            table.add_row(label, *(_cell(edition, of_total) for edition in row))
        console.print(table, soft_wrap=False)


def _cell(edition: EditionCoverage | None, of_total: bool) -> str:
    if edition is None:
        return ""
    held, due = (edition.overall_held, edition.overall_due) if of_total else (edition.all_held, edition.all_due)
    return edition.status.replace("_", " ") if due is None else f"{held}/{due}"


def _frame(console: Console, title: str, rows: pd.DataFrame, columns: Sequence[str]) -> None:
    if rows.empty:
        return
    table = Table(*columns, title=title, title_justify="left")
    for values in rows[list(columns)].head(ROWS_SHOWN).itertuples(index=False, name=None):
        table.add_row(*(escape(str(value)) for value in values))
    if len(rows) > ROWS_SHOWN:
        table.caption = f"and {len(rows) - ROWS_SHOWN} more"
    console.print(table, soft_wrap=False)
