"""Measures and writes docs/benchmarks.md: all with `python -m benchmarks`, single parts with their names behind it."""

import importlib
import os
import platform
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks.limits import limits_lines
from benchmarks.page import page_of, parts_of
from etl.settings import REPOSITORY

PAGE = REPOSITORY / "docs" / "benchmarks.md"
LIMITS = "limits"
PACKAGES = ("streamlit", "pandas", "numpy", "pyarrow")


@dataclass(frozen=True)
class Section:
    """One part of the page: its name on the command line, its title, the function that gives its lines."""

    name: str
    title: str
    module: str
    function: str

    def lines(self) -> list[str]:
        """Measure; loaded only now, since what one part loads would weigh on the next."""
        measure: Callable[[], list[str]] = getattr(importlib.import_module(self.module), self.function)
        return measure()


SECTIONS = (
    Section("publishing", "Publishing", "benchmarks.publishing_sizes", "publishing_section"),
    Section("reading", "Publishers' own files", "benchmarks.reading", "read_samples"),
    Section("answers", "Answers of `indicators`", "benchmarks.answers", "answers_section"),
    Section("decks", "Files of a meeting", "benchmarks.decks", "decks_section"),
    Section("start", "Start", "benchmarks.start", "start_section"),
    Section("ready", "A first visit", "benchmarks.ready", "ready_section"),
    Section("clicks", "A click in the browser", "benchmarks.redrawing", "redrawing_section"),
    Section("sessions", "Many sessions at once", "benchmarks.sessions", "sessions_section"),
    Section("growing", "Growth", "benchmarks.growing", "growing_section"),
    Section("side-by-side", "Beside plain Streamlit and Dash", "benchmarks.first_timers", "first_timers_section"),
)


def main(names: Sequence[str]) -> int:
    """Measure the named parts, all without a name, and put each into the page as soon as it is there.

    One that fails is told and leaves the page as it was; the others are measured all the same. Answers with the exit
    code: 1 where any failed.
    """
    known = {section.name: section for section in SECTIONS}
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.stderr.write(f"There is no part {', '.join(unknown)}; there are {', '.join(known)}.\n")
        return 2
    failed = [name for name in names or known if not _renewed(known[name], list(known))]
    if failed:
        sys.stderr.write(f"Not measured: {', '.join(failed)}.\n")
    return 1 if failed else 0


def _renewed(section: Section, order: Sequence[str]) -> bool:
    """Measure one part and put it into the page; tells whether that went well."""
    try:
        measured = _measured(section)
    except Exception:
        traceback.print_exc()
        return False
    parts = parts_of(PAGE.read_text("utf-8")) if PAGE.exists() else {}
    parts[section.name] = measured
    parts[LIMITS] = "\n".join(limits_lines())
    PAGE.write_text(page_of(parts, [*order, LIMITS]), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{measured}\n\n")
    sys.stdout.flush()
    return True


def _measured(section: Section) -> str:
    load, started = _load(), time.perf_counter()
    lines = section.lines()
    took = time.perf_counter() - started
    while lines and not lines[-1]:
        lines.pop()
    packages = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    about = [
        f"`python -m benchmarks {section.name}`, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, in {took:.0f} s; load {load}",
        f"before and {_load()} after, {os.cpu_count()} processors, {platform.machine()}, {platform.system()}, Python",
        f"{platform.python_version()}, {packages}.",
    ]
    return "\n".join([f"## {section.title}", "", *lines, "", *about])


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"


# The processes that make a batch of decks load this file too.
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
