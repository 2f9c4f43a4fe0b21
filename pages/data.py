"""Dữ liệu và phương pháp: what is held, how it is measured, where it comes from, and how to take it away."""

from indicators.release import Release
from ui.address import SOURCE_SEARCH, Parameter
from ui.data_coverage import show_coverage
from ui.data_files import show_files
from ui.data_methods import show_methods
from ui.data_notes import show_notes
from ui.data_sections import COVERAGE, FILES, METHODS, NOTES, SOURCES, section_parameter, show_section_buttons
from ui.data_sources import show_sources_of_all
from ui.view import View


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    del release
    return (section_parameter(), Parameter(SOURCE_SEARCH, None, lambda _: ""))


def show(release: Release, view: View) -> None:
    """Draw the page: one section at a time."""
    sections = {
        COVERAGE: show_coverage,
        METHODS: show_methods,
        SOURCES: show_sources_of_all,
        NOTES: show_notes,
        FILES: show_files,
    }
    sections[show_section_buttons(view)](release, view)
