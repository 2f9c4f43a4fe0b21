"""Reports from the command line: `python -m reports --help`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from reports.command_running import order_of, run, told_errors

app = typer.Typer(
    name="python -m reports",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="""Slides, workbook, brief and pictures for a meeting, with the figures of the release.

    `python -m reports deck --province 67 --from 2022 --to 2024 --out deck.pptx`

    The release lies in release/, or where the setting DASHBOARD_RELEASE says: a folder or an address. Every command
    ends with exit code 1 where a file was not made.""",
)

Province = Annotated[
    str | None,
    typer.Option(metavar="KEY", help="A province: 63-67, 34-68; a bare code is one of the 63 (units to 30 June 2025)."),
]
Region = Annotated[str | None, typer.Option(metavar="ID", help="One of the six regions of the 63, e.g. CHL.")]
Country = Annotated[bool, typer.Option("--country", help="The whole country.")]
Period = Annotated[bool, typer.Option("--period", help="The review of the years as a period of a province.")]
All = Annotated[Literal["63", "34"] | None, typer.Option("--all", help="One file for each of the 63 or the 34.")]
First = Annotated[int | None, typer.Option("--from", metavar="Y", help="First year of measurement; else three years.")]
Last = Annotated[int | None, typer.Option("--to", metavar="Y", help="Last year of measurement; else the newest.")]
LanguageOption = Annotated[Literal["vi", "en"], typer.Option(help="Language of the report.")]
ChoiceFile = Annotated[Path | None, typer.Option(metavar="FILE", help="Slides, titles and notes chosen, as saved.")]
Out = Annotated[Path | None, typer.Option(metavar="PATH", help="The file; a folder with --all, and for pictures.")]
Template = Annotated[Path | None, typer.Option(metavar="FILE", help="A PPTX whose layouts are used instead of ours.")]
Form = Annotated[Literal["png", "svg"], typer.Option("--format", help="Form of the pictures.")]


@app.command()
def deck(
    province: Province = None,
    region: Region = None,
    country: Country = False,
    period: Period = False,
    every: All = None,
    first: First = None,
    last: Last = None,
    language: LanguageOption = "vi",
    choice: ChoiceFile = None,
    template: Template = None,
    out: Out = None,
) -> None:
    """Make a deck (PPTX) with native charts and tables.

    For each of today's 34: `python -m reports deck --all 34 --from 2022 --to 2024 --out decks`
    """
    with told_errors():
        order = order_of("deck", first, last, language, choice, template=template)
        run(order, (province, region), out, every, country=country, period=period)


@app.command()
def workbook(
    province: Province = None,
    region: Region = None,
    country: Country = False,
    period: Period = False,
    every: All = None,
    first: First = None,
    last: Last = None,
    language: LanguageOption = "vi",
    choice: ChoiceFile = None,
    out: Out = None,
) -> None:
    """Make a workbook (XLSX) of the figures behind the slides."""
    with told_errors():
        order = order_of("workbook", first, last, language, choice)
        run(order, (province, region), out, every, country=country, period=period)


@app.command()
def brief(
    province: Province = None,
    region: Region = None,
    country: Country = False,
    period: Period = False,
    every: All = None,
    first: First = None,
    last: Last = None,
    language: LanguageOption = "vi",
    choice: ChoiceFile = None,
    out: Out = None,
) -> None:
    """Make a brief (PDF) of two to four pages."""
    with told_errors():
        order = order_of("brief", first, last, language, choice)
        run(order, (province, region), out, every, country=country, period=period)


@app.command()
def picture(
    province: Province = None,
    region: Region = None,
    country: Country = False,
    period: Period = False,
    every: All = None,
    first: First = None,
    last: Last = None,
    language: LanguageOption = "vi",
    choice: ChoiceFile = None,
    form: Form = "png",
    out: Out = None,
) -> None:
    """Draw all charts and maps into a folder, with title, source and date inside each picture."""
    with told_errors():
        order = order_of("picture", first, last, language, choice, form=form)
        run(order, (province, region), out, every, country=country, period=period)


if __name__ == "__main__":
    app()
