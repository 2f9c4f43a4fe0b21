"""The other half of every answer: that a question has none, why, and what is missing for one."""

from dataclasses import dataclass
from typing import Literal

from indicators.comparability import Crossing

CannotReason = Literal[
    "no_edition",  # there is no edition to answer from
    "no_figure",  # the unit has no figure there
    "first_place",  # nobody stands ahead
    "edition_not_whole",  # scores of measured units are not held: `held` of `due`
    "parts_not_held",  # figures of components are not held: `missing` names them
    "weights_unknown",  # how the components make the total is not known: `missing` names them
    "break",  # the method changed in between: `crossings` say how
    "unit_system",  # the administrative units changed in between
    "not_published",  # the publisher prints no such thing (a rank of PAPI, a place outside the best 30)
]


@dataclass(frozen=True, slots=True)
class CannotBeSaid:
    """Why a question has no answer, and what is missing for one.

    `held` of `due` scores of an edition; `missing`: ids of components or keys of units, as the question is about the
    one or the other; `crossings`: what lies between two editions that are not comparable.
    """

    reason: CannotReason
    held: int = 0
    due: int = 0
    missing: tuple[str, ...] = ()
    crossings: tuple[Crossing, ...] = ()

    @property
    def scores_missing(self) -> int:
        """How many scores of the edition are not held."""
        return self.due - self.held
