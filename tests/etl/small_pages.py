"""Small pages in the shapes of the publishers' sites, filled from what is held, and the command on them."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from command_on_file import run
from typer.testing import Result

from etl.settings import REPOSITORY

Held = Mapping[tuple[str, str], Mapping[str, str]]


def page(*parts: str, title: str = "") -> str:
    """A whole page of headings and tables."""
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], above: Iterable[Sequence[str]] = ()) -> str:
    """A table with one row of headings, and with rows above it where wanted."""
    lines = [f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (*above,)]
    lines.append(f"<tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr>")
    lines += [f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows]
    return f"<table>{''.join(lines)}</table>"


def held(index: str, year: int, system: str = "63") -> Held:
    """The rows that the repository holds of an edition, by code and component."""
    path = REPOSITORY / "data" / "published" / index.lower() / f"{year}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["unit_system"] == system]
    return {(row["province_code"], row["component"]): row for row in rows}


def names(system: str = "63", language: str = "vi") -> dict[str, str]:
    """The provinces' names by code."""
    path = REPOSITORY / "data" / "provinces" / f"provinces_{system}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row[f"name_{language}"] for row in csv.DictReader(file)}


def figure(rows: Held, code: str, component: str, field: str) -> str:
    """A figure that is held, "" where none is."""
    return rows.get((code, component), {}).get(field, "")


def read(folder: Path, text: str, index: str, year: int, command: str = "read", *options: str) -> Result:
    """The command on a page, with the repository's own declarations."""
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    return run(path, index, year, command, *options)
