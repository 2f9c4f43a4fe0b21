"""What every layout gives: figures with the name that stands beside them, before names and numbers are understood."""

from dataclasses import dataclass

from etl.problems import Problem
from etl.readers.grid import EMPTY, Cell
from etl.readers.result import SetAside


@dataclass(frozen=True)
class RawFigure:
    """One province's cells of one component: the name as written, score and rank cells, the group's id or words.

    `row` is the publisher's row, `place` where the figure stands ("Summary!C12"). A field the table does not give is
    an empty cell, an empty group.
    """

    name: str
    component: str
    row: int
    place: str
    score: Cell = EMPTY
    rank: Cell = EMPTY
    group: str = ""


@dataclass(frozen=True)
class TableReading:
    """A table as read: its figures, the (component, field) pairs that it gives, rows set aside, and what is wrong."""

    figures: tuple[RawFigure, ...] = ()
    gives: frozenset[tuple[str, str]] = frozenset()
    set_aside: tuple[SetAside, ...] = ()
    problems: tuple[Problem, ...] = ()
