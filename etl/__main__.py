"""The keeper's command line: `python -m etl --help`."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from etl.atomic_files import replace_file
from etl.catalogue_command import judged_entries, show_entries
from etl.checks import check_all
from etl.coverage import coverage
from etl.data_folder import DataFolder, load_data_folder
from etl.declarations import load_declarations
from etl.display import show_coverage, show_import, show_problems, show_set_aside
from etl.exporting import export_release
from etl.gathering.command import gather_declared
from etl.gathering.display import show_outcomes
from etl.importing import prepare_import, write_import
from etl.problems import DataError, errors_of
from etl.publishing import publish as publish_release
from etl.publishing import served_manifest
from etl.readers import read_file
from etl.settings import data_folder, raw_folder, sources_file
from etl.telling import told_errors, words
from etl.templates import template_bytes
from etl.tidy_table import tidy_bytes
from indicators.release_store import release_place

app = typer.Typer(
    name="python -m etl",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="""From published files to the release that the dashboard reads.

    One new edition, step by step: **gather** its file; **import** it, look at the difference and say yes;
    **check** everything; **publish**. **status** says what is held and what is not,
    **export** gives the released figures back.

    Figures lie in data/ (setting DASHBOARD_DATA), the release in release/ (setting DASHBOARD_RELEASE, a folder or an
    address such as s3://bucket/release).
    Every command ends with exit code 1 where there was an error.""",
)
IndexOption = Annotated[str | None, typer.Option("--index", metavar="ID", help="Only this index, e.g. par.")]
YearOption = Annotated[int | None, typer.Option("--year", metavar="Y", help="Only this year of measurement.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, for another program.")]


@app.command()
def gather(
    index: IndexOption = None,
    year: YearOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be asked for; ask no server.")] = False,
    pause: Annotated[float, typer.Option(help="Seconds between two requests to one host.", min=0)] = 1.0,
    sources: Annotated[Path | None, typer.Option(help="Declarations other than etl/sources.yaml.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Download the published files that etl/sources.yaml names into data/raw, each with a record of its origin.

    Servers are asked one request at a time and send only what changed since. A file that fails leaves the one before
    as it was and does not stop the others. Say who asks in DASHBOARD_CONTACT (an e-mail or web address). Example:

    `python -m etl gather --index pci --year 2013`
    """
    with told_errors():
        data = load_data_folder(data_folder())
        wanted = None if index is None else _known_index(data, index)
        path = sources or sources_file()
        outcomes = gather_declared(words, path, data, wanted, year, raw_folder(), pause=pause, dry_run=dry_run)
    if as_json:
        _print_json({"files": [outcome.as_record() for outcome in outcomes]})
    else:
        show_outcomes(words, outcomes)
    if any(outcome.is_failed for outcome in outcomes):
        raise typer.Exit(1)


@app.command()
def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A publisher's file: XLS, XLSX, HTML, PDF, CSV, TSV.")],
    index: Annotated[str, typer.Option("--index", metavar="ID", help="Whose figures they are, e.g. pci or PCI.")],
    year: Annotated[int, typer.Option("--year", metavar="Y", help="The year measured, not that of publication.")],
    sources: Annotated[Path | None, typer.Option(help="Declarations other than etl/sources.yaml.")] = None,
) -> None:
    """Print one edition in a publisher's own file as tidy CSV on stdout; what is wrong or set aside goes to stderr.

    How the file is laid out is declared in etl/sources.yaml. Nothing is written. Example:

    `python -m etl read PCI_2013.xlsx --index pci --year 2013 > pci_2013.csv`
    """
    with told_errors():
        data = load_data_folder(data_folder())
        declarations = sources or sources_file()
        known = _declared_index(data, declarations, index)
        result = read_file(file, known, year, data, declarations)
        words.print(
            f"{result.rows_in} rows read = {len(result.rows)} figures + {len(result.set_aside)} set aside.",
            highlight=False,
        )
        show_set_aside(words, result.set_aside)
        if result.problems:
            show_problems(words, result.problems)
    if len(result.rows):
        sys.stdout.buffer.write(tidy_bytes(result.rows))
        sys.stdout.buffer.flush()
    if errors_of(result.problems):
        raise typer.Exit(1)


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A publisher's file, a tidy CSV, or a filled-in template.")
    ],
    index: Annotated[str, typer.Option("--index", metavar="ID", help="Whose figures they are, e.g. par or PAR.")],
    year: Annotated[int, typer.Option("--year", metavar="Y", help="The year measured, not that of publication.")],
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")] = False,
    sources: Annotated[Path | None, typer.Option(help="Declarations other than etl/sources.yaml.")] = None,
) -> None:
    """Take one file into data/published: read, check, show what changes, ask, write.

    A publisher's own file, declared in etl/sources.yaml, takes the place of the scores, ranks and groups that it has;
    the others stay. A tidy CSV and a template hold the whole edition: figures that are not in it are shown as removed.
    Nothing is written where there is an error. Example:

    `python -m etl import par_2024.csv --index par --year 2024`
    """
    with told_errors():
        known = _known_index(load_data_folder(data_folder()), index)
        prepared = prepare_import(file, known, year, data_folder(), sources)
        show_import(words, prepared)
        if prepared.warnings:
            show_problems(words, prepared.warnings)
        if not prepared.changes_file:
            words.print(f"{escape(str(prepared.target))} stays as it is.")
            return
        if dry_run:
            words.print("Nothing was written.")
            return
        if not yes and not typer.confirm(f"Write {prepared.target}?", err=True):
            words.print("Nothing was written.")
            raise typer.Exit(1)
        write_import(prepared)
        words.print(f"Wrote {escape(str(prepared.target))}.")


