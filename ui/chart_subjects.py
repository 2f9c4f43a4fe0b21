"""What the finished charts are about, with the names of the provinces, kept by the process for all sessions."""

from functools import lru_cache

from charts.subject import Subject
from indicators.release import Release
from indicators.units import UnitSystem
from wording.language import LanguageCode, language


@lru_cache(maxsize=256)
def subject_of(
    release: Release, index: str, component: str, system: UnitSystem, language_code: LanguageCode
) -> Subject:
    """Return one component of an index in one language, with the names of the units of a system."""
    names = {unit: release.provinces.name(unit, language_code) for unit in release.provinces.units(system)}
    return Subject(release.catalogue.index(index), component, language(language_code), names)
