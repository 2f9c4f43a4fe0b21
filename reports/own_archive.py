"""The files of all own units at once: one ZIP with a deck, workbook or brief a unit, bounded in number and time."""

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from zipfile import ZIP_STORED, ZipFile

from indicators.catalogue import EditionKey
from indicators.release import Release
from indicators.results import edition_table
from indicators.targets import Target
from reports.command_subjects import plain_name
from reports.slides import Story
from reports.story_own import own_unit_story
from wording.language import LanguageCode
from wording.own_meeting import MeetingLanguage

OwnFileKind = Literal["deck", "workbook", "brief"]
ENDINGS: dict[OwnFileKind, str] = {"deck": "pptx", "workbook": "xlsx", "brief": "pdf"}
MOST_UNITS = 100
MOST_SECONDS = 120.0
LONGEST_NAME = 60  # letters of a unit in the name of its file


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP with the files of the units from position `first` up to, not with, `stop`, of `count` with results."""

    content: bytes
    first: int
    stop: int
    count: int


@dataclass(frozen=True, slots=True)
class ArchiveOrder:
    """Which files of an edition of own units are wanted, in which language, with which targets on the slides."""

    key: EditionKey
    kind: OwnFileKind
    language: LanguageCode
    targets: tuple[Target, ...] = ()


def units_with_results(release: Release, key: EditionKey) -> list[str]:
    """List the units that have a score or a place in an edition, in the order of the file's names."""
    table = edition_table(release, key)
    held = set(table.loc[(table["reason"] == "") | (table["place_kind"] != ""), "unit"].astype("str"))
    return [unit for unit in release.provinces.units(key.system) if unit in held]


def make_archive(
    release: Release,
    order: ArchiveOrder,
    first: int = 0,
    *,
    told: Callable[[int, int], None] | None = None,
    seconds: float = MOST_SECONDS,
) -> Archive:
    """Make the files of at most `MOST_UNITS` units from position `first`, in about so many seconds.

    Where the time is over, the archive ends behind the unit in work, and the next one begins at its `stop`. `told` is
    called before each file with how many are made and how many are wanted.
    """
    units = units_with_results(release, order.key)
    wanted = units[first : first + MOST_UNITS]
    end = time.monotonic() + seconds
    target = io.BytesIO()
    made = 0
    # The files are packed already.
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for unit in wanted:
            if told is not None:
                told(made, len(wanted))
            content = _file(release, order, unit)
            archive.writestr(_name(release, order, first + made + 1, unit), content)
            made += 1
            if time.monotonic() >= end:
                break
    return Archive(target.getvalue(), first, first + made, len(units))


def file_of(story: Story, kind: OwnFileKind, language: LanguageCode) -> bytes:
    """Write a story of own results as a deck, a workbook or a brief."""
    # What writes the files is loaded when one is asked for: a page that only offers them opens sooner.
    if kind == "deck":
        from reports.deck import make_deck

        return make_deck(story).content
    if kind == "workbook":
        from reports.workbook import workbook_xlsx

        return workbook_xlsx(story)
    from reports.brief import brief_pdf

    return brief_pdf(story, MeetingLanguage(language))


def _file(release: Release, order: ArchiveOrder, unit: str) -> bytes:
    return file_of(own_unit_story(release, order.key, unit, order.language, order.targets), order.kind, order.language)


def _name(release: Release, order: ArchiveOrder, number: int, unit: str) -> str:
    """Name a file by its number, so that two alike names are two files, and by its unit in plain letters."""
    name = plain_name(release.provinces.name(unit, order.language))[:LONGEST_NAME].strip("-")
    return f"{number:03}-{name}-{order.key.year}.{ENDINGS[order.kind]}"
