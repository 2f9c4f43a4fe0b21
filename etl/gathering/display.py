"""Shows what gathering does: a progress bar for each file on its way, and a summary at the end."""

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn
from rich.table import Table

from etl.gathering.download import Progress as Told
from etl.gathering.gather import Outcome, ProgressOf
from etl.gathering.wanted_file import WantedFile

STYLES = {"failed": "bold red", "new": "green", "changed": "yellow"}


@contextmanager
def shown_progress(console: Console, count: int) -> Generator[ProgressOf]:
    """A bar for each file on its way and one for all; silent where the console is no terminal."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:

        def of(file: WantedFile) -> Told:
            task = bars.add_task(f"{file.index} {file.year} {file.address[-40:]}", total=None)

            def tell(size: int, whole: int | None) -> None:
                bars.update(task, completed=size, total=whole, visible=whole is None or size < whole)

            return tell

        if console.is_terminal:
            console.print(f"{count} file(s) to ask for.", highlight=False)
        yield of


def show_outcomes(console: Console, outcomes: Sequence[Outcome]) -> None:
    """One row a file, then each thing to know in a sentence of its own, then how many of each."""
    table = Table("index", "year", "state", "size", "file", title="Gathering", title_justify="left")
    for outcome in outcomes:
        style = STYLES.get(outcome.state, "")
        size = f"{outcome.size:,}" if outcome.size else ""
        table.add_row(outcome.index, str(outcome.year), outcome.state, size, escape(outcome.file), style=style)
    console.print(table, soft_wrap=False)
    for outcome in outcomes:
        if outcome.message:
            style = "bold red" if outcome.is_failed else "yellow" if outcome.state != "held" else "dim"
            text = f"{outcome.index} {outcome.year}: {outcome.address} {outcome.message}"
            mark = f" [{outcome.reason}]" if outcome.reason else ""
            console.print(f"[{style}]{outcome.state}[/] {escape(text + mark)}", highlight=False)
    counts = Counter(outcome.state for outcome in outcomes)
    console.print(", ".join(f"{number} {state}" for state, number in counts.items()) + ".", highlight=False)
