"""Whom a story is about, in one short text for addresses and the command line: "province:63-67", "region:CHL", …"""

from dataclasses import dataclass
from typing import Literal, cast, get_args

from indicators.release import Release

SubjectKind = Literal["province", "region", "country", "period"]


class SubjectError(ValueError):
    """A text that names no subject of a story, or a subject that the release does not hold."""


@dataclass(frozen=True, order=True, slots=True)
class Subject:
    """One subject: a province or the review of its period (`key` is a unit key), a region, or the country (no key)."""

    kind: SubjectKind
    key: str = ""

    @classmethod
    def parse(cls, text: str) -> "Subject":
        """Read "province:63-67", "period:34-68", "region:CHL" or "country"; raises SubjectError."""
        kind, _, key = text.partition(":")
        if kind not in get_args(SubjectKind) or bool(key) == (kind == "country"):
            message = f'"{text}" is no subject; write for example "province:63-67", "region:CHL" or "country".'
            raise SubjectError(message)
        return cls(cast("SubjectKind", kind), key)

    def format(self) -> str:
        """Return the text that `parse` reads."""
        return f"{self.kind}:{self.key}" if self.key else self.kind


def check_subject(release: Release, subject: Subject) -> None:
    """Raise SubjectError where the release has no such province or region."""
    if subject.kind in ("province", "period") and subject.key not in release.provinces:
        message = f'No province has the unit key "{subject.key}"; it is the system and the code, for example "63-67".'
        raise SubjectError(message)
    regions = [region.id for region in release.provinces.regions]
    if subject.kind == "region" and subject.key not in regions:
        message = f'There is no region "{subject.key}"; there are {", ".join(regions)}.'
        raise SubjectError(message)
