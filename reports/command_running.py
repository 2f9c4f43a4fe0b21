"""What the commands of `python -m reports` have in common: years, subjects, progress, errors in sentences."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, TimeElapsedColumn

from indicators.catalogue import OVERALL
from indicators.release import Release, ReleaseError, load
from indicators.release_store import release_place
from reports.command_subjects import file_name, subject_of, subjects_of_all
from reports.making import ENDINGS, Kind, Made, Order, make, make_all
from reports.story_choice import read_choice
from reports.story_subject import Subject

words = Console(stderr=True, soft_wrap=True)
YEARS_BY_DEFAULT = 3


@contextmanager
def told_errors() -> Generator[None]:
    """Say what was wrong in one sentence and end with exit code 1."""
    try:
        yield
    except (ValueError, OSError, ReleaseError) as error:
        words.print(f"[bold red]Error:[/] {escape(str(error))}", highlight=False)
        raise typer.Exit(1) from error


def order_of(
    kind: Kind,
    first: int | None,
    last: int | None,
    language: Literal["vi", "en"],
    choice: Path | None,
    *,
    template: Path | None = None,
    form: Literal["png", "svg"] = "png",
) -> Order:
    """Say what is to be made; raises ChoiceError and OSError for a file of chosen slides that cannot be read."""
    chosen = None if choice is None else read_choice(choice)
    return Order(kind, first or 0, last or 0, language, template, chosen, form)


def run(
    order: Order,
    asked: tuple[str | None, str | None],
    out: Path | None,
    every: Literal["63", "34"] | None,
    *,
    country: bool,
    period: bool,
) -> None:
    """Make what an order asks for, of one subject or of every province; `asked` are the province and the region."""
    place = release_place()
    release = load(place)
    order = _with_years(release, order)
    if every:
        if country or any(asked):
            message = "--all makes a file for every province: leave out --province, --region and --country."
            raise ValueError(message)
        subjects = subjects_of_all(release, every, period=period)
        _make_every(place, order, subjects, out or Path(f"{order.kind}-{every}"))
        return
    subject, said = subject_of(release, *asked, country=country, period=period)
    if said:
        words.print(escape(said), highlight=False)
    name = file_name(release, subject, order.first_year, order.last_year) + ENDINGS[order.kind]
    _tell(make(release, subject, order, out or Path(name)))


def _with_years(release: Release, order: Order) -> Order:
    """Fill in years that were not given: the newest with figures, and three years in all; say which."""
    editions = [
        edition.key
        for index in release.catalogue.indices
        for edition in release.catalogue.editions_of(index.id)
        if len(release.figures(edition.key, OVERALL))
    ]
    last = order.last_year or max(key.year for key in editions)
    first = order.first_year or last - YEARS_BY_DEFAULT + 1
    if (first, last) != (order.first_year, order.last_year):
        words.print(f"Years of measurement: {first} to {last}.", highlight=False)
    return replace(order, first_year=first, last_year=last)


def _make_every(place: Path | str, order: Order, subjects: list[Subject], target: Path) -> None:
    failed = 0
    notices: set[str] = set()
    columns = (*Progress.get_default_columns(), TimeElapsedColumn())
    with Progress(*columns, console=words) as progress:
        task = progress.add_task(f"{order.kind} of {len(subjects)} provinces", total=len(subjects))
        for made in make_all(place, order, subjects, target):
            progress.advance(task)
            notices.update(made.notices)
            if made.error:
                failed += 1
                words.print(f"[bold red]Error:[/] {escape(f'{made.subject.key}: {made.error}')}", highlight=False)
            else:
                _write(made.path)
    for notice in sorted(notices):
        words.print(escape(notice), highlight=False)
    words.print(f"{len(subjects) - failed} made in {target}, {failed} failed.", highlight=False)
    if failed:
        raise typer.Exit(1)


def _tell(made: Made) -> None:
    for notice in made.notices:
        words.print(escape(notice), highlight=False)
    _write(made.path)


def _write(path: Path) -> None:
    """Name a file on stdout, for another program; sentences for people go to stderr."""
    sys.stdout.write(f"{path}\n")
