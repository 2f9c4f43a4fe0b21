"""What the page on data and methods asks and draws on every run, worked out once a process for all sessions."""

from functools import lru_cache

from charts.coverage_matrix import coverage_matrix, coverage_matrix_description
from charts.method_series import IndexMethods, method_time_line, method_time_line_description
from charts.theme import Spec
from indicators import coverage, provenance
from indicators.method_series import method_changes, method_series
from indicators.release import Release
from wording.language import LanguageCode, language

coverage_of_all = lru_cache(maxsize=4)(coverage.coverage)
sources_of_all = lru_cache(maxsize=4)(provenance.sources_used)
notes_of_all = lru_cache(maxsize=4)(provenance.notes_used)


@lru_cache(maxsize=4)
def methods_of_all(release: Release) -> tuple[IndexMethods, ...]:
    """List the method series of every index and what lies between its editions."""
    return tuple(
        IndexMethods(index, method_series(release, index.id), method_changes(release, index.id))
        for index in release.catalogue.indices
        if method_series(release, index.id)
    )


@lru_cache(maxsize=8)
def coverage_chart(release: Release, language_code: LanguageCode) -> tuple[Spec, str]:
    """Return the matrix of coverage and its text alternative."""
    table = coverage_of_all(release)
    names = {index.id: index.short_name for index in release.catalogue.indices}
    spoken = language(language_code)
    return coverage_matrix(table, release, spoken), coverage_matrix_description(table, names, spoken)


@lru_cache(maxsize=8)
def method_chart(release: Release, language_code: LanguageCode) -> tuple[Spec, str]:
    """Return the time line of methods and its text alternative."""
    methods, spoken = methods_of_all(release), language(language_code)
    return method_time_line(methods, spoken), method_time_line_description(methods, spoken)
