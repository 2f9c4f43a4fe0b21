"""Where the keeper's commands tell what they found, and how an error that a person can mend is told."""

from collections.abc import Generator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.markup import escape

from etl.display import show_problems
from etl.problems import DataError
from etl.readers import UnknownFormatError
from indicators.release_store import ReleaseError

words = Console(stderr=True, soft_wrap=True)


@contextmanager
def told_errors() -> Generator[None]:
    """Tell an error that a person can mend in words, without a traceback, and end with exit code 1."""
    try:
        yield
    except DataError as failure:
        if failure.problems:
            show_problems(words, failure.problems)
        words.print(f"[bold red]{escape(str(failure))}[/]", highlight=False)
        raise typer.Exit(1) from None
    except (UnknownFormatError, ReleaseError) as failure:
        words.print(f"[bold red]{escape(str(failure))}[/]", highlight=False)
        raise typer.Exit(1) from None
    except OSError as failure:
        place = f"{failure.filename}: " if failure.filename else ""
        words.print(f"[bold red]{escape(place)}{escape(failure.strerror or str(failure))}[/]", highlight=False)
        raise typer.Exit(1) from None
