"""Whom a report is about, from what was written on a command line."""

import re
import unicodedata

from indicators.release import Release
from indicators.units import SYSTEM_34, SYSTEM_63, Unit, UnitSystem
from reports.story_subject import Subject, SubjectError, SubjectKind, check_subject
from wording.language import language
from wording.names import province_in_picker

_BARE_CODE = re.compile(r"\d\d?")


def subject_of(
    release: Release, province: str | None, region: str | None, *, country: bool, period: bool
) -> tuple[Subject, str]:
    """Return the subject, and a sentence on how a bare code was read, "" where none was; raises SubjectError."""
    given = [name for name, value in (("--province", province), ("--region", region), ("--country", country)) if value]
    if len(given) != 1:
        message = "Say whom it is about by one of --province, --region and --country"
        message += f"; {' and '.join(given)} were given." if given else ", or by --all 63 or --all 34."
        raise SubjectError(message)
    if period and not province:
        message = "--period reviews the period of one province: give --province too."
        raise SubjectError(message)
    said = ""
    if province:
        unit, said = _unit(release, province.strip())
        subject = Subject("period" if period else "province", unit)
    elif region:
        subject = Subject("region", region.strip().upper())
    else:
        subject = Subject("country")
    check_subject(release, subject)
    return subject, said


def subjects_of_all(release: Release, system: UnitSystem, *, period: bool) -> list[Subject]:
    """List one subject a province of a unit system."""
    kind: SubjectKind = "period" if period else "province"
    return [Subject(kind, unit) for unit in release.provinces.units(system)]


def file_name(release: Release, subject: Subject, first: int, last: int) -> str:
    """Return the name of a file about a subject, without its ending, in letters that every system takes."""
    parts = [subject.key or subject.kind]
    if subject.kind in ("province", "period"):
        parts = [subject.key, plain_name(release.provinces.name(subject.key, "en"))]
    if subject.kind == "period":
        parts.append("period")
    return "-".join([*parts, str(first), str(last)])


def plain_name(name: str) -> str:
    """Write a name in small letters without accents, joined by hyphens, as every system takes in a file's name."""
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode("ascii").lower()).strip("-")


def _unit(release: Release, text: str) -> tuple[str, str]:
    if not _BARE_CODE.fullmatch(text):
        return text, ""
    unit = Unit(SYSTEM_63, text.zfill(2)).key
    today = Unit(SYSTEM_34, text.zfill(2)).key
    if unit not in release.provinces:
        return unit, ""
    words = f"Code {text} was read as {unit}: {_name(release, unit)}."
    if today in release.provinces:
        words += f" For today's {_name(release, today)} write {today}."
    return unit, words


def _name(release: Release, unit: str) -> str:
    return province_in_picker(release.provinces, unit, language("vi"))
