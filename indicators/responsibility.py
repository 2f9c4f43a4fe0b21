"""Whose work a component is: the agency that leads it, on what evidence, and a province's own table laid over that."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast

import pandas as pd

from indicators.catalogue import Catalogue, Index
from indicators.release import Release

Basis = Literal["stated", "indirect", "usual"]
Origin = Literal["general", "own"]

# Departments were merged on 1 March 2025; the table has one column for each side of that day.
MERGED_ON = date(2025, 3, 1)
LEAD_BEFORE, LEAD_SINCE = "lead_to_2025_02_28", "lead_from_2025_03_01"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who leads the work behind one component on a day.

    `lead` and `support` are agencies as the table names them (Vietnamese; a remark stays in its brackets). `basis`:
    `stated` a text says so, `indirect` a text points to it, `usual` common practice that no text read says: never to
    be told as a fact. `row_of`: the component whose row says it, the component itself or the nearest one above it.
    `origin`: `general`, or `own` for a province's own table.
    """

    index: str
    component: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    basis: Basis
    source: str
    row_of: str
    origin: Origin

    @property
    def taken_from_parent(self) -> bool:
        """Tell whether the component has no row of its own."""
        return self.row_of != self.component


def responsibilities(
    release: Release, on: date, own: pd.DataFrame | None = None
) -> dict[tuple[str, str], Responsibility]:
    """Answer for every component of every index, by (index, component), who leads it on a day.

    `own`: rows of a province's own table that `own_responsibilities.check_own_table` has passed; each takes the place
    of the general row of its component, and the components below without a row follow it. A component that no row
    reaches, of an index added later, is not in the answer.
    """
    column = LEAD_BEFORE if on < MERGED_ON else LEAD_SINCE
    rows = _by_component(release.responsibility, "general", column)
    if own is not None:
        rows |= _by_component(own, "own", column)
    found: dict[tuple[str, str], Responsibility] = {}
    for index in release.catalogue.indices:
        for component in index.components:
            above = next((name for name in line_of(index, component.id) if (index.id, name) in rows), None)
            if above is not None:
                found[index.id, component.id] = replace(rows[index.id, above], component=component.id)
    return found


def line_of(index: Index, component: str) -> list[str]:
    """List a component and what stands above it, up to the root, as in its newest period."""
    line: list[str] = []
    name: str | None = component
    while name is not None and name not in line:
        line.append(name)
        found = index.component(name)
        name = found.latest.parent if found else None
    return line


def components_known(catalogue: Catalogue) -> set[tuple[str, str]]:
    """Return every (index, component) of the catalogue."""
    return {(index.id, component.id) for index in catalogue.indices for component in index.components}


def agencies(text: str) -> tuple[str, ...]:
    """Take a list of agencies apart at its semicolons, but not at those of a remark in brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == ";" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return tuple(part.strip() for part in parts if part.strip())


def _by_component(table: pd.DataFrame, origin: Origin, column: str) -> dict[tuple[str, str], Responsibility]:
    rows = cast("list[dict[str, str]]", table.astype("str").to_dict("records"))
    return {
        (row["index"], row["component"]): Responsibility(
            row["index"],
            row["component"],
            agencies(row[column]),
            agencies(row["with"]),
            cast("Basis", row["basis"]),
            row["source"],
            row["component"],
            origin,
        )
        for row in rows
    }