@app.command()
def template(
    index: Annotated[str, typer.Option("--index", metavar="ID", help="Whose figures, e.g. par or PAR.")],
    year: Annotated[int, typer.Option("--year", metavar="Y", help="The year measured, not that of publication.")],
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Where to write it.")] = None,
) -> None:
    """Write a workbook in which to type an edition that exists only as a picture or on paper.

    It lists every province and component, holds the figures already held, and checks what is typed. Filled in and
    saved, **import** takes it. Example:

    `python -m etl template --index par --year 2023 --output par_2023.xlsx`
    """
    with told_errors():
        data = load_data_folder(data_folder())
        known = _known_index(data, index)
        file = output or Path(f"{known.lower()}_{year}.xlsx")
        replace_file(file, template_bytes(data, known, year))
        words.print(f"Wrote {escape(str(file))}.", highlight=False)


@app.command()
def check(index: IndexOption = None, year: YearOption = None, as_json: JsonOption = False) -> None:
    """Run every check on what data/ holds; an error in the catalogue is told whatever edition is asked for.

    An error holds its edition back from the next release, a warning is kept beside it.
    """
    with told_errors():
        data = load_data_folder(data_folder())
        wanted = None if index is None else _known_index(data, index)
        problems = [
            problem
            for problem in check_all(data)
            if problem.edition is None or (wanted in (None, problem.edition[0]) and year in (None, problem.edition[1]))
        ]
    errors = len(errors_of(problems))
    if as_json:
        counts = {"errors": errors, "warnings": len(problems) - errors}
        _print_json({**counts, "problems": [problem.as_record() for problem in problems]})
    else:
        show_problems(words, problems)
    if errors:
        raise typer.Exit(1)


@app.command()
def catalogue(
    entry: Annotated[
        str | None, typer.Argument(metavar="[INDEX|FILE.yaml]", help="An index, or a new entry; left out = all.")
    ] = None,
    sources: Annotated[Path | None, typer.Option(help="Declarations other than etl/sources.yaml.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Say what is wrong with a catalogue entry, and what it lacks: names, scale, editions, breaks, agencies, files.

    An error (wrong) keeps every release back; a warning (missing) keeps nothing back. Examples:

    `python -m etl catalogue pgi`, `python -m etl catalogue new/xyz.yaml`
    """
    with told_errors():
        reports = judged_entries(load_data_folder(data_folder()), sources or sources_file(), entry)
    if as_json:
        _print_json({"entries": [report.as_record() for report in reports]})
    else:
        show_entries(words, reports)
    if any(report.errors for report in reports):
        raise typer.Exit(1)


@app.command()
def publish(
    if_stale: Annotated[bool, typer.Option("--if-stale", help="Only if data/ changed since the last release.")] = False,
) -> None:
    """Check all editions and build the release from those without an error.

    The new release is written aside and switched in at once; until then, and after any error in the catalogue, the last
    good one is served. Exit code 1 also where an edition was held back.
    """
    with told_errors():
        done = publish_release(data_folder(), release_place(), only_if_stale=if_stale, raw_folder=raw_folder())
        if not done.is_new:
            words.print(f"The release {done.version} is of the data as it is; nothing to do.", highlight=False)
            return
        show_problems(words, done.problems)
        words.print(f"Published {done.version}: {done.observations} figures.", highlight=False)
        for index, year in done.held_back:
            words.print(f"[bold red]Held back: {escape(index)} {year}[/] (see its errors above).", highlight=False)
        if done.held_back:
            raise typer.Exit(1)


@app.command()
def export(index: IndexOption = None, year: YearOption = None) -> None:
    """Print the figures of the current release as tidy CSV on stdout, exactly as they are held.

    Example: `python -m etl export --index papi --year 2023 > papi_2023.csv`
    """
    with told_errors():
        wanted = None if index is None else _known_index(load_data_folder(data_folder()), index)
        content = export_release(release_place(), wanted, year)
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


@app.command()
def status(as_json: JsonOption = False) -> None:
    """Show the coverage, index by year: figures held in data/ of figures due, for the total and for all components."""
    with told_errors():
        data = load_data_folder(data_folder())
        if not data.is_readable or errors_of(problem for problem in data.problems if problem.edition is None):
            summary = "The coverage cannot be counted before these errors are mended."
            raise DataError(summary, data.problems)
        editions = coverage(data)
        served = served_manifest(release_place())
    if as_json:
        release = None if served is None else {key: served[key] for key in ("version", "made_at")}
        _print_json({"release": release, "editions": [edition.as_record() for edition in editions]})
        return
    console = Console()
    show_coverage(console, editions)
    made = "none" if served is None else f"{served['version']}, made at {served['made_at']}"
    console.print(f"Release served: {made}", highlight=False)


def _known_index(data: DataFolder, name: str) -> str:
    """The id of an index, however its letters were written; raises DataError naming the known ones."""
    known = {file.index.upper(): file.index for file in data.catalogue}
    if name.upper() not in known:
        message = f"'{name}' is no index here; known are {', '.join(known.values()) or 'none'}."
        raise DataError(message, [problem for problem in data.problems if problem.edition is None])
    return known[name.upper()]


def _declared_index(data: DataFolder, sources: Path, name: str) -> str:
    """The id of an index of the catalogue or of the declarations, however its letters were written."""
    known = {entry.index.upper(): entry.index for entry in load_declarations(sources)}
    return known.get(name.upper()) or _known_index(data, name)


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    app()
