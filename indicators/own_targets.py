"""Targets that a reader brings along: the rows of a file checked one by one before they are laid over ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

from indicators.release import Release
from indicators.targets import NEEDS_VALUE, Target, TargetKind, check_target
from indicators.units import UNIT_SYSTEMS

COLUMNS = ("unit_system", "province_code", "index", "component", "year", "kind", "value", "since_year", "source")
NEEDED = COLUMNS[:6]

Fault = Literal["column_missing", "no_rows", "too_many_rows", "not_valid"]

MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class TargetFault:
    """One thing wrong in a file of targets: the row as a spreadsheet numbers it (the heading is row 1), column, value.

    `allowed`: what could stand there instead, where that is a short list.
    """

    fault: Fault
    row: int
    column: str
    value: str = ""
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnTargets:
    """The targets of a file that can be used, and what is wrong with its other rows."""

    targets: tuple[Target, ...]
    faults: tuple[TargetFault, ...]


def read_own_targets(release: Release, rows: Sequence[Sequence[str]]) -> OwnTargets:
    """Read the rows of a file, the heading first, with the columns of `COLUMNS` in any order; further ones are ignored.

    Cells are text, with a point or a comma in decimals; a code that a spreadsheet took for a number ("1" for "01") is
    read as what it was. A row with a fault is left out and named; empty rows are passed over.
    """
    names = [name.strip().casefold() for name in rows[0]] if rows else []
    missing = tuple(TargetFault("column_missing", 1, name) for name in NEEDED if name not in names)
    if missing:
        return OwnTargets((), missing)
    if len(rows) - 1 > MOST_ROWS:
        return OwnTargets((), (TargetFault("too_many_rows", MOST_ROWS + 2, "", str(len(rows) - 1)),))
    targets: list[Target] = []
    faults: list[TargetFault] = []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        given = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
        read = _target_of(release, given, number)
        if isinstance(read, Target):
            targets.append(read)
        else:
            faults.append(read)
    if not targets and not faults:
        faults.append(TargetFault("no_rows", 2, ""))
    return OwnTargets(tuple(targets), tuple(faults))


def number_of(text: str) -> float | None:
    """Read a number with a point or a comma before its decimals; None for anything else."""
    plain = text.strip().replace(",", ".")
    whole, _, decimals = plain.partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= 6):
        return None
    return float(plain) if not decimals or (decimals.isascii() and decimals.isdigit()) else None


def _target_of(release: Release, given: dict[str, str], row: int) -> Target | TargetFault:
    year, value, since = (_whole(given.get("year", "")), number_of(given.get("value", "")), given.get("since_year", ""))
    kind = given.get("kind", "")
    system = _plain_number(given.get("unit_system", ""))
    if system not in UNIT_SYSTEMS:
        return TargetFault("not_valid", row, "unit_system", system, UNIT_SYSTEMS)
    if kind not in get_args(TargetKind):
        return TargetFault("not_valid", row, "kind", kind, get_args(TargetKind))
    if year is None:
        return TargetFault("not_valid", row, "year", given.get("year", ""))
    needs_value = kind in NEEDS_VALUE
    target = Target(
        f"{system}-{_plain_number(given.get('province_code', '')).zfill(2)}",
        given.get("index", "").upper(),
        given.get("component", ""),
        year,
        cast("TargetKind", kind),
        value if needs_value else None,
        None if needs_value else _whole(since),
    )
    wrong = check_target(release, target)
    if wrong is None:
        return target
    column = "province_code" if wrong == "unit" else wrong
    return TargetFault("not_valid", row, column, given.get(column, ""), _allowed(release, column))


def _allowed(release: Release, column: str) -> tuple[str, ...]:
    if column == "index":
        return tuple(index.id for index in release.catalogue.indices)
    return ()


def _plain_number(text: str) -> str:
    """Write a whole number that a spreadsheet holds as 63.0 as it was meant."""
    return text.removesuffix(".0")


def _whole(text: str) -> int | None:
    plain = _plain_number(text)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) == len("2024") else None
